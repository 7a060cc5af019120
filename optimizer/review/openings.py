"""Every place in a plan's day routes where one more visit, or a longer one, could go.

An opening lies in a *variant* of a day: the day as it is, with neighbouring visits dropped, or with
one visit cut to a single case.  It is a gap between two stops, or a visit that could take more
cases.  All openings of a plan stand in parallel columns, so that a site is tried on all of them at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Scenario
from optimizer.review.costs import legs_mdong, rates_mdong
from optimizer.review.filling import cheapest_first, worth_mdong
from optimizer.review.rest import Rest
from optimizer.review.schedule import Cases, Stop, Times, day_times, station_minutes, stops_of
from optimizer.review.standing import Slot
from optimizer.review.vacancies import Vacancies
from optimizer.travel.matrix import TravelMatrix

Ints = NDArray[np.int64]
DayWork = tuple[tuple[str, Cases], ...]
"""The visits of a day in order: site id and cases."""

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
        The visits that stay; one that is cut stands here with a single case.
    dropped
        Ids of the sites whose visits are given up.
    cut
        Position in `work` of the visit that is cut; None if none is.
    """

    slot: int
    work: DayWork
    dropped: frozenset[str] = frozenset()
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
    uncut_leave_min: Ints
    uncut_reach_min: Ints
    uncut_work_min: Ints
    uncut_load_min: Ints
    gaps: Ints
    longer_at: Mapping[str, Ints]


def openings_of(vacancies: Vacancies, travel: TravelMatrix, slots: tuple[Slot, ...]) -> Openings:
    """All openings of `slots`."""
    variants: list[Variant] = []
    rows: list[tuple[int, ...]] = []
    longer_at: dict[str, list[int]] = {}
    for number, slot in enumerate(slots):
        day = _Day(vacancies, travel, slot)
        for variant in _variants(vacancies.scenario, number, slot):
            times = day.timed(variant.work)
            uncut = day.intact if variant.cut is not None else times
            for position, is_longer, rest, row in day.rows(variant, times, uncut):
                if is_longer:
                    longer_at.setdefault(variant.work[position][0], []).append(len(rows))
                rows.append((len(variants), position, int(is_longer), int(rest), number, *row))
            variants.append(variant)
    table = np.array(rows, dtype=np.int64).reshape(len(rows), len(_COLUMNS))
    columns = {name: np.ascontiguousarray(table[:, number]) for number, name in enumerate(_COLUMNS)}
    return Openings(
        slots=slots,
        variants=tuple(variants),
        gaps=np.flatnonzero(columns["is_longer"] == 0),
        longer_at={site: np.array(at, dtype=np.int64) for site, at in longer_at.items()},
        **columns,
    )


def with_visit(work: DayWork, position: int, site_id: str, cases: Cases, *, is_longer: bool) -> DayWork:
    """`work` with one more visit before a position, or with more cases at the visit that is there."""
    if not is_longer:
        return (*work[:position], (site_id, cases), *work[position:])
    merged = Counter(work[position][1]) + Counter(cases)
    return (*work[:position], (site_id, merged), *work[position + 1 :])


def _variants(scenario: Scenario, number: int, slot: Slot) -> Iterator[Variant]:
    work: DayWork = tuple((visit.site, visit.cases) for visit in slot.route.visits) if slot.route else ()
    yield Variant(number, work)
    for first in range(len(work)):
        for last in range(first + 1, len(work) + 1):
            dropped = frozenset(site for site, _ in work[first:last])
            yield Variant(number, work[:first] + work[last:], dropped)
    for at, (site_id, cases) in enumerate(work):
        if sum(cases.values()) > 1:
            kept = cheapest_first(scenario, scenario.sites[site_id], cases)[-1]
            yield Variant(number, (*work[:at], (site_id, {kept.id: 1}), *work[at + 1 :]), cut=at)


@dataclass(frozen=True, slots=True)
class _Timed:
    stops: list[Stop]
    times: Times


