"""Sheets as paper: names, text, and how they print."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from optimizer.report.workbook_sheets.naming import LONGEST, sheet_names
from optimizer.report.workbook_sheets.page import LONGEST_TEXT, clean_text, clock_value, lines_needed
from optimizer.travel.build import build_matrix
from tests import build
from tests.report.books import saved
from tests.report.campaign import Stop, day_route, plan_of


def test_names_that_excel_forbids_are_made_allowed():
    assert sheet_names(["Tổ 1/2: xa", "Tổ [A]*?\\", "'Tổ'", "Tổ\n 3", "", "History"]) == (
        "Tổ 1-2- xa",
        "Tổ -A----",
        "Tổ",
        "Tổ 3",
        "-",
        "History (2)",
    )


def test_two_teams_of_one_name_are_told_apart_whatever_their_capitals():
    assert sheet_names(["Tổ 1", "TỔ 1", "Tổ 1", "Tổ 1 (2)"]) == (
        "Tổ 1",
        "TỔ 1 (2)",
        "Tổ 1 (3)",
        "Tổ 1 (2) (2)",
    )


def test_long_names_are_cut_and_still_told_apart():
    first, second = sheet_names(["Tổ công tác lưu động số 1 huyện Đà Bắc"] * 2)
    assert first == "Tổ công tác lưu động số 1 huyện"
    assert second == "Tổ công tác lưu động số 1 h (2)"


@given(st.lists(st.text(), max_size=12))
def test_any_names_become_valid_and_unique(wanted: list[str]):
    names = sheet_names(wanted)
    assert len(names) == len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not set(name) & set("[]:*?/\\\x00\n")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_times_of_day_and_the_end_of_the_day():
    assert clock_value(7 * 60 + 5) == time(7, 5)
    assert clock_value(24 * 60) == timedelta(days=1)


def test_text_wraps_between_words_and_long_words_break():
    assert lines_needed("", 10) == 1
    assert lines_needed("một hai ba", 30) == 1
    assert lines_needed("một hai ba", 7) == 2
    assert lines_needed("a" * 100, 10) == 11  # 106 widths of a digit
    assert lines_needed("một\nhai", 30) == 2


def test_text_cannot_turn_the_text_after_it_around():
    assert clean_text("Tổ \u202e1\u202c") == "Tổ 1"


@given(st.text())
def test_any_text_can_be_held_by_a_cell(text: str):
    clean = clean_text(text + "\x00\ud800")
    assert len(clean) <= LONGEST_TEXT
    assert clean.encode()
    assert not set(clean) & {"\x00", "\x0b", "\r", "\ufffe", "\uffff"}


def test_every_sheet_prints_on_a4_one_page_wide_with_its_head_on_every_page(book: Workbook):
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        fitted = sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
        if fitted:
            assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        else:
            # A4 landscape between margins of 0.4 inch is 784 points wide; a digit takes 7 pixels of 0.75.
            digits = sum(one.width * (one.max - one.min + 1) for one in sheet.column_dimensions.values())
            assert digits > 100
            assert digits * 7 * 0.75 * sheet.page_setup.scale / 100 < 0.95 * 784
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        assert sheet.oddFooter.right.text.endswith("&P/&N")
        assert sheet.oddHeader.left.text == "Đà Bắc – tuần 17 && tổ đi xa"


def test_a_day_is_not_divided_between_printed_pages(tmp_path: Path):
    scenario = build.scenario(build.site("a", cases={"cccd": 56}), days=14)
    travel = build_matrix(scenario)
    stops = [Stop("a", 0, {"cccd": 1})] * 4
    made = tuple(day_route(scenario, travel, ("to-1", day), ("home", "home"), *stops) for day in range(14))
    sheet = saved(tmp_path, plan_of(scenario, travel, made), scenario).worksheets[1]
    breaks = [one.id for one in sheet.row_breaks.brk]
    # A page of 490 points holds 700 at 70 %: 39 rows of 18 points, and 14 days of 6 rows need three pages.
    assert len(breaks) == 2
    assert 70 <= sheet.page_setup.scale <= 100
    assert all(isinstance(sheet.cell(last + 1, 3).value, datetime) for last in breaks)


def test_a_week_that_one_page_can_hold_is_printed_on_one_page(book: Workbook):
    # Tổ 2: five days and two lines of notes, below the 27 rows of a page at full size
    sheet = book["Tổ 2 – xóm xa"]
    assert not sheet.row_breaks.brk
    assert sheet.page_setup.scale >= 70
