"""The sheets about officers: crews, the roster, a slip for each, and what teams are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from optimizer.domain.crews import Worked
from optimizer.domain.plan import UnkeptWish
from tests import build
from tests.report.books import as_read, row_of, saved
from tests.report.campaign import plan_of
from tests.review.crewed import CREWING, FRI, OFFICERS, SAT, SUN, campaign, crewing, plan
from tests.review.week import straight


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """A week of four officers, one crew and a post; An and Bình wished to go apart."""
    rules = crewing(apart=(("an", "binh"),), together=(("chi", "dung"),), history={"an": Worked(4, 3, 2, 1)})
    made = plan(unkept_wishes=(UnkeptWish(wish="apart", officers=("an", "binh")),))
    return saved(tmp_path_factory.mktemp("book"), made, campaign(rules, made))


def test_the_roster_has_a_row_for_each_officer_and_a_column_for_each_date(book: Workbook):
    sheet = book["Bảng phân công"]
    out = ["Tổ 1"] * 3
    assert row_of(sheet, "An") == ["An", "x", "Tổ 1", *out, "nghỉ bù", None, 3, 2, 2]
    assert row_of(sheet, "Chi") == ["Chi", "y", None, "Cổng", "nghỉ", "Trực ban", "Cổng", None, 0, 2, 1]
    assert row_of(sheet, "Dũng")[3:8] == [None] * 5
    assert row_of(sheet, "Cán bộ")[3:8] == ["T6\n28/04", "T7\n29/04", "CN\n30/04", "T2\n01/05", "T3\n02/05"]


def test_the_roster_counts_who_is_out_and_who_is_at_a_post(book: Workbook):
    sheet = book["Bảng phân công"]
    assert row_of(sheet, "Số người đi cùng tổ")[3:8] == [2, 2, 2, 0, 0]
    assert row_of(sheet, "Số người trực chốt")[3:8] == [1, 0, 0, 1, 0]


def test_the_crews_sheet_says_who_goes_with_what_and_why_not(book: Workbook):
    team = row_of(book["Các tổ"], "Tổ 1")
    assert team[1] == "An – người lái xe, print\nBình – print"
    assert team[2:5] == [2, "máy phát điện", "28/04–30/04"]
    assert team[5] == "01/05: không có người lái xe, print (An, Bình nghỉ bù sau đợt đi qua đêm)"


def test_wishes_that_are_not_kept_are_told_and_in_the_summary_too(book: Workbook):
    told = [row[0] for row in book["Các tổ"].iter_rows(values_only=True)]
    assert told[-1] == "Không tách tổ được: An, Bình"
    lines = [row[0] for row in book["Tổng hợp"].iter_rows(values_only=True)]
    assert any(str(line).startswith("Mong muốn về cùng tổ, khác tổ") for line in lines)


def test_each_officer_has_a_sheet_of_half_a_page(book: Workbook):
    sheet = book["An"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (11, "landscape")
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert str(rows[1][0]).splitlines() == [
        "x · Tổ 1 · cùng Bình",
        "ô tô · 2 bộ thu nhận · mang theo máy phát điện",
    ]
    assert str(rows[2][0]).splitlines() == [
        "Đợt này: 3 ngày đi, 2 tối, 2 cuối tuần",
        "Trước đó: 4 ngày đi, 3 tối, 2 cuối tuần",
    ]
    moves = "Ngày di chuyển, không làm việc"
    # 30 km at a kilometre a minute: 11:30–12:00, and back 17:00–17:30.
    assert rows[5:8] == [
        ["Thứ Sáu", as_read(FRI), "Tổ 1", "11:30", "12:00", moves, "Thôn b"],
        ["Thứ Bảy", as_read(SAT), "Tổ 1", None, None, "ở lại Thôn b", "Thôn b"],
        ["Chủ nhật", as_read(SUN), "Tổ 1", "17:00", "17:30", moves, None],
    ]
    chi = [list(row) for row in book["Chi"].iter_rows(values_only=True)]
    assert chi[5][2:5] == ["Cổng", "07:00", "22:00"]
    assert chi[7][2:6] == ["Trực ban", None, None, "08:00–10:00"]


def test_the_roster_leads_to_each_officers_sheet_and_back(book: Workbook):
    roster = book["Bảng phân công"]
    names = ["An", "Bình", "Chi", "Dũng"]
    leads = [roster.cell(row, 1).hyperlink.location for row in range(4, 8)]
    assert leads == [f"'{name}'!A1" for name in names]
    assert book.sheetnames[-4:] == names
    assert book["An"].cell(4, 1).hyperlink.location == "'Bảng phân công'!A1"
    assert book["An"].cell(4, 4).hyperlink.location == "'Tổ 1'!A1"
    assert book["Dũng"].cell(4, 4).hyperlink is None


def test_officers_who_are_called_alike_or_like_a_team_have_a_sheet_each(tmp_path: Path):
    names = {"an": "Tổ 1", "binh": "Hà/Nam " * 9, "chi": "Hà/Nam " * 9, "dung": "bảng phân công"}
    officers = {one: replace(known, name=names[one]) for one, known in OFFICERS.items()}
    made = plan()
    found = saved(tmp_path, made, campaign(crewing(officers=officers), made)).sheetnames
    assert found[-4:] == [
        "Tổ 1 (2)",
        "Hà-Nam Hà-Nam Hà-Nam Hà-Nam Hà-",
        "Hà-Nam Hà-Nam Hà-Nam Hà-Nam (2)",
        "bảng phân công (2)",
    ]


def test_more_officers_than_sheets_get_slips_on_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("optimizer.report.workbook_sheets.contents.MOST_OFFICER_SHEETS", 3)
    made = plan()
    slips = saved(tmp_path, made, campaign(CREWING, made))["Lịch từng cán bộ"]
    rows = [list(row) for row in slips.iter_rows(values_only=True)]
    first = next(number for number, row in enumerate(rows) if row[0] == "An")
    assert rows[first][3] == "x · Tổ 1 · cùng Bình"
    assert rows[first][6] == "Đợt này: 3 ngày đi, 2 tối, 2 cuối tuần"
    assert rows[first + 2][2:6] == ["Tổ 1", None, None, "ở lại Thôn b"]


def test_a_teams_sheet_names_its_members_and_says_why_it_stays(book: Workbook):
    rows = list(book["Tổ 1"].iter_rows(values_only=True))
    assert str(rows[1][0]).splitlines()[1] == "Người trong tổ: An, Bình"
    monday = next(row for row in rows if row[0] == "Thứ Hai")
    assert monday[4] == "Không đi được: không có người lái xe, print (An, Bình nghỉ bù sau đợt đi qua đêm)"


def test_a_plan_of_given_teams_has_no_sheets_about_officers(tmp_path: Path):
    scenario = build.scenario(build.site("a"))
    names = saved(tmp_path, plan_of(scenario, straight(scenario), ()), scenario).sheetnames
    assert names == ["Tổng hợp", "Tổ to-1", "Chưa phục vụ"]
