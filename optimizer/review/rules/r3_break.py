"""R3 break: a team takes the break that it must, on every date with a route.

How a plan's times are read: the team stands where it slept until `depart`; it leaves a site at
the visit's `finish`; the leg to the next place takes its minutes of the matrix in one piece, at
any time between leaving and the `arrive` there; from `arrive` to `start` it waits, and after the
route's last `arrive` it stands where it sleeps.  So a break is right inside the shift before
`depart`, or after leaving one place and before service begins at the next (or the shift ends) if
the leg still fits whole, before the break or after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Pause, Route
from optimizer.domain.scenario import Break, Scenario, Team
from optimizer.review.breach import Breach, route_breach, stretch
from optimizer.travel.matrix import Leg


def break_as_required(scenario: Scenario, team: Team, route: Route) -> Iterator[Breach]:
    """Exactly the break that the team must take is listed: its length, begun within its window."""
    if team.pause is None:
        if route.breaks:
            yield route_breach(scenario, route, "R3.break_none", number=len(route.breaks))
        return
    if len(route.breaks) != 1:
        yield route_breach(scenario, route, "R3.break_number", number=len(route.breaks))
    for taken in route.breaks:
        yield from _against_its_terms(scenario, team.pause, route, taken)


def break_in_free_time(
    scenario: Scenario, team: Team, route: Route, legs: Sequence[Leg | None]
) -> Iterator[Breach]:
    """A break lies inside the shift, overlaps neither travel nor service, and splits no leg."""
    for taken in route.breaks:
        span = Window(taken.start, taken.start + taken.minutes)
        if span.start_min < team.shift.start_min or span.end_min > team.shift.end_min:
            yield route_breach(
                scenario, route, "R3.break_shift", taken=stretch(span), shift=stretch(team.shift)
            )
        elif span.end_min > route.depart and not _is_free(team, route, legs, span):
            yield route_breach(scenario, route, "R3.break_overlaps", taken=stretch(span))


def _against_its_terms(scenario: Scenario, required: Break, route: Route, taken: Pause) -> Iterator[Breach]:
    if taken.minutes != required.minutes:
        yield route_breach(
            scenario, route, "R3.break_minutes", minutes=taken.minutes, needed=required.minutes
        )
    if not required.between.start_min <= taken.start <= required.between.end_min:
        yield route_breach(
            scenario,
            route,
            "R3.break_window",
            start=format_clock(taken.start),
            between=stretch(required.between),
        )


def _is_free(team: Team, route: Route, legs: Sequence[Leg | None], span: Window) -> bool:
    """Whether a break after departure lies between two stays, and the leg between them still fits."""
    leaves_min = (route.depart, *(visit.finish for visit in route.visits))
    arrives_min = (*(visit.arrive for visit in route.visits), route.arrive)
    busy_again_min = (*(visit.start for visit in route.visits), team.shift.end_min)
    for leg, leave_min, arrive_min, again_min in zip(
        legs, leaves_min, arrives_min, busy_again_min, strict=True
    ):
        leg_min = leg.minutes if leg is not None else 0
        is_between = leave_min <= span.start_min and span.end_min <= again_min
        is_whole = leave_min + leg_min <= span.start_min or span.end_min + leg_min <= arrive_min
        if is_between and is_whole:
            return True
    return False
