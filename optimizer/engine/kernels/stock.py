"""What is left to be served on each day: outstanding cases, follow-ups and the turnout of guests."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    AFTER,
    CAP,
    CELL,
    CLOSES,
    FIRST_SLOT,
    FOLLOWS,
    NEXT,
    NOW,
    OPENS,
    SITE,
    SLOTS,
    Problem,
    State,
    inlined,
    kernel,
)


@inlined
def level(P: Problem, X: State, c: int):
    """Write what may be drawn of a follow-up on each day: no more than its least margin from then on."""
    low = X.margin[c, P.days - 1]
    for d in range(P.days - 1, -1, -1):
        low = min(low, X.margin[c, d])
        X.left[c, d] = low if P.stock[c, OPENS] <= d <= P.stock[c, CLOSES] else 0


@inlined
def draw(P: Problem, X: State, s: int, d: int, n: int):
    """Serve `n` cases of slot `s` on day `d`; a negative `n` gives them back."""
    c, cap = P.slot[s, CELL], P.slot[s, CAP]
    if P.stock[c, FOLLOWS]:
        for e in range(d, P.days):
            X.margin[c, e] -= n
        level(P, X, c)
    else:
        for e in range(P.stock[c, OPENS], P.stock[c, CLOSES] + 1):
            X.left[c, e] -= n
    if cap < P.stock.shape[0] - 1:
        for e in range(P.days):
            X.left[cap, e] -= n
    following = P.stock[c, NEXT]
    if following >= 0:
        for e in range(d + P.stock[c, AFTER], P.days):
            X.margin[following, e] += n
        level(P, X, following)


@inlined
def left_on(P: Problem, X: State, s: int, d: int):
    """Cases of slot `s` that may still be served on day `d`."""
    return min(X.left[P.slot[s, CELL], d], X.left[P.slot[s, CAP], d])


@inlined
def left_in_all(P: Problem, X: State, s: int):
    """Cases of slot `s` that may still be served on its last day, when most may be."""
    d = P.stock[P.slot[s, CELL], CLOSES]
    return left_on(P, X, s, d)


@inlined
def any_left(P: Problem, X: State, i: int):
    """May any cases still be served at site `i`?"""
    for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
        if left_in_all(P, X, s) > 0:
            return True
    return False


@inlined
def give_back(P: Problem, X: State, r: int, k: int, sign: int):
    """Return a stop's cases to what is left (sign 1), or take them again (-1)."""
    i = X.stop[NOW, r, k, SITE]
    for q in range(P.site[i, SLOTS]):
        n = X.amount[NOW, r, k, q]
        if n > 0:
            draw(P, X, P.site[i, FIRST_SLOT] + q, r % P.days, -sign * n)


@kernel
def restock(P: Problem, X: State):
    """Nothing is served."""
    for c in range(P.stock.shape[0]):
        for d in range(P.days):
            X.left[c, d] = P.supply[c, d]
            X.margin[c, d] = P.supply[c, d]
        if P.stock[c, FOLLOWS]:
            level(P, X, c)
