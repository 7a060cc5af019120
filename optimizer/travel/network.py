"""The direct roads of one kind of vehicle, and the shortest ways through those that are open."""

from __future__ import annotations

import numpy as np

from optimizer.travel.closed import Closed
from optimizer.travel.packed import NO_ROAD, Packed

MOST_LOST = 1 / 8
"""Share of ways lost to closures above which all are found anew: finding each by itself takes longer."""


class Network:
    """Direct roads between all places, and all shortest ways through them.

    Dates with closures begin from the ways of the other dates: only those that may have led
    through something closed are found anew.

    Parameters
    ----------
    direct
        Packed direct roads of shape (places, places), zeros on the diagonal; kept, not copied.
    """

    def __init__(self, direct: Packed) -> None:
        # Here and not above: importing numba takes a while, and its cache must be chosen before.
        from optimizer.kernel_cache import prepare

        prepare()
        from optimizer.travel.shortest import shorten_all

        self._direct = direct
        self._shortest = direct.copy()
        shorten_all(self._shortest)

    def shortest(self, closed: Closed) -> Packed:
        """The shortest ways through roads that are not closed, as a new matrix."""
        from optimizer.travel.shortest import detour, mark_through, shorten_all

        ways = self._shortest.copy()
        if not (closed.ways or closed.places):
            return ways
        lost = np.zeros(ways.shape, dtype=np.bool_)
        for place in closed.places:
            mark_through(lost, ways, ways[:, place].copy(), ways[place])
            lost[place, :] = lost[:, place] = True
        for pair in closed.ways:
            for origin, destination in (pair, pair[::-1]):
                road = self._direct[origin, destination]
                if road < NO_ROAD:
                    mark_through(lost, ways, ways[:, origin] + road, ways[destination])
        np.fill_diagonal(lost, val=False)
        still_open = self._direct.copy()
        closed.close(still_open)
        if lost.mean() > MOST_LOST:
            shorten_all(still_open)
            return still_open
        detour(ways, still_open, lost)
        return ways
