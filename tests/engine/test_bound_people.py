"""The bound where people come from elsewhere, and come again: what pays only by what follows is in it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import FollowUp, Gathering, LegTable, Scenario, Service, Shuttle
from optimizer.engine.bound import bound
from optimizer.engine.compile import compile_instance
from optimizer.engine.instant import instant_bound
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.travel.build import build_matrix
from tests.build import day, scenario, site
from tests.engine import tiny
from tests.exact import Exact

SECONDS = 1.0


def two_steps(*, first_dong: int, second_dong: int = 900_000) -> dict[str, Service]:
    """A first step of five minutes that needs power, and a second a day later that needs none."""
    return {
        "first": Service(
            id="first",
            name="A",
            minutes=5,
            value_dong=first_dong,
            needs=frozenset({"power"}),
            then=FollowUp("second", 1),
        ),
        "second": Service(id="second", name="B", minutes=5, value_dong=second_dong),
    }


def dark_village(services: dict[str, Service], **more: object) -> Scenario:
    """Twenty people of a village without power, who can take the first step only at the one beside it."""
    return scenario(
        site("dark", km_north=12.0, cases={"first": 20}, lacks=frozenset({"power"})),
        site("host", km_north=10.0, cases={"first": 1}),
        days=2,
        services=services,
        **more,
    )


BY_SHUTTLE = dark_village(
    two_steps(first_dong=100_000), shuttles=(Shuttle("dark", "host", 1.0, dong_per_case=150_000),)
)
BY_THEMSELVES = dark_village(two_steps(first_dong=0), gathering=Gathering(radius_km=5.0, turnout=1.0))


def visit(place: str, start: int, cases: dict[str, int], guests: dict[str, dict[str, int]]) -> Visit:
    """A visit with its set-up of 20 minutes, and 5 for each case."""
    served = sum(cases.values()) + sum(sum(one.values()) for one in guests.values())
    return Visit(
        site=place, arrive=start, start=start, finish=start + 20 + 5 * served, cases=cases, guests=guests
    )


def route(at: int, km: int, *visits: Visit) -> Route:
    """A day from home to the farthest visit, `km` north, and back, a kilometre a minute."""
    first, last = visits[0], visits[-1]
    there, back = (12 if one.site == "dark" else 10 for one in (first, last))
    return Route(
        team="to-1",
        date=day(at),
        start="home",
        depart=first.start - there,
        end="home",
        arrive=last.finish + back,
        visits=visits,
        km=2.0 * km,
        travel_minutes=2 * km,
    )


BY_HAND = (
    route(0, 10, visit("host", 480, {"first": 1}, {"dark": {"first": 20}})),
    # 480 + 20 + 100 = 600, and 2 minutes of way to the host
    route(1, 12, visit("dark", 480, {"second": 20}, {}), visit("host", 602, {"second": 1}, {})),
)
"""All 21 take their first step at the host, and their second at home."""


@pytest.mark.parametrize(
    ("made", "worth_dong"),
    [
        # 100,000 + 20 x (100,000 - 150,000) + 21 x 900,000 - 44 km x 1,000 - 44 min x 2 officers x 500
        pytest.param(BY_SHUTTLE, 17_912_000, id="by a shuttle that costs more than the first step is worth"),
        # 21 x 900,000 - 44 km x 1,000 - 44 min x 2 officers x 500
        pytest.param(BY_THEMSELVES, 18_812_000, id="by themselves, for a first step that is worth nothing"),
    ],
)
def test_guests_who_pay_only_by_what_follows_are_in_the_bound(made: Scenario, worth_dong: int):
    travel = build_matrix(made)
    assert check_routes(made, travel, BY_HAND) == ()
    assert objective_mdong(made, travel, BY_HAND) == worth_dong * 1000
    for known in ((), BY_HAND):
        told = bound(made, travel, seconds=SECONDS, routes=known).value_mdong / 1000
        assert worth_dong <= told <= 1.01 * worth_dong


def test_guests_who_only_cost_count_for_nothing_in_the_instant_bounds():
    # Nobody can ever be served but twenty guests, each of whom costs 50,000 đ more than they are worth.
    services = two_steps(first_dong=100_000, second_dong=0)
    made = replace(
        BY_SHUTTLE,
        services=services,
        sites=BY_SHUTTLE.sites | {"host": replace(BY_SHUTTLE.sites["host"], cases={})},
    )
    instance = compile_instance(made, build_matrix(made))
    assert instance is not None
    assert instant_bound(instance.problem)[0] == 0
    assert bound(made, build_matrix(made), seconds=SECONDS).value_mdong == 0


def legs(places: Sequence[str], rows: Sequence[tuple[str, str, int, int]]) -> LegTable:
    """Legs both ways: from, to, minutes and metres."""
    both = [*rows, *((end, start, minutes, metres) for start, end, minutes, metres in rows)]
    return LegTable(
        origin=array("i", [places.index(row[0]) for row in both]),
        destination=array("i", [places.index(row[1]) for row in both]),
        minutes=array("i", [row[2] for row in both]),
        metres=array("i", [row[3] for row in both]),
        vehicle=array("i", [-1] * len(both)),
    )


def test_a_visit_for_guests_at_a_loss_may_lie_on_the_cheapest_way():
    # Nobody lives at the pass, and whoever is driven there from b costs 1,000 đ for nothing; but by way
    # of a visit there it is 2 km to a instead of 100, there and back:
    # 3 x 300,000 - 2 x 1,000 - 4 km x 1,000 - 44 min x 2 officers x 500.  The quickest way is straight:
    # 900,000 - 240,000
    made = scenario(
        site("a", cases={"cccd": 3}),
        site("pass", km_north=5.0, cases={}, setup_minutes=0),
        site("b", km_north=30.0, cases={"paper": 2}, setup_minutes=0),
        services={
            "cccd": Service(id="cccd", name="A", minutes=12),
            "paper": Service(id="paper", name="B", minutes=5, value_dong=0),
        },
        shuttles=(Shuttle("b", "pass", 1.0, dong_per_case=1_000),),
        legs=legs(
            ("home", "a", "pass", "b"),
            [("home", "pass", 11, 1_000), ("pass", "a", 11, 1_000), ("home", "a", 20, 100_000)],
        ),
    )
    travel = build_matrix(made)
    assert Exact(made, travel).best_mdong() == 850_000_000
    assert bound(made, travel, seconds=SECONDS).value_mdong >= 850_000_000


@settings(max_examples=40)
@given(made=tiny.PEOPLE)
def test_the_best_plan_with_follow_ups_and_guests_is_never_above_the_bound(made: Scenario):
    travel = build_matrix(made)
    assert bound(made, travel, seconds=SECONDS).value_mdong >= Exact(made, travel).best_mdong()
