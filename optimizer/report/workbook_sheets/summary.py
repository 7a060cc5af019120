"""«Tổng hợp»: what the plan amounts to, by service and by team, and how it was made."""

from __future__ import annotations

from datetime import timedelta
from math import fsum

from optimizer.report.formats import count_text, counted_text, nearness_text, rounded_up
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import Page, Value
from optimizer.report.workbook_sheets.style import ACCENT

WIDTHS = (33, *[12.5] * 8, 31)
_LAST = len(WIDTHS) - 1
_TILES = ((0, 0), (1, 2), (3, 4), (5, 6), (7, 8), (9, 9))
_ROWS_OF_FIRST_PAGE = 30
_ALWAYS_SHOWN = frozenset({"value", "km", "travel", "nights"})


def write(page: Page, contents: Contents) -> None:
    """Write the sheet."""
    page.colour_tab(ACCENT)
    row = _heading(page, contents)
    row = _tiles(page, contents, row)
    # Side by side: a table of a few rows each, and the teams in view below them.
    row = max(_services(page, contents, row + 1), _objective(page, contents, row + 1))
    row = _teams(page, contents, row + 1)
    _origins(page, contents, row + 1)
    page.freeze(0)


def _heading(page: Page, contents: Contents) -> int:
    horizon = contents.scenario.horizon
    page.put(0, 0, contents.scenario.name, "title", until=_LAST)
    page.put(1, 0, contents.say("summary.subtitle"), "grey", "edge", until=_LAST)
    page.put(2, 0, contents.say("summary.period"), "grey", "edge")
    page.put(2, 1, horizon.start, "bold", "left")
    page.put(2, 2, contents.say("summary.until"), "grey", "centre")
    page.put(2, 3, horizon.end, "bold", "left")
    size = contents.say(
        "summary.size",
        days=counted_text("days", horizon.days, contents.language),
        teams=counted_text("teams", len(contents.scenario.teams), contents.language),
        sites=counted_text("sites", len(contents.scenario.sites), contents.language),
    )
    page.put(2, 4, size, "grey", until=_LAST)
    return _told_first(page, contents, 3) + 1


def _told_first(page: Page, contents: Contents, row: int) -> int:
    """What a commander wants to know before all figures: how near to the best, and what is not kept."""
    gap = contents.plan.figures.gap
    if gap is not None:
        nearness = contents.say("summary.nearness", gap=nearness_text(gap, contents.language))
        page.put(row, 0, nearness, "accent", "bold", "edge", until=_LAST)
        row += 1
    if contents.plan.conflicts:
        sheet = contents.sheets.kinds["conflicts"]
        told = contents.counted("summary.conflicts", len(contents.plan.conflicts), sheet=sheet)
        page.put_link(row, 0, told, sheet, "alarm", until=_LAST)
        row += 1
    if contents.plan.unkept_wishes:
        sheet = contents.sheets.kinds["crews"]
        page.put_link(
            row,
            0,
            contents.counted("summary.unkept", len(contents.plan.unkept_wishes), sheet=sheet),
            sheet,
            "alarm",
            until=_LAST,
        )
        row += 1
    return row


def _tiles(page: Page, contents: Contents, row: int) -> int:
    figures = contents.plan.figures
    more = contents.tally.follow_ups_served
    cases, of, also = (
        count_text(number, contents.language) for number in (figures.cases - more, figures.of, more)
    )
    served = (
        contents.say("tile.cases_more", cases=cases, of=of, more=also)
        if more
        else contents.say("tile.cases", of=of)
    )
    left = sum(one.cases for one in contents.plan.unserved)
    tiles: tuple[tuple[Value, str, str], ...] = (
        (figures.cases, served, "whole"),
        (figures.coverage, contents.say("tile.coverage"), "percent"),
        (figures.km, contents.say("tile.km"), "decimal"),
        (timedelta(minutes=figures.travel_minutes), contents.say("tile.travel"), "duration"),
        (figures.nights, contents.say("tile.nights"), "whole"),
        (left, contents.say("tile.left", sheet=contents.sheets.kinds["unserved"]), "whole"),
    )
    for (first, last), (value, caption, kind) in zip(_TILES, tiles, strict=True):
        page.put(row, first, value, kind, "figure", until=last)
        page.put(row + 1, first, caption, "caption", until=last)
    return row + 2


