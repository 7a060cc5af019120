"""Return sheets as teams send them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import load_workbook

from optimizer.report.return_sheet import return_sheet
from optimizer.report.workbook_sheets.contents import Contents

FIRST, DATE, SITE, SERVICE, PLANNED, DONE, NOTE, TEAM = 6, 1, 3, 4, 5, 6, 7, 8
"""The first row of a sheet, and its columns, as a spreadsheet counts them."""


def fill(
    path: Path,
    contents: Contents,
    team: str,
    done: Mapping[int, object] | None = None,
    more: Sequence[Sequence[object]] = (),
) -> Path:
    """Write a team's sheet, filled in: all as planned, but for some rows; and work that was not planned.

    Parameters
    ----------
    done
        What stands in the column of what was done, by row counted from 0; None for a blank.
    more
        Date, site, service and cases of the spare rows.
    """
    path.write_bytes(return_sheet(contents, contents.scenario.teams[team]))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    row = FIRST
    while sheet.cell(row, PLANNED).value is not None:
        sheet.cell(row, DONE).value = sheet.cell(row, PLANNED).value
        row += 1
    for number, value in (done or {}).items():
        sheet.cell(FIRST + number, DONE).value = value
    for spare, cells in enumerate(more, start=row):
        for column, value in zip((DATE, SITE, SERVICE, DONE), cells, strict=True):
            sheet.cell(spare, column).value = value
    book.save(path)
    return path