class _Day:
    """The reckoning of one slot's variants; it forgets itself with the slot."""

    def __init__(self, vacancies: Vacancies, travel: TravelMatrix, slot: Slot) -> None:
        self.vacancies, self.scenario = vacancies, vacancies.scenario
        self.travel, self.slot = travel, slot
        self.layer = travel.layer(slot.team.vehicle, slot.day)
        self.ends = travel.numbers[slot.start], travel.numbers[slot.end]
        self.work: DayWork = (
            tuple((visit.site, visit.cases) for visit in slot.route.visits) if slot.route else ()
        )
        self.rates = rates_mdong(self.scenario, slot.team)
        self.value_mdong = self._value_mdong(self.work)
        self.legs: dict[tuple[int, int], tuple[int, int, int]] = {}
        places = [self.ends[0], *(travel.numbers[site] for site, _ in self.work), self.ends[1]]
        self.cost_mdong = sum(self._leg(leg)[2] for leg in pairwise(places)) if slot.route else 0
        self.intact = self.timed(self.work)

    def timed(self, work: DayWork) -> _Timed:
        """The stops of `work`, and the times around them."""
        stops = stops_of(self.vacancies, self.travel, self.slot.team, self.slot.day, work)
        return _Timed(stops, day_times(self.layer, self.slot.team, self.ends, stops))

    def rows(
        self, variant: Variant, timed: _Timed, uncut: _Timed
    ) -> Iterator[tuple[int, bool, Rest, tuple[int, ...]]]:
        """Position, whether a visit gets longer, where the break lies, and the columns from `before` on."""
        places = [self.ends[0], *(stop.place for stop in timed.stops), self.ends[1]]
        legs = [self._leg(leg) for leg in pairwise(places)]
        travel_min, drive_min, cost_mdong = (sum(column) for column in zip(*legs, strict=True))
        value = self._value_mdong(variant.work) if variant.cut is None else self.value_mdong
        gain_mdong = value - self.value_mdong + self.cost_mdong
        at_sites_min = sum(stop.length_min for stop in timed.stops)
        uncut_min = sum(stop.length_min for stop in uncut.stops) - at_sites_min
        for position, leg in enumerate(legs):
            work_min = travel_min - leg[0] + at_sites_min
            for rest, between, uncut_between in _between(timed, uncut, position, position):
                row = (
                    *(places[position], places[position + 1]),
                    *between,
                    *(work_min, drive_min - leg[1], gain_mdong - cost_mdong + leg[2], 0),
                    *uncut_between,
                    *(work_min + uncut_min, 0),
                )
                yield position, False, rest, row
        for position, (stop, (_, cases)) in enumerate(zip(timed.stops, variant.work, strict=True)):
            to, on = legs[position], legs[position + 1]
            work_min = travel_min - to[0] - on[0] + at_sites_min - stop.length_min
            uncut_rest_min = uncut_min if position != variant.cut else 0
            uncut_cases = self.work[position][1] if position == variant.cut else cases
            for rest, between, uncut_between in _between(timed, uncut, position, position + 1):
                row = (
                    *(places[position], places[position + 2]),
                    *between,
                    *(work_min, drive_min - to[1] - on[1], gain_mdong - cost_mdong + to[2] + on[2]),
                    station_minutes(self.scenario, cases),
                    *uncut_between,
                    *(work_min + uncut_rest_min, station_minutes(self.scenario, uncut_cases)),
                )
                yield position, True, rest, row

    def _leg(self, leg: tuple[int, int]) -> tuple[int, int, int]:
        known = self.legs.get(leg)
        if known is None:
            cost_mdong = int(legs_mdong(self.rates, self.layer, leg))
            known = int(self.layer.minutes[leg]), int(self.layer.drive_minutes[leg]), cost_mdong
            self.legs[leg] = known
        return known

    def _value_mdong(self, work: DayWork) -> int:
        return sum(worth_mdong(self.scenario, self.scenario.sites[site], cases) for site, cases in work)


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
