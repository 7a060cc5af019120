"""Where a team sleeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from optimizer.domain.calendar import Horizon
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Team


def beds(horizon: Horizon, team: Team, routes: Iterable[Route]) -> Mapping[date, str]:
    """The place where a team is when each date of the horizon ends, in order of date.

    It is where the date's route ends; a team with no route stays where it is.
    """
    ends = {route.date: route.end for route in in_time_order(routes)}
    asleep_at = team.base
    slept = {}
    for day in horizon.dates():
        asleep_at = ends.get(day, asleep_at)
        slept[day] = asleep_at
    return slept


def nights_away(horizon: Horizon, team: Team, routes: Iterable[Route]) -> int:
    """Nights between two dates of the horizon that a team spends away from its base."""
    slept = beds(horizon, team, routes)
    return sum(place != team.base for day, place in slept.items() if day != horizon.end)


def in_time_order(routes: Iterable[Route]) -> list[Route]:
    """Routes by date and departure."""
    return sorted(routes, key=lambda route: (route.date, route.depart))
