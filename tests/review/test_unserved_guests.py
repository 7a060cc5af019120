"""Reasons where people move, come again and were promised, worked out by hand.

Along a straight road, one kilometre a minute; a team of two officers is charged 1,000 đ a kilometre
and 2 × 500 đ a minute, so that a kilometre costs 2,000 đ.  Set-up takes 20 minutes, an ID card 12 minutes
of the only station; it is worth 300,000 đ.  The shift is 07:00–17:30, 630 minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.plan import Reason, Route, Unserved
from optimizer.domain.scenario import (
    EarlierPlan,
    FollowUp,
    Gathering,
    Objective,
    Pin,
    Scenario,
    Service,
    Shuttle,
    WorkDone,
)
from optimizer.review.check import check_routes
from optimizer.review.stays import Stay
from optimizer.review.timing import timed_route
from optimizer.review.unserved import unserved
from optimizer.travel.build import build_matrix
from tests import build


def day_of(made: Scenario, *stays: Stay, offset: int = 0, team: str = "to-1") -> Route:
    """A route from home and back; it breaks no rule."""
    travel = build_matrix(made)
    ends = "home", "home"
    route = timed_route(made, travel, made.teams[team], build.day(offset), ends=ends, work=stays)
    assert route is not None
    return route


def cards(host: str, **cases: int) -> Stay:
    """A visit for ID cards, by home."""
    return Stay(host, {(home, "cccd"): count for home, count in cases.items()})


def left(made: Scenario, *routes: Route, language: str = "vi") -> list[Unserved]:
    made = replace(made, language=language)
    assert check_routes(made, build_matrix(made), routes) == ()
    return list(unserved(made, build_matrix(made), routes))


def by_boat(**more: Any) -> Scenario:
    """Ten cards at a, which only boats reach, and five at b, 1 km on: six of the ten come to b."""
    defaults: dict[str, Any] = {"gathering": Gathering(radius_km=2.0, turnout=0.6)}
    return build.scenario(
        build.site("a", vehicles=frozenset({"boat"})),
        build.site("b", km_north=11.0, cases={"cccd": 5}),
        **(defaults | more),
    )


def test_where_no_team_can_come_as_many_are_possible_as_come_to_a_neighbour():
    # The visit to b from 07:11 on gets 20 + 11 × 12 = 152 minutes long: until 09:43.
    made = by_boat()
    impossible, possible = left(made, day_of(made, cards("b", b=5)))
    assert (impossible.site, impossible.cases, impossible.reason) == ("a", 4, Reason.IMPOSSIBLE)
    assert impossible.detail == (
        "Xe của các tổ đều không vào được điểm này; chỉ thuyền vào được."
        " Người dân có thể đến nơi khác để làm, nhưng cả kế hoạch nhiều nhất 6 hồ sơ."
    )
    assert impossible.would_need == "cần tổ đi thuyền, hoặc nhiều người hơn đến được điểm khác"
    assert (possible.site, possible.cases, possible.reason) == ("a", 6, Reason.NOT_FOUND)
    assert possible.detail == (
        "Vẫn còn chỗ: ngày 24/04, lúc 07:11–09:43, to-1 làm thêm được 6 hồ sơ Cấp CCCD tại Thôn b mà không"
        " phải bỏ việc nào; giá trị kế hoạch tăng 1.800.000 đ."
    )


def test_the_split_is_told_in_english_too():
    made = by_boat()
    impossible, possible = left(made, day_of(made, cards("b", b=5)), language="en")
    assert impossible.detail.endswith(
        "The people may be served elsewhere, but 6 cases at most over the whole plan."
    )
    assert impossible.would_need.endswith("or more people who come to other sites")
    assert "6 cases of Cấp CCCD at Thôn b more" in possible.detail


def test_once_all_have_come_who_come_the_rest_is_impossible():
    made = by_boat()
    (only,) = left(made, day_of(made, cards("b", b=5, a=6)))
    assert (only.cases, only.reason) == (4, Reason.IMPOSSIBLE)


def test_nobody_comes_farther_than_the_radius_or_for_another_service():
    for gathering in (Gathering(radius_km=0.9, turnout=1.0), Gathering(2.0, 1.0, frozenset({"vneid"}))):
        made = by_boat(gathering=gathering)
        (only,) = left(made, day_of(made, cards("b", b=5)))
        assert (only.cases, only.reason) == (10, Reason.IMPOSSIBLE)
        assert "nơi khác" not in only.detail


@pytest.mark.parametrize(
    ("dong_per_case", "reason", "detail"),
    [
        # As many as may come, half of ten: 5 × (300,000 − 299,000).
        (299_000, Reason.NOT_FOUND, "làm thêm được 5 hồ sơ Cấp CCCD tại Thôn b mà không phải bỏ việc nào;"),
        # One case at a loss is better than five.
        (
            350_000,
            Reason.CROWDED_OUT,
            "không bỏ việc nào, nhưng xe đưa đón thêm 350.000 đ: tốn 350.000 đ, còn các hồ sơ này chỉ đáng",
        ),
    ],
)
def test_a_shuttle_pays_or_not_by_what_it_costs(dong_per_case: int, reason: Reason, detail: str):
    made = by_boat(gathering=None, shuttles=(Shuttle("a", "b", 0.5, dong_per_case),))
    _, possible = left(made, day_of(made, cards("b", b=5)))
    assert (possible.cases, possible.reason) == (5, reason)
    assert detail in possible.detail


def test_several_channels_each_have_their_own_limit():
    # By themselves 6 come, to c; the shuttle brings 3 to b, which is within the radius too.
    made = by_boat(shuttles=(Shuttle("a", "b", 0.3, 0),))
    made = replace(made, sites={**made.sites, "c": build.site("c", km_north=9.0, cases={})})
    impossible, possible = left(made, day_of(made, cards("b", b=5)))
    assert (impossible.cases, possible.cases) == (1, 9)


def test_guests_fill_the_day_at_a_site_that_has_nothing_itself():
    # c has nothing to serve.  There and back 2 × 9 km; 20 + 6 × 12 minutes: 6 × 300,000 − 18 × 2,000.
    made = build.scenario(
        build.site("a", vehicles=frozenset({"boat"})),
        build.site("c", km_north=9.0, cases={}),
        gathering=Gathering(radius_km=2.0, turnout=0.6),
    )
    _, possible = left(made)
    assert "lúc 07:09–08:41, to-1 làm thêm được 6 hồ sơ Cấp CCCD tại Thôn c" in possible.detail
    assert possible.detail.endswith("tăng 1.764.000 đ.")


def two_steps(then_days: int = 1, **more: Any) -> Scenario:
    """Cards at a are followed by activations; a is open on the first two of three dates."""
    defaults: dict[str, Any] = {
        "services": {
            "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12, then=FollowUp("activate", then_days)),
            "activate": Service(id="activate", name="Kích hoạt", minutes=6, value_dong=150_000),
        },
        "hours": {"early": build.hours("early", (420, 1080), days=2)},
    }
    return build.scenario(build.site("a", hours="early"), days=3, **(defaults | more))


def test_a_follow_up_that_the_plan_makes_is_left_and_told():
    # Ten cards on date 0, ten activations due from date 1 on: 2 × 10 km and 20 + 60 minutes,
    # 10 × 150,000 − 20 × 2,000 = 1,460,000 đ.
    made = two_steps()
    (only,) = left(made, day_of(made, cards("a", a=10)))
    assert (only.service, only.cases, only.reason) == ("activate", 10, Reason.NOT_FOUND)
    assert "ngày 25/04, lúc 07:10–08:30, to-1 làm thêm được 10 hồ sơ Kích hoạt" in only.detail
    assert "1.460.000 đ" in only.detail


def test_a_follow_up_due_after_the_last_open_date_says_that_the_first_step_came_too_late():
    made = two_steps()
    (only,) = left(made, day_of(made, cards("a", a=10), offset=1))
    assert (only.service, only.cases, only.reason) == ("activate", 10, Reason.CROWDED_OUT)
    assert only.detail == (
        "Các hồ sơ này là bước sau của Cấp CCCD, đến hạn từ ngày 26/04; từ ngày ấy không tổ nào làm được nữa,"
        " kể cả khi không làm việc khác."
    )
    assert only.would_need == "cần Cấp CCCD xong chậm nhất ngày 24/04"
    (only,) = left(made, day_of(made, cards("a", a=10), offset=1), language="en")
    assert only.detail.startswith(
        "These cases follow Cấp CCCD and are due from 26/04 on; from then on no team"
    )
    assert only.would_need == "Cấp CCCD served by 24/04"


def test_what_falls_due_after_the_horizon_is_not_left():
    made = two_steps(then_days=3)
    assert left(made, day_of(made, cards("a", a=10))) == []


def test_a_follow_up_on_the_same_date_may_be_served_by_the_same_visit():
    made = two_steps(then_days=0)
    (only,) = left(made, day_of(made, cards("a", a=10)))
    assert only.reason is Reason.NOT_FOUND
    assert "ngày 24/04, lúc 07:10–10:30, to-1 làm thêm được 10 hồ sơ Kích hoạt" in only.detail


def test_follow_ups_of_recorded_work_that_fall_due_too_late_are_impossible_and_others_are_not():
    # Three cards done on 22/04 are followed up 4 days later, on the closed date 2.  The two activations that
    # are listed are possible on date 0.
    services = two_steps().services
    made = two_steps(
        services={**services, "cccd": replace(services["cccd"], then=FollowUp("activate", 4))},
        work_done=(WorkDone(build.day(-2), "a", "cccd", 3),),
    )
    made = replace(made, sites={"a": replace(made.sites["a"], cases={"activate": 2})})
    late, listed = left(made)
    assert (late.cases, late.reason) == (3, Reason.IMPOSSIBLE)
    assert late.detail == (
        "Các hồ sơ này là bước sau của Cấp CCCD, sớm nhất đến hạn từ ngày 26/04. Điểm này đóng cửa: không có"
        " khung giờ gặp dân nào vào 26/04."
    )
    assert (listed.cases, listed.reason) == (2, Reason.NOT_FOUND)


def test_a_deadline_before_follow_ups_fall_due_is_named():
    made = two_steps(work_done=(WorkDone(build.day(-1), "a", "cccd", 3),))
    made = replace(
        made,
        services={**made.services, "cccd": replace(made.services["cccd"], then=FollowUp("activate", 2))},
        sites={"a": replace(made.sites["a"], cases={}, deadline=build.day(0))},
    )
    (only,) = left(made)
    assert (only.cases, only.reason) == (3, Reason.IMPOSSIBLE)
    assert only.detail.endswith("Hạn chót 24/04 là trước ngày đó (25/04).")
    assert only.would_need == "cần thời hạn của điểm có ngày nằm trong kế hoạch (25/04–26/04)"


def test_a_first_step_on_which_follow_ups_depend_does_not_give_way():
    # Cards on date 0 and their activations on date 1 fill nothing; but b pays ten times as much and is open
    # while the cards are served only: 07:10-09:30 are taken by a.
    made = two_steps()
    made = replace(
        made,
        sites={
            **made.sites,
            "b": build.site("b", km_north=-10.0, cases={"cccd": 1}, hours="b", priority=10.0),
        },
        hours={**made.hours, "b": build.hours("b", (440, 500))},
        services={**made.services, "cccd": replace(made.services["cccd"], minutes=30)},
    )
    first = day_of(made, cards("a", a=2))
    second = day_of(made, Stay("a", {("a", "activate"): 2}), offset=1)
    told = {(one.site, one.service): one for one in left(made, first, second)}
    # Without the activations the visit to a may be dropped, or cut; with both of them it may not.
    assert "bỏ Thôn a" not in told["b", "cccd"].detail
    free = {(one.site, one.service): one for one in left(made, first)}
    assert free["b", "cccd"].reason is Reason.NOT_FOUND


def crowded(**more: Any) -> tuple[Scenario, Route]:
    """Forty-nine cards at a fill the day, 10 + 20 + 588 + 10 = 628 of 630; three at b are worth twice."""
    made = build.scenario(
        build.site("a", cases={"cccd": 49}), build.site("b", cases={"cccd": 3}, priority=2.0), **more
    )
    return made, day_of(made, cards("a", a=49))


@pytest.mark.parametrize(
    ("cases", "reason"),
    [
        # Three at b take 56 minutes, of which two are free: five of a (60) give way.  45 may be promised.
        ({"cccd": 44}, Reason.NOT_FOUND),
        # One less may go: two at b take 44 minutes, and four of a (48) give way: as good as before.
        ({"cccd": 45}, Reason.CROWDED_OUT),
        ({"cccd": 49}, Reason.CROWDED_OUT),
        ({}, Reason.NOT_FOUND),
    ],
)
def test_only_cases_beyond_those_promised_give_way(cases: Mapping[str, int], reason: Reason):
    made, route = crowded(pins=(Pin("to-1", build.day(0), "a", cases=cases),))
    (only,) = left(made, route)
    assert only.reason is reason


def test_a_promised_visit_is_not_dropped_and_keeps_its_start():
    # b is worth more than a but open 10:00-11:00 only, 20 km off: a promised its start at 10:00.
    made = build.scenario(
        build.site("a", cases={"cccd": 2}),
        build.site("b", km_north=-10.0, cases={"cccd": 3}, hours="late"),
        hours={"late": build.hours("late", (600, 660))},
    )
    free = day_of(made, Stay("a", {("a", "cccd"): 2}, start_min=600))
    (only,) = left(made, free)
    assert only.reason is Reason.NOT_FOUND
    pinned = replace(made, pins=(Pin("to-1", build.day(0), "a", start_min=600),))
    (only,) = left(pinned, free)
    assert only.reason is Reason.CROWDED_OUT
    assert only.detail.startswith("Các tổ làm được đã kín giờ")


def test_a_frozen_route_is_not_touched_and_that_is_said():
    made, route = crowded()
    frozen = replace(made, earlier=EarlierPlan((route,), build.day(0)))
    (only,) = left(frozen, route)
    assert only.reason is Reason.CROWDED_OUT
    assert only.detail == (
        "Chỉ làm được trong những ngày đã chốt (đến hết 24/04), mà kế hoạch của những ngày đó giữ nguyên."
    )
    assert only.would_need == "cần mở lại phần kế hoạch đã chốt (đến hết 24/04)"


def test_a_team_gets_no_route_on_a_frozen_date_on_which_it_had_none():
    made = build.scenario(build.site("a"), earlier=EarlierPlan((), build.day(0)))
    (only,) = left(made)
    assert only.reason is Reason.CROWDED_OUT
    assert "đã chốt" in only.detail


def test_work_that_makes_teams_uneven_is_charged():
    # Two teams: one works for 20 + 20 + 12 = 52 minutes, the other not.  Each is 26 from the mean: it costs
    # 52 × 10,000 đ: 300,000 − 20 × 2,000 − 520,000 = −260,000 đ.
    teams = {name: build.team(name) for name in ("to-1", "to-2")}
    made = build.scenario(
        build.site("a", cases={"cccd": 1}), teams=teams, objective=Objective(unevenness_dong=10_000)
    )
    (only,) = left(made)
    assert only.reason is Reason.CROWDED_OUT
    assert only.detail == (
        "Ngày 24/04, to-1 có thể làm thêm 1 hồ sơ Cấp CCCD mà không bỏ việc nào, nhưng phải đi thêm 20,0 km,"
        " 20 phút và các tổ làm việc chênh nhau hơn (520.000 đ): tốn 560.000 đ, còn các hồ sơ này chỉ đáng"
        " 300.000 đ."
    )
    assert only.would_need == "mỗi hồ sơ phải đáng giá trên 560.000 đ (nay 300.000 đ)"


def test_as_many_cases_are_named_as_pay_where_uneven_work_is_charged():
    # At 30,000 đ a minute a case of 12 minutes costs 360,000 đ, but the first 52 minutes even out the work of
    # the other team, 52 minutes at b.  With one case it is exactly even; each more is a loss of 60,000 đ.
    teams = {name: build.team(name) for name in ("to-1", "to-2")}
    made = build.scenario(
        build.site("a"),
        build.site("b", cases={"cccd": 1}),
        teams=teams,
        objective=Objective(unevenness_dong=30_000),
    )
    (only,) = left(made, day_of(made, cards("b", b=1), team="to-2"))
    assert only.reason is Reason.NOT_FOUND
    # 52 × 30,000 đ are saved, 40,000 đ of way, one case gained.
    assert "to-1 làm thêm được 1 hồ sơ" in only.detail
    assert only.detail.endswith("tăng 1.820.000 đ.")


@pytest.mark.parametrize(
    ("change_dong", "reason"), [(259_999, Reason.NOT_FOUND), (260_000, Reason.CROWDED_OUT)]
)
def test_a_visit_that_departs_from_the_earlier_plan_is_charged(change_dong: int, reason: Reason):
    # One case: 300,000 − 40,000 đ of way.
    made = build.scenario(
        build.site("a", cases={"cccd": 1}),
        objective=Objective(change_dong=change_dong),
        earlier=EarlierPlan(()),
    )
    (only,) = left(made)
    assert only.reason is reason
    if reason is Reason.CROWDED_OUT:
        assert "kế hoạch khác bản đã giao nhiều hơn (260.000 đ)" in only.detail


def test_a_visit_that_was_in_the_earlier_plan_is_worth_the_more():
    # The way of 400 km costs 800,000 đ, the case is worth 300,000 đ; being back in the plan saves 600,000 đ.
    made = build.scenario(
        build.site("a", km_north=200.0, cases={"cccd": 1}), objective=Objective(change_dong=600_000)
    )
    earlier = EarlierPlan((day_of(made, cards("a", a=1)),))
    (only,) = left(replace(made, earlier=earlier))
    assert only.reason is Reason.NOT_FOUND
    assert "tăng 100.000 đ" in only.detail


def stretches(found: Sequence[Unserved]) -> list[tuple[str, int]]:
    return [(one.reason.value, one.cases) for one in found]


def test_people_who_can_be_visited_but_gather_too_are_not_split():
    # The car reaches a: all ten are possible at home, six at b as well.
    made = by_boat()
    made = replace(made, sites={**made.sites, "a": build.site("a")})
    assert stretches(left(made, day_of(made, cards("b", b=5)))) == [("not_found", 10)]
