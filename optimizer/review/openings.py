"""Every place in a plan's day routes where one more visit, or a longer one, could go.

An opening lies in a *variant* of a day: the day as it is, with neighbouring visits dropped, or with
one visit cut to a single case.  It is a gap between two stops, or a visit that could take more
cases.  All openings of a plan stand in parallel columns, so that a site is tried on all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from optimizer.review.costs import legs_mdong, rates_mdong
from optimizer.review.rest import Rest
from optimizer.review.schedule import Stop, Times, day_times, stops_of
from optimizer.review.standing import Slot, Standing
from optimizer.review.stays import Cases, DayWork, station_minutes

Ints = NDArray[np.int64]

NO_START = -1
"""Start of a visit that may begin at any time."""

_COLUMNS = (
    "variant",
    "position",
    "is_longer",
    "rest",
    "slot",
    "before",
    "after",
    "leave_min",
    "reach_min",
    "work_min",
    "drive_min",
    "delta_mdong",
    "load_min",
    "start_min",
    "uncut_leave_min",
    "uncut_reach_min",
    "uncut_work_min",
    "uncut_load_min",
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A day as it could be: the visits that stay, what was given up for it, or which one is cut.

    Parameters
    ----------
    slot
        Number of the slot.
    work
        The visits that stay; one that is cut stands here with as little as may remain.
    dropped
        The visits that are given up.
    cut
        Position in `work` of the visit that is cut; None if none is.
    """

    slot: int
    work: DayWork
    dropped: DayWork = ()
    cut: int | None = None

    @property
    def is_intact(self) -> bool:
        """Whether the day is as the plan has it."""
        return not self.dropped and self.cut is None


@dataclass(frozen=True)
class Openings:
    """All openings of a plan in parallel columns.

    Parameters
    ----------
    variant, position
        The variant, and the place in its work: a new visit goes before this position, a longer
        visit is at it.
    is_longer
        1 for a visit that could get longer, 0 for a gap.
    rest
        Where the team's break lies, seen from the visit (`Rest`); a gap has a row for each way.
    before, after
        Places from which and to which the team travels, as numbers of the matrix.
    leave_min, reach_min
        When it can leave the one at the earliest and must reach the other at the latest.
    work_min, drive_min
        Minutes of the day but for this visit and its two legs.
    delta_mdong
        What the variant changes in the objective, but for this visit's gain and its two legs.
    load_min
        Station-minutes already worked at a visit that gets longer.
    start_min
        When a visit that gets longer must begin; -1 if that was not promised.
    uncut_leave_min, uncut_reach_min, uncut_work_min, uncut_load_min
        The same while the visit that the variant cuts is not cut.
    longer_at
        Rows of visits that could get longer, by site id.
    gaps
        Rows of gaps.
    """

    slots: tuple[Slot, ...]
    variants: tuple[Variant, ...]
    variant: Ints
    position: Ints
    is_longer: Ints
    rest: Ints
    slot: Ints
    before: Ints
    after: Ints
    leave_min: Ints
    reach_min: Ints
    work_min: Ints
    drive_min: Ints
    delta_mdong: Ints
    load_min: Ints
    start_min: Ints
    uncut_leave_min: Ints
    uncut_reach_min: Ints
    uncut_work_min: Ints
    uncut_load_min: Ints
    gaps: Ints
    longer_at: Mapping[str, Ints]


def openings_of(standing: Standing, hurry: Callable[[], None] = lambda: None) -> Openings:
    """All openings of a plan.

    Parameters
    ----------
    hurry
        Called for every slot; what it raises ends the work.
    """
    variants: list[Variant] = []
    rows: list[tuple[int, ...]] = []
    longer_at: dict[str, list[int]] = {}
    for number, slot in enumerate(standing.slots):
        hurry()
        day = _Day(standing, slot)
        for variant in _variants(standing, number, slot):
            times = day.timed(variant.work)
            uncut = day.intact if variant.cut is not None else times
            for position, is_longer, rest, row in day.rows(variant, times, uncut):
                if is_longer:
                    longer_at.setdefault(variant.work[position].site, []).append(len(rows))
                rows.append((len(variants), position, int(is_longer), int(rest), number, *row))
            variants.append(variant)
    table = np.array(rows, dtype=np.int64).reshape(len(rows), len(_COLUMNS))
    columns = {name: np.ascontiguousarray(table[:, number]) for number, name in enumerate(_COLUMNS)}
    return Openings(
        slots=standing.slots,
        variants=tuple(variants),
        gaps=np.flatnonzero(columns["is_longer"] == 0),
        longer_at={site: np.array(at, dtype=np.int64) for site, at in longer_at.items()},
        **columns,
    )


def _variants(standing: Standing, number: int, slot: Slot) -> Iterator[Variant]:
    work = slot.work
    yield Variant(number, work)
    for first in range(len(work)):
        for last in range(first + 1, len(work) + 1):
            if standing.may_drop(slot, first, last):
                yield Variant(number, work[:first] + work[last:], work[first:last])
    for at, stay in enumerate(work):
        least = _least(standing, slot, at)
        if sum(least.values()) < sum(stay.cases.values()):
            yield Variant(number, (*work[:at], replace(stay, cases=least), *work[at + 1 :]), cut=at)


