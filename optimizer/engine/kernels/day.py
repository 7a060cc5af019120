"""The best day of one team when every case has a price: dynamic programming over place and minute.

Two tables are filled side by side, a row per site and a column per minute of the shift:
`arrived` is the most a team can have gained that is at the site by then, ready to set up;
`served` the most with a visit there finished by then.  Money is in whole units held in
int32, so that nothing is ever rounded and a step of a best day can be found again by equality.

The tables rise along their rows: whoever is there early may wait.  Minutes are done in
blocks no longer than the shortest visit, so that a block of `served` looks only at minutes
of `arrived` that are final.  Sites that lie together form a *cluster*: where the best of a cluster
at the least distance from a site raises nothing there, none of its sites is looked at.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels.arrays import entry, indices, kernel
from optimizer.engine.kernels.knapsack import Visits
from optimizer.engine.kernels.wide import WIDE, raise_to, settle

NEVER = -(1 << 30)
"""Stands for what cannot be; sums of real gains and costs stay well above half of it."""

LIMIT = 1 << 28
"""Most that a team can gain over the horizon, and the cap of any single cost, in units."""

LEAD = indices(WIDE + 1)[WIDE]
"""Columns of a table before minute 0, where nothing can be."""


# Columns of Ground.near: a cluster, the fewest minutes and units from any of its rows, and the fewest
# units from any row of this or a farther cluster
CLUSTER, LEAST_MIN, LEAST_COST, LEAST_BEYOND = indices(4)


class Ground(NamedTuple):
    """Where the sites lie to each other on a layer and tariff.

    Parameters
    ----------
    leg
        int32 (rows, rows, 2): minutes and units to the first from the second row.
    first
        int64 (clusters + 1,): where the rows of a cluster begin.
    near
        int32 (rows, clusters, 4): clusters by distance from a row, its own first; columns above.
    detail
        How many clusters, the nearest first, are looked at site by site.  A leg from a farther one
        is taken to be as short and as cheap as the best from any of its sites: never too dear.
    """

    leg: NDArray[np.int32]
    first: NDArray[np.int64]
    near: NDArray[np.int32]
    detail: int


class DayWork(NamedTuple):
    """Where one team may work on one day.

    Parameters
    ----------
    minutes, cost
        int32 (places, places): legs; `cost` in units.
    place
        int64 (rows,).
    window
        int32 (rows, windows, 2): first and last minute of work, counted from the start of the shift, in
        order; one that opens after it closes is none, and comes last.
    latest
        int32 (rows,): when a team must be there to finish the shortest visit in the last window;
        below 0 where it need not go.
    toll, credit
        Units charged for each minute of travel, set-up and service, and given to a team that leaves its bed.
    """

    minutes: NDArray[np.int32]
    cost: NDArray[np.int32]
    place: NDArray[np.int64]
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
    arrived, served, best
        int32 (rows, LEAD + minutes of the shift + 1 + twice `WIDE`); `best` has the most `served`
        of each cluster, and at last of all.
    block
        Minutes filled at once: at most the shortest visit, and at most `WIDE`.
    """

    bed: NDArray[np.int64]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    arrived: NDArray[np.int32]
    served: NDArray[np.int32]
    best: NDArray[np.int32]
    block: int


@entry
def run_day(W: DayWork, G: Ground, V: Visits, setup, T: DayTables):
    """Fill the tables of one day of one team, and `T.end`."""
    last = last_minute(T)
    T.arrived[:] = np.int32(NEVER)
    T.served[:] = np.int32(NEVER)
    T.best[:] = np.int32(NEVER)
    _set_out(W, T, last)
    for begin in range(0, last + 1, T.block):
        for g in range(len(G.first) - 1):
            for x in range(G.first[g], G.first[g + 1]):
                if W.latest[x] < 0:
                    continue
                row = T.served[x]
                if T.arrived[x, LEAD + begin - 1] > NEVER // 2:
                    _serve(W, V, x, begin, T.block, T.arrived[x], row)
                    _wait(W, V, setup, x, begin, T.block, T.arrived[x], row)
                settle(row, LEAD + begin)
                raise_to(T.best[g], LEAD + begin, row, LEAD + begin, np.int32(0))
            raise_to(T.best[len(G.first) - 1], LEAD + begin, T.best[g], LEAD + begin, np.int32(0))
        for y in range(len(W.latest)):
            if W.latest[y] < 0:
                continue
            settle(T.arrived[y], LEAD + begin)
            if begin <= W.latest[y] and _open(W, V, y, begin, T.block):
                _arrive(W, G, T, y, begin)
                settle(T.arrived[y], LEAD + begin)
    for q in range(len(T.bed)):
        best = T.start[q]
        for o in range(len(T.bed)):
            best = max(best, moved(W, T, o, q, last))
        T.end[q] = best
    for x in range(len(W.latest)):
        if T.served[x, LEAD + last] > NEVER // 2:
            for q in range(len(T.bed)):
                T.end[q] = max(T.end[q], home(W, T, x, q, last))


@kernel
def last_minute(T: DayTables):
    """The last minute of the shift."""
    return T.arrived.shape[1] - 2 * WIDE - LEAD - 1


@kernel
def charge(W: DayWork, a, b):
    """Units that a leg between two places costs, its minutes' toll included."""
    return np.int32(W.cost[a, b] + W.toll * W.minutes[a, b])


