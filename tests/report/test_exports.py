"""What can be asked for, and that every file of it is whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.cli import export as command
from optimizer.cli.plan_folder import MAP_FILE, WORKBOOK_FILE
from optimizer.report.exports import KINDS, Export, Given, exports
from optimizer.report.workbook_sheets.contents import Contents
from tests.report import campaign
from tests.report.phones.test_calendar import FRIDAY


def test_the_command_and_the_report_know_the_same_kinds():
    assert command.KINDS == KINDS


def test_every_kind_has_its_files_in_the_order_of_the_kinds():
    files = exports(Contents(*campaign.papers()), KINDS, Given(FRIDAY))
    assert list(dict.fromkeys(one.kind for one in files)) == list(KINDS)
    teams = len(campaign.campaign().teams)
    assert [one.kind for one in files].count("ics") == teams
    assert len({one.name for one in files}) == len(files)


def test_the_command_knows_what_lies_beside_a_plan_only_if_it_was_exported():
    files = exports(Contents(*campaign.papers()), KINDS, Given(FRIDAY))
    there = {one.name.split("/")[0] for one in files}
    assert there - {WORKBOOK_FILE, MAP_FILE} == set(command.BESIDE_A_PLAN)


def test_the_same_plan_gives_the_same_bytes_of_every_file():
    first, again = (exports(Contents(*campaign.papers()), KINDS, Given(FRIDAY)) for _ in range(2))
    assert [one.content() for one in first] == [one.content() for one in again]


def test_a_file_that_cannot_be_made_leaves_what_was_there(tmp_path: Path):
    (tmp_path / "plan.csv").write_text("before", encoding="utf-8")

    def fail() -> bytes:
        raise KeyError

    with pytest.raises(KeyError):
        Export("csv", "plan.csv", fail).write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.csv"]
    assert (tmp_path / "plan.csv").read_text(encoding="utf-8") == "before"
