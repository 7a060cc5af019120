"""Days of an earlier plan that stand, and what it costs to change the rest.

A kilometre takes a minute and costs 2,000 đ for the two officers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import EarlierPlan, FollowUp, Objective, Scenario, Service, Shuttle
from optimizer.engine.solve import Solution
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.searching import searched, told
from tests.exact import Exact

HOME_TRIP_DONG = 2 * 10 * 2_000


def handed_out(*visits: Visit, team: str = "to-1", day: int = 0, **more: Any) -> Route:
    """A route out to a place 10 km off and back."""
    fields: dict[str, Any] = {"start": "home", "depart": 480, "end": "home", "arrive": 900, "km": 20.0}
    return Route(team=team, date=build.day(day), visits=visits, **(fields | {"travel_minutes": 20} | more))


def at(
    site: str, start: int, finish: int, guests: dict[str, dict[str, int]] | None = None, **cases: int
) -> Visit:
    return Visit(site=site, arrive=start, start=start, finish=finish, cases=cases, guests=guests or {})


def replanned(made: Scenario, *routes: Route, frozen_until: int | None = None, **more: Any) -> Solution:
    """The plan made anew; routes until the last frozen date stand."""
    until = None if frozen_until is None else build.day(frozen_until)
    frozen = [route for route in routes if until is not None and route.date <= until]
    return searched(replace(made, earlier=EarlierPlan(routes, until)), frozen=frozen, start=routes, **more)


def days(routes: Sequence[Route]) -> list[str]:
    return [told(route) for route in routes]


def test_a_frozen_route_stands_to_the_minute_and_the_rest_is_planned_around_it():
    # It leaves late, waits, serves three of ten and idles until three in the afternoon.
    frozen = handed_out(at("a", 600, 656, cccd=3))
    solution = replanned(build.scenario(build.site("a"), days=2), frozen, frozen_until=0)
    assert solution.routes[0] == frozen
    assert days(solution.routes[1:]) == ["to-1 on 1: a 07:10 7 cccd"]
    assert solution.objective_mdong == (10 * 300_000 - 2 * HOME_TRIP_DONG) * 1000


def test_a_team_without_a_route_on_a_frozen_date_stays_without_one():
    made = build.scenario(
        build.site("a", deadline=build.day(0)),
        days=2,
        teams={"to-1": build.team(days=2), "to-2": build.team("to-2", days=2)},
    )
    frozen = handed_out(at("a", 600, 656, cccd=3))
    assert replanned(made, frozen, frozen_until=0).routes == (frozen,)
    assert replanned(made, frozen_until=0).routes == ()
    # Nothing is frozen, so that all ten are served.
    assert replanned(made, frozen).objective_mdong == (10 * 300_000 - HOME_TRIP_DONG) * 1000


def test_a_team_goes_on_from_where_it_sleeps_on_the_last_frozen_date():
    made = build.scenario(
        build.site("a", cases={"cccd": 8}, lodging=True),
        days=2,
        teams={"to-1": build.team(days=2, max_nights=1)},
        objective=Objective(night_dong=0),
    )
    frozen = handed_out(at("a", 600, 656, cccd=3), end="a", arrive=656, km=10.0, travel_minutes=10)
    solution = replanned(made, frozen, frozen_until=0)
    assert days(solution.routes) == ["to-1 on 0: a 10:00 3 cccd → a", "to-1 on 1: a 07:00 5 cccd → home"]


def test_a_team_may_not_be_left_away_from_home():
    # The night after the frozen date is the last one allowed; nothing is left to do, but it comes home.
    made = build.scenario(
        build.site("a", cases={"cccd": 3}, lodging=True),
        days=3,
        teams={"to-1": build.team(days=3, max_nights=1)},
    )
    frozen = handed_out(at("a", 600, 656, cccd=3), end="a", arrive=656, km=10.0, travel_minutes=10)
    assert days(replanned(made, frozen, frozen_until=0).routes)[1:] == ["to-1 on 1:  → home"]


def test_follow_ups_of_frozen_work_are_due_on_their_date():
    services = {
        "collect": Service("collect", "", 12, then=FollowUp("activate", 1)),
        "activate": Service("activate", "", 4, 150_000),
    }
    made = build.scenario(build.site("a", cases={"collect": 3}), days=2, services=services)
    solution = replanned(made, handed_out(at("a", 600, 656, collect=3)), frozen_until=0)
    assert days(solution.routes)[1:] == ["to-1 on 1: a 07:10 3 activate"]


def test_frozen_routes_of_one_date_may_need_each_other():
    # The first team activates in the morning whom the second collects in the afternoon.
    services = {
        "collect": Service("collect", "", 12, then=FollowUp("activate", 0)),
        "activate": Service("activate", "", 4, 150_000),
    }
    made = build.scenario(
        build.site("a", cases={"collect": 3}),
        services=services,
        teams={"to-1": build.team(), "to-2": build.team("to-2")},
    )
    frozen = (
        handed_out(at("a", 600, 632, activate=3)),
        handed_out(at("a", 700, 756, collect=3), team="to-2"),
    )
    solution = replanned(made, *frozen, frozen_until=0)
    assert solution.routes == frozen
    assert solution.objective_mdong == (3 * 450_000 - 2 * HOME_TRIP_DONG) * 1000


def test_guests_of_a_frozen_route_come_even_if_that_does_not_pay_any_more():
    # The shuttle has become dearer than the case is worth: who has been told to come still comes, once.
    made = build.scenario(
        build.site("a", km_north=20.0, cases={"cccd": 2}),
        build.site("host", cases={"cccd": 1}),
        days=2,
        shuttles=(Shuttle("a", "host", 1.0, 400_000),),
    )
    frozen = handed_out(at("host", 600, 656, {"a": {"cccd": 2}}, cccd=1))
    solution = replanned(made, frozen, frozen_until=0)
    assert solution.routes == (frozen,)
    assert solution.objective_mdong == (3 * 300_000 - 2 * 400_000 - HOME_TRIP_DONG) * 1000


# One day for both villages saves a journey of 40,000 đ, and moves one visit: it is missing on one
# date and new on the other.
@pytest.mark.parametrize(("change_dong", "routes"), [(15_000, 1), (25_000, 2)])
def test_visits_are_moved_where_that_is_worth_the_change(change_dong: int, routes: int):
    made = build.scenario(
        build.site("a", cases={"cccd": 3}),
        build.site("b", km_north=12.0, cases={"cccd": 3}),
        days=2,
        objective=Objective(change_dong=change_dong),
    )
    told_before = (
        handed_out(at("a", 600, 656, cccd=3)),
        handed_out(at("b", 600, 656, cccd=3), day=1, km=24.0, travel_minutes=24),
    )
    solution = replanned(made, *told_before)
    costs = [24 * 2_000 + 2 * change_dong, HOME_TRIP_DONG + 24 * 2_000]
    assert len(solution.routes) == routes
    assert solution.objective_mdong == (6 * 300_000 - costs[routes - 1]) * 1000
    made = replace(made, earlier=EarlierPlan(told_before))
    assert Exact(made, build_matrix(made)).best_mdong() == solution.objective_mdong


def test_visits_that_nobody_can_make_any_more_are_changes_whatever_is_planned():
    made = build.scenario(build.site("a", cases={"cccd": 3}), objective=Objective(change_dong=10_000))
    told_before = (
        handed_out(at("a", 600, 656, cccd=3)),
        handed_out(at("a", 600, 656, cccd=3), team="gone"),
        handed_out(at("gone", 600, 656, cccd=3), day=0, team="to-9"),
    )
    solution = replanned(made, *told_before)
    assert solution.objective_mdong == (3 * 300_000 - HOME_TRIP_DONG - 2 * 10_000) * 1000