@kernel
def _set_out(W: DayWork, T: DayTables, last):
    """Legs from every bed at the start of the shift."""
    for q in range(len(T.bed)):
        if T.start[q] <= NEVER // 2:
            continue
        for x in range(len(W.latest)):
            t = W.minutes[T.bed[q], W.place[x]]
            if t <= last:
                gained = T.start[q] + W.credit - charge(W, T.bed[q], W.place[x])
                T.arrived[x, LEAD + t] = max(T.arrived[x, LEAD + t], np.int32(gained))


@kernel
def moved(W: DayWork, T: DayTables, o, q, last):
    """Gained by a day that only changes from bed `o` to bed `q`."""
    if o == q or T.start[o] <= NEVER // 2 or W.minutes[T.bed[o], T.bed[q]] > last:
        return np.int32(NEVER)
    return np.int32(T.start[o] + W.credit - charge(W, T.bed[o], T.bed[q]))


@kernel
def home(W: DayWork, T: DayTables, x, q, last):
    """Gained by a day whose last visit is in row `x`, and which ends in bed `q`."""
    f = last - W.minutes[W.place[x], T.bed[q]]
    if f < 0 or T.served[x, LEAD + f] <= NEVER // 2:
        return np.int32(NEVER)
    return np.int32(T.served[x, LEAD + f] - charge(W, W.place[x], T.bed[q]))


@kernel
def _serve(W: DayWork, V: Visits, x, begin, block, arrived, served):
    """Visits that finish within the block, each inside one window."""
    end = begin + block - 1
    for w in range(W.window.shape[1]):
        opens, closes = W.window[x, w, 0], min(W.window[x, w, 1], end)
        if closes < begin or opens > closes:
            continue
        low = served[LEAD + begin - 1]
        for j in range(V.steps[x]):
            span = V.length[x, j]
            since = max(begin, opens + span)
            if since > closes:
                break
            net = np.int32(V.gain[x, j] - W.toll * span)
            if arrived[LEAD + closes - span] + net <= low:
                continue
            if since == begin and closes == begin + WIDE - 1:
                raise_to(served, LEAD + begin, arrived, LEAD + begin - span, np.int32(-net))
                continue
            for f in range(LEAD + since, LEAD + closes + 1):
                served[f] = max(served[f], np.int32(arrived[f - span] + net))


@kernel
def _wait(W: DayWork, V: Visits, setup, x, begin, block, arrived, served):
    """Serve in one window, wait at the site for the next, set up there once more and serve on.

    With two windows the cases of both visits are known, and none is served twice; with more they are not.
    """
    for w in range(W.window.shape[1] - 1):
        closes, opens, ends = W.window[x, w, 1], W.window[x, w + 1, 0], W.window[x, w + 1, 1]
        if opens > ends or not begin <= closes < begin + block:
            continue
        if many_windows(W, x):
            best = served[LEAD + begin - 1]
            for f in range(LEAD + begin, LEAD + closes + 1):
                best = max(best, served[f])
            arrived[LEAD + opens] = max(arrived[LEAD + opens], best)
            continue
        since = max(W.window[x, w, 0], 0)
        for k in range(V.steps[x]):
            f = opens + V.length[x, k]
            if f > ends:
                break
            best = np.int32(NEVER)
            for j in range(V.steps[x]):
                s = closes - V.length[x, j]
                if s < since or arrived[LEAD + s] <= NEVER // 2:
                    break
                spent = W.toll * (V.length[x, j] + V.length[x, k])
                best = max(best, np.int32(arrived[LEAD + s] + both(V, setup, x, j, k) - spent))
            served[LEAD + f] = max(served[LEAD + f], best)


@kernel
def many_windows(W: DayWork, x):
    """Are there more than two?"""
    return W.window.shape[1] > 2 and W.window[x, 2, 0] <= W.window[x, 2, 1]


@kernel
def both(V: Visits, setup, x, j, k):
    """What two visits gain together, no case served twice."""
    most = V.whole[x, V.length[x, j] + V.length[x, k] - setup[x]]
    return min(np.int32(V.gain[x, j] + V.gain[x, k]), most)


@kernel
def _open(W: DayWork, V: Visits, y, begin, block):
    """May a visit at a site start within the block?  Else it does not matter when a team arrives."""
    for w in range(W.window.shape[1]):
        opens = W.window[y, w, 0]
        if opens < begin + block and begin <= W.window[y, w, 1] - V.length[y, 0]:
            return True
    return False


@kernel
def _arrive(W: DayWork, G: Ground, T: DayTables, y, begin):
    """Legs from every other site that arrive within the block."""
    row, at, top = T.arrived[y], LEAD + begin, T.best[len(G.first) - 1]
    for n in range(len(G.first) - 1):
        nearest = G.near[y, n, LEAST_MIN]
        until = at + WIDE - 1 - nearest
        if until < LEAD or top[until] - G.near[y, n, LEAST_BEYOND] - W.toll * nearest <= row[at]:
            return
        g = G.near[y, n, CLUSTER]
        less = np.int32(G.near[y, n, LEAST_COST] + W.toll * nearest)
        if T.best[g, until] - less <= row[at]:
            continue
        if n >= G.detail:
            if at > nearest:
                raise_to(row, at, T.best[g], at - nearest, less)
            continue
        for x in range(G.first[g], G.first[g + 1]):
            minutes = G.leg[y, x, 0]
            start = at - minutes
            if start <= 0 or x == y:
                continue
            less = np.int32(G.leg[y, x, 1] + W.toll * minutes)
            if T.served[x, start + WIDE - 1] - less > row[at]:
                raise_to(row, at, T.served[x], start, less)
