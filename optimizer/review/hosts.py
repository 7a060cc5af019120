"""Where people may be served beside their own site, and whose people may come to a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.catchment import Catchment, Coming
from optimizer.review.served import Cell, served
from optimizer.travel.estimate import great_circle_m

_NEARLY = 1.001
"""Sites within so many radii are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Host:
    """A site where people of another one may be served.

    Parameters
    ----------
    shuttle
        Id of the site to which a shuttle brings them; empty where they come by themselves.  What it
        allows is its own, what they come for by themselves is shared by all sites.
    most
        How many cases of the service may be served so over a plan; at least 1.
    remaining
        How many of these the plan does not use; negative if it uses too many.
    """

    site: Site
    shuttle: str
    most: int
    remaining: int


class Hosts:
    """Who may be served where, as far as the plan's routes leave any."""

    def __init__(self, scenario: Scenario, catchment: Catchment, routes: Iterable[Route]) -> None:
        self._scenario, self._catchment = scenario, catchment
        self._sites = tuple(scenario.sites.values())
        self._near: dict[str, tuple[Site, ...]] = {}
        self._used: Counter[tuple[Cell, str]] = Counter()
        for one in served(routes):
            if one.home != one.host:
                self._used[(one.home, one.service), self._shuttle(one.home, one.host)] += one.cases

    @property
    def is_used(self) -> bool:
        """Whether anybody may be served away from home."""
        return bool(self._scenario.gathering or self._scenario.shuttles)

    def of(self, home: Site, service: Service) -> Iterator[Host]:
        """The sites to which people of `home` come for `service`, whether or not the plan leaves any."""
        driven = [one.destination for one in self._scenario.shuttles if one.origin == home.id]
        for host_id in dict.fromkeys((*(site.id for site in self._neighbours(home)), *driven)):
            host = self._scenario.sites[host_id]
            most = self._most(home, host, service)
            if most > 0:
                shuttle = self._shuttle(home.id, host_id)
                yield Host(host, shuttle, most, most - self._used[(home.id, service.id), shuttle])

    def homes(self, host: Site) -> Iterator[Site]:
        """The sites whose people may come to `host` for some service."""
        driven = [one.origin for one in self._scenario.shuttles if one.destination == host.id]
        for home_id in dict.fromkeys((*(site.id for site in self._neighbours(host)), *driven)):
            yield self._scenario.sites[home_id]

    def remaining(self, home: Site, host: Site, service: Service) -> int:
        """How many cases more of another site the plan may serve at `host`; 0 or less if none."""
        used = self._used[(home.id, service.id), self._shuttle(home.id, host.id)]
        return self._most(home, host, service) - used

    def _most(self, home: Site, host: Site, service: Service) -> int:
        match self._catchment.coming(home, host, service):
            case Coming.SHUTTLE:
                return self._catchment.most_shuttled(home, host, service)
            case Coming.GATHERING:
                return self._catchment.most_gathered(home, service)
            case _:
                return 0

    def _shuttle(self, home: str, host: str) -> str:
        return host if self._catchment.shuttle(home, host) is not None else ""

    def _neighbours(self, site: Site) -> tuple[Site, ...]:
        """Other sites within the radius, or nearly so, the nearest first."""
        gathering = self._scenario.gathering
        if gathering is None:
            return ()
        if site.id not in self._near:
            km = great_circle_m([site], self._sites)[0] / 1000
            near = np.argsort(km, kind="stable")[: int((km <= gathering.radius_km * _NEARLY).sum())]
            self._near[site.id] = tuple(self._sites[at] for at in near if self._sites[at].id != site.id)
        return self._near[site.id]
