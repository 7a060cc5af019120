"""A day's work put on the clock: each visit, and the break, as early as they can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from optimizer.domain.plan import Pause, Route
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.schedule import Stop, earliest_finish, stops_of
from optimizer.review.stays import Work, stays_of, visit_of
from optimizer.review.vacancies import Vacancies
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True, slots=True)
class _Day:
    """When a team arrives and finishes everywhere, and when its break begins."""

    arrives_min: Sequence[int]
    finishes_min: Sequence[int]
    break_min: int | None
    done_min: int


def timed_route(
    scenario: Scenario,
    travel: TravelMatrix,
    team: Team,
    day: date,
    *,
    ends: tuple[str, str],
    work: Work,
    vacancies: Vacancies | None = None,
) -> Route | None:
    """The day route that does `work` in this order and is over soonest.

    The team leaves just in time for its first visit.  Limits on work and driving are not looked at.

    Parameters
    ----------
    ends
        Where the route starts and where it ends.
    vacancies
        When the team may work where, if other teams are to be kept clear of.

    Returns
    -------
    The route, or None if it does not fit into the shift and the windows, or has a leg without a road.
    """
    layer, stays = travel.layer(team.vehicle, day), stays_of(work)
    numbers = [travel.numbers[place] for place in (ends[0], *(stay.site for stay in stays), ends[1])]
    if not all(layer.reachable[leg] for leg in pairwise(numbers)):
        return None
    legs_min = [int(layer.minutes[leg]) for leg in pairwise(numbers)]
    stops = stops_of(vacancies or Vacancies(scenario), travel, team, day, stays)
    timed = _soonest(team, legs_min, stops)
    if timed is None:
        return None
    visits = tuple(
        visit_of(stay, arrive=arrive, start=finish - stop.length_min, finish=finish)
        for stay, stop, arrive, finish in zip(
            stays, stops, timed.arrives_min[:-1], timed.finishes_min, strict=True
        )
    )
    taken = () if team.pause is None or timed.break_min is None else (timed.break_min,)
    return Route(
        team=team.id,
        date=day,
        start=ends[0],
        depart=timed.arrives_min[0] - legs_min[0],
        end=ends[1],
        arrive=timed.arrives_min[-1],
        visits=visits,
        breaks=tuple(Pause(start=start, minutes=team.pause.minutes) for start in taken if team.pause),
        km=sum(int(layer.metres[leg]) for leg in pairwise(numbers)) / 1000,
        travel_minutes=sum(legs_min),
    )


def _soonest(team: Team, legs_min: Sequence[int], stops: Sequence[Stop]) -> _Day | None:
    """The day that is over first, among those with the break before or after each leg."""
    places = range(2 * len(legs_min)) if team.pause is not None else (-1,)
    days = [_day(team, legs_min, stops, place) for place in places]
    found = [day for day in days if day is not None and day.done_min <= team.shift.end_min]
    return min(found, key=lambda day: day.done_min, default=None)


def _day(team: Team, legs_min: Sequence[int], stops: Sequence[Stop], break_at: int) -> _Day | None:
    """The day with its break before leg k, if `break_at` is 2 k, or after it, if it is 2 k + 1."""
    now, break_min = team.shift.start_min, None
    arrives: list[int] = []
    finishes: list[int] = []
    for leg, leg_min in enumerate(legs_min):
        for half in (0, 1):
            if break_at == 2 * leg + half and team.pause is not None:
                break_min = max(now, team.pause.between.start_min)
                if break_min > team.pause.between.end_min:
                    return None
                now = break_min + team.pause.minutes
            if half == 0:
                now += leg_min
                arrives.append(now)
        if leg < len(stops):
            finish = earliest_finish(stops[leg], now)
            if finish is None:
                return None
            if leg == 0:  # it leaves just in time for its work, or for its break there
                start = finish - stops[0].length_min
                arrives[0] = start if break_min is None or break_at == 0 else break_min
            finishes.append(finish)
            now = finish
    return _Day(arrives, finishes, break_min, now)
