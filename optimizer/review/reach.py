"""Where a team could be on each date if it had nothing else to do.

This is exact: a day without visits may move a team from one place to sleep to another, a date on
which it does not work keeps it where it is (at its base, if it must be home then), nights away are
counted one by one, and the last date ends at its base, unless the team may end it anywhere.  Fewer
nights behind a team are never worse than more, so the fewest are enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.rest import break_terms, rested_after
from optimizer.travel.matrix import TravelMatrix

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reach:
    """Where an idle team could be.

    Parameters
    ----------
    places
        Where it may sleep, as numbers of the matrix; its base first.
    nights_behind
        Shape (days, places): the fewest consecutive nights away with which it can wake up there
        on a date; more than its `max_nights` where it cannot.
    nights_before
        Shape (days + 1, places): the most consecutive nights away with which it may wake up there
        and still be home in time; negative where it may not.
    """

    team: Team
    places: Ints
    nights_behind: Ints
    nights_before: Ints

    def usable(self) -> Ints:
        """Places where it can wake up on some date."""
        return self.places[(self.nights_behind <= self.team.max_nights).any(axis=0)]

    def beds(self) -> Ints:
        """Places where it may sleep after some date, the last one included."""
        return self.places if self.team.end_anywhere else self.usable()


def reach_of(scenario: Scenario, travel: TravelMatrix, team: Team) -> Reach:
    """Where `team` could be on each date of the horizon."""
    places = np.array([travel.numbers[place] for place in _beds(scenario, team)], dtype=np.int64)
    dates = list(scenario.horizon.dates())
    moves = daily_moves(travel, team, dates, places)
    cannot = team.max_nights + 1
    behind = np.full((len(dates), len(places)), cannot, dtype=np.int64)
    behind[0, 0] = 0
    for number, may_move in enumerate(moves[:-1]):
        woke = np.where(may_move, behind[number][:, None], cannot)
        behind[number + 1] = np.minimum(woke.min(axis=0) + 1, cannot)
        behind[number + 1, 0] = 0 if (woke[:, 0] < cannot).any() else cannot
    before = np.full((len(dates) + 1, len(places)), -1, dtype=np.int64)
    before[-1, 0] = team.max_nights
    if team.end_anywhere:
        before[-1, 1:] = team.max_nights + 1  # the night after the last date is not counted
    for number in range(len(dates) - 1, -1, -1):
        allowed = np.maximum(before[number + 1] - 1, -1)
        allowed[0] = team.max_nights
        before[number] = np.where(moves[number], allowed[None, :], -1).max(axis=1)
    return Reach(team, places, behind, before)


def way_there_and_home(
    scenario: Scenario, travel: TravelMatrix, reach: Reach, day_number: int, ends: tuple[int, int]
) -> frozenset[int]:
    """Places to sleep on a way that leads to the start of a day's route, and home from its end.

    Parameters
    ----------
    ends
        Where the day starts and ends, as positions in `Reach.places`, as a `Trip` has them.

    Returns
    -------
    Positions in `Reach.places`, base and `ends` included.
    """
    dates = list(scenario.horizon.dates())
    team, cannot = reach.team, reach.team.max_nights + 1
    at, found = ends[0], {0, *ends}
    for number in range(day_number - 1, -1, -1):
        may_move = _moves(travel, team, dates[number], reach.places)[:, at]
        at = int(np.argmin(np.where(may_move, reach.nights_behind[number], cannot)))
        found.add(at)
    at = ends[1]
    for number in range(day_number + 1, len(dates)):
        may_move = _moves(travel, team, dates[number], reach.places)[at]
        at = 0 if may_move[0] else int(np.argmax(np.where(may_move, reach.nights_before[number + 1], -1)))
        found.add(at)
    return frozenset(found)


def _beds(scenario: Scenario, team: Team) -> list[str]:
    """The base, then every place where the team may sleep away from it."""
    if team.max_nights == 0 and not team.end_anywhere:
        return [team.base]
    sites = scenario.sites
    return [
        team.base,
        *(
            place
            for place in scenario.sleeping_places
            if place != team.base
            and (place not in sites or not sites[place].vehicles or team.vehicle in sites[place].vehicles)
        ),
    ]


def daily_moves(travel: TravelMatrix, team: Team, dates: list[date], places: Ints) -> list[Flags]:
    """Where a team that works nowhere may be in the evening, by where it wakes up; one for each date.

    Dates on which travel is the same share theirs.
    """
    alike: dict[tuple[int, bool], Flags] = {}
    moves = []
    for day in dates:
        kind = travel.layer_numbers[team.vehicle, day], day in team.dates
        if kind not in alike:
            alike[kind] = _moves(travel, team, day, places)
        moves.append(alike[kind])
    return moves


def _moves(travel: TravelMatrix, team: Team, day: date, places: Ints) -> Flags:
    """Shape (places, places): where a team that works nowhere may be in the evening."""
    stays = np.eye(len(places), dtype=np.bool_)
    if day not in team.dates:
        stays[1:, 1:] &= not team.home_when_off
        return stays
    layer = travel.layer(team.vehicle, day)
    legs = np.ix_(places, places)
    may_move = layer.reachable[legs] & is_day_long_enough(team, layer.minutes[legs])
    may_move &= layer.minutes[legs] <= limit_min(team.max_work_minutes)
    may_move &= layer.drive_minutes[legs] <= limit_min(team.max_drive_minutes)
    return may_move | stays


def is_day_long_enough(team: Team, leg_min: NDArray[np.integer]) -> Flags:
    """Whether a leg, and the team's break if it must take one, fit into the shift."""
    shift, way_min = team.shift, leg_min.astype(np.int64)
    done_min = shift.start_min + way_min
    if team.pause is not None:
        done_min = rested_after(break_terms(team.pause), shift.start_min, way_min)
    fits: Flags = done_min <= shift.end_min
    return fits


def limit_min(minutes: int | None) -> int:
    """A day's limit in minutes; without one, the day itself."""
    return MINUTES_PER_DAY if minutes is None else minutes
