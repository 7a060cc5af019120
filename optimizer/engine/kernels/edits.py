"""Changes of the plan that can be taken back, and the keeping of the best plan."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    BASE,
    BEFORE,
    BEST,
    BEST_TOTAL,
    BREAK_AT,
    DIRTY,
    FROM,
    FROZEN,
    NIGHTS,
    NOW,
    ROUTE_TOUCHED,
    ROUTES,
    SITE,
    SITE_REMOVED,
    SLOTS,
    SPOT,
    STOPS,
    TO,
    TOUCHED,
    TOUCHES,
    UNEVENNESS,
    WINDOW,
    Problem,
    Scratch,
    State,
    entry,
    kernel,
)
from optimizer.engine.kernels.stock import give_back, restock
from optimizer.engine.kernels.timing import refresh, total_worth
from optimizer.engine.kernels.weights import unevenness


@kernel
def copy_stop(X: State, to: int, r: int, k: int, origin: int, j: int):
    """Copy what defines a stop: site, window and amounts."""
    X.stop[to, r, k, SITE] = X.stop[origin, r, j, SITE]
    X.stop[to, r, k, WINDOW] = X.stop[origin, r, j, WINDOW]
    for q in range(X.amount.shape[3]):
        X.amount[to, r, k, q] = X.amount[origin, r, j, q]


@kernel
def copy_route(X: State, to: int, r: int, origin: int):
    """Copy what defines a day route."""
    n = X.route[origin, r, STOPS]
    X.route[to, r, STOPS] = n
    X.route[to, r, FROM] = X.route[origin, r, FROM]
    X.route[to, r, TO] = X.route[origin, r, TO]
    X.route[to, r, BREAK_AT] = X.route[origin, r, BREAK_AT]
    X.worth[to, r] = X.worth[origin, r]
    for k in range(n):
        copy_stop(X, to, r, k, origin, k)


@kernel
def touch(X: State, W: Scratch, r: int, now: int):
    """Remember a route before its first change in round `now`."""
    if W.stamp[ROUTE_TOUCHED, r] == now:
        return
    W.stamp[ROUTE_TOUCHED, r] = now
    W.work[TOUCHED, W.counter[TOUCHES]] = r
    W.counter[TOUCHES] += 1
    copy_route(X, BEFORE, r, NOW)


@kernel
def enter(P: Problem, X: State, i: int, r: int):
    """Note that day route `r` visits the spot of site `i`."""
    spot = P.site[i, SPOT]
    X.visits[spot, 0] += 1
    X.visits[spot, X.visits[spot, 0]] = r


@kernel
def leave(P: Problem, X: State, i: int, r: int):
    """Forget one visit of day route `r` to the spot of site `i`."""
    spot = P.site[i, SPOT]
    m = X.visits[spot, 0]
    for q in range(1, m + 1):
        if X.visits[spot, q] == r:
            X.visits[spot, q] = X.visits[spot, m]
            X.visits[spot, 0] = m - 1
            return


@kernel
def remove(P: Problem, X: State, W: Scratch, r: int, k: int, now: int):
    """Take stop `k` out of a touched route; the caller refreshes it."""
    i = X.stop[NOW, r, k, SITE]
    give_back(P, X, r, k, 1)
    leave(P, X, i, r)
    for j in range(k, X.route[NOW, r, STOPS] - 1):
        copy_stop(X, NOW, r, j, NOW, j + 1)
    X.route[NOW, r, STOPS] -= 1
    W.stamp[SITE_REMOVED, i] = now


@kernel
def open_stop(P: Problem, X: State, r: int, p: int, i: int, w: int):
    """Put an empty stop at site `i` before position `p` of a touched route."""
    for j in range(X.route[NOW, r, STOPS], p, -1):
        copy_stop(X, NOW, r, j, NOW, j - 1)
    X.stop[NOW, r, p, SITE] = i
    X.stop[NOW, r, p, WINDOW] = w
    for q in range(X.amount.shape[3]):
        X.amount[NOW, r, p, q] = 0
    X.route[NOW, r, STOPS] += 1
    enter(P, X, i, r)


@kernel
def cases_of(P: Problem, X: State, r: int, k: int):
    """Cases served at stop `k`."""
    cases = 0
    for q in range(P.site[X.stop[NOW, r, k, SITE], SLOTS]):
        cases += X.amount[NOW, r, k, q]
    return cases


@kernel
def wipe(P: Problem, X: State, W: Scratch, r: int, now: int):
    """Take every stop out of a route but those that were promised."""
    if P.day[r, FROZEN]:
        return
    touch(X, W, r, now)
    for k in range(X.route[NOW, r, STOPS] - 1, -1, -1):
        if P.bonus[X.stop[NOW, r, k, SITE]] == 0.0:
            remove(P, X, W, r, k, now)
    refresh(P, X, r)


@kernel
def restore(P: Problem, X: State, W: Scratch):
    """Take back every change of this round."""
    for z in range(W.counter[TOUCHES]):
        r = W.work[TOUCHED, z]
        for k in range(X.route[NOW, r, STOPS]):
            give_back(P, X, r, k, 1)
            leave(P, X, X.stop[NOW, r, k, SITE], r)
    for z in range(W.counter[TOUCHES]):
        r = W.work[TOUCHED, z]
        settle(P, X, r, BEFORE)


@kernel
def settle(P: Problem, X: State, r: int, origin: int):
    """Make a day route what it was in `origin`; its stops now must have been given back."""
    copy_route(X, NOW, r, origin)
    for k in range(X.route[NOW, r, STOPS]):
        give_back(P, X, r, k, -1)
        enter(P, X, X.stop[NOW, r, k, SITE], r)
    refresh(P, X, r)


@kernel
def total(X: State):
    """The objective of the plan now, in mđ, with the bonus of every promise kept."""
    return X.money[ROUTES] - X.money[NIGHTS] - X.money[UNEVENNESS]


@kernel
def keep_best(P: Problem, X: State):
    """Make the plan now the best plan; only dirty routes differ."""
    for r in range(P.teams * P.days):
        if X.route[NOW, r, DIRTY]:
            X.route[NOW, r, DIRTY] = 0
            copy_route(X, BEST, r, NOW)
    X.money[BEST_TOTAL] = total(X)


@entry
def return_to_best(P: Problem, X: State):
    """Make the best plan the plan now."""
    restock(P, X)
    for i in range(P.sites):
        X.visits[i, 0] = 0
    X.money[NIGHTS] = 0.0
    for r in range(P.teams * P.days):
        settle(P, X, r, BEST)
        X.route[NOW, r, DIRTY] = 0
        if X.route[NOW, r, TO] != P.team[r // P.days, BASE] and r % P.days < P.days - 1:
            X.money[NIGHTS] += P.night[r // P.days]
    X.money[ROUTES] = total_worth(P, X)
    X.money[UNEVENNESS] = unevenness(P, X)
    X.money[BEST_TOTAL] = total(X)
