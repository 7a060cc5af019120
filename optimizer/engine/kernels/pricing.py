"""The best day of one team when every case has a price: dynamic programming over place and minute.

Two tables are filled side by side, a row per site and a column per minute of the shift:
`arrived` is the most a team can have gained that is at the site by then, ready to set up;
`served` the most with a visit there finished by then.  Money is in whole units held in
int32, so that nothing is ever rounded and a step of a best day can be found again by equality.

The tables rise along their rows: whoever is there early may wait.  Minutes are done in
blocks no longer than the shortest visit, so that a block of `served` looks only at minutes
of `arrived` that are final, and whole blocks are pushed along a leg at once.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels.arrays import (
    CELL,
    FIRST_SLOT,
    MINUTES,
    NO_ROAD_MIN,
    SETUP,
    SLOTS,
    Problem,
    entry,
    indices,
    kernel,
)

NEVER = -(1 << 30)
"""Stands for what cannot be; sums of real gains and costs stay well above half of it."""

LIMIT = 1 << 28
"""Most that a team can gain over the horizon, and the cap of any single cost, in units."""

STAYED, MOVED = -1, -2
"""Results of `trace_day` where no site is visited: the team stayed in bed, or only changed beds."""

LOST = -3
"""Result of `trace_day` where a step cannot be found again, which cannot happen."""

# Columns of the stops that `trace_day` writes: the minutes of a visit with its set-up, those of the one
# visit that would serve as many cases, and a sum of the former where work was interrupted
TRACED_ROW, TRACED_WORK, TRACED_LENGTH = indices(3)


class Visits(NamedTuple):
    """What visits gain at given prices.

    Parameters
    ----------
    length, gain
        int32 (sites, minutes of the shift + 1): by site increasing minutes, set-up included, and what
        a visit of so many minutes gains; only those that gain more than all shorter ones.
    steps
        int64 (sites,): how many of them there are, 0 where the team may serve nothing.
    whole
        int32, the same shape: most gained in so many minutes, where anything may be served.
    table
        int32 (pieces + 1, station-minutes of the shift + 1): room to fill knapsacks in.
    """

    length: NDArray[np.int32]
    gain: NDArray[np.int32]
    steps: NDArray[np.int64]
    whole: NDArray[np.int32]
    table: NDArray[np.int32]


class DayWork(NamedTuple):
    """Where one team may work on one day, a row per site.

    Parameters
    ----------
    minutes, cost
        int32 (places, places): legs; `cost` in units.
    place, site, setup
        int64 (rows,).
    window
        int32 (rows, windows, 2): first and last minute of work, counted from the start of the shift, in
        order; one that opens after it closes is none, and comes last.
    latest
        int32 (rows,): when a team must be there to finish the shortest visit in the last window.
    toll, credit
        Units charged for each minute of travel, set-up and service, and given to a team that leaves its bed.
    """

    minutes: NDArray[np.int32]
    cost: NDArray[np.int32]
    place: NDArray[np.int64]
    site: NDArray[np.int64]
    setup: NDArray[np.int64]
    window: NDArray[np.int32]
    latest: NDArray[np.int32]
    toll: int
    credit: int


class DayTables(NamedTuple):
    """What can have been gained, in units.

    Parameters
    ----------
    bed
        int64 (beds,): places where the day may begin or end.
    start, end
        int32 (beds,): most gained when the day begins there, and when it has ended there.
    arrived, served
        int32 (rows, minutes of the shift + 1 + twice the block).
    block
        Minutes filled at once: at most the shortest visit.
    """

    bed: NDArray[np.int64]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    arrived: NDArray[np.int32]
    served: NDArray[np.int32]
    block: int


@entry
def visit_gains(P: Problem, V: Visits, price, group, stations):
    """Fill `V` at `price` (int32 (cells,): units per case, at least 0) for a team's group and stations."""
    longest = V.length.shape[1] - 1
    for i in range(P.sites):
        setup = P.site[i, SETUP]
        V.steps[i] = 0
        quickest, all_work = _work(P, group, i)
        room = min((longest - setup) * stations, all_work)
        if room < quickest:
            continue
        row = V.table[_fill(P, price, group, i, room, V.table)]
        best = -1
        for minutes in range(longest - setup + 1):
            gained = row[min(minutes * stations, room)]
            V.whole[i, setup + minutes] = gained
            if minutes * stations >= quickest and gained > best:
                V.length[i, V.steps[i]] = setup + minutes
                V.gain[i, V.steps[i]] = gained
                V.steps[i] += 1
                best = gained


