"""Ruin and recreate under simulated annealing: the walk itself."""

from __future__ import annotations

import math

from optimizer.engine.kernels.arrays import (
    BEFORE,
    BEST_TOTAL,
    CANDIDATE,
    DIRTY,
    DRIVEN,
    FIRST_SLOT,
    MAX_DRIVE,
    MAX_STOPS,
    NIGHTS,
    NOW,
    ROUTES,
    SITE_REMOVED,
    SLOTS,
    STOPS,
    TOUCHED,
    TOUCHES,
    UNEVENNESS,
    Problem,
    Scratch,
    State,
    entry,
    indices,
    kernel,
)
from optimizer.engine.kernels.candidates import EVERYWHERE, NEARBY, sort_candidates
from optimizer.engine.kernels.chance import below, uniform
from optimizer.engine.kernels.edits import keep_best, restore, total
from optimizer.engine.kernels.filling import top_up
from optimizer.engine.kernels.follow_ups import mend
from optimizer.engine.kernels.insertion import recreate
from optimizer.engine.kernels.nights import redraw_absence, sleep_between, sleep_elsewhere
from optimizer.engine.kernels.ruin import cut_strings, give_back_some, list_candidates
from optimizer.engine.kernels.stock import left_in_all
from optimizer.engine.kernels.timing import refresh, total_worth
from optimizer.engine.kernels.weights import unevenness

STRINGS, WHOLE_DAYS, SLEEP_BETWEEN, SLEEP_ELSEWHERE, REDRAW_ABSENCE = indices(5)
"""Ruins, in the order of their weights."""

RUINS = 5

REMOVED_STOPS = 7.0
"""Mean number of stops that a string ruin removes."""

LONGEST_STRING = 10

LOOSENED = indices(7)[6]
"""Longest string removed around a changed night."""

BOLD = 0.02
"""Chance of a rebuild that counts part of the cost of travel only: two sites may pay where neither does."""

BLINK = 0.01
"""Chance to pass over a place of insertion."""


@kernel
def ruin(P: Problem, X: State, W: Scratch, operator: int, mean_stops: int, price: float, now: int):
    """Carry out one ruin; returns the seed site of the rebuild, negative if nothing could be done."""
    seed = below(X.seed, P.sites)
    if operator == STRINGS:
        longest = min(LONGEST_STRING, mean_stops + 1)
        most = 4.0 * REMOVED_STOPS / (1 + longest) - 1.0
        cut_strings(P, X, W, seed, int(1 + uniform(X.seed) * most), longest, now)
        return seed
    if operator == WHOLE_DAYS:
        cut_strings(P, X, W, seed, 1 + below(X.seed, 2), MAX_STOPS, now)
        return seed
    if operator == SLEEP_BETWEEN:
        seed = sleep_between(P, X, W, price, now)
    elif operator == SLEEP_ELSEWHERE:
        seed = sleep_elsewhere(P, X, W, now)
    else:
        seed = redraw_absence(P, X, W, now)
    if seed >= 0:
        cut_strings(P, X, W, seed, below(X.seed, 5), LOOSENED, now)
    return seed


@kernel
def value_left(P: Problem, X: State, i: int):
    """What the cases of site `i` that are left appeal to an insertion, in mđ."""
    value = 0.0
    for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
        value += left_in_all(P, X, s) * max(0.0, P.appeal[s, 0])
    return value


@kernel
def order_candidates(P: Problem, X: State, W: Scratch, seed: int, m: int):
    """Sort the candidates: promises first, then by density, chance, value left or distance, with noise."""
    u = uniform(X.seed)
    for a in range(m):
        i = W.work[CANDIDATE, a]
        if u < 0.35:
            W.key[a] = -P.density[P.site[i, FIRST_SLOT]] * (0.5 + uniform(X.seed))
        elif u < 0.6:
            W.key[a] = uniform(X.seed)
        elif u < 0.8:
            W.key[a] = -value_left(P, X, i) * (0.7 + 0.6 * uniform(X.seed))
        else:
            minutes = P.minutes[0, P.first_site + seed, P.first_site + i]
            W.key[a] = minutes * (0.8 + 0.4 * uniform(X.seed))
        if P.bonus[i] > 0.0:
            W.key[a] = -P.bonus[i]
    sort_candidates(W, m)


