"""Whom a visit to a site could serve that the plan leaves: people of the site, and guests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.fitness import lacks
from optimizer.review.hosts import Hosts
from optimizer.review.ledger import Ints, Ledger
from optimizer.review.served import Cell
from optimizer.review.stays import case_minutes
from optimizer.review.worths import Worths


@dataclass(frozen=True, slots=True)
class Wanted:
    """Cases of one cell that a visit to a site could serve.

    Parameters
    ----------
    worth_mdong
        Worth of one case there, less the shuttle that brings it.
    most
        How many more may be served on each date, on that date alone; by day number.
    """

    cell: Cell
    service: Service
    worth_mdong: int
    most: Ints

    @property
    def minutes(self) -> int:
        """Minutes of one station per case."""
        return case_minutes(self.service)


class AllWanted:
    """What is wanted at every site of a plan."""

    def __init__(self, scenario: Scenario, ledger: Ledger, hosts: Hosts, worths: Worths) -> None:
        self._scenario, self._ledger, self._hosts, self._worths = scenario, ledger, hosts, worths
        self._at: dict[str, tuple[Wanted, ...]] = {}
        self._services: dict[str, list[Service]] = {}
        for site_id, service_id in ledger.left:
            service = scenario.services[service_id]
            if service.plannable:
                self._services.setdefault(site_id, []).append(service)

    def at(self, host: Site) -> tuple[Wanted, ...]:
        """All that a visit to `host` could serve: cases of the site itself, then those of guests."""
        if host.id not in self._at:
            homes = (host, *(home for home in self._hosts.homes(host) if home.id in self._services))
            found = (self.cell(home, host, service) for home in homes for service in self.left_at(home))
            self._at[host.id] = tuple(one for one in found if one is not None)
        return self._at[host.id]

    def left_at(self, home: Site) -> Sequence[Service]:
        """Plannable services of which the plan leaves cases at a site."""
        return self._services.get(home.id, ())

    def cell(self, home: Site, host: Site, service: Service) -> Wanted | None:
        """What is left of one cell, for a visit to `host`; None if nothing may be served there."""
        cell = home.id, service.id
        most = self._ledger.most(cell)
        if home.id != host.id:
            most = np.minimum(most, max(0, self._hosts.remaining(home, host, service)))
        if not most.any():
            return None
        return Wanted(cell, service, self._worths.case_mdong(host.id, cell), most)


def wanted_of(team: Team, host: Site, wanted: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """Those for whom the team is fit at a site."""
    return tuple(one for one in wanted if not lacks(team, host, one.service).count)


def most_on(wanted: Iterable[Wanted], day_number: int) -> Mapping[Cell, int]:
    """How many cases more of each cell may be served on a date; cells without any are absent."""
    on_day = {one.cell: int(one.most[day_number]) for one in wanted}
    return {cell: most for cell, most in on_day.items() if most > 0}
