"""Planning on an extract from the command line, and what lies in the plan's folder afterwards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from optimizer.cli import main
from tests.cli.conftest import QUICKLY
from tests.cli.on_roads import write_on_roads


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    source = write_on_roads(tmp_path / "thung-lung")
    assert main(["plan", str(source), *QUICKLY, "--out", str(tmp_path / "out"), "--json"]) == 0
    return tmp_path / "out"


def test_a_plan_on_roads_avoids_the_closed_one_on_its_day_only(planned: Path):
    plan = json.loads((planned / "plan.json").read_text(encoding="utf-8"))
    days = {
        route["date"] for route in plan["routes"] for visit in route["visits"] if visit["site"] == "ban-cao"
    }
    assert days
    assert "2023-04-25" not in days
    assert plan["figures"]["coverage"] == 1.0


def test_who_is_cut_off_is_told_before_planning(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["validate", str(write_on_roads(tmp_path / "thung-lung")), "--lang", "vi"]) == 0
    said = capsys.readouterr().err
    assert "[T102]" in said
    assert "Từ 25/04/2023 đến hết 25/04/2023 không tổ nào đến được 1 điểm: Bản Cao (ban-cao)." in said


def test_a_plan_on_roads_is_checked_and_drawn_without_the_extract(planned: Path, tmp_path: Path):
    shutil.rmtree(tmp_path / "thung-lung")
    assert not list(planned.rglob("*.pbf"))
    assert (planned / "walks.csv").is_file()
    assert main(["check", str(planned)]) == 0
    assert main(["map", str(planned)]) == 0
    assert main(["explain", str(planned), "ban-cao"]) == 0


def test_a_bound_that_is_proven_later_leaves_the_roads_on_the_map(planned: Path):
    before = (planned / "map.html").read_text(encoding="utf-8")
    assert main(["bound", str(planned), "--seconds", "5"]) == 0
    after = (planned / "map.html").read_text(encoding="utf-8")
    assert after != before
    for element in ("outline", "scenery"):
        begin = f'<script type="application/json" id="{element}">'
        assert after.split(begin)[1].split("</script>")[0] == before.split(begin)[1].split("</script>")[0]
    assert '"lines":' in after.split('id="plan">')[1]


def test_a_place_in_the_sea_stops_the_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    source = write_on_roads(tmp_path / "bien", isle=(60, -3))
    assert main(["plan", str(source), *QUICKLY, "--out", str(tmp_path / "out"), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "[T301] thung-lung.osm.pbf" in said
    assert "Xóm Đảo (xom-dao; 19.9730, 105.5742)" in said
    assert not (tmp_path / "out").exists()


def test_an_extract_is_shared_by_scenarios(tmp_path: Path):
    source = write_on_roads(tmp_path / "thung-lung")
    shared = (source / "thung-lung.osm.pbf").rename(tmp_path / "tinh.osm.pbf")
    assert main(["validate", str(source)]) == 2
    assert main(["validate", str(source), "--extract", str(shared)]) == 0
    # Its network is kept beside it, what was measured beside the scenario.
    assert [path.name[:7] for path in (tmp_path / "luudong-roads").iterdir()] == ["network"]
    assert {path.name[:4] for path in (source / "luudong-roads").iterdir()} == {"ways"}
    out = str(tmp_path / "out")
    assert main(["plan", str(source), "--extract", str(shared), *QUICKLY, "--out", out, "--json"]) == 0
    assert (tmp_path / "out" / "legs.geojson").stat().st_size > 200
    assert main(["check", out]) == 0
