"""The way on foot from the road is told wherever a plan is read: side file, map, workbook, explanation.

The hamlet lies 340 m beside its track, 5.1 min at 4 km/h; the island's village 600 m from its road.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake import read_scenario
from optimizer.report.map_content import map_content
from optimizer.report.walks_csv import WALKS_FILE, write_walks
from optimizer.report.workbook import write_workbook
from optimizer.review.explain import explain
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests.cli.on_roads import write_on_roads
from tests.report.on_roads import papers_on_roads

HAMLET = "Còn 340 m đi bộ từ đường không tên, 6 phút."
ISLE = "Còn 600 m đi bộ từ “Đường Đảo”, 9 phút."
Papers = tuple[Plan, Scenario, TravelMatrix]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers_on_roads(tmp_path_factory.mktemp("roads"), hamlet=(-0.34, 1), isle=(5, -3.6))


def test_a_table_beside_the_plan(papers: Papers, tmp_path: Path):
    write_walks(papers[1], tmp_path)
    with (tmp_path / WALKS_FILE).open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    assert rows[0][:6] == ["mã", "tên", "phương tiện", "đường", "mét đi bộ", "phút đi bộ"]
    assert [row[:6] for row in rows[1:]] == [
        ["ban-cao", "Bản Cao", "ô tô", "đường không tên", "340", "6"],
        ["xom-dao", "Xóm Đảo", "ô tô", "Đường Đảo", "600", "9"],
    ]


def test_the_map_has_it_for_each_site(papers: Papers):
    content = map_content(*papers)
    assert [site.get("walk") for site in content["sites"]] == [[HAMLET], [ISLE], None]


def test_the_sheet_of_the_team_has_it_beside_the_visit(papers: Papers, tmp_path: Path):
    from openpyxl import load_workbook

    write_workbook(*papers, tmp_path / "plan.xlsx")
    sheet = load_workbook(tmp_path / "plan.xlsx")["Tổ 1"]
    notes = {row[4]: row[-1] for row in sheet.iter_rows(values_only=True) if row[4] and row[-1]}
    assert HAMLET in str(notes["Bản Cao"])
    assert ISLE in str(notes["Xóm Đảo"])


def test_the_explanation_has_it(papers: Papers):
    plan, made, travel = papers
    assert HAMLET in explain(made, travel, plan, "ban-cao", "vi").splitlines()
    assert "on foot" not in explain(made, travel, plan, "thon-vong", "en")


def test_sites_beside_the_road_say_nothing(tmp_path: Path):
    made = read_scenario(write_on_roads(tmp_path)).scenario
    build_matrix(made)
    write_walks(made, tmp_path)
    assert len((tmp_path / WALKS_FILE).read_text(encoding="utf-8-sig").splitlines()) == 1