@entry
def visit_amounts(P: Problem, V: Visits, price, group, stations, i, minutes, amount):
    """The cases by slot of a visit of `minutes`, set-up included, that reach its gain."""
    room = min((minutes - P.site[i, SETUP]) * stations, _work(P, group, i)[1])
    row = _fill(P, price, group, i, room, V.table)
    for q in range(P.site[i, SLOTS] - 1, -1, -1):
        amount[q] = 0
        s = P.site[i, FIRST_SLOT] + q
        if not P.fit[group, s]:
            continue
        cases = P.outstanding[P.slot[s, CELL]]
        for z in range(_pieces(cases) - 1, -1, -1):
            size = _piece(cases, z)
            if V.table[row, room] != V.table[row - 1, room]:
                amount[q] += size
                room -= size * P.slot[s, MINUTES]
            row -= 1


@kernel
def _work(P: Problem, group, i):
    """Fewest station-minutes of one case at the site, and station-minutes of all that the team may serve."""
    least, whole = 1 << 40, 0
    for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
        if P.fit[group, s]:
            least = min(least, P.slot[s, MINUTES])
            whole += P.slot[s, MINUTES] * P.outstanding[P.slot[s, CELL]]
    return least, whole


@kernel
def _pieces(cases):
    """Into how many pieces `_fill` cuts the cases of a cell."""
    pieces = 0
    while (1 << pieces) <= cases:
        pieces += 1
    return pieces


@kernel
def _piece(cases, z):
    """Size of piece `z`: 1, 2, 4, … and at last the rest, so that every amount is a sum of some."""
    return min(1 << z, cases - (1 << z) + 1)


@kernel
def _fill(P: Problem, price, group, i, room, table):
    """Bounded knapsacks of 0 … `room` station-minutes, a row after each piece; returns the last row."""
    row = 0
    for w in range(room + 1):
        table[0, w] = 0
    for s in range(P.site[i, FIRST_SLOT], P.site[i, FIRST_SLOT] + P.site[i, SLOTS]):
        if not P.fit[group, s]:
            continue
        cases = P.outstanding[P.slot[s, CELL]]
        for z in range(_pieces(cases)):
            size = _piece(cases, z)
            weight, worth = size * P.slot[s, MINUTES], np.int32(size * price[s])
            old, new = table[row], table[row + 1]
            for w in range(min(weight, room + 1)):
                new[w] = old[w]
            if weight <= room:
                kept, taken, filled = old[weight : room + 1], old[: room + 1 - weight], new[weight : room + 1]
                for w in range(len(filled)):
                    filled[w] = max(kept[w], np.int32(taken[w] + worth))
            row += 1
    return row


@entry
def run_day(W: DayWork, V: Visits, T: DayTables):
    """Fill the tables of one day of one team, and `T.end`."""
    block, last = T.block, _last(T)
    never = np.int32(NEVER)
    T.arrived[:] = never
    T.served[:] = never
    _set_out(W, T, last)
    for begin in range(0, last + 1, block):
        for x in range(len(W.site)):
            row = T.served[x]
            top = row[begin - 1] if begin > 0 else never
            before = top
            _serve(W, V, x, begin, block, T.arrived[x], row)
            for f in range(begin, begin + block):
                top = max(top, row[f])
                row[f] = top
            _wait(W, V, x, begin, block, T.arrived[x], row)
            if top > before:
                _push(W, x, begin, block, T.arrived, row)
        for x in range(len(W.site)):
            row = T.arrived[x]
            top = row[begin - 1] if begin > 0 else never
            for s in range(begin, begin + block):
                top = max(top, row[s])
                row[s] = top
    for q in range(len(T.bed)):
        best = T.start[q]
        for o in range(len(T.bed)):
            best = max(best, _moved(W, T, o, q, last))
        for x in range(len(W.site)):
            best = max(best, _home(W, T, x, q, last))
        T.end[q] = best


@kernel
def _last(T: DayTables):
    """The last minute of the shift."""
    return T.arrived.shape[1] - 2 * T.block - 1


