"""R3 shift: a day lies inside the shift, in order of time, within the limits of work and of driving."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.breach import Breach, route_breach
from optimizer.review.work import day_work_min
from optimizer.travel.matrix import Leg


def inside_the_shift(scenario: Scenario, team: Team, route: Route) -> Iterator[Breach]:
    """Departure not before the shift starts, arrival not after it ends."""
    if route.depart < team.shift.start_min:
        yield route_breach(
            scenario,
            route,
            "R3.early",
            depart=format_clock(route.depart),
            limit=format_clock(team.shift.start_min),
        )
    if route.arrive > team.shift.end_min:
        yield route_breach(
            scenario,
            route,
            "R3.late",
            arrive=format_clock(route.arrive),
            limit=format_clock(team.shift.end_min),
        )


def work_begins_after_arrival(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """No team works at a site before it is there."""
    for visit in route.visits:
        if visit.start < visit.arrive:
            yield route_breach(
                scenario,
                route,
                "R3.before_arrival",
                visit.site,
                start=format_clock(visit.start),
                arrive=format_clock(visit.arrive),
            )


def enough_rest(scenario: Scenario, team: Team, route: Route, legs: Sequence[Leg | None]) -> Iterator[Breach]:
    """Travel, set-up and service within the day's limit of work, driving within its own; waiting is free."""
    drive_min = sum(leg.drive_minutes for leg in legs if leg is not None)
    work_min = day_work_min(scenario, team, route, legs)
    if team.max_work_minutes is not None and work_min > team.max_work_minutes:
        yield route_breach(scenario, route, "R3.work", minutes=work_min, limit=team.max_work_minutes)
    if team.max_drive_minutes is not None and drive_min > team.max_drive_minutes:
        yield route_breach(scenario, route, "R3.drive", minutes=drive_min, limit=team.max_drive_minutes)
