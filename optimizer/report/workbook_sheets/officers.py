"""«Lịch từng cán bộ»: a slip for each officer: the dates, where, from when until when, where to sleep."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Does, RosterDay, RosterEntry
from optimizer.report.formats import weekday_text
from optimizer.report.team_week import TeamDay
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import ACCENT

WIDTHS = (12, 13, 26, 10, 10, 60, 44)
_WEEKDAY, _DATE, _WORK, _LEAVE, _BACK, _WHERE, _NIGHT = range(7)
_HEAD = 2
_Days = dict[tuple[str, date], TeamDay]
_LOOK = {Does.TEAM: ("bold",), Does.POST: ("bold",), Does.OFF: ("quiet",), Does.REST: ("quiet",)}


def write(page: Page, contents: Contents) -> None:
    """Write the slips in the scenario's order; none is divided between printed pages."""
    page.colour_tab(ACCENT)
    page.put(0, 0, contents.say("officers.title"), "title", until=_NIGHT)
    page.put(1, 0, contents.say("officers.told"), "grey", "edge", until=_NIGHT)
    keys = ("weekday", "date", "work", "leave", "back", "where", "night")
    page.put_row(_HEAD, 0, [contents.say(f"officers.{key}") for key in keys], "head")
    days = {(week.team.id, one.day): one for week in contents.weeks for one in week.days}
    row, first_rows = _HEAD + 1, []
    for entry in contents.plan.roster:
        first_rows.append(row)
        row = _heading(page, contents, row, entry)
        for one in entry.days:
            _date(page, contents, row, one, days)
            row += 1
        row += 1
    for first, after in pairwise((*first_rows, row)):
        page.keep_together(first, after - 1)
    page.freeze(_HEAD)
    page.repeat(_HEAD, _HEAD)


def _heading(page: Page, contents: Contents, row: int, entry: RosterEntry) -> int:
    staff = contents.staff
    officer = staff.crewing.officers.get(entry.officer)
    page.put(row, _WEEKDAY, staff.name(entry.officer), "cell", "band", until=_WORK)
    others = [name for name in staff.members(entry.team or "") if name != staff.name(entry.officer)]
    facts = [
        *([officer.unit] if officer and officer.unit else []),
        *([contents.team_called(entry.team)] if entry.team else []),
        *([contents.say("officers.with", others=", ".join(others))] if others else []),
    ]
    page.put(row, _LEAVE, " · ".join(facts), "cell", "band", until=_WHERE)
    before = staff.crewing.worked_by(entry.officer)
    tallies = contents.say(
        "officers.tallies",
        days_away=entry.days_away,
        evenings=entry.evenings,
        weekends=entry.weekends,
    )
    page.put(row, _NIGHT, tallies, "cell", "band", "small")
    if before.days_away or before.evenings or before.weekends:
        earlier = contents.say(
            "officers.earlier",
            days_away=before.days_away,
            evenings=before.evenings,
            weekends=before.weekends,
        )
        page.put(row, _NIGHT, f"{tallies}\n{earlier}", "cell", "band", "small")
    return row + 1


def _date(page: Page, contents: Contents, row: int, one: RosterDay, days: _Days) -> None:
    look = _LOOK.get(one.does, ())
    page.put(row, _WEEKDAY, weekday_text(one.date, contents.language), "cell", *look)
    page.put(row, _DATE, one.date, "cell", *look)
    leave, back, where, night = _told(contents, one, days)
    page.put_row(row, _WORK, (contents.staff.does(one), leave, back, where, night), "cell", *look)


def _told(contents: Contents, one: RosterDay, days: _Days) -> tuple[str, str, str, str]:
    """From when, until when, where, and where the night is spent."""
    crewing, at = contents.staff.crewing, one.at or ""
    if one.does is Does.POST and at in crewing.posts:
        hours = crewing.posts[at].hours
        return format_clock(hours.start_min), format_clock(hours.end_min), "", ""
    if one.does is Does.DUTY and at in crewing.duties:
        windows = crewing.duties[at].when.on(one.date)
        told = ", ".join(f"{format_clock(span.start_min)}–{format_clock(span.end_min)}" for span in windows)
        return "", "", told, ""
    day = days.get((at, one.date)) if one.does is Does.TEAM else None
    if day is None:
        return "", "", "", ""
    team = contents.scenario.teams[at]
    night = "" if day.sleeps_at == team.base else contents.place_name(day.sleeps_at)
    if day.route is None:
        return "", "", contents.say("officers.stays", place=contents.place_name(day.sleeps_at)), night
    places = dict.fromkeys(contents.place_name(visit.site) for visit in day.route.visits)
    where = " → ".join(places) or contents.say("team.moves")
    return format_clock(day.route.depart), format_clock(day.route.arrive), where, night
