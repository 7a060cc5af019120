"""What visits gain at prices: bounded knapsacks of the cases that may be served at a site.

A *stay* is one visit, or two with a wait between at the same site.  Where stays are charged
for by their size, the charge rises at the site's *marks*, in station-minutes of cases.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels.arrays import entry, kernel


class Offers(NamedTuple):
    """What may be served at the sites; rows are sites in the order of the pricing.

    Parameters
    ----------
    first
        int64 (rows + 1,): where the slots of a row begin.
    cases, minutes
        int64 (slots,): most cases of a visit, and station-minutes per case.
    fit
        bool (groups, slots): may a team of this group serve it?
    setup
        int64 (rows,).
    mark
        int64 (rows, marks): most station-minutes of cases before the next charge, rising.
    """

    first: NDArray[np.int64]
    cases: NDArray[np.int64]
    minutes: NDArray[np.int64]
    fit: NDArray[np.bool_]
    setup: NDArray[np.int64]
    mark: NDArray[np.int64]


class Visits(NamedTuple):
    """What visits gain at given prices.

    Parameters
    ----------
    length, gain
        int32 (rows, minutes of the shift + 1): by row increasing minutes, set-up included, and what
        a visit of so many minutes gains; only those that gain more than all shorter ones.
    steps
        int64 (rows,): how many of them there are, 0 where the team may serve nothing.
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


@entry
def visit_gains(O: Offers, V: Visits, price, charge, group, stations):
    """Fill `V` for a team's group and stations.

    Parameters
    ----------
    price
        int32 (slots,): units per case, at least 0.
    charge
        int32 (rows, marks): units for a stay beyond each mark, rising.
    """
    longest = V.length.shape[1] - 1
    for i in range(len(O.setup)):
        setup = O.setup[i]
        V.steps[i] = 0
        quickest, all_work = _work(O, group, i)
        room = min((longest - setup) * stations, all_work)
        if room < quickest:
            continue
        row, best = V.table[_fill(O, price, group, i, room, V.table)], 0
        for minutes in range(longest - setup + 1):
            gained = _charged(O, charge, i, row, min(minutes * stations, room))
            V.whole[i, setup + minutes] = gained
            if minutes * stations >= quickest and (V.steps[i] == 0 or gained > best):
                V.length[i, V.steps[i]] = setup + minutes
                V.gain[i, V.steps[i]] = gained
                V.steps[i] += 1
                best = gained


@entry
def visit_amounts(O: Offers, V: Visits, price, charge, group, stations, i, minutes, amount):
    """The cases by slot of a stay of `minutes`, one set-up included, that reach its gain."""
    room = min((minutes - O.setup[i]) * stations, _work(O, group, i)[1])
    row = _fill(O, price, group, i, room, V.table)
    wanted = _charged(O, charge, i, V.table[row], room)
    for m in range(O.mark.shape[1]):
        paid = charge[i, m - 1] if m > 0 else 0
        if O.mark[i, m] < room and V.table[row, O.mark[i, m]] - paid == wanted:
            room = O.mark[i, m]
            break
    for q in range(O.first[i + 1] - O.first[i] - 1, -1, -1):
        amount[q] = 0
        s = O.first[i] + q
        if not O.fit[group, s] or price[s] == 0:
            continue
        for z in range(_pieces(O.cases[s]) - 1, -1, -1):
            size = _piece(O.cases[s], z)
            if V.table[row, room] != V.table[row - 1, room]:
                amount[q] += size
                room -= size * O.minutes[s]
            row -= 1


@kernel
def _charged(O: Offers, charge, i, row, room):
    """Most gained in at most `room` station-minutes, less the charge for a long stay."""
    best, paid = np.int32(row[min(room, O.mark[i, 0])]), np.int32(0)
    for m in range(O.mark.shape[1]):
        if O.mark[i, m] >= room:
            break
        paid = charge[i, m]
        top = O.mark[i, m + 1] if m + 1 < O.mark.shape[1] else room
        best = max(best, np.int32(row[min(room, top)] - paid))
    return best


@kernel
def _work(O: Offers, group, i):
    """Fewest station-minutes of one case at the site, and station-minutes of all that the team may serve."""
    least, whole = 1 << 40, 0
    for s in range(O.first[i], O.first[i + 1]):
        if O.fit[group, s]:
            least = min(least, O.minutes[s])
            whole += O.minutes[s] * O.cases[s]
    return least, whole


@kernel
def _pieces(cases):
    """Into how many pieces `_fill` cuts the cases of a slot."""
    pieces = 0
    while (1 << pieces) <= cases:
        pieces += 1
    return pieces


@kernel
def _piece(cases, z):
    """Size of piece `z`: 1, 2, 4, … and at last the rest, so that every amount is a sum of some."""
    return min(1 << z, cases - (1 << z) + 1)


@kernel
def _fill(O: Offers, price, group, i, room, table):
    """Bounded knapsacks of 0 … `room` station-minutes, a row after each piece; returns the last row."""
    row = 0
    for w in range(room + 1):
        table[0, w] = 0
    for s in range(O.first[i], O.first[i + 1]):
        if not O.fit[group, s] or price[s] == 0:
            continue
        for z in range(_pieces(O.cases[s])):
            size = _piece(O.cases[s], z)
            weight, worth = size * O.minutes[s], np.int32(size * price[s])
            old, new = table[row], table[row + 1]
            for w in range(min(weight, room + 1)):
                new[w] = old[w]
            if weight <= room:
                kept, taken, filled = old[weight : room + 1], old[: room + 1 - weight], new[weight : room + 1]
                for w in range(len(filled)):
                    filled[w] = max(kept[w], np.int32(taken[w] + worth))
            row += 1
    return row
