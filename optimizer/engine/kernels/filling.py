"""How many cases of each service a stop serves in the minutes it has."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    CAP,
    CELL,
    FIRST_SLOT,
    GROUP,
    MINUTES,
    NOW,
    POINTER,
    SITE,
    SLOTS,
    STOPS,
    Problem,
    Scratch,
    State,
    inlined,
    kernel,
)
from optimizer.engine.kernels.stock import draw, left_on
from optimizer.engine.kernels.timing import refresh, slack


@inlined
def fill(left, slot, worth, fit, first: int, end: int, d: int, free: int, price: float):
    """Best use of `free` station-minutes of day `d` by slots `first` … `end` - 1.

    Takes the arrays one by one, since it is the innermost call of the search.
    Returns (worth less price of minutes, worth), as `worth` has it: mđ per case by slot and day.
    """
    net, gross = 0.0, 0.0
    for s in range(first, end):
        n = min(left[slot[s, CELL], d], left[slot[s, CAP], d])
        if n > 0 and fit[s]:
            minutes = slot[s, MINUTES]
            gain = worth[s, d] - price * minutes
            if gain > 0.0:
                n = min(n, free // minutes)
                net += n * gain
                gross += n * worth[s, d]
                free -= n * minutes
    return net, gross


@inlined
def serve(P: Problem, X: State, r: int, k: int, free: int, price: float, worth):
    """Serve as `fill` counts: add cases to stop `k` from `free` station-minutes."""
    g, i, d = P.team[r // P.days, GROUP], X.stop[NOW, r, k, SITE], r % P.days
    first = P.site[i, FIRST_SLOT]
    for s in range(first, first + P.site[i, SLOTS]):
        n = left_on(P, X, s, d)
        minutes = P.slot[s, MINUTES]
        if n > 0 and P.fit[g, s] and worth[s, d] - price * minutes > 0.0:
            n = min(n, free // minutes)
            if n > 0:
                X.amount[NOW, r, k, s - first] += n
                draw(P, X, s, d, n)
                free -= n * minutes


@kernel
def top_up(P: Problem, X: State, W: Scratch, r: int):
    """Give a route's free minutes to its stops, densest slot first (right for a fixed order)."""
    g, n, d = P.team[r // P.days, GROUP], X.route[NOW, r, STOPS], r % P.days
    for k in range(n):
        W.work[POINTER, k] = 0
    while True:
        top, k_top = 0.0, -1
        for k in range(n):
            i = X.stop[NOW, r, k, SITE]
            s = P.site[i, FIRST_SLOT]
            q = W.work[POINTER, k]
            while q < P.site[i, SLOTS] and not (left_on(P, X, s + q, d) > 0 and P.fit[g, s + q]):
                q += 1
            W.work[POINTER, k] = q
            if q < P.site[i, SLOTS] and P.appeal[s + q, d] > top * P.slot[s + q, MINUTES]:
                top, k_top = P.appeal[s + q, d] / P.slot[s + q, MINUTES], k
        if k_top < 0:
            return
        q = W.work[POINTER, k_top]
        W.work[POINTER, k_top] += 1
        s = P.site[X.stop[NOW, r, k_top, SITE], FIRST_SLOT] + q
        m = min(left_on(P, X, s, d), slack(P, X, r, k_top) // P.slot[s, MINUTES])
        if m > 0:
            X.amount[NOW, r, k_top, q] += m
            draw(P, X, s, d, m)
            refresh(P, X, r)
