"""What the map is told of people from elsewhere, follow-ups, promises and changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.plan import Conflict
from optimizer.domain.scenario import EarlierPlan
from optimizer.report.map_content import map_content
from tests import build
from tests.report import campaign
from tests.report.promised import papers


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    return map_content(*papers())


def stops(shown: dict[str, Any]) -> list[dict[str, Any]]:
    """Every stop of the plan, in its order: Monday, Tuesday, twice on Wednesday, Friday."""
    return [stop for route in shown["routes"] for stop in route["stops"]]


def test_a_stop_tells_its_own_cases_and_apart_from_them_who_comes_from_where(shown: dict[str, Any]) -> None:
    places = [place["name"] for place in shown["places"]]
    monday, tuesday, *others = stops(shown)
    assert monday["cases"] == [[0, 4], [1, 6]]
    assert monday["guests"] == [
        {"home": places.index("Bản Cánh Cộng"), "shuttle": False, "cases": [[1, 4]]},
        {"home": places.index("Bản Tà Cóm"), "shuttle": True, "cases": [[1, 3]]},
    ]
    assert tuesday["cases"] == []
    assert [party["cases"] for party in tuesday["guests"]] == [[[1, 2]]]
    assert not [stop for stop in others if "guests" in stop]


def test_teams_are_credited_with_all_whom_they_serve(shown: dict[str, Any]) -> None:
    # 10 and 7 from elsewhere on Monday, 9 on Wednesday, 3 on Friday; 2 from elsewhere on Tuesday.
    assert [team["cases"] for team in shown["teams"]] == [29, 2]


def test_sites_count_their_people_wherever_they_are_served_and_their_follow_ups(
    shown: dict[str, Any],
) -> None:
    told = [(site["state"], site["cases"]) for site in shown["sites"]]
    assert told == [
        ("part", [[0, 10, 4], [1, 8, 6], [2, 9, 5]]),
        ("part", [[1, 10, 7], [2, 4, 4]]),
        ("part", [[1, 9, 5], [2, 5, 0]]),
        ("none", [[0, 5, 0]]),
    ]


def test_a_site_all_of_whose_people_are_served_elsewhere_is_fully_served() -> None:
    plan, scenario, travel = papers()
    far = replace(scenario.sites["far"], cases={"vneid2": 5})
    services = {one.id: replace(one, then=None) for one in scenario.services.values()}
    shown = map_content(
        plan, replace(scenario, sites={**scenario.sites, "far": far}, services=services), travel
    )
    assert [site["state"] for site in shown["sites"]][2] == "full"


def test_a_site_tells_what_follows_what(shown: dict[str, Any]) -> None:
    host, near, far, lost = (site.get("follow") for site in shown["sites"])
    recorded = {"service": 2, "first": 1, "done": "20/04", "due": "24/04", "cases": 3}
    made = {"service": 2, "first": 1, "done": "24/04", "due": "26/04", "cases": 6}
    assert host == [
        {**recorded, "planned": [["T4 26/04", 3]], "left": 0},
        {**made, "planned": [["T4 26/04", 2]], "left": 4},
    ]
    assert [batch.get("later", False) for batch in near] == [False, True]
    assert [batch["left"] for batch in far] == [3, 2]
    assert lost is None


def test_pinned_new_and_altered_visits_are_marked(shown: dict[str, Any]) -> None:
    marks = [(stop.get("pinned"), stop["fate"], stop.get("before")) for stop in stops(shown)]
    assert marks == [
        (True, "kept", None),
        (None, "new", None),
        (None, "kept", [492, 3]),
        (None, "new", None),
        (None, "new", None),
    ]


def test_frozen_days_are_marked_and_those_that_could_not_stand_are_not(shown: dict[str, Any]) -> None:
    assert [day.get("frozen", False) for day in shown["days"]] == [True, True, False, False, False]
    assert [team["frozen"] for team in shown["teams"]] == [[0, 1], [0]]


def test_conflicts_are_listed_by_date_with_their_reasons(shown: dict[str, Any]) -> None:
    places = [place["name"] for place in shown["places"]]
    lost = {"team": "Tổ 2", "site": "Bản Ma Hác", "place": places.index("Bản Ma Hác")}
    assert shown["conflicts"] == [
        {**lost, "day": "T3 25/04", "reason": "Lộ trình đã chốt không đi được nữa (R8)."},
        {**lost, "day": "T5 27/04", "reason": "Ngày 27/04 đường vào bản bị cấm (R8)."},
    ]


def test_visits_that_fell_away_are_listed(shown: dict[str, Any]) -> None:
    places = [place["name"] for place in shown["places"]]
    dropped = {"team": "Tổ 2", "day": "T3 25/04", "start": 450, "cases": 5}
    assert shown["changes"] == {
        "new": 3,
        "kept": 2,
        "dropped": [{**dropped, "site": "Bản Ma Hác", "place": places.index("Bản Ma Hác")}],
    }


def test_what_the_scenario_knows_no_more_is_named_by_its_id() -> None:
    plan, scenario, travel = papers()
    visit = plan.routes[0].visits[0].model_copy(update={"site": "ban-cu"})
    gone = plan.routes[0].model_copy(update={"team": "to-cu", "visits": (visit,)})
    conflicts = (
        Conflict(team="to-cu", date=build.day(9), site="ban-cu", reason="Tổ đã giải thể."),
        Conflict(team="to-1", date=build.day(0), site="", reason="Cả ngày."),
    )
    shown = map_content(
        plan.model_copy(update={"conflicts": conflicts}),
        replace(scenario, earlier=EarlierPlan((gone,))),
        travel,
    )
    assert shown["conflicts"] == [
        {"team": "Tổ 1", "day": "T2 24/04", "reason": "Cả ngày."},
        {"team": "to-cu", "day": "T4 03/05", "reason": "Tổ đã giải thể.", "site": "ban-cu"},
    ]
    [dropped] = shown["changes"]["dropped"]
    assert (dropped["team"], dropped["site"], "place" in dropped) == ("to-cu", "ban-cu", False)


def test_the_header_tells_follow_ups_apart_and_what_is_charged(shown: dict[str, Any]) -> None:
    header = shown["header"]
    figures = {one["label"]: (one["value"], one["note"]) for one in header["figures"]}
    # 31 served: 25 of the 45 outstanding, and 6 follow-ups that the plan itself makes.
    assert figures["Hồ sơ phục vụ"] == ("31", "25/45 tồn + 6 làm tiếp")
    assert figures["Tỷ lệ phục vụ"] == ("55,6%", "")
    assert header["brief"] == "25/45 hồ sơ (55,6%) + 6 làm tiếp"
    # Five brought for 20,000 đ each; work of 238 and 52 minutes, each 93 from the mean; four visits.
    assert {one["label"]: one["value"] for one in header["charges"]} == {
        "Đưa đón người dân": "-100.000 đ",
        "Việc chia chưa đều": "-18.600 đ",
        "Đổi lịch đã giao": "-400.000 đ",
    }


def test_a_plan_without_any_of_this_says_nothing_of_it() -> None:
    shown = map_content(*campaign.papers())
    assert shown["conflicts"] == []
    assert shown["changes"] is None
    assert shown["header"]["charges"] == []
    assert not [stop for stop in stops(shown) if {"guests", "pinned", "fate"} & set(stop)]
    assert not [one for one in (*shown["days"], *shown["teams"]) if "frozen" in one]
    assert not [site for site in shown["sites"] if "follow" in site]
