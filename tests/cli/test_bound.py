"""``luudong plan --bound`` and ``luudong bound``: what is proven is said, and stands in the plan."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.intake import read_plan
from tests.cli.conftest import QUICKLY


def test_a_plan_with_a_bound_says_and_states_how_close_it_is(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    assert main(["plan", str(campaign), *QUICKLY, "--bound", "5", "--out", str(out), "--lang", "vi"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"Cách mức tốt nhất có thể không quá \d+,\d\d %", said)
    figures = read_plan(out).plan.figures
    assert figures.bound is not None
    assert figures.bound >= figures.objective
    assert figures.gap == pytest.approx((figures.bound - figures.objective) / figures.bound)
    assert main(["check", str(out)]) == 0


def test_a_plan_is_bounded_later(plan_once: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = shutil.copytree(plan_once, tmp_path / "copy")
    assert main(["bound", str(folder), "--seconds", "5", "--lang", "en"]) == 0
    assert re.search(r"Within \d+\.\d\d % of the best possible", capsys.readouterr().out)
    assert main(["bound", str(folder), "--seconds", "5", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["bound"] >= told["objective"]
    assert told["method"] == "weeks"


def test_what_is_proven_later_is_written_into_the_plan_its_map_and_its_workbook(
    plan_once: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = shutil.copytree(plan_once, tmp_path / "copy")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    before = read_plan(folder).plan
    drawn = {name: (folder / name).read_bytes() for name in ("map.html", "plan.xlsx")}
    assert main(["bound", str(folder), "--seconds", "5", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    after = read_plan(folder).plan
    assert (after.figures.bound, after.figures.gap) == (told["bound"], told["gap"])
    blank = {"bound": None, "gap": None}
    assert after.model_copy(update={"figures": after.figures.model_copy(update=blank)}) == before
    assert all((folder / name).read_bytes() != own for name, own in drawn.items())
    assert sorted(one.name for one in folder.iterdir()) == [
        "map.html",
        "notes.txt",
        "plan.json",
        "plan.xlsx",
        "scenario",
    ]
    assert main(["check", str(folder)]) == 0


def test_a_bound_draws_nothing_that_was_not_there_and_nothing_of_another_plan(
    plan_once: Path, tmp_path: Path
):
    folder = shutil.copytree(plan_once, tmp_path / "copy")
    other = shutil.copy(folder / "plan.json", folder / "other.json")
    (folder / "plan.xlsx").unlink()
    drawn = (folder / "map.html").read_bytes()
    assert main(["bound", str(other), "--seconds", "5"]) == 0
    assert read_plan(Path(other)).plan.figures.bound is not None
    assert read_plan(folder).plan.figures.bound is None
    assert (folder / "map.html").read_bytes() == drawn
    assert main(["bound", str(folder), "--seconds", "5"]) == 0
    assert (folder / "map.html").read_bytes() != drawn
    assert not (folder / "plan.xlsx").exists()


def test_a_plan_whose_workbook_cannot_be_drawn_stays_as_it_was(
    plan_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = shutil.copytree(plan_once, tmp_path / "copy")
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("optimizer.report.workbook.write_workbook", full)
    assert main(["bound", str(folder), "--seconds", "5"]) != 0
    assert {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()} == before
    assert sorted(one.name for one in folder.iterdir()) == sorted([*before, "scenario"])
