"""Towards the best duals: a few guesses, then the linear program within a moving box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from optimizer.engine.instant import cell_minutes
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.known import on_other_days
from optimizer.engine.lagrangian import Lagrangian, Priced
from optimizer.engine.master import Master
from optimizer.engine.pricing import DayRoute

GUESSES = (1.0, 0.5, 0.25, 0.1, 0.03, 0.0)
"""Prices of a station-minute that are tried first, as shares of the mean worth of one."""

NEARLY_CLOSED = 0.01
"""Where the bound is this close to the program's own value, nights begin to be counted exactly."""

PATIENCE = 4
"""Or after as many failures in a row."""

FIRST_WIDTH, LEAST_WIDTH = 0.05, 0.0005
"""Half the side of the first and of the smallest box, as a share of the largest duals."""

CLOSED = 2e-5
"""Where the program's own value is this close to the bound, little is left to gain."""


def descend(lagrangian: Lagrangian, known: Iterable[DayRoute]) -> Iterator[int]:
    """Bounds in mđ, pass by pass, not all of them better than the last, until no more can be gained.

    Parameters
    ----------
    known
        Day routes of a good plan.
    """
    master = Master(lagrangian.problem, lagrangian.pricer.kinds, lagrangian.tolled)
    for route in known:
        master.add(route)
    best: Priced | None = None
    for priced in _guesses(lagrangian):
        for route in priced.routes:
            master.add(route)
        if best is None or priced.value_mdong < best.value_mdong:
            best = priced
        yield priced.value_mdong
    if best is not None:
        yield from _box_steps(lagrangian, master, best)


def _guesses(lagrangian: Lagrangian) -> Iterator[Priced]:
    """A station-minute at ever lower prices, as long as that helps."""
    problem = lagrangian.problem
    value, minutes = lagrangian.value, cell_minutes(problem)
    worth = float((problem.outstanding * value).sum())
    rate = worth / float((problem.outstanding * minutes).sum())
    tolls = np.zeros(len(lagrangian.tolled))
    least: int | None = None
    for share in GUESSES:
        cells = np.clip(value - share * rate * minutes, 0.0, value)
        priced = lagrangian.price(np.concatenate([cells, tolls]), exact_nights=False)
        if priced is None:
            return
        yield priced
        if least is not None and priced.value_mdong > least:
            return
        least = priced.value_mdong


def _box_steps(lagrangian: Lagrangian, master: Master, best: Priced) -> Iterator[int]:
    """Price what the program proposes, and let it learn from the weeks found."""
    share, exact_nights, failures = FIRST_WIDTH, False, 0
    while True:
        proposal = master.solve(best.duals, share * lagrangian.most, lagrangian.most)
        if proposal is None:
            return
        hoped = best.value_mdong - proposal.model_mdong
        duals = proposal.duals
        if not exact_nights and (hoped < NEARLY_CLOSED * abs(best.value_mdong) or failures >= PATIENCE):
            exact_nights, duals = True, best.duals
        priced = lagrangian.price(duals, exact_nights=exact_nights)
        if priced is None:
            return
        fresh = _learn(master, lagrangian.problem, priced, on_all_days=not exact_nights)
        yield priced.value_mdong
        gained = best.value_mdong - priced.value_mdong
        if gained > 0:
            best, failures = priced, 0
            share *= 1.5 if gained > 0.5 * hoped else 1.0 if gained > 0.1 * hoped else 0.8
        else:
            share, failures = max(LEAST_WIDTH, 0.8 * share), failures + 1
        if hoped < CLOSED * abs(best.value_mdong) or not fresh:
            wide = proposal.leaning_mdong < CLOSED * abs(best.value_mdong) or share >= 1.0
            if wide and exact_nights:
                return
            share *= 2.0
        share = min(1.0, share)


def _learn(master: Master, problem: Problem, priced: Priced, *, on_all_days: bool) -> int:
    """Add the routes that were met, perhaps on other days too; the number of new ones."""
    fresh = sum(master.add(route) for route in priced.routes)
    if on_all_days:
        for route in priced.routes:
            for same in on_other_days(problem, route):
                master.add(same)
    return fresh
