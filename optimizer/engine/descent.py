"""Towards the best duals: a few guesses, then the linear program within a moving box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.engine.dayroutes import DayRoute
from optimizer.engine.instant import cell_minutes
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.known import cost_shares, on_other_days
from optimizer.engine.lagrangian import Floats, Lagrangian, Priced
from optimizer.engine.master import Master

GUESSES = (1.0, 0.5, 0.25, 0.1, 0.03, 0.0)
"""Prices of a station-minute that are tried first, as shares of the mean worth of one."""

SHARES = (0.2, 0.4, 0.8)
"""Or, beside a plan that does nearly everything, shares of what a case costs it."""

NEARLY_ALL = 0.95
"""How much of all work such a plan does."""

NEARLY_CLOSED = 0.01
"""Where the bound is this close to the program's own value, nights begin to be counted exactly."""

NEARLY_CLOSED_IF_LARGE = 0.002
"""The same in a large campaign, where that also ends the coarse passes."""

PATIENCE = 4
"""Or after as many failures in a row."""

FIRST_WIDTH, LEAST_WIDTH, MOST_WIDTH = 0.05, 0.002, 0.3
"""Half the side of the first, the smallest and the largest box, as a share of the largest duals.

The first is no wider than half of what the best guess leaves to the teams, as a share of everything.
"""

COUNTING_WIDTH = 0.005
"""The same when stays begin to be counted."""

CLOSED = 1e-4
"""Where the bound is this close to the program's own value, the box is made wider or stays are counted."""

SETTLED = 1e-5
"""Where it is as close as this in the widest box, little is left to gain."""

KEPT = 0.5
"""Day routes that are short by more than this part of what is hoped for are forgotten."""

KEPT_AT_FIRST = 0.05
"""The same when nights begin to be counted, which makes several columns of each."""


def descend(lagrangian: Lagrangian, known: Iterable[DayRoute]) -> Iterator[int]:
    """Bounds in mđ, pass by pass, not all of them better than the last, until no more can be gained.

    Parameters
    ----------
    known
        Day routes of a good plan.
    """
    master = Master(lagrangian.problem, lagrangian.pricer.kinds, lagrangian.demand, lagrangian.tolled)
    plan = tuple(known)
    for route in plan:
        master.add(route)
    best: Priced | None = None
    for duals in _guesses(lagrangian, plan):
        priced = lagrangian.price(duals, exact_nights=False)
        if priced is None:
            return
        for route in priced.routes:
            master.add(route)
        yield priced.value_mdong
        if best is not None and priced.value_mdong > best.value_mdong:
            break
        best = priced
    assert best is not None
    yield from _box_steps(lagrangian, master, best)


def _guesses(lagrangian: Lagrangian, plan: Sequence[DayRoute]) -> Iterator[Floats]:
    """Duals to begin with, each leaving more or less to the teams than the one before."""
    problem, most = lagrangian.problem, lagrangian.most
    minutes, cells = cell_minutes(problem), len(problem.outstanding)
    rate = float(problem.outstanding @ most[:cells]) / float(problem.outstanding @ minutes)
    cost, done = cost_shares(problem, lagrangian.demand, plan)
    left = [s * cost for s in SHARES] if done >= NEARLY_ALL else [s * rate * minutes for s in GUESSES]
    for of_a_case in left:
        duals = np.zeros(len(most))
        duals[:cells] = np.maximum(most[:cells] - of_a_case, 0.0)
        yield duals


@dataclass(slots=True)
class _Box:
    """Half its side as a share of the largest duals, and failures to lower the bound in a row."""

    share: float
    failures: int = 0

    def resize(self, gained_mdong: float, hoped_mdong: float) -> None:
        """Grow where the program was nearly right about what is gained, shrink where it was not."""
        self.failures = 0 if gained_mdong > 0 else self.failures + 1
        right = gained_mdong / hoped_mdong if hoped_mdong > 0 else 0.0
        self.share = max(LEAST_WIDTH, self.share * (1.5 if right > 0.5 else 1.0 if right > 0.1 else 0.8))


def _box_steps(lagrangian: Lagrangian, master: Master, best: Priced) -> Iterator[int]:
    """Price what the program proposes, and let it learn from the weeks found.

    Stays are counted last: duals on them help little before the others are nearly right.
    """
    cells = len(lagrangian.problem.outstanding)
    everything = float(lagrangian.problem.outstanding @ lagrangian.most[:cells])
    left = 1.0 - float(lagrangian.problem.outstanding @ best.duals[:cells]) / max(1.0, everything)
    box = _Box(max(LEAST_WIDTH, min(FIRST_WIDTH, 0.5 * left)))
    exact_nights = counting = False
    nearly = NEARLY_CLOSED_IF_LARGE if lagrangian.is_large else NEARLY_CLOSED
    while True:
        proposal = master.solve(best.duals, box.share * lagrangian.most, lagrangian.most)
        if proposal is None:
            return
        hoped, size = best.value_mdong - proposal.model_mdong, abs(best.value_mdong)
        begin = not exact_nights and (hoped < nearly * size or box.failures >= PATIENCE)
        exact_nights = exact_nights or begin
        priced = lagrangian.price(best.duals if begin else proposal.duals, exact_nights=exact_nights)
        if priced is None:
            return
        if counting:
            master.count_stays()
        master.forget((KEPT_AT_FIRST if begin else KEPT) * hoped)
        master.count_nights(priced.strayed)
        fresh = _learn(master, lagrangian.problem, priced, on_all_days=not exact_nights)
        yield priced.value_mdong
        widest, gained = box.share >= MOST_WIDTH, best.value_mdong - priced.value_mdong
        box.resize(gained, hoped)
        best = priced if gained > 0 else best
        if not exact_nights or begin or (fresh and hoped >= CLOSED * size):
            continue
        if not counting:
            counting, box.share = True, COUNTING_WIDTH
        elif widest and (hoped < SETTLED * size or box.failures >= PATIENCE):
            return
        else:
            box.share = min(MOST_WIDTH, 2.0 * box.share)


def _learn(master: Master, problem: Problem, priced: Priced, *, on_all_days: bool) -> int:
    """Add the routes that were met, perhaps on other days too; the number of new ones."""
    fresh = sum(master.add(route) for route in priced.routes)
    if on_all_days:
        for route in priced.routes:
            for same in on_other_days(problem, route):
                master.add(same)
    return fresh