@kernel
def _charge(W: DayWork, a, b):
    """Units that a leg costs, its minutes' toll included."""
    return np.int32(W.cost[a, b] + W.toll * W.minutes[a, b])


@kernel
def _set_out(W: DayWork, T: DayTables, last):
    """Legs from every bed at the start of the shift."""
    for q in range(len(T.bed)):
        if T.start[q] <= NEVER // 2:
            continue
        for x in range(len(W.site)):
            t = W.minutes[T.bed[q], W.place[x]]
            if t <= last:
                gained = T.start[q] + W.credit - _charge(W, T.bed[q], W.place[x])
                T.arrived[x, t] = max(T.arrived[x, t], np.int32(gained))


@kernel
def _moved(W: DayWork, T: DayTables, o, q, last):
    """Gained by a day that only changes from bed `o` to bed `q`."""
    if o == q or T.start[o] <= NEVER // 2 or W.minutes[T.bed[o], T.bed[q]] > last:
        return np.int32(NEVER)
    return np.int32(T.start[o] + W.credit - _charge(W, T.bed[o], T.bed[q]))


@kernel
def _home(W: DayWork, T: DayTables, x, q, last):
    """Gained by a day whose last visit is in row `x`, and which ends in bed `q`."""
    f = last - W.minutes[W.place[x], T.bed[q]]
    if f < 0 or T.served[x, f] <= NEVER // 2:
        return np.int32(NEVER)
    return np.int32(T.served[x, f] - _charge(W, W.place[x], T.bed[q]))


@kernel
def _serve(W: DayWork, V: Visits, x, begin, block, arrived, served):
    """Visits that finish within the block, each inside one window."""
    i = W.site[x]
    for w in range(W.window.shape[1]):
        opens, closes = W.window[x, w, 0], W.window[x, w, 1]
        if closes < begin or opens >= begin + block:
            continue
        until = min(begin + block - 1, closes)
        for j in range(V.steps[i]):
            span = V.length[i, j]
            since = max(begin, opens + span)
            if since > until:
                break
            net = np.int32(V.gain[i, j] - W.toll * span)
            source, target = arrived[since - span : until - span + 1], served[since : until + 1]
            for f in range(len(target)):
                target[f] = max(target[f], np.int32(source[f] + net))


@kernel
def _wait(W: DayWork, V: Visits, x, begin, block, arrived, served):
    """Serve in one window, wait at the site for the next, set up there once more and serve on.

    With two windows the cases of both visits are known, and none is served twice; with more they are not.
    """
    i = W.site[x]
    for w in range(W.window.shape[1] - 1):
        closes, opens, ends = W.window[x, w, 1], W.window[x, w + 1, 0], W.window[x, w + 1, 1]
        if opens > ends or not begin <= closes < begin + block:
            continue
        if _many_windows(W, x):
            arrived[opens] = max(arrived[opens], served[closes])
            continue
        for j in range(V.steps[i]):
            s = closes - V.length[i, j]
            if s < W.window[x, w, 0]:
                break
            if arrived[s] <= NEVER // 2:
                continue
            for k in range(V.steps[i]):
                f = opens + V.length[i, k]
                if f > ends:
                    break
                net = _both(W, V, x, j, k) - W.toll * (V.length[i, j] + V.length[i, k])
                served[f] = max(served[f], np.int32(arrived[s] + net))


@kernel
def _many_windows(W: DayWork, x):
    """Are there more than two?"""
    return W.window.shape[1] > 2 and W.window[x, 2, 0] <= W.window[x, 2, 1]


@kernel
def _both(W: DayWork, V: Visits, x, j, k):
    """What two visits gain together, no case served twice."""
    i = W.site[x]
    return min(V.gain[i, j] + V.gain[i, k], V.whole[i, V.length[i, j] + V.length[i, k] - W.setup[x]])


@kernel
def _push(W: DayWork, x, begin, block, arrived, served):
    """Legs to every other site from a block of finished visits."""
    source = served[begin : begin + block]
    minutes, cost = W.minutes[W.place[x]], W.cost[W.place[x]]
    for y in range(len(W.site)):
        t = begin + minutes[W.place[y]]
        if t > W.latest[y] or y == x:
            continue
        charge = np.int32(cost[W.place[y]] + W.toll * minutes[W.place[y]])
        target = arrived[y, t : t + block]
        for j in range(block):
            target[j] = max(target[j], np.int32(source[j] - charge))


