"""R9 and P4: pins and frozen routes stand, or a conflict says why they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from optimizer.domain.plan import Conflict, MadeBy, Pause, Plan, Route, ScenarioStamp
from optimizer.domain.scenario import EarlierPlan, Pin, Scenario
from optimizer.review.check import check_plan, check_promises, check_routes
from optimizer.review.figures import figures
from optimizer.review.promises import frozen_routes, is_kept, pins_of, released_routes
from tests import build
from tests.review.week import legal_routes, route, straight, visit, week, with_route, with_visit

# The week: on date 0 to-1 is at a, 08:00 to 09:20, for 5 cards, and at b, 09:40 to 10:48, for 3 cards
# and 2 accounts; on date 1 at b, 08:00 to 09:08, for 4 cards; on date 2 nowhere.


def pin(offset: int = 0, site: str = "a", team: str = "to-1", **more: Any) -> Pin:
    return Pin(team, build.day(offset), site, **more)


def conflict(offset: int = 0, site: str = "a", team: str = "to-1", reason: str = "R4 · …") -> Conflict:
    return Conflict(team=team, date=build.day(offset), site=site, reason=reason)


def pinned(*pins: Pin) -> Scenario:
    return week(pins=pins)


def frozen(*routes: Route, until: date | None = None) -> Scenario:
    """The week made anew from a plan of some routes, frozen up to date 0 unless told."""
    return week(earlier=EarlierPlan(routes, until or build.day(0)))


def keys(scenario: Scenario, routes: list[Route], *conflicts: Conflict) -> list[str]:
    return [breach.key for breach in check_promises(scenario, routes, conflicts)]


KEPT = [
    pin(),
    pin(start_min=480),
    pin(cases={"cccd": 5}),
    pin(cases={"cccd": 4}, start_min=480),
    pin(0, "b", cases={"cccd": 3, "vneid": 2}),
    pin(1, "b", start_min=480, cases={"cccd": 4}),
]
BROKEN = [
    pin(team="to-2"),
    pin(1),  # at b on that date, not at a
    pin(2, "b"),
    pin(start_min=479),
    pin(start_min=481),
    pin(start_min=430),  # when it arrives, not when it starts
    pin(cases={"cccd": 6}),
    pin(cases={"vneid": 1}),
    pin(0, "b", cases={"cccd": 3, "vneid": 3}),
    pin(0, "b", start_min=480),  # the start of another visit
    pin(0, "nowhere"),
]


@pytest.mark.parametrize("one", KEPT)
def test_a_pin_is_kept_by_a_visit_as_promised(one: Pin):
    assert is_kept(one, legal_routes())
    assert keys(pinned(one), legal_routes()) == []


@pytest.mark.parametrize("one", BROKEN)
def test_a_pin_that_is_not_kept_is_listed_as_a_conflict(one: Pin):
    assert not is_kept(one, legal_routes())
    assert keys(pinned(one), legal_routes()) == ["R9.pin"]
    listed = Conflict(team=one.team, date=one.date, site=one.site, reason="R4 · …")
    assert keys(pinned(one), legal_routes(), listed) == []


@pytest.mark.parametrize("one", KEPT)
def test_a_pin_that_is_kept_is_no_conflict(one: Pin):
    listed = Conflict(team=one.team, date=one.date, site=one.site, reason="R4 · …")
    assert keys(pinned(one), legal_routes(), listed) == ["P4.kept"]


@pytest.mark.parametrize("other", [conflict(1), conflict(0, "b"), conflict(team="to-2")])
def test_a_conflict_is_about_the_team_the_date_and_the_site_of_a_promise(other: Conflict):
    assert keys(pinned(pin(start_min=481)), legal_routes(), other) == ["P4.unknown", "R9.pin"]


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_conflict_gives_its_reason(reason: str):
    broken = pinned(pin(start_min=481))
    assert keys(broken, legal_routes(), conflict(reason=reason)) == ["P4.no_reason"]


def test_cases_of_guests_do_not_keep_a_pin():
    routes = with_visit(legal_routes(), 0, 1, guests={"a": {"cccd": 1}})
    assert keys(pinned(pin(0, "b", cases={"cccd": 4})), routes) == ["R9.pin"]
    assert keys(pinned(pin(0, "a", cases={"cccd": 6})), routes) == ["R9.pin"]


def test_cases_of_two_visits_are_not_added_up_for_a_pin():
    # 3 + 2 cards at a on one date.
    twice = route(
        0,
        "home",
        "07:50",
        visit("a", "08:00", "08:56", cccd=3),
        visit("a", "08:56", "09:40", cccd=2),
        end="home",
        arrive="09:50",
        km=20.0,
    )
    assert keys(pinned(pin(cases={"cccd": 3}), pin(cases={"cccd": 2})), [twice]) == []
    assert keys(pinned(pin(cases={"cccd": 4})), [twice]) == ["R9.pin"]
    # Two promises with different starts take two visits.
    at = [pin(start_min=480), pin(start_min=536)]
    assert keys(pinned(*at), [twice]) == []
    assert keys(pinned(*at), [twice.model_copy(update={"visits": twice.visits[:1]})]) == ["R9.pin"]


def test_one_visit_keeps_several_pins_that_agree():
    assert keys(pinned(pin(), pin(start_min=480), pin(cases={"cccd": 1})), legal_routes()) == []


def test_without_promises_there_are_no_conflicts():
    assert keys(week(), legal_routes()) == []
    assert keys(week(), legal_routes(), conflict()) == ["P4.unknown"]


def test_frozen_routes_stand():
    scenario = frozen(*legal_routes())
    assert keys(scenario, legal_routes()) == []
    assert keys(scenario, legal_routes()[:1]) == []  # date 1 is not frozen
    assert keys(frozen(*legal_routes(), until=build.day(1)), legal_routes()[:1]) == ["R9.frozen"]


@pytest.mark.parametrize(
    "changed",
    [
        {"depart": 421},
        {"km": 30.001},
        {"breaks": (Pause(start=660, minutes=30),)},
        {"end": "home"},
        {"visits": legal_routes()[0].visits[:1]},
    ],
)
def test_a_frozen_route_stands_in_every_particular(changed: dict[str, Any]):
    assert keys(frozen(*legal_routes()), with_route(legal_routes(), 0, **changed)) == ["R9.frozen"]


def test_a_case_more_or_less_changes_a_frozen_route():
    fewer = with_visit(legal_routes(), 0, 0, cases={"cccd": 4})
    assert keys(frozen(*legal_routes()), fewer) == ["R9.frozen"]


def test_a_team_without_a_frozen_route_stays_without_one():
    idle = frozen(legal_routes()[0], until=build.day(1))
    assert keys(idle, legal_routes()) == ["R9.frozen_off"]
    assert keys(replace(idle, earlier=EarlierPlan(idle.earlier.routes, build.day(0))), legal_routes()) == []
    stranger = [*legal_routes(), with_route(legal_routes(), 0, team="to-2")[0]]
    assert keys(frozen(*legal_routes()), stranger) == ["R9.frozen_off"]


def test_nothing_is_frozen_without_a_date():
    scenario = week(earlier=EarlierPlan((legal_routes()[0],), None))
    assert keys(scenario, legal_routes()[1:]) == []
    assert frozen_routes(scenario) == ()


def test_routes_before_the_horizon_are_over():
    last_week = legal_routes()[0].model_copy(update={"date": build.day(-7)})
    assert keys(frozen(last_week, legal_routes()[0]), legal_routes()[:1]) == []


def test_a_released_route_is_listed_and_its_visits_are_kept():
    # It leaves a minute later than it did, which a conflict explains.
    scenario, late = frozen(*legal_routes()), with_route(legal_routes(), 0, depart=421)
    assert released_routes(scenario, late) == tuple(legal_routes()[:1])
    for site in ("a", "b", "home", ""):  # whichever place goes wrong, or the route as a whole
        assert keys(scenario, late, conflict(0, site)) == []
    assert keys(scenario, late, conflict(1, "b")) == ["P4.unknown", "R9.frozen"]
    assert keys(scenario, late, conflict(0, "nowhere")) == ["P4.unknown"]


def test_visits_of_a_released_route_that_are_not_kept_are_listed_too():
    scenario = frozen(*legal_routes())
    assert pins_of(legal_routes()[0]) == (
        pin(start_min=480, cases={"cccd": 5}),
        pin(0, "b", start_min=580, cases={"cccd": 3, "vneid": 2}),
    )
    without_b = with_route(legal_routes(), 0, visits=legal_routes()[0].visits[:1])
    assert keys(scenario, without_b, conflict(0, "b")) == []
    assert keys(scenario, without_b, conflict(0, "a")) == ["R9.released"]
    none = legal_routes()[1:]
    assert keys(scenario, none) == ["R9.frozen"]
    assert keys(scenario, none, conflict(0, "a")) == ["R9.released"]
    assert keys(scenario, none, conflict(0, "a"), conflict(0, "b")) == []


def test_visits_of_a_released_route_keep_their_start_and_their_cases():
    scenario = frozen(*legal_routes())
    later = with_visit(legal_routes(), 0, 1, start=581)
    assert keys(scenario, later, conflict(0, "a")) == ["R9.released"]
    fewer = with_visit(legal_routes(), 0, 1, cases={"cccd": 3, "vneid": 1})
    assert keys(scenario, fewer, conflict(0, "a")) == ["R9.released"]
    more = with_visit(legal_routes(), 0, 1, cases={"cccd": 4, "vneid": 2})
    assert keys(scenario, more, conflict(0, "")) == []


def test_a_frozen_route_that_stands_is_no_conflict():
    for site in ("", "a", "b"):
        assert keys(frozen(*legal_routes()), legal_routes(), conflict(0, site)) == ["P4.kept"]


def test_the_whole_plan_is_held_to_its_promises():
    scenario = pinned(pin(2, "b"))
    travel = straight(scenario)
    routes = tuple(legal_routes())
    plan = Plan(
        scenario=ScenarioStamp(name="thử", sha256="0" * 64),
        made_by=MadeBy(version="0", seed=1, seconds=0.0, iterations=0),
        routes=routes,
        figures=figures(scenario, travel, routes),
    )
    assert "R9.pin" in [one.key for one in check_plan(scenario, travel, plan)]
    told = plan.model_copy(update={"conflicts": (conflict(2, "b"),)})
    assert {one.code for one in check_plan(scenario, travel, told)} == {"P2"}  # nothing is listed as left
    assert check_routes(scenario, travel, routes) == ()  # promises are a plan's matter


def test_a_broken_promise_reads_naturally_in_both_languages():
    (breach,) = check_promises(pinned(pin(2, "b")), legal_routes(), ())
    assert breach.text("vi") == (
        "R9 · Tổ 1, 26/04: Thôn b – lịch hẹn không được giữ mà cũng không được nêu ở conflicts"
    )
    assert breach.text("en") == (
        "R9 · Tổ 1, 2023-04-26: Thôn b – this promise is neither kept nor listed as a conflict"
    )
    (breach,) = check_promises(frozen(*legal_routes()), legal_routes()[1:], ())
    assert breach.text("vi") == (
        "R9 · Tổ 1, 24/04: lộ trình phải giữ nguyên đã bị đổi mà không được nêu ở conflicts"
    )
