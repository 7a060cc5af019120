"""The sheet that a team fills in."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.report.return_sheet import SPARE_ROWS, return_sheet
from optimizer.report.workbook_sheets.contents import Contents
from tests import build
from tests.report import campaign, hostile
from tests.report.books import as_read, cells

FORMULAS = ('=HYPERLINK("http://x";"y")', "+1", "@SUM(A1)", "-2+3", "=cmd|' /C calc'!A0", "{=1}", "\u202e=1")


def sheet_of(team: str) -> Workbook:
    contents = Contents(*campaign.papers())
    return load_workbook(BytesIO(return_sheet(contents, contents.scenario.teams[team])))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return sheet_of("to-1")


@pytest.fixture(scope="module")
def sheet(book: Workbook) -> Worksheet:
    return book.worksheets[0]


def test_there_is_a_row_for_every_visit_home_and_service(sheet: Worksheet):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=10)]
    assert [(row[0], row[2], row[3], row[4], row[5]) for row in rows] == [
        (as_read(build.day(0)), "Xóm Ằng, Hiền Lương [ang]", "Cấp CCCD gắn chip [cccd]", 18, None),
        (as_read(build.day(0)), "Xóm Ằng, Hiền Lương [ang]", "Định danh mức 2 [vneid2]", 15, None),
        (
            as_read(build.day(0)),
            "Xóm Đồi, Hiền Lương [doi]",
            "CCCD tại nhà (già yếu, bệnh tật) [home]",
            4,
            None,
        ),
        (as_read(build.day(1)), "Xóm 2, Đoàn Kết [xom-2]", "Cấp CCCD gắn chip [cccd]", 12, None),
        (as_read(build.day(1)), "Xóm 10, Đoàn Kết [xom-10]", "Cấp CCCD gắn chip [cccd]", 14, None),
    ]


def test_only_what_is_to_be_filled_in_is_open(sheet: Worksheet):
    assert sheet.protection.sheet
    planned = [[not cell.protection.locked for cell in row] for row in sheet.iter_rows(min_row=6, max_row=10)]
    assert {tuple(row) for row in planned} == {(False, False, False, False, False, True, True, False)}
    spare = list(sheet.iter_rows(min_row=11, max_row=10 + SPARE_ROWS))
    assert {tuple(not cell.protection.locked for cell in row) for row in spare} == {
        (True, False, True, True, False, True, True, False)
    }
    assert {row[-1].value for row in spare} == {"to-1"}
    assert sheet.max_row == 10 + SPARE_ROWS


def rules(sheet: Worksheet) -> dict[str, DataValidation]:
    return {str(one.sqref): one for one in sheet.data_validations.dataValidation}


def test_cells_take_only_what_can_be_meant(sheet: Worksheet, book: Workbook):
    found = rules(sheet)
    whole = found["F6:F30"]
    assert (whole.type, whole.operator, whole.formula1, whole.formula2) == (
        "whole",
        None,  # between, which is what is left out
        "0",
        "1000000",
    )
    dates = found["A11:A30"]
    # Days since 30/12/1899, as Excel counts: 24/04/2023 is 45,040.
    assert (dates.type, dates.formula1, dates.formula2) == ("date", "45040", "45044")
    assert (found["C11:C30"].type, found["C11:C30"].formula1) == ("list", "'Danh mục'!$A$2:$A$8")
    assert (found["D11:D30"].type, found["D11:D30"].formula1) == ("list", "'Danh mục'!$B$2:$B$5")
    assert {one.errorStyle or "stop" for one in found.values()} == {"stop"}
    choices = [cell.value for cell in book.worksheets[1]["A"]][1:]
    assert len(choices) == 7
    assert choices[0] == "Xóm 2, Đoàn Kết [xom-2]"


def test_the_head_stays_in_view_and_prints_on_every_page(sheet: Worksheet):
    assert sheet.freeze_panes == "D6"
    assert sheet.print_title_rows == "$4:$5"


def test_a_team_without_a_plan_gets_spare_rows():
    sheet = sheet_of("to-4").worksheets[0]
    assert sheet.max_row == 5 + SPARE_ROWS
    assert sheet["H6"].value == "to-4"


def test_hostile_names_are_text_and_the_file_has_no_formula():
    for papers in (hostile.hostile(), hostile.hostile_promises()):
        contents = Contents(*papers)
        for team in contents.scenario.teams.values():
            book = load_workbook(BytesIO(return_sheet(contents, team)))
            assert not [cell for cell in cells(book) if cell.data_type in {"f", "e"}]
            assert not [cell for cell in cells(book) if cell.hyperlink]


def test_no_choice_of_a_list_would_be_taken_for_a_formula():
    plan, scenario, travel = campaign.papers()
    named = {
        one.id: replace(one, name=text) for one, text in zip(scenario.sites.values(), FORMULAS, strict=True)
    }
    contents = Contents(plan, replace(scenario, sites=named), travel)
    book = load_workbook(BytesIO(return_sheet(contents, scenario.teams["to-1"])))
    choices = [str(cell.value) for cell in book.worksheets[1]["A"]][1:]
    assert len(choices) == len(FORMULAS)
    assert not [choice for choice in choices if choice[0] in "=+-@"]
