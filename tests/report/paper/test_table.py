from __future__ import annotations

from datetime import date

import pytest

from optimizer.report.paper.marks import Marker
from optimizer.report.paper.sheet import Sheet
from optimizer.report.paper.table import Laid, PrintedTable
from optimizer.report.paper.week_table import Row, WeekTable
from optimizer.report.workbook_sheets.contents import Contents
from tests.report import campaign

FIRST_MM, NEXT_MM = 60.0, 120.0


def table() -> PrintedTable:
    sheet = Sheet("bảng", "vi", "luudong", date(2023, 4, 24))
    sheet.page(210.0, 297.0)
    return PrintedTable(sheet, Contents(*campaign.papers()))


def day(visits: int, name: str = "Xóm Ằng") -> tuple[Row, ...]:
    head = Row("day", place="Thứ Hai, ngày 24/04/2023", note=f"{visits} lượt làm việc")
    work = Row("visit", marker=Marker("number", "1"), clock="07:12", place=name, cases="18 Cấp CCCD")
    return (head, *[work] * visits)


def height(page: list[Laid]) -> float:
    return sum(laid.height for laid in page)


@pytest.mark.parametrize("days", [[1], [3, 8, 2], [40], [5] * 30, [100, 1, 100], [0, 60]])
def test_every_row_is_on_one_page_in_its_order_and_no_page_is_too_full(days: list[int]):
    rows = [day(visits) for visits in days]
    pages = table().pages(rows, FIRST_MM, NEXT_MM)
    assert [laid.row for page in pages for laid in page] == [row for one in rows for row in one]
    for number, page in enumerate(pages):
        assert height(page) <= (FIRST_MM if number == 0 else NEXT_MM) + 1e-9


def test_a_day_that_has_room_on_one_page_is_not_divided():
    # A row takes 4.9 mm: 8 visits and their head about 44 mm; two such days do not go on the first page.
    pages = table().pages([day(8), day(8), day(8)], FIRST_MM, NEXT_MM)
    assert [sum(laid.row.kind == "day" for laid in page) for page in pages] == [1, 2]
    assert all(page[0].row.kind == "day" for page in pages)


def test_the_head_of_a_day_is_never_the_last_row_of_a_page():
    for visits in range(1, 30):
        pages = table().pages([day(visits), day(60), day(2)], FIRST_MM, NEXT_MM)
        assert not [page for page in pages if page and page[-1].row.kind == "day"]


def test_long_names_take_more_lines_and_stay_in_their_column():
    [[_, short]], [[_, long]] = (
        table().pages([day(1, name)], FIRST_MM, NEXT_MM) for name in ("Xóm", "Xóm Bưa Sen " * 12)
    )
    assert long.height > 2 * short.height
    sheet = Sheet("bảng", "vi", "luudong", date(2023, 4, 24))
    sheet.page(210.0, 297.0)
    for cell in long.cells:
        assert all(sheet.width_mm(line, cell.lettering) <= cell.width for line in cell.lines)


def test_the_rows_of_a_week_are_in_the_order_of_the_clock():
    contents = Contents(*campaign.papers())
    for week in contents.weeks:
        for rows in WeekTable(contents, week).days():
            clocks = [row.clock for row in rows if row.clock]
            assert clocks == sorted(clocks)
