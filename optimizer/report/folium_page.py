"""A folium map on one page that opens from a file, with no network: scripts, styles and data inlined.

folium makes the page and its Leaflet map; what stands on it is put there by scripts, from data that
reaches the page as data and never as markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape

import folium
from branca.element import Element, Figure

from optimizer.language import Language
from optimizer.report.basemap import outline
from optimizer.report.offline import LEAFLET, data, leaflet, packaged, plain, script, sealed, style

HANOI = (21.03, 105.85)
"""Where the page looks before it has seen what is on it."""


def folium_page(
    title: str,
    language: Language,
    content: Mapping[str, object],
    *,
    scenery: Mapping[str, object],
    styles: Iterable[str],
    below: str,
    scripts: Iterable[str],
    above: str | None = None,
) -> str:
    """A page with a map; the same content gives the same bytes.

    Parameters
    ----------
    title
        Text, as it stands.
    content
        What the scripts find under the id ``plan``; `scenery` and the country's outline lie beside it.
    styles, above, below, scripts
        Names of files that ship with the reports: what stands before the map, which who moves by keyboard
        comes to first, and after it; scripts in the order in which they build on each other.  The last of
        them defines ``LuuDong.start``, which is handed folium's map.
    """
    figure = Figure(title=escape(plain(title)))
    drawing = _OfflineMap(
        location=HANOI, zoom_start=6, tiles=None, zoom_control=False, prefer_canvas=True, zoom_snap=0.25
    )
    parts = (
        (figure.header, style(packaged(f"{LEAFLET}/leaflet.css"))),
        *((figure.header, style(packaged(name))) for name in styles),
        (figure.header, script(leaflet())),
        (figure.html, packaged(below)),
        (figure.html, data("plan", content)),
        (figure.html, data("outline", json.loads(outline()))),
        (figure.html, data("scenery", scenery)),
        *((figure.script, packaged(name)) for name in scripts),
        (figure.script, f"LuuDong.start({drawing.get_name()});"),
    )
    first = None if above is None else (figure.html, packaged(above))
    drawing.add_child(_Parts(parts, first))
    figure.add_child(drawing)
    page: str = figure.render()
    return sealed(page.replace("<html>", f'<html lang="{language}">', 1))


class _OfflineMap(folium.Map):
    """A folium map whose scripts and styles are in the page instead of on the web."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 # as folium declares it
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    @classmethod
    def _generate_id(cls) -> str:
        # folium draws lots for names, and no two pages of one plan would be the same.
        return "review"


class _Parts(Element):
    """Parts of the page, each put where it belongs, after the map has put down its own script."""

    def __init__(self, parts: Iterable[tuple[Element, str]], first: tuple[Element, str] | None) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._first = first

    def render(self, **_kwargs: object) -> str:
        for place, text in self._parts:
            place.add_child(_Verbatim(text))
        if self._first is not None:
            place, text = self._first
            place.add_child(_Verbatim(text), index=0)
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
