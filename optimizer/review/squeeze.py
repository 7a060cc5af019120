"""Makes room in a day by serving fewer cases at one visit: how many must give way, and what loses least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Site
from optimizer.review.filling import best_filling
from optimizer.review.reach import limit_min
from optimizer.review.rest import Rest, rests_after, rests_before
from optimizer.review.schedule import day_times, stops_of
from optimizer.review.served import Cell
from optimizer.review.standing import Slot, Standing
from optimizer.review.stays import DayWork, station_minutes, with_cases
from optimizer.review.wanted import Wanted, most_on

_MORE_CUT = (0, 1, 2, 3, 5, 8, 13, 21, 34)
"""Cases cut beyond the fewest that make room: minutes are whole, so a few more may fit better."""


@dataclass(frozen=True)
class Squeeze:
    """A visit to be made or made longer in a slot's day, while another visit of it is cut.

    Parameters
    ----------
    cut
        Position of the visit that is cut.
    position, is_longer
        Where the visit to `site` goes, as in `Openings`.
    asked
        The cell of which at least one case more is to be served there.
    wanted
        All that the slot's team could serve there.
    """

    standing: Standing
    slot: Slot
    cut: int
    position: int
    is_longer: bool
    site: Site
    asked: Wanted
    wanted: Sequence[Wanted]

    def best(self) -> DayWork | None:
        """The day's work that loses least, or None if no cut makes room for one case.

        Of days that are worth the same, the one with most cases at the site.
        """
        cuts = tuple(self._cuts())
        needed_min = self.asked.minutes
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
        return max((self._filled(cuts[:count]) for count in tried), key=self.standing.worths.work_mdong)

    def _cuts(self) -> Iterator[Cell]:
        """Cells of the cases that may go, one by one, the least worth per minute first; one case stays."""
        stay = self.slot.work[self.cut]
        may_go = self.standing.may_go(self.slot, self.cut)
        cells = self.standing.worths.cheapest_first(stay.site, stay.cases)
        going = [cell for cell in cells if cell != self.asked.cell for _ in range(may_go.get(cell, 0))]
        yield from going[: sum(stay.cases.values()) - 1]

    def _without(self, cuts: Sequence[Cell]) -> DayWork:
        work = self.slot.work
        fewer = Counter(work[self.cut].cases)
        fewer.subtract(cuts)
        kept = replace(work[self.cut], cases={cell: count for cell, count in fewer.items() if count > 0})
        return (*work[: self.cut], kept, *work[self.cut + 1 :])

    def _capacity_min(self, work: DayWork) -> int:
        """Station-minutes on offer to the visit in a day of `work`; 0 or less if there is no room."""
        team, travel, at = self.slot.team, self.standing.travel, self.position
        layer = travel.layer(team.vehicle, self.slot.day)
        stops = stops_of(self.standing.vacancies, travel, team, self.slot.day, work)
        before, after = stops[:at], stops[at + self.is_longer :]
        start, end, place = (travel.numbers[one] for one in (self.slot.start, self.slot.end, self.site.id))
        chain = [start, *(stop.place for stop in before), place, *(stop.place for stop in after), end]
        legs_min = [int(layer.minutes[leg]) for leg in pairwise(chain)]
        to_min, on_min = legs_min[at : at + 2]
        windows = self._windows(work)
        stays_min = [0]
        for rest, leave_min, reach_min in day_times(layer, team, (start, end), stops).around(
            at, at + self.is_longer
        ):
            arrive_min, depart_min = leave_min + to_min, reach_min - on_min
            if team.pause is not None and rest is Rest.BEFORE:
                arrive_min = rests_after(team.pause, leave_min, to_min)
            elif team.pause is not None and rest is Rest.AFTER:
                depart_min = rests_before(team.pause, reach_min, on_min)
            stays_min += [
                min(window.end_min, depart_min) - max(window.start_min, arrive_min)
                for window in windows
                if not self._is_promised(work) or arrive_min <= window.start_min
            ]
        spent_min = sum(legs_min) + sum(one.length_min for one in (*before, *after))
        served_min = station_minutes(self.standing.scenario, work[at].cases) if self.is_longer else 0
        rest_min = limit_min(team.max_work_minutes) - spent_min
        return (min(max(stays_min), rest_min) - self.site.setup_minutes) * team.stations - served_min

    def _windows(self, work: DayWork) -> Sequence[Window]:
        """When the visit may be; of a visit that must start on time, from then on."""
        windows = self.standing.vacancies.windows(self.slot.team, self.site, self.slot.day)
        start_min = work[self.position].start_min if self.is_longer else None
        if start_min is None:
            return windows
        return [Window(start_min, one.end_min) for one in windows if one.start_min <= start_min < one.end_min]

    def _is_promised(self, work: DayWork) -> bool:
        """Whether the visit must start on time."""
        return self.is_longer and work[self.position].start_min is not None

    def _filled(self, cuts: Sequence[Cell]) -> DayWork:
        """The day's work after `cuts`, with the best that then fits at the site."""
        work = self._without(cuts)
        unwanted = set(self.slot.work[self.cut].cases) - {self.asked.cell}
        wanted = [one for one in self.wanted if one.cell not in unwanted]
        most = most_on(wanted, self.standing.scenario.horizon.day_number(self.slot.day))
        gained = best_filling(self.asked, wanted, most=most, capacity_min=self._capacity_min(work))
        return with_cases(work, self.position, self.site.id, gained, is_longer=self.is_longer)
