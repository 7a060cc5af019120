"""``luudong crews``: teams and roster without routes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from optimizer.cli import main
from tests.intake.crew_cases import RIGHT
from tests.intake.folders import edited, write_folder


@pytest.fixture
def crewed(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "crewed", yaml=RIGHT)


def test_teams_and_roster_are_shown(crewed: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["crews", str(crewed), "--lang", "en", "--seconds", "5"]) == 0
    out = capsys.readouterr().out
    assert "cb-1" in out
    assert "chot" in out
    assert "proved that none is worth more" in out


def test_names_are_shown_where_ids_have_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    named = edited(
        RIGHT,
        {
            "{id: cb-1,": '{id: cb-1, name: "Cán bộ A",',
            "{id: chot,": '{id: chot, name: "Cổng",',
            "{id: to,": '{id: to, name: "Đội", units: [qlhc],',
            "brings: {generator": "together: [[cb-1, cb-3]]\nbrings: {generator",
        },
    )
    assert main(["crews", str(write_folder(tmp_path, yaml=named)), "--lang", "vi", "--seconds", "5"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Không xếp cùng tổ được: Cán bộ A, cb-3." in out  # whose unit is not asked
    roster = out[out.index("Bảng phân công") :]
    for name in ("Cán bộ A", "Đội", "Cổng", "Trực ban"):
        assert name in roster
    assert "chot" not in out
    assert "cb-1" not in out
    assert "24/04–25/04" in out  # the driver's duty is on the 26th


def test_a_machine_gets_crews_roster_and_what_is_proved(crewed: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["crews", str(crewed), "--json", "--seconds", "5"]) == 0
    told = json.loads(capsys.readouterr().out)
    (crew,) = told["crews"]
    assert "cb-1" in crew["officers"]  # the only one who drives
    assert "2023-04-26" not in crew["dates"]  # whose duty is on that morning
    assert [entry["officer"] for entry in told["roster"]] == ["cb-1", "cb-2", "cb-3"]
    assert {day["does"] for day in told["roster"][2]["days"]} == {"post"}
    assert told["is_best"] is True
    assert told["worth"] == told["bound"] > 0


def test_given_teams_leave_nothing_to_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["crews", str(write_folder(tmp_path / "given")), "--lang", "en"]) == 0
    assert "there is nothing to form" in capsys.readouterr().err


def test_rules_that_clash_are_told_with_the_least_that_would_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    # The post asks for the only officer of its unit on seven dates, and nobody may work on more than five.
    clashing = RIGHT.replace("brings: {generator", "rest: {days_in_a_row: 5}\nbrings: {generator")
    assert main(["crews", str(write_folder(tmp_path / "clash", yaml=clashing)), "--lang", "vi"]) == 2
    told = capsys.readouterr().err
    assert "E350" in told
    assert "chốt “chot” luôn có 1 người; không ai làm quá 5 ngày liền" in told
    assert "chốt “chot” bớt 1 người" in told


def test_a_crew_that_was_changed_into_what_there_is_not_is_told(
    crewed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "plan"
    assert main(["plan", str(crewed), "--iterations", "20", "--out", str(folder), "--json"]) == 0
    written = (folder / "plan.json").read_text(encoding="utf-8")
    for key, commands in (("team", ["map"]), ("base", ["map"]), ("vehicle", ["map", "check"])):
        plan = json.loads(written)
        plan["crews"][0][key] = "khac"
        (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        for command in commands:
            capsys.readouterr()
            assert main([command, str(folder), "--json"]) == 2
            told = json.loads(capsys.readouterr().out)["findings"]
            assert ("E608", f"crews[1].{key}") in [(one["code"], one["key"]) for one in told]
