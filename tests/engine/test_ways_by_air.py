"""Where the quickest way is not the cheapest, nor the one with least driving: legs by air.

A detour then never takes fewer minutes, but it may cost less, or be driven less, so that a
stop that is taken out can make a route worse or break a limit.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Link, Scenario, Service
from optimizer.engine.solve import Options, solve
from optimizer.review.check import check_routes
from optimizer.travel.build import build_matrix
from tests import build
from tests.travel.graphs import given

HOME, A, B = range(3)
CARD = Service(id="cccd", name="Cấp CCCD", minutes=12)


def flight(origin: str, destination: str, minutes: int, *, dong_per_officer: int = 0) -> Link:
    return Link(origin, destination, minutes, 0, dong_per_officer, one_way=True)


def islands(*sites: Any, **more: Any) -> Scenario:
    """By road past a, home to b is 50 minutes of driving; by air over a it is 60 without any."""
    return build.scenario(
        *sites,
        legs=given((HOME, B, 50, 1000)),
        links=(
            flight("home", "a", 30, dong_per_officer=25_000),
            flight("a", "b", 30),
            flight("b", "home", 30),
            flight("a", "home", 10),
        ),
        **more,
    )


def checked(made: Scenario, seed: int) -> tuple[Route, ...]:
    travel = build_matrix(made)
    routes = solve(made, travel, Options(seed=seed, seconds=None, iterations=500)).routes
    assert check_routes(made, travel, routes) == ()
    return routes


def two_teams() -> Scenario:
    """The one case at a is cheaper by to-2, but then to-1 would drive 50 minutes to b: more than 40."""
    return islands(
        build.site("a", cases={"cccd": 1}),
        build.site("b", cases={"cccd": 20}, requires=frozenset({"boat"})),
        teams={
            "to-1": build.team("to-1", officers=4, skills=frozenset({"boat"}), max_drive_minutes=40),
            "to-2": build.team("to-2", officers=1),
        },
    )


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_stop_is_not_taken_out_where_the_way_past_it_is_driven_too_long(seed: int):
    visits = [visit for route in checked(two_teams(), seed) for visit in route.visits]
    assert [(visit.site, visit.cases) for visit in visits] == [("a", {"cccd": 1}), ("b", {"cccd": 20})]


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_last_case_of_a_stop_is_not_given_up_where_the_stop_is_needed(seed: int):
    # The slow case at a takes the time of five at b, but without it there would be no stop at a.
    made = islands(
        build.site("a", cases={"slow": 1}),
        build.site("b", cases={"cccd": 50}),
        services={"cccd": CARD, "slow": Service(id="slow", name="Hồ sơ khó", minutes=60)},
        teams={"to-1": build.team(officers=4, max_drive_minutes=40)},
    )
    (route,) = checked(made, seed)
    assert [visit.site for visit in route.visits] == ["a", "b"]
    assert route.visits[0].cases == {"slow": 1}


@pytest.mark.parametrize("seed", range(1, 6))
def test_nobody_stops_where_nobody_is_served_to_save_a_fare(seed: int):
    # The flight to b is quick and dear, the roads over a are slow and cheap.  Nobody can be served at a:
    # one case needs a skill that only a team without a working day has, the other takes 500 minutes.
    made = build.scenario(
        build.site("a", cases={"long": 1, "skilled": 1}),
        build.site("b", cases={"cccd": 20}),
        legs=given((HOME, A, 40, 1000), (A, B, 40, 1000), (B, HOME, 30, 1000), (A, HOME, 40, 1000)),
        links=(flight("home", "b", 30, dong_per_officer=1_000_000),),
        services={
            "cccd": CARD,
            "long": Service(id="long", name="Hồ sơ rất khó", minutes=500),
            "skilled": Service(id="skilled", name="Ký số", minutes=12, requires=frozenset({"seal"})),
        },
        teams={
            "to-1": build.team("to-1"),
            "to-2": build.team("to-2", skills=frozenset({"seal"}), dates=frozenset()),
        },
    )
    (route,) = checked(made, seed)
    assert [(visit.site, visit.cases) for visit in route.visits] == [("b", {"cccd": 20})]
