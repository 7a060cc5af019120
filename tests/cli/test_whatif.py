"""``luudong whatif``: variants side by side, on a terminal, for a machine and for Excel."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from optimizer.cli import main
from tests.intake.crew_cases import RIGHT
from tests.intake.folders import write_folder

BRIEFLY = ("--iterations", "60", "--workers", "2")


def test_the_table_begins_with_the_plan_as_it_is_and_says_where_more_helps_most(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    table = tmp_path / "table.csv"
    asked = ("--stations", "+1", "--teams", "+1:to-2", "--csv", str(table), "--lang", "vi")
    assert main(["whatif", str(campaign), *asked, *BRIEFLY]) == 0
    told = capsys.readouterr()
    assert "4/4 xong" in told.err
    assert "Hiện có" in told.out
    assert "Thêm 1 tổ như Tổ 2" in told.out
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Phương án", "Hồ sơ", "Km", "Đêm", "Chi phí", "Giá trị"]
    assert [row[0] for row in rows[1:]] == [
        "Hiện có",
        "Thêm 1 bộ thu nhận cho Tổ 1",
        "Thêm 1 bộ thu nhận cho Tổ 2",
        "Thêm 1 tổ như Tổ 2",
    ]
    # All 32 cases that can be reached are served already: no variant serves more, and none is worth less.
    assert [row[1] for row in rows[1:]] == ["32", "0", "0", "0"]
    assert all(float(row[5]) >= 0 for row in rows[2:])


def test_each_variant_is_left_as_a_plan_that_can_be_checked_and_compared(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    into = tmp_path / "plans"
    assert (
        main(["whatif", str(campaign), "--teams", "+1:to-2", "--plans", str(into), "--json", *BRIEFLY]) == 0
    )
    told = json.loads(capsys.readouterr().out)
    base, variant = (Path(folder) for folder in told["plans"])
    assert {base.parent, variant.parent} == {into}
    assert [main(["check", str(one)]) for one in (base, variant)] == [0, 0]
    capsys.readouterr()
    assert main(["compare", str(base), str(variant), "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)
    (new,) = compared["given"]["teams"]["after"]
    assert new not in json.loads((base / "plan.json").read_text(encoding="utf-8"))
    gain = told["variants"][0]
    assert compared["figures"]["cases"]["by"] == gain["cases"]
    assert compared["figures"]["objective"]["by"] == pytest.approx(gain["worth"], abs=0.01)


def test_the_plan_of_a_team_more_that_officers_may_form_can_be_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    crewed, into = write_folder(tmp_path / "crewed", yaml=RIGHT), tmp_path / "plans"
    assert main(["whatif", str(crewed), "--teams", "+1", "--plans", str(into), "--json", *BRIEFLY]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["plans"]) == 2
    assert [main(["check", one]) for one in told["plans"]] == [0, 0]


def test_for_machines_there_is_one_document_and_it_repeats(
    campaign: Path, capsys: pytest.CaptureFixture[str]
):
    said = []
    for _ in range(2):
        assert (
            main(["whatif", str(campaign), "--combine", "stations+1:to-1, teams+2:to-2", "--json", *BRIEFLY])
            == 0
        )
        said.append(json.loads(capsys.readouterr().out))
    assert said[0] == said[1]
    (variant,) = said[0]["variants"]
    assert [each["what"] for each in variant["more"]] == ["stations", "teams"]
    assert variant["is_cut"] is False
    assert said[0]["base"]["cases"] == 32


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--teams", "nhiều"), "E901"),
        (("--stations", "+1:to-9"), "E902"),
        (("--officers", "+2"), "E903"),
        (("--kits", "+1"), "E904"),
        (("--combine", "stations+1, teams+1"), "E905"),
    ],
)
def test_what_cannot_be_asked_is_told_before_anything_is_planned(
    asked: tuple[str, ...], code: str, campaign: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["whatif", str(campaign), *asked, "--lang", "vi"]) == 2
    told = capsys.readouterr()
    assert f"[{code}]" in told.err
    assert "giây" not in told.err
    assert told.out == ""


@pytest.mark.skipif(os.name == "nt", reason="interrupts arrive otherwise there")
def test_an_interrupt_keeps_what_is_done_and_tells_what_is_not(campaign: Path):
    asked = ("--stations", "+1", "--teams", "+1", "--seconds", "4", "--workers", "1", "--lang", "en")
    with subprocess.Popen(  # noqa: S603 -- our own interpreter, our own words
        [sys.executable, "-m", "optimizer", "whatif", str(campaign), *asked],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as running:
        give_up = threading.Timer(120, running.kill)
        give_up.start()
        assert running.stderr is not None
        for line in running.stderr:  # until the base has gone on, and the first of four variants is under way
            if line.startswith("1 of 5 done"):
                break
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: everybody hears it
        out, err = running.communicate()
        give_up.cancel()
    assert running.returncode == 0, err
    assert "Stopped: 3 variants were not begun" in err
    assert "As it is" in out
    assert "Stations +1 for Tổ 1 *" in out
    assert "Teams +1" not in out
    assert "Traceback" not in err
