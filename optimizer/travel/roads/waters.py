"""Waters of an extract as they are read: lines of rivers and canals, coasts, and the shores of lakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any

import numpy as np

from optimizer.domain.roads import Movement
from optimizer.travel.roads.network import METRES_PER_DEGREE
from optimizer.travel.roads.tags import WATERWAYS, opened

POND_M = 1_000.0
"""Around a water with a shore no longer than this one walks; it is left out."""

_DAMS = frozenset({"dam", "weir", "waterfall"})

Points = list[tuple[int, int]]
"""Latitudes and longitudes in 10⁻⁷ degrees."""


class WaterKind(IntEnum):
    """What a line on the water is.

    A course is the middle of a river or canal, whose banks are not drawn.  A coast has land to its
    left and the sea to its right.  A shore bounds a lake, or a river that is drawn with its banks.
    """

    COURSE = 0
    COAST = 1
    SHORE = 2


def is_water(tags: Mapping[str, str]) -> bool:
    """Whether the tags are those of a lake or of the area of a river."""
    return (
        tags.get("natural") == "water"
        or tags.get("waterway") == "riverbank"
        or tags.get("landuse") == "reservoir"
    )


def water_kind(tags: Mapping[str, str]) -> WaterKind | None:
    """What kind of line on the water a way is; None for a way on land, or a river under it."""
    if is_water(tags):
        return WaterKind.SHORE
    if tags.get("natural") == "coastline":
        return WaterKind.COAST
    hidden = tags.get("tunnel", "no") != "no"
    return WaterKind.COURSE if tags.get("waterway") in WATERWAYS and not hidden else None


def is_dam(tags: Mapping[str, str]) -> bool:
    """Whether no boat gets past."""
    return tags.get("waterway") in _DAMS and not opened(tags, Movement.BOAT)


class Waters:
    """Lines on the water in the making."""

    def __init__(self) -> None:
        self._lines: list[tuple[Points, WaterKind, int]] = []
        self._bodies: dict[int, int] = {}

    def add(self, points: Points, kind: WaterKind, bodies: Iterable[int] = ()) -> None:
        """Take a line; as the shore of several waters it is taken once for each.

        Parameters
        ----------
        bodies
            Ids of the waters that it bounds.
        """
        if len(points) > 1:
            numbers = [self._bodies.setdefault(body, len(self._bodies)) for body in bodies]
            self._lines += [(points, kind, number) for number in numbers or [-1]]

    def columns(self) -> dict[str, Any]:
        """The arrays of the network that hold these lines, ponds left out."""
        around_m = np.zeros(len(self._bodies) + 1)
        for points, _, body in self._lines:
            around_m[body] += _length_m(points)
        kept = [one for one in self._lines if one[2] < 0 or around_m[one[2]] > POND_M]
        flat = np.array([point for line, *_ in kept for point in line], dtype=np.int32).reshape(-1, 2)
        return {
            "water_lat_e7": flat[:, 0].copy(),
            "water_lon_e7": flat[:, 1].copy(),
            "water_first": np.cumsum([0, *(len(line) for line, *_ in kept)]).astype(np.int32),
            "water_kind": np.array([kind for _, kind, _ in kept], dtype=np.uint8),
            "water_body": np.array([body for *_, body in kept], dtype=np.int32),
        }


def _length_m(points: Points) -> float:
    lat, lon = np.array(points).T / 1e7
    east = np.diff(lon) * np.cos(np.radians(lat[0]))
    return float(np.hypot(np.diff(lat), east).sum()) * METRES_PER_DEGREE
