"""The return sheet of a team: its week as planned, and room for what was really done.

Only what a team fills in is unlocked, and it takes only what can be meant: whole numbers, dates of
the plan, places and services of a list.  `optimizer.intake.recorded` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO

from optimizer.domain.plan import Visit
from optimizer.domain.scenario import Team
from optimizer.intake.fields import MOST_CASES
from optimizer.intake.formulas import as_cell
from optimizer.intake.return_rows import RETURN_COLUMNS, service_label, site_label
from optimizer.language.collation import vietnamese_order
from optimizer.report.formats import date_range_text, date_text
from optimizer.report.visit_rows import VisitRow, visit_rows
from optimizer.report.workbook import workbook_options
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.naming import sheet_names
from optimizer.report.workbook_sheets.page import Page, Value, clean_text, clock_value
from optimizer.report.workbook_sheets.style import ACCENT, GREY, Inks

SPARE_ROWS = 20
"""Rows for work that was not planned."""

_WIDTHS = (12, 9, 44, 34, 10, 11, 34, 12)
_LIST_WIDTHS = (60, 50)
_TITLE, _PERIOD, _HOW, _HEAD, _NAMES, _FIRST = range(6)
_DATE, _START, _SITE, _SERVICE, _PLANNED, _DONE, _NOTE, _TEAM = range(8)


def return_sheet(contents: Contents, team: Team) -> bytes:
    """The return sheet of one team as the bytes of an XLSX file."""
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, workbook_options()) as book:
        title = contents.say("return.title", team=contents.team_name(team))
        created = datetime.combine(contents.scenario.horizon.start, time())
        book.set_properties({"title": title, "author": "Lưu Động", "created": created})
        inks = Inks(book)
        sheet, lists = sheet_names([contents.say("return.sheet"), contents.say("return.lists")])
        page = Page(book, inks, sheet, _WIDTHS)
        last = _rows(page, contents, team, title)
        choices = Page(book, inks, lists, _LIST_WIDTHS)
        sites, services = _lists(choices, contents)
        _rules(page, contents, last, f"='{lists}'!$A$2:$A${sites + 1}", f"='{lists}'!$B$2:$B${services + 1}")
        for one in (page, choices):
            one.protect()
            one.finish(
                header=contents.scenario.name,
                footer=f"Lưu Động {contents.plan.made_by.version}",
                page_word=contents.say("page"),
            )
    return buffer.getvalue()


def _rows(page: Page, contents: Contents, team: Team, title: str) -> int:
    """Write the sheet; its last row."""
    page.colour_tab(ACCENT)
    horizon = contents.scenario.horizon
    page.put(_TITLE, 0, title, "title", until=page.last_column)
    period = date_range_text(horizon.start, horizon.end, contents.language)
    page.put(_PERIOD, 0, f"{contents.scenario.name} · {period}", "grey", "edge", until=page.last_column)
    page.put(_HOW, 0, contents.say("return.how"), "accent", "edge", until=page.last_column)
    page.put_row(_HEAD, 0, [contents.say(f"return.{name}") for name in RETURN_COLUMNS], "head")
    page.put_row(_NAMES, 0, RETURN_COLUMNS, "cell", "grey", "small", "centre")
    row = _FIRST
    for one in visit_rows(contents):
        if one.team.id == team.id:
            for values in _planned(contents, one):
                page.put_row(row, 0, values, "cell")
                _open(page, row, _DONE, _NOTE)
                page.put(row, _TEAM, team.id, "cell", "grey", "small")
                row += 1
    for spare in range(row, row + SPARE_ROWS):
        page.put_row(spare, 0, [None] * len(RETURN_COLUMNS), "cell")
        page.put(spare, _DATE, None, "cell", "day", "open")
        _open(page, spare, _SITE, _SERVICE, _DONE, _NOTE)
        page.put(spare, _TEAM, team.id, "cell", "grey", "small")
    page.freeze(_NAMES, columns=_SERVICE)
    page.repeat(_HEAD, _NAMES)
    return row + SPARE_ROWS - 1


def _planned(contents: Contents, row: VisitRow) -> Iterator[list[Value]]:
    """What is planned of one visit: a row for each home site and service."""
    visit: Visit = row.visit
    scenario = contents.scenario
    for home, cases in visit.served.items():
        for service, count in cases.items():
            yield [
                row.route.date,
                clock_value(visit.start),
                site_label(scenario.sites[home]),
                service_label(scenario.services[service]),
                count,
            ]


def _open(page: Page, row: int, *columns: int) -> None:
    for column in columns:
        kind = ("whole",) if column == _DONE else ("text",)
        page.put(row, column, None, "cell", *kind, "open")


def _lists(page: Page, contents: Contents) -> tuple[int, int]:
    """Write the sheet with places and services to choose from; how many there are of each."""
    page.colour_tab(GREY)
    page.put_row(0, 0, (contents.say("return.site"), contents.say("return.service")), "head")
    by_name = sorted(
        contents.scenario.sites.values(),
        key=lambda site: (vietnamese_order(site.commune), vietnamese_order(site.name), site.id),
    )
    sites = [site_label(site) for site in by_name]
    services = [service_label(service) for service in contents.scenario.services.values()]
    for column, labels in enumerate((sites, services)):
        for row, label in enumerate(labels, start=1):
            # What is chosen from a list is entered as if it were typed, a formula too.
            page.put(row, column, as_cell(clean_text(label)), "cell")
    page.freeze(0)
    page.repeat(0, 0)
    return len(sites), len(services)


def _rules(page: Page, contents: Contents, last: int, sites: str, services: str) -> None:
    horizon = contents.scenario.horizon
    say = contents.say
    spare = last + 1 - SPARE_ROWS
    stop = {"error_title": say("return.wrong"), "error_type": "stop"}
    page.allow_only(
        _FIRST,
        last,
        _DONE,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": MOST_CASES,
            "error_message": say("return.wrong_cases"),
            **stop,
        },
    )
    days = {"start": date_text(horizon.start), "end": date_text(horizon.end)}
    page.allow_only(
        spare,
        last,
        _DATE,
        {
            "validate": "date",
            "criteria": "between",
            "minimum": horizon.start,
            "maximum": horizon.end,
            "error_message": say("return.wrong_date", **days),
            **stop,
        },
    )
    for column, source in ((_SITE, sites), (_SERVICE, services)):
        rule = {"validate": "list", "source": source, "error_message": say("return.wrong_choice"), **stop}
        page.allow_only(spare, last, column, rule)
