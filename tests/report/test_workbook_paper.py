from __future__ import annotations

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from optimizer.report.workbook_sheets.naming import LONGEST, sheet_names
from optimizer.report.workbook_sheets.page import LONGEST_TEXT, clean_text, clock_value, lines_needed


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
