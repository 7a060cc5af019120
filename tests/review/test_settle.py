"""Which frozen routes still stand under the scenario as it is now."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.scenario import EarlierPlan, Pin, Scenario
from optimizer.review.check import check_promises
from optimizer.review.settle import Promises, settle
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
