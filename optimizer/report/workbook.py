"""The plan as an Excel workbook: a summary, a sheet to hand to each team, and what is left.

A printout, not a calculation: every cell is a text, a number, a date or a time.  There is no
formula, no macro and no link to the outside; the same plan gives the same bytes.
"""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake.whole_files import written_whole
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import FONT, Inks
from optimizer.report.workbook_sheets.summary import WIDTHS as SUMMARY_WIDTHS
from optimizer.report.workbook_sheets.summary import write_summary
from optimizer.report.workbook_sheets.team import TeamTable
from optimizer.report.workbook_sheets.unserved import WIDTHS as UNSERVED_WIDTHS
from optimizer.report.workbook_sheets.unserved import write_unserved
from optimizer.travel.matrix import TravelMatrix

_OPTIONS = {
    "default_format_properties": {"font_name": FONT, "font_size": 10},
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_workbook(plan: Plan, scenario: Scenario, travel: TravelMatrix, path: Path) -> None:
    """Write the workbook of a plan to `path`, whole or not at all, in the scenario's language.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    content = workbook_bytes(Contents(plan, scenario, travel))
    with written_whole(path) as unfinished:
        unfinished.write_bytes(content)


def workbook_bytes(contents: Contents) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties(
            {
                "title": contents.scenario.name,
                "author": "Lưu Động",
                "created": datetime.combine(contents.scenario.horizon.start, time()),
            }
        )
        inks = Inks(book)
        summary, *teams, unserved = contents.sheets
        page = Page(book, inks, summary, SUMMARY_WIDTHS)
        write_summary(page, contents)
        _finish(page, contents)
        for week, sheet in zip(contents.weeks, teams, strict=True):
            table = TeamTable(contents, week)
            page = Page(book, inks, sheet, table.widths)
            table.write(page)
            _finish(page, contents)
        page = Page(book, inks, unserved, UNSERVED_WIDTHS)
        write_unserved(page, contents)
        _finish(page, contents)
    return buffer.getvalue()


def _finish(page: Page, contents: Contents) -> None:
    page.finish(
        header=contents.scenario.name,
        footer=f"Lưu Động {contents.plan.made_by.version}",
        page_word=contents.say("page"),
    )
