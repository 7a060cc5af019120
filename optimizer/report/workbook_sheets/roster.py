"""«Bảng phân công»: a row for each officer, a column for each date, and what was worked in all."""

from __future__ import annotations

from collections import Counter

from optimizer.domain.plan import Does, RosterEntry
from optimizer.report.formats import date_range_text, short_date_text, short_weekday_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page, Value
from optimizer.report.workbook_sheets.style import ACCENT
from optimizer.review.staffing import SATURDAY

_LEFT = (24, 12, 17)
_RIGHT = (8, 8, 9)
_FIRST_DATE = len(_LEFT)
_WIDEST, _NARROWEST, _ALL_DATES = 13.0, 8.0, 112.0
_HEAD = 2
_LOOK = {
    Does.TEAM: ("band",),
    Does.POST: ("fresh",),
    Does.OFF: ("quiet",),
    Does.DUTY: ("busy",),
    Does.REST: ("quiet",),
    Does.STANDBY: ("grey", "italic"),
    Does.FREE: (),
}


def widths(contents: Contents) -> tuple[float, ...]:
    """Widths of the columns."""
    days = contents.scenario.horizon.days
    return (*_LEFT, *[min(_WIDEST, max(_NARROWEST, _ALL_DATES / days))] * days, *_RIGHT)


def write(page: Page, contents: Contents) -> None:
    """Write the sheet; officers stand in the scenario's order."""
    page.colour_tab(ACCENT)
    horizon, last = contents.scenario.horizon, page.last_column
    period = date_range_text(horizon.start, horizon.end, contents.language)
    page.put(0, 0, contents.say("roster.title"), "title", until=last)
    page.put(1, 0, f"{period} · {contents.say('roster.told')}", "grey", "edge", until=last)
    heads = [contents.say(f"roster.{key}") for key in ("officer", "unit", "team")]
    dates = [
        f"{short_weekday_text(day, contents.language)}\n{short_date_text(day)}" for day in horizon.dates()
    ]
    tallies = [contents.say(f"roster.{key}") for key in ("days_away", "evenings", "weekends")]
    page.put_row(_HEAD, 0, [*heads, *dates, *tallies], "head")
    for column, day in enumerate(horizon.dates(), start=_FIRST_DATE):
        if day.weekday() >= SATURDAY or day in horizon.holidays:
            page.put(_HEAD, column, dates[column - _FIRST_DATE], "head", "holiday")
    row, sheets = _HEAD + 1, contents.sheets.officers
    for number, entry in enumerate(contents.plan.roster):
        name = contents.staff.name(entry.officer)
        if sheets:
            page.put_link(row, 0, name, sheets[number], "cell", "accent", "bold")
        else:
            page.put(row, 0, name, "cell", "bold")
        _officer(page, contents, row, entry)
        row += 1
    page.filter_rows(_HEAD, row - 1, last)
    _sums(page, contents, row)
    page.freeze(_HEAD)
    page.repeat(_HEAD, _HEAD)


def _officer(page: Page, contents: Contents, row: int, entry: RosterEntry) -> None:
    officer = contents.staff.crewing.officers.get(entry.officer)
    page.put(row, 1, officer.unit if officer else "", "cell", "grey")
    page.put(row, 2, contents.team_called(entry.team) if entry.team else "", "cell")
    for column, one in enumerate(entry.days, start=_FIRST_DATE):
        page.put(row, column, contents.staff.does(one), "cell", *_LOOK[one.does], "centre", "small")
    page.put_row(row, _FIRST_DATE + len(entry.days), _tallies(entry), "cell")


def _tallies(entry: RosterEntry) -> tuple[Value, ...]:
    return entry.days_away, entry.evenings, entry.weekends


def _sums(page: Page, contents: Contents, row: int) -> None:
    """How many officers are out, at posts, and may still be called, date by date."""
    last = page.last_column
    counted = Counter((one.date, one.does) for entry in contents.plan.roster for one in entry.days)
    for does in (Does.TEAM, Does.POST, Does.STANDBY):
        page.put(row, 0, contents.say(f"roster.sum_{does.value}"), "cell", "sum", until=_FIRST_DATE - 1)
        for column, day in enumerate(contents.scenario.horizon.dates(), start=_FIRST_DATE):
            page.put(row, column, counted[day, does], "cell", "sum", "centre")
        page.put(row, last - 2, None, "cell", "sum", until=last)
        row += 1
