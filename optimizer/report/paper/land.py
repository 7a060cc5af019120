"""The quiet ground of a printed map: land and sea, the roads and rivers of an extract, names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np

from optimizer.language import Language
from optimizer.report.basemap import outline
from optimizer.report.ground import Ground
from optimizer.report.paper.scale import Points
from optimizer.report.paper.sheet import GREY, Lettering, Sheet, Stroke
from optimizer.report.paper.view import View

OUTLINE_FROM = 400_000
"""The outline is true to a kilometre: at larger scales it would lie by more than a few millimetres."""

SEA, LAND, ABROAD, COAST = "#e8eef2", "#ffffff", "#f3f2ee", "#8d979d"

_ISLET_MM = 0.35
_STROKES = {
    "lake": Stroke(0.15, "#a9c3d0"),
    "river": Stroke(0.3, "#a9c3d0"),
    "boundary": Stroke(0.2, "#b5a9bb", 1.4, 0.8),
    "track": Stroke(0.15, "#cfc9bb", 0.8, 0.6),
    "minor": Stroke(0.2, "#cbc5b6"),
    "middle": Stroke(0.35, "#c2b694"),
    "major": Stroke(0.55, "#c4a46c"),
    "ferry": Stroke(0.25, "#8fb4c6", 1.2, 0.8),
}
"""How lines of the region are drawn, what lies lower first."""

_LARGEST_FOR_ALL = {"track": 100_000, "minor": 250_000}
"""What is drawn only up to a scale."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the ground, and where it stands."""

    kind: str
    text: str
    lat: float
    lon: float

    @property
    def is_archipelago(self) -> bool:
        """Whether it is one that must never be missing."""
        return self.kind == "archipelago"


@dataclass(frozen=True, slots=True)
class Outline:
    """Coasts and borders by whose they are, islets, and names in both languages."""

    rings: tuple[tuple[str, Points], ...]
    islets: Points
    names: tuple[dict[str, str | float], ...]


@cache
def country() -> Outline:
    """The outline that ships, ready to be drawn."""
    rings, islets, names = [], [], []
    for feature in json.loads(outline())["features"]:
        told, shape = feature["properties"], feature["geometry"]
        if shape["type"] == "MultiPolygon":
            rings += [(told["kind"], _points(polygon[0])) for polygon in shape["coordinates"]]
        elif told["kind"] == "islet":
            islets.append(shape["coordinates"])
        else:
            lon, lat = shape["coordinates"]
            names.append({**told, "lat": lat, "lon": lon})
    return Outline(tuple(rings), _points(islets), tuple(names))


def draw_land(sheet: Sheet, view: View, ground: Ground) -> None:
    """Draw what lies under everything else."""
    if view.denominator >= OUTLINE_FROM:
        _draw_outline(sheet, view)
    for kind, stroke in _STROKES.items():
        if view.denominator <= _LARGEST_FOR_ALL.get(kind, view.denominator):
            for points in _scenery(ground, kind):
                on_paper = view.on_paper(points)
                if view.shows(on_paper):
                    sheet.line(on_paper, stroke)


def names_of(view: View, ground: Ground, language: Language) -> Iterator[Named]:
    """Names that suit a view, the most important first; those of the archipelagos before all."""
    kinds = ["archipelago"]
    if view.denominator >= OUTLINE_FROM:
        kinds += ["country", "sea", "city", "island"]
        kinds += [] if view.is_national else ["town"]
    for kind in kinds:
        for one in country().names:
            if one["kind"] == kind:
                yield Named(kind, str(one[language]), float(one["lat"]), float(one["lon"]))
    if view.denominator <= OUTLINE_FROM:
        for kind, name, lat, lon in ground.scenery.get("names", ()):
            yield Named(kind, name, lat, lon)


def lettering_of(name: Named, view: View) -> Lettering:
    """How a name of the ground is written."""
    if name.is_archipelago:
        return Lettering(6 if view.is_national else 7, ink="#2b3a44")
    if name.kind in ("city", "town"):
        return Lettering(6.5 if name.kind == "city" else 6, ink=GREY)
    return Lettering(5.5, ink="#7c868c")


def _draw_outline(sheet: Sheet, view: View) -> None:
    sheet.rectangle(view.frame, SEA)
    for kind, ring in country().rings:
        on_paper = view.on_paper(ring)
        if view.shows(on_paper):
            sheet.area(on_paper, LAND if kind == "vietnam" else ABROAD, Stroke(0.2, COAST))
    for x, y in view.on_paper(country().islets):
        sheet.disc((float(x), float(y)), _ISLET_MM, "#4d5a62")


def _scenery(ground: Ground, kind: str) -> Iterator[Points]:
    for packed in ground.scenery.get("lines", {}).get(kind, ()):
        yield unpacked(packed)


def unpacked(numbers: Sequence[int]) -> Points:
    """Latitude and longitude in degrees of a line that `packed_line` packed."""
    lat, lon = (list(accumulate(numbers[first::2])) for first in (0, 1))
    return np.column_stack([lat, lon]) / 1e5


def _points(coordinates: Sequence[Sequence[float]]) -> Points:
    """Latitude and longitude of GeoJSON positions."""
    return np.array([[lat, lon] for lon, lat in coordinates])
