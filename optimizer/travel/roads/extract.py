"""Reads an OpenStreetMap extract: its roads, ferries and waterways become a `Network`."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from optimizer.domain.errors import Finding, ScenarioError, Severity, Where
from optimizer.domain.roads import Movement
from optimizer.travel.estimate import EARTH_RADIUS_M
from optimizer.travel.roads.members import NOWHERE, member_lines, relation_members
from optimizer.travel.roads.network import BIT, Bits, Degrees, Ints, Network, Numbers
from optimizer.travel.roads.tags import (
    RoadKind,
    barred,
    direction,
    duration_minutes,
    forbidden,
    joinable,
    label,
    opened,
    road_kind,
    speed_limit_kmh,
    walked_bridge,
)
from optimizer.travel.roads.waters import WaterKind, Waters, is_dam, is_water, water_kind

_KEYS = ("highway", "route", "waterway", "natural", "landuse", "barrier")


def read_extract(path: Path) -> Network:
    """The network of an extract, in any of the formats that osmium reads.

    Raises
    ------
    ScenarioError
        If the file is no extract, is cut short, or has no road in it.
    """
    ways, waters = _Ways(), Waters()
    barriers: dict[int, int] = {}
    try:
        for thing in _things(path):
            tags = {tag.k: tag.v for tag in thing.tags}
            if thing.is_node():
                bits = _bits(tags, barred) | (BIT[Movement.BOAT] if is_dam(tags) else 0)
                if bits:
                    barriers[thing.id] = bits
                continue
            points = [(node.ref, node.y, node.x) for node in thing.nodes]
            kind, water = road_kind(tags), water_kind(tags)
            if kind is not None:
                ways.add(thing.id, tags, kind, points)
            if water is not None:
                line = [(lat, lon) for _, lat, lon in points if lat != NOWHERE]
                waters.add(line, water, [-thing.id] if water is WaterKind.SHORE else ())
            for ref, *_ in points if is_dam(tags) else ():
                barriers[ref] = barriers.get(ref, 0) | BIT[Movement.BOAT]
        shores = relation_members(path, is_water)
        for way, line in member_lines(path, list(shores)):
            waters.add(line, WaterKind.SHORE, shores[way])
    except (RuntimeError, OSError, UnicodeError, ValueError) as problem:
        raise ScenarioError([_finding("T311", path, reason=str(problem))]) from problem
    if not ways.ids:
        raise ScenarioError([_finding("T312", path)])
    return ways.network(barriers, waters.columns())


def _finding(code: str, path: Path, **values: object) -> Finding:
    return Finding(code, Severity.ERROR, Where(file=path.name), values)


def _things(path: Path) -> Iterator[Any]:
    import osmium  # here, as only scenarios with roads need it

    reader = osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY)
    return iter(reader.with_locations().with_filter(osmium.filter.KeyFilter(*_KEYS)))


def _bits(tags: Mapping[str, str], holds: Callable[[Mapping[str, str], Movement], bool]) -> int:
    return sum(BIT[movement] for movement in Movement if holds(tags, movement))


class _Ways:
    """Ways as they are read, column by column: an extract of a country has millions of points."""

    def __init__(self) -> None:
        self.ids = array("q")
        self._columns: dict[str, array[Any]] = {
            "way_kind": array("i"),
            "way_label": array("i"),
            "way_forbidden": array("B"),
            "way_opened": array("B"),
            "way_joinable": array("B"),
            "way_bridge": array("B"),
            "way_limit_kmh": array("f"),
            "way_minutes": array("f"),
        }
        self._directions = array("b")
        self._kinds: dict[RoadKind, int] = {}
        self._labels: dict[str, int] = {}
        self._refs, self._lats, self._lons, self._owners = array("q"), array("i"), array("i"), array("i")

    def add(
        self, way_id: int, tags: Mapping[str, str], kind: RoadKind, points: list[tuple[int, int, int]]
    ) -> None:
        """Take a way; one of which the extract has not two points is passed over."""
        known = [point for point in points if point[1] != NOWHERE]
        if len(known) < 2:
            return
        values = (
            self._kinds.setdefault(kind, len(self._kinds)),
            self._labels.setdefault(label(tags), len(self._labels)),
            _bits(tags, forbidden),
            _bits(tags, opened),
            joinable(tags),
            walked_bridge(tags),
            speed_limit_kmh(tags),
            duration_minutes(tags),
        )
        for column, value in zip(self._columns.values(), values, strict=True):
            column.append(value)
        self._directions.extend(direction(tags, movement) for movement in Movement)
        # Where the extract was cut through a way, what is on either side of the gap is not joined.
        for run in _runs(points):
            for ref, lat, lon in run:
                self._refs.append(ref)
                self._lats.append(lat)
                self._lons.append(lon)
                self._owners.append(len(self.ids))
            self._refs.append(-1)
            self._lats.append(0)
            self._lons.append(0)
            self._owners.append(-1)
        self.ids.append(way_id)

    def network(self, barriers: Mapping[int, int], water: Mapping[str, Any]) -> Network:
        """The network of all ways taken, cut where ways meet, end, or have a barrier."""
        refs, owners = np.frombuffer(self._refs, np.int64), np.frombuffer(self._owners, np.int32)
        lat_e7, lon_e7 = np.frombuffer(self._lats, np.int32), np.frombuffer(self._lons, np.int32)
        at_junction = _cuts(refs, barriers)
        cuts = np.flatnonzero(at_junction)
        joined = np.cumsum(refs < 0)[cuts]
        is_edge = joined[:-1] == joined[1:]
        first, last = cuts[:-1][is_edge], cuts[1:][is_edge]
        known, numbers = np.unique(refs[cuts], return_inverse=True)
        columns: dict[str, Any] = {name: np.array(values) for name, values in self._columns.items()}
        columns["way_direction"] = np.array(self._directions).reshape(-1, len(Movement))
        return Network(
            lat_e7=lat_e7.copy(),
            lon_e7=lon_e7.copy(),
            along_dm=_along_dm(lat_e7 / 1e7, lon_e7 / 1e7, refs < 0),
            edge_first=first.astype(np.int32),
            edge_last=last.astype(np.int32),
            edge_from=numbers[:-1][is_edge].astype(np.int32),
            edge_to=numbers[1:][is_edge].astype(np.int32),
            edge_way=owners[first],
            junction_barred=_barred_at(known, barriers),
            way_id=np.array(self.ids, dtype=np.int64),
            **columns,
            **water,
            kinds=tuple(self._kinds),
            labels=tuple(self._labels),
        )


def _runs(points: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """The stretches of a way of which every point is known."""
    run: list[tuple[int, int, int]] = []
    for point in (*points, (0, NOWHERE, NOWHERE)):
        if point[1] != NOWHERE:
            if not run or run[-1][0] != point[0]:
                run.append(point)
            continue
        if len(run) > 1:
            yield run
        run = []


def _cuts(refs: Ints, barriers: Mapping[int, int]) -> Any:
    """Which points are junctions: ends of a run, and nodes that are met twice or have a barrier."""
    gap = refs < 0
    _, places, counts = np.unique(refs, return_inverse=True, return_counts=True)
    cut = (counts[places] > 1) | np.isin(refs, list(barriers))
    cut[0] = True
    cut[1:] |= gap[:-1]
    cut[:-1] |= gap[1:]
    return cut & ~gap


def _barred_at(refs: Ints, barriers: Mapping[int, int]) -> Bits:
    barred_bits = np.zeros(len(refs), dtype=np.uint8)
    for ref, bits in barriers.items():
        at = int(np.searchsorted(refs, ref))
        if at < len(refs) and refs[at] == ref:
            barred_bits[at] = bits
    return barred_bits


def _along_dm(lat: Degrees, lon: Degrees, gap: Any) -> Numbers:
    """Decimetres from the start of its run to each point."""
    lat_rad, lon_rad = np.radians(lat), np.radians(lon)
    haversine = np.sin(np.diff(lat_rad) / 2) ** 2
    haversine += np.cos(lat_rad[1:]) * np.cos(lat_rad[:-1]) * np.sin(np.diff(lon_rad) / 2) ** 2
    steps = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(haversine))
    steps[gap[1:] | gap[:-1]] = 0.0
    total = np.concatenate([[0.0], np.cumsum(steps)])
    starts = np.concatenate([[True], gap[:-1]])
    origin = total[np.maximum.accumulate(np.where(starts, np.arange(len(total)), 0))]
    along: Numbers = np.rint((total - origin) * 10).astype(np.int32)
    return along
