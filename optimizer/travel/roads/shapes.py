"""The lines that legs follow on the roads: from the door of one place to that of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.roads import RoadClosure
from optimizer.domain.scenario import Place
from optimizer.travel.packed import METRE_BITS, NO_ROAD
from optimizer.travel.roads.closed import ClosedRoads, closed_roads
from optimizer.travel.roads.doors import Doors, along, doors_of
from optimizer.travel.roads.measure import arc_table
from optimizer.travel.roads.network import METRES_PER_DEGREE, Ints, Network
from optimizer.travel.roads.passage import Passage
from optimizer.travel.roads.snapping import FAR_M, Snap, Snapper

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

Line = tuple[Point, ...]

SIMPLIFIED_M = 8.0
"""A line is drawn within so many metres of the road."""


class Tracer:
    """Draws the quickest ways of one kind of movement with the same roads closed."""

    def __init__(
        self,
        passage: Passage,
        places: Sequence[Place],
        closures: Sequence[RoadClosure],
        *,
        walking_kmh: float,
    ) -> None:
        self._passage = passage
        self._places = places
        self._walking_kmh = walking_kmh
        self._snapper = Snapper(passage)
        self._snaps = self._snapper.all(places)
        self._closed: ClosedRoads = closed_roads(passage.network, closures)
        self._doors: Doors = doors_of(passage, self._snaps, self._closed)
        self._arcs = arc_table(passage, self._closed)

    def lines(self, origin: int, destinations: Sequence[int]) -> list[Line]:
        """The lines from one place to others, by their numbers; straight where no road leads."""
        from optimizer.kernel_cache import prepare

        prepare()
        from optimizer.travel.roads.search import settle

        first, heads, costs, _ = self._arcs
        junctions = self._passage.network.junctions
        wanted = np.zeros(junctions, dtype=np.bool_)
        wanted[self._doors.junctions[list(destinations)].ravel()] = True
        best, came_by = np.empty(junctions, dtype=np.int64), np.empty(junctions, dtype=np.int64)
        room = np.empty(len(heads) + 2, dtype=np.int64), np.empty(len(heads) + 2, dtype=np.int64)
        starts = self._doors.junctions[origin], self._doors.leave[origin]
        settle(first, heads, costs, *starts, wanted, best, came_by, *room)
        return [self._line(_Reached(best, came_by), origin, one) for one in destinations]

    def _line(self, reached: _Reached, origin: int, destination: int) -> Line:
        start, end = self._snaps[origin], self._snaps[destination]
        ends = self._place(origin), self._place(destination)
        if start is None or end is None or ends[0] == ends[1]:
            return ends
        enter = self._doors.enter[destination]
        costs = [
            int(reached.best[self._doors.junctions[destination, side]]) + int(enter[side])
            for side in range(2)
        ]
        side = int(np.argmin(costs))
        direct = NO_ROAD
        if start.edge == end.edge and not self._closed.between(start.edge, start.at_dm, end.at_dm):
            direct = along(self._passage, start.edge, start.at_dm, end.at_dm)
            quicker = self._walked_is_quicker(ends, start, end, min(direct, *costs))
            if quicker and self._snapper.dry(self._places[origin], self._places[destination]):
                return ends
        if min(direct, *costs) >= NO_ROAD:
            return ends
        if direct <= min(costs):
            road = stretch(self._passage.network, start.edge, start.at_dm, end.at_dm)
        else:
            road = self._driven(
                reached, origin, start, end, side, int(self._doors.junctions[destination, side])
            )
        return _simplified((ends[0], *start.bridge, *road, *reversed(end.bridge), ends[1]))

    def _driven(  # noqa: PLR0917 - one leg
        self, reached: _Reached, origin: int, start: Snap, end: Snap, side: int, junction: int
    ) -> list[Point]:
        """Points along the edges of the way to a junction, and from there to the place behind it."""
        net = self._passage.network
        _, heads, _, edges = self._arcs
        found: list[int] = []
        at = junction
        while reached.came_by[at] >= 0:
            arc = int(reached.came_by[at])
            found.append(arc)
            edge = int(edges[arc])
            ends = int(net.edge_from[edge]), int(net.edge_to[edge])
            at = ends[0] if int(heads[arc]) == ends[1] else ends[1]
        points: list[Point] = []
        # Both ends of a loop are one junction: it was left where that costs least.
        leave = np.where(self._doors.junctions[origin] == at, self._doors.leave[origin], NO_ROAD)
        left_by = int(np.argmin(leave))
        points += stretch(
            self._passage.network, start.edge, start.at_dm, left_by * int(net.edge_dm[start.edge])
        )
        for arc in reversed(found):
            edge = int(edges[arc])
            length = int(net.edge_dm[edge])
            onward = int(heads[arc]) == int(net.edge_to[edge])
            points += stretch(net, edge, 0 if onward else length, length if onward else 0)
        points += stretch(net, end.edge, side * int(net.edge_dm[end.edge]), end.at_dm)
        return points

    def _walked_is_quicker(self, ends: tuple[Point, Point], start: Snap, end: Snap, packed: int) -> bool:
        east = np.cos(np.radians(ends[0][0]))
        straight_m = METRES_PER_DEGREE * float(
            np.hypot(ends[1][0] - ends[0][0], (ends[1][1] - ends[0][1]) * east)
        )
        per_ms = self._walking_kmh / 3600
        return (
            straight_m <= FAR_M
            and straight_m / per_ms <= (packed >> METRE_BITS) + (start.walk_m + end.walk_m) / per_ms
        )

    def _place(self, number: int) -> Point:
        return self._places[number].lat, self._places[number].lon


@dataclass(frozen=True, slots=True)
class _Reached:
    """What `search.settle` found."""

    best: Ints
    came_by: Ints


def stretch(network: Network, edge: int, from_dm: int, to_dm: int) -> list[Point]:
    """Points of an edge between two of its points, in the order of travel."""
    first, last = int(network.edge_first[edge]), int(network.edge_last[edge]) + 1
    along_dm = network.along_dm[first:last] - network.along_dm[first]
    low, high = sorted((from_dm, to_dm))
    inside = first + np.flatnonzero((along_dm > low) & (along_dm < high))
    points = [
        (
            float(np.interp(dm, along_dm, network.lat[first:last])),
            float(np.interp(dm, along_dm, network.lon[first:last])),
        )
        for dm in (low, high)
    ]
    points[1:1] = [(float(network.lat[at]), float(network.lon[at])) for at in inside]
    return points if from_dm <= to_dm else points[::-1]


def point_at(lon: Any, lat: Any) -> Point:
    """The point at a position of GeoJSON, in degrees.

    Raises
    ------
    TypeError, ValueError
        If it is no position on the globe.
    """
    point = float(lat), float(lon)
    if not (abs(point[0]) <= 90 and abs(point[1]) <= 180):  # nor is what is no number
        message = "not on the globe"
        raise ValueError(message)
    return point


def line_at(positions: Iterable[Any]) -> Line:
    """The line through positions of GeoJSON.

    Raises
    ------
    TypeError, ValueError
        If they are no positions on the globe, or fewer than two.
    """
    line = tuple(point_at(*position) for position in positions)
    if len(line) < 2:
        message = "not a line"
        raise ValueError(message)
    return line


def _simplified(points: Sequence[Point]) -> Line:
    return simplified(points, SIMPLIFIED_M)


def simplified(points: Sequence[Point], tolerance_m: float) -> Line:
    """A line with as few of its points as keep it within a distance of all of them.

    References
    ----------
    D. H. Douglas, T. K. Peucker, "Algorithms for the reduction of the number of points required to
    represent a digitized line or its caricature", Cartographica 10 (1973).
    """
    if len(points) < 3:
        return tuple(points)
    lat, lon = np.array(points).T
    flat = np.stack([lon * np.cos(np.radians(lat.mean())), lat], axis=1) * METRES_PER_DEGREE
    kept = np.zeros(len(points), dtype=np.bool_)
    kept[[0, -1]] = True
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        away = _away_m(flat, first, last)
        farthest = int(np.argmax(away))
        if away[farthest] > tolerance_m:
            middle = first + 1 + farthest
            kept[middle] = True
            waiting += [(first, middle), (middle, last)]
    return tuple(points[at] for at in np.flatnonzero(kept).tolist())


def _away_m(flat: NDArray[np.float64], first: int, last: int) -> NDArray[np.float64]:
    """How far the points between two are from the straight line that joins these."""
    start, step = flat[first], flat[last] - flat[first]
    between = flat[first + 1 : last] - start
    square = float(step @ step)
    share = np.clip(between @ step / square, 0.0, 1.0) if square else np.zeros(len(between))
    away: NDArray[np.float64] = np.hypot(*(between - share[:, None] * step).T)
    return away
