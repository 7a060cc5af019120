from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.intake import read_scenario


@pytest.fixture
def returned(campaign: Path, plan_once: Path, tmp_path: Path) -> list[Path]:
    """The return sheets of a plan, filled in as planned."""
    assert main(["export", str(plan_once), "--to", "returns", "--out", str(tmp_path), "--json"]) == 0
    sheets = sorted((tmp_path / "returns").iterdir())
    for path in sheets:
        book = load_workbook(path)
        for row in book.worksheets[0].iter_rows(min_row=6):
            row[5].value = row[4].value
        book.save(path)
    assert campaign.is_dir()
    return sheets


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return dict(json.loads(capsys.readouterr().out))


def test_from_a_plan_to_the_next_week_s_plan(
    campaign: Path, returned: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    capsys.readouterr()
    assert main(["record", str(campaign), *map(str, returned), "--json"]) == 0
    recorded = said(capsys)
    assert recorded["record"] == str(campaign / "done.csv")
    assert main(["next", str(campaign), "--json"]) == 0
    after = said(capsys)
    # 12 + 20 + 9 to serve; what is served is no longer there.
    assert after["before"] == 41
    assert after["cases"] == 41 - sum(recorded["cases"].values())
    assert (after["start"], after["end"]) == ("2023-04-26", "2023-04-27")
    folder = Path(after["scenario"])
    assert folder == tmp_path / "ba-diem-2023-04-26"
    scenario = read_scenario(folder).scenario
    assert scenario.sites["tu-ly"].cases["away"] == 3
    assert main(["validate", str(folder)]) == 0


def test_a_sheet_is_told_in_the_reader_s_language(
    campaign: Path, returned: list[Path], capsys: pytest.CaptureFixture[str]
):
    assert main(["record", str(campaign), str(returned[0]), "--lang", "vi"]) == 0
    page = capsys.readouterr().out
    assert "hồ sơ: Cấp CCCD" in page
    assert "Chưa có kết quả của: Tổ 2" in page
    assert f"luudong next {campaign}" in page


def test_bad_sheets_change_nothing(campaign: Path, returned: list[Path], capsys: pytest.CaptureFixture[str]):
    assert main(["record", str(campaign), *map(str, returned)]) == 0
    before = (campaign / "done.csv").read_bytes()
    book = load_workbook(returned[0])
    book.worksheets[0]["F6"] = "12,5"
    book.worksheets[0]["F7"] = "nhiều"
    book.save(returned[0])
    capsys.readouterr()
    assert main(["record", str(campaign), *map(str, returned), "--lang", "vi"]) == 2
    told = capsys.readouterr().err
    assert "hàng 6, cột cases" in told
    assert "hàng 7, cột cases" in told
    assert (campaign / "done.csv").read_bytes() == before


def test_there_is_no_next_week_before_anything_is_recorded(
    campaign: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["next", str(campaign), "--lang", "vi"]) == 2
    assert "E803" in capsys.readouterr().err


def test_the_next_week_begins_after_the_work(
    campaign: Path, returned: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["record", str(campaign), *map(str, returned)]) == 0
    assert main(["next", str(campaign), "--start", "24/04/2023"]) == 2
    assert "E804" in capsys.readouterr().err
    out = tmp_path / "sau"
    assert main(["next", str(campaign), "--start", "02/05/2023", "--days", "3", "--out", str(out)]) == 0
    horizon = read_scenario(out).scenario.horizon
    assert (horizon.start.isoformat(), horizon.days) == ("2023-05-02", 3)
    assert main(["next", str(campaign), "--out", str(out)]) == 3
    assert "E702" in capsys.readouterr().err


def test_a_date_that_is_none_is_told(campaign: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["next", str(campaign), "--start", "31/02/2023", "--lang", "vi"]) == 2
    assert "không phải một ngày" in capsys.readouterr().err


def test_a_folder_stands_for_the_sheets_in_it(
    campaign: Path, returned: list[Path], capsys: pytest.CaptureFixture[str]
):
    folder = returned[0].parent
    (folder / "~$to-1.xlsx").write_bytes(b"open in Excel")
    (folder / "ghi-chu.txt").write_text("", encoding="utf-8")
    assert main(["record", str(campaign), *map(str, returned)]) == 0
    one_by_one = (campaign / "done.csv").read_bytes()
    assert main(["record", str(campaign), str(folder)]) == 0
    assert (campaign / "done.csv").read_bytes() == one_by_one
    (folder / "trong").mkdir()
    capsys.readouterr()
    assert main(["record", str(campaign), str(folder / "trong")]) == 2
    assert "trong" in capsys.readouterr().err


def test_of_sites_where_all_is_done_nothing_is_said_however_many_they_are(
    campaign: Path, returned: list[Path], capsys: pytest.CaptureFixture[str]
):
    sites = campaign / "sites.csv"
    columns = sites.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    values = {"lat": "20.9", "lon": "105.1"}
    done = [
        ",".join({"id": f"xong-{number}", "name": f"Xong {number}", **values}.get(one, "") for one in columns)
        for number in range(25)
    ]
    with sites.open("a", encoding="utf-8") as table:
        table.write("\n".join(done) + "\n")
    assert main(["record", str(campaign), *map(str, returned), "--json"]) == 0
    capsys.readouterr()
    assert main(["next", str(campaign), "--json"]) == 0
    assert [one["code"] for one in said(capsys)["warnings"]] == []
