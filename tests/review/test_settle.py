"""Which frozen routes still stand under the scenario as it is now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer.domain.plan import Route
from optimizer.domain.scenario import EarlierPlan, Pin, Scenario
from optimizer.language import Language
from optimizer.review.check import check_promises
from optimizer.review.settle import Promises, settle
from optimizer.review.timing import timed_route
from optimizer.travel.build import build_matrix
from tests import build
from tests.review.week import legal_routes, straight, week


def settled(made: Scenario) -> Promises:
    return settle(made, straight(made))


def frozen_week(until: int = 0, **more: object) -> Scenario:
    """The week of `tests.review.week`, made anew with its dates up to `until` frozen."""
    return replace(week(**more), earlier=EarlierPlan(tuple(legal_routes()), build.day(until)))


def test_nothing_is_promised_without_an_earlier_plan():
    assert settled(week()) == Promises()


def test_pins_of_the_scenario_are_promises():
    pin = Pin("to-1", build.day(0), "a")
    assert settled(replace(week(), pins=(pin,))).pins == (pin,)


def test_a_route_that_breaks_no_rule_stands_even_if_the_team_is_away_when_the_frost_ends():
    found = settled(frozen_week())
    assert found.frozen == tuple(legal_routes()[:1])
    assert found.conflicts == ()
    assert found.pins == ()


def test_a_route_on_a_date_that_is_now_off_is_released_and_its_visits_become_pins():
    made = frozen_week(team={"dates": frozenset({build.day(1), build.day(2)})})
    found = settled(made)
    assert found.frozen == ()
    assert [(one.team, one.date) for one in found.conflicts] == [("to-1", build.day(0))]
    assert found.conflicts[0].reason.startswith("R1")
    assert [(pin.site, pin.start_min, pin.cases) for pin in found.pins] == [
        ("a", 480, {"cccd": 5}),
        ("b", 580, {"cccd": 3, "vneid": 2}),
    ]


def test_when_cases_are_fewer_than_were_promised_the_latest_route_goes():
    # b: 3 cards on date 0 and 4 on date 1, of which 5 are left
    found = settled(frozen_week(1, b={"cases": {"cccd": 5, "vneid": 2}}))
    assert found.frozen == tuple(legal_routes()[:1])
    assert [(one.date, one.site) for one in found.conflicts] == [(build.day(1), "b")]
    assert found.conflicts[0].reason.startswith("R6")


def test_a_route_that_began_where_a_released_one_ended_is_released_too():
    # b is no lodging any more: date 0 may not end there, nor date 1 begin there
    found = settled(frozen_week(1, b={"lodging": False}))
    assert found.frozen == ()
    assert {one.date for one in found.conflicts} == {build.day(0), build.day(1)}


def test_a_team_that_could_not_come_home_in_time_loses_its_last_route():
    # away on date 0 and off ever after
    found = settled(frozen_week(team={"dates": frozenset({build.day(0)})}))
    assert found.frozen == ()
    assert found.conflicts[0].reason.startswith("R2")


def test_what_is_settled_is_no_breach_when_every_pin_is_listed():
    made = frozen_week(team={"dates": frozenset({build.day(1), build.day(2)})})
    found = settled(made)
    listed = [found.conflicts[0].model_copy(update={"site": pin.site}) for pin in found.pins]
    assert check_promises(made, (), (*found.conflicts, *listed)) == ()


def test_the_date_of_a_released_route_may_be_used_to_reach_where_the_next_begins():
    # a is open in the afternoon now, so that date 0 goes; but the team can still drive the 30 km to b on it.
    made = frozen_week(1, hours={"mornings": build.hours("mornings", (780, 1020), days=3)})
    found = settled(made)
    assert found.frozen == tuple(legal_routes()[1:])
    assert {one.date for one in found.conflicts} == {build.day(0)}
    assert found.conflicts[0].reason.startswith("R4")


def teams_at_a(*cases: int, outstanding: int) -> Scenario:
    """A route of each team to site a on date 0, for some cases each, all of them frozen."""
    teams = {f"to-{number}": build.team(f"to-{number}") for number in range(1, len(cases) + 1)}
    made = build.scenario(build.site("a", cases={"cccd": outstanding}), teams=teams)
    travel = build_matrix(made)
    routes: list[Route] = []
    for team, count in zip(teams.values(), cases, strict=True):
        work = [("a", {"cccd": count})]
        route = timed_route(made, travel, team, build.day(0), ends=("home", "home"), work=work)
        assert route is not None
        routes.append(route)
    return replace(made, earlier=EarlierPlan(tuple(routes), build.day(0)))


@pytest.mark.parametrize(
    ("cases", "outstanding", "released", "pinned"),
    [
        ((4, 6, 4), 14, [], []),
        # 14 for 10: one route of 4 is enough and does least harm; the others serve all 10.
        ((4, 6, 4), 10, ["to-1"], [{}]),
        # 14 for 9: without one of 4 there are still 10; without the one of 6 there are 8, one case is left.
        ((4, 6, 4), 9, ["to-2"], [{"cccd": 1}]),
        # 14 for 5: two must go, the two of 4 leave 6: one of 4 and the one of 6; one case is left.
        ((4, 6, 4), 5, ["to-1", "to-2"], [{"cccd": 1}, {}]),
    ],
)
def test_as_few_routes_go_as_are_enough_and_those_that_serve_fewest(
    cases: tuple[int, ...], outstanding: int, released: list[str], pinned: list[dict[str, int]]
):
    made = teams_at_a(*cases, outstanding=outstanding)
    found = settle(made, build_matrix(made))
    assert [one.team for one in found.conflicts] == released
    assert [pin.cases for pin in found.pins] == pinned
    assert all(one.team not in released for one in found.frozen)
    assert len(found.frozen) + len(released) == len(cases)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "đã hẹn 5 hồ sơ, nay ở đây chỉ còn 3"),
        ("en", "5 cases were promised here, and only 3 of them are left"),
    ],
)
def test_a_visit_of_which_cases_are_gone_is_promised_for_the_rest_and_said_so(language: Language, told: str):
    # The team is off on date 0.  At a 3 of its 5 cards are still outstanding; at b all of them.
    made = frozen_week(
        team={"dates": frozenset({build.day(1), build.day(2)})}, a={"cases": {"cccd": 3}}, language=language
    )
    found = settled(made)
    assert [(pin.site, pin.cases) for pin in found.pins] == [
        ("a", {"cccd": 3}),
        ("b", {"cccd": 3, "vneid": 2}),
    ]
    assert [(one.site, one.reason) for one in found.conflicts[1:]] == [("a", told)]