@entry
def trace_day(W: DayWork, V: Visits, T: DayTables, q, stops, origin):
    """Walk the best day that ends in bed `q` backwards.

    Parameters
    ----------
    stops
        int64 (many, 3): written; columns above, the last visit first.
    origin
        int64 (1,): written; the bed where the day began.

    Returns
    -------
    The number of visits, or STAYED, MOVED or LOST.
    """
    last = _last(T)
    best, origin[0], x, result = T.start[q], q, -1, STAYED
    for o in range(len(T.bed)):
        value = _moved(W, T, o, q, last)
        if value > best:
            best, origin[0], result = value, o, MOVED
    for y in range(len(W.site)):
        value = _home(W, T, y, q, last)
        if value > best:
            best, x = value, y
    if x < 0:
        return result
    f = last - W.minutes[W.place[x], T.bed[q]]
    for number in range(len(stops)):
        f = _first(T.served[x], f)
        stops[number, TRACED_ROW] = x
        s = _find_visit(W, V, x, f, T.arrived[x], T.served[x, f], stops[number])
        if s < 0:
            return LOST
        s = _first(T.arrived[x], s)
        value = T.arrived[x, s]
        f = _find_wait(W, x, s, T.served[x], value)
        if f >= 0:
            continue
        for o in range(len(T.bed)):
            t = W.minutes[T.bed[o], W.place[x]]
            if t <= s and T.start[o] + W.credit - _charge(W, T.bed[o], W.place[x]) == value:
                origin[0] = o
                return number + 1
        for z in range(len(W.site)):
            t = W.minutes[W.place[z], W.place[x]]
            if z != x and t <= s and T.served[z, s - t] - _charge(W, W.place[z], W.place[x]) == value:
                x, f = z, s - t
                break
        if f < 0:
            return LOST
    return LOST


@kernel
def _first(row, at):
    """The first minute at which a rising row is as high as at `at`."""
    while at > 0 and row[at - 1] == row[at]:
        at -= 1
    return at


@kernel
def _find_visit(W: DayWork, V: Visits, x, f, arrived, value, stop):
    """Start of a visit, or of two with a wait between, that finishes at `f` with `value`; else -1."""
    i = W.site[x]
    for w in range(W.window.shape[1]):
        opens, closes = W.window[x, w, 0], W.window[x, w, 1]
        for j in range(V.steps[i]):
            span = V.length[i, j]
            if f > closes or f - span < opens:
                break
            if arrived[f - span] + V.gain[i, j] - W.toll * span == value:
                stop[TRACED_WORK] = stop[TRACED_LENGTH] = span
                return f - span
    if W.window.shape[1] == 1:
        return -1
    opens, closes, again = W.window[x, 0, 0], W.window[x, 0, 1], W.window[x, 1, 0]
    for j in range(V.steps[i]):
        s = closes - V.length[i, j]
        if s < opens:
            break
        for k in range(V.steps[i]):
            work, gained = V.length[i, j] + V.length[i, k], _both(W, V, x, j, k)
            if again + V.length[i, k] == f and arrived[s] + gained - W.toll * work == value:
                at = 0
                while at + 1 < V.steps[i] and V.gain[i, at + 1] <= gained:
                    at += 1
                stop[TRACED_WORK], stop[TRACED_LENGTH] = work, V.length[i, at]
                return s
    return -1


@kernel
def _find_wait(W: DayWork, x, s, served, value):
    """When an earlier window closed for whose visit the team waits at `s`; -1 if it came from elsewhere."""
    if _many_windows(W, x):
        for w in range(W.window.shape[1] - 1):
            opens, closes = W.window[x, w + 1, 0], W.window[x, w, 1]
            if s == opens <= W.window[x, w + 1, 1] and served[closes] == value:
                return closes
    return -1


@entry
def find_waypoints(minutes: NDArray[np.int32], cost, first_site, found):
    """Mark the sites over which some way is cheaper than its direct leg."""
    places = len(minutes)
    for i in range(len(found)):
        z = first_site + i
        found[i] = False
        for x in range(places):
            if x == z or found[i] or minutes[x, z] >= NO_ROAD_MIN:
                continue
            for y in range(places):
                if y != z and minutes[z, y] < NO_ROAD_MIN and cost[x, z] + cost[z, y] < cost[x, y]:
                    found[i] = True
                    break
