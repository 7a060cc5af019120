"""Making a week anew: what was handed out stands where it must, and is never made worse."""

from __future__ import annotations

import signal
from dataclasses import replace
from threading import Event
from unittest.mock import patch

import pytest

from optimizer import planning
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import EarlierPlan, Pin, Scenario
from optimizer.engine.bound import Bound
from optimizer.engine.solve import Options, Progress
from optimizer.planning import FalseBoundError, make_plan, with_bound
from optimizer.review.check import check_plan
from optimizer.review.exchange import Exchanging
from optimizer.travel.build import build_matrix
from tests import build

OPTIONS = Options(seconds=None, iterations=200)


def campaign() -> Scenario:
    """Two teams and three dates among six villages, each 8 km from the next, with 30 cases each."""
    sites = [build.site(f"s{n}", km_north=8.0 * n, cases={"cccd": 30}) for n in range(1, 7)]
    teams = {name: build.team(name, days=3) for name in ("to-1", "to-2")}
    return build.scenario(*sites, days=3, teams=teams)


def planned(made: Scenario, options: Options = OPTIONS) -> Plan:
    travel = build_matrix(made)
    plan = make_plan(made, travel, options)
    assert check_plan(made, travel, plan) == ()
    return plan


def again(made: Scenario, plan: Plan, **more: object) -> Scenario:
    """The campaign made anew from a plan."""
    return replace(made, earlier=EarlierPlan(plan.routes), **more)


def visits(plan: Plan) -> set[tuple[str, object, str]]:
    return {(route.team, route.date, visit.site) for route in plan.routes for visit in route.visits}


def test_a_plan_made_from_another_is_never_worth_less():
    first = planned(campaign(), Options(seconds=None, iterations=2000))
    for seed in range(1, 4):
        second = planned(again(campaign(), first), Options(seed=seed, seconds=None, iterations=5))
        assert second.figures.objective >= first.figures.objective


def test_frozen_dates_stand_to_the_letter_and_the_rest_is_planned_anew():
    first = planned(campaign())
    made = campaign()
    made = replace(made, earlier=EarlierPlan(first.routes, build.day(0)))
    made = replace(made, sites=made.sites | {"s7": build.site("s7", km_north=4.0, cases={"cccd": 60})})
    second = planned(made)
    frozen = [route for route in first.routes if route.date == build.day(0)]
    assert [route for route in second.routes if route.date == build.day(0)] == frozen
    assert any(site == "s7" for _, _, site in visits(second))
    assert second.conflicts == ()


def test_a_frozen_route_of_a_team_that_now_has_the_date_off_is_a_conflict_with_a_reason():
    first = planned(campaign())
    made = campaign()
    off = replace(made.teams["to-1"], dates=frozenset({build.day(1), build.day(2)}))
    made = replace(made, teams=made.teams | {"to-1": off}, earlier=EarlierPlan(first.routes, build.day(0)))
    second = planned(made)
    broken = {(one.team, one.date) for one in second.conflicts}
    assert broken == {("to-1", build.day(0))}
    assert all("R1" in one.reason for one in second.conflicts)


def test_visits_that_cost_more_to_change_than_they_can_gain_stay():
    first = planned(campaign(), Options(seconds=None, iterations=2000))
    made = campaign()
    # a new village that is worth a case's 300,000 đ each, and changes that cost a hundred times as much
    dear = replace(made.objective, change_dong=30_000_000)
    more = made.sites | {"s7": build.site("s7", km_north=4.0, cases={"cccd": 20})}
    kept = planned(again(replace(made, sites=more), first, objective=dear))
    assert visits(kept) == visits(first)
    assert kept.figures.terms.change == 0.0
    free = planned(again(replace(made, sites=more), first))
    assert any(site == "s7" for _, _, site in visits(free))


