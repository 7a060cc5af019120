"""The review map as a file: complete, small, the same every time, and nothing but text from the scenario."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.errors import OutputError
from optimizer.domain.plan import Reason
from optimizer.language import catalogue
from optimizer.report.map import SCRIPTS, map_page, write_map
from optimizer.report.map_content import PAGE_WORDS
from optimizer.report.offline import packaged, things_fetched
from optimizer.travel.build import build_matrix
from tests.report.campaign import papers
from tests.report.crowd import crowd, crowd_with_promises
from tests.report.hostile import TEXTS, hostile, hostile_promises

FETCHES = re.compile(
    r"""(?:\b(?:src|href|action|poster|data)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)(?:https?:|//)""",
    re.IGNORECASE,
)
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)


def content(page: str) -> dict[str, Any]:
    """The plan's data in a page."""
    found = re.search(r'<script type="application/json" id="plan">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_a_map_is_complete_in_one_file_and_asks_the_web_for_nothing() -> None:
    page = map_page(*papers())
    assert things_fetched(page) == []
    assert FETCHES.search(page) is None
    # What is left of the web: the licence's and the drawing language's names, never opened.
    addresses = set(re.findall(r"https?://[^\s\"'<>)]+", page))
    assert addresses == {"https://leafletjs.com", "http://www.w3.org/2000/svg"}


def test_a_map_of_the_same_plan_is_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        write_map(*papers(), tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_map_of_three_hundred_sites_twenty_teams_and_a_week_is_under_two_megabytes() -> None:
    plan, scenario, travel = crowd()
    assert (len(scenario.sites), len(scenario.teams), scenario.horizon.days) == (300, 20, 7)
    assert len(map_page(plan, scenario, travel).encode()) < 2_000_000


def test_people_from_elsewhere_promises_and_changes_leave_it_under_two_megabytes() -> None:
    plan, scenario, travel = crowd_with_promises()
    visits = [visit for route in plan.routes for visit in route.visits]
    assert len(visits) > 200
    assert all(len(visit.guests) == 3 for visit in visits)
    assert len(map_page(plan, scenario, travel).encode()) < 2_000_000


def test_only_the_scripts_of_the_page_itself_may_run() -> None:
    page = map_page(*hostile())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    codes = [
        found["code"] for found in SCRIPT.finditer(page) if "application/json" not in found["attributes"]
    ]
    allowed = {f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in codes}
    sources = re.search(r"script-src ([^;]*);", policy[1])
    assert sources
    assert set(sources[1].split()) == allowed
    assert "default-src 'none'" in policy[1]
    # The scripts hold no word of the scenario: they are those of a harmless plan.
    harmless = [
        found["code"] for found in SCRIPT.finditer(map_page(*papers())) if "application/json" not in found[1]
    ]
    assert codes == harmless


def test_hostile_names_are_data_and_never_markup_or_templates() -> None:
    page = map_page(*hostile())
    markup = SCRIPT.sub("", page)
    for text in TEXTS[1:]:  # the first is the plan's name, the page's title
        assert text not in markup
    assert "&lt;img src=x onerror=window.broken=1&gt; – bản đồ kế hoạch</title>" in markup
    assert content(page)["header"]["title"] == TEXTS[0]
    assert content(page)["teams"][0]["name"] in TEXTS
    names = {place["name"] for place in content(page)["places"]}
    assert "{{7*7}}{% raw %}" in names
    assert "49{% raw %}" not in page


def test_hostile_promises_and_ids_are_data_and_never_markup() -> None:
    page = map_page(*hostile_promises())
    markup = SCRIPT.sub("", page)
    for text in TEXTS[1:]:
        assert text not in markup
    shown = content(page)
    assert set(TEXTS) <= {one["reason"] for one in shown["conflicts"]}
    assert set(TEXTS) <= {one["team"] for one in shown["changes"]["dropped"]}
    assert things_fetched(page) == []


def test_marks_that_turn_the_direction_of_writing_are_left_out() -> None:
    plan, scenario, travel = papers()
    turned = replace(scenario, name="Kế hoạch \u202egnud nahc\u202c\u2066\u200f")
    assert content(map_page(plan, turned, travel))["header"]["title"] == "Kế hoạch gnud nahc"


def test_routes_carry_times_cases_setup_and_where_the_day_ends() -> None:
    plan, scenario, travel = papers()
    shown = content(map_page(plan, scenario, travel))
    places = [place["name"] for place in shown["places"]]
    first = shown["routes"][0]
    # 12 km at a km a minute; 20 + (18 x 12 + 15 x 6) / 2 = 173 minutes from 8:00.
    assert first["stops"][0] == {
        "place": places.index("Xóm Ằng"),
        "arrive": 432,
        "start": 480,
        "finish": 653,
        "setup": 20,
        "cases": [[0, 18], [1, 15]],
    }
    assert places[first["end"]] == "Công an huyện Đà Bắc"
    assert [way["depart"] for way in first["ways"]] == [420, 653, plan.routes[0].visits[1].finish]


def test_nights_are_told_by_team_and_place() -> None:
    plan, scenario, travel = papers()
    shown = content(map_page(plan, scenario, travel))
    places = [place["name"] for place in shown["places"]]
    nights = [(one["team"], places[one["place"]], one["days"]) for one in shown["nights"]]
    # Team 2 sleeps at Bưa Sen after Monday and Tuesday and stays there on Wednesday, without a route.
    assert nights == [(1, "Xóm Bưa Sen", [0, 1, 2]), (2, "Công an Quận 1", [0, 1, 2])]


def test_sites_are_told_apart_by_how_far_they_are_served() -> None:
    plan, scenario, _ = papers()
    counted = replace(scenario.sites["an"], id="xa", cases={"away": 3}, lat=20.4)
    untouched = replace(scenario.sites["an"], id="xoi", cases={"cccd": 3}, lat=20.41)
    quiet = replace(scenario.sites["an"], id="vang", cases={}, lat=20.42)
    more = replace(scenario, sites={**scenario.sites, "xa": counted, "xoi": untouched, "vang": quiet})
    states = {
        site: told["state"]
        for site, told in zip(
            more.sites, content(map_page(plan, more, build_matrix(more)))["sites"], strict=True
        )
    }
    assert states == {
        "bua-sen": "part",
        "ang": "full",  # seven people away are counted, not planned
        "doi": "part",
        "an": "full",
        "xom-2": "full",
        "xom-10": "full",
        "quan-1": "part",
        "xa": "counted",
        "xoi": "none",
        "vang": "quiet",
    }


def test_cases_left_carry_the_reason_its_detail_and_what_they_would_need() -> None:
    shown = content(map_page(*papers()))
    [left] = shown["sites"][0]["left"]
    assert left == {
        "service": 1,
        "cases": 12,
        "reason": "Không tổ nào làm được",
        "detail": "Không tổ nào có thiết bị thay cho sóng di động ở điểm này (R5).",
        "need": "Một bộ thu phát vệ tinh cho Tổ 2.",
    }


def test_the_header_tells_the_figures_and_the_proven_nearness_to_the_best() -> None:
    plan, scenario, travel = papers()
    near = plan.model_copy(
        update={"figures": plan.figures.model_copy(update={"bound": 2.7e7, "gap": 0.00832})}
    )
    header = content(map_page(near, scenario, travel))["header"]
    figures = {one["label"]: (one["value"], one["note"]) for one in header["figures"]}
    assert figures["Hồ sơ phục vụ"] == ("137", "trên 194 tồn")
    assert figures["Tỷ lệ phục vụ"] == ("70,6%", "")
    assert figures["Đêm nghỉ lại (tổ × đêm)"] == ("6", "")
    assert figures["Giá trị kế hoạch"][1] == "(tối đa 27,0 triệu đ)"
    # No more may be claimed than was proven: 0.832 % is rounded up.
    assert header["nearness"] == {
        "text": "trong khoảng 0,84% so với mức tốt nhất có thể",
        "why": "Đã chứng minh: không kế hoạch nào có giá trị hơn 27,0 triệu đ.",
    }
    assert header["dates"] == "từ 24/04/2023 đến 28/04/2023"
    assert content(map_page(plan, scenario, travel))["header"]["nearness"] is None


def test_the_header_tells_what_is_left_without_what_is_only_counted() -> None:
    plan, scenario, travel = papers()
    figures = {one["key"]: one for one in content(map_page(plan, scenario, travel))["header"]["figures"]}
    # 194 could be planned and 137 are; people away are counted only, and not among either.
    assert (figures["left"]["value"], figures["left"]["note"]) == ("57", "ở 3 điểm")
    assert figures["objective"]["note"] == ""
    assert any(cell.reason is Reason.NOT_PLANNABLE for cell in plan.unserved)


def test_services_that_are_only_counted_are_told_by_number() -> None:
    plan, scenario, travel = papers()
    shown = content(map_page(plan, scenario, travel))
    assert [shown["services"][number] for number in shown["counted"]] == ["Đi làm ăn xa, không rõ địa chỉ"]
    services = {name: service for name, service in scenario.services.items() if service.plannable}
    sites = {
        site.id: replace(site, cases={name: count for name, count in site.cases.items() if name in services})
        for site in scenario.sites.values()
    }
    rest = tuple(cell for cell in plan.unserved if cell.service in services)
    planned = replace(scenario, services=services, sites=sites)
    shown = content(map_page(plan.model_copy(update={"unserved": rest}), planned, travel))
    assert "counted" not in shown


def test_a_plan_without_any_route_has_a_map_too() -> None:
    plan, scenario, travel = papers()
    empty = plan.model_copy(update={"routes": (), "unserved": ()})
    assert content(map_page(empty, scenario, travel))["routes"] == []


def test_a_map_that_cannot_be_written_is_a_finding_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file where a folder is needed", encoding="utf-8")
    with pytest.raises(OutputError):
        write_map(*papers(), tmp_path / "folder" / "map.html")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_the_page_says_nothing_that_the_catalogue_lacks_and_the_catalogue_nothing_unsaid() -> None:
    said: set[str] = set()
    for name in SCRIPTS:
        code = packaged(f"page/{name}.js")
        said |= set(re.findall(r'\bsay\(\s*"(\w+)"', code))
        said |= {key for pair in re.findall(r'\bsay\(\w+ \? "(\w+)" : "(\w+)"', code) for key in pair}
    said |= {f"state_{state}" for state in ("full", "part", "none", "counted", "quiet")}
    said |= {f"tab_{tab}" for tab in ("teams", "sites", "officers", "changes", "legend")}
    said |= {"visits_dropped", "visits_new", "absences", "wishes", "posts"}  # titles of lists
    said |= {"flight", "link", "service", "outstanding", "served"}  # looked up by a value
    known = {key.removeprefix(PAGE_WORDS) for key in catalogue() if key.startswith(PAGE_WORDS)}
    assert said == known
