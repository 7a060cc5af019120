from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path

import pytest
from docx import Document

from optimizer.cli import main
from optimizer.cli.export import KINDS
from tests.cli.conftest import QUICKLY


@pytest.fixture
def planned(plan_once: Path, tmp_path: Path) -> Path:
    """A plan's folder that a test may spoil."""
    return Path(shutil.copytree(plan_once, tmp_path / "plan"))


def test_everything_is_written_beside_the_plan_unless_told_otherwise(
    planned: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["export", str(planned), "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert list(files) == list(KINDS)
    assert all(Path(path).is_file() for paths in files.values() for path in paths)
    assert sorted(path.name for path in (planned / "ics").iterdir()) == ["to-1.ics", "to-2.ics"]


def test_only_what_is_asked_for_is_written(planned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "gui-di"
    assert main(["export", str(planned / "plan.json"), "--to", "csv, GeoJSON", "--out", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["plan.geojson", "visits.csv"]
    assert str(out / "visits.csv") in capsys.readouterr().out


def test_progress_is_told_kind_by_kind(planned: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["export", str(planned), "--to", "ics,csv", "--lang", "vi"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said == ["Đang ghi lịch điện thoại của từng tổ…", "Đang ghi bảng lượt làm việc CSV…"]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_bar_is_shown_and_taken_away(planned: Path, monkeypatch: pytest.MonkeyPatch):
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert main(["export", str(planned), "--to", "csv"]) == 0
    assert "visits.csv" in terminal.getvalue()


@pytest.mark.parametrize("kinds", ["pdff", "csv,", ",", "csv,../x"])
def test_kinds_that_there_are_not_are_told_before_anything_is_read(
    kinds: str, planned: Path, capsys: pytest.CaptureFixture[str]
):
    code = main(["export", str(planned), "--to", kinds, "--lang", "vi"])
    if kinds == "csv,":
        assert code == 0
    else:
        assert code == 2
        assert "không phải loại tệp xuất được" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told_with_exit_code_3(
    planned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["export", str(planned), "--out", str(tmp_path / "file")]) == 3
    assert "E701" in capsys.readouterr().err


def test_calendars_are_dated_by_the_plan_s_file_so_that_the_same_plan_gives_the_same_calendar(planned: Path):
    os.utime(planned / "plan.json", (1_682_000_000, 1_682_000_000))  # 2023-04-20, 14:13:20 UTC
    assert main(["export", str(planned), "--to", "ics"]) == 0
    first = (planned / "ics" / "to-1.ics").read_bytes()
    assert b"DTSTAMP:20230420T141320Z" in first
    assert main(["export", str(planned), "--to", "ics"]) == 0
    assert (planned / "ics" / "to-1.ics").read_bytes() == first


def test_a_calendar_that_lies_there_of_a_team_unknown_now_is_called_off(planned: Path):
    assert main(["export", str(planned), "--to", "ics"]) == 0
    (planned / "ics" / "to-1.ics").rename(planned / "ics" / "doi-cu.ics")
    assert main(["export", str(planned), "--to", "ics"]) == 0
    off = (planned / "ics" / "doi-cu.ics").read_bytes()
    assert b"METHOD:CANCEL" in off
    assert off.count(b"STATUS:CANCELLED") == off.count(b"BEGIN:VEVENT") > 0
    assert b"STATUS:CANCELLED" not in (planned / "ics" / "to-1.ics").read_bytes()


def test_the_office_s_template_is_written_edited_and_filled_in(
    planned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    template = tmp_path / "mau" / "mau-ke-hoach.docx"
    assert main(["template", str(template), "--lang", "vi"]) == 0
    assert str(template) in capsys.readouterr().out
    assert main(["template", str(template)]) == 3
    assert "E702" in capsys.readouterr().err
    document = Document(str(template))
    document.add_paragraph("Bổ sung: {{ so_to }} tổ.")
    document.save(str(template))
    assert main(["export", str(planned), "--to", "docx", "--template", str(template)]) == 0
    assert Document(str(planned / "plan.docx")).paragraphs[-1].text == "Bổ sung: 2 tổ."


def test_a_template_that_cannot_be_filled_in_writes_nothing(
    planned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    template = tmp_path / "mau.docx"
    for content, code in ((b"rubbish", "E851"), (None, "E852")):
        if content is None:
            assert main(["template", str(tmp_path / "tot.docx")]) == 0
            document = Document(str(tmp_path / "tot.docx"))
            document.add_paragraph("{{ khong_co }}")
            document.save(str(template))
        else:
            template.write_bytes(content)
        assert main(["export", str(planned), "--to", "docx", "--template", str(template)]) == 2
        assert code in capsys.readouterr().err
    assert not (planned / "plan.docx").exists()


def test_a_new_plan_tells_that_what_lies_beside_it_is_of_the_one_before(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    words = ["plan", str(campaign), *QUICKLY, "--out", str(tmp_path / "ra"), "--lang", "vi"]
    assert main(words) == 0
    assert "kế hoạch trước" not in capsys.readouterr().err
    assert main(["export", str(tmp_path / "ra"), "--to", "docx,ics,csv"]) == 0
    capsys.readouterr()
    assert main(words) == 0
    assert "plan.docx, ics, visits.csv trong thư mục này là của kế hoạch trước" in capsys.readouterr().err
