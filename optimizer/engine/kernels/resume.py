"""Taking over a plan from elsewhere, as far as it can be carried out."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    BASE,
    BEST,
    DIRTY,
    FIRST_SLOT,
    FROM,
    FROZEN,
    GROUP,
    NIGHT,
    NIGHTS,
    NOW,
    ROUTES,
    SITE,
    SLOTS,
    STOPS,
    TO,
    UNEVENNESS,
    Problem,
    Scratch,
    State,
    entry,
    kernel,
)
from optimizer.engine.kernels.edits import cases_of, copy_stop, enter, keep_best, remove
from optimizer.engine.kernels.nights import nights_allowed, squeeze
from optimizer.engine.kernels.stock import draw, left_on
from optimizer.engine.kernels.timing import refresh, total_worth
from optimizer.engine.kernels.weights import unevenness


@entry
def lodge(P: Problem, X: State, W: Scratch, t: int):
    """Let team `t` sleep as written in Scratch.work[NIGHT]; False, and nothing done, if it may not."""
    before = P.team[t, BASE]
    for d in range(P.days):
        r = t * P.days + d
        if P.day[r, FROZEN]:
            X.route[NOW, r, FROM] = before
            X.route[NOW, r, TO] = W.work[NIGHT, d]
        before = W.work[NIGHT, d]
    if not nights_allowed(P, X, W, t):
        return False
    before = P.team[t, BASE]
    for d in range(P.days):
        X.route[NOW, t * P.days + d, FROM] = before
        X.route[NOW, t * P.days + d, TO] = W.work[NIGHT, d]
        before = W.work[NIGHT, d]
    return True


@kernel
def take_stop(P: Problem, X: State, r: int, k: int):
    """Serve at stop `k` of the plan now what its amounts say, as far as it is left."""
    i, g = X.stop[NOW, r, k, SITE], P.team[r // P.days, GROUP]
    enter(P, X, i, r)
    for q in range(P.site[i, SLOTS]):
        s = P.site[i, FIRST_SLOT] + q
        n = 0
        if P.fit[g, s]:
            n = max(0, min(X.amount[NOW, r, k, q], left_on(P, X, s, r % P.days)))
        X.amount[NOW, r, k, q] = n
        if n > 0:
            draw(P, X, s, r % P.days, n)


@entry
def admit(P: Problem, X: State, W: Scratch, r: int, now: int):
    """Take the stops of the best plan's day route `r` into the plan now, as far as they can be served.

    A route that misses a window or limit is squeezed; one that must stand is taken as it is.
    """
    X.route[NOW, r, STOPS] = X.route[BEST, r, STOPS]
    for k in range(X.route[NOW, r, STOPS]):
        copy_stop(X, NOW, r, k, BEST, k)
    for k in range(X.route[NOW, r, STOPS]):
        take_stop(P, X, r, k)
    for k in range(X.route[NOW, r, STOPS] - 1, -1, -1):
        if cases_of(P, X, r, k) == 0:
            remove(P, X, W, r, k, now)
    if not refresh(P, X, r) and not P.day[r, FROZEN]:
        squeeze(P, X, W, r, now)


@entry
def adopt(P: Problem, X: State):
    """Make the plan now the best plan, whatever it is worth."""
    X.money[NIGHTS] = 0.0
    for r in range(P.teams * P.days):
        X.route[NOW, r, DIRTY] = 1
        if X.route[NOW, r, TO] != P.team[r // P.days, BASE] and r % P.days < P.days - 1:
            X.money[NIGHTS] += P.night[r // P.days]
    X.money[ROUTES] = total_worth(P, X)
    X.money[UNEVENNESS] = unevenness(P, X)
    keep_best(P, X)