@kernel
def rebuild(P: Problem, X: State, W: Scratch, seed: int, price: float, now: int):
    """Insert what was removed and what is left nearby, then use the minutes that remain.

    False if a follow-up that may not be changed has lost its first step.
    """
    if uniform(X.seed) < 0.5:
        give_back_some(P, X, W, now)
    if not mend(P, X, W, now):
        return False
    m = list_candidates(P, X, W, seed, now)
    order_candidates(P, X, W, seed, m)
    charged = price * 1.5 * uniform(X.seed) if uniform(X.seed) < 0.7 else 0.0
    share = uniform(X.seed) if uniform(X.seed) < BOLD else 1.0
    recreate(P, X, W, m, charged, share, BLINK, NEARBY, now)
    for z in range(W.counter[TOUCHES]):
        top_up(P, X, W, W.work[TOUCHED, z])
    if charged > 0.0:
        recreate(P, X, W, m, 0.0, 1.0, 0.0, NEARBY, now)
    return True


@kernel
def draw_operator(X: State, weights):
    """Index of an operator, with probability proportional to its weight."""
    u, operator = uniform(X.seed) * weights.sum(), 0
    while operator < RUINS - 1 and u >= weights[operator]:
        u -= weights[operator]
        operator += 1
    return operator


@entry
def walk(P: Problem, X: State, W: Scratch, done: int, rounds: int, temperature: float, price: float, weights):
    """Make `rounds` rounds of ruin and recreate at one temperature, in mđ.

    `done` rounds were made before, `price` is what a station-minute is worth in mđ,
    `weights` are the ruins' shares.  Returns the number of rounds made in all.
    """
    stops = 0
    for r in range(P.teams * P.days):
        stops += X.route[NOW, r, STOPS]
    for now in range(done + 1, done + rounds + 1):
        W.counter[TOUCHES] = 0
        nights_before, uneven_before = X.money[NIGHTS], X.money[UNEVENNESS]
        operator = draw_operator(X, weights)
        W.tally[operator, 0] += 1
        seed = ruin(P, X, W, operator, max(1, stops // (P.teams * P.days)), price, now)
        accepted, gain = seed >= 0, 0.0
        if accepted:
            accepted = rebuild(P, X, W, seed, price, now)
            X.money[UNEVENNESS] = unevenness(P, X)
            for z in range(W.counter[TOUCHES]):
                r = W.work[TOUCHED, z]
                gain += X.worth[NOW, r] - X.worth[BEFORE, r]
                # One stop less may mean more driving: by air through it can be slower than by road past it.
                accepted &= X.route[NOW, r, DRIVEN] <= P.team[r // P.days, MAX_DRIVE]
            net = gain + nights_before - X.money[NIGHTS] + uneven_before - X.money[UNEVENNESS]
            if net <= 0.0:
                accepted &= net >= temperature * math.log(uniform(X.seed) + 1e-300)
        if not accepted:
            restore(P, X, W)
            X.money[NIGHTS] = nights_before
            X.money[UNEVENNESS] = uneven_before
            continue
        W.tally[operator, 1] += 1
        X.money[ROUTES] += gain
        for z in range(W.counter[TOUCHES]):
            r = W.work[TOUCHED, z]
            X.route[NOW, r, DIRTY] = 1
            stops += X.route[NOW, r, STOPS] - X.route[BEFORE, r, STOPS]
        if total(X) > X.money[BEST_TOTAL]:
            keep_best(P, X)
            W.tally[operator, 2] += 1
    return done + rounds


@entry
def insert_all(P: Problem, X: State, W: Scratch, price: float, now: int):
    """Try every site in every day route, densest first: the first plan, or a closing pass."""
    W.counter[TOUCHES] = 0
    for r in range(P.teams * P.days):
        refresh(P, X, r)
    for i in range(P.sites):
        W.stamp[SITE_REMOVED, i] = now
        W.work[CANDIDATE, i] = i
        W.key[i] = -P.density[P.site[i, FIRST_SLOT]] * (0.8 + 0.4 * uniform(X.seed))
        if P.bonus[i] > 0.0:
            W.key[i] = -P.bonus[i]
    sort_candidates(W, P.sites)
    recreate(P, X, W, P.sites, price, 1.0, 0.0, EVERYWHERE, now)
    for z in range(W.counter[TOUCHES]):
        X.route[NOW, W.work[TOUCHED, z], DIRTY] = 1
    X.money[ROUTES] = total_worth(P, X)
    X.money[UNEVENNESS] = unevenness(P, X)
    if total(X) >= X.money[BEST_TOTAL]:
        keep_best(P, X)
