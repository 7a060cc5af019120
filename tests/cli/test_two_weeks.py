"""Two weeks of a team that is formed from officers: who was away in the first is spared in the second."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from optimizer.cli import main
from optimizer.intake import read_plan, read_scenario

SCENARIO = """\
format: luudong/1
name: "Hai tuần"
horizon: {start: 2023-04-24, days: 3}
services:
  cccd: {name: "Cấp CCCD", minutes: 12}
bases:
  - {id: da-bac, name: "Công an huyện Đà Bắc", lat: 20.875, lon: 105.252}
sites:
  - {id: tu-ly, name: "Xã Tú Lý", lat: 20.895, lon: 105.249, cases: {cccd: 400}}
officers: # bốn người như nhau
  - {id: cb-1, unit: qlhc}
  - {id: cb-2, unit: qlhc}
  - {id: cb-3, unit: qlhc}
  - {id: cb-4, unit: qlhc}
history: [{officer: cb-3, days_away: 1}, {officer: cb-4, days_away: 1}] # tuần trước nữa
crews:
  - {id: to, name: "Tổ", base: da-bac, officers: 2}
rest: {days_in_a_row: 4}
"""


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario, planned into the folder where plans lie by default, of which work is reported."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "tuan-17"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    assert planned(folder) == {"cb-1", "cb-2"}  # the others were away a day before
    rows = [(route.team, route.date) for route in read_plan(tmp_path / "maps" / "tuan-17").plan.routes]
    assert len(rows) == 3
    lines = [f"{team},{day},tu-ly,cccd,30" for team, day in rows]
    (folder / "done.csv").write_text("\n".join(["team,date,site,service,cases", *lines]) + "\n", "utf-8")
    return folder


def planned(folder: Path, *more: str) -> set[str]:
    """Who is in the team of a plan that is made of a scenario."""
    options = ["--iterations", "60", "--workers", "1", *more]
    assert main(["plan", str(folder), *options, "--out", f"maps/{folder.name}", "--json"]) == 0
    plan = read_plan(Path("maps") / folder.name).plan
    return {officer for crew in plan.crews for officer in crew.officers}


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return dict(json.loads(capsys.readouterr().out))


def test_who_was_away_last_week_is_spared(first: Path, capsys: pytest.CaptureFixture[str]):
    capsys.readouterr()
    assert main(["next", str(first), "--json"]) == 0
    told = said(capsys)
    assert told["plan"] == str(Path("maps") / "tuan-17")
    later = Path(told["scenario"])
    crewing = read_scenario(later).scenario.crewing
    assert crewing is not None
    away = {officer: past.days_away for officer, past in crewing.history.items()}
    assert away == {"cb-1": 3, "cb-2": 3, "cb-3": 1, "cb-4": 1}
    assert crewing.worked_by("cb-1").in_a_row == 3
    assert planned(later) == {"cb-3", "cb-4"}


def test_dates_in_a_row_go_on_over_the_weeks(first: Path, tmp_path: Path):
    assert main(["next", str(first), "--out", str(tmp_path / "sau"), "--days", "2", "--json"]) == 0
    text = (tmp_path / "sau" / "scenario.yaml").read_text(encoding="utf-8")
    assert "tuần trước nữa" not in text
    assert "bốn người như nhau" in text
    alone = text.replace("officers: 2}", "officers: 2, units: [khac]}").replace(
        "cb-1, unit: qlhc", "cb-1, unit: khac"
    )
    alone = alone.replace("cb-2, unit: qlhc", "cb-2, unit: khac")
    (tmp_path / "sau" / "scenario.yaml").write_text(alone, encoding="utf-8")
    # Three dates in a row of at most four: one more, and not two.
    assert planned(tmp_path / "sau") == {"cb-1", "cb-2"}
    assert len(read_plan(tmp_path / "maps" / "sau").plan.routes) == 1


def test_without_a_plan_the_history_stays_and_that_is_told(
    first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "maps").rename(tmp_path / "khac")
    capsys.readouterr()
    assert main(["next", str(first), "--lang", "vi"]) == 0
    assert "W804" in capsys.readouterr().err
    crewing = read_scenario(tmp_path / "tuan-17-2023-04-27").scenario.crewing
    assert crewing is not None
    assert crewing.worked_by("cb-3").days_away == 1
    assert crewing.worked_by("cb-1").days_away == 0


def test_a_plan_elsewhere_is_named_and_one_of_another_week_refused(
    first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "maps").rename(tmp_path / "khac")
    given = ["--plan", str(tmp_path / "khac" / "tuan-17")]
    capsys.readouterr()
    assert main(["next", str(first), *given, "--out", "sau", "--lang", "vi"]) == 0
    assert "history.csv" in capsys.readouterr().out
    record = "team,date,site,service,cases\nto,2023-04-27,tu-ly,cccd,30\n"
    (tmp_path / "sau" / "done.csv").write_text(record, encoding="utf-8")
    assert main(["next", "sau", *given]) == 2
    assert "E806" in capsys.readouterr().err
    assert main(["next", "sau", "--plan", str(tmp_path / "khong-co")]) == 2
    assert "E601" in capsys.readouterr().err
