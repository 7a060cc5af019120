"""A best day walked backwards through its tables, each step found again by equality."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import entry, indices, kernel
from optimizer.engine.kernels.day import (
    CLUSTER,
    LEAD,
    LEAST_COST,
    LEAST_MIN,
    DayTables,
    DayWork,
    Ground,
    both,
    charge,
    home,
    last_minute,
    many_windows,
    moved,
)
from optimizer.engine.kernels.knapsack import Visits

STAYED, MOVED = -1, -2
"""Results of `trace_day` where no site is visited: the team stayed in bed, or only changed beds."""

LOST = -3
"""Result of `trace_day` where a step cannot be found again, which cannot happen."""

# Columns of the stops that `trace_day` writes: the minutes of a stay with its set-ups, those of the
# one visit that would serve as many cases, and the units by which the leg there was taken too cheap
TRACED_ROW, TRACED_WORK, TRACED_LENGTH, TRACED_SAVED = indices(4)


@entry
def trace_day(W: DayWork, G: Ground, V: Visits, setup, T: DayTables, q, stops, origin):
    """Walk the best day that ends in bed `q` backwards.

    Parameters
    ----------
    stops
        int64 (many, 4): written; columns above, the last visit first.
    origin
        int64 (1,): written; the bed where the day began.

    Returns
    -------
    The number of visits, or STAYED, MOVED or LOST.
    """
    last = last_minute(T)
    best, origin[0], x, result = T.start[q], q, -1, STAYED
    for o in range(len(T.bed)):
        value = moved(W, T, o, q, last)
        if value > best:
            best, origin[0], result = value, o, MOVED
    for y in range(len(W.latest)):
        value = home(W, T, y, q, last)
        if value > best:
            best, x = value, y
    if x < 0:
        return result
    f = last - W.minutes[W.place[x], T.bed[q]]
    for number in range(len(stops)):
        f = _first(T.served[x], f)
        stops[number, TRACED_ROW] = x
        s = _find_visit(W, V, setup, x, f, T, stops[number])
        if s < 0:
            return LOST
        s = _first(T.arrived[x], s)
        value = T.arrived[x, LEAD + s]
        f = _find_wait(W, x, s, T.served[x], value)
        if f >= 0:
            continue
        for o in range(len(T.bed)):
            t = W.minutes[T.bed[o], W.place[x]]
            if t <= s and T.start[o] + W.credit - charge(W, T.bed[o], W.place[x]) == value:
                origin[0] = o
                return number + 1
        z = _find_leg(W, G, T, x, s, value)
        if z >= 0:
            f = s - G.leg[x, z, 0]
        else:
            near = _find_far_leg(W, G, T, x, s, value)
            if near < 0:
                return LOST
            z = _find_row(G, T, near, x, s)
            f = s - G.near[x, near, LEAST_MIN]
            stops[number, TRACED_SAVED] = G.leg[x, z, 1] - G.near[x, near, LEAST_COST]
        x = z
    return LOST


@kernel
def _first(row, at):
    """The first minute at which a rising row is as high as at `at`."""
    while at > 0 and row[LEAD + at - 1] == row[LEAD + at]:
        at -= 1
    return at


@kernel
def _find_visit(W: DayWork, V: Visits, setup, x, f, T: DayTables, stop):
    """Start of a visit, or of two with a wait between, that finishes at `f` with the best gain; else -1."""
    arrived, value = T.arrived[x], T.served[x, LEAD + f]
    for w in range(W.window.shape[1]):
        opens, closes = W.window[x, w, 0], W.window[x, w, 1]
        for j in range(V.steps[x]):
            span = V.length[x, j]
            if f > closes or f - span < opens:
                break
            if arrived[LEAD + f - span] + V.gain[x, j] - W.toll * span == value:
                stop[TRACED_WORK] = stop[TRACED_LENGTH] = span
                return f - span
    if W.window.shape[1] == 1 or many_windows(W, x):
        return -1
    opens, closes, again = W.window[x, 0, 0], W.window[x, 0, 1], W.window[x, 1, 0]
    for j in range(V.steps[x]):
        s = closes - V.length[x, j]
        if s < opens:
            break
        for k in range(V.steps[x]):
            work, gained = V.length[x, j] + V.length[x, k], both(V, setup, x, j, k)
            if again + V.length[x, k] == f and arrived[LEAD + s] + gained - W.toll * work == value:
                at = 0
                while at + 1 < V.steps[x] and V.gain[x, at + 1] <= gained:
                    at += 1
                stop[TRACED_WORK], stop[TRACED_LENGTH] = work, V.length[x, at]
                return s
    return -1


@kernel
def _find_wait(W: DayWork, x, s, served, value):
    """When an earlier window closed for whose visit the team waits at `s`; -1 if it came from elsewhere."""
    if many_windows(W, x):
        for w in range(W.window.shape[1] - 1):
            opens, closes = W.window[x, w + 1, 0], W.window[x, w, 1]
            if s == opens <= W.window[x, w + 1, 1] and served[LEAD + closes] == value:
                return closes
    return -1


@kernel
def _find_leg(W: DayWork, G: Ground, T: DayTables, x, s, value):
    """The row from which a team comes to `x` at `s` with `value`; -1 if there is none."""
    for z in range(len(W.latest)):
        t = G.leg[x, z, 0]
        if z != x and t <= s and T.served[z, LEAD + s - t] - G.leg[x, z, 1] - W.toll * t == value:
            return z
    return -1


@kernel
def _find_far_leg(W: DayWork, G: Ground, T: DayTables, x, s, value):
    """The place in `near` of the cluster from which it comes; -1 if there is none."""
    for n in range(G.detail, G.near.shape[1]):
        t = G.near[x, n, LEAST_MIN]
        less = G.near[x, n, LEAST_COST] + W.toll * t
        if t <= s and T.best[G.near[x, n, CLUSTER], LEAD + s - t] - less == value:
            return n
    return -1


@kernel
def _find_row(G: Ground, T: DayTables, n, x, s):
    """The row of a cluster in which most has been gained."""
    g, at = G.near[x, n, CLUSTER], LEAD + s - G.near[x, n, LEAST_MIN]
    for z in range(G.first[g], G.first[g + 1]):
        if T.served[z, at] == T.best[g, at]:
            return z
    return G.first[g]
