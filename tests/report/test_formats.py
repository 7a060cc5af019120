"""Numbers, dates and money as they are read in Vietnam."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.report import formats


@pytest.mark.parametrize(
    ("value", "places", "vi", "en"),
    [
        (1032, 0, "1.032", "1,032"),
        (31.61, 1, "31,6", "31.6"),
        (0.05, 1, "0,1", "0.1"),  # a half goes away from zero
        (-0.04, 1, "0,0", "0.0"),  # no minus before nothing
        (-1234567.5, 0, "-1.234.568", "-1,234,568"),
        (2.5, 0, "3", "3"),
    ],
)
def test_numbers(value: float, places: int, vi: str, en: str) -> None:
    assert formats.decimal_text(value, places, "vi") == vi
    assert formats.decimal_text(value, places, "en") == en


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_counts_read_back_as_they_were(count: int) -> None:
    assert int(formats.count_text(count, "vi").replace(".", "")) == count
    assert int(formats.count_text(count, "en").replace(",", "")) == count


def test_durations_are_as_short_as_they_can_be() -> None:
    assert formats.duration_text(45, "vi") == "45 phút"
    assert formats.duration_text(120, "vi") == "2 giờ"
    assert formats.duration_text(125, "vi") == "2 giờ 5 phút"
    assert formats.duration_text(125, "en") == "2 h 5 min"


def test_money_is_exact_or_rounded_to_millions_and_thousands_of_millions() -> None:
    assert formats.dong_text(1_032_000, "vi") == "1.032.000 đ"
    assert formats.rough_dong_text(999_999, "vi") == "999.999 đ"
    assert formats.rough_dong_text(412_345_678, "vi") == "412,3 triệu đ"
    assert formats.rough_dong_text(-3_080_000_000, "en") == "-3.08 billion đ"


def test_dates_begin_with_the_day_in_both_languages() -> None:
    monday = date(2023, 4, 3)
    assert formats.date_text(monday) == "03/04/2023"
    assert formats.short_date_text(monday) == "03/04"
    assert formats.weekday_text(monday, "vi") == "Thứ Hai"
    assert formats.short_weekday_text(date(2023, 4, 9), "vi") == "CN"
    assert formats.dated_weekday_text(monday, "vi") == "Thứ Hai, ngày 03/04/2023"
    assert formats.dated_weekday_text(monday, "en") == "Monday 03/04/2023"
    assert formats.date_range_text(monday, date(2023, 4, 9), "vi") == "từ 03/04/2023 đến 09/04/2023"
    assert formats.date_range_text(monday, monday, "vi") == "03/04/2023"


def test_shares() -> None:
    assert formats.percent_text(0.9243, "vi") == "92,4%"


@pytest.mark.parametrize(
    ("gap", "told"),
    [(0.0084, "0,84%"), (0.00840001, "0,85%"), (0.0, "0,00%"), (1e-9, "0,01%"), (0.3512, "35,12%")],
)
def test_how_near_a_plan_is_to_the_best_is_never_told_too_well(gap: float, told: str) -> None:
    assert formats.nearness_text(gap, "vi") == told
    assert formats.rounded_up(gap) >= gap


def test_a_sentence_begins_with_a_capital_and_stays_as_it_is_otherwise() -> None:
    assert formats.sentence_text("đổi ngày, thêm Tổ 2.") == "Đổi ngày, thêm Tổ 2."
    assert formats.sentence_text("") == ""
