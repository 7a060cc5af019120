"""Joins places to roads: the nearest point of the main network, and how far it is on foot to there.

A way on foot that crosses a river is only taken where there is no other within reach, and it is
told then: the nearest road as the crow flies may be on the other bank, or in another valley.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Place
from optimizer.travel.roads.network import METRES_PER_DEGREE, Degrees, Ints, Network
from optimizer.travel.roads.passage import Mask, Passage

FAR_M = 1_000.0
"""On foot to the nearest road: farther is worth a warning."""

MOST_WALK_M = 10_000.0
"""Farther from every road of the main network, a place has none."""


@dataclass(frozen=True, slots=True)
class Snap:
    """Where a place joins the roads.

    Parameters
    ----------
    edge
        Number of the edge.
    at_dm
        Decimetres from the edge's start.
    walk_m
        Metres on foot between the place and its road.
    lat, lon
        The point on the road, in degrees.
    over_water
        Whether the way on foot crosses a river or a shore.
    """

    edge: int
    at_dm: int
    walk_m: float
    lat: float
    lon: float
    over_water: bool = False


class Snapper:
    """Finds the nearest roads of a movement around any point."""

    def __init__(self, passage: Passage) -> None:
        self._network = passage.network
        starts, edges = self._network.segments
        self._usable = _Lines(self._network.lat, self._network.lon, starts[passage.usable[edges]])
        self._main = _Lines(self._network.lat, self._network.lon, starts[passage.main[edges]])
        self._water = _shores(self._network)
        self._edge_of_point = np.full(len(self._network.lat), -1, dtype=np.int64)
        self._edge_of_point[starts] = edges

    def all(self, places: Sequence[Place]) -> list[Snap | None]:
        """Where every place joins the main network; None for one with no road within reach."""
        return [self._joined(place) for place in places]

    def nearest(self, place: Place) -> Snap | None:
        """The nearest usable road, however far and however cut off from others; None if there is none."""
        return next(self._around(place, self._usable, None), None)

    def _joined(self, place: Place) -> Snap | None:
        first: Snap | None = None
        for snap in self._around(place, self._main, MOST_WALK_M):
            if first is not None and snap.walk_m > first.walk_m + FAR_M:
                break
            if not self._water.crossed(place, snap):
                return snap
            first = first or snap
        if first is None:
            return None
        return Snap(first.edge, first.at_dm, first.walk_m, first.lat, first.lon, over_water=True)

    def _around(self, place: Place, lines: _Lines, most_m: float | None) -> Iterator[Snap]:
        """The nearest point of every segment around a place, the nearest first."""
        net = self._network
        for point, share, metres in lines.near(place, most_m):
            edge = int(self._edge_of_point[point])
            along = net.along_dm[point] + share * (int(net.along_dm[point + 1]) - net.along_dm[point])
            yield Snap(
                edge=edge,
                at_dm=round(along - int(net.along_dm[net.edge_first[edge]])),
                walk_m=metres,
                lat=float(net.lat[point] + share * (net.lat[point + 1] - net.lat[point])),
                lon=float(net.lon[point] + share * (net.lon[point + 1] - net.lon[point])),
            )


class _Lines:
    """Straight segments, each from one point of an array to the next."""

    def __init__(self, lat: Degrees, lon: Degrees, starts: Ints) -> None:
        self._starts = starts
        self._lat, self._lon = (
            np.stack([lat[starts], lat[starts + 1]]),
            np.stack([lon[starts], lon[starts + 1]]),
        )
        self._south, self._north = self._lat.min(axis=0), self._lat.max(axis=0)
        self._west, self._east = self._lon.min(axis=0), self._lon.max(axis=0)

    def within(self, south: float, north: float, west: float, east: float) -> Mask:
        """The segments whose boxes meet a box."""
        inside: Mask = self._south <= north
        inside &= self._north >= south
        inside &= self._west <= east
        inside &= self._east >= west
        return inside

    def near(self, place: Place, most_m: float | None) -> Iterator[tuple[int, float, float]]:
        """First point, share along it and metres of each segment around a place, the nearest first."""
        told_m = -1.0
        for radius_m in (FAR_M, most_m or 10 * MOST_WALK_M, None if most_m is None else most_m):
            chosen = np.arange(len(self._starts)) if radius_m is None else self._chosen(place, radius_m)
            share, metres = self._projected(place, chosen)
            reach = np.inf if radius_m is None else radius_m
            order = np.argsort(metres, kind="stable")
            for at in order[(metres[order] > told_m) & (metres[order] <= reach)].tolist():
                yield int(self._starts[chosen[at]]), float(share[at]), float(metres[at])
            told_m = reach

    def _chosen(self, place: Place, radius_m: float) -> Ints:
        lat, lon = _box(place, radius_m)
        return np.flatnonzero(self.within(place.lat - lat, place.lat + lat, place.lon - lon, place.lon + lon))

    def _projected(self, place: Place, chosen: Ints) -> tuple[Degrees, Degrees]:
        """How far along each segment its nearest point is, from 0 to 1, and how many metres away."""
        x, y = self.flat(place, chosen)
        step_x, step_y = x[1] - x[0], y[1] - y[0]
        square = step_x**2 + step_y**2
        share = np.clip(-(x[0] * step_x + y[0] * step_y) / np.where(square > 0, square, 1.0), 0.0, 1.0)
        return share, np.hypot(x[0] + share * step_x, y[0] + share * step_y)

    def flat(self, place: Place, chosen: Ints) -> tuple[Degrees, Degrees]:
        """Metres east and north of a place, of shape (2, segments), on a plane that touches there."""
        east = METRES_PER_DEGREE * np.cos(np.radians(place.lat))
        x = (self._lon[:, chosen] - place.lon) * east
        y = (self._lat[:, chosen] - place.lat) * METRES_PER_DEGREE
        return x, y


class _Shores(_Lines):
    """Lines of rivers, canals and lakes."""

    def crossed(self, place: Place, snap: Snap) -> bool:
        """Whether the straight way from a place to its road crosses one of the lines."""
        lats, lons = sorted((place.lat, snap.lat)), sorted((place.lon, snap.lon))
        chosen = np.flatnonzero(self.within(lats[0], lats[1], lons[0], lons[1]))
        x, y = self.flat(place, chosen)
        to_x = (snap.lon - place.lon) * METRES_PER_DEGREE * np.cos(np.radians(place.lat))
        to_y = (snap.lat - place.lat) * METRES_PER_DEGREE
        # Each end of the one lies on another side of the other.
        shore_sides = (to_x * y[0] - to_y * x[0]) * (to_x * y[1] - to_y * x[1])
        step_x, step_y = x[1] - x[0], y[1] - y[0]
        start = step_x * (0 - y[0]) - step_y * (0 - x[0])
        end = step_x * (to_y - y[0]) - step_y * (to_x - x[0])
        return bool(((shore_sides < 0) & (start * end < 0)).any())


def _shores(network: Network) -> _Shores:
    lasts = network.water_first[1:] - 1
    starts: NDArray[np.int64] = np.setdiff1d(np.arange(len(network.water_lat_e7)), lasts)
    return _Shores(network.water_lat_e7 / 1e7, network.water_lon_e7 / 1e7, starts)


def _box(place: Place, radius_m: float) -> tuple[float, float]:
    """Degrees of latitude and of longitude within which a radius lies."""
    lat = radius_m / METRES_PER_DEGREE
    return lat, lat / max(0.01, float(np.cos(np.radians(place.lat))))
