"""Cases that are alike: where they are, who may serve them and when people can be met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.domain.crews import Post
from optimizer.domain.forming import crewing_of
from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.travel.estimate import great_circle_m
from optimizer.travel.matrix import TravelMatrix

REGION_M = 12_000.0
"""Sites within so many metres of the first one of a region belong to it."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Cases that are alike in where they are, who may serve them, and when.

    Parameters
    ----------
    region
        Id of the site around which they lie.
    requires
        Skills that a team must have.
    lacks
        What a team must make up for.
    vehicles
        Vehicles that get there; empty for any.
    dates
        Dates on which people can be met.
    hours
        Id of the hours in which they can be met; None for all day.
    station_min
        Station-minutes of service in all.
    mdong_per_min
        Worth of one of them, in thousandths of a đồng.
    sites, services
        Ids of the sites where they are, in order, and of the services that they ask for.
    """

    region: str
    requires: frozenset[str]
    lacks: frozenset[str]
    vehicles: frozenset[str]
    dates: frozenset[date]
    hours: str | None
    station_min: int
    mdong_per_min: float
    sites: tuple[str, ...]
    services: frozenset[str]

    @property
    def key(self) -> tuple[object, ...]:
        """What the cases of a pool have in common."""
        asked = self.requires, self.lacks, self.vehicles
        return _key(self.region, asked, self.hours, self.dates)


class Pooling:
    """Puts the cases of a scenario together that mobile teams may serve."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario, self._travel, self._crewing = scenario, travel, crewing_of(scenario)

    def pools(self) -> tuple[Pool, ...]:
        """The pools, in the order of the sites."""
        scenario, regions = self._scenario, self._regions()
        found: dict[tuple[object, ...], list[tuple[Site, Service, int]]] = {}
        dates: dict[str, frozenset[date]] = {}
        for site in scenario.sites.values():
            open_dates = frozenset(d for d in scenario.open_dates(site) if scenario.windows(site, d))
            dates[site.id] = open_dates
            if not open_dates or site.id in self._served_by_posts:
                continue
            for service in scenario.services.values():
                cases = scenario.outstanding(site, service.id)
                if service.plannable and cases:
                    asked = site.requires | service.requires, service.needs & site.lacks, site.vehicles
                    key = _key(regions[site.id], asked, site.hours, open_dates)
                    found.setdefault(key, []).append((site, service, cases))
        return tuple(self._pool(regions, dates, cells) for cells in found.values())

    def _pool(
        self,
        regions: Mapping[str, str],
        dates: Mapping[str, frozenset[date]],
        cells: Sequence[tuple[Site, Service, int]],
    ) -> Pool:
        minutes = [(service.minutes or 0) * cases for _, service, cases in cells]
        worth = [self._scenario.case_mdong(site, service) * cases for site, service, cases in cells]
        site, service, _ = cells[0]
        return Pool(
            region=regions[site.id],
            requires=site.requires | service.requires,
            lacks=service.needs & site.lacks,
            vehicles=site.vehicles,
            dates=dates[site.id],
            hours=site.hours,
            station_min=sum(minutes),
            mdong_per_min=sum(worth) / max(1, sum(minutes)),
            sites=tuple(dict.fromkeys(one.id for one, _, _ in cells)),
            services=frozenset(service.id for _, service, _ in cells),
        )

    @cached_property
    def _served_by_posts(self) -> frozenset[str]:
        """Sites at the place of a fixed collection point: mobile teams need not go there."""
        found = set()
        for post in self._crewing.posts.values():
            if post.stations and post.base is not None:
                found |= set(self._at(post))
        return frozenset(found)

    def _at(self, post: Post) -> Iterator[str]:
        layer = self._travel.layer(str(post.vehicle), self._scenario.horizon.start)
        here = self._travel.numbers[str(post.base)]
        for site in self._scenario.sites.values():
            there = self._travel.numbers[site.id]
            if layer.reachable[here, there] and not layer.minutes[here, there] and not site.requires:
                yield site.id

    def _regions(self) -> dict[str, str]:
        """The site that each site's region is named after: the first one near enough."""
        leaders: list[Site] = []
        found: dict[str, str] = {}
        for site in self._scenario.sites.values():
            near = (one for one in leaders if great_circle_m([one], [site])[0, 0] <= REGION_M)
            leader = next(near, None)
            if leader is None:
                leaders.append(site)
            found[site.id] = (leader or site).id
        return found


def _key(
    region: str,
    asked: tuple[frozenset[str], frozenset[str], frozenset[str]],
    hours: str | None,
    dates: Iterable[date],
) -> tuple[object, ...]:
    return region, *(tuple(sorted(tags)) for tags in asked), hours, tuple(sorted(dates))
