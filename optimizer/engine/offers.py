"""What may be served at every site, and the limits on it that have a price.

A case draws on what is outstanding of its cell; away from home also on what may be served so; and
it gives to the cell of what follows it: everything that a first step makes outstanding in the
whole horizon is offered from its first date on.  The dates of release and deadline of guests are
not kept either.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.kernels.knapsack import Offers

PARTS = (2, 3, 4)
"""Stays at a site are counted by halves, thirds and quarters of its work: so many parts as a stay surely
uses up.  Two thirds and a bit use up two; all stays together use up one part less than there are."""

_SHARES = sorted({Fraction(part, parts) for parts in PARTS for part in range(1, parts)})
"""Shares of a site's work beyond which a stay counts for more."""

COUNTED = np.array([[math.floor(share * parts) for parts in PARTS] for share in _SHARES])
"""What a stay just beyond each share counts, by kind of parts."""

MOST_COUNTED = tuple(parts - 1 for parts in PARTS)
"""What all stays of a site may count, by kind of parts."""

NO_MARK = 1 << 40
"""Stands for a mark that no stay goes beyond."""

Stay = tuple[int, Mapping[int, int]]
"""The row of a site and the cases by slot of a stay there."""


@dataclass(frozen=True)
class Demand:
    """The slots of all sites by number, and the limits on how often they are used.

    The first limits are those of cells; `MOST_COUNTED` for every row come last.

    Parameters
    ----------
    offers
        For the kernels; its rows are sites in the order given.
    value
        int64 (slots,): mđ per case.
    entry
        By slot the limits that a case draws on, each with its coefficient.
    limit
        int64 (limits,): the right-hand sides.
    most
        int64 (limits,): no price above it can help, in mđ; of a cell what its dearest case is worth.
    """

    offers: Offers
    value: NDArray[np.int64]
    entry: tuple[tuple[tuple[int, int], ...], ...]
    limit: NDArray[np.int64]
    most: NDArray[np.int64]

    @property
    def first_counted(self) -> int:
        """The first limit that counts stays."""
        return len(self.limit) - len(MOST_COUNTED) * len(self.offers.setup)

    def drawn(self, stays: Iterable[Stay]) -> tuple[tuple[int, int], ...]:
        """What stays draw on each limit, those of 0 left out."""
        drawn: Counter[int] = Counter()
        for row, amounts in stays:
            work = 0
            for slot, cases in amounts.items():
                work += cases * int(self.offers.minutes[slot])
                for limit, coefficient in self.entry[slot]:
                    drawn[limit] += coefficient * cases
            beyond = int((self.offers.mark[row] < work).sum())
            if beyond:
                at = self.first_counted + len(MOST_COUNTED) * row
                for kind, number in enumerate(COUNTED[beyond - 1].tolist()):
                    drawn[at + kind] += number
        return tuple(sorted((limit, number) for limit, number in drawn.items() if number))

    def worth_mdong(self, stays: Iterable[Stay]) -> int:
        """What the cases of stays are worth."""
        return sum(int(self.value[slot]) * cases for _, amounts in stays for slot, cases in amounts.items())

    def dearest(self) -> float:
        """The most that a station-minute can gain at any prices, in mđ, at least 0."""
        gains = [
            int(value) + sum(int(self.most[limit]) for limit, coefficient in entry if coefficient < 0)
            for value, entry in zip(self.value, self.entry, strict=True)
        ]
        return max(0.0, float((np.array(gains) / self.offers.minutes).max()))


def demand(problem: Problem, order: NDArray[np.int64]) -> Demand:
    """What may be served at the sites, in the order given."""
    count = problem.site[order, arrays.SLOTS]
    slots = np.concatenate(
        [
            np.arange(start, start + n)
            for start, n in zip(problem.site[order, arrays.FIRST_SLOT], count, strict=True)
        ]
    )
    begins = np.concatenate([[0], np.cumsum(count)]).astype(np.int64)
    cell, cap = problem.slot[slots, arrays.CELL], problem.slot[slots, arrays.CAP]
    limit = problem.supply[:-1].max(axis=1)  # the last stock never runs out
    at_home = cap == len(limit)
    cases = np.minimum(problem.outstanding[cell], problem.supply[cap].max(axis=1))
    minutes, value = problem.slot[slots, arrays.MINUTES], problem.value[slots].astype(np.int64)
    following = problem.stock[cell, arrays.NEXT]
    offers = Offers(
        first=begins,
        cases=cases,
        minutes=minutes,
        fit=np.ascontiguousarray(problem.fit[:, slots]),
        setup=problem.site[order, arrays.SETUP],
        mark=_marks(cases * minutes, at_home, begins),
    )
    entry = tuple(
        ((int(c), 1), *([] if home else [(int(more), 1)]), *([(int(after), -1)] if after >= 0 else []))
        for c, more, home, after in zip(cell, cap, at_home, following, strict=True)
    )
    of_a_site = np.repeat(np.add.reduceat(cases * np.maximum(value, 0), begins[:-1]), len(MOST_COUNTED))
    return Demand(
        offers,
        value,
        entry,
        np.concatenate([limit, np.tile(MOST_COUNTED, len(order))]),
        np.concatenate([_dearest(value, entry, len(limit)), of_a_site]),
    )


def _marks(
    work: NDArray[np.int64], at_home: NDArray[np.bool_], begins: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Station-minutes of the shares of each site's work; none where guests come to be served as well."""
    whole = np.add.reduceat(work, begins[:-1])
    marks = np.stack([whole * share.numerator // share.denominator for share in _SHARES], axis=1)
    marks[~np.logical_and.reduceat(at_home, begins[:-1])] = NO_MARK
    return marks


def _dearest(
    value: NDArray[np.int64], entry: tuple[tuple[tuple[int, int], ...], ...], limits: int
) -> NDArray[np.int64]:
    """What a case under each limit can be worth, with all that follows it."""
    most = np.zeros(limits, np.int64)
    while True:
        before = most.copy()
        for slot, drawn in enumerate(entry):
            worth = int(value[slot]) + sum(
                int(most[limit]) for limit, coefficient in drawn if coefficient < 0
            )
            for limit, coefficient in drawn:
                if coefficient > 0:
                    most[limit] = max(most[limit], worth)
        if (most == before).all():
            return most
