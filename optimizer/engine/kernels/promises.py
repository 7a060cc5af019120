"""Visits that were promised: what they serve at least, and whether a route keeps one already."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    FIRST_SLOT,
    GROUP,
    LEADER,
    LEAST,
    MINUTES,
    NOW,
    SITE,
    SLOTS,
    STOPS,
    Problem,
    State,
    indices,
    inlined,
    kernel,
)
from optimizer.engine.kernels.stock import draw, left_on

IN_VAIN = -indices(2)[1]
"""Work of a promise that cannot be kept."""


@inlined
def least_work(P: Problem, X: State, r: int, i: int):
    """Station-minutes of the cases that were promised at site `i`; IN_VAIN if they cannot all be served.

    Where nothing but the visit was promised, those of the quickest case: somebody must be served.
    """
    g, work, quickest = P.team[r // P.days, GROUP], 0, IN_VAIN
    for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
        n, left = P.slot[s, LEAST], left_on(P, X, s, r % P.days)
        if n > 0:
            if n > left or not P.fit[g, s]:
                return IN_VAIN
            work += n * P.slot[s, MINUTES]
        elif left > 0 and P.fit[g, s] and (quickest < 0 or P.slot[s, MINUTES] < quickest):
            quickest = P.slot[s, MINUTES]
    return work if work > 0 else quickest


@inlined
def serve_least(P: Problem, X: State, r: int, k: int):
    """Serve the cases that were promised at stop `k`; returns their station-minutes."""
    i, work = X.stop[NOW, r, k, SITE], 0
    first = P.site[i, FIRST_SLOT]
    for s in range(first, first + P.site[i, SLOTS]):
        n = P.slot[s, LEAST]
        if n > 0:
            X.amount[NOW, r, k, s - first] = n
            draw(P, X, s, r % P.days, n)
            work += n * P.slot[s, MINUTES]
    return work


@kernel
def serve_somebody(P: Problem, X: State, r: int, k: int):
    """Serve the quickest case at stop `k`, which nobody has been served at."""
    g, i, quickest = P.team[r // P.days, GROUP], X.stop[NOW, r, k, SITE], IN_VAIN
    for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
        is_quicker = quickest < 0 or P.slot[s, MINUTES] < P.slot[quickest, MINUTES]
        if is_quicker and left_on(P, X, s, r % P.days) > 0 and P.fit[g, s]:
            quickest = s
    X.amount[NOW, r, k, quickest - P.site[i, FIRST_SLOT]] = 1
    draw(P, X, quickest, r % P.days, 1)


@inlined
def is_kept(P: Problem, X: State, r: int, i: int):
    """Does day route `r` keep the promise of site `i`, or one that goes with it?"""
    for k in range(X.route[NOW, r, STOPS]):
        j = X.stop[NOW, r, k, SITE]
        if j == i or P.site[i, LEADER] == j or P.site[j, LEADER] == i:
            return True
    return False
