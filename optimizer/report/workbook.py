"""The plan as an Excel workbook: a summary, a sheet to hand to each team, and what is left.

A list of all visits, one in a row, is there to be pivoted.  Promises that are not kept, changes to
an earlier plan, people who go to another site and follow-ups have a sheet each where there are any;
so have crews and the roster.  After all of them each officer has a sheet, to which the roster leads.

A printout, not a calculation: every cell is a text, a number, a date or a time.  There is no
formula, no macro and no link to the outside; the same plan gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime, time
from functools import partial
from io import BytesIO
from pathlib import Path

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake.whole_files import written_whole
from optimizer.report.workbook_sheets import (
    changes,
    conflicts,
    crews,
    follow_ups,
    guests,
    officer,
    officers,
    roster,
    summary,
    unserved,
)
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.officer_days import OfficerDays
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import FONT, Inks
from optimizer.report.workbook_sheets.team import TeamTable
from optimizer.report.workbook_sheets.visits import VisitTable
from optimizer.travel.matrix import TravelMatrix

Sheet = tuple[str, Sequence[float], Callable[[Page], None]]
"""Name of a sheet, widths of its columns, and what writes it."""

_FIRST = {"summary": summary, "conflicts": conflicts, "changes": changes, "crews": crews}
_LAST = {"officers": officers, "guests": guests, "follow_ups": follow_ups, "unserved": unserved}
"""Sheets before and after those of the teams."""

_OPTIONS: dict[str, object] = {
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


def workbook_options() -> dict[str, object]:
    """How every workbook is written: text as text, in one typeface.

    A copy each time: xlsxwriter changes what it is given, and the next workbook would get other styles.
    """
    return deepcopy(_OPTIONS)


def workbook_bytes(contents: Contents) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, workbook_options()) as book:
        book.set_properties(
            {
                "title": contents.scenario.name,
                "author": "Lưu Động",
                "created": datetime.combine(contents.scenario.horizon.start, time()),
            }
        )
        inks = Inks(book)
        for name, widths, write in _sheets(contents):
            page = Page(book, inks, name, widths)
            write(page)
            _finish(page, contents)
    return buffer.getvalue()


def _sheets(contents: Contents) -> Iterator[Sheet]:
    """The sheets of a workbook in their order."""
    kinds, teams, of_officers = contents.sheets
    for kind, module in _FIRST.items():
        if kind in kinds:
            yield kinds[kind], module.WIDTHS, partial(module.write, contents=contents)
    if "roster" in kinds:
        yield kinds["roster"], roster.widths(contents), partial(roster.write, contents=contents)
    for week, name in zip(contents.weeks, teams, strict=True):
        table = TeamTable(contents, week)
        yield name, table.widths, table.write
    if "visits" in kinds:
        visits = VisitTable(contents)
        yield kinds["visits"], visits.widths, visits.write
    for kind, module in _LAST.items():
        if kind in kinds:
            yield kinds[kind], module.WIDTHS, partial(module.write, contents=contents)
    if of_officers:
        days = OfficerDays(contents)
        for entry, name in zip(contents.plan.roster, of_officers, strict=True):
            write = partial(officer.write, contents=contents, days=days, entry=entry)
            yield name, officer.WIDTHS, write


def _finish(page: Page, contents: Contents) -> None:
    page.finish(
        header=contents.scenario.name,
        footer=f"Lưu Động {contents.plan.made_by.version}",
        page_word=contents.say("page"),
    )
