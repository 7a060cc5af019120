from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optimizer import __version__, intake
from optimizer.cli import main
from optimizer.intake import read_scenario
from optimizer.language import Language


@pytest.fixture
def planned(plan_once: Path, tmp_path: Path) -> Path:
    """A plan's folder that a test may spoil."""
    return Path(shutil.copytree(plan_once, tmp_path / "plan"))


def edit(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a plan file as a person with an editor would."""
    file = folder / "plan.json"
    plan = json.loads(file.read_text(encoding="utf-8"))
    change(plan)
    file.write_text(json.dumps(plan), encoding="utf-8")


def leave_a_day_out(plan: dict[str, Any]) -> None:
    plan["routes"].pop()


def go_to_an_unknown_site(plan: dict[str, Any]) -> None:
    plan["routes"][0]["visits"][0]["site"] = "tu-li"


def start_at_night(plan: dict[str, Any]) -> None:
    plan["routes"][0]["depart"] = "00:00"


def test_a_sound_plan_is_checked_by_its_folder_or_its_file(planned: Path, capsys: pytest.CaptureFixture[str]):
    for path in (planned, planned / "plan.json"):
        assert main(["check", str(path), "--lang", "vi"]) == 0
        assert capsys.readouterr().out.startswith("Kế hoạch đúng mọi quy tắc: ")


def test_a_broken_rule_is_named_and_counts_as_exit_code_1(planned: Path, capsys: pytest.CaptureFixture[str]):
    edit(planned, start_at_night)
    assert main(["check", str(planned), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "R3" in said
    assert "1 breach of the rules." in said
    assert main(["check", str(planned), "--json"]) == 1
    breaches = json.loads(capsys.readouterr().out)["breaches"]
    assert [(one["rule"], one["date"]) for one in breaches if one["rule"] == "R3"] == [("R3", "2023-04-24")]


def test_figures_that_are_not_so_are_found(planned: Path, capsys: pytest.CaptureFixture[str]):
    edit(planned, leave_a_day_out)
    assert main(["check", str(planned)]) == 1
    assert "P" in {line[0] for line in capsys.readouterr().out.splitlines()}


def test_a_plan_that_cannot_be_read_is_told_with_exit_code_2(
    planned: Path, capsys: pytest.CaptureFixture[str]
):
    (planned / "plan.json").write_text("{", encoding="utf-8")
    for command in (["check"], ["map"], ["explain"]):
        words = [*command, str(planned), *(["tu-ly"] if command == ["explain"] else [])]
        assert main(words) == 2
        assert "E602" in capsys.readouterr().err


def test_the_map_is_drawn_again_beside_the_plan_or_elsewhere(
    planned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    first = (planned / "map.html").read_bytes()
    (planned / "map.html").unlink()
    assert main(["map", str(planned)]) == 0
    assert main(["map", str(planned / "plan.json"), "--out", str(tmp_path / "b" / "map.html")]) == 0
    assert (planned / "map.html").read_bytes() == first
    assert (tmp_path / "b" / "map.html").read_bytes() == first
    assert str(tmp_path / "b" / "map.html") in capsys.readouterr().out


def test_a_plan_that_breaks_rules_is_drawn_with_a_remark(planned: Path, capsys: pytest.CaptureFixture[str]):
    edit(planned, start_at_night)
    assert main(["map", str(planned), "--lang", "en"]) == 0
    assert "Beware: 1 breach of the rules in this plan" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["map", "explain"])
def test_a_plan_that_names_what_its_scenario_does_not_know_is_told_where(
    planned: Path, command: str, capsys: pytest.CaptureFixture[str]
):
    edit(planned, go_to_an_unknown_site)
    assert main([command, str(planned), *(["tu-ly"] if command == "explain" else [])]) == 2
    said = capsys.readouterr().err
    assert "routes[1].visits[1].site" in said
    assert "tu-li" in said


def bring_unknown_guests(plan: dict[str, Any]) -> None:
    plan["routes"][0]["visits"][0]["from"] = {"tu-li": {"cccd": 1}, "tu-ly": {"vneid": 1}}


def test_guests_that_the_scenario_does_not_know_are_told_where(
    planned: Path, capsys: pytest.CaptureFixture[str]
):
    edit(planned, bring_unknown_guests)
    assert main(["map", str(planned), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert said.count("routes[1].visits[1].from") == 2
    assert "“tu-li”" in said
    assert "“vneid”" in said


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("site", ["tu-ly", "muong-te"])
def test_every_site_is_explained_whether_served_or_not(
    planned: Path, site: str, language: Language, capsys: pytest.CaptureFixture[str]
):
    assert main(["explain", str(planned), site, "--lang", language]) == 0
    told = capsys.readouterr().out
    assert {"tu-ly": "Xã Tú Lý", "muong-te": "Huyện Mường Tè"}[site] in told
    assert main(["explain", str(planned), site, "--lang", language, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"].strip() == told.strip()


def test_a_site_may_be_named_without_its_marks(planned: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["explain", str(planned), "xa tu ly", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["site"] == "tu-ly"


def test_a_misspelt_site_gets_the_nearest_one(planned: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["explain", str(planned), "tu-li", "--lang", "vi"]) == 2
    said = capsys.readouterr()
    assert "tu-ly" in said.err
    assert said.out == ""
    assert main(["explain", str(planned), "tu-li", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["suggestions"] == ["tu-ly"]


def test_a_sound_scenario_is_said_to_be_so(campaign: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["validate", str(campaign), "--lang", "vi"]) == 0
    assert capsys.readouterr().out == (
        "Kịch bản dùng được: Ba điểm; 3 điểm, 41 hồ sơ còn tồn, 2 tổ,"
        " từ 24/04/2023 đến 25/04/2023; 0 lưu ý.\n"
    )


def test_warnings_do_not_stop_a_scenario(campaign: Path, capsys: pytest.CaptureFixture[str]):
    table = campaign / "sites.csv"
    table.write_text(table.read_text(encoding="utf-8-sig").replace(",name,", ",nmae,"), encoding="utf-8")
    assert main(["validate", str(campaign), "--json", "--lang", "en"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["sites"], document["cases"], document["teams"]) == (3, 41, 2)
    assert [finding["severity"] for finding in document["findings"]] == ["warning"]
    assert "name" in document["findings"][0]["action"]


@pytest.mark.parametrize("kind", [[], ["scenario"], ["plan"]])
def test_schemas_are_printed_as_json(kind: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(["schema", *kind]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == (intake.plan_schema() if kind == ["plan"] else intake.scenario_schema())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_scenario_can_be_planned_as_it_stands(
    tmp_path: Path, language: Language, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "tuan-17"
    assert main(["new", str(folder), "--lang", language]) == 0
    assert f"luudong plan {folder}" in capsys.readouterr().out
    assert read_scenario(folder).warnings == ()
    assert main(["new", str(folder), "--lang", language]) == 3


def test_what_fails_unforeseen_is_told_in_words_and_with_debug_in_full(
    campaign: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fail(_: Path, **_more: object) -> None:
        message = "không ngờ tới"
        raise RuntimeError(message)

    monkeypatch.setattr(intake, "read_scenario", fail)
    assert main(["validate", str(campaign), "--lang", "en"]) == 70
    said = capsys.readouterr().err
    assert "RuntimeError: không ngờ tới" in said
    assert "Traceback" not in said
    assert main(["validate", str(campaign), "--lang", "en", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]):
    assert main(["--lang", "vi"]) == 2
    assert "còn thiếu LỆNH" in capsys.readouterr().err
    assert main([]) == 2
    assert "luudong" in capsys.readouterr().err


def test_a_wrong_command_is_told_with_its_usage(capsys: pytest.CaptureFixture[str]):
    assert main(["plan", "--lang", "vi"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Cách dùng: luudong plan")
    assert "còn thiếu KỊCH_BẢN" in said
    assert main(["plan", "--json", "--lang", "vi"]) == 2
    assert json.loads(capsys.readouterr().out) == {"error": "còn thiếu KỊCH_BẢN"}


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m optimizer`, in its own process."""
    return subprocess.run(  # noqa: S603 -- our own interpreter, our own words
        [sys.executable, "-m", "optimizer", *words],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def test_the_module_is_the_command():
    assert run("--version").stdout.decode().strip() == f"luudong {__version__}"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_help_is_vietnamese_in_a_vietnamese_locale_whatever_the_code_page(encoding: str):
    done = run("plan", "--help", LC_ALL="vi_VN", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "Lập kế hoạch từ kịch bản" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_disaster():
    with subprocess.Popen(
        [sys.executable, "-m", "optimizer", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        _, remarks = running.communicate()
    assert running.returncode == 3
    assert remarks == b""


def test_whoever_stops_reading_our_findings_gets_no_traceback(tmp_path: Path):
    """The far end of the pipe is closed before the findings are written to it."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = subprocess.run(  # noqa: S603 -- this very interpreter
        [sys.executable, "-m", "optimizer", "validate", str(tmp_path / "nowhere"), "--json"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_end)
    assert ran.returncode == 3
    assert b"Traceback" not in ran.stderr
