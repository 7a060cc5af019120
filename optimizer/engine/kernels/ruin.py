"""Taking stops out: adjacent strings near a seed, and giving back part of what is served."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    BEFORE,
    CANDIDATE,
    FIRST_SLOT,
    FROZEN,
    LEAST,
    NOW,
    ROUTE_TOUCHED,
    SITE,
    SITE_LISTED,
    SITE_REMOVED,
    SLOTS,
    SPOT,
    STOPS,
    TOUCHED,
    TOUCHES,
    Problem,
    Scratch,
    State,
    kernel,
)
from optimizer.engine.kernels.chance import below, uniform
from optimizer.engine.kernels.edits import remove, touch
from optimizer.engine.kernels.stock import any_left, draw
from optimizer.engine.kernels.timing import refresh

LEFT_NEARBY = 60
"""Unserved sites among so many nearest the seed become candidates."""


@kernel
def cut_string(P: Problem, X: State, W: Scratch, r: int, i: int, longest: int, now: int):
    """Remove a string of stops around spot `i` from day route `r`, at times sparing one; never a promise."""
    touch(X, W, r, now)
    n, at = X.route[NOW, r, STOPS], 0
    for k in range(n):
        if P.site[X.stop[NOW, r, k, SITE], SPOT] == i:
            at = k
    length = 1 + below(X.seed, min(n, longest))
    low, high = max(0, at - length + 1), min(at, n - length)
    start = low + below(X.seed, high - low + 1)
    spared = -1
    if length > 2 and uniform(X.seed) < 0.5:
        spared = start + below(X.seed, length)
    for k in range(start + length - 1, start - 1, -1):
        if k != spared and P.bonus[X.stop[NOW, r, k, SITE]] == 0.0:
            remove(P, X, W, r, k, now)
    refresh(P, X, r)


@kernel
def cut_strings(P: Problem, X: State, W: Scratch, seed: int, routes: int, longest: int, now: int):
    """Remove a string from each of up to `routes` day routes that pass nearest the seed.

    References
    ----------
    Christiaens and Vanden Berghe, Slack Induction by String Removals, Transportation
    Science 54(2), 2020, section 5.1.
    """
    done = 0
    for a in range(P.near.shape[1]):
        i = P.near[seed, a]
        for q in range(X.visits[i, 0], 0, -1):
            if done >= routes:
                return
            if q > X.visits[i, 0]:
                continue
            r = X.visits[i, q]
            if W.stamp[ROUTE_TOUCHED, r] != now and not P.day[r, FROZEN]:
                cut_string(P, X, W, r, i, longest, now)
                done += 1


@kernel
def give_back_some(P: Problem, X: State, W: Scratch, now: int):
    """Take part of the cases away from about half the stops of the touched routes."""
    for z in range(W.counter[TOUCHES]):
        r = W.work[TOUCHED, z]
        for k in range(X.route[NOW, r, STOPS]):
            if uniform(X.seed) < 0.5:
                shrink(P, X, W, r, k, uniform(X.seed), now)
        refresh(P, X, r)


@kernel
def shrink(P: Problem, X: State, W: Scratch, r: int, k: int, share: float, now: int):
    """Give back `share` of a stop's cases, keeping at least one; the caller refreshes."""
    i = X.stop[NOW, r, k, SITE]
    s, kept = P.site[i, FIRST_SLOT], 0
    for q in range(P.site[i, SLOTS]):
        a = X.amount[NOW, r, k, q]
        n = min(int(a * share), a - P.slot[s + q, LEAST])
        if n == a and a > 0 and kept == 0:
            n = a - 1
        kept += a - n
        if n > 0:
            X.amount[NOW, r, k, q] -= n
            draw(P, X, s + q, r % P.days, -n)
    W.stamp[SITE_REMOVED, i] = now


@kernel
def list_candidate(P: Problem, X: State, W: Scratch, i: int, m: int, now: int):
    """Add a site to the candidates for insertion, once; returns how many there are."""
    if W.stamp[SITE_LISTED, i] == now or not any_left(P, X, i):
        return m
    W.stamp[SITE_LISTED, i] = now
    W.work[CANDIDATE, m] = i
    return m + 1


@kernel
def list_candidates(P: Problem, X: State, W: Scratch, seed: int, now: int):
    """What was removed or shrunk in this round, and what is left near the seed."""
    m = 0
    for z in range(W.counter[TOUCHES]):
        r = W.work[TOUCHED, z]
        for k in range(X.route[BEFORE, r, STOPS]):
            i = X.stop[BEFORE, r, k, SITE]
            if W.stamp[SITE_REMOVED, i] == now:
                m = list_candidate(P, X, W, i, m, now)
    for a in range(min(LEFT_NEARBY, P.near.shape[1])):
        m = list_candidate(P, X, W, P.near[seed, a], m, now)
    return m
