"""Why a promise is not in the plan, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Break, EarlierPlan, FollowUp, Pin, Scenario
from optimizer.review.unkept import why_unkept
from tests import build
from tests.review.week import legal_routes, straight, week


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


FAR = {"km_north": 300.0, "hours": None, "cases": {"cccd": 2}}
INN = {"km_north": 290.0, "lodging": True, "cases": {"cccd": 5}}


def test_what_is_possible_with_a_night_on_the_way_is_not_called_impossible():
    # 300 km there and back are 600 minutes, 32 of work: more than the 630 of the shift.  From b, 10 km off,
    # where the team may sleep once, it is possible; without a night it is not.
    assert "no way was found" in reason(week(a=FAR, b=INN), pin(1))
    assert ": R3 · " in reason(week(a=FAR, b=INN, team={"max_nights": 0}), pin(1))


def test_a_break_that_leaves_no_time_is_named():
    # a is open 08:00-10:30; a break of 150 minutes must begin within it at 08:00 or at 08:10, for 32 of work.
    pause = Break(150, Window(8 * 60, 8 * 60 + 10))
    made = week(team={"pause": pause})
    assert "break leaves no time" in reason(made, pin())
    assert "giờ nghỉ bắt buộc" in reason(made, pin(), language="vi")


def test_promises_of_other_dates_are_named_if_not_all_can_be_kept():
    # On date 2, when it must come home, a is reached only from b, 10 km off.  On date 1 the team is to be
    # at c, 200 km the other way: 200 minutes, 32 of work, and 490 on to b are more than a shift.
    made = week(a=FAR, b=INN)
    made = replace(made, sites={**made.sites, "c": build.site("c", km_north=-200.0)})
    rival = pin(1, "c")
    assert reason(made, pin(2), rival) == (
        "alone it could be kept, but the team is promised to Thôn c on 25/04 too: it cannot keep all"
    )
    assert "Thôn c ngày 25/04" in reason(made, pin(2), rival, language="vi")
    # From a on date 1 it can sleep at b and come home on date 2.
    assert "no way was found" in reason(made, pin(1), pin(0, "c"))


def test_promises_that_could_be_kept_together_are_not_blamed():
    assert "no way was found" in reason(week(), pin(start_min=480), pin(site="b", start_min=580))


def test_a_promise_that_could_not_be_kept_itself_is_not_blamed_for_another():
    # The rival begins at a minute at which its site is closed.
    assert "no way was found" in reason(week(), pin(site="b"), pin(start_min=11 * 60))


def test_teams_that_were_promised_cases_enough_for_all_are_not_blamed():
    made = week()
    made = replace(made, teams=made.teams | {"to-2": build.team("to-2", days=3, name="Tổ 2")})
    assert "no way was found" in reason(made, pin(cases={"cccd": 6}), pin(team="to-2", cases={"cccd": 4}))


def test_the_frozen_days_of_the_team_are_named():
    # Date 0 stands as it was, and is spent at a and b: nothing can be added at b that begins at noon.
    made = week()
    made = replace(made, earlier=EarlierPlan(tuple(legal_routes()), build.day(0)))
    told = reason(made, pin(site="b", start_min=12 * 60))
    assert told == "alone it could be kept, but not beside the frozen days of this very team"
    assert "đã chốt" in reason(made, pin(site="b", start_min=12 * 60), language="vi")


def test_a_house_that_frozen_routes_of_others_fill_is_said_to_be_full():
    # a takes one team, and Tổ 1 is there 08:00-09:20 on the frozen date 0.  The frozen route of Tổ 2 ends
    # where it may not sleep, so that its date is open again: it promised to begin at a at 09:00.
    made = week(a={"max_teams": 1})
    released = legal_routes()[0].model_copy(update={"team": "to-2", "visits": ()})
    made = replace(
        made,
        teams=made.teams | {"to-2": build.team("to-2", days=3, name="Tổ 2")},
        earlier=EarlierPlan((legal_routes()[0], released), build.day(0)),
    )
    assert "as many teams then as may work there" in reason(made, pin(team="to-2", start_min=9 * 60))
    assert "đã đủ số tổ" in reason(made, pin(team="to-2", start_min=9 * 60), language="vi")
    later = pin(team="to-2", start_min=9 * 60 + 20)
    assert "no way was found" in reason(made, later)


@pytest.mark.parametrize(("cards", "told"), [(4, "no way was found"), (5, ": R6 · ")])
def test_a_follow_up_may_be_promised_as_far_as_its_first_steps_could_make_it_due(cards: int, told: str):
    # Two activations are due, and each of two cards may make one more from the next date on.
    services = {
        "cccd": replace(week().services["cccd"], then=FollowUp("vneid", 1)),
        "vneid": week().services["vneid"],
        "away": week().services["away"],
    }
    made = week(services=services, b={"cases": {"cccd": 2, "vneid": 2}})
    assert told in reason(made, pin(1, "b", cases={"vneid": cards}))
