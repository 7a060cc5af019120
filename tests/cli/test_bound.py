"""``luudong plan --bound`` and ``luudong bound``: what is proven is said, and stands in the plan."""

from __future__ import annotations

import json
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
