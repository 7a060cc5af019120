"""Bridges that one crosses on foot, however narrow: a hamlet beyond a river may have no other road."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from optimizer.domain.scenario import Place
from optimizer.travel.roads.network import METRES_PER_DEGREE, Degrees, Network
from optimizer.travel.roads.segments import flat

WITHIN_M = 3_000.0
"""On foot to a bridge: one that is farther is nobody's way home."""

_MOST = 16
_ASHORE_M = 15.0
"""How far before a bridge one is surely on land: some are drawn a little shorter than the water is wide."""


class Bridge(NamedTuple):
    """A bridge as one comes to it from one side.

    Parameters
    ----------
    ends
        Latitude and longitude of its near end and of its far one.
    before, beyond
        A little before the near end, and a little beyond the far one.
    to_m, long_m
        Metres from the place to the near end, and from there to the spot beyond the far one.
    """

    ends: tuple[tuple[float, float], tuple[float, float]]
    before: Place
    beyond: Place
    to_m: float
    long_m: float


class Bridges:
    """The bridges of a network on which one may walk."""

    def __init__(self, network: Network) -> None:
        edges = np.flatnonzero(network.way_bridge[network.edge_way] > 0)
        # The edges of a way follow one another: a bridge begins with its first and ends with its last.
        ways = network.edge_way[edges]
        starts = np.flatnonzero(np.diff(ways, prepend=-1) != 0)
        lasts = np.append(starts[1:], len(ways)) - 1 if len(ways) else starts
        first, last = network.edge_first[edges[starts]], network.edge_last[edges[lasts]]
        self._lat: Degrees = np.stack([network.lat[first], network.lat[last]])
        self._lon: Degrees = np.stack([network.lon[first], network.lon[last]])
        self._long_m = np.bincount(ways, network.edge_dm[edges])[ways[starts]] / 10 if len(ways) else starts

    def around(self, place: Place) -> Iterator[Bridge]:
        """The bridges near a place, the nearest first, each from both of its sides."""
        x, y = flat(place, self._lat, self._lon)
        to_m = np.hypot(x, y)
        order = np.argsort(to_m, axis=None, kind="stable")[:_MOST]
        for near, bridge in zip(*np.unravel_index(order, to_m.shape), strict=True):
            if to_m[near, bridge] > WITHIN_M:
                return
            here, there = self._end(near, bridge), self._end(1 - near, bridge)
            yield Bridge(
                ends=(here, there),
                before=_on_from(there, here),
                beyond=_on_from(here, there),
                to_m=float(to_m[near, bridge]),
                long_m=float(self._long_m[bridge]) + _ASHORE_M,
            )

    def _end(self, side: int, bridge: int) -> tuple[float, float]:
        return float(self._lat[side, bridge]), float(self._lon[side, bridge])


def _on_from(one: tuple[float, float], other: tuple[float, float]) -> Place:
    """A spot a little farther than the second of two points, as one comes from the first."""
    east = float(np.cos(np.radians(one[0])))
    metres = METRES_PER_DEGREE * float(np.hypot(other[0] - one[0], (other[1] - one[1]) * east))
    share = _ASHORE_M / max(metres, 1.0)
    lat, lon = (there + share * (there - here) for here, there in zip(one, other, strict=True))
    return Place("", "", lat, lon)
