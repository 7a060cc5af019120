"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.domain.errors import OutputError
from optimizer.intake.whole_files import written_whole


def test_what_was_written_is_there_at_the_end_and_nothing_else(tmp_path: Path):
    path = tmp_path / "deep" / "plan.json"
    with written_whole(path) as unfinished:
        assert unfinished.parent == path.parent
        unfinished.write_text("xong")
        assert not path.exists()
    assert path.read_text() == "xong"
    assert [one.name for one in path.parent.iterdir()] == ["plan.json"]


def test_a_failure_leaves_the_old_file_and_no_temporary_one(tmp_path: Path):
    path = tmp_path / "plan.json"
    path.write_text("cũ")
    with pytest.raises(KeyError), written_whole(path) as unfinished:  # noqa: PT012
        unfinished.write_text("mới, dở dang")
        raise KeyError
    assert path.read_text() == "cũ"
    assert [one.name for one in tmp_path.iterdir()] == ["plan.json"]


def test_a_folder_that_is_a_file_is_told_as_a_finding(tmp_path: Path):
    (tmp_path / "maps").write_text("")
    with pytest.raises(OutputError) as raised, written_whole(tmp_path / "maps" / "plan.json"):
        pass
    (finding,) = raised.value.findings
    assert finding.code == "E701"
    assert "plan.json" in finding.text("vi")
    assert raised.value.exit_code == 3


def test_a_body_that_writes_nothing_is_told_too(tmp_path: Path):
    with pytest.raises(OutputError), written_whole(tmp_path / "plan.json"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_a_folder_is_told_and_cleaned_up(tmp_path: Path):
    (tmp_path / "plan.json").mkdir()
    with pytest.raises(OutputError), written_whole(tmp_path / "plan.json") as unfinished:
        unfinished.write_text("x")
    assert [one.name for one in tmp_path.iterdir()] == ["plan.json"]
