"""Leaves out of a network what no way between places needs: dead ends, and junctions along one road.

Stretches between such junctions become one arc, whichever ways of the map they belong to; two ways
that meet end to end are one stretch, and so is a road past a footpath that the vehicle cannot use.
What is closed has been taken out before.  Costs are sums of whole numbers, so that every way costs
to the last unit what it costs in the whole network.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from optimizer.travel.roads.network import Ints
from optimizer.travel.roads.passage import Mask


@dataclass(frozen=True)
class Contracted:
    """Arcs by their tail as `search` takes them, between the junctions that are left.

    Parameters
    ----------
    first, heads, costs
        Arcs of junction ``i`` are ``first[i]`` to ``first[i + 1]``.
    number
        New numbers of the old junctions; -1 for one that is left out.
    """

    first: Ints
    heads: Ints
    costs: Ints
    number: Ints

    @property
    def junctions(self) -> int:
        """How many junctions are left."""
        return len(self.first) - 1


def contracted(tails: Ints, heads: Ints, costs: Ints, doors: Mask) -> Contracted:
    """The same network for ways between some junctions, with as few others as one pass leaves.

    Parameters
    ----------
    tails, heads, costs
        Of every arc, in any order; packed costs.
    doors
        The junctions between which ways are looked for, of shape (junctions,).
    """
    tails, heads, costs = _cheapest(tails, heads, costs)
    counts = _neighbours(tails, heads, doors)
    alive = counts[tails] * counts[heads] > 0
    tails, heads, costs = tails[alive], heads[alive], costs[alive]
    along = (counts == 2) & ~doors
    ends, totals = _followed(tails, heads, costs, along)
    whole = ~along[tails] & (ends >= 0) & (ends != tails)
    tails, heads, costs = _cheapest(tails[whole], ends[whole], totals[whole])
    used = doors.copy()
    used[tails] = used[heads] = True
    number = np.where(used, np.cumsum(used) - 1, -1)
    out = np.bincount(number[tails], minlength=int(used.sum()))
    return Contracted(np.concatenate([[0], np.cumsum(out)]), number[heads], costs, number)


def _cheapest(tails: Ints, heads: Ints, costs: Ints) -> tuple[Ints, Ints, Ints]:
    """One arc for each tail and head, by tail; none from a junction to itself."""
    order = np.lexsort((costs, heads, tails))
    order = order[tails[order] != heads[order]]
    tails, heads, costs = tails[order], heads[order], costs[order]
    fresh = np.ones(len(tails), dtype=np.bool_)
    fresh[1:] = (tails[1:] != tails[:-1]) | (heads[1:] != heads[:-1])
    return tails[fresh], heads[fresh], costs[fresh]


def _neighbours(tails: Ints, heads: Ints, doors: Mask) -> Ints:
    """How many neighbours each junction has, once dead ends are gone; 0 for what is gone."""
    keys = np.unique(np.minimum(tails, heads) * len(doors) + np.maximum(tails, heads))
    pairs = np.stack(np.divmod(keys, len(doors)))
    while True:
        counts: Ints = np.bincount(pairs.ravel(), minlength=len(doors))
        dead = (counts == 1) & ~doors
        gone = dead[pairs[0]] | dead[pairs[1]]
        if not gone.any():
            return counts
        pairs = pairs[:, ~gone]


def _followed(tails: Ints, heads: Ints, costs: Ints, along: Mask) -> tuple[Ints, Ints]:
    """Where one comes to by each arc and on along the road, and its cost; -1 where it cannot be left.

    Each round looks twice as far ahead as the one before.
    """
    arcs = np.arange(len(tails))
    lost = len(tails)
    first = np.searchsorted(tails, heads)
    heads, costs = np.append(heads, -1), np.append(costs, 0)
    padded = np.append(tails, [-1, -1])
    onward = np.full(lost, lost)
    for one in (first, first + 1):
        goes_on = (padded[one] == heads[:lost]) & (heads[np.minimum(one, lost)] != tails)
        onward = np.where(goes_on, one, onward)
    jump = np.append(np.where(along[heads[:lost]], onward, arcs), lost)
    further = np.where(jump == np.append(arcs, lost), 0, costs[jump])
    for _ in range(lost.bit_length()):
        beyond = jump[jump]
        if (beyond == jump).all():
            break
        further += further[jump]
        jump = beyond
    return heads[jump[:lost]], costs[:lost] + further[:lost]
