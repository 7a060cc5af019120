"""The workbook's first sheet."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook

from tests import build
from tests.report.books import as_read, cells, row_of, rows_after, saved
from tests.report.campaign import campaign, papers


def test_the_summary_tells_the_plans_figures(book: Workbook):
    plan, scenario, _ = papers()
    sheet = book["Tổng hợp"]
    assert sheet["A1"].value == scenario.name
    assert (sheet["B3"].value, sheet["D3"].value) == (as_read(build.day(0)), as_read(build.day(4)))
    tiles = [cell.value for cell in sheet[5] if cell.value is not None]
    figures = plan.figures
    assert tiles == [
        figures.cases,
        figures.coverage,
        figures.km,
        timedelta(minutes=figures.travel_minutes),
        figures.nights,
        64,
    ]


def test_the_summary_counts_every_service(book: Workbook):
    sheet = book["Tổng hợp"]
    # 31 + 18 + 9 + 11 + 12 + 14 + 60 outstanding; 18 + 12 + 14 + 11 + 10 + 15 + 6 + 20 + 4 served
    assert row_of(sheet, "Cấp CCCD gắn chip")[1:5] == [155, 110, 45, 110 / 155]
    assert row_of(sheet, "Định danh mức 2")[1:5] == [35, 23, 12, 23 / 35]
    assert row_of(sheet, "Đi làm ăn xa, không rõ địa chỉ")[1:5] == [7, 0, 7, "chỉ đếm"]
    assert row_of(sheet, "Cộng")[1:4] == [201, 137, 64]


def test_the_summary_states_every_term_and_their_sum_is_the_objective(book: Workbook):
    figures = papers()[0].figures
    sheet = book["Tổng hợp"]
    first = next(row for row in range(1, 40) if sheet.cell(row, 7).value == "Khoản mục")
    amounts = [sheet.cell(row, 10).value for row in range(first + 1, first + 6)]
    terms = figures.terms
    assert amounts == [terms.value, terms.km, terms.travel, terms.fares, terms.nights]
    assert row_of(sheet, "Giá trị của kế hoạch", 7)[9] == figures.objective == sum(amounts)


def test_the_rows_of_the_teams_add_up_to_the_plans_figures(book: Workbook):
    figures = papers()[0].figures
    rows = list(rows_after(book["Tổng hợp"], "Tổ"))
    teams, total = rows[:4], rows[4]
    assert [team[0] for team in teams] == ["Tổ 1", "Tổ 2 – xóm xa", "Tổ 3", "Tổ to-4"]
    assert teams[1][1:9] == [2, 1, 3, 5, 50, 80, timedelta(minutes=80), 3]
    assert total[5:9] == [
        figures.cases,
        figures.km,
        timedelta(minutes=figures.travel_minutes),
        figures.nights,
    ]
    assert total[1:5] == [sum(team[column] for team in teams) for column in range(1, 5)]


def test_the_name_of_a_team_in_the_summary_leads_to_its_sheet(book: Workbook):
    links = {cell.value: cell.hyperlink for cell in cells(book) if cell.hyperlink}
    assert links["Tổ 2 – xóm xa"].location == "'Tổ 2 – xóm xa'!A1"
    assert all(link.target is None for link in links.values())


def test_the_summary_says_what_was_published_and_how_the_plan_was_made(book: Workbook):
    sheet = book["Tổng hợp"]
    assert row_of(sheet, "Số liệu đã công bố")[1].startswith("122 xóm")
    assert [row[1] for row in sheet.iter_rows(values_only=True) if row[0] == "Số liệu giả định"] == list(
        campaign().assumed
    )
    assert row_of(sheet, "Lập bằng phần mềm")[1] == "Lưu Động 0.1.0"
    assert row_of(sheet, "Số khởi tạo (seed)")[1] == 1


def test_a_proven_bound_is_told_with_the_distance_from_it(tmp_path: Path):
    plan, scenario, _ = papers()
    proven = plan.figures.model_copy(update={"bound": 27_000_000.0, "gap": 0.035_91})
    sheet = saved(tmp_path, plan.model_copy(update={"figures": proven}), scenario)["Tổng hợp"]
    assert row_of(sheet, "Mức không kế hoạch nào vượt được", 7)[9] == 27_000_000
    # No more may be claimed than was proven: 3.591 % is rounded up.
    assert row_of(sheet, "Còn cách mức ấy nhiều nhất", 7)[9] == 0.036
    assert sheet["A4"].value == "Kế hoạch này trong khoảng 3,60% so với mức tốt nhất có thể."


def test_a_plan_without_a_bound_claims_nothing(book: Workbook):
    assert book["Tổng hợp"]["A4"].value is None
