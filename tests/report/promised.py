"""A campaign in which people come to other sites, work follows work, and promises were made before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from optimizer.domain.plan import Conflict, Plan, Reason, Route, Unserved
from optimizer.domain.scenario import (
    EarlierPlan,
    FollowUp,
    Gathering,
    Objective,
    Pin,
    Place,
    Scenario,
    Service,
    Shuttle,
    WorkDone,
)
from optimizer.language import Language
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests import build
from tests.report.campaign import Stop, day_route, plan_of, site

SERVICES = {
    "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12),
    "vneid2": Service(id="vneid2", name="Định danh mức 2", minutes=6, then=FollowUp("activate", 2)),
    "activate": Service(id="activate", name="Kích hoạt tài khoản", minutes=4),
}
GATHERING = Gathering(radius_km=3.0, turnout=0.6)
SHUTTLES = (Shuttle("far", "host", turnout=0.6, dong_per_case=20_000),)
KEPT = Pin("to-1", build.day(0), "host", start_min=480, cases={"cccd": 4})
LOST = Pin("to-2", build.day(3), "lost", start_min=540, cases={"cccd": 5})
WORK_DONE = (
    WorkDone(build.START - timedelta(days=4), "host", "vneid2", 5),
    WorkDone(build.START - timedelta(days=1), "host", "activate", 2),
)
CONFLICTS = (
    Conflict(team="to-2", date=build.day(3), site="lost", reason="Ngày 27/04 đường vào bản bị cấm (R8)."),
    Conflict(team="to-2", date=build.day(1), site="lost", reason="Lộ trình đã chốt không đi được nữa (R8)."),
)
FROZEN_UNTIL = build.day(1)


def campaign(language: Language = "vi") -> Scenario:
    """Five days, two teams, four villages; nothing promised yet."""
    sites = [
        site("host", "Bản Nà Ón", "Trung Lý", 10, {"cccd": 10, "vneid2": 8}),
        site("near", "Bản Cánh Cộng", "Trung Lý", 12, {"vneid2": 10}),
        replace(site("far", "Bản Tà Cóm", "Trung Lý", 22, {"vneid2": 9}), lon=105.1),
        site("lost", "Bản Ma Hác", "Nhi Sơn", 30, {"cccd": 5}),
    ]
    teams = [
        build.team("to-1", days=5, name="Tổ 1", officers=3, stations=2),
        build.team("to-2", days=5, name="Tổ 2"),
    ]
    return replace(
        build.scenario(*sites, days=5),
        name="Mường Lát – lập lại từ thứ Tư",
        language=language,
        services=SERVICES,
        bases={"home": Place(id="home", name="Công an huyện Mường Lát", lat=20.0, lon=105.0)},
        teams={team.id: team for team in teams},
        objective=Objective(unevenness_dong=100, change_dong=100_000),
        gathering=GATHERING,
        shuttles=SHUTTLES,
        pins=(KEPT, LOST),
        work_done=WORK_DONE,
    )


def routes(scenario: Scenario, travel: TravelMatrix) -> tuple[Route, ...]:
    """What is planned: 31 cases, 9 of them of people who come from elsewhere."""
    monday = Stop("host", 480, {"cccd": 4, "vneid2": 6}, {"near": {"vneid2": 4}, "far": {"vneid2": 3}})
    return (
        _day(scenario, travel, ("to-1", 0), monday),
        _day(scenario, travel, ("to-2", 1), Stop("host", 0, {}, {"far": {"vneid2": 2}})),
        _day(
            scenario,
            travel,
            ("to-1", 2),
            Stop("near", 0, {"activate": 4}),
            Stop("host", 0, {"activate": 5}),
        ),
        _day(scenario, travel, ("to-1", 4), Stop("near", 0, {"vneid2": 3})),
    )


def earlier(scenario: Scenario, travel: TravelMatrix) -> tuple[Route, ...]:
    """What was handed out: the same Monday, another Tuesday, Wednesday's first visit an hour later."""
    return (
        routes(scenario, travel)[0],
        _day(scenario, travel, ("to-2", 1), Stop("lost", 0, {"cccd": 5})),
        _day(scenario, travel, ("to-1", 2), Stop("near", 492, {"activate": 3})),
    )


def _day(scenario: Scenario, travel: TravelMatrix, team_day: tuple[str, int], *stops: Stop) -> Route:
    return day_route(scenario, travel, team_day, ("home", "home"), *stops)


LEFT = {
    ("host", "cccd"): 6,
    ("host", "vneid2"): 2,
    ("host", "activate"): 4,
    ("near", "vneid2"): 3,
    ("far", "vneid2"): 4,
    ("far", "activate"): 5,
    ("lost", "cccd"): 5,
}


def papers(language: Language = "vi") -> tuple[Plan, Scenario, TravelMatrix]:
    """The campaign made anew from Wednesday on, with its plan and its travel."""
    scenario = campaign(language)
    travel = build_matrix(scenario)
    scenario = replace(scenario, earlier=EarlierPlan(earlier(scenario, travel), FROZEN_UNTIL))
    left = tuple(
        Unserved(site=home, service=service, cases=cases, reason=Reason.NOT_FOUND, detail="Còn giờ thứ Sáu.")
        for (home, service), cases in LEFT.items()
    )
    plan = plan_of(scenario, travel, routes(scenario, travel), left)
    return plan.model_copy(update={"conflicts": CONFLICTS}), scenario, travel
