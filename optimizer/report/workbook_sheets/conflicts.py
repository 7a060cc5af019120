"""«Lịch hẹn không giữ được»: the promises that the plan does not keep, each with the reason."""

from __future__ import annotations

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Conflict
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import ALARM

WIDTHS = (12, 22, 18, 26, 26, 74)
_LAST = len(WIDTHS) - 1


def write(page: Page, contents: Contents) -> None:
    """Write the sheet; rows stand in the order of dates."""
    page.colour_tab(ALARM)
    page.put(0, 0, contents.say("conflicts.title"), "title", until=_LAST)
    page.put(1, 0, contents.say("conflicts.told"), "grey", "edge", until=_LAST)
    heads = ("date", "team", "commune", "site", "promised", "reason")
    page.put_row(2, 0, [contents.say(f"conflicts.{head}") for head in heads], "head")
    conflicts = contents.promises.conflicts
    for row, one in enumerate(conflicts, start=3):
        page.put(row, 0, one.date, "cell")
        page.put_row(row, 1, (contents.team_called(one.team), contents.commune(one.site)), "cell")
        site = contents.place_name(one.site) if one.site else contents.say("conflicts.whole_day")
        page.put(row, 3, site, "cell", "bold")
        page.put(row, 4, _promised(contents, one), "cell")
        page.put(row, 5, one.reason, "cell", "alarm")
    page.filter_rows(2, 2 + len(conflicts), _LAST)
    page.freeze(2)
    page.repeat(2, 2)


def _promised(contents: Contents, conflict: Conflict) -> str:
    """What was promised: the hour and the cases, or a day that was handed out."""
    pin = contents.promises.pin_of(conflict)
    if pin is None:
        return contents.say("conflicts.frozen")
    start = [] if pin.start_min is None else [format_clock(pin.start_min)]
    return " · ".join([*start, *([contents.cases_told(pin.cases)] if pin.cases else [])])
