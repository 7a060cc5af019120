"""Every visit as a row of a CSV: dates as ISO, whole numbers only, so that every spreadsheet agrees.

A decimal point or comma would be read differently in Vietnam and elsewhere; so lengths are metres.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.clock import format_clock
from optimizer.intake.frozen_tables import csv_text
from optimizer.report.formats import weekday_text
from optimizer.report.visit_rows import VisitRow, visit_rows
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import clean_text

ENCODING = "utf-8-sig"
"""With the mark by which Excel knows Vietnamese letters."""

_HEADS = (
    "date",
    "weekday",
    "team_id",
    "team",
    "order",
    "site_id",
    "site",
    "commune",
    "arrive",
    "start",
    "finish",
    "minutes",
    "cases",
    "guests",
    "metres",
    "leg_minutes",
    "end",
)


def visits_csv(contents: Contents) -> str:
    """The visits of a plan as the text of a CSV, a column of cases for each service at the end."""
    return "".join(csv_text(_rows(contents)))


def _rows(contents: Contents) -> Iterator[list[Any]]:
    services = list(contents.scenario.services.values())
    yield [
        *(contents.say(f"visits.{head}") for head in _HEADS),
        *(clean_text(service.name) for service in services),
    ]
    for row in visit_rows(contents):
        cases = row.visit.cases_by_service
        yield [*_cells(contents, row), *(cases.get(service.id, 0) for service in services)]


def _cells(contents: Contents, row: VisitRow) -> Iterator[Any]:
    visit, leg = row.visit, row.leg
    yield row.route.date.isoformat()
    yield weekday_text(row.route.date, contents.language)
    yield row.team.id
    yield clean_text(contents.team_name(row.team))
    yield row.order
    yield row.site.id
    yield clean_text(row.site.name)
    yield clean_text(row.site.commune)
    yield from map(format_clock, (visit.arrive, visit.start, visit.finish))
    yield visit.finish - visit.start
    yield visit.number_of_cases
    yield row.guests
    yield "" if leg is None else leg.metres
    yield "" if leg is None else leg.minutes
    yield clean_text(contents.place_name(row.route.end))
