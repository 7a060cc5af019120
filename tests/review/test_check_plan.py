"""P1 to P3: what a plan says of itself; how breaches read; that no small change slips through."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Figures, MadeBy, Plan, Reason, Route, ScenarioStamp, Unserved
from optimizer.domain.scenario import Scenario
from optimizer.language import catalogue
from optimizer.review.check import check_plan, check_routes
from optimizer.review.figures import figures
from tests import build
from tests.review.week import SERVICES, legal_routes, route, straight, visit, week, with_route, with_visit

LEFT = (
    Unserved(site="a", service="cccd", cases=5, reason=Reason.CROWDED_OUT, detail="…"),
    Unserved(site="a", service="away", cases=4, reason=Reason.NOT_PLANNABLE, detail="…"),
)


def legal_plan(**more: Any) -> Plan:
    scenario = week()
    parts: dict[str, Any] = {
        "scenario": ScenarioStamp(name="thử", sha256="0" * 64),
        "made_by": MadeBy(version="0", seed=1, seconds=0.0, iterations=0),
        "routes": tuple(legal_routes()),
        "unserved": LEFT,
        "figures": figures(scenario, straight(scenario), legal_routes()),
    }
    return Plan(**(parts | more))


def keys(plan: Plan, scenario: Scenario | None = None) -> list[str]:
    judged = scenario or week()
    return [breach.key for breach in check_plan(judged, straight(judged), plan)]


def with_figures(**fields: object) -> Plan:
    """The legal plan stating other figures; terms by their name alone."""
    stated = legal_plan().figures
    terms = {name: value for name, value in fields.items() if name in type(stated.terms).model_fields}
    own = {name: value for name, value in fields.items() if name in Figures.model_fields}
    if "km" in own:
        del terms["km"]
    return legal_plan(
        figures=stated.model_copy(update=own | {"terms": stated.terms.model_copy(update=terms)})
    )


def test_the_legal_plan_says_what_is_so():
    assert keys(legal_plan()) == []


def test_a_plan_read_back_from_its_own_text_says_what_is_so():
    assert keys(Plan.model_validate_json(legal_plan().model_dump_json())) == []


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("cases", 15),
        ("of", 23),
        ("coverage", 0.74),
        ("km", 60.001),
        ("travel_minutes", 59),
        ("nights", 0),
        ("objective", 2_880_000.001),
        ("value", 4_000_001.0),
        ("travel", 60_000.0),
        ("fares", -1.0),
        ("nights", 2),
        ("shuttles", -1.0),
        ("unevenness", -1.0),
        ("change", -1.0),
    ],
)
def test_every_figure_and_term_is_recomputed(name: str, stated: float):
    plan = with_figures(**{name: stated})
    found = check_plan(week(), straight(week()), plan)
    assert {one.key for one in found} == {"P1.figure"}
    assert name in {str(one.values["name"]).removeprefix("terms.") for one in found}


def test_the_term_of_kilometres_is_recomputed():
    stated = legal_plan().figures
    wrong = stated.model_copy(update={"terms": stated.terms.model_copy(update={"km": -59_999.0})})
    (breach,) = check_plan(week(), straight(week()), legal_plan(figures=wrong))
    assert breach.values["name"] == "terms.km"


@pytest.mark.parametrize(
    ("bound", "gap", "expected"),
    [
        (3_000_000.0, 0.04, []),  # (3,000,000 − 2,880,000) / 3,000,000
        (2_880_000.0, 0.0, []),
        (3_000_000.0, 0.05, ["P1.figure"]),
        (3_000_000.0, None, ["P1.figure"]),
        (2_000_000.0, -0.44, ["P1.bound"]),
        (None, 0.04, ["P1.gap_alone"]),
    ],
)
def test_a_bound_is_above_the_objective_and_the_gap_follows(
    bound: float | None, gap: float | None, expected: list[str]
):
    assert keys(with_figures(bound=bound, gap=gap)) == expected


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        (with_route(legal_routes(), 0, team="to-9"), "R1.unknown_team"),
        (with_route(legal_routes(), 0, date=build.day(3)), "R1.outside_horizon"),
        (with_route(legal_routes(), 0, start="moon"), "R2.start"),
        (with_visit(legal_routes(), 0, 0, site="moon"), "R6.unknown_site"),
        (with_visit(legal_routes(), 0, 0, site="home"), "R6.unknown_site"),
        (with_visit(legal_routes(), 0, 0, cases={"visa": 5}), "R6.unknown_service"),
        (with_visit(legal_routes(), 0, 0, guests={"moon": {"cccd": 1}}), "R6.unknown_home"),
        (with_visit(legal_routes(), 0, 0, guests={"b": {"visa": 1}}), "R6.unknown_service"),
    ],
)
def test_figures_wait_until_every_route_can_be_measured(lost: list[Route], told: str):
    found = keys(legal_plan(routes=tuple(lost)))
    assert told in found
    assert "P1.figure" not in found


def test_a_visit_for_every_service_there_is_can_be_measured():
    plannable = {name: service for name, service in SERVICES.items() if service.plannable}
    scenario = week(services=plannable, a={"cases": {"cccd": 10}})
    wrong = legal_plan().figures.model_copy(update={"km": 1.0})
    assert keys(legal_plan(unserved=LEFT[:1], figures=wrong), scenario) == ["P1.figure"]


def test_figures_wait_until_every_road_exists():
    scenario = week()
    cut = straight(scenario, no_road={("a", "b")})
    plan = legal_plan(figures=legal_plan().figures.model_copy(update={"km": 1.0}))
    assert [one.key for one in check_plan(scenario, cut, plan)] == ["R8.no_road"]


@pytest.mark.parametrize(
    "unserved",
    [
        (),
        LEFT[:1],
        LEFT[1:],
        (LEFT[0].model_copy(update={"cases": 6}), LEFT[1]),
        (*LEFT, LEFT[0].model_copy(update={"site": "b"})),
        (*LEFT, LEFT[0].model_copy(update={"site": "nowhere"})),
        (*LEFT, LEFT[0].model_copy(update={"service": "visa"})),
    ],
)
def test_served_and_unserved_are_all_there_is(unserved: tuple[Unserved, ...]):
    assert set(keys(legal_plan(unserved=unserved))) == {"P2.unserved"}


def test_cases_served_twice_leave_nothing_unserved():
    # 7 cards served at b of 6: none remain, and none are owed.
    scenario = week(b={"cases": {"cccd": 6, "vneid": 2}, "lodging": True})
    stated = figures(scenario, straight(scenario), legal_routes())
    assert keys(legal_plan(figures=stated), scenario) == ["R6.too_many"]


def test_cases_left_for_several_reasons_are_added():
    some = LEFT[0].model_copy(update={"cases": 2})
    others = LEFT[0].model_copy(update={"cases": 3, "reason": Reason.NOT_FOUND})
    assert keys(legal_plan(unserved=(some, others, LEFT[1]))) == []


def test_not_plannable_is_said_of_exactly_those_services():
    slandered = LEFT[0].model_copy(update={"reason": Reason.NOT_PLANNABLE})
    assert keys(legal_plan(unserved=(slandered, LEFT[1]))) == ["P3.plannable"]
    praised = LEFT[1].model_copy(update={"reason": Reason.NOT_FOUND})
    assert keys(legal_plan(unserved=(LEFT[0], praised))) == ["P3.not_plannable"]


def test_a_breach_reads_naturally_in_both_languages():
    # Two more minutes of work than the window holds.
    scenario = week(hours={"mornings": build.hours("mornings", (480, 558), (600, 660), days=3)})
    (breach,) = check_routes(scenario, straight(scenario), legal_routes())
    assert (breach.code, breach.team, breach.date, breach.site) == ("R4", "to-1", build.day(0), "a")
    assert breach.text("vi") == (
        "R4 · Tổ 1, 24/04: Thôn a – phần việc 08:00–09:20 vượt khung giờ 08:00–09:18, 10:00–11:00"
    )
    assert breach.text("en") == (
        "R4 · Tổ 1, 2023-04-24: Thôn a – "
        "the work 08:00–09:20 is not inside one window of 08:00–09:18, 10:00–11:00"
    )


def test_numbers_are_written_as_each_language_writes_them():
    (breach, *_) = check_plan(week(), straight(week()), with_figures(objective=2_880_000.5))
    assert breach.text("vi") == (
        "P1 · số liệu «objective» của kế hoạch ghi 2.880.000,5, tính lại được 2.880.000,0"
    )
    assert "states 2,880,000.5; recomputed it is 2,880,000.0" in breach.text("en")


def test_a_breach_of_several_teams_names_no_team():
    # 3 cards at b on date 0 and 4 on date 1, of 6.
    scenario = week(b={"cases": {"cccd": 6, "vneid": 2}, "lodging": True})
    (breach,) = check_routes(scenario, straight(scenario), legal_routes())
    assert breach.text("vi") == (
        "R6 · 25/04: Thôn b – đến hết ngày này kế hoạch làm 7 hồ sơ «Cấp CCCD», nhưng mới chỉ có 6"
    )


def test_names_with_braces_are_told_as_they_are():
    scenario = week(team={"name": "Tổ {1}", "shift": Window(421, 1000)})
    (breach,) = check_routes(scenario, straight(scenario), legal_routes())
    assert breach.text("vi") == "R3 · Tổ {1}, 24/04: xuất phát lúc 07:00, trước giờ bắt đầu ca 07:01"


def test_both_languages_name_the_same_values():
    import string

    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key, words in catalogue().items():
        if key.split(".")[0] in {
            "R1",
            "R2",
            "R3",
            "R4",
            "R5",
            "R6",
            "R7",
            "R8",
            "R9",
            "P1",
            "P2",
            "P3",
            "P4",
            "breach",
        }:
            assert fields(words.vi) == fields(words.en), key


@st.composite
def nudged_plans(draw: st.DrawFn) -> Plan:
    """The legal plan with one number of one route one too high or too low."""
    routes = legal_routes()
    by = draw(st.sampled_from([-1, 1]))
    number = draw(st.integers(0, len(routes) - 1))
    chosen = routes[number]
    what = draw(st.sampled_from(["km", "travel_minutes", "date", "start", "finish", "cases"]))
    if what == "km":
        return _with(with_route(routes, number, km=chosen.km + by / 1000))
    if what == "travel_minutes":
        return _with(with_route(routes, number, travel_minutes=chosen.travel_minutes + by))
    if what == "date":
        return _with(with_route(routes, number, date=chosen.date + by * (build.day(1) - build.day(0))))
    at = draw(st.integers(0, len(chosen.visits) - 1))
    one = chosen.visits[at]
    if what == "cases":
        service = draw(st.sampled_from(sorted(one.cases)))
        return _with(with_visit(routes, number, at, cases=one.cases | {service: one.cases[service] + by}))
    return _with(with_visit(routes, number, at, **{what: getattr(one, what) + by}))


def _with(routes: list[Route]) -> Plan:
    return legal_plan().model_copy(update={"routes": tuple(routes)})


@given(nudged_plans())
def test_no_number_can_be_nudged_unnoticed(plan: Plan):
    assert keys(plan) != []


def _province() -> tuple[Scenario, list[Route]]:
    """160 teams on 5 dates, each date with 4 visits 1 km apart: 800 routes, 3,200 visits."""
    teams = {f"to-{number}": build.team(f"to-{number}", days=5) for number in range(160)}
    sites = [
        build.site(f"s{number}", km_north=1.0 + number % 40, cases={"cccd": 800}) for number in range(400)
    ]
    scenario = build.scenario(*sites, days=5, teams=teams)
    routes = []
    for number, team_id in enumerate(teams):
        for offset in range(5):
            first = number % 36
            # To km 1 + first; each visit 20 + 12 = 32 minutes, then 1 minute on; home from km 4 + first.
            starts = [480 + 33 * step for step in range(4)]
            visits = [
                visit(f"s{first + step}", format_clock(start), format_clock(start + 32), cccd=1)
                for step, start in enumerate(starts)
            ]
            assert all(later - start == 33 for start, later in pairwise(starts))
            home = format_clock(starts[-1] + 32 + 4 + first)
            leave = format_clock(480 - 1 - first)
            km = float(1 + first + 3 + 4 + first)
            routes.append(route(offset, "home", leave, *visits, end="home", arrive=home, km=km, team=team_id))
    return scenario, routes


def test_a_province_is_checked_at_once():
    scenario, routes = _province()
    travel = straight(scenario)
    begin = perf_counter()
    found = check_routes(scenario, travel, routes)
    seconds = perf_counter() - begin
    assert found == ()
    assert seconds < 1.0
