"""The Lagrangian bound at given duals, added up in integers."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.compile import Instance
from optimizer.engine.instant import cell_values
from optimizer.engine.kernels import arrays
from optimizer.engine.pricing import DayRoute, PricedWeek, Pricer, Prices
from optimizer.engine.workdays import TeamKind

Floats = NDArray[np.float64]

OTHERS = 4
"""Further day routes that are traced for each day of each team."""

LAYERED_FOR = 4
"""Passes for which nights are counted exactly from the start once a team stayed away too long."""


@dataclass(frozen=True, slots=True)
class Priced:
    """What duals prove.

    Parameters
    ----------
    duals
        The duals, rounded so that every price is a whole number of units.
    value_mdong
        No plan is worth more.
    slope
        Cases (and minutes of work limits) left by the best weeks: a subgradient.
    routes
        The day routes that were met.
    """

    duals: Floats
    value_mdong: int
    slope: Floats
    routes: list[DayRoute]


class Lagrangian:
    """Prices all teams at duals: mđ per case of every cell, then mđ per minute of every tolled day.

    A day is *tolled* if its team's work limit is shorter than its shift: the limit is not
    kept by the pricing, but minutes are charged for, and the limit is given back as many.

    Parameters
    ----------
    workers
        Threads that price teams side by side.
    halted
        Says that no more teams should be priced.
    """

    def __init__(self, instance: Instance, workers: int, halted: Callable[[], bool]) -> None:
        self.problem = problem = instance.problem
        self.pricer = Pricer(instance)
        self.value = cell_values(problem)
        self.tolled = tuple(
            (kind.team, d)
            for kind in self.pricer.kinds
            for d in range(problem.days)
            if problem.day[kind.team * problem.days + d, arrays.AVAILABLE]
            and _limited(problem.team[kind.team])
        )
        self.most = np.concatenate([self.value, [self._dearest_toll(t) for t, _ in self.tolled]])
        self.passes = 0
        self._halted = halted
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="price")
        self._layered_until = dict.fromkeys((kind.team for kind in self.pricer.kinds), 0)

    def warm_up(self) -> None:
        """Have every kernel compiled or loaded."""
        full = (self.value // self.pricer.unit_mdong).astype(np.int32)
        self.pricer.week(0, Prices(self._by_slot(full), self.pricer.no_toll()), exact_nights=False, others=1)

    def close(self) -> None:
        """Let the threads go."""
        self._pool.shutdown()

    def price(self, duals: Floats, *, exact_nights: bool) -> Priced | None:
        """The bound at these duals; None if it was told to halt on the way.

        Parameters
        ----------
        exact_nights
            Whether the most nights in a row are kept: a better bound, in a few times as long.
        """
        unit, cells = self.pricer.unit_mdong, len(self.value)
        snapped, prices = self._snap(duals)
        weeks = list(self._pool.map(lambda kind: self._week(kind, prices, exact_nights), self.pricer.kinds))
        self.passes += 1
        at_duals = (int(dual) * int(n) for dual, n in zip(snapped, self.problem.outstanding, strict=False))
        total, slope, routes = sum(at_duals), self._start_of_slope(), []
        position = {key: cells + at for at, key in enumerate(self.tolled)}
        for kind, week in zip(self.pricer.kinds, weeks, strict=True):
            if week is None:
                return None
            total += kind.count * unit * week.units
            for route in week.routes:
                for cell, cases in route.cases:
                    slope[cell] -= kind.count * cases
                at = position.get((route.team, route.day))
                if at is not None:
                    slope[at] += kind.count * (
                        int(self.problem.team[kind.team, arrays.MAX_WORK]) - route.work_min
                    )
            routes += [*week.routes, *week.others]
        return Priced(snapped, total, slope, routes)

    def _week(self, kind: TeamKind, prices: Prices, exact_nights: bool) -> PricedWeek | None:  # noqa: FBT001
        """The best week; nights are counted in layers only where that makes a difference."""
        if self._halted():
            return None
        if not exact_nights or self._layered_until[kind.team] <= self.passes:
            week = self.pricer.week(kind.team, prices, exact_nights=False, others=OTHERS)
            if not exact_nights or week.nights_in_a_row <= self.problem.team[kind.team, arrays.MAX_NIGHTS]:
                return week
            self._layered_until[kind.team] = self.passes + LAYERED_FOR
        return self.pricer.week(kind.team, prices, exact_nights=True, others=OTHERS)

    def _snap(self, duals: Floats) -> tuple[Floats, Prices]:
        unit, cells = self.pricer.unit_mdong, len(self.value)
        case = np.clip(np.rint((self.value - duals[:cells]) / unit), 0.0, self.value // unit)
        snapped = np.concatenate([self.value - case * unit, duals[cells:]])
        toll = self.pricer.no_toll()
        for at, key in enumerate(self.tolled, start=cells):
            units = int(np.clip(duals[at], 0.0, self.most[at]) // unit)
            toll[key] = units
            snapped[at] = units * unit
        return snapped, Prices(self._by_slot(case.astype(np.int32)), toll)

    def _by_slot(self, case: NDArray[np.int32]) -> NDArray[np.int32]:
        """What a case is worth in each slot, in units, from its worth in its best one; never too little."""
        problem = self.problem
        cell = problem.slot[:, arrays.CELL]
        less = (self.value[cell] - problem.value) // self.pricer.unit_mdong
        return np.maximum(case[cell] - less, 0.0).astype(np.int32)

    def _start_of_slope(self) -> Floats:
        return np.concatenate([self.problem.outstanding.astype(np.float64), np.zeros(len(self.tolled))])

    def _dearest_toll(self, team: int) -> float:
        return float(self.problem.team[team, arrays.STATIONS] * self.problem.density.max())


def _limited(team: NDArray[np.int64]) -> bool:
    return bool(team[arrays.MAX_WORK] < team[arrays.SHIFT_END] - team[arrays.SHIFT_START])
