"""What a quiet map shows of an extract: roads, rivers, lakes, borders and names, within a frame."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from optimizer.domain.scenario import Place
from optimizer.travel.roads.members import NOWHERE, member_lines, relation_members
from optimizer.travel.roads.network import METRES_PER_DEGREE, Network
from optimizer.travel.roads.shapes import Line, Point, simplified
from optimizer.travel.roads.waters import is_water

ROADS: Mapping[str, frozenset[str]] = {
    "major": frozenset({"motorway", "trunk", "primary", "motorway_link", "trunk_link", "primary_link"}),
    "middle": frozenset({"secondary", "tertiary", "secondary_link", "tertiary_link"}),
    "minor": frozenset({"unclassified", "residential", "living_street", "road"}),
    "track": frozenset({"track", "service"}),
    "ferry": frozenset({"ferry"}),
}
"""Classes of road by how they are drawn."""

DROPPED_FIRST = ("track", "minor", "boundary", "river")
"""What is left out, one after the other, where all of it would be too much."""

NAMES = ("city", "town", "village", "hamlet")
MOST_NAMES = 400
MOST_NUMBERS = 110_000
"""Numbers in the lines, two for each point: about half a megabyte of text."""

_TOLERANCES_M = (10.0, 25.0, 60.0, 150.0)
_LEAST_LEVEL = 8
"""Borders of communes (in OpenStreetMap, level 6 to 8) are shown, those within them are not."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the country that a map shows, in degrees."""

    south: float
    west: float
    north: float
    east: float

    def meets(self, line: Iterable[Point]) -> bool:
        """Whether the box around a line meets the frame."""
        lat, lon = np.array(list(line)).T
        return bool(
            lat.min() <= self.north
            and lat.max() >= self.south
            and lon.min() <= self.east
            and lon.max() >= self.west
        )

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in the frame."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@dataclass(frozen=True)
class Scenery:
    """Lines by how they are drawn, and named places: kind, name, latitude, longitude."""

    lines: Mapping[str, tuple[Line, ...]]
    names: tuple[tuple[str, str, float, float], ...]


def frame_around(places: Iterable[Place], *, margin_km: float = 5.0) -> Frame:
    """The frame around places, a fifth wider on each side, and some kilometres at least."""
    lat, lon = np.array([(place.lat, place.lon) for place in places]).T
    high = max(float(lat.max() - lat.min()) / 5, margin_km * 1000 / METRES_PER_DEGREE)
    wide = max(float(lon.max() - lon.min()) / 5, margin_km * 1000 / METRES_PER_DEGREE)
    return Frame(
        float(lat.min()) - high, float(lon.min()) - wide, float(lat.max()) + high, float(lon.max()) + wide
    )


def scenery_of(path: Path, network: Network, frame: Frame) -> Scenery:
    """The scenery within a frame, as fine as its size allows.

    Raises
    ------
    OSError, RuntimeError
        If the extract cannot be read.
    """
    lines: dict[str, list[Line]] = {kind: [] for kind in (*ROADS, "river", "lake", "boundary")}
    names: list[tuple[str, str, float, float]] = []
    for kind, line in chain(_roads(network, frame), _others(path, names)):
        if len(line) > 1 and frame.meets(line):
            lines[kind].append(line)
    inside = [one for one in names if frame.holds(one[2], one[3])]
    inside.sort(key=lambda one: (NAMES.index(one[0]), one[1]))
    return Scenery(_within_size(lines), tuple(inside[:MOST_NAMES]))


def _within_size(lines: Mapping[str, list[Line]]) -> dict[str, tuple[Line, ...]]:
    drawn: dict[str, tuple[Line, ...]] = {}
    for tolerance_m in _TOLERANCES_M:
        drawn = {kind: tuple(simplified(one, tolerance_m) for one in those) for kind, those in lines.items()}
        if _numbers(drawn) <= MOST_NUMBERS:
            return drawn
    for kind in DROPPED_FIRST:
        drawn[kind] = ()
        if _numbers(drawn) <= MOST_NUMBERS:
            break
    return drawn


