"""Joins places to roads: the nearest point of the main network, and how far it is on foot to there.

A way on foot never crosses wide water: the nearest road as the crow flies may be on the other bank,
on the mainland, or in another valley.  One that crosses a narrow river is only taken where there is
no other nearby, and it is told then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from optimizer.domain.roads import Movement
from optimizer.domain.scenario import Place
from optimizer.travel.roads.bridges import Bridges
from optimizer.travel.roads.network import Ints
from optimizer.travel.roads.passage import Mask, Passage
from optimizer.travel.roads.segments import Segments
from optimizer.travel.roads.shores import Afloat, Shores

FAR_M = 1_000.0
"""On foot to the nearest road: farther is worth a warning."""

MOST_WALK_M = 10_000.0
"""Farther from every road of the main network, a place has none."""

ASHORE_M = 200.0
"""A place in the water no farther from its shore than this may have been drawn a little beside."""

_RINGS_ANYWHERE = (FAR_M, 10 * MOST_WALK_M, None)
_AT_ONCE = 256
"""Ways on foot that are tried together."""


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
        Whether the way on foot crosses a river of which only the middle is drawn.
    bridge
        The ends of a bridge that it goes over, from the place on; empty for a straight way.
    """

    edge: int
    at_dm: int
    walk_m: float
    lat: float
    lon: float
    over_water: bool = False
    bridge: tuple[tuple[float, float], ...] = ()


class Snapper:
    """Finds the nearest roads of a movement around any point."""

    def __init__(self, passage: Passage) -> None:
        self._network = passage.network
        starts, edges = self._network.segments
        lat, lon = self._network.lat, self._network.lon
        self._usable = Segments(lat, lon, starts[passage.joinable[edges]])
        self._main = Segments(lat, lon, starts[(passage.main & passage.joinable)[edges]])
        # A boat goes on the water, and puts people ashore.
        self._shores = None if passage.movement is Movement.BOAT else Shores(self._network)
        self._bridges = Bridges(self._network)
        self._edge_of_point = np.full(len(lat), -1, dtype=np.int64)
        self._edge_of_point[starts] = edges

    def all(self, places: Sequence[Place]) -> list[Snap | None]:
        """Where every place joins the main network; None for one with no road within reach."""
        return [self._joined(place) for place in places]

    def nearest(self, place: Place) -> Snap | None:
        """The nearest usable road, however far and however cut off from others; None if there is none."""
        found = next((one for one in self._around(place, self._usable, _RINGS_ANYWHERE) if one), None)
        if found is None:
            return None
        wide, course = self._crossings(place, found[:1], 0)
        return replace(found[0], over_water=bool(wide[0] > 0 or course[0]))

    def afloat(self, place: Place) -> Afloat | None:
        """The water that a place lies in; None on land, and for boats."""
        return self._shores.under(place) if self._shores else None

    def dry(self, place: Place, other: Place) -> bool:
        """Whether one can walk straight from one place to another."""
        return self._shores is None or self._shores.dry(place, other)

    def _joined(self, place: Place) -> Snap | None:
        straight, in_the_way = self._straight(place)
        if not in_the_way:
            return straight
        over = self._over_a_bridge(place)
        if over is None or straight is None:
            return straight or over
        # A brook may be waded, a bridge nearby is better.
        farther = FAR_M if straight.over_water else 0.0
        return over if over.walk_m <= straight.walk_m + farther else straight

    def _over_a_bridge(self, place: Place) -> Snap | None:
        """Where a place joins the main network by a bridge over water; None without one nearby."""
        best: Snap | None = None
        for one in self._bridges.around(place):
            if best is not None and one.to_m + one.long_m >= best.walk_m:
                break
            reached = self.dry(place, one.before) and self.afloat(one.beyond) is None
            if not reached or self.dry(one.before, one.beyond):
                continue
            on, _ = self._straight(one.beyond)
            if on is None or on.over_water:
                continue
            walk_m = one.to_m + one.long_m + on.walk_m
            if walk_m <= MOST_WALK_M and (best is None or walk_m < best.walk_m):
                best = replace(on, walk_m=walk_m, bridge=one.ends)
        return best

    def _straight(self, place: Place) -> tuple[Snap | None, bool]:
        """Where a place joins the main network straight, and whether there is water before a nearer road."""
        afloat = self.afloat(place)
        beside = afloat is not None and afloat.shore_m <= ASHORE_M
        # One that lies a little beside the land gets on land by crossing its shore; farther out
        # there are only roads that lie in the water too, on a pier or a causeway.
        edges = int(beside)
        radii_m = (FAR_M, MOST_WALK_M) if afloat is None or beside else (ASHORE_M,)
        first: Snap | None = None
        in_the_way = False
        for snaps in self._around(place, self._main, radii_m):
            wide, course = self._crossings(place, snaps, edges)
            for snap, crossed, over in zip(snaps, wide.tolist(), course.tolist(), strict=True):
                if first is not None and snap.walk_m > first.walk_m + FAR_M:
                    return first, True
                if crossed <= edges and not over:
                    return snap, in_the_way
                in_the_way = True
                if crossed <= edges and first is None:
                    first = replace(snap, over_water=True)
        return first, in_the_way

    def _crossings(self, place: Place, snaps: Sequence[Snap], most: int) -> tuple[Ints, Mask]:
        """How often the way on foot crosses the edge of wide water, and whether it crosses a river."""
        if self._shores is None:
            return np.zeros(len(snaps), dtype=np.int64), np.zeros(len(snaps), dtype=np.bool_)
        ends = np.array([(snap.lat, snap.lon) for snap in snaps]).T
        return self._shores.crossed(place, ends[0], ends[1], most)

    def _around(self, place: Place, lines: Segments, radii_m: Sequence[float | None]) -> Iterator[list[Snap]]:
        """The nearest point of every segment around a place, the nearest first, some at a time."""
        for near in lines.near(place, *radii_m):
            points = lines.starts[near.segments]
            for start in range(0, len(points), _AT_ONCE):
                part = slice(start, start + _AT_ONCE)
                columns = points[part].tolist(), near.share[part].tolist(), near.metres[part].tolist()
                yield [self._snap(*one) for one in zip(*columns, strict=True)]

    def _snap(self, point: int, share: float, metres: float) -> Snap:
        net = self._network
        edge = int(self._edge_of_point[point])
        along = net.along_dm[point] + share * (int(net.along_dm[point + 1]) - net.along_dm[point])
        return Snap(
            edge=edge,
            at_dm=round(along - int(net.along_dm[net.edge_first[edge]])),
            walk_m=metres,
            lat=float(net.lat[point] + share * (net.lat[point + 1] - net.lat[point])),
            lon=float(net.lon[point] + share * (net.lon[point + 1] - net.lon[point])),
        )
