"""Scales of printed maps, and the projection that keeps them true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.travel.estimate import EARTH_RADIUS_M

Points = NDArray[np.float64]
"""A row for each point, of two numbers: latitude and longitude, or millimetres from left and top."""

LADDER = (
    *(25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 750_000),
    *(1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000, 7_500_000, 10_000_000, 15_000_000),
    *(20_000_000, 30_000_000, 50_000_000, 100_000_000, 200_000_000, 400_000_000),
)
"""What a millimetre on paper may stand for; every map has one of these, however wide its area is."""

_BAR_STEPS_M = tuple(step * 10**power for power in range(1, 7) for step in (1, 2, 5))
_LONGEST_BAR_MM = 32.0
_FARTHEST = 0.999_9


@dataclass(frozen=True, slots=True)
class Projection:
    """Transverse Mercator on the sphere, around a centre.

    True to scale along the meridian of the centre and nowhere else; within 8° of it, which is all of
    Vietnam and its islands, lengths are at most 1 % too long.

    Parameters
    ----------
    lat, lon
        The centre, in degrees.

    References
    ----------
    Snyder, J. P. (1987). Map projections: a working manual. USGS Professional Paper 1395, p. 58.
    """

    lat: float
    lon: float

    def metres(self, points: Points) -> Points:
        """Metres east and north of the centre, for points given by latitude and longitude in degrees."""
        lat, lon = np.radians(points[:, 0]), np.radians(points[:, 1] - self.lon)
        across = np.clip(np.cos(lat) * np.sin(lon), -_FARTHEST, _FARTHEST)
        along = np.arctan2(np.sin(lat), np.cos(lat) * np.cos(lon))
        return EARTH_RADIUS_M * np.column_stack([np.arctanh(across), along - np.radians(self.lat)])


def projection_around(points: Points) -> Projection:
    """The projection around the middle of some points."""
    south_west, north_east = points.min(axis=0), points.max(axis=0)
    lat, lon = (south_west + north_east) / 2
    return Projection(float(lat), float(lon))


def fitting(wide_m: float, high_m: float, room_mm: tuple[float, float]) -> int:
    """The largest scale of the ladder at which an area fits into a room: 1 to that number.

    Parameters
    ----------
    room_mm
        Width and height.
    """
    for denominator in LADDER:
        if all(
            metres * 1000 / denominator <= room
            for metres, room in zip((wide_m, high_m), room_mm, strict=True)
        ):
            return denominator
    return LADDER[-1]


def bar_m(denominator: int, longest_mm: float = _LONGEST_BAR_MM) -> int:
    """Length of the scale bar on the ground: a round number of metres, at most `longest_mm` on paper."""
    fits: Sequence[int] = [one for one in _BAR_STEPS_M if on_paper_mm(one, denominator) <= longest_mm]
    return fits[-1] if fits else _BAR_STEPS_M[0]


def on_paper_mm(metres: float, denominator: int) -> float:
    """How long a length on the ground is on paper."""
    return metres * 1000 / denominator
