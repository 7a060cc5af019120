"""The roads of an extract as arrays: stretches between junctions, with what their tags say.

Nothing here depends on how fast anybody is: one network serves every vehicle and table of speeds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.roads import Movement
from optimizer.travel.estimate import EARTH_RADIUS_M
from optimizer.travel.roads.tags import RoadKind

Ints = NDArray[np.int64]
Numbers = NDArray[np.int32]
Bits = NDArray[np.uint8]
Degrees = NDArray[np.float64]

BIT = {movement: 1 << number for number, movement in enumerate(Movement)}
"""One bit for each kind of movement."""

METRES_PER_DEGREE = EARTH_RADIUS_M * np.pi / 180.0
_TEXTS = ("kinds", "labels")


@dataclass(frozen=True)
class Network:
    """Roads, ferries and waterways of an extract, cut into edges at every junction.

    Parameters
    ----------
    lat_e7, lon_e7
        Points of all ways one after the other, in 10⁻⁷ degrees.
    along_dm
        Decimetres from the start of its way to each point.
    edge_first, edge_last
        Indices of an edge's first and last point; between them nothing branches off.
    edge_from, edge_to
        Numbers of the junctions at its ends.
    edge_way
        Number of its way.
    junction_barred
        Bits of the movements that a barrier stops at each junction.
    way_id
        Ids of the ways in OpenStreetMap.
    way_kind, way_label
        Indices into `kinds` and `labels`.
    way_forbidden, way_opened
        Bits of the movements that tags keep out, and let in by name.
    way_joinable
        1 where one gets on and off anywhere, 0 on bridges, expressways, ferries and in tunnels.
    way_bridge
        1 for bridges that one may cross on foot.
    way_direction
        1 for one way as drawn, -1 against it, 0 for both; of shape (ways, movements).
    way_limit_kmh, way_minutes
        Signed speed limits and durations of crossings; 0 where there are none.
    water_lat_e7, water_lon_e7, water_first
        Lines of rivers, canals and shores one after the other, and where each begins, closed by
        the number of all points.
    water_kind, water_body
        What each line is, see `waters.WaterKind`, and the number of the lake that it bounds; -1 for none.
    """

    lat_e7: Numbers
    lon_e7: Numbers
    along_dm: Numbers
    edge_first: Numbers
    edge_last: Numbers
    edge_from: Numbers
    edge_to: Numbers
    edge_way: Numbers
    junction_barred: Bits
    way_id: Ints
    way_kind: Numbers
    way_label: Numbers
    way_forbidden: Bits
    way_opened: Bits
    way_joinable: Bits
    way_bridge: Bits
    way_direction: NDArray[np.int8]
    way_limit_kmh: NDArray[np.float32]
    way_minutes: NDArray[np.float32]
    water_lat_e7: Numbers
    water_lon_e7: Numbers
    water_first: Numbers
    water_kind: Bits
    water_body: Numbers
    kinds: tuple[RoadKind, ...]
    labels: tuple[str, ...]

    @property
    def junctions(self) -> int:
        """How many junctions there are, ends of roads included."""
        return len(self.junction_barred)

    @property
    def edges(self) -> int:
        """How many edges there are."""
        return len(self.edge_way)

    @cached_property
    def lat(self) -> Degrees:
        """Latitudes of the points."""
        return self.lat_e7 / 1e7

    @cached_property
    def lon(self) -> Degrees:
        """Longitudes of the points."""
        return self.lon_e7 / 1e7

    @cached_property
    def edge_dm(self) -> Ints:
        """Lengths of the edges in decimetres."""
        length: Ints = self.along_dm[self.edge_last].astype(np.int64) - self.along_dm[self.edge_first]
        return length

    @cached_property
    def segments(self) -> tuple[Ints, Ints]:
        """The first point of every segment, and the edge that it belongs to."""
        counts = (self.edge_last - self.edge_first).astype(np.int64)
        edges = np.repeat(np.arange(self.edges), counts)
        starts = np.repeat(self.edge_first.astype(np.int64), counts)
        within = np.arange(len(edges)) - np.repeat(np.cumsum(counts) - counts, counts)
        return starts + within, edges

    def label(self, edge: int) -> str:
        """Number and name of an edge's road; empty where it has none."""
        return self.labels[int(self.way_label[self.edge_way[edge]])]


def write_network(network: Network, path: Path) -> None:
    """Write a network as numpy's archive of arrays, texts as JSON in bytes."""
    arrays = {one.name: getattr(network, one.name) for one in fields(network) if one.name not in _TEXTS}
    for name in _TEXTS:
        text = json.dumps(getattr(network, name), ensure_ascii=False)
        arrays[name] = np.frombuffer(text.encode(), dtype=np.uint8)
    with path.open("wb") as opened:
        np.savez(opened, **arrays)


def read_network(path: Path) -> Network:
    """The network of an archive.

    Raises
    ------
    OSError, ValueError, KeyError, BadZipFile
        If this is not such an archive.
    """
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as archive:
        arrays = {one.name: archive[one.name] for one in fields(Network) if one.name not in _TEXTS}
        kinds, labels = (json.loads(archive[name].tobytes()) for name in _TEXTS)
    network = Network(
        **arrays,
        kinds=tuple(RoadKind(road_class, tuple(conditions)) for road_class, conditions in kinds),
        labels=tuple(labels),
    )
    _check(network)
    return network


def _check(network: Network) -> None:
    """Refuse an archive that is not whole in itself: compiled loops do not look where they reach.

    Raises
    ------
    ValueError
        If an array has another length than those beside it, points outside of another, or holds
        an edge of less than no length, which would be gone along round and round.
    """
    points, ways, water = len(network.lat_e7), len(network.way_id), len(network.water_lat_e7)
    lengths = (
        (points, ("lon_e7", "along_dm")),
        (network.edges, ("edge_first", "edge_last", "edge_from", "edge_to")),
        (ways, ("way_kind", "way_label", "way_forbidden", "way_opened", "way_joinable", "way_bridge")),
        (ways, ("way_limit_kmh", "way_minutes")),
        (water, ("water_lon_e7",)),
        (len(network.water_first) - 1, ("water_kind", "water_body")),
    )
    pointers = (
        (network.edge_first, points),
        (network.edge_last, points),
        (network.edge_from, network.junctions),
        (network.edge_to, network.junctions),
        (network.edge_way, ways),
        (network.way_kind, len(network.kinds)),
        (network.way_label, len(network.labels)),
        (network.water_first, water + 1),
    )
    if not (
        all(getattr(network, name).shape == (count,) for count, names in lengths for name in names)
        and all(one.size == 0 or (one.min() >= 0 and one.max() < count) for one, count in pointers)
        and network.way_direction.shape == (ways, len(Movement))
        and bool((network.edge_first < network.edge_last).all())
        and bool((network.edge_dm >= 0).all())
    ):
        message = "not the network of an extract"
        raise ValueError(message)
