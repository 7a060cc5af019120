"""Minutes and metres in one integer, so that comparing two ways is comparing two numbers.

A packed way is ``minutes × 2³¹ + metres``: less is fewer minutes, ties fewer metres, and the
sum of two is the way through both.  Totals below 2³⁰ minutes and 2³¹ metres are exact.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Packed = NDArray[np.int64]
"""Packed ways, from row to column."""

METRE_BITS = 31
NO_ROAD = 1 << 61
"""Longer than any way, and small enough that the sum of two does not overflow.

It stays inside this room: in a `TravelMatrix`, no road is a mask.
"""


def pack(minutes: NDArray[np.integer[Any]], metres: NDArray[np.integer[Any]]) -> Packed:
    """Minutes and metres, of one shape, in one integer each."""
    ways = minutes.astype(np.int64)
    ways <<= METRE_BITS
    ways += metres
    return ways


def unpack(ways: Packed) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The minutes and metres of packed ways; they mean nothing where there is no road."""
    minutes = (ways >> METRE_BITS).astype(np.int32)
    metres = (ways & ((1 << METRE_BITS) - 1)).astype(np.int32)
    return minutes, metres
