"""One officer's dates on half a sheet of paper (A5): what to do, with whom, with what, from when, where."""

from __future__ import annotations

from optimizer.domain.plan import RosterEntry
from optimizer.report.equipment import equipment_text
from optimizer.report.formats import date_range_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.officer_days import COLUMNS, OfficerDays
from optimizer.report.workbook_sheets.page import Page

WIDTHS = (10, 12, 22, 8, 8, 40, 24)
_LAST = len(COLUMNS) - 1
_TITLE, _FACTS, _TALLIES, _LINKS, _HEAD = range(5)
_LINK_UNTIL = COLUMNS.index("work")
_NAME_UNTIL = COLUMNS.index("back")


def write(page: Page, contents: Contents, days: OfficerDays, entry: RosterEntry) -> None:
    """Write the sheet of the officer whose entry of the roster this is."""
    page.print_on_half_a_sheet()
    horizon = contents.scenario.horizon
    period = date_range_text(horizon.start, horizon.end, contents.language)
    page.put(_TITLE, 0, contents.staff.name(entry.officer), "title", until=_NAME_UNTIL)
    page.put(_TITLE, _NAME_UNTIL + 1, period, "accent", "bold", "right", until=_LAST)
    told = " · ".join(days.facts(entry))
    equipment = _equipment(contents, entry)
    page.put(_FACTS, 0, "\n".join(line for line in (told, equipment) if line), "edge", until=_LAST)
    page.put(_TALLIES, 0, "\n".join(days.tallies(entry)), "grey", "edge", until=_LAST)
    _links(page, contents, entry)
    days.head(page, _HEAD)
    days.rows(page, _HEAD + 1, entry)
    page.freeze(_HEAD)
    page.repeat(_HEAD, _HEAD)


def _equipment(contents: Contents, entry: RosterEntry) -> str:
    """The vehicle, the capture kits and the things that the officer's team has."""
    crew = contents.staff.crew(entry.team or "")
    if crew is None:
        return ""
    return equipment_text(crew, contents.language)


def _links(page: Page, contents: Contents, entry: RosterEntry) -> None:
    """To the roster, and to the sheet of the team with its visits."""
    sheets = contents.sheets
    back = contents.say("officers.to_roster", sheet=sheets.kinds["roster"])
    page.put_link(_LINKS, 0, back, sheets.kinds["roster"], "accent", "edge", until=_LINK_UNTIL)
    teams = dict(zip(contents.scenario.teams, sheets.teams, strict=True))
    if entry.team in teams:
        onward = contents.say("officers.to_team", team=contents.team_called(entry.team))
        page.put_link(_LINKS, _LINK_UNTIL + 1, onward, teams[entry.team], "accent", "right", until=_LAST)
