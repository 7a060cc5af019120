"""Where teams sleep: moves that change the nights of one team."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    AVAILABLE,
    BASE,
    CELL,
    END_ANYWHERE,
    FIRST_DAY,
    FIRST_SLOT,
    FROM,
    GROUP,
    HOME_WHEN_OFF,
    LAST_DAY,
    LAYER,
    MAX_NIGHTS,
    NIGHT,
    NOW,
    SITE,
    SLOTS,
    STATIONS,
    STOPS,
    TARIFF,
    TO,
    Problem,
    Scratch,
    State,
    indices,
    kernel,
)
from optimizer.engine.kernels.chance import below, uniform
from optimizer.engine.kernels.edits import wipe
from optimizer.engine.kernels.stays import read_nights, set_nights, trim_stay, wipe_touched
from optimizer.engine.kernels.stock import left_in_all

NOTHING_TO_DO = -indices(2)[1]
"""What a move returns instead of a seed site when it cannot be made."""


@kernel
def some_stop(X: State, r: int):
    """A random site visited by day route `r`, which has stops."""
    return X.stop[NOW, r, below(X.seed, X.route[NOW, r, STOPS]), SITE]


@kernel
def nights_to_choose(P: Problem, t: int):
    """After how many of the first days team `t` may sleep away from its base."""
    if P.team[t, MAX_NIGHTS] == 0 and not P.team[t, END_ANYWHERE]:
        return 0
    return P.days - 1 + P.team[t, END_ANYWHERE]


@kernel
def sleep_elsewhere(P: Problem, X: State, W: Scratch, now: int):
    """One or several nights of one team near a stop of that day or the next, or given up; returns a seed."""
    t = below(X.seed, P.teams)
    base, beds, last = P.team[t, BASE], P.beds.shape[1], nights_to_choose(P, t)
    if beds == 0 or last == 0:
        return NOTHING_TO_DO
    read_nights(P, X, W, t)
    d = below(X.seed, last)
    r = t * P.days + d
    near = r
    if d < P.days - 1 and (X.route[NOW, r, STOPS] == 0 or uniform(X.seed) < 0.5):
        near = r + 1
    seed = below(X.seed, P.sites)
    if X.route[NOW, near, STOPS] > 0 and uniform(X.seed) < 0.8:
        seed = some_stop(X, near)
    place, u = P.beds[seed, below(X.seed, beds)], uniform(X.seed)
    if u < 0.35 and X.route[NOW, r, TO] != base:
        W.work[NIGHT, d] = base
        if uniform(X.seed) < 0.5:
            give_up_stay(P, W, t, d)
    else:
        nights = 1 + below(X.seed, P.team[t, MAX_NIGHTS]) if u > 0.6 else 1
        q = d
        while q < last and (q < d + nights or not P.day[t * P.days + q, AVAILABLE]):
            if P.team[t, HOME_WHEN_OFF] and not P.day[t * P.days + q + 1, AVAILABLE]:
                break
            W.work[NIGHT, q] = place
            q += 1
        while q > d and q < P.days and not P.day[t * P.days + q, AVAILABLE]:
            W.work[NIGHT, q] = W.work[NIGHT, q - 1]
            q += 1
    if not set_nights(P, X, W, t, now):
        return NOTHING_TO_DO
    if uniform(X.seed) < 0.4:
        wipe_touched(P, X, W, now)
    return seed if uniform(X.seed) < 0.5 else P.around[place]


@kernel
def give_up_stay(P: Problem, W: Scratch, t: int, d: int):
    """Write home for all nights of the stay around day `d`."""
    base = P.team[t, BASE]
    q = d - 1
    while q >= 0 and W.work[NIGHT, q] != base:
        W.work[NIGHT, q] = base
        q -= 1
    q = d + 1
    while q < P.days and W.work[NIGHT, q] != base:
        W.work[NIGHT, q] = base
        q += 1


@kernel
def cheapest_bed(P: Problem, X: State, t: int, r: int, last: int, first: int, nights: int, price: float):
    """Where the team best sleeps between places `last` and `first`, with noise; -1 if nowhere new."""
    layer, tariff, base, beds = P.day[r, LAYER], P.day[r, TARIFF], P.team[t, BASE], P.beds.shape[1]
    top, at = -1.0, -1
    for z in range(2 * beds + 1):
        place = base
        if z < 2 * beds:
            origin = last if z < beds else first
            if origin < P.first_site:
                continue
            place = P.beds[origin - P.first_site, z % beds]
        if place == X.route[NOW, r, TO]:
            continue
        minutes = P.minutes[layer, last, place] + P.minutes[layer, place, first]
        cost = price * P.team[t, STATIONS] * minutes
        cost += P.cost[tariff, last, place] + P.cost[tariff, place, first]
        if place != base:
            cost += P.night[t] * nights
        cost *= 0.6 + 0.8 * uniform(X.seed)
        if at < 0 or cost < top:
            top, at = cost, place
    return at


@kernel
def sleep_between(P: Problem, X: State, W: Scratch, price: float, now: int):
    """One night of one team moved to the bed that best joins its two days; returns a seed."""
    t = below(X.seed, P.teams)
    base = P.team[t, BASE]
    choices = nights_to_choose(P, t)
    if P.beds.shape[1] == 0 or choices == 0:
        return NOTHING_TO_DO
    d = below(X.seed, choices)
    q = d
    while q < P.days - 1 and not P.day[t * P.days + q + 1, AVAILABLE]:
        q += 1
    r, s = t * P.days + d, t * P.days + q + 1
    if q >= choices or not P.day[r, AVAILABLE]:
        return NOTHING_TO_DO
    n = X.route[NOW, r, STOPS]
    last = P.first_site + X.stop[NOW, r, n - 1, SITE] if n > 0 else X.route[NOW, r, FROM]
    first = last
    if q < P.days - 1:
        first = P.first_site + X.stop[NOW, s, 0, SITE] if X.route[NOW, s, STOPS] > 0 else X.route[NOW, s, TO]
    place = cheapest_bed(P, X, t, r, last, first, q - d + 1, price)
    if place < 0:
        return NOTHING_TO_DO
    read_nights(P, X, W, t)
    for x in range(d, q + 1):
        W.work[NIGHT, x] = place
    if place != base:
        trim_stay(P, X, W, t, d, q)
    if not set_nights(P, X, W, t, now):
        return NOTHING_TO_DO
    if uniform(X.seed) < 0.4:
        wipe_touched(P, X, W, now)
    if place != base and uniform(X.seed) < 0.7:
        return P.around[place]
    if last >= P.first_site and uniform(X.seed) < 0.5:
        return last - P.first_site
    return P.around[first]


@kernel
def wanted_site(P: Problem, X: State, t: int, d: int):
    """Of a few random sites that team `t` may serve on day `d`, the one with most to gain; -1 if none."""
    g, top, seed = P.team[t, GROUP], 0.0, -1
    for _ in range(6):
        i = below(X.seed, P.sites)
        if P.site_fit[g, i] and P.site[i, FIRST_DAY] <= d <= P.site[i, LAST_DAY]:
            gain = 0.0
            for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
                cases = left_in_all(P, X, s) + 0.3 * P.outstanding[P.slot[s, CELL]]
                gain += cases * max(0.0, P.appeal[s, 0]) * P.density[s]
            if gain > top:
                top, seed = gain, i
    return seed


@kernel
def redraw_absence(P: Problem, X: State, W: Scratch, now: int):
    """Empty all days of one absence of a team and mostly draw its nights anew; returns a seed."""
    t = below(X.seed, P.teams)
    base, beds = P.team[t, BASE], P.beds.shape[1]
    a = below(X.seed, P.days)
    b = a
    while a > 0 and X.route[NOW, t * P.days + a, FROM] != base:
        a -= 1
    while b < P.days - 1 and X.route[NOW, t * P.days + b, TO] != base:
        b += 1
    if b == a and b < P.days - 1:
        b += 1
        while b < P.days - 1 and X.route[NOW, t * P.days + b, TO] != base:
            b += 1
    seed = NOTHING_TO_DO
    for d in range(a, b + 1):
        r = t * P.days + d
        if X.route[NOW, r, STOPS] > 0 and (seed < 0 or uniform(X.seed) < 0.5):
            seed = some_stop(X, r)
    for d in range(a, b + 1):
        wipe(P, X, W, t * P.days + d, now)
    if uniform(X.seed) < 0.7 and beds > 0 and P.team[t, MAX_NIGHTS] > 0 and b > a:
        read_nights(P, X, W, t)
        for d in range(a, b):
            W.work[NIGHT, d] = base
        if uniform(X.seed) < 0.85:
            if seed < 0 or uniform(X.seed) < 0.5:
                seed = wanted_site(P, X, t, a)
            if seed < 0:
                return NOTHING_TO_DO
            place = P.beds[seed, below(X.seed, min(4, beds))]
            nights = min(b - a, P.team[t, MAX_NIGHTS])
            if uniform(X.seed) < 0.4:
                nights = 1 + below(X.seed, nights)
            start = a + below(X.seed, b - a - nights + 1)
            for d in range(start, start + nights):
                W.work[NIGHT, d] = place
        if not set_nights(P, X, W, t, now):
            return NOTHING_TO_DO
    return seed
