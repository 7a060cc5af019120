"""Reasons where a team must rest, where a site has room for one team, and where a week may end anywhere.

One kilometre a minute; set-up takes 20 minutes and an ID card 12.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.plan import MadeBy, Plan, Reason, Route, ScenarioStamp, Unserved
from optimizer.domain.scenario import Break, Scenario
from optimizer.review.check import check_routes
from optimizer.review.explain import explain
from optimizer.review.figures import figures
from optimizer.review.timing import timed_route
from optimizer.review.unserved import unserved
from optimizer.review.vacancies import Vacancies
from optimizer.travel.build import build_matrix
from tests import build


def only(made: Scenario, *routes: Route) -> Unserved:
    (one,) = unserved(made, build_matrix(made), routes)
    return one


def test_a_break_may_leave_no_time_for_a_site():
    # Open 11:00-12:00 and the break must begin 11:00-11:30: 20 + 12 minutes before it end at 11:32.
    made = build.scenario(
        build.site("a"),
        hours={"noon": build.hours("noon", (660, 720))},
        teams={"to-1": build.team(name="Tổ 1", pause=Break(60, Window(660, 690)))},
    )
    made = replace(made, sites={"a": replace(made.sites["a"], hours="noon")})
    one = only(made)
    assert one.reason is Reason.IMPOSSIBLE
    assert one.detail == (
        "Tổ 1 phải nghỉ 1 giờ, bắt đầu trong khoảng 11:00–11:30, nên không còn đủ giờ cho điểm này."
    )
    assert one.would_need == "cần Tổ 1 không phải nghỉ 1 giờ trong khoảng 11:00–11:30"
    for minute, possible in ((691, False), (692, True)):
        later = build.team(name="Tổ 1", pause=Break(60, Window(660, minute)))
        assert (only(replace(made, teams={"to-1": later})).reason is not Reason.IMPOSSIBLE) == possible


def test_a_longer_shift_that_is_said_to_be_enough_has_room_for_the_break():
    # There and back 2 × 100 minutes, 32 of work and 60 of rest; the shift is 07:00-11:00, 240 minutes.
    made = build.scenario(
        build.site("a", km_north=100.0),
        teams={"to-1": build.team(name="Tổ 1", shift=Window(420, 660), pause=Break(60, Window(420, 600)))},
    )
    one = only(made)
    assert one.reason is Reason.IMPOSSIBLE
    # Without the break it would do: 420 + 200 + 32 = 652.
    assert one.detail.startswith("Tổ 1 phải nghỉ 1 giờ")
    far = replace(made, sites={"a": build.site("a", km_north=110.0)})
    # 420 + 220 + 32 = 672 without a break, 732 with it: a shift until 12:12.
    assert "ca làm của Tổ 1 đến 12:12" in only(far).would_need


def test_a_longer_working_day_that_is_said_to_be_enough_has_room_for_the_break():
    # There and back 2 × 100 minutes and 32 of work, 200 being allowed; in the shift of 240, 60 of rest.
    pause = Break(60, Window(420, 600))
    made = build.scenario(
        build.site("a", km_north=100.0),
        teams={
            "to-1": build.team(name="Tổ 1", shift=Window(420, 660), max_work_minutes=200, pause=pause),
        },
    )
    one = only(made)
    assert one.reason is Reason.IMPOSSIBLE
    assert "Tổ 1 không phải nghỉ 1 giờ" in one.would_need
    longer = replace(made.teams["to-1"], max_work_minutes=232)
    assert only(replace(made, teams={"to-1": longer})).reason is Reason.IMPOSSIBLE
    unresting = replace(longer, pause=None)
    assert only(replace(made, teams={"to-1": unresting})).reason is not Reason.IMPOSSIBLE


def small_house(closes: int, most: int | None = 1) -> Scenario:
    """A house 30 minutes off that opens at 08:00, with ten cases, and two teams."""
    house = build.site("a", km_north=30.0, hours="open", max_teams=most)
    return build.scenario(
        house,
        hours={"open": build.hours("open", (480, closes))},
        teams={name: build.team(name, name=name.replace("to-", "Tổ ")) for name in ("to-1", "to-2")},
    )


def first_team(made: Scenario, cases: int) -> Route:
    """The first team there from 08:00 on: 20 minutes and 12 for each case."""
    route = timed_route(
        made,
        build_matrix(made),
        made.teams["to-1"],
        build.day(0),
        ends=("home", "home"),
        work=[("a", {"cccd": cases})],
    )
    assert route is not None
    assert check_routes(made, build_matrix(made), [route]) == ()
    return route


def test_another_team_has_room_when_the_first_is_done():
    # Two stations would not matter: the first team serves 7 cases, 08:00-09:44, and works 20 minutes more
    # elsewhere; the house closes at 11:00.
    made = small_house(closes=660)
    route = first_team(made, 7)
    one = only(made, route)
    assert one.reason is Reason.NOT_FOUND  # the first team could stay for three cases more
    tired = replace(made.teams["to-1"], max_work_minutes=164)  # 60 of travel, 104 of work: no minute more
    one = only(replace(made, teams={**made.teams, "to-1": tired}), route)
    assert one.reason is Reason.NOT_FOUND
    assert "lúc 09:44–10:40, Tổ 2" in one.detail  # 20 + 36 minutes


@pytest.mark.parametrize(("most", "reason"), [(1, Reason.CROWDED_OUT), (2, Reason.NOT_FOUND)])
def test_a_small_house_may_be_full_while_a_team_has_time(most: int, reason: Reason):
    # 08:00-10:00 with 8 cases until 09:56: only 4 minutes are left for a second team.
    made = small_house(closes=600, most=most)
    route = first_team(made, 8)
    one = only(made, route)
    assert one.reason is reason
    if reason is Reason.CROWDED_OUT:
        assert "điểm đã đủ số tổ" in one.detail
        assert one.would_need.endswith("nhiều tổ hơn được cùng làm ở điểm này")
        travel = build_matrix(made)
        plan = Plan(
            scenario=ScenarioStamp(name="thử", sha256="0" * 64),
            made_by=MadeBy(version="1", seed=1, seconds=1, iterations=1),
            routes=(route,),
            figures=figures(made, travel, (route,)),
        )
        story = explain(made, travel, plan, "a", "vi")
        assert "các tổ đã kín giờ, hoặc điểm đã đủ tổ" in story
        assert "Tổ 2: đã kín giờ, hoặc điểm đã đủ tổ" in story


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1, [(480, 500), (560, 600), (610, 660)]),
        (2, [(480, 520), (540, 600), (610, 660)]),
        (3, [(480, 600), (610, 660)]),
    ],
)
def test_windows_are_vacant_but_for_the_time_in_which_a_site_is_full(
    most: int, expected: list[tuple[int, int]]
):
    # Teams 1 and 2 are at work 500-540 and 520-560.  Team 3 asks; team 1 would only meet team 2.
    made = small_house(closes=600, most=most)
    opened = {"open": build.hours("open", (480, 600), (610, 660))}
    teams = {name: build.team(name) for name in ("to-1", "to-2", "to-3")}
    made = replace(made, hours=opened, teams=teams)
    stay = first_team(small_house(closes=600), 1)
    spans = {"to-1": (500, 540), "to-2": (520, 560)}
    routes = [
        stay.model_copy(
            update={
                "team": name,
                "visits": (stay.visits[0].model_copy(update={"start": start, "finish": finish}),),
            }
        )
        for name, (start, finish) in spans.items()
    ]
    vacancies = Vacancies(made, routes)
    found = vacancies.windows(teams["to-3"], made.sites["a"], build.day(0))
    assert found == tuple(Window(*span) for span in expected)
    alone = vacancies.windows(teams["to-1"], made.sites["a"], build.day(0))
    assert (Window(480, 520) in alone) == (most == 1)


@pytest.mark.parametrize(("end_anywhere", "reason"), [(True, Reason.NOT_FOUND), (False, Reason.IMPOSSIBLE)])
def test_a_team_that_need_not_come_home_on_the_last_date_reaches_farther(
    end_anywhere: bool,  # noqa: FBT001
    reason: Reason,
):
    # 290 minutes there and 32 of work in a shift of 330.
    village = build.site("a", km_north=290.0, cases={"cccd": 1}, lodging=True)
    village = replace(village, priority=10.0)
    team = build.team(shift=Window(420, 750), end_anywhere=end_anywhere)
    assert only(build.scenario(village, teams={"to-1": team})).reason is reason
