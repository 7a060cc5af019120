"""Taking over a plan from elsewhere, as far as it can be carried out."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    AVAILABLE,
    BASE,
    BEST,
    DIRTY,
    FIRST_SLOT,
    FOLLOWS,
    FROM,
    FROZEN,
    GROUP,
    LEAST,
    MOST_TEAMS,
    NIGHT,
    NIGHTS,
    NOW,
    ROUTES,
    SITE,
    SLOTS,
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
from optimizer.engine.kernels.edits import cases_of, copy_stop, enter, keep_best, remove
from optimizer.engine.kernels.follow_ups import give_up
from optimizer.engine.kernels.insertion import crowded
from optimizer.engine.kernels.stays import nights_allowed, squeeze
from optimizer.engine.kernels.stock import draw, left_on
from optimizer.engine.kernels.timing import refresh, total_worth
from optimizer.engine.kernels.weights import unevenness


@entry
def lodge(P: Problem, X: State, W: Scratch, t: int):
    """Let team `t`, which has no stops yet, sleep as written in Scratch.work[NIGHT].

    False if it may not, or cannot go from bed to bed in a day; it must then be told otherwise.
    """
    before = P.team[t, BASE]
    for d in range(P.days):
        r = t * P.days + d
        X.route[NOW, r, FROM] = before
        X.route[NOW, r, TO] = W.work[NIGHT, d]
        before = W.work[NIGHT, d]
    if not nights_allowed(P, X, W, t):
        return False
    ok = True
    for d in range(P.days):
        r = t * P.days + d
        there = refresh(P, X, r) or X.route[NOW, r, FROM] == X.route[NOW, r, TO]
        ok = ok and (there or P.day[r, FROZEN])
    return ok


@entry
def place(P: Problem, X: State, r: int):
    """Put the best plan's stops of day route `r` into the plan now, with nobody served yet.

    Stops on a day off and at a crowded site are left out, there as well; a day that must stand is
    taken as it is.
    """
    n = 0
    for k in range(X.route[BEST, r, STOPS]):
        i, w = X.stop[BEST, r, k, SITE], X.stop[BEST, r, k, WINDOW]
        free = P.day[r, AVAILABLE] and not (P.site[i, MOST_TEAMS] > 0 and crowded(P, X, r, i, w))
        if free or P.day[r, FROZEN]:
            copy_stop(X, BEST, r, n, BEST, k)
            copy_stop(X, NOW, r, n, BEST, k)
            for q in range(P.site[i, SLOTS]):
                X.amount[NOW, r, n, q] = 0
            n += 1
            X.route[NOW, r, STOPS] = n
            enter(P, X, i, r)
    X.route[BEST, r, STOPS] = n


@entry
def serve_more(P: Problem, X: State, r: int):
    """Serve what the best plan's day route `r` serves, as far as it is left; returns how many cases more."""
    g, more = P.team[r // P.days, GROUP], 0
    for k in range(X.route[NOW, r, STOPS]):
        i = X.stop[NOW, r, k, SITE]
        for q in range(P.site[i, SLOTS]):
            s = P.site[i, FIRST_SLOT] + q
            n = min(X.amount[BEST, r, k, q] - X.amount[NOW, r, k, q], left_on(P, X, s, r % P.days))
            if n > 0 and P.fit[g, s]:
                X.amount[NOW, r, k, q] += n
                draw(P, X, s, r % P.days, n)
                more += n
    return more


@kernel
def is_worth_a_stop(P: Problem, X: State, r: int, k: int):
    """Is anybody served at stop `k`, and as many as were promised?"""
    i = X.stop[NOW, r, k, SITE]
    for q in range(P.site[i, SLOTS]):
        if X.amount[NOW, r, k, q] < P.slot[P.site[i, FIRST_SLOT] + q, LEAST]:
            return False
    return cases_of(P, X, r, k) > 0


@entry
def fit_in(P: Problem, X: State, W: Scratch, r: int, now: int):
    """Drop the stops of day route `r` at which too few are served; squeeze it if it breaks a limit."""
    for k in range(X.route[NOW, r, STOPS] - 1, -1, -1):
        if not is_worth_a_stop(P, X, r, k):
            remove(P, X, W, r, k, now)
    if not refresh(P, X, r) and not P.day[r, FROZEN]:
        squeeze(P, X, W, r, now)


@entry
def make_good(P: Problem, X: State, W: Scratch, now: int):
    """Give up follow-ups that were left without their first step, and fit in again the days they were on."""
    again = True
    while again:
        again = False
        for c in range(P.stock.shape[0]):
            if P.stock[c, FOLLOWS]:
                give_up(P, X, W, c, now)
        for z in range(W.counter[TOUCHES]):
            if not refresh(P, X, W.work[TOUCHED, z]):
                squeeze(P, X, W, W.work[TOUCHED, z], now)
                again = True


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
