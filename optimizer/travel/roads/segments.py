"""Straight segments on the map, and those around a place, on a plane that touches there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from optimizer.domain.scenario import Place
from optimizer.travel.roads.network import METRES_PER_DEGREE, Degrees, Ints


class Near(NamedTuple):
    """Segments around a place, the nearest first.

    Parameters
    ----------
    segments
        Their numbers.
    share
        How far along each its nearest point is, from 0 to 1.
    metres
        How far away that is.
    """

    segments: Ints
    share: Degrees
    metres: Degrees


class Segments:
    """Straight segments, each from one point of an array to the next.

    Parameters
    ----------
    lat, lon
        The points, in degrees.
    starts
        The first point of every segment.
    """

    def __init__(self, lat: Degrees, lon: Degrees, starts: Ints) -> None:
        self.starts = starts
        self.lat = np.stack([lat[starts], lat[starts + 1]])
        self.lon = np.stack([lon[starts], lon[starts + 1]])
        self._south, self._north = self.lat.min(axis=0), self.lat.max(axis=0)
        self._west, self._east = self.lon.min(axis=0), self.lon.max(axis=0)

    def around(self, place: Place, radius_m: float | None) -> Ints:
        """The segments whose boxes come within a distance of a place; all of them for None."""
        if radius_m is None:
            return np.arange(len(self.starts))
        lat = radius_m / METRES_PER_DEGREE
        lon = lat / max(0.01, float(np.cos(np.radians(place.lat))))
        inside = (self._south <= place.lat + lat) & (self._north >= place.lat - lat)
        inside &= (self._west <= place.lon + lon) & (self._east >= place.lon - lon)
        return np.flatnonzero(inside)

    def flat(self, place: Place, chosen: Ints) -> tuple[Degrees, Degrees]:
        """Metres east and north of a place, of shape (2, segments)."""
        return flat(place, self.lat[:, chosen], self.lon[:, chosen])

    def near(self, place: Place, *radii_m: float | None, of: Ints | None = None) -> Iterator[Near]:
        """The segments within a distance of a place, ring by ring; a last None is whatever is left.

        Parameters
        ----------
        radii_m
            Growing: segments at no farther than one come before all that are within the next.
        of
            The segments that count, in order; all of them for None.
        """
        told_m = -1.0
        for radius_m in radii_m:
            chosen = self.around(place, radius_m)
            if of is not None:
                chosen = np.intersect1d(chosen, of, assume_unique=True)
            x, y = self.flat(place, chosen)
            step_x, step_y = x[1] - x[0], y[1] - y[0]
            square = step_x**2 + step_y**2
            share = np.clip(-(x[0] * step_x + y[0] * step_y) / np.where(square > 0, square, 1.0), 0.0, 1.0)
            metres = np.hypot(x[0] + share * step_x, y[0] + share * step_y)
            reach = np.inf if radius_m is None else radius_m
            order = np.argsort(metres, kind="stable")
            order = order[(metres[order] > told_m) & (metres[order] <= reach)]
            yield Near(chosen[order], share[order], metres[order])
            told_m = reach


def flat(place: Place, lat: Degrees, lon: Degrees) -> tuple[Degrees, Degrees]:
    """Metres east and north of a place, on a plane that touches there."""
    east = METRES_PER_DEGREE * float(np.cos(np.radians(place.lat)))
    return (lon - place.lon) * east, (lat - place.lat) * METRES_PER_DEGREE
