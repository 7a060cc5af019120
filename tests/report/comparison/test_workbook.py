"""The workbook of a comparison, read back."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from optimizer.report.comparison.pair import Pair
from optimizer.report.comparison.workbook import comparison_workbook
from tests.report.comparison import pairs
from tests.report.hostile import TEXTS


def book(pair: Pair) -> Workbook:
    return load_workbook(BytesIO(comparison_workbook(pair)))


def test_every_visit_that_changed_has_a_row_with_both_sides() -> None:
    rows = list(book(pairs.pair())["Thay đổi"].iter_rows(min_row=3, values_only=True))
    by_site = {row[2]: row for row in rows}
    assert set(by_site) == {"Thôn gan", "Thôn giua", "Thôn xa", "Thôn tot"}
    assert by_site["Thôn giua"][0] == "Đổi tổ; Đổi ngày"
    # «giua» came after «gan»: at 8:00 twenty minutes of set-up, ten cases of 12 minutes, 5 km on: 10:25.
    monday, tuesday = datetime(2023, 4, 24), datetime(2023, 4, 25)  # noqa: DTZ001 - as a sheet has them
    assert by_site["Thôn giua"][3:7] == ("to-1", monday, time(10, 25), 10)
    assert by_site["Thôn giua"][7:11] == ("to-2", tuesday, time(8, 0), 10)
    assert by_site["Thôn xa"][7:11] == (None,) * 4
    assert by_site["Thôn tot"][3:7] == (None,) * 4


def test_sites_tell_cases_before_and_after_and_why_fewer_are_served() -> None:
    rows = {row[2]: row for row in book(pairs.pair())["Điểm"].iter_rows(min_row=2, values_only=True)}
    assert rows["Thôn xa"][0] == "Không còn được phục vụ"
    assert rows["Thôn xa"][3:7] == (4, 0, -4, "Cấp CCCD: Nhường «tot».")
    assert rows["Thôn tot"][3:7] == (0, 7, 7, None)


def test_figures_and_notes_come_first() -> None:
    sheet = book(pairs.pair())["Số liệu"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1][0] == "thu-hai → thu-tu"
    assert ("Hồ sơ phục vụ", "24", "27", "+3") in rows
    assert any(row[0] == "Tổ chỉ có ở kế hoạch sau: to-3." for row in rows)


def test_plans_that_are_the_same_have_sheets_without_rows() -> None:
    made = book(pairs.same())
    assert made["Thay đổi"].max_row == 2
    assert made["Điểm"].max_row == 1


def test_hostile_names_are_text_and_never_formulas_or_links() -> None:
    for sheet in book(pairs.hostile()):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value in TEXTS} <= {"s"}
        assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_the_same_plans_give_the_same_bytes() -> None:
    assert comparison_workbook(pairs.pair()) == comparison_workbook(pairs.pair())
