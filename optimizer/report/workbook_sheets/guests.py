"""«Sang điểm khác»: whom each village sends where and when, to be told there and to those who drive."""

from __future__ import annotations

from optimizer.domain.plan import Route, Visit
from optimizer.language.collation import vietnamese_order
from optimizer.report.formats import count_text, counted_text
from optimizer.report.parties import Party
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page, clock_value
from optimizer.report.workbook_sheets.style import ACCENT

WIDTHS = (18, 26, 26, 12, 9, 9, 22, 9, 30, 16)
_LAST = len(WIDTHS) - 1
_Coming = tuple[Route, Visit, Party]


def write(page: Page, contents: Contents) -> None:
    """Write the sheet; rows stand by the home commune and site, then by date."""
    page.colour_tab(ACCENT)
    comings = _in_order(contents)
    page.put(0, 0, contents.say("guests.title"), "title", until=_LAST)
    page.put(1, 0, _told(contents, comings), "grey", "edge", until=_LAST)
    heads = ("commune", "home", "host", "date", "start", "finish", "team", "cases", "services", "how")
    page.put_row(2, 0, [contents.say(f"guests.{head}") for head in heads], "head")
    for row, (route, visit, party) in enumerate(comings, start=3):
        home = contents.scenario.sites[party.home]
        page.put_row(row, 0, (home.commune, home.name, contents.place_name(visit.site)), "cell")
        page.put_row(row, 3, (route.date, clock_value(visit.start), clock_value(visit.finish)), "cell")
        page.put(row, 6, contents.team_called(route.team), "cell")
        page.put(row, 7, party.number_of_cases, "cell", "bold")
        page.put_row(row, 8, (contents.cases_told(party.cases), contents.how_told(party)), "cell")
    last = 2 + len(comings)
    page.put(last + 1, 0, contents.say("sum"), "cell", "sum", until=6)
    page.put(last + 1, 7, sum(party.number_of_cases for _, _, party in comings), "cell", "sum")
    page.put(last + 1, 8, None, "cell", "sum", until=_LAST)
    page.filter_rows(2, last, _LAST)
    page.freeze(2)
    page.repeat(2, 2)


def _told(contents: Contents, comings: list[_Coming]) -> str:
    cases = sum(party.number_of_cases for _, _, party in comings)
    brought = sum(party.number_of_cases for _, _, party in comings if party.by_shuttle)
    homes = len({party.home for _, _, party in comings})
    return contents.say(
        "guests.told",
        cases=counted_text("cases", cases, contents.language),
        homes=counted_text("sites", homes, contents.language),
        brought=count_text(brought, contents.language),
    )


def _in_order(contents: Contents) -> list[_Coming]:
    def order(coming: _Coming) -> tuple[object, ...]:
        route, visit, party = coming
        home = contents.scenario.sites[party.home]
        return vietnamese_order(home.commune), vietnamese_order(home.name), home.id, route.date, visit.start

    return sorted(contents.parties.coming(contents.plan), key=order)
