"""The whole story of one site, as a planner reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from optimizer.domain.calendar import Window
from optimizer.domain.plan import MadeBy, Plan, Reason, Route, ScenarioStamp
from optimizer.domain.scenario import Scenario, Service
from optimizer.review.explain import explain, explanation
from optimizer.review.figures import figures
from optimizer.review.timing import timed_route
from optimizer.travel.build import build_matrix
from tests import build


def plan_of(made: Scenario, *days: tuple[str, Sequence[tuple[str, dict[str, int]]]]) -> Plan:
    """A plan of one-day routes from home and back on the first date: team and work."""
    travel = build_matrix(made)
    routes: list[Route] = []
    for team, work in days:
        route = timed_route(made, travel, made.teams[team], build.day(0), ends=("home", "home"), work=work)
        assert route is not None
        routes.append(route)
    return Plan(
        scenario=ScenarioStamp(name=made.name, sha256="0" * 64),
        made_by=MadeBy(version="0", seed=1, seconds=0.0, iterations=0),
        routes=tuple(routes),
        figures=figures(made, travel, routes),
    )


def four_teams() -> Scenario:
    """One evening at ``a``, which has no power: only to-1 brings power, works that day and that late."""
    powered = frozenset({"power"})
    return build.scenario(
        build.site("a", cases={"cccd": 12, "away": 3}, commune="xã Tú Lý", lacks=powered, hours="evening"),
        build.site("b", cases={"cccd": 5}, hours="evening", priority=3.0),
        days=2,
        services={
            "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12, needs=powered),
            "away": Service(id="away", name="Đi vắng", minutes=None, plannable=False),
        },
        things={"generator": powered},
        hours={"evening": build.hours("evening", (1020, 1200))},
        teams={
            "to-1": build.team("to-1", name="Tổ 1", makes_up_for=powered, shift=Window(900, 1230)),
            "to-2": build.team("to-2", name="Tổ 2", shift=Window(900, 1230)),
            "to-3": build.team("to-3", name="Tổ 3", makes_up_for=powered, dates=frozenset({build.day(1)})),
            "to-4": build.team("to-4", name="Tổ 4", makes_up_for=powered, shift=Window(420, 1050)),
        },
    )


def test_the_story_tells_who_comes_what_is_left_and_what_each_team_could_do():
    # Tổ 1 at b and then, at the same kilometre, at a: 17:00 + 20 + 60 = 18:20; 18:20 + 20 + 6 × 12 = 19:52.
    # Eight minutes are left until 20:00: a seventh case costs one of b's: 300,000 − 900,000 đ.
    made = four_teams()
    plan = plan_of(made, ("to-1", [("b", {"cccd": 5}), ("a", {"cccd": 6})]))
    assert explain(made, build_matrix(made), plan, "a", "vi") == (
        "Thôn a, xã Tú Lý (mã a)\n"
        "Còn tồn: 12 hồ sơ Cấp CCCD và 3 hồ sơ Đi vắng.\n"
        "Trong kế hoạch:\n"
        "  • Ngày 24/04, Tổ 1, 18:20–19:52: 6 hồ sơ Cấp CCCD\n"
        "Còn lại 6 hồ sơ Cấp CCCD – phải nhường việc đáng giá hơn.\n"
        "  Ngày 24/04, Tổ 1 có thể làm thêm 1 hồ sơ Cấp CCCD nếu bớt 1 hồ sơ ở Thôn b (900.000 đ),"
        " nhưng kế hoạch kém đi 600.000 đ (cách ít thiệt nhất tìm được).\n"
        "  Muốn làm được: cần thêm giờ của một tổ như Tổ 1, hoặc mỗi hồ sơ phải đáng giá trên 900.000 đ"
        " (nay 300.000 đ).\n"
        "  Từng tổ:\n"
        "  • Tổ 1: ngày 24/04 làm thêm được 1 hồ sơ Cấp CCCD nếu bớt 1 hồ sơ ở Thôn b (900.000 đ);"
        " kế hoạch kém đi 600.000 đ.\n"
        "  • Không làm được: Tổ 2 không mang theo thứ thay được điện mà điểm này thiếu.\n"
        "  • Không làm được: Tổ 3 không làm việc vào ngày gặp được dân: 24/04.\n"
        "  • Không làm được: giờ gặp dân (17:00–20:00) không trùng đủ với ca làm của Tổ 4"
        " (07:00–17:30).\n"
        "Còn lại 3 hồ sơ Đi vắng – không xếp lịch được.\n"
        "  Thủ tục này chỉ để đếm, không xếp vào kế hoạch được.\n"
        "  Muốn làm được: cần biết gặp người dân ở đâu và mỗi hồ sơ mất bao nhiêu phút."
    )


def test_a_site_served_whole_is_said_to_be():
    made = build.scenario(build.site("a"))
    plan = plan_of(made, ("to-1", [("a", {"cccd": 10})]))
    assert explain(made, build_matrix(made), plan, "a", "en").splitlines() == [
        "Thôn a (id a)",
        "Outstanding: 10 cases of Cấp CCCD.",
        "In the plan:",
        "  • 24/04, to-1, 07:10–09:30: 10 cases of Cấp CCCD",
        "The plan serves them all.",
    ]


def test_a_site_that_nobody_visits_and_one_with_nothing_to_do():
    made = build.scenario(build.site("a"), build.site("b", cases={}))
    plan = plan_of(made)
    told = explain(made, build_matrix(made), plan, "a", "vi")
    assert "Kế hoạch không có lượt nào đến điểm này." in told
    assert "làm được nhưng chưa tìm ra" in told
    assert explain(made, build_matrix(made), plan, "b", "vi").endswith("Điểm này không có hồ sơ tồn.")


def test_the_explanation_can_be_read_by_a_program_too():
    made = four_teams()
    found = explanation(made, build_matrix(made), plan_of(made), "a")
    assert found.story is not None
    cell = found.story.cells[0]
    assert (cell.verdict.cases, cell.verdict.reason) == (12, Reason.NOT_FOUND)
    assert [one.team.id for one in cell.teams] == ["to-1", "to-2", "to-3", "to-4"]
    assert cell.teams[0].change is not None
    assert cell.teams[0].change.gained == {("a", "cccd"): 12}
    assert all(one.hindered is not None for one in cell.teams[1:])


def test_many_teams_are_told_one_by_one_up_to_twelve_and_then_counted():
    made = build.scenario(build.site("a"), build.site("b", cases={"cccd": 49}))
    teams = {f"to-{number}": build.team(f"to-{number}") for number in range(1, 15)}
    teams["to-15"] = build.team("to-15", dates=frozenset())
    made = replace(made, teams=teams)
    told = explain(made, build_matrix(made), plan_of(made, ("to-1", [("b", {"cccd": 49})])), "a", "vi")
    assert "  • to-2: ngày 24/04 làm thêm được 10 hồ sơ Cấp CCCD mà không bỏ việc nào" in told
    assert told.endswith(
        "  • Còn 3 tổ khác: 2 tổ có cách làm nhưng không lợi hơn, 1 tổ không làm việc ngày ấy."
    )


def test_a_team_with_broken_routes_is_said_to_need_repair():
    made = build.scenario(build.site("a"), build.site("b"))
    made = replace(made, teams={**made.teams, "to-2": build.team("to-2")})
    plan = plan_of(made, ("to-1", [("b", {"cccd": 10})]))
    late = plan.routes[0].model_copy(update={"arrive": 1100})
    told = explain(made, build_matrix(made), plan.model_copy(update={"routes": (late,)}), "a", "vi")
    assert "  • to-1: lộ trình hiện có vi phạm quy tắc, phải sửa trước." in told
    assert "  • to-2: ngày 24/04 làm thêm được 10 hồ sơ" in told


def test_a_site_is_found_by_id_or_name_with_or_without_diacritics():
    made = build.scenario(
        replace(build.site("bua-sen"), name="Thôn Bưa Sen"), replace(build.site("b"), name="Xóm Đầm")
    )
    travel, plan = build_matrix(made), plan_of(made)
    for asked in ("bua-sen", "BUA SEN", "thôn bưa sen", "Thon Bua Sen", "Thôn Bưa Sen"):
        assert explain(made, travel, plan, asked, "vi").startswith("Thôn Bưa Sen (mã bua-sen)")
    assert explain(made, travel, plan, "xom dam", "vi").startswith("Xóm Đầm (mã b)")


def test_an_unknown_site_gets_the_nearest_ones():
    made = build.scenario(
        replace(build.site("bua-sen"), name="Thôn Bưa Sen"), replace(build.site("b"), name="Xóm Đầm")
    )
    travel, plan = build_matrix(made), plan_of(made)
    assert explain(made, travel, plan, "bua-sem", "vi") == (
        "Kịch bản không có điểm “bua-sem”. Có phải là: Thôn Bưa Sen (mã bua-sen)?"
    )
    assert explain(made, travel, plan, "dam", "en") == (
        "The scenario has no site “dam”. Did you mean: Xóm Đầm (id b)?"
    )
    assert explain(made, travel, plan, "zzz", "en") == "The scenario has no site “zzz”."
    assert explain(made, travel, plan, " ", "en") == "The scenario has no site “ ”."


def test_a_name_that_several_sites_share_is_asked_back():
    made = build.scenario(
        replace(build.site("a", commune="xã Tú Lý"), name="Xóm 1"),
        replace(build.site("b", commune="xã Nánh Nghê"), name="Xóm 1"),
    )
    found = explanation(made, build_matrix(made), plan_of(made), "xom 1")
    assert found.story is None
    assert [site.id for site in found.suggestions] == ["a", "b"]
