"""Reasons on campaigns small enough to work out by hand.

Along a straight road, one kilometre a minute; a team of two officers is charged 1,000 đ a kilometre
and 2 × 500 đ a minute, so that a kilometre costs 2,000 đ.  Set-up takes 20 minutes, an ID card 12 minutes
of the only station; it is worth 300,000 đ.  The shift is 07:00–17:30, 630 minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.plan import Reason, Route, Unserved
from optimizer.domain.scenario import Objective, Place, Scenario, Service
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.review.judge import Judge, Verdict
from optimizer.review.standing import Standing
from optimizer.review.timing import timed_route
from optimizer.review.unserved import unserved
from optimizer.travel.build import build_matrix
from tests import build

Work = Sequence[tuple[str, dict[str, int]]]


def routes_of(made: Scenario, *days: tuple[int, str, str, Work]) -> tuple[Route, ...]:
    """Routes of ``to-1``: offset of the date, start, end, work."""
    travel = build_matrix(made)
    routes = []
    for offset, start, end, work in days:
        route = timed_route(made, travel, made.teams["to-1"], build.day(offset), ends=(start, end), work=work)
        assert route is not None
        routes.append(route)
    assert check_routes(made, travel, routes) == ()
    return tuple(routes)


def left(made: Scenario, *routes: Route) -> list[Unserved]:
    return list(unserved(made, build_matrix(made), routes))


def verdict(made: Scenario, routes: Sequence[Route], site: str, service: str = "cccd") -> Verdict:
    judge = Judge(Standing(made, build_matrix(made), tuple(routes)), lambda: False)
    (one,) = judge.verdicts(made.sites[site], made.services[service])
    return one


def test_a_plan_that_serves_everything_leaves_nothing():
    made = build.scenario(build.site("a"))
    assert left(made, *routes_of(made, (0, "home", "home", [("a", {"cccd": 10})]))) == []


def test_a_service_that_is_only_counted_is_not_plannable():
    made = build.scenario(
        build.site("a", cases={"away": 7}),
        services={"away": Service(id="away", name="Đi làm ăn xa", minutes=None, plannable=False)},
    )
    (one,) = left(made)
    assert (one.site, one.service, one.cases, one.reason) == ("a", "away", 7, Reason.NOT_PLANNABLE)
    assert one.detail == "Thủ tục này chỉ để đếm, không xếp vào kế hoạch được."


def test_cases_that_an_idle_team_could_serve_were_not_found():
    # 07:00 → 07:10, 20 + 10 × 12 = 140 minutes until 09:30.
    # 10 × 300,000 − 20 km × 1,000 − 20 minutes × 1,000 = 2,960,000 đ.
    (one,) = left(build.scenario(build.site("a")))
    assert one.reason is Reason.NOT_FOUND
    assert one.detail == (
        "Vẫn còn chỗ: ngày 24/04, lúc 07:10–09:30, to-1 làm thêm được 10 hồ sơ Cấp CCCD mà không phải bỏ"
        " việc nào; giá trị kế hoạch tăng 2.960.000 đ."
    )


def test_reasons_are_told_in_the_scenarios_language():
    (one,) = left(build.scenario(build.site("a", cases={"cccd": 1}), language="en"))
    assert one.detail == (
        "There is room: on 24/04, 07:10–07:42, to-1 can serve 1 case of Cấp CCCD more and give nothing up;"
        " the plan gets better by 260,000 đ."
    )


def test_a_visit_of_the_plan_that_could_be_longer_was_not_found():
    # The visit is there already: no way to pay, 7 × 300,000 đ gained.
    made = build.scenario(build.site("a"))
    routes = routes_of(made, (0, "home", "home", [("a", {"cccd": 3})]))
    found = verdict(made, routes, "a")
    assert found.reason is Reason.NOT_FOUND
    assert found.change is not None
    assert found.change.delta_mdong == 2_100_000_000
    assert found.change.route.visits[0].cases == {"cccd": 10}


def test_a_visit_goes_between_others_where_windows_leave_room():
    # b is open 08:00–09:00 only: before a's afternoon, on the way.
    made = build.scenario(
        build.site("a", hours="afternoon"),
        build.site("b", cases={"cccd": 2}, hours="morning"),
        hours={
            "afternoon": build.hours("afternoon", (780, 1020)),
            "morning": build.hours("morning", (480, 540)),
        },
    )
    routes = routes_of(made, (0, "home", "home", [("a", {"cccd": 10})]))
    found = verdict(made, routes, "b")
    assert found.reason is Reason.NOT_FOUND
    assert found.change is not None
    assert [visit.site for visit in found.change.route.visits] == ["b", "a"]
    assert found.change.delta_mdong == 600_000_000  # both at kilometre 10: no way on top


def test_a_trip_that_costs_more_than_its_cases_are_worth_is_crowded_out_with_its_figures():
    # 200 km and back: 400 × 2,000 = 800,000 đ for one case of 300,000 đ.
    made = build.scenario(build.site("a", km_north=200.0, cases={"cccd": 1}))
    (one,) = left(made)
    assert one.reason is Reason.CROWDED_OUT
    assert one.detail == (
        "Ngày 24/04, to-1 có thể làm thêm 1 hồ sơ Cấp CCCD mà không bỏ việc nào, nhưng phải đi thêm 400,0 km,"
        " 6 giờ 40 phút: tốn 800.000 đ, còn các hồ sơ này chỉ đáng 300.000 đ."
    )
    assert one.would_need == "mỗi hồ sơ phải đáng giá trên 800.000 đ (nay 300.000 đ)"


def test_what_would_make_a_trip_pay_is_exact():
    # Two cases for 800,000 đ: at 400,000 đ each it is even, one đồng more and it pays.
    made = build.scenario(build.site("a", km_north=200.0, cases={"cccd": 2}))
    assert left(made)[0].would_need == "mỗi hồ sơ phải đáng giá trên 400.000 đ (nay 300.000 đ)"
    for value_dong, reason in ((400_000, Reason.CROWDED_OUT), (400_001, Reason.NOT_FOUND)):
        services = {"cccd": replace(made.services["cccd"], value_dong=value_dong)}
        assert left(replace(made, services=services))[0].reason is reason


def test_services_that_pay_for_the_way_only_together_were_not_found():
    # 800,000 đ of way; 2 × 300,000 + 2 × 200,000 = 1,000,000 đ.
    made = build.scenario(
        build.site("a", km_north=200.0, cases={"cccd": 2, "vneid": 2}),
        services={
            "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12),
            "vneid": Service(id="vneid", name="Định danh", minutes=6, value_dong=200_000),
        },
    )
    for service in ("cccd", "vneid"):
        found = verdict(made, (), "a", service)
        assert found.reason is Reason.NOT_FOUND
        assert found.change is not None
        assert found.change.gained == {("a", "cccd"): 2, ("a", "vneid"): 2}
        assert found.change.delta_mdong == 200_000_000


def full_day(priority: float) -> tuple[Scenario, tuple[Route, ...]]:
    """Forty-nine cases at ``a`` fill the day to two minutes: 10 + 20 + 49 × 12 + 10 = 628 of 630.

    ``b`` is at the same kilometre, with three cases of another `priority`.
    """
    made = build.scenario(
        build.site("a", cases={"cccd": 49}), build.site("b", cases={"cccd": 3}, priority=priority)
    )
    return made, routes_of(made, (0, "home", "home", [("a", {"cccd": 49})]))


def test_the_cheapest_displacement_is_named_with_what_it_loses():
    # One case at b takes 20 + 12 = 32 minutes, two are free: three cases of a (36 minutes) give way.
    # 150,000 − 3 × 300,000 = −750,000 đ.  Two cases: 300,000 − 4 × 300,000, three: 450,000 − 5 × 300,000.
    made, routes = full_day(priority=0.5)
    (one,) = left(made, *routes)
    assert one.reason is Reason.CROWDED_OUT
    assert one.detail == (
        "Ngày 24/04, to-1 có thể làm thêm 1 hồ sơ Cấp CCCD nếu bớt 3 hồ sơ ở Thôn a (900.000 đ),"
        " nhưng kế hoạch kém đi 750.000 đ (cách ít thiệt nhất tìm được)."
    )
    assert one.would_need == (
        "cần thêm giờ của một tổ như to-1, hoặc mỗi hồ sơ phải đáng giá trên 900.000 đ (nay 150.000 đ)"
    )


def test_a_displacement_that_pays_was_not_found():
    # Three cases at b take 20 + 36 = 56 minutes: five of a (60) give way.  3 × 600,000 − 5 × 300,000.
    made, routes = full_day(priority=2.0)
    (one,) = left(made, *routes)
    assert one.reason is Reason.NOT_FOUND
    assert one.detail == (
        "Còn cách tốt hơn: ngày 24/04, to-1 làm thêm được 3 hồ sơ Cấp CCCD nếu bớt 5 hồ sơ ở Thôn a"
        " (1.500.000 đ); giá trị kế hoạch tăng 300.000 đ."
    )


def test_a_visit_in_the_way_is_dropped_by_name():
    # a and b, in opposite directions, are both open 10:00–11:00 only.
    made = build.scenario(
        build.site("a", cases={"cccd": 3}, hours="late"),
        build.site("b", km_north=-10.0, cases={"cccd": 2}, hours="late"),
        hours={"late": build.hours("late", (600, 660))},
    )
    (one,) = left(made, *routes_of(made, (0, "home", "home", [("a", {"cccd": 3})])))
    assert one.detail == (
        "Ngày 24/04, to-1 có thể làm thêm 2 hồ sơ Cấp CCCD nếu bỏ Thôn a (3 hồ sơ, 900.000 đ),"
        " nhưng kế hoạch kém đi 300.000 đ (cách ít thiệt nhất tìm được)."
    )


def test_other_services_at_the_site_itself_may_give_way():
    # 07:10–17:20 at a: 610 − 20 = 590 minutes = 49 × 12 + 2.  Six minutes need one ID card less.
    made = build.scenario(
        build.site("a", cases={"cccd": 49, "vneid": 1}),
        services={
            "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12),
            "vneid": Service(id="vneid", name="Định danh", minutes=6, value_dong=200_000),
        },
    )
    (one,) = left(made, *routes_of(made, (0, "home", "home", [("a", {"cccd": 49})])))
    assert one.detail == (
        "Ngày 24/04, to-1 có thể làm thêm 1 hồ sơ Định danh nếu bớt 1 hồ sơ thủ tục khác ngay tại điểm này"
        " (300.000 đ), nhưng kế hoạch kém đi 100.000 đ (cách ít thiệt nhất tìm được)."
    )


def test_a_day_already_spent_on_the_same_cases_has_nothing_to_give_up():
    made = build.scenario(build.site("a", cases={"cccd": 60}))
    (one,) = left(made, *routes_of(made, (0, "home", "home", [("a", {"cccd": 49})])))
    assert (one.cases, one.reason) == (11, Reason.CROWDED_OUT)
    assert one.detail.startswith("Các tổ làm được đã kín giờ")
    assert one.would_need == "cần thêm ngày làm việc, thêm bộ thu nhận hoặc thêm tổ làm được"


def test_a_week_with_other_nights_is_named_where_no_route_has_room():
    # far is 300 km off, 600 there and back: the shift of 630 minutes leaves 30, and 20 + 12 are needed.  From
    # the inn at 290 km it is 10 km.  a, 11:00–11:32 on the first date, may stay: 11:32 + 280 minutes is
    # 16:12 at the inn.  a on the second date gives way.  Ways: 290 + 10 + 300 instead of 2 × 20 km, 560 more
    # at 2,000 đ; a night: 2 × 500,000 đ.  3,000,000 − 300,000 − 1,120,000 − 1,000,000 = 580,000 đ.
    made = build.scenario(
        build.site("a", cases={"cccd": 2}, hours="noon"),
        build.site("far", km_north=300.0),
        days=2,
        lodgings={"inn": Place(id="inn", name="Nhà nghỉ", lat=20.0 + 290 * build.KM_NORTH, lon=105.0)},
        teams={"to-1": build.team(days=2, max_nights=1)},
        hours={"noon": build.hours("noon", (660, 720), days=2)},
    )
    plan = routes_of(made, *((offset, "home", "home", [("a", {"cccd": 1})]) for offset in range(2)))
    found = verdict(made, plan, "far")
    assert found.reason is Reason.NOT_FOUND
    assert found.change is not None
    assert found.change.delta_mdong == 580_000_000
    assert found.change.more_nights == 1
    assert [(loss.site.id, loss.day, loss.is_whole) for loss in found.change.losses] == [
        ("a", build.day(1), True)
    ]
    dear = replace(made, objective=Objective(night_dong=1_000_000))
    (one,) = left(dear, *plan)
    assert one.reason is Reason.CROWDED_OUT
    assert one.detail == (
        "Ngày 25/04, to-1 có thể làm thêm 10 hồ sơ Cấp CCCD nếu bỏ Thôn a (1 hồ sơ, 300.000 đ) và nghỉ xa"
        " thêm 1 đêm, nhưng kế hoạch kém đi 420.000 đ (cách ít thiệt nhất tìm được)."
    )


def test_sites_of_the_same_name_are_told_apart():
    made = build.scenario(
        build.site("a", cases={"cccd": 49}, commune="xã Tú Lý"),
        replace(build.site("b", cases={"cccd": 3}, priority=0.5, commune="xã Nánh Nghê"), name="Thôn a"),
    )
    (one,) = left(made, *routes_of(made, (0, "home", "home", [("a", {"cccd": 49})])))
    assert "ở Thôn a (xã Tú Lý)" in one.detail


def test_a_team_whose_routes_break_a_rule_is_not_built_upon():
    made = build.scenario(build.site("a"), build.site("b"))
    sound = routes_of(made, (0, "home", "home", [("a", {"cccd": 10})]))
    broken = sound[0].model_copy(update={"km": 1.0})
    (one,) = left(made, broken)
    assert one.reason is Reason.CROWDED_OUT
    assert one.detail == (
        "to-1 có thể đến nếu lộ trình của tổ được lập lại: lộ trình hiện có vi phạm quy tắc."
    )
    assert one.would_need == "cần sửa lộ trình của to-1"


@pytest.mark.parametrize("seconds", [0.0, 1.5, None])
def test_short_time_never_makes_a_reason_wrong(seconds: float | None):
    made, routes = full_day(priority=0.5)
    ticks = count()
    (one,) = unserved(made, build_matrix(made), routes, seconds=seconds, clock=lambda: float(next(ticks)))
    assert one.reason is Reason.CROWDED_OUT
    assert "nếu" in one.detail


def test_every_change_named_is_valid_and_worth_what_is_said():
    made, routes = full_day(priority=0.5)
    found = verdict(made, routes, "b")
    assert found.change is not None
    travel = build_matrix(made)
    assert check_routes(made, travel, found.change.routes) == ()
    assert (
        objective_mdong(made, travel, found.change.routes)
        == objective_mdong(made, travel, routes) - 750_000_000
    )


def test_a_team_with_a_second_shift_hour_left_gets_it():
    # The shift ends at 17:40: twelve minutes more are one case more at a.
    made, routes = full_day(priority=0.0)
    longer = replace(made, teams={"to-1": build.team(shift=Window(420, 1060))})
    sites = {**longer.sites, "a": replace(longer.sites["a"], cases={"cccd": 50})}
    found = verdict(replace(longer, sites=sites), routes, "a")
    assert found.reason is Reason.NOT_FOUND
    assert found.change is not None
    assert found.change.delta_mdong == 300_000_000
