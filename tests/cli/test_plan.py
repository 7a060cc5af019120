from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from optimizer import planning
from optimizer.cli import main
from optimizer.intake import read_plan
from optimizer.review.breach import Breach
from optimizer.travel import build
from tests.cli.conftest import QUICKLY

PRODUCTS = ["map.html", "plan.json", "plan.xlsx", "scenario"]


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_plan_its_map_and_its_workbook_are_written_and_told(
    campaign: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(campaign.parent)
    assert main(["plan", "ba-diem", *QUICKLY, "--lang", "vi"]) == 0
    folder = Path("maps", "ba-diem")
    assert written(folder) == PRODUCTS
    said = capsys.readouterr().out
    # 12 + 20 of the 41 plannable cases are within reach: 32 / 41 = 78.0 %.
    assert "Phục vụ 32/41 hồ sơ (78,0%)" in said
    assert "Còn lại 3 hồ sơ: " in said
    assert "Còn lại 9 hồ sơ: Không tổ nào làm được" in said
    for name in PRODUCTS[:3]:
        assert str(folder / name) in said


def test_the_table_has_a_row_for_every_team_and_the_totals(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["plan", str(campaign), *QUICKLY, "--out", str(tmp_path / "out"), "--lang", "en"]) == 0
    rows = {
        cells[0]: cells[1:]
        for line in capsys.readouterr().out.splitlines()
        if len(cells := [cell.strip() for cell in line.strip("│┃").replace("┃", "│").split("│")]) == 6
    }
    assert rows["Team"] == ["Days", "Visits", "Cases", "Km", "Nights away"]
    assert set(rows) == {"Team", "Tổ 1", "Tổ 2", "Total"}
    for column in (0, 1, 2):
        assert int(rows["Total"][column]) == int(rows["Tổ 1"][column]) + int(rows["Tổ 2"][column])
    assert rows["Total"][2] == "32"


def test_for_machines_there_is_one_json_document(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    assert main(["plan", str(campaign), *QUICKLY, "--out", str(out), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["figures"]["cases"] == sum(team["cases"] for team in document["teams"]) == 32
    assert document["unserved"] == {"not_plannable": 3, "impossible": 9}
    assert document["warnings"] == []
    assert Path(document["plan"]).is_file()
    assert document["made_by"]["seed"] == 1
    stated = read_plan(out).plan
    assert document["figures"] == stated.figures.model_dump()


def test_the_same_seed_and_iterations_give_the_same_files_to_the_byte(campaign: Path, tmp_path: Path):
    for name in ("a", "b"):
        assert main(["plan", str(campaign), *QUICKLY, "--seed", "7", "--out", str(tmp_path / name)]) == 0
    for product in ("plan.json", "map.html", "scenario/scenario.yaml", "scenario/sites.csv"):
        assert (tmp_path / "a" / product).read_bytes() == (tmp_path / "b" / product).read_bytes()


def test_a_scenario_with_errors_is_told_in_full_and_nothing_is_written(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    table = campaign / "sites.csv"
    table.write_text("id,lat,lon,cccd\na,105.2,20.8,3\nb,20.8,105.2,-1\n", encoding="utf-8")
    assert main(["plan", str(campaign), "--out", str(tmp_path / "out"), "--lang", "vi"]) == 2
    said = capsys.readouterr()
    assert "sites.csv, hàng 2" in said.err
    assert "sites.csv, hàng 3" in said.err
    assert said.out == ""
    assert not (tmp_path / "out").exists()


def test_findings_reach_machines_too(campaign: Path, capsys: pytest.CaptureFixture[str]):
    (campaign / "sites.csv").write_text("id,lat,lon,cccd\nb,20.8,105.2,-1\n", encoding="utf-8")
    assert main(["plan", str(campaign), "--json"]) == 2
    finding = json.loads(capsys.readouterr().out)["findings"][0]
    assert (finding["severity"], finding["file"], finding["line"]) == ("error", "sites.csv", 2)
    assert finding["cause"]
    assert finding["action"]


def test_a_folder_that_cannot_be_written_is_told_before_the_search(
    campaign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(build, "build_matrix", lambda _: pytest.fail("too late"))
    assert main(["plan", str(campaign), "--out", str(tmp_path / "file" / "out")]) == 3
    assert "E701" in capsys.readouterr().err


def test_routes_that_break_a_rule_are_a_defect_and_are_not_written(
    campaign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(planning, "check_routes", lambda *_: (Breach("R1", "day.monday"),))
    assert main(["plan", str(campaign), *QUICKLY, "--out", str(tmp_path / "out"), "--lang", "vi"]) == 70
    said = capsys.readouterr().err
    assert "Chương trình gặp lỗi không lường trước" in said
    assert "R1" in said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()


def test_stopped_before_there_is_a_plan_nothing_is_written(
    campaign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(build, "build_matrix", lambda _: signal.raise_signal(signal.SIGINT))
    assert main(["plan", str(campaign), "--out", str(tmp_path / "out"), "--lang", "en"]) == 130
    assert capsys.readouterr().err.endswith("Stopped; nothing was written.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_an_interrupted_search_still_writes_its_best_plan(campaign: Path, tmp_path: Path):
    command = [sys.executable, "-m", "optimizer", "plan", str(campaign), "--seconds", "600"]
    with subprocess.Popen(  # noqa: S603 -- our own interpreter, our own words
        [*command, "--out", str(tmp_path / "out"), "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        give_up = threading.Timer(120, running.kill)
        give_up.start()
        assert running.stderr is not None
        for line in running.stderr:
            if "of 41 cases" in line:
                os.kill(running.pid, signal.SIGINT)
                break
        said, remarks = running.communicate()
        give_up.cancel()
    assert running.returncode == 0
    assert "Search stopped as asked" in remarks
    assert "Serves 32 of 41 cases" in said
    assert written(tmp_path / "out") == PRODUCTS
