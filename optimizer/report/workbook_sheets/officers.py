"""«Lịch từng cán bộ»: slips to be cut, where there are too many officers for a sheet each."""

from __future__ import annotations

from itertools import pairwise

from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.officer_days import COLUMNS, OfficerDays
from optimizer.report.workbook_sheets.page import Page
from optimizer.report.workbook_sheets.style import ACCENT

WIDTHS = (12, 13, 26, 10, 10, 60, 44)
_LAST = len(COLUMNS) - 1
_NAME_UNTIL = COLUMNS.index("work")
_HEAD = 2


def write(page: Page, contents: Contents) -> None:
    """Write the slips in the scenario's order; none is divided between printed pages."""
    page.colour_tab(ACCENT)
    page.put(0, 0, contents.say("officers.title"), "title", until=_LAST)
    page.put(1, 0, contents.say("officers.told"), "grey", "edge", until=_LAST)
    days = OfficerDays(contents)
    days.head(page, _HEAD)
    row, first_rows = _HEAD + 1, []
    for entry in contents.plan.roster:
        first_rows.append(row)
        page.put(row, 0, contents.staff.name(entry.officer), "cell", "band", until=_NAME_UNTIL)
        page.put(row, _NAME_UNTIL + 1, " · ".join(days.facts(entry)), "cell", "band", until=_LAST - 1)
        page.put(row, _LAST, "\n".join(days.tallies(entry)), "cell", "band", "small")
        row = days.rows(page, row + 1, entry) + 1
    for first, after in pairwise((*first_rows, row)):
        page.keep_together(first, after - 1)
    page.freeze(_HEAD)
    page.repeat(_HEAD, _HEAD)
