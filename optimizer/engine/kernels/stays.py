"""The nights of a team written anew, and its days mended after it."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    AVAILABLE,
    BASE,
    END_ANYWHERE,
    FROM,
    FROZEN,
    GROUP,
    HOME_WHEN_OFF,
    LAYER,
    MAX_NIGHTS,
    NIGHT,
    NIGHTS,
    NOW,
    SETUP,
    SITE,
    STOPS,
    TO,
    TOUCHED,
    TOUCHES,
    Problem,
    Scratch,
    State,
    kernel,
)
from optimizer.engine.kernels.chance import uniform
from optimizer.engine.kernels.edits import remove, touch, wipe
from optimizer.engine.kernels.filling import top_up
from optimizer.engine.kernels.ruin import shrink
from optimizer.engine.kernels.timing import refresh


@kernel
def drop_longest(P: Problem, X: State, W: Scratch, r: int, now: int):
    """Remove the stop whose absence saves most minutes, with some noise."""
    layer, n = P.day[r, LAYER], X.route[NOW, r, STOPS]
    before, k_top, top = X.route[NOW, r, FROM], 0, -1.0
    for k in range(n):
        i = X.stop[NOW, r, k, SITE]
        place = P.first_site + i
        after = P.first_site + X.stop[NOW, r, k + 1, SITE] if k + 1 < n else X.route[NOW, r, TO]
        saved = P.minutes[layer, before, place] + P.minutes[layer, place, after]
        saved += P.site[i, SETUP] - P.minutes[layer, before, after]
        noisy = saved * (0.3 + uniform(X.seed))
        if noisy > top:
            k_top, top = k, noisy
        before = place
    remove(P, X, W, r, k_top, now)


@kernel
def squeeze(P: Problem, X: State, W: Scratch, r: int, now: int):
    """Make a route fit: cut its amounts to one case a stop, then drop stops, then fill up again."""
    for k in range(X.route[NOW, r, STOPS]):
        shrink(P, X, W, r, k, 1.0, now)
    ok = refresh(P, X, r)
    while not ok and X.route[NOW, r, STOPS] > 0:
        drop_longest(P, X, W, r, now)
        ok = refresh(P, X, r)
    if ok:
        top_up(P, X, W, r)
    return ok


@kernel
def read_nights(P: Problem, X: State, W: Scratch, t: int):
    """Write where team `t` sleeps after each day into Scratch.work[NIGHT]."""
    for d in range(P.days):
        W.work[NIGHT, d] = X.route[NOW, t * P.days + d, TO]


@kernel
def nights_allowed(P: Problem, X: State, W: Scratch, t: int):
    """Do the nights written keep to what is frozen and to R2: days off, beds, long stays, home at last?"""
    base, anywhere = P.team[t, BASE], P.team[t, END_ANYWHERE]
    away, before = 0, base
    for d in range(P.days):
        r, place = t * P.days + d, W.work[NIGHT, d]
        if P.day[r, FROZEN]:
            if before != X.route[NOW, r, FROM] or place != X.route[NOW, r, TO]:
                return False
        elif not P.day[r, AVAILABLE] and (place != before or (P.team[t, HOME_WHEN_OFF] and place != base)):
            return False
        away = away + 1 if place != base else 0
        if away > 0 and not P.may_sleep[P.team[t, GROUP], place]:
            return False
        if away > P.team[t, MAX_NIGHTS] and not (anywhere and d == P.days - 1):
            return False
        before = place
    return anywhere or before == base


@kernel
def set_nights(P: Problem, X: State, W: Scratch, t: int, now: int):
    """Let team `t` sleep as written in Scratch.work[NIGHT]; days that no longer fit are squeezed.

    False if that is not allowed or a day cannot be made to fit; the round must then be taken back.
    """
    if not nights_allowed(P, X, W, t):
        return False
    base = P.team[t, BASE]
    before = base
    for d in range(P.days):
        r, place = t * P.days + d, W.work[NIGHT, d]
        if X.route[NOW, r, FROM] != before or X.route[NOW, r, TO] != place:
            touch(X, W, r, now)
            if d < P.days - 1:
                X.money[NIGHTS] += P.night[t] * (int(place != base) - int(X.route[NOW, r, TO] != base))
            X.route[NOW, r, FROM] = before
            X.route[NOW, r, TO] = place
            if not refresh(P, X, r) and not squeeze(P, X, W, r, now):
                return False
        before = place
    return True


@kernel
def trim_stay(P: Problem, X: State, W: Scratch, t: int, first: int, last: int):
    """Shorten the written stay around days `first` … `last` to what is allowed, from its ends."""
    base, low, high = P.team[t, BASE], first, last
    while low > 0 and W.work[NIGHT, low - 1] != base:
        low -= 1
    while high < P.days - 1 and W.work[NIGHT, high + 1] != base:
        high += 1
    while high - low + 1 > P.team[t, MAX_NIGHTS]:
        if high > last and (low == first or uniform(X.seed) < 0.5):
            W.work[NIGHT, high] = base
            high -= 1
        elif low < first:
            W.work[NIGHT, low] = base
            low += 1
        else:
            return


@kernel
def wipe_touched(P: Problem, X: State, W: Scratch, now: int):
    """Empty the days that this round has touched, so that they are built anew."""
    for z in range(W.counter[TOUCHES]):
        wipe(P, X, W, W.work[TOUCHED, z], now)
