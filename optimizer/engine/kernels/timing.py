"""Earliest and latest starts of a day route, its free minutes and its worth."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    AVAILABLE,
    CELLS,
    DRIVEN,
    DURATION,
    EARLIEST,
    FIRST_CELL,
    FIRST_DAY,
    FROM,
    GAP,
    GROUP,
    HOURS,
    LAST_DAY,
    LATEST,
    LAYER,
    MAX_DRIVE,
    MAX_WORK,
    NOW,
    SETUP,
    SHIFT_END,
    SHIFT_START,
    SITE,
    STATIONS,
    STOPS,
    TARIFF,
    TO,
    WINDOW,
    WORK,
    WORKED,
    Problem,
    State,
    kernel,
)


@kernel
def refresh(P: Problem, X: State, r: int):
    """Recompute a route's times, slack and worth; False if it breaks a window or limit."""
    t = r // P.days
    d = r - t * P.days
    layer, tariff, stations = P.day[r, LAYER], P.day[r, TARIFF], P.team[t, STATIONS]
    n, at, end = X.route[NOW, r, STOPS], X.route[NOW, r, FROM], X.route[NOW, r, TO]
    now, driven, worked, worth, ok = P.team[t, SHIFT_START], 0, 0, 0.0, True
    for k in range(n):
        i = X.stop[NOW, r, k, SITE]
        place = P.first_site + i
        now += P.minutes[layer, at, place]
        worked += P.minutes[layer, at, place]
        driven += P.drive[layer, at, place]
        worth -= P.cost[tariff, at, place]
        h, w = P.site[i, HOURS], X.stop[NOW, r, k, WINDOW]
        now = max(now, P.window[h, d, w, 0])
        X.stop[NOW, r, k, EARLIEST] = now
        work, c = 0, P.site[i, FIRST_CELL]
        for q in range(P.site[i, CELLS]):
            a = X.amount[NOW, r, k, q]
            work += a * P.cell[c + q]
            worth += a * P.value[c + q]
        duration = P.site[i, SETUP] + (work + stations - 1) // stations
        X.stop[NOW, r, k, WORK] = work
        X.stop[NOW, r, k, DURATION] = duration
        now += duration
        worked += duration
        if now > P.window[h, d, w, 1]:
            ok = False
        at = place
    now += P.minutes[layer, at, end]
    worked += P.minutes[layer, at, end]
    driven += P.drive[layer, at, end]
    worth -= P.cost[tariff, at, end]
    if now > P.team[t, SHIFT_END] or worked > P.team[t, MAX_WORK] or driven > P.team[t, MAX_DRIVE]:
        ok = False
    X.worth[NOW, r] = worth
    X.route[NOW, r, WORKED] = worked
    X.route[NOW, r, DRIVEN] = driven
    limit, after, gap = P.team[t, SHIFT_END], end, 0
    for k in range(n - 1, -1, -1):
        i = X.stop[NOW, r, k, SITE]
        place = P.first_site + i
        duration = X.stop[NOW, r, k, DURATION]
        finish = limit - P.minutes[layer, place, after]
        gap = max(gap, finish - X.stop[NOW, r, k, EARLIEST] - duration)
        closes = P.window[P.site[i, HOURS], d, X.stop[NOW, r, k, WINDOW], 1]
        limit = min(finish, closes) - duration
        X.stop[NOW, r, k, LATEST] = limit
        after = place
    gap = max(gap, limit - P.minutes[layer, X.route[NOW, r, FROM], after] - P.team[t, SHIFT_START])
    gap = min(gap, P.team[t, MAX_WORK] - worked)
    X.route[NOW, r, GAP] = gap if P.day[r, AVAILABLE] else -1
    return ok


@kernel
def slack(P: Problem, X: State, r: int, k: int):
    """Station-minutes by which stop `k` may grow without moving the others past their latest."""
    t = r // P.days
    i = X.stop[NOW, r, k, SITE]
    free = X.stop[NOW, r, k, LATEST] - X.stop[NOW, r, k, EARLIEST]
    free = min(free, P.team[t, MAX_WORK] - X.route[NOW, r, WORKED])
    whole = (X.stop[NOW, r, k, DURATION] - P.site[i, SETUP] + free) * P.team[t, STATIONS]
    return whole - X.stop[NOW, r, k, WORK]


@kernel
def fits(P: Problem, r: int, i: int):
    """May the team of day route `r` serve site `i` on that day, hours and travel aside?"""
    t = r // P.days
    d = r - t * P.days
    return P.site_fit[P.team[t, GROUP], i] and P.site[i, FIRST_DAY] <= d <= P.site[i, LAST_DAY]


@kernel
def total_worth(P: Problem, X: State):
    """Σ worth of all day routes now, in mđ."""
    total = 0.0
    for r in range(P.teams * P.days):
        total += X.worth[NOW, r]
    return total
