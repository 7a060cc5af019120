"""Why a promise is not in the plan, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Break, Pin, Scenario
from optimizer.review.unkept import why_unkept
from tests import build
from tests.review.week import straight, week


def pin(offset: int = 0, site: str = "a", team: str = "to-1", **more: Any) -> Pin:
    return Pin(team, build.day(offset), site, **more)


def reason(made: Scenario, missed: Pin, *others: Pin, language: str = "en") -> str:
    made = replace(made, language=language)
    conflict = why_unkept(made, straight(made), missed, (missed, *others))
    assert (conflict.team, conflict.date, conflict.site) == (missed.team, missed.date, missed.site)
    return conflict.reason


@pytest.mark.parametrize(
    ("more", "missed", "rule"),
    [
        ({"team": {"dates": frozenset({build.day(1)})}}, pin(), "R1"),
        ({}, pin(start_min=11 * 60), "R4"),  # a closes at 10:30
        ({}, pin(start_min=10 * 60), "R4"),  # set-up of 20 minutes and a case of 12 end at 10:32
        ({"team": {"stations": 2}}, pin(cases={"cccd": 11}), "R6"),  # ten are outstanding
        ({"a": {"requires": frozenset({"thai"})}}, pin(), "R5"),
        ({"a": {"deadline": build.day(0)}}, pin(1), "R6"),
        ({"a": {"km_north": 400.0, "hours": None}}, pin(), "R3"),  # 13 hours of driving
    ],
)
def test_the_rule_that_stands_against_it_alone_is_named(more: Any, missed: Pin, rule: str):
    assert f": {rule} · " in reason(week(**more), missed)
    assert f": {rule} · " in reason(week(**more), missed, language="vi")


def test_where_there_is_no_road_that_is_said():
    made = replace(week(), language="en")
    travel = straight(made, no_road=[("home", "a"), ("a", "home")])
    assert "R8" in why_unkept(made, travel, pin(), (pin(),)).reason


def test_a_promise_that_could_be_kept_alone_names_the_others_of_that_day():
    told = reason(week(), pin(start_min=480), pin(site="b", start_min=490))
    assert "Thôn b" in told
    assert "not all could be" in told


def test_teams_that_were_promised_the_same_cases_are_named():
    made = week()
    made = replace(made, teams=made.teams | {"to-2": build.team("to-2", days=3, name="Tổ 2")})
    assert "Tổ 2" in reason(made, pin(cases={"cccd": 6}), pin(team="to-2", cases={"cccd": 6}))


def test_with_nothing_outstanding_there_is_nobody_to_be_promised():
    assert reason(week(a={"cases": {"away": 4}}), pin()) == "no case is outstanding here"


def test_a_team_that_is_gone_is_told():
    assert "no such team" in reason(week(), pin(team="to-9"))


def test_what_could_be_kept_and_was_not_is_owned_up_to():
    assert "no way was found" in reason(week(), pin())


def test_a_break_does_not_stand_against_a_single_visit():
    made = week(team={"pause": Break(45, Window(11 * 60, 13 * 60))})
    assert "no way was found" in reason(made, pin())
