"""Exchanges that pay: what was promised stands, and they end at once when they are told to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from optimizer.domain.plan import Route
from optimizer.domain.scenario import EarlierPlan, Pin, Scenario, Service
from optimizer.review.check import check_promises, check_routes
from optimizer.review.exchange import Exchanging, with_paying_exchanges
from optimizer.review.figures import objective_mdong
from optimizer.review.stays import Stay
from optimizer.review.timing import timed_route
from optimizer.travel.build import build_matrix
from tests import build

DAYS = 2
FULL = 21
"""Cases in a visit of FULL × 12 = 252 minutes, set-up aside."""


def campaign() -> Scenario:
    """Two villages; a team works for 300 minutes a day, and what is left at `b` is worth thrice as much.

    A day at `a` takes 10 + 20 + 252 + 10 = 292 minutes: there is no room for 20 of set-up at `b`, but
    for a shorter visit at `a`.
    """
    a = build.site("a", cases={"cccd": FULL * DAYS})
    b = build.site("b", cases={"gap": 5})
    more = {"gap": Service(id="gap", name="Gấp", minutes=12, value_dong=900_000)}
    made = build.scenario(a, b, days=DAYS, teams={"to-1": build.team(days=DAYS, max_work_minutes=300)})
    return replace(made, services={**made.services, **more})


def planned(made: Scenario) -> tuple[Route, ...]:
    """A plan that visits `a` alone, on both days."""
    travel, team = build_matrix(made), made.teams["to-1"]
    work = (Stay("a", {("a", "cccd"): FULL}),)
    days = (
        timed_route(made, travel, team, build.day(number), ends=("home", "home"), work=work)
        for number in range(DAYS)
    )
    routes = tuple(route for route in days if route is not None)
    assert len(routes) == DAYS
    assert check_routes(made, travel, routes) == ()
    return routes


def exchanged(made: Scenario, **more: Any) -> tuple[Route, ...]:
    return with_paying_exchanges(made, build_matrix(made), planned(made), **more)


def worth_mdong(made: Scenario, routes: tuple[Route, ...]) -> int:
    return objective_mdong(made, build_matrix(made), routes)


def visits(routes: tuple[Route, ...], day: int) -> dict[str, int]:
    """Cases by site on one day."""
    return {
        visit.site: sum(visit.cases.values())
        for route in routes
        if route.date == build.day(day)
        for visit in route.visits
    }


def test_what_is_worth_more_is_served_in_place_of_what_is_worth_less():
    routes = exchanged(campaign())
    assert visits(routes, 0).get("b", 0) + visits(routes, 1).get("b", 0) == 5
    assert check_routes(campaign(), build_matrix(campaign()), routes) == ()


@pytest.mark.parametrize("day", range(DAYS))
def test_what_was_promised_for_a_day_stands_and_the_other_day_gives_way(day: int):
    pin = Pin("to-1", build.day(day), "a", cases={"cccd": FULL})
    made = replace(campaign(), pins=(pin,))
    routes = exchanged(made)
    assert visits(routes, day) == {"a": FULL}
    assert visits(routes, 1 - day)["b"] == 5
    assert check_promises(made, routes, ()) == ()


def test_a_promise_of_some_cases_leaves_the_others_to_give_way():
    pins = tuple(Pin("to-1", build.day(day), "a", cases={"cccd": FULL - 4}) for day in range(DAYS))
    made = replace(campaign(), pins=pins)
    routes = exchanged(made)
    # 8 minutes are free and 4 × 12 give way: 56, of which 20 go on set-up: 3 cases of 12 at `b`.
    assert [visits(routes, day)["a"] >= FULL - 4 for day in range(DAYS)] == [True, True]
    assert sum(visits(routes, day).get("b", 0) for day in range(DAYS)) >= 3
    assert check_promises(made, routes, ()) == ()


def test_frozen_routes_stand_and_later_ones_give_way():
    made = campaign()
    before = planned(made)
    routes = exchanged(replace(made, earlier=EarlierPlan(before, build.day(0))))
    assert routes[0] == before[0]
    assert visits(routes, 1)["b"] == 5
    assert exchanged(replace(made, earlier=EarlierPlan(before, build.day(1)))) == before


@dataclass
class Asked:
    """Says stop from some question on, and counts the questions."""

    patience: int
    asked: int = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > self.patience


def test_exchanges_end_at_the_first_word_even_in_the_middle_of_one():
    made, before = campaign(), planned(campaign())
    travel = build_matrix(made)
    whole = Asked(10_000)
    best = exchanged(made, is_stopped=whole)
    told: list[Exchanging] = []
    for patience in range(whole.asked):
        asked = Asked(patience)
        told.clear()
        routes = exchanged(made, is_stopped=asked, tell=told.append)
        assert asked.asked == patience + 1
        assert check_routes(made, travel, routes) == ()
        assert routes == before or worth_mdong(made, routes) > worth_mdong(made, before)
    # Far more questions than cells looked at: every one of them is looked at in many steps.
    assert whole.asked > 5 * len(told)
    assert best != before


def test_exchanges_end_when_their_time_is_over_whatever_they_are_at():
    ticks = iter(range(10_000))
    told: list[Exchanging] = []
    routes = exchanged(campaign(), seconds=6, clock=lambda: float(next(ticks)), tell=told.append)
    assert routes == planned(campaign())
    assert len(told) == 1
    # One tick to begin, six more of time, and at most one question after that.
    assert next(ticks) <= 1 + 6 + 1
    assert told[0].made == 0
    assert told[0].seconds_left is not None
    assert 0 < told[0].seconds_left < 6


def test_an_interrupt_keeps_the_exchanges_made_before_it():
    made = campaign()
    best = exchanged(made)

    def interrupted(exchanging: Exchanging) -> None:
        if exchanging.made:
            raise KeyboardInterrupt

    routes = exchanged(made, tell=interrupted)
    assert check_routes(made, build_matrix(made), routes) == ()
    assert routes != planned(made)
    assert len(routes) == len(best)
