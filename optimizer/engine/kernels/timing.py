"""Earliest and latest starts of a day route, its free minutes and its worth."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    AVAILABLE,
    BREAK,
    BREAK_AT,
    BREAK_FROM,
    BREAK_TO,
    CLOSE,
    DRIVEN,
    DURATION,
    EARLIEST,
    FIRST_DAY,
    FIRST_SLOT,
    FOR_TEAM,
    FROM,
    FROZEN,
    GAP,
    GROUP,
    HOURS,
    LAST_DAY,
    LAST_START,
    LATEST,
    LAYER,
    MAX_DRIVE,
    MAX_WORK,
    MINUTES,
    NOW,
    OPEN,
    SETUP,
    SHIFT_END,
    SHIFT_START,
    SITE,
    SLOTS,
    STATIONS,
    STOPS,
    TARIFF,
    TO,
    WINDOW,
    WORK,
    WORKED,
    Problem,
    State,
    indices,
    inlined,
    kernel,
)
from optimizer.engine.kernels.weights import changes

NO_BREAK = -indices(2)[1]
"""Where a route's break is when there is none.

A break at ``2 * p`` is taken before leaving for stop `p` (or for the end, if `p` is the
number of stops), one at ``2 * p + 1`` on arriving there, before any service.
"""

TOO_LATE_MIN = 1 << 40
"""The arrival of a route that cannot be kept."""


@kernel
def measure(P: Problem, X: State, r: int):
    """Recompute what does not depend on times: durations, work, driving, worth; False beyond a limit."""
    t = r // P.days
    layer, tariff, stations = P.day[r, LAYER], P.day[r, TARIFF], P.team[t, STATIONS]
    n, at = X.route[NOW, r, STOPS], X.route[NOW, r, FROM]
    driven, worked, worth = 0, 0, 0.0
    for k in range(n + 1):
        place = X.route[NOW, r, TO]
        if k < n:
            i = X.stop[NOW, r, k, SITE]
            place = P.first_site + i
            work, s = 0, P.site[i, FIRST_SLOT]
            worth += P.bonus[i]
            for q in range(P.site[i, SLOTS]):
                a = X.amount[NOW, r, k, q]
                work += a * P.slot[s + q, MINUTES]
                worth += a * P.value[s + q]
            duration = P.site[i, SETUP] + (work + stations - 1) // stations
            X.stop[NOW, r, k, WORK] = work
            X.stop[NOW, r, k, DURATION] = duration
            worked += duration
        worked += P.minutes[layer, at, place]
        driven += P.drive[layer, at, place]
        worth -= P.cost[tariff, at, place]
        at = place
    X.worth[NOW, r] = worth - changes(P, X, r)
    X.route[NOW, r, WORKED] = worked
    X.route[NOW, r, DRIVEN] = driven
    return worked <= P.team[t, MAX_WORK] and driven <= P.team[t, MAX_DRIVE]


@kernel
def forward(P: Problem, X: State, r: int, break_at: int):
    """Write every stop's earliest start, with the break at `break_at`; returns the arrival.

    TOO_LATE_MIN where a window, the shift or the break's own window is missed.
    """
    t = r // P.days
    d = r - t * P.days
    layer, n, at = P.day[r, LAYER], X.route[NOW, r, STOPS], X.route[NOW, r, FROM]
    now, ok = P.team[t, SHIFT_START], True
    for k in range(n + 1):
        i = X.stop[NOW, r, k, SITE] if k < n else NO_BREAK
        place = P.first_site + i if k < n else X.route[NOW, r, TO]
        if break_at == 2 * k:
            now = max(now, P.team[t, BREAK_FROM])
            ok = ok and now <= P.team[t, BREAK_TO]
            now += P.team[t, BREAK]
        now += P.minutes[layer, at, place]
        if break_at == 2 * k + 1:
            now = max(now, P.team[t, BREAK_FROM])
            ok = ok and now <= P.team[t, BREAK_TO]
            now += P.team[t, BREAK]
        if k < n:
            h, w = P.site[i, HOURS], X.stop[NOW, r, k, WINDOW]
            now = max(now, P.window[h, d, w, OPEN])
            ok = ok and now <= P.window[h, d, w, LAST_START]
            X.stop[NOW, r, k, EARLIEST] = now
            now += X.stop[NOW, r, k, DURATION]
            ok = ok and now <= P.window[h, d, w, CLOSE]
        at = place
    return now if ok and now <= P.team[t, SHIFT_END] else TOO_LATE_MIN


@inlined
def backward(P: Problem, X: State, r: int):
    """Write every stop's latest start and the widest gap, the break staying where it is."""
    t = r // P.days
    d = r - t * P.days
    layer, break_at = P.day[r, LAYER], X.route[NOW, r, BREAK_AT]
    limit, after, gap = P.team[t, SHIFT_END], X.route[NOW, r, TO], 0
    for k in range(X.route[NOW, r, STOPS], -1, -1):
        i = X.stop[NOW, r, k - 1, SITE] if k > 0 else NO_BREAK
        place = P.first_site + i if k > 0 else X.route[NOW, r, FROM]
        ready = P.team[t, SHIFT_START]
        if k > 0:
            ready = X.stop[NOW, r, k - 1, EARLIEST] + X.stop[NOW, r, k - 1, DURATION]
        # As if there were no break: a stop may come after it, when it ends long before the limit.
        gap = max(gap, limit - P.minutes[layer, place, after] - ready)
        if break_at == 2 * k + 1:
            limit = min(limit - P.team[t, BREAK], P.team[t, BREAK_TO])
        finish = limit - P.minutes[layer, place, after]
        if break_at == 2 * k:
            finish = min(finish - P.team[t, BREAK], P.team[t, BREAK_TO])
        if k > 0:
            h, w = P.site[i, HOURS], X.stop[NOW, r, k - 1, WINDOW]
            limit = min(finish, P.window[h, d, w, CLOSE]) - X.stop[NOW, r, k - 1, DURATION]
            limit = min(limit, P.window[h, d, w, LAST_START])
            X.stop[NOW, r, k - 1, LATEST] = limit
        after = place
    gap = min(gap, P.team[t, MAX_WORK] - X.route[NOW, r, WORKED])
    X.route[NOW, r, GAP] = gap if P.day[r, AVAILABLE] and not P.day[r, FROZEN] else -1


