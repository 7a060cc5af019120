"""The pages of one team, A4: who it is, the map of its week, and the week as a table."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.language import say
from optimizer.report.formats import counted_text, date_range_text
from optimizer.report.ground import Ground
from optimizer.report.paper.closed import closed_entries
from optimizer.report.paper.drawing import Cartographer, Scene
from optimizer.report.paper.legend import Entry, draw_legend, legend_mm
from optimizer.report.paper.marks import Marker
from optimizer.report.paper.page import MARGIN_MM, TOP_MM, PageHead, draw_head
from optimizer.report.paper.room import Box
from optimizer.report.paper.sheet import GREY, Lettering, Sheet
from optimizer.report.paper.table import HEAD_MM, PrintedTable
from optimizer.report.paper.week_map import LINK, day_label, day_stroke, week_scene
from optimizer.report.paper.week_table import WeekTable
from optimizer.report.team_week import TeamWeek
from optimizer.report.workbook_sheets.contents import Contents

A4_MM = 210.0, 297.0
_WIDTH_MM = A4_MM[0] - 2 * MARGIN_MM
_BOTTOM_MM = A4_MM[1] - 11.0
_MAP_MM = 112.0
_LEGEND_MM, _MOST_MORE_MM = 9.5, 28.0
_OVERVIEW_SHARE = 0.5
_FACTS = Lettering(7.6, ink=GREY)


def team_pages(contents: Contents, week: TeamWeek, ground: Ground) -> bytes:
    """The pages of one team as the bytes of a PDF."""
    name = contents.team_name(week.team)
    title = say("paper.team_title", contents.language, team=name, plan=contents.scenario.name)
    start, made_by = contents.scenario.horizon.start, f"luudong {contents.plan.made_by.version}"
    sheet = Sheet(title, contents.language, made_by, start)
    facts = sheet.wrapped(" · ".join(_facts(contents, week)), _WIDTH_MM, _FACTS, 3)
    map_top = TOP_MM + len(facts) * _FACTS.height_mm + 1.5
    table_top = map_top + _MAP_MM + _LEGEND_MM + 2.0
    table = PrintedTable(sheet, contents)
    pages = table.pages(
        WeekTable(contents, week).days(), _BOTTOM_MM - table_top - HEAD_MM, _BOTTOM_MM - TOP_MM - HEAD_MM
    )
    horizon = contents.scenario.horizon
    period = date_range_text(horizon.start, horizon.end, contents.language)
    for number, rows in enumerate(pages, start=1):
        sheet.page(*A4_MM)
        draw_head(sheet, contents, PageHead(name, period, number, len(pages)), A4_MM[0])
        if number > 1:
            table.draw(rows, MARGIN_MM, TOP_MM)
            continue
        sheet.write_in(Box(MARGIN_MM, TOP_MM, _WIDTH_MM, 10.0), facts, _FACTS)
        _draw_map(sheet, contents, week, ground, Box(MARGIN_MM, map_top, _WIDTH_MM, _MAP_MM))
        if rows:
            table.draw(rows, MARGIN_MM, table_top)
    return sheet.content()


def _facts(contents: Contents, week: TeamWeek) -> Iterator[str]:
    team = week.team
    yield contents.say("team.base", place=contents.place_name(team.base))
    yield counted_text("officers", team.officers, contents.language)
    yield counted_text("stations", team.stations, contents.language)
    yield contents.words_for("vehicle", [team.vehicle])
    if team.brings:
        yield contents.say("team.brings", things=contents.words_for("thing", team.brings))
    members = contents.staff.members(team.id)
    if members:
        yield contents.say("team.members", members=", ".join(members))


def _draw_map(sheet: Sheet, contents: Contents, week: TeamWeek, ground: Ground, block: Box) -> None:
    scene = week_scene(contents, week, ground)
    entries = tuple(_legend(contents, week, scene))
    all_closed = closed_entries(ground.closed, contents.language)
    more = min(_MOST_MORE_MM, max(0.0, legend_mm(sheet, block.width, (*entries, *all_closed)) - _LEGEND_MM))
    block = block.smaller(0, 0, 0, more)
    maps = Cartographer(sheet, contents.language)
    closed = maps.draw_divided(scene, block, most_insets=2, share=_OVERVIEW_SHARE)
    legend = Box(block.left, block.bottom + 1.0, block.width, _LEGEND_MM + more)
    draw_legend(sheet, legend, (*entries, *closed_entries(closed, contents.language)))


def _legend(contents: Contents, week: TeamWeek, scene: Scene) -> Iterator[Entry]:
    for number, one in enumerate(week.days):
        if one.route is not None:
            yield Entry(day_label(contents, number), stroke=day_stroke(number))
    if any(way.stroke == LINK for way in scene.ways):
        yield Entry(say("paper.legend.link", contents.language), stroke=LINK)
    for kind in ("base", "lodging"):
        if any(mark.marker.kind == kind for mark in scene.marks):
            yield Entry(say(f"paper.legend.{kind}", contents.language), marker=Marker(kind))
    if any(mark.marker.kind == "number" for mark in scene.marks):
        yield Entry(say("paper.legend.number", contents.language), marker=Marker("number", "1"))
    if scene.others:
        yield Entry(say("paper.legend.other", contents.language), is_dot=True)
    if scene.ways:
        key = "drawn" if any(len(way.points) > 2 for way in scene.ways) else "bent"
        yield Entry(say(f"paper.legend.{key}", contents.language))
