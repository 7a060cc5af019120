"""A drawing of an extract's network as SVG: what is there, and which roads are joined with nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

import numpy as np

from optimizer.language import Language, say
from optimizer.report.offline import plain
from optimizer.travel.roads.network import METRES_PER_DEGREE
from optimizer.travel.roads.passage import Passage
from optimizer.travel.roads.scenery import Frame, Scenery
from optimizer.travel.roads.shapes import Line

WIDTH_PX = 1600
_MARGIN_PX = 40
_CAPTION_PX = 70
_STYLES = {
    "lake": 'stroke="#b9d3e0" stroke-width="1"',
    "river": 'stroke="#b9d3e0" stroke-width="1.6"',
    "boundary": 'stroke="#c3b7c9" stroke-width="1" stroke-dasharray="6 3 1 3"',
    "track": 'stroke="#cbbf9f" stroke-width="0.8" stroke-dasharray="4 3"',
    "minor": 'stroke="#b5ab93" stroke-width="1"',
    "middle": 'stroke="#8f8262" stroke-width="1.6"',
    "major": 'stroke="#c08a35" stroke-width="2.4"',
    "ferry": 'stroke="#5d93ad" stroke-width="1.4" stroke-dasharray="5 4"',
}
"""How lines are drawn, what lies lower first."""

_APART = 'stroke="#d22f27" stroke-width="2.2"'
_LETTERS = 'text-anchor="middle" fill="#3a4650" stroke="#fbfaf6" stroke-width="3" paint-order="stroke"'
_SVG = "http://www.w3.org/2000/svg"
_NAME_PX = {"city": 20, "town": 16, "village": 11}
_SCALES_KM = (0.5, 1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where a point of the globe is on the drawing."""

    frame: Frame
    px_per_degree: float
    shrink: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        x = _MARGIN_PX + (lon - self.frame.west) * self.shrink * self.px_per_degree
        return x, _MARGIN_PX + (self.frame.north - lat) * self.px_per_degree

    @property
    def height_px(self) -> float:
        return 2 * _MARGIN_PX + (self.frame.north - self.frame.south) * self.px_per_degree

    def path(self, line: Line) -> str:
        points = (self.at(*point) for point in line)
        return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def network_svg(
    title: str, scenery: Scenery, frame: Frame, passages: Iterable[Passage], language: Language
) -> str:
    """The network of an extract; roads that a vehicle may use and cannot get to are red.

    Parameters
    ----------
    passages
        The ways of moving whose cut-off roads are marked: those cut off for all of them.
    """
    shrink = float(np.cos(np.radians((frame.south + frame.north) / 2)))
    wide = max((frame.east - frame.west) * shrink, 1e-6)
    sheet = _Sheet(frame, (WIDTH_PX - 2 * _MARGIN_PX) / wide, shrink)
    height = sheet.height_px + _CAPTION_PX
    parts = [
        f'<svg xmlns="{_SVG}" width="{WIDTH_PX}" height="{height:.0f}" font-family="sans-serif">',
        f"<title>{escape(plain(title))}</title>",
        '<rect width="100%" height="100%" fill="#fbfaf6"/>',
        '<g fill="none" stroke-linecap="round" stroke-linejoin="round">',
        *(
            f'<path class="{kind}" {style} d="{"".join(map(sheet.path, scenery.lines[kind]))}"/>'
            for kind, style in _STYLES.items()
            if scenery.lines.get(kind)
        ),
        *_apart(sheet, passages),
        "</g>",
        *_names(sheet, scenery),
        *_caption(sheet, title, language),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _apart(sheet: _Sheet, passages: Iterable[Passage]) -> Iterator[str]:
    cut_off = None
    network = None
    for one in passages:
        network = one.network
        apart = ~one.main
        usable = one.usable if cut_off is None else cut_off[1] | one.usable
        cut_off = (apart if cut_off is None else cut_off[0] & apart), usable
    if network is None or cut_off is None:
        return
    edges = np.flatnonzero(cut_off[0] & cut_off[1])
    lines = (
        tuple(zip(network.lat[part].tolist(), network.lon[part].tolist(), strict=True))
        for part in (slice(int(network.edge_first[one]), int(network.edge_last[one]) + 1) for one in edges)
    )
    drawn = "".join(map(sheet.path, lines))
    if drawn:
        yield f'<path class="apart" {_APART} d="{drawn}"/>'


def _names(sheet: _Sheet, scenery: Scenery) -> Iterator[str]:
    for kind, name, lat, lon in scenery.names:
        if kind in _NAME_PX:
            x, y = sheet.at(lat, lon)
            size = _NAME_PX[kind]
            yield f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" {_LETTERS}>{escape(plain(name))}</text>'


def _caption(sheet: _Sheet, title: str, language: Language) -> Iterator[str]:
    px_per_km = sheet.px_per_degree * 1000 / METRES_PER_DEGREE
    km = max([one for one in _SCALES_KM if one * px_per_km < WIDTH_PX / 4], default=_SCALES_KM[0])
    y = sheet.height_px + 10
    end = _MARGIN_PX + km * px_per_km
    yield f'<path d="M{_MARGIN_PX},{y}H{end:.0f}" stroke="#3a4650" stroke-width="3"/>'
    yield f'<text x="{end + 8:.0f}" y="{y + 5}" font-size="15">{km:g} km</text>'
    words = say("network.caption", language, title=plain(title))
    yield f'<text x="{_MARGIN_PX}" y="{y + 40}" font-size="15" fill="#3a4650">{escape(words)}</text>'