def _least(standing: Standing, slot: Slot, position: int) -> Cases:
    """As little as may remain of a visit: what must stay, or one case of what is worth most per minute."""
    stay, may_go = slot.work[position], standing.may_go(slot, position)
    must = {cell: count - may_go.get(cell, 0) for cell, count in stay.cases.items()}
    must = {cell: count for cell, count in must.items() if count > 0}
    return must or {standing.worths.cheapest_first(stay.site, stay.cases)[-1]: 1}


@dataclass(frozen=True, slots=True)
class _Timed:
    stops: list[Stop]
    times: Times


class _Day:
    """The reckoning of one slot's variants; it forgets itself with the slot."""

    def __init__(self, standing: Standing, slot: Slot) -> None:
        self.standing, self.slot = standing, slot
        travel = standing.travel
        self.layer = travel.layer(slot.team.vehicle, slot.day)
        self.ends = travel.numbers[slot.start], travel.numbers[slot.end]
        self.work = slot.work
        self.rates = rates_mdong(standing.scenario, slot.team)
        self.worth_mdong = standing.worths.work_mdong(self.work)
        self.legs: dict[tuple[int, int], tuple[int, int, int]] = {}
        places = [self.ends[0], *(travel.numbers[stay.site] for stay in self.work), self.ends[1]]
        self.cost_mdong = sum(self._leg(leg)[2] for leg in pairwise(places)) if slot.route else 0
        self.intact = self.timed(self.work)

    def timed(self, work: DayWork) -> _Timed:
        """The stops of `work`, and the times around them."""
        standing, slot = self.standing, self.slot
        stops = stops_of(standing.vacancies, standing.travel, slot.team, slot.day, work)
        return _Timed(stops, day_times(self.layer, slot.team, self.ends, stops))

    def rows(
        self, variant: Variant, timed: _Timed, uncut: _Timed
    ) -> Iterator[tuple[int, bool, Rest, tuple[int, ...]]]:
        """Position, whether a visit gets longer, where the break lies, and the columns from `before` on."""
        places = [self.ends[0], *(stop.place for stop in timed.stops), self.ends[1]]
        legs = [self._leg(leg) for leg in pairwise(places)]
        travel_min, drive_min, cost_mdong = (sum(column) for column in zip(*legs, strict=True))
        is_cut = variant.cut is not None
        worth_mdong = self.worth_mdong if is_cut else self.standing.worths.work_mdong(variant.work)
        gain_mdong = worth_mdong - self.worth_mdong + self.cost_mdong
        at_sites_min = sum(stop.length_min for stop in timed.stops)
        uncut_min = sum(stop.length_min for stop in uncut.stops) - at_sites_min
        scenario = self.standing.scenario
        for position, leg in enumerate(legs):
            work_min = travel_min - leg[0] + at_sites_min
            for rest, between, uncut_between in _between(timed, uncut, position, position):
                row = (
                    *(places[position], places[position + 1]),
                    *between,
                    *(work_min, drive_min - leg[1], gain_mdong - cost_mdong + leg[2], 0, NO_START),
                    *uncut_between,
                    *(work_min + uncut_min, 0),
                )
                yield position, False, rest, row
        for position, (stop, stay) in enumerate(zip(timed.stops, variant.work, strict=True)):
            to, on = legs[position], legs[position + 1]
            work_min = travel_min - to[0] - on[0] + at_sites_min - stop.length_min
            uncut_rest_min = uncut_min if position != variant.cut else 0
            uncut_cases = self.work[position].cases if position == variant.cut else stay.cases
            start_min = NO_START if stay.start_min is None else stay.start_min
            for rest, between, uncut_between in _between(timed, uncut, position, position + 1):
                row = (
                    *(places[position], places[position + 2]),
                    *between,
                    *(work_min, drive_min - to[1] - on[1], gain_mdong - cost_mdong + to[2] + on[2]),
                    *(station_minutes(scenario, stay.cases), start_min),
                    *uncut_between,
                    *(work_min + uncut_rest_min, station_minutes(scenario, uncut_cases)),
                )
                yield position, True, rest, row

    def _leg(self, leg: tuple[int, int]) -> tuple[int, int, int]:
        known = self.legs.get(leg)
        if known is None:
            cost_mdong = int(legs_mdong(self.rates, self.layer, leg))
            known = int(self.layer.minutes[leg]), int(self.layer.drive_minutes[leg]), cost_mdong
            self.legs[leg] = known
        return known


def _between(
    timed: _Timed, uncut: _Timed, first: int, last: int
) -> Iterator[tuple[Rest, tuple[int, int], tuple[int, int]]]:
    """For each way to place the break: leaving and reaching times, and those of the uncut day."""
    uncut_ways = {
        rest: (leave_min, reach_min) for rest, leave_min, reach_min in uncut.times.around(first, last)
    }
    for rest, leave_min, reach_min in timed.times.around(first, last):
        between = leave_min, reach_min
        yield rest, between, uncut_ways.get(rest, between)
