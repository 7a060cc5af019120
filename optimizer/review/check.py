"""Checks plans against the rules, and nothing but the rules.

`check_plan` judges a whole plan, `check_routes` its routes, `check_team` one team's dates and
`check_route` one date; the smaller ones are for trying a change and leave out what lies beyond
them.  Promises (R9) may be broken by a plan that says so: `check_promises` takes the conflicts
beside the routes, `check_crews` the crews and the roster.  Every breach is collected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from optimizer.domain.plan import Conflict, Plan, Route
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.breach import Breach, in_order
from optimizer.review.check_crews import check_crews
from optimizer.review.legs import route_legs
from optimizer.review.rules import (
    p_conflicts,
    p_stated,
    r1_team_day,
    r2_continuity,
    r3_break,
    r3_shift,
    r4_window,
    r5_fitness,
    r6_demand,
    r6_guests,
    r7_site,
    r8_travel,
    r9_pins,
)
from optimizer.travel.matrix import TravelMatrix

__all__ = [
    "Breach",
    "check_crews",
    "check_demand",
    "check_plan",
    "check_promises",
    "check_route",
    "check_routes",
    "check_sites",
    "check_team",
]


def check_plan(scenario: Scenario, travel: TravelMatrix, plan: Plan) -> tuple[Breach, ...]:
    """Everything that a plan does against the rules, and every statement of it that is not so.

    Returns
    -------
    The breaches, sorted by code, team, date and site; empty for a valid plan.
    """
    return in_order(
        (
            *check_routes(scenario, travel, plan.routes),
            *p_stated.figures_recomputed(scenario, travel, plan),
            *p_stated.unserved_adds_up(scenario, plan),
            *p_stated.reason_fits_the_service(scenario, plan),
            *check_promises(scenario, plan.routes, plan.conflicts),
            *check_crews(scenario, plan),
        )
    )


def check_routes(scenario: Scenario, travel: TravelMatrix, routes: Iterable[Route]) -> tuple[Breach, ...]:
    """Everything that day routes do against R1 to R8, all teams together."""
    routes = tuple(routes)
    by_team: dict[str, list[Route]] = {}
    for route in routes:
        by_team.setdefault(route.team, []).append(route)
    breaches = [*check_demand(scenario, routes), *check_sites(scenario, routes)]
    for team_id, of_team in by_team.items():
        team = scenario.teams.get(team_id)
        if team is None:
            for route in of_team:
                breaches += check_route(scenario, travel, route)
        else:
            breaches += check_team(scenario, travel, team, of_team)
    return in_order(breaches)


def check_team(
    scenario: Scenario, travel: TravelMatrix, team: Team, routes_of_team: Sequence[Route]
) -> tuple[Breach, ...]:
    """Everything that one team's routes do against R1 to R8.

    Cases served beyond those outstanding are left to `check_demand`, teams that meet at a site to
    `check_sites`: other teams have a part in both.
    """
    return in_order(
        (
            *(one for route in routes_of_team for one in check_route(scenario, travel, route)),
            *r1_team_day.one_route_a_day(scenario, routes_of_team),
            *r2_continuity.starts_where_it_slept(scenario, team, routes_of_team),
            *r2_continuity.home_in_time(scenario, team, routes_of_team),
        )
    )


def check_route(scenario: Scenario, travel: TravelMatrix, route: Route) -> tuple[Breach, ...]:
    """Everything that one route does against the rules, whatever the other dates and teams do.

    A route of an unknown team, or on a date outside the horizon, is judged no further than that
    and its demand.
    """
    return in_order(_route_breaches(scenario, travel, route))


def check_demand(scenario: Scenario, routes: Iterable[Route]) -> tuple[Breach, ...]:
    """Cases that all routes together serve beyond those outstanding, or beyond those who come (R6)."""
    routes = tuple(routes)
    return in_order(
        (*r6_demand.within_outstanding(scenario, routes), *r6_guests.within_turnout(scenario, routes))
    )


def check_promises(
    scenario: Scenario, routes: Iterable[Route], conflicts: Iterable[Conflict]
) -> tuple[Breach, ...]:
    """Promises that are neither kept nor listed as conflicts (R9), and conflicts that are none (P4)."""
    routes, conflicts = tuple(routes), tuple(conflicts)
    return in_order(
        (
            *r9_pins.pins_kept(scenario, routes, conflicts),
            *r9_pins.frozen_routes_stand(scenario, routes, conflicts),
            *r9_pins.frozen_days_off_stand(scenario, routes),
            *p_conflicts.conflicts_are_real(scenario, routes, conflicts),
        )
    )


def check_sites(scenario: Scenario, routes: Iterable[Route]) -> tuple[Breach, ...]:
    """Sites at which all routes together have too many teams at work (R7)."""
    return in_order(r7_site.room_for_every_team(scenario, routes))


def _route_breaches(scenario: Scenario, travel: TravelMatrix, route: Route) -> Iterator[Breach]:
    yield from r1_team_day.availability(scenario, route)
    yield from r6_demand.known_and_plannable(scenario, route)
    yield from r6_demand.between_release_and_deadline(scenario, route)
    yield from r6_guests.from_other_sites(scenario, route)
    yield from r6_guests.may_come(scenario, route)
    team = scenario.teams.get(route.team)
    if team is None or route.date not in scenario.horizon:
        return
    legs = route_legs(travel, team, route)
    yield from r2_continuity.place_to_sleep(scenario, team, route)
    yield from r3_shift.inside_the_shift(scenario, team, route)
    yield from r3_shift.work_begins_after_arrival(scenario, route)
    yield from r3_shift.enough_rest(scenario, team, route, legs)
    yield from r3_break.break_as_required(scenario, team, route)
    yield from r3_break.break_in_free_time(scenario, team, route, legs)
    yield from r4_window.exact_length(scenario, team, route)
    yield from r4_window.inside_one_window(scenario, route)
    yield from r5_fitness.fit_for_its_visits(scenario, team, route)
    yield from r5_fitness.vehicle_gets_there(scenario, team, route)
    yield from r8_travel.roads_exist(scenario, route, legs)
    yield from r8_travel.arrivals_after_travel(scenario, route, legs)
    yield from r8_travel.sums_stated(scenario, route, legs)