@kernel
def best_break(P: Problem, X: State, r: int):
    """The place of the break from which the route arrives soonest; the first of equals."""
    top, at = TOO_LATE_MIN + 1, NO_BREAK
    for u in range(2 * X.route[NOW, r, STOPS] + 2):
        arrive = forward(P, X, r, u)
        if arrive < top:
            top, at = arrive, u
    return at


@inlined
def through(P: Problem, X: State, r: int):
    """As `measure` and `forward` in one pass, for a route without a break; False if it cannot be kept.

    Says again what `measure` says: a kernel that both call makes a round 8 to 17 % slower.
    """
    t = r // P.days
    d = r - t * P.days
    layer, tariff, stations = P.day[r, LAYER], P.day[r, TARIFF], P.team[t, STATIONS]
    n, at, end = X.route[NOW, r, STOPS], X.route[NOW, r, FROM], X.route[NOW, r, TO]
    now, driven, worked, worth, ok = P.team[t, SHIFT_START], 0, 0, 0.0, True
    for k in range(n):
        i = X.stop[NOW, r, k, SITE]
        place = P.first_site + i
        work, s = 0, P.site[i, FIRST_SLOT]
        worth += P.bonus[i]
        for q in range(P.site[i, SLOTS]):
            a = X.amount[NOW, r, k, q]
            work += a * P.slot[s + q, MINUTES]
            worth += a * P.value[s + q]
        duration = P.site[i, SETUP] + (work + stations - 1) // stations
        X.stop[NOW, r, k, WORK] = work
        X.stop[NOW, r, k, DURATION] = duration
        h, w = P.site[i, HOURS], X.stop[NOW, r, k, WINDOW]
        now = max(now + P.minutes[layer, at, place], P.window[h, d, w, OPEN])
        ok = ok and now <= P.window[h, d, w, LAST_START]
        X.stop[NOW, r, k, EARLIEST] = now
        now += duration
        ok = ok and now <= P.window[h, d, w, CLOSE]
        worked += P.minutes[layer, at, place] + duration
        driven += P.drive[layer, at, place]
        worth -= P.cost[tariff, at, place]
        at = place
    now += P.minutes[layer, at, end]
    worked += P.minutes[layer, at, end]
    driven += P.drive[layer, at, end]
    X.worth[NOW, r] = worth - P.cost[tariff, at, end] - changes(P, X, r)
    X.route[NOW, r, WORKED] = worked
    X.route[NOW, r, DRIVEN] = driven
    ok = ok and worked <= P.team[t, MAX_WORK] and driven <= P.team[t, MAX_DRIVE]
    return ok and now <= P.team[t, SHIFT_END]


@kernel
def around(P: Problem, X: State, r: int):
    """As `through`, for a route with a break, which it puts where the team arrives soonest."""
    within = measure(P, X, r)
    X.route[NOW, r, BREAK_AT] = best_break(P, X, r)
    return forward(P, X, r, X.route[NOW, r, BREAK_AT]) < TOO_LATE_MIN and within


@kernel
def refresh(P: Problem, X: State, r: int):
    """Recompute a route's times, break, slack and worth; False if it breaks a window or limit."""
    if P.team[r // P.days, BREAK] > 0:
        ok = around(P, X, r)
    else:
        X.route[NOW, r, BREAK_AT] = NO_BREAK
        ok = through(P, X, r)
    backward(P, X, r)
    return ok


@inlined
def slack(P: Problem, X: State, r: int, k: int):
    """Station-minutes by which stop `k` may grow without moving the others past their latest."""
    t = r // P.days
    i = X.stop[NOW, r, k, SITE]
    free = X.stop[NOW, r, k, LATEST] - X.stop[NOW, r, k, EARLIEST]
    free = min(free, P.team[t, MAX_WORK] - X.route[NOW, r, WORKED])
    whole = (X.stop[NOW, r, k, DURATION] - P.site[i, SETUP] + free) * P.team[t, STATIONS]
    return whole - X.stop[NOW, r, k, WORK]


@inlined
def fits(P: Problem, r: int, i: int):
    """May the team of day route `r` serve site `i` on that day, hours and travel aside?"""
    t = r // P.days
    d = r - t * P.days
    if not P.site_fit[P.team[t, GROUP], i] or not P.site[i, FIRST_DAY] <= d <= P.site[i, LAST_DAY]:
        return False
    return P.site[i, FOR_TEAM] < 0 or P.site[i, FOR_TEAM] == t


@kernel
def total_worth(P: Problem, X: State):
    """Σ worth of all day routes now, in mđ."""
    total = 0.0
    for r in range(P.teams * P.days):
        total += X.worth[NOW, r]
    return total
