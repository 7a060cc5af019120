"""Follow-ups that have lost their first step are given back, the latest first."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    BEFORE,
    CELL,
    FIRST_SLOT,
    FROZEN,
    HOST,
    NEXT,
    NOW,
    SITE,
    SITE_REMOVED,
    SLOTS,
    SPOT,
    STOPS,
    TOUCHED,
    TOUCHES,
    Problem,
    Scratch,
    State,
    indices,
    inlined,
    kernel,
)
from optimizer.engine.kernels.edits import cases_of, remove, touch
from optimizer.engine.kernels.stock import draw
from optimizer.engine.kernels.timing import refresh

NOBODY = -indices(2)[1]
"""The day route that serves a slot when none does."""


@kernel
def first_shortage(P: Problem, X: State, c: int):
    """First day until which more of cell `c` is served than has become due; `days` if there is none."""
    for d in range(P.days):
        if X.margin[c, d] < 0:
            return d
    return P.days


@kernel
def latest_server(P: Problem, X: State, c: int, until: int):
    """Day route, stop and slot that serve cell `c` latest, no later than day `until`."""
    top, at, stop, slot = -1, NOBODY, NOBODY, NOBODY
    for u in range(P.first_user[c], P.first_user[c + 1]):
        s = P.user[u]
        i = P.slot[s, HOST]
        spot, q = P.site[i, SPOT], s - P.site[i, FIRST_SLOT]
        for z in range(1, X.visits[spot, 0] + 1):
            r = X.visits[spot, z]
            if top < r % P.days <= until and not P.day[r, FROZEN]:
                for k in range(X.route[NOW, r, STOPS]):
                    if X.stop[NOW, r, k, SITE] == i and X.amount[NOW, r, k, q] > 0:
                        top, at, stop, slot = r % P.days, r, k, s
    return at, stop, slot


@kernel
def give_up(P: Problem, X: State, W: Scratch, c: int, now: int):
    """Serve no more of cell `c` than has become due; False if what stands in the way may not be changed."""
    while True:
        d = first_shortage(P, X, c)
        if d == P.days:
            return True
        r, k, s = latest_server(P, X, c, d)
        if r < 0:
            return False
        touch(X, W, r, now)
        i = X.stop[NOW, r, k, SITE]
        q = s - P.site[i, FIRST_SLOT]
        n = min(X.amount[NOW, r, k, q], -X.margin[c, d])
        X.amount[NOW, r, k, q] -= n
        draw(P, X, s, r % P.days, -n)
        W.stamp[SITE_REMOVED, i] = now
        if cases_of(P, X, r, k) == 0 or P.bonus[i] > 0.0:
            remove(P, X, W, r, k, now)
        refresh(P, X, r)


@inlined
def mend(P: Problem, X: State, W: Scratch, now: int):
    """Give up every follow-up that this round has left without its first step; False if one must stand."""
    z = 0
    while z < W.counter[TOUCHES]:  # giving up touches more day routes
        r = W.work[TOUCHED, z]
        for k in range(X.route[BEFORE, r, STOPS]):
            i = X.stop[BEFORE, r, k, SITE]
            for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
                c = P.stock[P.slot[s, CELL], NEXT]
                if c >= 0 and not give_up(P, X, W, c, now):
                    return False
        z += 1
    return True
