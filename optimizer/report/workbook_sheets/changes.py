"""«Thay đổi»: every visit beside the plan that was handed out before: new, dropped or kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from optimizer.domain.plan import Visit
from optimizer.report.changes import Compared, Fate
from optimizer.report.formats import count_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page, Value, clock_value
from optimizer.report.workbook_sheets.style import ACCENT

WIDTHS = (19, 24, 12, 22, 30, 11, 11, 11, 11)
_LAST = len(WIDTHS) - 1
_BEFORE, _NOW = 5, 7
_LOOKS: Mapping[Fate, tuple[str, ...]] = {
    Fate.NEW: ("fresh",),
    Fate.DROPPED: ("alarm",),
    Fate.KEPT: ("grey",),
}


def write(page: Page, contents: Contents) -> None:
    """Write the sheet; rows stand by team, date and time, and can be filtered."""
    page.colour_tab(ACCENT)
    visits = contents.comparison.visits
    page.put(0, 0, contents.say("changes.title"), "title", until=_LAST)
    page.put(1, 0, _told(contents), "grey", "edge", until=_LAST)
    for column, key in enumerate(("fate", "team", "date", "commune", "site")):
        page.merge_down(2, 3, column, contents.say(f"changes.{key}"), "head")
    for column, key in ((_BEFORE, "before"), (_NOW, "now")):
        page.put(2, column, contents.say(f"changes.{key}"), "head", until=column + 1)
        page.put_row(3, column, (contents.say("changes.start"), contents.say("changes.cases")), "head")
    for row, one in enumerate(visits, start=4):
        page.put(row, 0, contents.say(f"fate.{_key(one)}"), "cell", *_looks(one))
        page.put_row(row, 1, (contents.team_called(one.team), one.date), "cell")
        page.put_row(row, 3, (contents.commune(one.site), contents.place_name(one.site)), "cell")
        page.put_row(row, _BEFORE, (*_times(one.before), *_times(one.now)), "cell")
    if visits:
        page.filter_rows(3, 3 + len(visits), _LAST)
    page.freeze(3)
    page.repeat(2, 3)


def _told(contents: Contents) -> str:
    fates = Counter(one.fate for one in contents.comparison.visits)
    counts = {fate.value: count_text(fates[fate], contents.language) for fate in Fate}
    return contents.say("changes.told", **counts)


def _looks(one: Compared) -> tuple[str, ...]:
    return ("bold",) if one.is_moved else _LOOKS[one.fate]


def _key(one: Compared) -> str:
    return "altered" if one.is_moved else one.fate.value


def _times(visit: Visit | None) -> tuple[Value, Value]:
    return (None, None) if visit is None else (clock_value(visit.start), visit.number_of_cases)