def _numbers(lines: Mapping[str, tuple[Line, ...]]) -> int:
    return 2 * sum(len(line) for those in lines.values() for line in those)


def _roads(network: Network, frame: Frame) -> Iterator[tuple[str, Line]]:
    """The ways of a network in a frame, each run of edges as one line."""
    drawn_as = {road_class: kind for kind, classes in ROADS.items() for road_class in classes}
    kinds = [drawn_as.get(kind.road_class) for kind in network.kinds]
    onward = (network.edge_way[1:] == network.edge_way[:-1]) & (
        network.edge_first[1:] == network.edge_last[:-1]
    )
    starts = np.concatenate([[True], ~onward])
    first = network.edge_first[starts]
    last = network.edge_last[np.concatenate([~onward, [True]])] + 1
    run_kinds = network.way_kind[network.edge_way[starts]]
    # Runs follow one another with a point between them that is nobody's.
    bounds = np.stack([first, last], axis=1).ravel()[:-1]
    south, north = (one.reduceat(network.lat, bounds)[::2] for one in (np.minimum, np.maximum))
    west, east = (one.reduceat(network.lon, bounds)[::2] for one in (np.minimum, np.maximum))
    inside = (south <= frame.north) & (north >= frame.south) & (west <= frame.east) & (east >= frame.west)
    for run in np.flatnonzero(inside).tolist():
        kind = kinds[run_kinds[run]]
        if kind is not None:
            part = slice(int(first[run]), int(last[run]))
            yield kind, tuple(zip(network.lat[part].tolist(), network.lon[part].tolist(), strict=True))


def _others(path: Path, names: list[tuple[str, str, float, float]]) -> Iterator[tuple[str, Line]]:
    """Rivers, lakes and borders; named places are added to `names` on the way."""
    import osmium

    for kind, is_meant in (("boundary", _is_border), ("lake", is_water)):
        for _, line in member_lines(path, list(relation_members(path, is_meant))):
            yield kind, tuple((lat / 1e7, lon / 1e7) for lat, lon in line)
    reader = osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations()
    things: Iterator[Any] = iter(reader.with_filter(osmium.filter.KeyFilter("place", "waterway", "natural")))
    for thing in things:
        if thing.is_node():
            kind, name = thing.tags.get("place"), thing.tags.get("name")
            if kind in NAMES and name:
                names.append((kind, name, thing.location.lat, thing.location.lon))
        elif thing.tags.get("natural") == "water":
            yield "lake", _points(thing)
        elif thing.tags.get("waterway") in ("river", "canal"):
            yield "river", _points(thing)


def _is_border(tags: Mapping[str, str]) -> bool:
    level = tags.get("admin_level", "")
    return tags.get("boundary") == "administrative" and level.isdigit() and int(level) <= _LEAST_LEVEL


def _points(way: Any) -> Line:
    return tuple((node.y / 1e7, node.x / 1e7) for node in way.nodes if node.y != NOWHERE)


def write_scenery(scenery: Scenery, path: Path) -> None:
    """Write scenery as JSON."""
    path.write_text(json.dumps({"lines": scenery.lines, "names": scenery.names}), encoding="utf-8")


def read_scenery(path: Path) -> Scenery:
    """The scenery of a file.

    Raises
    ------
    OSError, ValueError, KeyError, TypeError
        If this is not such a file.
    """
    told = json.loads(path.read_text(encoding="utf-8"))
    lines = {
        str(kind): tuple(tuple((float(lat), float(lon)) for lat, lon in line) for line in lines)
        for kind, lines in told["lines"].items()
    }
    names = tuple((str(kind), str(name), float(lat), float(lon)) for kind, name, lat, lon in told["names"])
    return Scenery(lines, names)
