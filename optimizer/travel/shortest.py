"""Shortest ways between all places at once: compiled loops over bare arrays.

Roads come first, packed; links are then put in one at a time.  A way through links carries
what a packed way does not tell: its fare, the metres charged and the minutes driven.  Ways
are compared by minutes, metres, fare, charged metres, driven minutes, in this order.

Importing this module imports numba.

References
----------
G. Venkataraman, S. Sahni, S. Mukhopadhyaya, "A blocked all-pairs shortest-paths algorithm",
Journal of Experimental Algorithmics 8 (2003), section 2: Floyd and Warshall's algorithm.
G. Ausiello, G. F. Italiano, A. Marchetti-Spaccamela, U. Nanni, "Incremental algorithms for
minimal length paths", Journal of Algorithms 12 (1991), section 3: putting in one way.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from optimizer.travel.packed import NO_ROAD, Packed

BLOCK = 64
"""Places tried as a way through at a time: their rows stay in the processor's cache."""


@njit(cache=True)
def _through_one(row: Packed, to_a: int, from_a: Packed) -> None:
    for j in range(row.size):
        row[j] = min(row[j], to_a + from_a[j])


@njit(cache=True)
def _through_two(row: Packed, to_a: int, from_a: Packed, to_b: int, from_b: Packed) -> None:
    # Two places a pass halve the writing of the row; these comparisons become vector instructions.
    for j in range(row.size):
        best = row[j]
        through = to_a + from_a[j]
        best = through if through < best else best  # noqa: FURB136
        through = to_b + from_b[j]
        best = through if through < best else best  # noqa: FURB136
        row[j] = best


@njit(cache=True)
def _shorten(ways: Packed, rows: tuple[int, int], through: tuple[int, int], columns: tuple[int, int]) -> None:
    """Shorten the ways of some rows and columns through some places, given as ranges."""
    first, last = columns
    pairs_end = through[0] + (through[1] - through[0]) // 2 * 2
    for i in range(rows[0], rows[1]):
        row = ways[i, first:last]
        for k in range(through[0], pairs_end, 2):
            _through_two(row, ways[i, k], ways[k, first:last], ways[i, k + 1], ways[k + 1, first:last])
        for k in range(pairs_end, through[1]):
            _through_one(row, ways[i, k], ways[k, first:last])


@njit(cache=True)
def shorten_all(ways: Packed) -> None:
    """Replace direct roads by shortest ones, in place.

    Parameters
    ----------
    ways
        Packed direct roads of shape (places, places): zeros on the diagonal, `NO_ROAD`
        where there is none.
    """
    count = ways.shape[0]
    every = (0, count)
    for start in range(0, count, BLOCK):
        block = (start, min(start + BLOCK, count))
        before, after = (0, block[0]), (block[1], count)
        for k in range(block[0], block[1]):
            _shorten(ways, block, (k, k + 1), every)
        # Rows of the block are now final within it, so that one entry into it is enough for the others.
        _shorten(ways, before, block, every)
        _shorten(ways, after, block, every)


@njit(cache=True)
def mark_through(
    lost: NDArray[np.bool_], ways: Packed, to_closed: NDArray[np.int64], from_closed: NDArray[np.int64]
) -> None:
    """Mark the ways that may lead through something closed, in place.

    Parameters
    ----------
    lost
        Marks of shape (places, places).
    ways
        Packed shortest ways while all is open.
    to_closed, from_closed
        Packed ways to what is closed, and from it, of shape (places,); together they pass it.
    """
    for i in range(lost.shape[0]):
        for j in range(lost.shape[1]):
            lost[i, j] |= to_closed[i] + from_closed[j] == ways[i, j]


@njit(cache=True)
def detour(ways: Packed, direct: Packed, lost: NDArray[np.bool_]) -> None:
    """Find lost ways anew, in place: Dijkstra's algorithm from each place, begun at the ways that stay.

    Parameters
    ----------
    ways
        Packed ways, the shortest where they are not lost.
    direct
        Packed direct roads that are open.
    lost
        The ways to find, of shape (places, places).
    """
    for i in range(ways.shape[0]):
        left = np.flatnonzero(lost[i])
        row = ways[i]
        row[left] = NO_ROAD
        for k in np.flatnonzero(~lost[i]):
            for j in left:
                row[j] = min(row[j], row[k] + direct[k, j])
        while left.size:
            nearest = left[np.argmin(row[left])]
            left = left[left != nearest]
            for j in left:
                row[j] = min(row[j], row[nearest] + direct[nearest, j])


class Ways(NamedTuple):
    """Shortest ways between all places, each matrix of shape (places, places).

    Parameters
    ----------
    packed
        Minutes and metres, links included; `NO_ROAD` where there is none.
    fares
        Fares of the links on the way, in đồng per officer.
    charged
        Metres of road: a link's metres are not charged.
    driven
        Minutes of road: a link's minutes are not driven.
    """

    packed: Packed
    fares: NDArray[np.int32]
    charged: NDArray[np.int32]
    driven: NDArray[np.int32]


@njit(cache=True)
def _cost(ways: Ways, i: int, j: int) -> tuple[int, int, int, int]:
    """By what ways are compared, in order."""
    fare, charged, driven = int(ways.fares[i, j]), int(ways.charged[i, j]), int(ways.driven[i, j])
    return int(ways.packed[i, j]), fare, charged, driven


@njit(cache=True)
def _sum(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]


@njit(cache=True)
def put_in_link(ways: Ways, origin: int, destination: int, packed: int, fare: int) -> None:
    """Shorten every way that is shorter through one more link, in place.

    Parameters
    ----------
    ways
        Shortest ways without the link.
    origin, destination
        Numbers of the places that the link joins, in this direction.
    packed
        The link's minutes and metres.
    fare
        The link's fare in đồng per officer.
    """
    count = ways.packed.shape[0]
    link = (packed, fare, 0, 0)
    # What the link does not shorten from its own origin, it shortens from nowhere; and nothing
    # is shortened through a missing road, which is longer than any way.
    shortened = [
        (j, _sum(link, _cost(ways, destination, j)))
        for j in range(count)
        if _sum(link, _cost(ways, destination, j)) < _cost(ways, origin, j)
    ]
    for i in range(count):
        to_link = _cost(ways, i, origin)
        if not _sum(to_link, link) < _cost(ways, i, destination):
            continue
        for j, from_link in shortened:
            through = _sum(to_link, from_link)
            if through < _cost(ways, i, j):
                ways.packed[i, j], ways.fares[i, j] = through[0], through[1]
                ways.charged[i, j], ways.driven[i, j] = through[2], through[3]
