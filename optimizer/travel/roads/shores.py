"""Water between places and their roads, and places that lie in it.

Wide water, which is the sea, a lake, or a river that is drawn with its banks, is never crossed on
foot.  A river or canal of which only the middle is drawn may be.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Place
from optimizer.travel.roads.network import Degrees, Ints, Network
from optimizer.travel.roads.segments import Segments, flat
from optimizer.travel.roads.waters import WaterKind

SEA, LAKE = "sea", "lake"
_RINGS_M = (1_000.0, 100_000.0, None)
_NEAREST = 512
_SAME_M = 1e-3
"""Segments no farther apart than this are equally near: they meet in one point."""


@dataclass(frozen=True, slots=True)
class Afloat:
    """In which water a place lies, and how many metres from its shore."""

    water: str
    shore_m: float


class Shores:
    """The lines of an extract's waters, as one meets them on foot."""

    def __init__(self, network: Network) -> None:
        counts = np.diff(network.water_first)
        points = np.arange(len(network.water_lat_e7))
        last = np.isin(points, network.water_first[1:] - 1)
        line: Ints = np.repeat(np.arange(len(counts)), counts)[~last]
        self._lat_e7, self._lon_e7 = network.water_lat_e7, network.water_lon_e7
        self._segments = Segments(self._lat_e7 / 1e7, self._lon_e7 / 1e7, points[~last])
        self._kind = network.water_kind[line]
        self._body = network.water_body[line].astype(np.int64)

    def crossed(self, place: Place, lat: Degrees, lon: Degrees, most: int) -> tuple[Ints, NDArray[np.bool_]]:
        """How often straight ways from a place cross the edge of wide water, and whether any other water.

        Parameters
        ----------
        lat, lon
            Where the ways end, in degrees, of shape (ways,).
        most
            Of a way that crosses more often than this it is only told that it does.
        """
        to_x, to_y = flat(place, lat, lon)
        chosen = self._segments.around(place, float(np.hypot(to_x, to_y).max(initial=0.0)))
        x, y = self._segments.flat(place, chosen)
        is_wide = self._kind[chosen] != WaterKind.COURSE
        wide, course = np.zeros(len(lat), dtype=np.int64), np.zeros(len(lat), dtype=np.bool_)
        # The shore of an island or of the place's own bank is near, and most ways get no farther.
        order = np.argsort(np.abs(x).min(axis=0) + np.abs(y).min(axis=0), kind="stable")
        for part in (order[:_NEAREST], order[_NEAREST:]):
            ways = np.flatnonzero(wide <= most)
            meets = _meet(to_x[ways], to_y[ways], x[:, part], y[:, part])
            wide[ways] += (meets & is_wide[part]).sum(axis=1)
            course[ways] |= (meets & ~is_wide[part]).any(axis=1)
        return wide, course

    def dry(self, place: Place, other: Place) -> bool:
        """Whether the straight way between two places crosses no water."""
        wide, course = self.crossed(place, np.array([other.lat]), np.array([other.lon]), most=0)
        return not wide[0] and not course[0]

    def under(self, place: Place) -> Afloat | None:
        """The water that a place lies in; None on land, and where the extract does not say."""
        coast = self._at_sea(place)
        if coast is not None:
            return Afloat(SEA, coast)
        shores = self._lakes_around(place)
        if shores.size == 0:
            return None
        x, y = self._segments.flat(place, shores)
        step_x, step_y = x[1] - x[0], y[1] - y[0]
        square = np.maximum(step_x**2 + step_y**2, 1e-9)
        share = np.clip(-(x[0] * step_x + y[0] * step_y) / square, 0.0, 1.0)
        return Afloat(LAKE, float(np.hypot(x[0] + share * step_x, y[0] + share * step_y).min()))

    def _at_sea(self, place: Place) -> float | None:
        """Metres to the coast of a place on the side of its water; None on the side of its land."""
        if self._coast.size == 0:
            return None
        near = next(
            ring for ring in self._segments.near(place, *_RINGS_M, of=self._coast) if ring.metres.size
        )
        tied = near.segments[near.metres <= near.metres[0] + _SAME_M]
        ends = self._segments.starts[tied] + np.rint(near.share[: len(tied)]).astype(np.int64)
        if near.share[0] in {0.0, 1.0} and self._is_cut[ends[0]]:
            return None  # the coast goes on outside of the extract
        x, y = self._segments.flat(place, tied)
        step_x, step_y = x[1] - x[0], y[1] - y[0]
        # Positive where the place, at (0, 0), is to the left of the line: on land.
        left = (step_y * x[0] - step_x * y[0]) / np.maximum(np.hypot(step_x, step_y), 1e-9)
        # At a corner both of its lines are equally near: the one that is seen less aslant decides.
        return float(near.metres[0]) if left[np.argmax(np.abs(left))] < 0 else None

    def _lakes_around(self, place: Place) -> Ints:
        """The shores of the lakes and rivers that a place lies in: a line eastwards leaves them."""
        ring, lat, lon = self._whole_shores, self._segments.lat, self._segments.lon
        here = ring[(lat[0, ring] > place.lat) != (lat[1, ring] > place.lat)]
        share = (place.lat - lat[0, here]) / (lat[1, here] - lat[0, here])
        east = lon[0, here] + share * (lon[1, here] - lon[0, here]) > place.lon
        bodies, counts = np.unique(self._body[here[east]], return_counts=True)
        return ring[np.isin(self._body[ring], bodies[counts % 2 == 1])]

    @cached_property
    def _coast(self) -> Ints:
        return np.flatnonzero(self._kind == WaterKind.COAST)

    @cached_property
    def _is_cut(self) -> NDArray[np.bool_]:
        """The points at which a coast begins or ends within the extract, as one that was cut does."""
        return self._odd_ends(self._coast)

    @cached_property
    def _whole_shores(self) -> Ints:
        """Segments of shores that are closed: of others nobody can say what lies within."""
        shores = np.flatnonzero(self._body >= 0)
        odd, first = self._odd_ends(shores), self._segments.starts[shores]
        return shores[~np.isin(self._body[shores], self._body[shores[odd[first] | odd[first + 1]]])]

    def _odd_ends(self, segments: Ints) -> NDArray[np.bool_]:
        """The points at which an odd number of the segments of one body meet, of shape (points,)."""
        ends = self._segments.starts[segments][:, None] + np.array([0, 1])
        spots = np.stack(
            [np.repeat(self._body[segments], 2), self._lat_e7[ends.ravel()], self._lon_e7[ends.ravel()]]
        )
        _, which, counts = np.unique(spots, axis=1, return_inverse=True, return_counts=True)
        odd = np.zeros(len(self._lat_e7), dtype=np.bool_)
        odd[ends.ravel()] = counts[which.ravel()] % 2 == 1
        return odd


def _meet(to_x: Degrees, to_y: Degrees, x: Degrees, y: Degrees) -> NDArray[np.bool_]:
    """Which ways from (0, 0) cross which segments: the ends of each lie on either side of the other."""
    sides = to_x[:, None] * y[:, None] - to_y[:, None] * x[:, None]
    split = (sides[0] >= 0) != (sides[1] >= 0)
    step_x, step_y = x[1] - x[0], y[1] - y[0]
    start = step_y * x[0] - step_x * y[0]
    end = start + to_y[:, None] * step_x - to_x[:, None] * step_y
    meets: NDArray[np.bool_] = split & (start * end < 0)
    return meets
