"""When a team can be where on one date: the earliest and the latest times of a fixed order of stops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Site, Team
from optimizer.review.rest import (
    TOO_EARLY_MIN,
    TOO_LATE_MIN,
    Rest,
    rests_after,
    rests_before,
)
from optimizer.review.stays import Stay, station_minutes
from optimizer.review.vacancies import Vacancies
from optimizer.travel.matrix import Layer, TravelMatrix


@dataclass(frozen=True, slots=True)
class Stop:
    """Work to be timed: at a place, by row number of the matrix, inside one of its windows."""

    place: int
    length_min: int
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """Earliest and latest times around the gaps of a day, with the break of a team that must take one.

    Gap 0 is before the first stop, gap n after the last of n stops.

    Parameters
    ----------
    leaves
        When each gap can begin at the earliest, if no break is taken before it.
    rested_leaves
        The same if the break is taken before it.
    reaches
        When each gap must be over at the latest, if no break is taken after it.
    rested_reaches
        The same if the break is taken after it.
    """

    has_break: bool
    leaves: Sequence[int]
    rested_leaves: Sequence[int]
    reaches: Sequence[int]
    rested_reaches: Sequence[int]

    def around(self, first: int, last: int) -> Iterator[tuple[Rest, int, int]]:
        """Where the break may lie for something done between gap `first` and gap `last`.

        Returns
        -------
        For each way: where the break lies, when the team can leave at the earliest, and when it must
        be on at the latest.
        """
        if not self.has_break:
            ways = [(Rest.ELSEWHERE, self.leaves[first], self.reaches[last])]
        else:
            ways = [
                (Rest.ELSEWHERE, self.rested_leaves[first], self.reaches[last]),
                (Rest.ELSEWHERE, self.leaves[first], self.rested_reaches[last]),
                (Rest.BEFORE, self.leaves[first], self.reaches[last]),
                (Rest.AFTER, self.leaves[first], self.reaches[last]),
            ]
        return (way for way in ways if way[1] < TOO_LATE_MIN and way[2] > TOO_EARLY_MIN)


def visit_minutes(site: Site, station_min: int, stations: int) -> int:
    """Length of a visit: set-up, then the work shared by the stations, rounded up."""
    return site.setup_minutes + -(-station_min // stations)


def stops_of(
    vacancies: Vacancies, travel: TravelMatrix, team: Team, day: date, work: Iterable[Stay]
) -> list[Stop]:
    """The stops at which `team` does `work` on a date; one that must start on time has no other window."""
    stops, scenario = [], vacancies.scenario
    for stay in work:
        site = scenario.sites[stay.site]
        length_min = visit_minutes(site, station_minutes(scenario, stay.cases), team.stations)
        windows = vacancies.windows(team, site, day)
        if stay.start_min is not None:
            windows = _starting_at(stay.start_min, length_min, windows)
        stops.append(Stop(travel.numbers[stay.site], length_min, windows))
    return stops


def day_times(layer: Layer, team: Team, ends: tuple[int, int], stops: Sequence[Stop]) -> Times:
    """Earliest and latest times of a day, as if each stop could be skipped: they tell nothing of the whole.

    Parameters
    ----------
    ends
        Where the team starts and ends, by row number of the matrix.
    """
    places = [ends[0], *(stop.place for stop in stops), ends[1]]
    legs_min = [int(layer.minutes[leg]) if layer.reachable[leg] else TOO_LATE_MIN for leg in pairwise(places)]
    leaves, rested_leaves = _earliest_leaves(team, legs_min, stops)
    reaches, rested_reaches = _latest_reaches(team, legs_min, stops)
    return Times(team.pause is not None, leaves, rested_leaves, reaches, rested_reaches)


def _earliest_leaves(
    team: Team, legs_min: Sequence[int], stops: Sequence[Stop]
) -> tuple[list[int], list[int]]:
    leaves, rested = [team.shift.start_min], [TOO_LATE_MIN]
    for leg_min, stop in zip(legs_min, stops, strict=False):
        if team.pause is not None:
            rests_now_min = rests_after(team.pause, leaves[-1], leg_min)
            rested.append(_earliest(stop, min(rested[-1] + leg_min, rests_now_min)))
        leaves.append(_earliest(stop, leaves[-1] + leg_min))
    return leaves, rested


def _latest_reaches(
    team: Team, legs_min: Sequence[int], stops: Sequence[Stop]
) -> tuple[list[int], list[int]]:
    reaches, rested = [team.shift.end_min], [TOO_EARLY_MIN]
    for leg_min, stop in zip(reversed(legs_min), reversed(stops), strict=False):
        if team.pause is not None:
            rests_now_min = rests_before(team.pause, reaches[-1], leg_min)
            rested.append(_latest(stop, max(rested[-1] - leg_min, rests_now_min)))
        reaches.append(_latest(stop, reaches[-1] - leg_min))
    return reaches[::-1], rested[::-1]


def earliest_finish(stop: Stop, arrive_min: int) -> int | None:
    """When work at a stop can be finished at the earliest; None if no window is long enough."""
    finish_min = _earliest(stop, arrive_min)
    return None if finish_min == TOO_LATE_MIN else finish_min


def _starting_at(start_min: int, length_min: int, windows: Iterable[Window]) -> tuple[Window, ...]:
    """The time of a visit that starts then, if it lies in one of the windows."""
    span = Window(start_min, start_min + length_min)
    fits = any(one.start_min <= span.start_min and span.end_min <= one.end_min for one in windows)
    return (span,) if fits else ()


def _earliest(stop: Stop, arrive_min: int) -> int:
    for window in stop.windows:
        finish = max(arrive_min, window.start_min) + stop.length_min
        if finish <= window.end_min:
            return finish
    return TOO_LATE_MIN


def _latest(stop: Stop, leave_by_min: int) -> int:
    for window in reversed(stop.windows):
        start = min(leave_by_min, window.end_min) - stop.length_min
        if start >= window.start_min:
            return start
    return TOO_EARLY_MIN