def test_a_pin_is_kept_at_its_minute_and_an_impossible_one_is_a_conflict():
    pin = Pin("to-2", build.day(1), "s6", start_min=14 * 60, cases={"cccd": 3})
    late = Pin("to-1", build.day(1), "s5", start_min=17 * 60 + 20)  # 20 minutes of set-up end at 17:40
    plan = planned(replace(campaign(), pins=(pin, late)))
    kept = [
        visit
        for route in plan.routes
        if (route.team, route.date) == ("to-2", build.day(1))
        for visit in route.visits
        if visit.site == "s6" and visit.start == 14 * 60
    ]
    assert kept
    assert kept[0].cases["cccd"] >= 3
    assert [(one.team, one.site) for one in plan.conflicts] == [("to-1", "s5")]
    assert "R3" in plan.conflicts[0].reason


def test_an_interrupt_after_the_search_reaches_python_and_not_the_system():
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        planned(campaign())
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [signal.SIGINT]


TIMED = Options(seconds=0.5, iterations=1)
"""A search so short that it leaves exchanges to be made, and half a second for both."""


def test_the_exchanges_have_a_fifth_of_the_seconds_given_and_the_search_the_rest():
    made = campaign()
    with (
        patch.object(planning, "solve", wraps=planning.solve) as searched,
        patch.object(planning, "with_paying_exchanges", wraps=planning.with_paying_exchanges) as exchanged,
    ):
        plan = planned(made, Options(seconds=0.5))
    assert searched.call_args.args[2].seconds == pytest.approx(0.4)
    assert 0 <= exchanged.call_args.kwargs["seconds"] <= 0.1
    assert plan.made_by.seconds >= 0.4


def test_rounds_alone_are_all_given_to_the_search_and_nothing_is_exchanged():
    with patch.object(planning, "with_paying_exchanges") as exchanged:
        planned(campaign())
    exchanged.assert_not_called()


@pytest.mark.parametrize("is_insisting", [False, True])
def test_who_stops_the_exchanges_has_the_plan_at_once(is_insisting: bool):  # noqa: FBT001
    made, stop = campaign(), Event()
    # more than three days of two teams can serve
    made = replace(made, sites=made.sites | {"s7": build.site("s7", cases={"cccd": 2000})})
    travel = build_matrix(made)
    told: list[Exchanging] = []

    def hear(progress: Progress | Exchanging) -> None:
        if isinstance(progress, Exchanging):
            told.append(progress)
            stop.set()
            if is_insisting:
                raise KeyboardInterrupt

    plan = make_plan(made, travel, replace(TIMED, seconds=60.0), progress=hear, stop=stop)
    assert len(told) == 1
    assert check_plan(made, travel, plan) == ()
    assert plan.made_by.seconds < 10


def test_a_search_that_was_stopped_makes_no_exchanges():
    stop = Event()
    stop.set()
    told: list[Progress | Exchanging] = []
    made = campaign()
    make_plan(made, build_matrix(made), TIMED, progress=told.append, stop=stop)
    assert not any(isinstance(one, Exchanging) for one in told)


def test_a_bound_below_a_plan_that_breaks_no_rule_is_a_defect_that_is_told():
    plan = planned(campaign())
    worth = round(plan.figures.objective * 1000)
    with pytest.raises(FalseBoundError, match="by the method 'weeks'"):
        with_bound(plan, Bound(worth - 1, "weeks", 1.0))
    assert with_bound(plan, Bound(worth, "weeks", 1.0)).figures.gap == 0.0


def test_of_a_plan_that_breaks_rules_no_bound_below_it_is_stated():
    made = campaign()
    plan = planned(made)
    first = plan.routes[0]
    broken = plan.model_copy(update={"routes": (first.model_copy(update={"arrive": 1439}), *plan.routes[1:])})
    breaches = check_plan(made, build_matrix(made), broken)
    assert breaches
    assert with_bound(broken, Bound(0, "weeks", 1.0), breaches) == broken


def test_a_stated_bound_that_the_plan_itself_refutes_gives_way_to_what_is_proven():
    made = campaign()
    plan = planned(made)
    worth = round(plan.figures.objective * 1000)
    figures = plan.figures.model_copy(update={"bound": plan.figures.objective - 1})
    refuted = plan.model_copy(update={"figures": figures})
    breaches = check_plan(made, build_matrix(made), refuted)
    assert with_bound(refuted, Bound(2 * worth, "weeks", 1.0), breaches).figures.gap == 0.5
