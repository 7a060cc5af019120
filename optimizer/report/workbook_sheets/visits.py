"""«Lượt làm việc»: every visit in one row under one head, to sort, to filter and to pivot.

Nothing stands above the head and nothing below the rows: that is how a pivot table wants it.
"""

from __future__ import annotations

from optimizer.report.formats import weekday_text
from optimizer.report.visit_rows import VisitRow, visit_rows
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page, Value, clock_value
from optimizer.report.workbook_sheets.style import ACCENT

_COLUMNS = {
    "date": 12,
    "weekday": 11,
    "team": 20,
    "order": 8,
    "site": 30,
    "commune": 20,
    "arrive": 9,
    "start": 9,
    "finish": 9,
    "minutes": 9,
    "cases": 9,
    "guests": 11,
}
"""Widths by column, before those of the services."""

_AFTER = {"km": 9, "leg_minutes": 10, "end": 30, "team_id": 12, "site_id": 18}
_SERVICE_WIDTH = 12
_KEPT_IN_VIEW = 5


class VisitTable:
    """The sheet of visits: a column of cases for each service of the scenario that is planned."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._services = [one for one in contents.scenario.services.values() if contents.served[one.id]]

    @property
    def widths(self) -> tuple[float, ...]:
        """Widths of the columns."""
        return (*_COLUMNS.values(), *[_SERVICE_WIDTH] * len(self._services), *_AFTER.values())

    def write(self, page: Page) -> None:
        """Write the sheet; rows stand by team, date and time."""
        page.colour_tab(ACCENT)
        say = self._contents.say
        page.put_row(
            0,
            0,
            [
                *(say(f"visits.{head}") for head in _COLUMNS),
                *(service.name for service in self._services),
                *(say(f"visits.{head}") for head in _AFTER),
            ],
            "head",
        )
        last = 0
        for last, row in enumerate(visit_rows(self._contents), start=1):
            page.put_row(last, 0, self._values(row), "cell")
        page.filter_rows(0, last, page.last_column)
        page.freeze(0, columns=_KEPT_IN_VIEW)
        page.repeat(0, 0)

    def _values(self, row: VisitRow) -> list[Value]:
        contents, visit, leg = self._contents, row.visit, row.leg
        cases = visit.cases_by_service
        return [
            row.route.date,
            weekday_text(row.route.date, contents.language),
            contents.team_name(row.team),
            row.order,
            row.site.name,
            row.site.commune,
            clock_value(visit.arrive),
            clock_value(visit.start),
            clock_value(visit.finish),
            visit.finish - visit.start,
            visit.number_of_cases,
            row.guests,
            *(cases.get(service.id, 0) for service in self._services),
            None if leg is None else leg.metres / 1000,
            None if leg is None else leg.minutes,
            contents.place_name(row.route.end),
            row.team.id,
            row.site.id,
        ]
