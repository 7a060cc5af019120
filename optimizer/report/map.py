"""The review map: a plan on one page that opens from a file, with no network.

folium makes the page and its Leaflet map; what is shown on it is plain data (`map_content`),
drawn by the scripts under ``page/``.  The text of a scenario reaches the page only as that
data, never as markup.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import folium
from branca.element import Element, Figure

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake.whole_files import written_whole
from optimizer.language import say
from optimizer.report.basemap import outline
from optimizer.report.ground import Ground
from optimizer.report.map_content import map_content
from optimizer.report.map_parts.source import Content
from optimizer.report.offline import LEAFLET, data, leaflet, packaged, plain, script, sealed, style
from optimizer.travel.matrix import TravelMatrix

SCRIPTS = (
    "words",
    "facts",
    "filters",
    "light",
    "glyphs",
    "ground",
    "ways",
    "comings",
    "room",
    "rows",
    "lettering",
    "telling",
    "popups",
    "things",
    "layers",
    "parts",
    "choices",
    "header",
    "sites",
    "notices",
    "legend",
    "panel",
    "days",
    "cells",
    "grid_keys",
    "hint",
    "calendar",
    "splitter",
    "sheets",
    "start",
)
"""The page's own scripts in the order in which they build on each other."""

STYLES = ("frame", "panel", "map", "calendar", "narrow")
"""The page's own styles; the later ones change the earlier ones."""

HANOI = (21.03, 105.85)
"""Where the page looks before it has seen the plan."""


def write_map(
    plan: Plan, scenario: Scenario, travel: TravelMatrix, path: Path, *, ground: Ground | None = None
) -> None:
    """Write the review map of a plan; the same plan gives the same bytes.

    Parameters
    ----------
    ground
        The lines of its legs on roads and the map under them; without it legs are bent lines.

    Raises
    ------
    OutputError
        If the file cannot be written.
    KeyError
        If the plan names something that the scenario does not know.
    """
    page = map_page(plan, scenario, travel, ground=ground)
    with written_whole(path) as unfinished:
        unfinished.write_text(page, encoding="utf-8", newline="\n")


def map_page(plan: Plan, scenario: Scenario, travel: TravelMatrix, *, ground: Ground | None = None) -> str:
    """The page of a plan's review map.

    Raises
    ------
    KeyError
        If the plan names something that the scenario does not know.
    """
    title = say("map.title", scenario.language, name=plain(scenario.name))
    figure = Figure(title=escape(title))
    drawing = _OfflineMap(
        location=HANOI, zoom_start=6, tiles=None, zoom_control=False, prefer_canvas=True, zoom_snap=0.25
    )
    ground = ground or Ground()
    content = map_content(plan, scenario, travel, ground)
    drawing.add_child(_Review(figure, drawing, content, ground.scenery))
    figure.add_child(drawing)
    page: str = figure.render()
    return sealed(page.replace("<html>", f'<html lang="{scenario.language}">', 1))


class _OfflineMap(folium.Map):
    """A folium map whose scripts and styles are in the page instead of on the web."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 # as folium declares it
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    @classmethod
    def _generate_id(cls) -> str:
        # folium draws lots for names, and no two pages of one plan would be the same.
        return "review"


class _Review(Element):
    """The plan on the map: its data, and the scripts and styles that show it."""

    def __init__(self, figure: Figure, drawing: folium.Map, content: Content, scenery: Content) -> None:
        super().__init__()
        self._figure = figure
        self._drawing = drawing
        self._content = content
        self._scenery = scenery

    def render(self, **_kwargs: object) -> str:
        # Only now, after the map has put down its own script, which ours builds on.
        figure = self._figure
        parts = (
            (figure.header, style(packaged(f"{LEAFLET}/leaflet.css"))),
            *((figure.header, style(packaged(f"page/{name}.css"))) for name in STYLES),
            (figure.header, script(leaflet())),
            (figure.html, packaged("page/below.html")),
            (figure.html, data("plan", self._content)),
            (figure.html, data("outline", json.loads(outline()))),
            (figure.html, data("scenery", self._scenery)),
            *((figure.script, packaged(f"page/{name}.js")) for name in SCRIPTS),
            (figure.script, f"LuuDong.start({self._drawing.get_name()});"),
        )
        for place, text in parts:
            place.add_child(_Verbatim(text))
        # What stands above and beside the map comes before it for who moves by keyboard, too.
        figure.html.add_child(_Verbatim(packaged("page/page.html")), index=0)
        return ""


class _Verbatim(Element):
    """Text put into the page as it stands.

    An ordinary element is a template: a village named ``{{…}}`` would be carried out.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_kwargs: object) -> str:
        return self._text
