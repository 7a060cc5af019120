"""What an officer's papers say of each date: what to do, from when until when, where, where to sleep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Does, RosterDay, RosterEntry
from optimizer.report.formats import weekday_text
from optimizer.report.team_week import TeamDay
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page

COLUMNS = ("weekday", "date", "work", "leave", "back", "where", "night")
"""What stands side by side, by the keys of their headings."""

_LOOK = {Does.TEAM: ("bold",), Does.POST: ("bold",), Does.OFF: ("quiet",), Does.REST: ("quiet",)}


class OfficerDays:
    """Writes officers' dates, each in one row."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._days = {(week.team.id, one.day): one for week in contents.weeks for one in week.days}

    def head(self, page: Page, row: int) -> None:
        """Write the heading of the columns."""
        page.put_row(row, 0, [self._contents.say(f"officers.{key}") for key in COLUMNS], "head")

    def rows(self, page: Page, row: int, entry: RosterEntry) -> int:
        """Write an officer's dates from a row on; the row after them."""
        for one in entry.days:
            self._date(page, row, one)
            row += 1
        return row

    def facts(self, entry: RosterEntry) -> Iterator[str]:
        """The officer's unit, the team, and who goes along."""
        contents, staff = self._contents, self._contents.staff
        officer = staff.crewing.officers.get(entry.officer)
        if officer and officer.unit:
            yield officer.unit
        if entry.team:
            yield contents.team_called(entry.team)
            others = [name for name in staff.members(entry.team) if name != staff.name(entry.officer)]
            if others:
                yield contents.say("officers.with", others=", ".join(others))

    def tallies(self, entry: RosterEntry) -> Iterator[str]:
        """What is worked in this plan, and what was worked before it, if anything was."""
        say, before = self._contents.say, self._contents.staff.crewing.worked_by(entry.officer)
        for key, of in (("tallies", entry), ("earlier", before)):
            counts = {"days_away": of.days_away, "evenings": of.evenings, "weekends": of.weekends}
            if of is entry or any(counts.values()):
                yield say(f"officers.{key}", **counts)

    def _date(self, page: Page, row: int, one: RosterDay) -> None:
        contents, look = self._contents, _LOOK.get(one.does, ())
        values = (weekday_text(one.date, contents.language), one.date, contents.staff.does(one))
        page.put_row(row, 0, values, "cell", *look)
        page.put_row(row, len(values), self._told(one), "cell", *(trait for trait in look if trait != "bold"))

    def _told(self, one: RosterDay) -> tuple[str, str, str, str]:
        """From when, until when, where, and where the night is spent."""
        contents, at = self._contents, one.at or ""
        crewing = contents.staff.crewing
        if one.does is Does.POST and at in crewing.posts:
            hours = crewing.posts[at].hours
            return format_clock(hours.start_min), format_clock(hours.end_min), "", ""
        if one.does is Does.DUTY and at in crewing.duties:
            windows = crewing.duties[at].when.on(one.date)
            spans = (f"{format_clock(span.start_min)}–{format_clock(span.end_min)}" for span in windows)
            return "", "", ", ".join(spans), ""
        return self._out(at, one.date) if one.does is Does.TEAM else ("", "", "", "")

    def _out(self, team_id: str, day: date) -> tuple[str, str, str, str]:
        contents = self._contents
        one: TeamDay | None = self._days.get((team_id, day))
        if one is None:
            return "", "", "", ""
        asleep = contents.place_name(one.sleeps_at)
        night = "" if one.sleeps_at == contents.scenario.teams[team_id].base else asleep
        if one.route is None:
            return "", "", contents.say("officers.stays", place=asleep), night
        places = dict.fromkeys(contents.place_name(visit.site) for visit in one.route.visits)
        where = " → ".join(places) or contents.say("team.moves")
        return format_clock(one.route.depart), format_clock(one.route.arrive), where, night
