"""A search that goes on from a plan: what it takes over, and that it comes to no harm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import FollowUp, Scenario, Service
from optimizer.engine.solve import Options, Solution, solve
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.campaigns import mountains, valley
from tests.engine.searching import searched, told
from tests.engine.test_frozen_days import at, handed_out
from tests.random_scenarios import scenarios

SEEDS = st.integers(0, 2**31 - 1)


def worth(solution: Solution) -> tuple[int, int]:
    """What plans are compared by: fewer promises broken, then a higher objective."""
    return -len(solution.unkept), solution.objective_mdong


@pytest.mark.parametrize("made", [valley(), mountains()], ids=["valley", "mountains"])
def test_a_plan_is_taken_over_as_it_is_and_then_made_better(made: Scenario):
    found = searched(made, iterations=100)
    # Nothing to insert is left after a search is closed, so that no rounds change nothing.
    assert searched(made, iterations=0, start=found.routes, seed=9).routes == found.routes
    assert searched(made, iterations=3000, start=found.routes).objective_mdong > found.objective_mdong


@settings(max_examples=60)
@given(made=scenarios(people=True, weights=True, promises=True), seed=SEEDS)
def test_going_on_from_a_plan_that_was_found_never_loses_anything(made: Scenario, seed: int):
    found = searched(made, iterations=60, seed=seed)
    for rounds in (0, 40):
        assert worth(searched(made, iterations=rounds, start=found.routes)) >= worth(found)


@settings(max_examples=40)
@given(made=scenarios(people=True, weights=True, promises=True), other=scenarios(people=True), seed=SEEDS)
def test_a_plan_for_another_campaign_is_taken_over_as_far_as_it_can_be_carried_out(
    made: Scenario, other: Scenario, seed: int
):
    # Teams, sites and services go by the same names, and mean something else.
    routes = searched(other, iterations=40, seed=seed).routes
    for rounds in (0, 20):
        searched(made, iterations=rounds, start=routes)


def by_hand(*visits: Visit, team: str = "to-1", **more: object) -> Route:
    return handed_out(*visits, team=team, **more)


def assert_no_loss(made: Scenario, *routes: Route) -> None:
    """A valid plan made by hand is worth as much after it is taken over."""
    travel = build_matrix(made)
    assert check_routes(made, travel, routes) == ()
    taken = searched(made, iterations=0, start=routes)
    assert taken.objective_mdong >= objective_mdong(made, travel, routes)


def test_follow_ups_wait_for_first_steps_that_stand_later_in_the_plan():
    services = {
        "collect": Service("collect", "", 12, then=FollowUp("activate", 0)),
        "activate": Service("activate", "", 4, 150_000),
    }
    made = build.scenario(
        build.site("a", cases={"collect": 30}),
        services=services,
        teams={"to-1": build.team(), "to-2": build.team("to-2")},
    )
    assert_no_loss(
        made, by_hand(at("a", 600, 740, activate=30)), by_hand(at("a", 490, 870, collect=30), team="to-2")
    )


def test_teams_that_follow_each_other_in_one_window_are_not_taken_over():
    # Rule R7 lets them; the search lets only one team work at a small house in each window.
    house = build.site("a", cases={"cccd": 10}, max_teams=1)
    made = build.scenario(house, teams={"to-1": build.team(), "to-2": build.team("to-2")})
    routes = by_hand(at("a", 600, 656, cccd=3)), by_hand(at("a", 656, 760, cccd=7), team="to-2")
    assert check_routes(made, build_matrix(made), routes) == ()
    taken = searched(made, iterations=0, start=routes)
    assert [told(route) for route in taken.routes] == ["to-1 on 0: a 07:10 10 cccd"]


def test_what_is_not_possible_any_more_is_left_out():
    made = build.scenario(
        build.site("a", cases={"cccd": 2}),
        build.site("shut", hours="never"),
        hours={"never": build.hours("never", days=0)},
        days=2,
        teams={"to-1": build.team(days=1)},
    )
    routes = (
        by_hand(at("a", 480, 596, cccd=8), at("shut", 600, 656, cccd=3), at("gone", 660, 700, cccd=1)),
        by_hand(at("a", 600, 656, cccd=3), day=1),
        by_hand(at("a", 600, 656, cccd=3), team="gone"),
    )
    taken = searched(made, iterations=0, start=routes)
    assert [told(route) for route in taken.routes] == ["to-1 on 0: a 07:10 2 cccd"]


def test_nights_that_are_not_allowed_any_more_are_spent_at_home():
    village = build.site("a", cases={"cccd": 80}, lodging=True)
    made = build.scenario(village, days=2, teams={"to-1": build.team(days=2, max_nights=1)})
    halfway = {"km": 10.0, "travel_minutes": 10}
    away = by_hand(at("a", 430, 1002, cccd=46), depart=420, end="a", arrive=1002, **halfway)
    back = by_hand(at("a", 420, 848, cccd=34), day=1, start="a", depart=420, arrive=858, **halfway)
    assert_no_loss(made, away, back)
    homely = replace(made, teams={"to-1": build.team(days=2)})
    taken = searched(homely, iterations=0, start=(away, back))
    assert {route.end for route in taken.routes} == {"home"}
    assert sum(visit.number_of_cases for route in taken.routes for visit in route.visits) == 80


def test_a_start_without_rounds_still_fills_what_is_left():
    made = build.scenario(build.site("a", cases={"cccd": 10}))
    options = Options(seconds=None, iterations=0)
    taken = solve(made, build_matrix(made), options, start=(by_hand(at("a", 600, 656, cccd=3)),))
    assert [told(route) for route in taken.routes] == ["to-1 on 0: a 07:10 10 cccd"]
