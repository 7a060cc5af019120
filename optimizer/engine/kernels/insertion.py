"""Putting sites into day routes: where, and in which window."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    BREAK,
    BREAK_AT,
    BREAK_FROM,
    BREAK_TO,
    CANDIDATE,
    CLOSE,
    DRIVEN,
    DURATION,
    EARLIEST,
    FIRST_SLOT,
    FROM,
    GAP,
    GROUP,
    HOURS,
    LAST_START,
    LATEST,
    LAYER,
    MAX_DRIVE,
    MAX_WORK,
    MOST_TEAMS,
    NOW,
    OPEN,
    QUICKEST,
    SETUP,
    SHIFT_END,
    SHIFT_START,
    SITE,
    SITE_REMOVED,
    SLOTS,
    SPOT,
    STATIONS,
    STOPS,
    TARIFF,
    TO,
    TRIED,
    WINDOW,
    WORKED,
    Problem,
    Scratch,
    State,
    indices,
    inlined,
    kernel,
)
from optimizer.engine.kernels.candidates import NEARBY, list_routes
from optimizer.engine.kernels.chance import uniform
from optimizer.engine.kernels.edits import cases_of, open_stop, touch
from optimizer.engine.kernels.filling import fill, serve
from optimizer.engine.kernels.promises import is_kept, least_work, serve_least, serve_somebody
from optimizer.engine.kernels.stock import any_left
from optimizer.engine.kernels.timing import refresh, slack
from optimizer.engine.kernels.weights import change_by

NOWHERE = -indices(100)[99]
"""Position of an insertion that does not exist; -1 - k means growing stop k."""


@kernel
def around_break(P: Problem, t: int, option: int, ready: int, there: int, back: int, limit: int):
    """Reach and latest finish of a stop put before (option 1) or after (option 0) the break of its gap.

    The team is free at `ready`, travels `there`, must go `back` and be on by `limit`.
    """
    length, opens, closes = P.team[t, BREAK], P.team[t, BREAK_FROM], P.team[t, BREAK_TO]
    if option == 0:
        if ready + there <= closes:
            return max(ready + there, opens) + length, limit - back
        return max(ready, opens) + length + there, limit - back
    if opens + length + back <= limit:
        return ready + there, min(limit - back - length, closes)
    return ready + there, min(limit - length, closes) - back


@inlined
def visits(X: State, r: int, i: int):
    """Does day route `r` stop at site `i`?"""
    for k in range(X.route[NOW, r, STOPS]):
        if X.stop[NOW, r, k, SITE] == i:
            return True
    return False


@kernel
def crowded(P: Problem, X: State, r: int, i: int, w: int):
    """Are as many other teams as may work at site `i` there in window `w` of that day?

    Stricter than rule R7, which lets teams follow each other within a window.
    """
    others, d, spot = 0, r % P.days, P.site[i, SPOT]
    for q in range(1, X.visits[spot, 0] + 1):
        other = X.visits[spot, q]
        if other != r and other % P.days == d:
            for k in range(X.route[NOW, other, STOPS]):
                there = P.site[X.stop[NOW, other, k, SITE], SPOT]
                if there == spot and X.stop[NOW, other, k, WINDOW] == w:
                    others += 1
                    break
    return others >= P.site[i, MOST_TEAMS]


@inlined
def best_place(
    P: Problem, X: State, r: int, i: int, price: float, share: float, blink: float, best: float, worth
):
    """Best place of site `i` in day route `r` that beats `best`, counting `share` of the cost of legs.

    Returns (net, position, window, station-minutes free there); position is NOWHERE if none.
    """
    t = r // P.days
    d = r - t * P.days
    layer, tariff = P.day[r, LAYER], P.day[r, TARIFF]
    g, stations, n = P.team[t, GROUP], P.team[t, STATIONS], X.route[NOW, r, STOPS]
    place, hours, setup = P.first_site + i, P.site[i, HOURS], P.site[i, SETUP]
    first, end, fit = P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS], P.fit[g]
    most, _ = fill(X.left, P.slot, worth, fit, first, end, d, 1 << 40, price)
    most += P.bonus[i]
    position, window, free = NOWHERE, NOWHERE, NOWHERE
    if most <= best:
        return best, position, window, free
    promised = least_work(P, X, r, i) if P.bonus[i] > 0.0 else 0
    changed = change_by(P, X, r, i) if P.change > 0.0 else 0.0
    spare_work = P.team[t, MAX_WORK] - X.route[NOW, r, WORKED]
    spare_drive = P.team[t, MAX_DRIVE] - X.route[NOW, r, DRIVEN]
    room = n < X.stop.shape[2] and X.visits[P.site[i, SPOT], 0] < X.visits.shape[1] - 1
    room = room and promised >= 0 and not (P.bonus[i] > 0.0 and is_kept(P, X, r, i))
    ready, before = P.team[t, SHIFT_START], X.route[NOW, r, FROM]
    for p in range(n + 1):
        if p < n:
            after, limit = P.first_site + X.stop[NOW, r, p, SITE], X.stop[NOW, r, p, LATEST]
            if after == place:
                h = slack(P, X, r, p)
                net, _ = fill(X.left, P.slot, worth, fit, first, end, d, h, price)
                if net > best:
                    best, position, free = net, -1 - p, h
        else:
            after, limit = X.route[NOW, r, TO], P.team[t, SHIFT_END]
        there, back = P.minutes[layer, before, place], P.minutes[layer, place, after]
        # Most positions leave no time: found out before anything else is looked up.
        options = 0
        if room and limit - ready - there - back > setup:
            options = 2 if X.route[NOW, r, BREAK_AT] // 2 == p else 1
            extra = there + back - P.minutes[layer, before, after]
            cost = P.cost[tariff, before, place] + P.cost[tariff, place, after]
            cost = share * (cost - P.cost[tariff, before, after]) + changed - P.bonus[i]
            fixed = cost + price * stations * (setup + extra)
            drive = P.drive[layer, before, place] + P.drive[layer, place, after]
            if drive - P.drive[layer, before, after] > spare_drive:
                options = 0
        for option in range(options):
            reach, latest = ready + there, limit - back
            if X.route[NOW, r, BREAK_AT] // 2 == p:
                reach, latest = around_break(P, t, option, ready, there, back, limit)
            if latest - reach - setup <= 0:
                continue
            if most - P.bonus[i] - fixed > best and uniform(X.seed) >= blink:
                for w in range(P.window.shape[2]):
                    if P.site[i, MOST_TEAMS] > 0 and crowded(P, X, r, i, w):
                        continue
                    start = max(reach, P.window[hours, d, w, OPEN])
                    h = min(P.window[hours, d, w, CLOSE], latest) - start - setup
                    h = min(h, spare_work - extra - setup) * stations
                    if h > 0 and h >= promised and start <= P.window[hours, d, w, LAST_START]:
                        net, value = fill(X.left, P.slot, worth, fit, first, end, d, h, price)
                        if net - fixed > best and (value > max(cost, 0.0) or P.bonus[i] > 0.0):
                            best, position, window, free = net - fixed, p, w, h
        if p < n:
            ready = X.stop[NOW, r, p, EARLIEST] + X.stop[NOW, r, p, DURATION]
            before = after
    return best, position, window, free


@inlined
def put(
    P: Problem, X: State, W: Scratch, r: int, i: int, p: int, w: int, free: int, price: float, now: int, worth
):
    """Carry out what `best_place` found."""
    touch(X, W, r, now)
    if p < 0:
        serve(P, X, r, -1 - p, free, price, worth)
    else:
        open_stop(P, X, r, p, i, w)
        if P.bonus[i] > 0.0:
            free -= serve_least(P, X, r, p)
        serve(P, X, r, p, free, price, worth)
        if P.bonus[i] > 0.0 and cases_of(P, X, r, p) == 0:
            serve_somebody(P, X, r, p)
    refresh(P, X, r)


@kernel
def recreate(
    P: Problem, X: State, W: Scratch, m: int, price: float, share: float, blink: float, where: int, now: int
):
    """Insert the first `m` candidates one by one, each at its best places until nothing fits."""
    # A rebuild hopes for what follows a first step; a pass over everything takes only what pays by itself.
    worth = P.appeal if where == NEARBY else P.certain
    for a in range(m):
        i = W.work[CANDIDATE, a]
        if not any_left(P, X, i):
            continue
        tried = list_routes(P, X, W, i, share < 1.0 or W.stamp[SITE_REMOVED, i] == now, where)
        while True:
            best, at, position, window, free = 1e-6, NOWHERE, NOWHERE, NOWHERE, NOWHERE
            for z in range(tried):
                r = W.work[TRIED, z]
                gap = X.route[NOW, r, GAP]
                if gap * P.team[r // P.days, STATIONS] < P.site[i, QUICKEST]:
                    continue
                if gap <= P.site[i, SETUP] and not visits(X, r, i):
                    continue
                net, p, w, h = best_place(P, X, r, i, price, share, blink, best, worth)
                if p != NOWHERE:
                    best, at, position, window, free = net, r, p, w, h
            if at == NOWHERE:
                break
            put(P, X, W, at, i, position, window, free, price, now, worth)
            if not any_left(P, X, i):
                break
