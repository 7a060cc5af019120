"""The list of visits, as a pivot table takes it, and sheets as they are looked at and printed."""

from __future__ import annotations

from datetime import time

from openpyxl import Workbook

from tests import build
from tests.report.books import as_read
from tests.report.campaign import papers

VISITS = "Lượt làm việc"


def test_every_visit_is_one_row_under_one_head_with_nothing_above_or_below(book: Workbook):
    sheet = book[VISITS]
    rows = list(sheet.iter_rows(values_only=True))
    plan = papers()[0]
    visits = [visit for route in plan.routes for visit in route.visits]
    assert len(rows) == 1 + len(visits)
    assert all(rows[0])
    assert len(set(rows[0])) == len(rows[0])
    assert sheet.merged_cells.ranges == set()
    cases = rows[0].index("Số hồ sơ")
    assert sum(int(str(row[cases])) for row in rows[1:]) == plan.figures.cases
    services = rows[0].index("Trong đó nơi khác sang") + 1
    # Services that the plan serves: CCCD, e-identity, home visits.
    for row in rows[1:]:
        assert sum(int(str(count)) for count in row[services : services + 3]) == row[cases]


def test_a_row_tells_when_who_where_and_how_far(book: Workbook):
    head, first = list(book[VISITS].iter_rows(max_row=2, values_only=True))
    told = dict(zip(head, first, strict=True))
    assert told["Ngày"] == as_read(build.day(0))
    assert (told["Thứ"], told["Tổ"], told["Điểm làm việc"]) == ("Thứ Hai", "Tổ 1", "Xóm Ằng")
    assert (told["Đến nơi"], told["Bắt đầu"], told["Kết thúc"]) == (time(7, 12), time(8), time(10, 53))
    assert (told["Km đường đến"], told["Phút đường đến"], told["Phút làm việc"]) == (12, 12, 173)
    assert (told["Mã tổ"], told["Mã điểm"]) == ("to-1", "ang")


def test_the_head_and_the_site_stay_in_view_and_rows_can_be_filtered(book: Workbook):
    sheet = book[VISITS]
    assert sheet.freeze_panes == "F2"
    assert sheet.auto_filter.ref == sheet.dimensions


def test_every_sheet_keeps_its_head_in_view_and_prints_all_that_is_on_it(book: Workbook):
    for sheet in book:
        assert sheet.freeze_panes, sheet.title
        [area] = str(sheet.print_area).split(",")
        assert area.replace("$", "").split("!")[-1] == sheet.dimensions, sheet.title
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
