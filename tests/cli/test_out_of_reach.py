from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.cli.plan import cores
from tests.cli.conftest import QUICKLY

SCENARIO = """
format: luudong/1
name: Không đường
horizon: {start: 2023-04-24, days: 1}
services: {cccd: {minutes: 10}}
bases: [{id: home, name: Trụ sở, lat: 20.9, lon: 105.2}]
sites:
  - {id: near, lat: 20.91, lon: 105.2, cases: {cccd: 5}}
  - {id: island, lat: 20.95, lon: 105.2, cases: {cccd: 7}}
teams: [{id: to-1, base: home}]
travel: {source: matrix, file: travel.csv}
"""


@pytest.fixture
def islanded(tmp_path: Path) -> Path:
    folder = tmp_path / "khong-duong"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    legs = "from,to,minutes,km\nhome,near,10,5\nnear,home,10,5\n"
    (folder / "travel.csv").write_text(legs, encoding="utf-8")
    return folder


def test_validate_warns_of_a_site_that_no_road_reaches(islanded: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["validate", str(islanded), "--lang", "en"]) == 0
    said = "".join(capsys.readouterr())
    assert "[T101]" in said
    assert "island" in said
    assert "2 warnings" in said  # W402 besides: the table never names the island


def test_planning_warns_of_it_too_and_plans_the_rest(
    islanded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["plan", str(islanded), *QUICKLY, "--out", str(tmp_path / "out"), "--lang", "en"]) == 0
    said = "".join(capsys.readouterr())
    assert "[T101]" in said
    assert "Serves 5 of 12 cases" in said


def test_at_least_one_core_is_found():
    assert cores() >= 1
