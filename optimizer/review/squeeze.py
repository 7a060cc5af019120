"""Makes room in a day by serving fewer cases at one visit: how many must give way, and what loses least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.filling import best_filling, cheapest_first, worth_mdong
from optimizer.review.openings import DayWork, with_visit
from optimizer.review.reach import limit_min
from optimizer.review.rest import Rest, break_terms, rested_after, rested_before
from optimizer.review.schedule import (
    case_minutes,
    day_times,
    station_minutes,
    stops_of,
)
from optimizer.review.standing import Slot
from optimizer.review.vacancies import Vacancies
from optimizer.travel.matrix import TravelMatrix

_MORE_CUT = (0, 1, 2, 3, 5, 8, 13, 21, 34)
"""Cases cut beyond the fewest that make room: minutes are whole, so a few more may fit better."""


@dataclass(frozen=True)
class Squeeze:
    """A visit to be made or made longer in a slot's day, while another visit of it is cut.

    Parameters
    ----------
    work
        The day's visits as they are.
    cut
        Position of the visit that is cut.
    position, is_longer
        Where the visit to `site` goes, as in `Openings`.
    left
        Cases left at the site, by service id.
    """

    vacancies: Vacancies
    travel: TravelMatrix
    slot: Slot
    work: DayWork
    cut: int
    position: int
    is_longer: bool
    site: Site
    service: Service
    left: Mapping[str, int]

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.vacancies.scenario

    def best(self) -> DayWork | None:
        """The day's work that loses least, or None if no cut makes room for one case.

        Of days that are worth the same, the one with most cases at the site.
        """
        cuts = tuple(self._cuts())
        needed_min = case_minutes(self.service)
        if not cuts or self._capacity_min(self._without(cuts)) < needed_min:
            return None
        few, many = 1, len(cuts)
        while few < many:
            middle = (few + many) // 2
            if self._capacity_min(self._without(cuts[:middle])) >= needed_min:
                many = middle
            else:
                few = middle + 1
        tried = sorted({min(many + more, len(cuts)) for more in (*_MORE_CUT, len(cuts))}, reverse=True)
        return max((self._filled(cuts[:count]) for count in tried), key=self._value_mdong)

    def _cuts(self) -> Iterator[str]:
        """Services of the cases that may go, one by one, the least worth per minute first; one case stays."""
        site_id, cases = self.work[self.cut]
        spared = self.service.id if site_id == self.site.id else None
        services = cheapest_first(self.scenario, self.scenario.sites[site_id], cases)
        going = [service.id for service in services if service.id != spared for _ in range(cases[service.id])]
        yield from going[: sum(cases.values()) - 1]

    def _without(self, cuts: tuple[str, ...]) -> DayWork:
        site_id, cases = self.work[self.cut]
        fewer = Counter(cases)
        fewer.subtract(cuts)
        kept = {service: count for service, count in fewer.items() if count > 0}
        return (*self.work[: self.cut], (site_id, kept), *self.work[self.cut + 1 :])

    def _capacity_min(self, work: DayWork) -> int:
        """Station-minutes on offer to the visit in a day of `work`; 0 or less if there is no room."""
        team, day, layer = (
            self.slot.team,
            self.slot.day,
            self.travel.layer(self.slot.team.vehicle, self.slot.day),
        )
        at = self.position
        stops = stops_of(self.vacancies, self.travel, team, day, work)
        before, after = stops[:at], stops[at + self.is_longer :]
        start, end, place = (
            self.travel.numbers[one] for one in (self.slot.start, self.slot.end, self.site.id)
        )
        chain = [start, *(stop.place for stop in before), place, *(stop.place for stop in after), end]
        legs = list(pairwise(chain))
        to_min, on_min = (int(layer.minutes[leg]) for leg in legs[at : at + 2])
        terms = break_terms(team.pause)
        stays_min = [0]
        for rest, leave_min, reach_min in day_times(layer, team, (start, end), stops).around(
            at, at + self.is_longer
        ):
            arrive_min, depart_min = leave_min + to_min, reach_min - on_min
            if rest is Rest.BEFORE:
                arrive_min = int(rested_after(terms, leave_min, to_min))
            elif rest is Rest.AFTER:
                depart_min = int(rested_before(terms, reach_min, on_min))
            stays_min += [
                min(window.end_min, depart_min) - max(window.start_min, arrive_min)
                for window in self.vacancies.windows(team, self.site, day)
            ]
        spent_min = sum(int(layer.minutes[leg]) for leg in legs) + sum(
            one.length_min for one in before + after
        )
        served = work[at][1] if self.is_longer else {}
        longest_min = (
            min(max(stays_min), limit_min(team.max_work_minutes) - spent_min) - self.site.setup_minutes
        )
        return longest_min * team.stations - station_minutes(self.scenario, served)

    def _filled(self, cuts: tuple[str, ...]) -> DayWork:
        """The day's work after `cuts`, with the best that then fits at the site."""
        work = self._without(cuts)
        site_id, cases = self.work[self.cut]
        unwanted = set(cases) - {self.service.id} if site_id == self.site.id else set()
        left = {service: count for service, count in self.left.items() if service not in unwanted}
        capacity_min = self._capacity_min(work)
        gained = best_filling(
            self.scenario, self.slot.team, self.site, self.service, left=left, capacity_min=capacity_min
        )
        return with_visit(work, self.position, self.site.id, gained, is_longer=self.is_longer)

    def _value_mdong(self, work: DayWork) -> int:
        sites = self.scenario.sites
        return sum(worth_mdong(self.scenario, sites[site], cases) for site, cases in work)
