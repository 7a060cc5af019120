"""The story of a site whose people move, come again, or were promised something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from optimizer.domain.plan import Conflict, MadeBy, Plan, Route, ScenarioStamp
from optimizer.domain.scenario import (
    EarlierPlan,
    FollowUp,
    Gathering,
    Pin,
    Scenario,
    Service,
    Shuttle,
    WorkDone,
)
from optimizer.language import Language
from optimizer.review.check import check_routes
from optimizer.review.explain import explain
from optimizer.review.figures import figures
from optimizer.review.stays import Stay
from optimizer.review.timing import timed_route
from optimizer.travel.build import build_matrix
from tests import build


def day_of(made: Scenario, *stays: Stay, offset: int = 0) -> Route:
    """A route of to-1 from home and back."""
    travel = build_matrix(made)
    day, ends = build.day(offset), ("home", "home")
    route = timed_route(made, travel, made.teams["to-1"], day, ends=ends, work=stays)
    assert route is not None
    return route


def told(
    made: Scenario,
    routes: Sequence[Route],
    site: str,
    *,
    language: Language = "vi",
    conflicts: Sequence[Conflict] = (),
) -> list[str]:
    travel = build_matrix(made)
    assert check_routes(made, travel, routes) == ()
    plan = Plan(
        scenario=ScenarioStamp(name=made.name, sha256="0" * 64),
        made_by=MadeBy(version="0", seed=1, seconds=0.0, iterations=0),
        routes=tuple(routes),
        conflicts=tuple(conflicts),
        figures=figures(made, travel, routes),
    )
    return explain(made, travel, plan, site, language).splitlines()


def by_boat() -> tuple[Scenario, Route]:
    """People of a, which only boats reach, are driven to b and come to c by themselves."""
    made = build.scenario(
        build.site("a", vehicles=frozenset({"boat"})),
        build.site("b", km_north=11.0, cases={"cccd": 5}),
        build.site("c", km_north=9.0, cases={}),
        gathering=Gathering(radius_km=2.0, turnout=0.6),
        shuttles=(Shuttle("a", "b", 0.3, 20_000),),
    )
    served = {("b", "cccd"): 5, ("a", "cccd"): 2}
    return made, day_of(made, Stay("b", served), Stay("c", {("a", "cccd"): 3}))


def test_the_story_tells_where_else_the_people_are_served_and_how_they_get_there():
    # 07:11 at b, 20 + 7 × 12 = 104 minutes, 2 km back to c, 20 + 3 × 12 = 56 minutes.  Six of ten may come by
    # themselves and three by the shuttle: one is impossible, four are left of the others.
    made, route = by_boat()
    lines = told(made, [route], "a")
    assert lines[:7] == [
        "Thôn a (mã a)",
        "Còn tồn: 10 hồ sơ Cấp CCCD.",
        "Kế hoạch không có lượt nào đến điểm này.",
        "Người dân của điểm được làm ở nơi khác:",
        "  • Ngày 24/04, to-1 tại Thôn b, 07:11–08:55: 2 hồ sơ Cấp CCCD (có xe đưa đón)",
        "  • Ngày 24/04, to-1 tại Thôn c, 08:57–09:53: 3 hồ sơ Cấp CCCD (tự đến)",
        "Còn lại 1 hồ sơ Cấp CCCD – không tổ nào làm được.",
    ]
    assert lines[7].endswith("Người dân có thể đến nơi khác để làm, nhưng cả kế hoạch nhiều nhất 9 hồ sơ.")
    english = told(made, [route], "a", language="en")
    assert english[4] == (
        "  • 24/04, to-1 at Thôn b, 07:11–08:55: 2 cases of Cấp CCCD (a shuttle brings them)"
    )
    assert english[5].endswith("3 cases of Cấp CCCD (they come by themselves)")
    assert "Left: 4 cases of Cấp CCCD – possible, but not found." in english


def test_guests_are_told_with_the_visit():
    made, route = by_boat()
    assert told(made, [route], "b") == [
        "Thôn b (mã b)",
        "Còn tồn: 5 hồ sơ Cấp CCCD.",
        "Trong kế hoạch:",
        "  • Ngày 24/04, to-1, 07:11–08:55: 5 hồ sơ Cấp CCCD và 2 hồ sơ Cấp CCCD của Thôn a",
        "Kế hoạch làm hết, không còn hồ sơ nào.",
    ]


def test_a_site_with_nothing_of_its_own_may_still_have_guests():
    made, route = by_boat()
    assert told(made, [route], "c", language="en") == [
        "Thôn c (id c)",
        "Nothing is outstanding at this site.",
        "In the plan:",
        "  • 24/04, to-1, 08:57–09:53: 3 cases of Cấp CCCD from Thôn a",
    ]


def two_steps(**more: Any) -> Scenario:
    """Ten cards at a, each followed by an activation from the next date on; three were done before."""
    defaults: dict[str, Any] = {
        "services": {
            "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12, then=FollowUp("activate", 1)),
            "activate": Service(id="activate", name="Kích hoạt", minutes=6, value_dong=150_000),
        },
        "work_done": (WorkDone(build.day(-1), "a", "cccd", 3),),
    }
    return build.scenario(build.site("a"), days=2, **(defaults | more))


def test_the_story_follows_every_step_from_what_was_done_to_what_is_left():
    # Three activations are due from date 0 on, and six more from date 1 on, when seven are served.
    made = two_steps()
    first = day_of(made, Stay("a", {("a", "cccd"): 6}))
    second = day_of(made, Stay("a", {("a", "activate"): 7, ("a", "cccd"): 4}), offset=1)
    assert told(made, [first, second], "a")[1:12] == [
        "Còn tồn: 10 hồ sơ Cấp CCCD và 3 hồ sơ Kích hoạt.",
        "Đã làm trước đợt này:",
        "  • Ngày 23/04: 3 hồ sơ Cấp CCCD",
        "Trong kế hoạch:",
        "  • Ngày 24/04, to-1, 07:10–08:42: 6 hồ sơ Cấp CCCD",
        "  • Ngày 25/04, to-1, 07:10–09:00: 7 hồ sơ Kích hoạt và 4 hồ sơ Cấp CCCD",
        "Kích hoạt là bước sau:",
        "  • Đã làm 3 hồ sơ Cấp CCCD ngày 23/04: đến hạn từ ngày 24/04",
        "  • Xếp 6 hồ sơ Cấp CCCD ngày 24/04: đến hạn từ ngày 25/04",
        "  • Xếp 4 hồ sơ Cấp CCCD ngày 25/04: đến hạn từ ngày 26/04, sau đợt này",
        "  • Đã xếp 7 hồ sơ ngày 25/04",
    ]
    english = told(made, [first, second], "a", language="en")
    assert english[7:14] == [
        "Kích hoạt follows:",
        "  • 3 cases of Cấp CCCD done on 23/04: due from 24/04 on",
        "  • 6 cases of Cấp CCCD planned on 24/04: due from 25/04 on",
        "  • 4 cases of Cấp CCCD planned on 25/04: due from 26/04 on, after these dates",
        "  • Planned: 7 cases on 25/04",
        "  • Left: 2 cases",
        "Left: 2 cases of Kích hoạt – possible, but not found.",
    ]


def test_what_is_due_only_later_is_told():
    made = two_steps(work_done=(WorkDone(build.day(-1), "a", "cccd", 3),))
    services = {**made.services, "cccd": replace(made.services["cccd"], then=FollowUp("activate", 2))}
    made = replace(made, services=services)
    assert "Trong đó 3 hồ sơ Kích hoạt đến hạn từ ngày 25/04." in told(made, [], "a")
    assert "Of these, 3 cases of Kích hoạt are due from 25/04 on." in told(made, [], "a", language="en")


def test_promises_are_told_with_whether_they_are_kept():
    kept = Pin("to-1", build.day(0), "a", start_min=430, cases={"cccd": 5})
    missed = Pin("to-1", build.day(1), "a")
    made = two_steps(pins=(kept, missed))
    route = day_of(made, Stay("a", {("a", "cccd"): 6}))
    conflict = Conflict(team="to-1", date=build.day(1), site="a", reason="không tìm được cách xếp")
    lines = told(made, [route], "a", conflicts=[conflict])
    at = lines.index("Đã hẹn:")
    assert lines[at + 1 : at + 3] == [
        "  • to-1 ngày 24/04 lúc 07:10, ít nhất 5 hồ sơ Cấp CCCD: kế hoạch giữ đúng.",
        "  • to-1 ngày 25/04: không giữ được – không tìm được cách xếp",
    ]
    english = told(made, [route], "a", conflicts=[conflict], language="en")
    assert "  • to-1 on 24/04 at 07:10, at least 5 cases of Cấp CCCD: kept." in english


def test_frozen_visits_and_other_conflicts_of_the_site_are_told():
    made = two_steps()
    route = day_of(made, Stay("a", {("a", "cccd"): 6}))
    made = replace(made, earlier=EarlierPlan((route,), build.day(0)))
    conflict = Conflict(team="to-1", date=build.day(1), site="a", reason="R4 · đóng cửa")
    lines = told(made, [route], "a", conflicts=[conflict])
    at = lines.index("Đã hẹn:")
    assert lines[at + 1 : at + 3] == [
        "  • to-1 ngày 24/04: thuộc phần đã chốt, giữ nguyên.",
        "  • to-1 ngày 25/04: R4 · đóng cửa",
    ]
    assert "  • to-1 on 24/04: frozen, it stands as it was." in told(made, [route], "a", language="en")


def test_a_team_that_could_come_only_before_the_cases_fall_due_is_not_able():
    # The activations of cards served on date 1 are due on date 2, on which to-1 is off.
    teams = {"to-1": build.team(days=2), "to-2": build.team("to-2", dates=frozenset({build.day(0)}))}
    made = replace(two_steps(work_done=(), teams=teams), horizon=replace(two_steps().horizon, days=3))
    route = day_of(made, Stay("a", {("a", "cccd"): 10}), offset=1)
    lines = told(made, [route], "a")
    assert "Còn lại 10 hồ sơ Kích hoạt – bước trước làm quá muộn." in lines
    assert "  Muốn làm được: cần Cấp CCCD xong chậm nhất ngày 24/04." in lines
    assert "  • Không làm được: to-1 không làm việc vào ngày gặp được dân: 26/04." in lines