def _services(page: Page, contents: Contents, row: int) -> int:
    page.put(row, 0, contents.say("services.title"), "heading", until=4)
    heads = ("name", "outstanding", "served", "left", "share")
    page.put_row(row + 1, 0, [contents.say(f"services.{key}") for key in heads], "head")
    row += 2
    for service in contents.scenario.services.values():
        outstanding, served = contents.tally.due_by_service[service.id], contents.served[service.id]
        page.put(row, 0, service.name, "cell")
        page.put_row(row, 1, (outstanding, served, outstanding - served), "cell")
        if service.plannable:
            page.put(row, 4, served / outstanding if outstanding else None, "cell", "percent")
        else:
            page.put(row, 4, contents.say("services.not_plannable"), "cell", "grey", "small", "right")
        row += 1
    outstanding, served = contents.tally.due_by_service.total(), contents.served.total()
    page.put(row, 0, contents.say("sum"), "cell", "sum")
    page.put_row(row, 1, (outstanding, served, outstanding - served, None), "cell", "sum")
    row += 1
    arising = contents.tally.arising_by_service
    if arising:
        told = contents.say("services.arising", cases=contents.cases_told(arising))
        page.put(row, 0, told, "grey", "small", "edge", until=4)
        row += 1
    return row


def _objective(page: Page, contents: Contents, row: int) -> int:
    figures, prices = contents.plan.figures, contents.scenario.objective
    page.put(row, 6, contents.say("objective.title"), "heading", until=_LAST)
    page.put(row + 1, 6, contents.say("objective.term"), "head", until=_LAST - 1)
    page.put(row + 1, _LAST, contents.say("objective.amount"), "head")
    row += 2
    for term, amount_dong in figures.terms.model_dump().items():
        if amount_dong or term in _ALWAYS_SHOWN:
            name = contents.say(
                f"term.{term}",
                minute=count_text(prices.officer_minute_dong, contents.language),
                night=count_text(prices.night_dong, contents.language),
            )
            _amount(page, row, name, round(amount_dong), "dong")
            row += 1
    _amount(page, row, contents.say("objective.sum"), round(figures.objective), "dong", "sum")
    row += 1
    if figures.bound is not None:
        _amount(page, row, contents.say("objective.bound"), round(figures.bound), "dong")
        row += 1
    if figures.gap is not None:
        _amount(page, row, contents.say("objective.gap"), rounded_up(figures.gap), "fine_percent")
        row += 1
    return row


def _amount(page: Page, row: int, name: str, amount: float, *traits: str) -> None:
    page.put(row, 6, name, "cell", *traits, "left", until=_LAST - 1)
    page.put(row, _LAST, amount, "cell", *traits)


def _teams(page: Page, contents: Contents, row: int) -> int:
    page.put(row, 0, contents.say("teams.title"), "heading", until=_LAST)
    heads = ("name", "officers", "stations", "days", "visits", "cases", "km", "travel", "nights", "base")
    page.put_row(row + 1, 0, [contents.say(f"teams.{key}") for key in heads], "head")
    # On a page after the first, the table is unreadable without its head, and notes look odd under it.
    head = row + 1
    page.repeat(*((head, head) if head + len(contents.weeks) > _ROWS_OF_FIRST_PAGE else (0, 0)))
    row += 2
    for week, sheet in zip(contents.weeks, contents.sheets.teams, strict=True):
        team = week.team
        page.put_link(row, 0, contents.team_name(team), sheet, "cell", "accent")
        page.put_row(
            row,
            1,
            (
                team.officers,
                team.stations,
                len(week.routes),
                week.visits,
                week.cases.total(),
                week.km,
                timedelta(minutes=week.travel_minutes),
                week.nights,
            ),
            "cell",
        )
        page.put(row, 9, contents.place_name(team.base), "cell")
        row += 1
    if contents.weeks:
        page.filter_rows(head, row - 1, _LAST)
    weeks = contents.weeks
    sums: tuple[Value, ...] = (
        contents.say("sum"),
        sum(week.team.officers for week in weeks),
        sum(week.team.stations for week in weeks),
        sum(len(week.routes) for week in weeks),
        sum(week.visits for week in weeks),
        sum(week.cases.total() for week in weeks),
        fsum(week.km for week in weeks),
        timedelta(minutes=sum(week.travel_minutes for week in weeks)),
        sum(week.nights for week in weeks),
        None,
    )
    page.put_row(row, 0, sums, "cell", "sum")
    return row + 1


def _origins(page: Page, contents: Contents, row: int) -> None:
    made, stamp = contents.plan.made_by, contents.plan.scenario
    page.put(row, 0, contents.say("origins.title"), "heading", until=_LAST)
    lines: list[tuple[str, Value]] = [
        *((contents.say("origins.published"), note) for note in contents.scenario.published),
        *((contents.say("origins.assumed"), note) for note in contents.scenario.assumed),
        (contents.say("origins.version"), f"Lưu Động {made.version}"),
        (contents.say("origins.seed"), made.seed),
        (contents.say("origins.iterations"), made.iterations),
        (contents.say("origins.seconds"), made.seconds),
        (contents.say("origins.scenario"), stamp.sha256),
    ]
    for line, (label, value) in enumerate(lines, start=row + 1):
        page.put(line, 0, label, "cell", "grey")
        page.put(line, 1, value, "cell", "left", until=_LAST)
