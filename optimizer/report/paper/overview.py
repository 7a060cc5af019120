"""All teams on one sheet, A3: a map of where each goes in the week, and what each week amounts to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from optimizer.language import Language, say
from optimizer.report.formats import count_text, date_range_text, decimal_text
from optimizer.report.ground import Ground
from optimizer.report.palette import team_style
from optimizer.report.paper.closed import closed_entries
from optimizer.report.paper.drawing import Cartographer, Mark, Scene, Way
from optimizer.report.paper.legend import Entry, draw_legend, legend_mm
from optimizer.report.paper.marks import Marker, draw_marker
from optimizer.report.paper.page import MARGIN_MM, TOP_MM, PageHead, draw_head
from optimizer.report.paper.room import Box
from optimizer.report.paper.sheet import INK, PALE, Align, Lettering, Sheet, Stroke
from optimizer.report.paper.week_map import LINK, commune_names, way_points
from optimizer.report.team_week import TeamWeek
from optimizer.report.workbook_sheets.contents import Contents

A3_MM = 420.0, 297.0
_LIST_MM = 104.0
_GAP_MM = 4.0
_ROW_MM = 6.0
_BOTTOM_MM = A3_MM[1] - 12.0
_MAP = Box(MARGIN_MM, TOP_MM, A3_MM[0] - 2 * MARGIN_MM - _LIST_MM - _GAP_MM, _BOTTOM_MM - TOP_MM - 7.0)
_ROWS = int((_BOTTOM_MM - TOP_MM) / _ROW_MM) - 2
_COLUMNS_LATER = 3
_MOST_NUMBERS = 3
_SMALL_MM = 3.1
_MOST_NAMES = 80
_TEXT, _BOLD = Lettering(7.6), Lettering(7.6, bold=True)
_THIN, _STRONG = Stroke(0.15, PALE), Stroke(0.3, INK)
_OVERVIEW_SHARE = 0.6
_LEGEND_MM = 5.0
_LEFTS = (0.0, 14.0, 66.0, 77.0, 91.0, _LIST_MM)
"""Where the columns of the list begin: sample, name, then the right edges of numbers."""


def overview(contents: Contents, ground: Ground) -> bytes:
    """The overview as the bytes of a PDF; teams that have no room beside the map are on further pages."""
    title = say("paper.overview_title", contents.language, plan=contents.scenario.name)
    horizon, made_by = contents.scenario.horizon, f"luudong {contents.plan.made_by.version}"
    sheet = Sheet(title, contents.language, made_by, horizon.start)
    numbered = list(enumerate(contents.weeks))
    first, later = numbered[:_ROWS], _parts(numbered[_ROWS:], _ROWS * _COLUMNS_LATER)
    name = say("paper.overview", contents.language)
    period = date_range_text(horizon.start, horizon.end, contents.language)
    heads = [PageHead(name, period, number, 1 + len(later)) for number in range(1, 2 + len(later))]
    teams = TeamList(sheet, contents)
    sheet.page(*A3_MM)
    draw_head(sheet, contents, heads[0], A3_MM[0])
    _draw_map(sheet, contents, ground)
    teams.draw(first, A3_MM[0] - MARGIN_MM - _LIST_MM, with_sums=not later)
    for head, on_page in zip(heads[1:], later, strict=True):
        sheet.page(*A3_MM)
        draw_head(sheet, contents, head, A3_MM[0])
        for column, rows in enumerate(_parts(on_page, _ROWS)):
            is_last = head is heads[-1] and (column + 1) * _ROWS >= len(on_page)
            teams.draw(rows, MARGIN_MM + column * (_LIST_MM + 30.0), with_sums=is_last)
    return sheet.content()


def _parts(rows: list[tuple[int, TeamWeek]], size: int) -> list[list[tuple[int, TeamWeek]]]:
    return [rows[first : first + size] for first in range(0, len(rows), size)]


class TeamList:
    """The list of teams beside the map."""

    def __init__(self, sheet: Sheet, contents: Contents) -> None:
        self._sheet = sheet
        self._contents = contents
        self._language: Language = contents.language

    def draw(self, rows: Sequence[tuple[int, TeamWeek]], left: float, *, with_sums: bool) -> None:
        """Draw some teams below each other, and the sums of all where asked for."""
        top = TOP_MM
        self._rule(left, top, _STRONG)
        heads = [self._say(key) for key in ("number", "team", "visits", "cases", "km", "nights")]
        self._texts(heads, left, top, _BOLD)
        for number, week in rows:
            top += _ROW_MM
            self._rule(left, top, _STRONG if number == rows[0][0] else _THIN)
            self._sample(number, left, top + _ROW_MM / 2)
            amounts = (week.visits, sum(week.cases.values()), week.km, week.nights)
            self._texts(["", self._contents.team_name(week.team), *self._numbers(amounts)], left, top, _TEXT)
        if with_sums:
            top += _ROW_MM
            self._rule(left, top, _STRONG)
            weeks = self._contents.weeks
            amounts = (
                sum(week.visits for week in weeks),
                sum(sum(week.cases.values()) for week in weeks),
                sum(week.km for week in weeks),
                sum(week.nights for week in weeks),
            )
            self._texts(["", self._say("sum"), *self._numbers(amounts)], left, top, _BOLD)
        self._rule(left, top + _ROW_MM, _STRONG)

    def _numbers(self, amounts: tuple[int, int, float, int]) -> list[str]:
        visits, cases, km, nights = amounts
        return [
            count_text(visits, self._language),
            count_text(cases, self._language),
            decimal_text(km, 0, self._language),
            count_text(nights, self._language),
        ]

    def _texts(self, texts: Sequence[str], left: float, top: float, lettering: Lettering) -> None:
        y = top + _ROW_MM * 0.66
        for column, text in enumerate(texts):
            align: Align = "left" if column < 2 else "right"
            wide = 40.0 if column == 1 else 20.0
            self._sheet.write(
                (left + _LEFTS[column], y),
                self._sheet.shortened(text, wide, lettering),
                lettering,
                align=align,
            )

    def _sample(self, number: int, left: float, y: float) -> None:
        self._sheet.line(np.array([[left, y], [left + 12.0, y]]), team_stroke(number))
        draw_marker(self._sheet, team_marker(number), left + 6.0, y)

    def _rule(self, left: float, top: float, stroke: Stroke) -> None:
        self._sheet.line(np.array([[left, top], [left + _LIST_MM, top]]), stroke)

    def _say(self, key: str) -> str:
        return say(f"paper.teams.{key}", self._language)


def team_stroke(number: int) -> Stroke:
    """How the ways of a team are drawn, counted from 0."""
    dashes = ((0.0, 0.0), (2.2, 0.9), (0.8, 0.8), (4.5, 1.0), (1.4, 1.6), (3.0, 2.2))
    dash, gap = dashes[number // 10 % len(dashes)] if number >= 10 else dashes[0]
    return Stroke(0.4, team_style(number).colour, dash, gap)


def team_marker(*numbers: int) -> Marker:
    """A site of some teams: their numbers, counted from 1, in the colour of the first."""
    style = team_style(numbers[0])
    told = ",".join(str(number + 1) for number in numbers[:_MOST_NUMBERS])
    more = "…" if len(numbers) > _MOST_NUMBERS else ""
    return Marker("number", told + more, style.colour, style.ink, _SMALL_MM)


def _draw_map(sheet: Sheet, contents: Contents, ground: Ground) -> None:
    scene = overview_scene(contents, ground)
    entries = tuple(_legend(contents, scene))
    all_closed = closed_entries(ground.closed, contents.language)
    more = max(0.0, legend_mm(sheet, _MAP.width, (*entries, *all_closed)) - _LEGEND_MM)
    block = _MAP.smaller(0, 0, 0, more)
    maps = Cartographer(sheet, contents.language)
    closed = maps.draw_divided(scene, block, most_insets=3, share=_OVERVIEW_SHARE)
    strip = Box(block.left, block.bottom + 1.5, block.width, _LEGEND_MM + more)
    draw_legend(sheet, strip, (*entries, *closed_entries(closed, contents.language)))


def overview_scene(contents: Contents, ground: Ground) -> Scene:
    """Every site with the numbers of the teams that come there, every way in its team's colour."""
    scenario = contents.scenario
    visitors: dict[str, dict[int, None]] = {}
    for number, week in enumerate(contents.weeks):
        for route in week.routes:
            for visit in route.visits:
                visitors.setdefault(visit.site, {})[number] = None
    # Names beside every mark of a crowd would hide it; those of communes tell enough.
    is_named = len(visitors) <= _MOST_NAMES
    bases = [
        Mark(place.lat, place.lon, Marker("base", size_mm=_SMALL_MM), place.name if is_named else "")
        for place in scenario.bases.values()
        if any(week.team.base == place.id for week in contents.weeks)
    ]
    sites = [
        Mark(site.lat, site.lon, team_marker(*visitors[site.id]), site.name if is_named else "")
        for site in scenario.sites.values()
        if site.id in visitors
    ]
    others = tuple((site.lat, site.lon) for site in scenario.sites.values() if site.id not in visitors)
    ways = tuple(_ways(contents, ground))
    return Scene((*bases, *sites), ways, others, commune_names(scenario), ground)


def _ways(contents: Contents, ground: Ground) -> Iterator[Way]:
    drawn = set()
    for number, week in enumerate(contents.weeks):
        for route in week.routes:
            for stretch in contents.ways.stretches(route):
                hop = stretch.hop
                key = number, hop.origin, hop.destination
                if key not in drawn:
                    drawn.add(key)
                    points = way_points(contents, ground, route, (hop.origin, hop.destination))
                    yield Way(points, LINK if hop.by_link else team_stroke(number), 0.04)


def _legend(contents: Contents, scene: Scene) -> Iterator[Entry]:
    language = contents.language
    yield Entry(say("paper.legend.base", language), marker=Marker("base"))
    yield Entry(say("paper.legend.team", language), marker=team_marker(0))
    if scene.others:
        yield Entry(say("paper.legend.other", language), is_dot=True)
    if any(way.stroke == LINK for way in scene.ways):
        yield Entry(say("paper.legend.link", language), stroke=LINK)
    if scene.ways:
        key = "drawn" if any(len(way.points) > 2 for way in scene.ways) else "bent"
        yield Entry(say(f"paper.legend.{key}", language))
