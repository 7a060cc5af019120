"""Putting sites into day routes: where, in which window, and how many cases of each service."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    BREAK,
    BREAK_AT,
    BREAK_FROM,
    BREAK_TO,
    CANDIDATE,
    CELLS,
    DRIVEN,
    DURATION,
    EARLIEST,
    FIRST_CELL,
    FROM,
    GAP,
    GROUP,
    HOURS,
    LATEST,
    LAYER,
    LISTINGS,
    MAX_DRIVE,
    MAX_STOPS,
    MAX_WORK,
    MOST_TEAMS,
    NOW,
    POINTER,
    QUICKEST,
    ROUTE_LISTED,
    SETUP,
    SHIFT_END,
    SHIFT_START,
    SITE,
    SITE_REMOVED,
    STATIONS,
    STOPS,
    TARIFF,
    TO,
    TOUCHED,
    TOUCHES,
    TRIED,
    WINDOW,
    WORKED,
    Problem,
    Scratch,
    State,
    indices,
    kernel,
)
from optimizer.engine.kernels.chance import below, uniform
from optimizer.engine.kernels.edits import open_stop, touch
from optimizer.engine.kernels.timing import fits, refresh, slack

NEARBY, EVERYWHERE = indices(2)
"""Which day routes a rebuild tries."""

NEIGHBOURS = 25
"""Day routes that visit one of so many nearest sites are tried for a removed site."""

RANDOM_ROUTES = 8
"""So many other day routes are tried as well."""

NOWHERE = -indices(100)[99]
"""Position of an insertion that does not exist; -1 - k means growing stop k."""


@kernel
def fill(left, cell, value, fit, first: int, end: int, free: int, price: float):
    """Best use of `free` station-minutes by cells `first` … `end` - 1.

    Takes the arrays one by one, since it is the innermost call of the search.
    Returns (value less price of minutes, value).
    """
    net, gross = 0.0, 0.0
    for c in range(first, end):
        if left[c] > 0 and fit[c]:
            gain = value[c] - price * cell[c]
            if gain <= 0.0:
                break
            n = min(left[c], free // cell[c])
            net += n * gain
            gross += n * value[c]
            free -= n * cell[c]
    return net, gross


@kernel
def serve(P: Problem, X: State, r: int, k: int, free: int, price: float):
    """Serve as `fill` counts: add cases to stop `k` from `free` station-minutes."""
    g, i = P.team[r // P.days, GROUP], X.stop[NOW, r, k, SITE]
    c = P.site[i, FIRST_CELL]
    for q in range(P.site[i, CELLS]):
        if X.left[c + q] > 0 and P.fit[g, c + q]:
            if P.value[c + q] - price * P.cell[c + q] <= 0.0:
                break
            n = min(X.left[c + q], free // P.cell[c + q])
            X.amount[NOW, r, k, q] += n
            X.left[c + q] -= n
            free -= n * P.cell[c + q]


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


@kernel
def crowded(P: Problem, X: State, r: int, i: int, w: int):
    """Are as many other teams as may work at site `i` there in window `w` of that day?

    Stricter than rule R7, which lets teams follow each other within a window.
    """
    others, d = 0, r % P.days
    for q in range(1, X.visits[i, 0] + 1):
        other = X.visits[i, q]
        if other != r and other % P.days == d:
            for k in range(X.route[NOW, other, STOPS]):
                if X.stop[NOW, other, k, SITE] == i and X.stop[NOW, other, k, WINDOW] == w:
                    others += 1
                    break
    return others >= P.site[i, MOST_TEAMS]


@kernel
def best_place(P: Problem, X: State, r: int, i: int, price: float, share: float, blink: float, best: float):
    """Best place of site `i` in day route `r` that beats `best`, counting `share` of the cost of legs.

    Returns (net, position, window, station-minutes free there); position is NOWHERE if none.
    """
    t = r // P.days
    d = r - t * P.days
    layer, tariff = P.day[r, LAYER], P.day[r, TARIFF]
    g, stations, n = P.team[t, GROUP], P.team[t, STATIONS], X.route[NOW, r, STOPS]
    place, hours, setup = P.first_site + i, P.site[i, HOURS], P.site[i, SETUP]
    first, end, fit = P.site[i, FIRST_CELL], P.site[i, FIRST_CELL] + P.site[i, CELLS], P.fit[g]
    most, _ = fill(X.left, P.cell, P.value, fit, first, end, 1 << 40, price)
    position, window, free = NOWHERE, NOWHERE, NOWHERE
    if most <= best:
        return best, position, window, free
    spare_work = P.team[t, MAX_WORK] - X.route[NOW, r, WORKED]
    spare_drive = P.team[t, MAX_DRIVE] - X.route[NOW, r, DRIVEN]
    room = n < MAX_STOPS and X.visits[i, 0] < X.visits.shape[1] - 1
    ready, before = P.team[t, SHIFT_START], X.route[NOW, r, FROM]
    for p in range(n + 1):
        if p < n:
            after, limit = P.first_site + X.stop[NOW, r, p, SITE], X.stop[NOW, r, p, LATEST]
            if after == place:
                h = slack(P, X, r, p)
                net, _ = fill(X.left, P.cell, P.value, fit, first, end, h, price)
                if net > best:
                    best, position, free = net, -1 - p, h
        else:
            after, limit = X.route[NOW, r, TO], P.team[t, SHIFT_END]
        there, back = P.minutes[layer, before, place], P.minutes[layer, place, after]
        for option in range(2 if X.route[NOW, r, BREAK_AT] // 2 == p else 1):
            reach, latest = ready + there, limit - back
            if X.route[NOW, r, BREAK_AT] // 2 == p:
                reach, latest = around_break(P, t, option, ready, there, back, limit)
            if not room or latest - reach - setup <= 0:
                continue
            extra = there + back - P.minutes[layer, before, after]
            cost = P.cost[tariff, before, place] + P.cost[tariff, place, after]
            cost = share * (cost - P.cost[tariff, before, after])
            fixed = cost + price * stations * (setup + extra)
            drive = (
                P.drive[layer, before, place] + P.drive[layer, place, after] - P.drive[layer, before, after]
            )
            if most - fixed > best and drive <= spare_drive and uniform(X.seed) >= blink:
                for w in range(P.window.shape[2]):
                    if P.site[i, MOST_TEAMS] > 0 and crowded(P, X, r, i, w):
                        continue
                    start = max(reach, P.window[hours, d, w, 0])
                    h = min(P.window[hours, d, w, 1], latest) - start - setup
                    h = min(h, spare_work - extra - setup) * stations
                    if h > 0:
                        net, value = fill(X.left, P.cell, P.value, fit, first, end, h, price)
                        if net - fixed > best and value > max(cost, 0.0):
                            best, position, window, free = net - fixed, p, w, h
        if p < n:
            ready = X.stop[NOW, r, p, EARLIEST] + X.stop[NOW, r, p, DURATION]
            before = after
    return best, position, window, free


@kernel
def put(P: Problem, X: State, W: Scratch, r: int, i: int, p: int, w: int, free: int, price: float, now: int):
    """Carry out what `best_place` found."""
    touch(X, W, r, now)
    if p < 0:
        serve(P, X, r, -1 - p, free, price)
    else:
        open_stop(X, r, p, i, w)
        serve(P, X, r, p, free, price)
    refresh(P, X, r)


@kernel
def top_up(P: Problem, X: State, W: Scratch, r: int):
    """Give a route's free minutes to its stops, densest cell first (right for a fixed order)."""
    g, n = P.team[r // P.days, GROUP], X.route[NOW, r, STOPS]
    for k in range(n):
        W.work[POINTER, k] = 0
    while True:
        top, k_top = 0.0, -1
        for k in range(n):
            i = X.stop[NOW, r, k, SITE]
            c = P.site[i, FIRST_CELL]
            q = W.work[POINTER, k]
            while q < P.site[i, CELLS] and not (X.left[c + q] > 0 and P.fit[g, c + q]):
                q += 1
            W.work[POINTER, k] = q
            if q < P.site[i, CELLS] and P.density[c + q] > top:
                top, k_top = P.density[c + q], k
        if k_top < 0:
            return
        q = W.work[POINTER, k_top]
        W.work[POINTER, k_top] += 1
        c = P.site[X.stop[NOW, r, k_top, SITE], FIRST_CELL] + q
        m = min(X.left[c], slack(P, X, r, k_top) // P.cell[c])
        if m > 0:
            X.amount[NOW, r, k_top, q] += m
            X.left[c] -= m
            refresh(P, X, r)


@kernel
def any_left(P: Problem, X: State, i: int):
    """Are any cases of site `i` still to be served?"""
    c = P.site[i, FIRST_CELL]
    for q in range(c, c + P.site[i, CELLS]):
        if X.left[q] > 0:
            return True
    return False


@kernel
def sort_candidates(W: Scratch, m: int):
    """Sort the first `m` candidates by key, ascending."""
    for a in range(1, m):
        key, c, b = W.key[a], W.work[CANDIDATE, a], a - 1
        while b >= 0 and W.key[b] > key:
            W.key[b + 1] = W.key[b]
            W.work[CANDIDATE, b + 1] = W.work[CANDIDATE, b]
            b -= 1
        W.key[b + 1] = key
        W.work[CANDIDATE, b + 1] = c


@kernel
def list_route(P: Problem, X: State, W: Scratch, i: int, r: int, m: int):
    """Add a route to those tried for site `i`, once; returns how many there are."""
    if W.stamp[ROUTE_LISTED, r] == W.counter[LISTINGS]:
        return m
    W.stamp[ROUTE_LISTED, r] = W.counter[LISTINGS]
    if X.route[NOW, r, GAP] > 0 and fits(P, r, i):
        W.work[TRIED, m] = r
        return m + 1
    return m


@kernel
def list_routes(P: Problem, X: State, W: Scratch, i: int, wide: bool, where: int):
    """Routes worth trying for site `i`: the touched ones; if `wide`, those near it; or all."""
    W.counter[LISTINGS] += 1
    m = 0
    if where == EVERYWHERE:
        for r in range(P.teams * P.days):
            m = list_route(P, X, W, i, r, m)
        return m
    for z in range(W.counter[TOUCHES]):
        m = list_route(P, X, W, i, W.work[TOUCHED, z], m)
    if wide:
        for a in range(min(NEIGHBOURS, P.near.shape[1])):
            j = P.near[i, a]
            for q in range(1, X.visits[j, 0] + 1):
                m = list_route(P, X, W, i, X.visits[j, q], m)
        for _ in range(RANDOM_ROUTES):
            m = list_route(P, X, W, i, below(X.seed, P.teams * P.days), m)
    return m


@kernel
def recreate(
    P: Problem, X: State, W: Scratch, m: int, price: float, share: float, blink: float, where: int, now: int
):
    """Insert the first `m` candidates one by one, each at its best places until nothing fits."""
    for a in range(m):
        i = W.work[CANDIDATE, a]
        if not any_left(P, X, i):
            continue
        tried = list_routes(P, X, W, i, share < 1.0 or W.stamp[SITE_REMOVED, i] == now, where)
        while True:
            best, at, position, window, free = 1e-6, NOWHERE, NOWHERE, NOWHERE, NOWHERE
            for z in range(tried):
                r = W.work[TRIED, z]
                if X.route[NOW, r, GAP] * P.team[r // P.days, STATIONS] < P.site[i, QUICKEST]:
                    continue
                net, p, w, h = best_place(P, X, r, i, price, share, blink, best)
                if p != NOWHERE:
                    best, at, position, window, free = net, r, p, w, h
            if at == NOWHERE:
                break
            put(P, X, W, at, i, position, window, free, price, now)
            if not any_left(P, X, i):
                break
