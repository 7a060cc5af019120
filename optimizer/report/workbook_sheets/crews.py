"""«Các tổ»: who is in which team and with what, when it may leave, why not, and which wishes are not kept."""

from __future__ import annotations

from optimizer.domain.plan import Crew
from optimizer.report.formats import days_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import ACCENT
from optimizer.review.absence_words import told
from optimizer.review.absences import absences

WIDTHS = (24, 50, 10, 20, 26, 62)
_LAST = len(WIDTHS) - 1
_HEAD = 2


def write(page: Page, contents: Contents) -> None:
    """Write the sheet; crews stand in the plan's order."""
    page.colour_tab(ACCENT)
    page.put(0, 0, contents.say("crews.title"), "title", until=_LAST)
    page.put(1, 0, contents.say("crews.told"), "grey", "edge", until=_LAST)
    keys = ("team", "members", "stations", "brings", "dates", "home")
    page.put_row(_HEAD, 0, [contents.say(f"crews.{key}") for key in keys], "head")
    sheets = dict(zip(contents.scenario.teams, contents.sheets.teams, strict=True))
    why = {crew.team: "" for crew in contents.plan.crews}
    for one in told(absences(contents.scenario, contents.plan), contents.language):
        line = f"{days_text(one.dates)}: {one.reason}"
        why[one.team] = f"{why[one.team]}\n{line}".strip()
    row = _HEAD + 1
    for crew in contents.plan.crews:
        page.put_link(row, 0, contents.team_called(crew.team), sheets[crew.team], "cell", "accent", "bold")
        page.put(row, 1, _members(contents, crew), "cell")
        page.put(row, 2, crew.stations, "cell")
        brings = contents.words_for("thing", crew.brings)
        page.put_row(row, 3, (brings, days_text(crew.dates), why[crew.team]), "cell")
        row += 1
    page.freeze(_HEAD)
    page.repeat(_HEAD, _HEAD)
    _wishes(page, contents, row + 1)


def _members(contents: Contents, crew: Crew) -> str:
    """A line for each member: the name, and the skills."""
    staff = contents.staff
    return "\n".join(
        f"{staff.name(officer)} – {skills}" if (skills := staff.skills(officer)) else staff.name(officer)
        for officer in crew.officers
    )


def _wishes(page: Page, contents: Contents, row: int) -> None:
    """The wishes that are not kept; that all are, if there are any."""
    crewing, unkept = contents.staff.crewing, contents.plan.unkept_wishes
    if not crewing.together and not crewing.apart:
        return
    page.put(row, 0, contents.say("wishes.title"), "heading", until=_LAST)
    if not unkept:
        page.put(row + 1, 0, contents.say("wishes.all_kept"), "edge", until=_LAST)
    for line, one in enumerate(unkept, start=row + 1):
        names = ", ".join(contents.staff.name(officer) for officer in one.officers)
        page.put(line, 0, contents.say(f"wishes.{one.wish}", officers=names), "cell", "alarm", until=_LAST)
