"""Workbooks read back, as spreadsheets read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.report.workbook import write_workbook
from optimizer.travel.build import build_matrix


def saved(folder: Path, plan: Plan, scenario: Scenario) -> Workbook:
    write_workbook(plan, scenario, build_matrix(scenario), folder / "plan.xlsx")
    return load_workbook(folder / "plan.xlsx")


def as_read(day: date) -> datetime:
    """A date as openpyxl reads it."""
    return datetime.combine(day, time())


def row_of(sheet: Worksheet, text: str, column: int = 1) -> list[object]:
    """Values of the first row that has a text in one column."""
    return next([cell.value for cell in row] for row in sheet.iter_rows() if row[column - 1].value == text)


def rows_after(sheet: Worksheet, text: str) -> Iterator[list[object]]:
    """Values of the rows below the first that has a text in its first column."""
    rows = sheet.iter_rows(values_only=True)
    next(row for row in rows if row[0] == text)
    return (list(row) for row in rows)


def cells(book: Workbook) -> Iterator[Cell]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))
