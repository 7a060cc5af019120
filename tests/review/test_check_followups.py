"""R6 and P2 over the days of a plan: what is outstanding when, follow-ups and recorded work included.

At Thôn a (km 10) and Thôn b (km 12): accounts are collected (5 minutes), the SIM card is registered
(5 minutes) a day later, the account activated (5 minutes) two days after that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import MadeBy, Plan, Reason, Route, ScenarioStamp, Unserved
from optimizer.domain.scenario import FollowUp, Gathering, Scenario, Service, Shuttle, WorkDone
from optimizer.review.breach import Breach
from optimizer.review.check import check_demand, check_plan, check_routes
from optimizer.review.figures import figures
from tests import build
from tests.review.week import route, straight, visit

CHAIN = {
    "collect": Service("collect", "Thu nhận", minutes=5, then=FollowUp("sim", 1)),
    "sim": Service("sim", "Đăng ký SIM", minutes=5, then=FollowUp("activate", 2)),
    "activate": Service("activate", "Kích hoạt", minutes=5),
}


def chain(*, a: Mapping[str, Any] | None = None, services: Any = None, **more: Any) -> Scenario:
    """Ten accounts to collect at Thôn a and nothing yet to activate, over six dates."""
    sites = [
        build.site("a", **({"cases": {"collect": 10}} | dict(a or {}))),
        build.site("b", km_north=12.0, cases={}),
    ]
    defaults: dict[str, Any] = {
        "services": services or CHAIN,
        "teams": {name: build.team(name, days=6) for name in ("to-1", "to-2")},
    }
    return build.scenario(*sites, days=6, **(defaults | more))


def on(
    offset: int,
    *,
    site: str = "a",
    team: str = "to-1",
    home: str | None = None,
    at_min: int = 540,
    **cases: int,
) -> Route:
    """A day with one visit, there and back; people of `home` come to it if it is given."""
    km = {"a": 10, "b": 12}[site]
    finish = at_min + 20 + 5 * sum(cases.values())
    made = visit(site, format_clock(at_min), format_clock(finish), **({} if home else cases))
    if home:
        made = build.with_guests(made, {home: cases})
    return route(
        offset,
        "home",
        format_clock(at_min - km),
        made,
        end="home",
        arrive=format_clock(finish + km),
        km=2.0 * km,
        team=team,
    )


def found(scenario: Scenario, *routes: Route) -> tuple[Breach, ...]:
    return check_routes(scenario, straight(scenario), routes)


def keys(scenario: Scenario, *routes: Route) -> list[str]:
    return [breach.key for breach in found(scenario, *routes)]


def told(scenario: Scenario, *routes: Route) -> list[tuple[str, int, object, object]]:
    """Key, days after the start, served and possible of each breach."""
    return [
        (one.key, (one.date - build.START).days, one.values["served"], one.values["possible"])
        for one in found(scenario, *routes)
        if one.date is not None
    ]


@pytest.mark.parametrize(("offset", "expected"), [(1, ["R6.too_many"]), (2, []), (5, [])])
def test_a_follow_up_is_served_from_its_own_date_on(offset: int, expected: list[str]):
    # Collected on date 1, so the SIM card may be registered from date 1 + 1 on.
    routes = [on(1, collect=4), on(offset, team="to-2", sim=4)]
    assert keys(chain(), *routes) == expected


def test_a_follow_up_of_the_same_day_is_served_on_that_day_in_any_order():
    at_once = CHAIN | {"collect": replace(CHAIN["collect"], then=FollowUp("sim", 0))}
    same_day = [on(1, team="to-2", at_min=900, collect=4), on(1, sim=4)]
    assert keys(chain(services=at_once), *same_day) == []
    assert keys(chain(services=at_once), on(0, sim=1), *same_day[:1]) == ["R6.too_many"]


def test_no_more_follow_ups_are_served_than_first_steps():
    routes = [on(0, collect=4), on(1, sim=4), on(2, sim=1)]
    assert keys(chain(), *routes[:2]) == []
    assert told(chain(), *routes) == [("R6.too_many", 2, 5, 4)]


def test_what_is_served_too_soon_is_told_once_though_it_is_made_good():
    # By date 1: 4 registered, 2 collected by date 0; from date 2 on 6 collected are enough.
    routes = [on(0, collect=2), on(1, sim=4), on(1, team="to-2", collect=4), on(3, sim=2)]
    assert told(chain(), *routes) == [("R6.too_many", 1, 4, 2)]
    (breach,) = check_demand(chain(), routes)
    assert breach.text("vi") == (
        "R6 · 25/04: Thôn a – đến hết ngày này kế hoạch làm 4 hồ sơ «Đăng ký SIM», nhưng mới chỉ có 2"
    )
    assert breach.text("en") == (
        "R6 · 2023-04-25: Thôn a – "
        "by the end of this date the plan serves 4 cases of “Đăng ký SIM”, but only 2 are due"
    )


def test_follow_ups_come_beside_cases_that_are_already_outstanding():
    scenario = chain(a={"cases": {"collect": 10, "sim": 3}})
    # 3 from the start, 2 more from date 1 on.
    assert keys(scenario, on(0, collect=2, sim=3), on(1, sim=2)) == []
    assert told(scenario, on(0, collect=2, sim=4), on(1, sim=1)) == [("R6.too_many", 0, 4, 3)]
    assert told(scenario, on(0, collect=2, sim=3), on(1, sim=3)) == [("R6.too_many", 1, 6, 5)]


def test_a_chain_of_three_takes_its_time():
    # Collected on date 0, registered from date 1, activated from date 1 + 2.
    steps = [on(0, collect=2), on(1, sim=2)]
    assert keys(chain(), *steps, on(3, activate=2)) == []
    assert told(chain(), *steps, on(2, activate=2)) == [("R6.too_many", 2, 2, 0)]
    assert told(chain(), steps[0], on(3, activate=2)) == [("R6.too_many", 3, 2, 0)]


def test_two_first_steps_may_have_one_follow_up():
    both = CHAIN | {"at_home": Service("at_home", "Thu nhận tại nhà", minutes=5, then=FollowUp("sim", 3))}
    scenario = chain(services=both, a={"cases": {"collect": 10, "at_home": 5}})
    # From date 1 two, from date 3 one more.
    first = on(0, collect=2, at_home=1)
    assert keys(scenario, first, on(1, sim=2), on(3, sim=1)) == []
    assert told(scenario, first, on(2, sim=3)) == [("R6.too_many", 2, 3, 2)]


def test_a_follow_up_is_outstanding_where_the_people_live():
    scenario = chain(gathering=Gathering(radius_km=3.0, turnout=1.0))
    away = on(0, site="b", home="a", collect=4)
    assert keys(scenario, away, on(1, sim=4)) == []
    assert told(scenario, away, on(1, site="b", sim=4)) == [("R6.too_many", 1, 4, 0)]


def test_follow_ups_that_the_plan_makes_are_served_at_home_alone():
    # The turnout is a share of what is outstanding whatever is planned: none of sim.
    scenario = chain(gathering=Gathering(radius_km=3.0, turnout=1.0))
    assert keys(scenario, on(0, collect=4), on(1, site="b", home="a", sim=1)) == ["R6.turnout"]


@pytest.mark.parametrize(
    ("people", "key"),
    [
        ({"gathering": Gathering(radius_km=3.0, turnout=0.5)}, "R6.turnout"),
        ({"shuttles": (Shuttle("a", "b", turnout=0.5),)}, "R6.shuttle_turnout"),
    ],
)
def test_recorded_follow_ups_count_for_the_turnout(people: dict[str, Any], key: str):
    # 5 registered long ago, 1 activated since: 4 to activate, of whom 0.5 × 4 = 2 come to b.
    scenario = chain(work_done=(done(9, "sim", 5), done(3, "activate", 1)), **people)
    assert keys(scenario, on(0, site="b", home="a", activate=2)) == []
    assert keys(scenario, on(0, site="b", home="a", activate=3)) == [key]


def test_release_and_deadline_bind_follow_ups_too():
    scenario = chain(a={"cases": {"collect": 10}, "deadline": build.day(1)})
    assert keys(scenario, on(0, collect=1), on(1, sim=1)) == []
    assert keys(scenario, on(0, collect=1), on(2, sim=1)) == ["R6.deadline"]


def done(days_before: int, service: str, cases: int) -> WorkDone:
    return WorkDone(build.START - timedelta(days=days_before), "a", service, cases)


@pytest.mark.parametrize(("offset", "expected"), [(0, ["R6.too_many"]), (1, []), (2, [])])
def test_work_recorded_earlier_makes_follow_ups(offset: int, expected: list[str]):
    # Registered the day before the horizon: due two days later, on date 1.
    scenario = chain(work_done=(done(1, "sim", 3),))
    assert keys(scenario, on(offset, activate=3)) == expected
    assert keys(scenario, on(2, activate=4)) == ["R6.too_many"]


def test_follow_ups_recorded_as_done_are_due_no_more():
    # 3 and 2 registered long ago, 4 activated since: 1 left.
    scenario = chain(work_done=(done(9, "sim", 3), done(8, "sim", 2), done(3, "activate", 4)))
    assert keys(scenario, on(0, activate=1)) == []
    assert keys(scenario, on(0, activate=2)) == ["R6.too_many"]


def plan(scenario: Scenario, routes: tuple[Route, ...], unserved: Mapping[str, int]) -> Plan:
    """A plan that lists cases of Thôn a as left."""
    left = tuple(
        Unserved(site="a", service=service, cases=cases, reason=Reason.CROWDED_OUT, detail="…")
        for service, cases in unserved.items()
    )
    return Plan(
        scenario=ScenarioStamp(name="thử", sha256="0" * 64),
        made_by=MadeBy(version="0", seed=1, seconds=0.0, iterations=0),
        routes=routes,
        unserved=left,
        figures=figures(scenario, straight(scenario), routes),
    )


@pytest.mark.parametrize(
    ("routes", "left"),
    [
        # Nothing collected: ten left, and nothing to register.
        ((), {"collect": 10}),
        # Four collected, three of them registered, none activated.
        ((on(0, collect=4), on(2, sim=3)), {"collect": 6, "sim": 1, "activate": 3}),
        # Registered on date 3: due on date 5, the last one.
        ((on(0, collect=4), on(3, sim=4)), {"collect": 6, "activate": 4}),
        # Registered on date 4: due on date 6, after the horizon.
        ((on(0, collect=4), on(4, sim=4)), {"collect": 6}),
        # Collected on the last date: due after it.
        ((on(5, collect=4),), {"collect": 6}),
    ],
)
def test_follow_ups_due_within_the_horizon_are_left_if_they_are_not_served(
    routes: tuple[Route, ...], left: dict[str, int]
):
    scenario = chain()
    travel = straight(scenario)
    assert check_plan(scenario, travel, plan(scenario, routes, left)) == ()
    for service in CHAIN:
        wrong = {**left, service: left.get(service, 0) + 1}
        (breach,) = check_plan(scenario, travel, plan(scenario, routes, wrong))
        assert (breach.key, breach.values["remaining"]) == ("P2.unserved", left.get(service, 0))


def test_recorded_follow_ups_are_left_if_they_are_not_served():
    scenario = chain(work_done=(done(1, "sim", 3),))
    travel = straight(scenario)
    assert check_plan(scenario, travel, plan(scenario, (), {"collect": 10, "activate": 3})) == ()
    assert [one.key for one in check_plan(scenario, travel, plan(scenario, (), {"collect": 10}))] == [
        "P2.unserved"
    ]


def test_follow_ups_that_are_only_counted_are_left_and_not_plannable():
    counted = CHAIN | {"sim": Service("sim", "Đăng ký SIM", minutes=None, plannable=False)}
    scenario = chain(services=counted)
    made = plan(scenario, (on(0, collect=4),), {"collect": 6, "sim": 4})
    left = (made.unserved[0], made.unserved[1].model_copy(update={"reason": Reason.NOT_PLANNABLE}))
    assert check_plan(scenario, straight(scenario), made.model_copy(update={"unserved": left})) == ()
    assert [one.key for one in check_plan(scenario, straight(scenario), made)] == ["P3.not_plannable"]


def test_coverage_is_the_share_of_what_is_outstanding_whatever_is_planned():
    # Of 10 and 3: 4 collected; 3 + 4 registered, of which 3 count.  Served 11, covered 7 / 13.
    scenario = chain(a={"cases": {"collect": 10, "sim": 3}})
    made = figures(scenario, straight(scenario), [on(0, collect=4), on(1, sim=7)])
    assert (made.cases, made.of, made.coverage) == (11, 13, 7 / 13)


def test_all_is_covered_though_follow_ups_are_left():
    scenario = chain(a={"cases": {"collect": 2}})
    made = figures(scenario, straight(scenario), [on(0, collect=2)])
    assert (made.cases, made.of, made.coverage) == (2, 2, 1.0)
