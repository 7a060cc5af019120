"""In what order sites are inserted, and in which day routes they are tried."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    CANDIDATE,
    GAP,
    LISTINGS,
    NOW,
    ROUTE_LISTED,
    TOUCHED,
    TOUCHES,
    TRIED,
    Problem,
    Scratch,
    State,
    indices,
    inlined,
    kernel,
)
from optimizer.engine.kernels.chance import below
from optimizer.engine.kernels.timing import fits

NEARBY, EVERYWHERE = indices(2)
"""Which day routes a rebuild tries."""

NEIGHBOURS = 25
"""Day routes that visit one of so many nearest sites are tried for a removed site."""

RANDOM_ROUTES = 8
"""So many other day routes are tried as well."""


@kernel
def sort_candidates(W: Scratch, m: int):
    """Sort the first `m` candidates by key, ascending."""
    for a in range(1, m):
        key, c, b = W.key[a], W.work[CANDIDATE, a], a - 1
        while b >= 0 and W.key[b] > key:
            W.key[b + 1] = W.key[b]
            W.work[CANDIDATE, b + 1] = W.work[CANDIDATE, b]
            b -= 1
        W.key[b + 1] = key
        W.work[CANDIDATE, b + 1] = c


@inlined
def list_route(P: Problem, X: State, W: Scratch, i: int, r: int, m: int):
    """Add a route to those tried for site `i`, once; returns how many there are."""
    if W.stamp[ROUTE_LISTED, r] == W.counter[LISTINGS]:
        return m
    W.stamp[ROUTE_LISTED, r] = W.counter[LISTINGS]
    if X.route[NOW, r, GAP] > 0 and fits(P, r, i):
        W.work[TRIED, m] = r
        return m + 1
    return m


@inlined
def list_routes(P: Problem, X: State, W: Scratch, i: int, wide: bool, where: int):
    """Routes worth trying for site `i`: the touched ones; if `wide`, those near it; or all."""
    W.counter[LISTINGS] += 1
    m = 0
    if where == EVERYWHERE:
        for r in range(P.teams * P.days):
            m = list_route(P, X, W, i, r, m)
        return m
    for z in range(W.counter[TOUCHES]):
        m = list_route(P, X, W, i, W.work[TOUCHED, z], m)
    if wide:
        for a in range(min(NEIGHBOURS, P.near.shape[1])):
            j = P.near[i, a]
            for q in range(1, X.visits[j, 0] + 1):
                m = list_route(P, X, W, i, X.visits[j, q], m)
        for _ in range(RANDOM_ROUTES):
            m = list_route(P, X, W, i, below(X.seed, P.teams * P.days), m)
    return m
