"""The Lagrangian bound at given duals, added up in integers."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.compile import Instance
from optimizer.engine.dayroutes import DayRoute
from optimizer.engine.kernels import arrays
from optimizer.engine.offers import MOST_COUNTED
from optimizer.engine.pricing import Pricer, Prices
from optimizer.engine.week import PricedWeek
from optimizer.engine.workdays import TeamKind

Floats = NDArray[np.float64]

OTHERS = 4
"""Further day routes that are traced for each day of each team."""

LAYERED_FOR = 4
"""Passes for which nights are counted exactly from the start once a team stayed away too long."""


LARGE = 64
"""Clusters of sites from which on a pass takes so long that it is made coarsely at first."""

COARSE = 16
"""Clusters around a site that have legs of their own in a coarse pass."""


@dataclass(frozen=True, slots=True)
class Priced:
    """What duals prove.

    Parameters
    ----------
    duals
        The duals, rounded so that every price is a whole number of units.
    value_mdong
        No plan is worth more.
    routes
        The day routes that were met.
    strayed
        Teams that stay away too long unless their nights are counted.
    """

    duals: Floats
    value_mdong: int
    routes: list[DayRoute]
    strayed: frozenset[int]


class Lagrangian:
    """Prices all teams at duals: mđ per unit of every limit of the demand, then per minute of tolled days.

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
        self.demand = self.pricer.demand
        self.tolled = tuple(
            (kind.team, d)
            for kind in self.pricer.kinds
            for d in range(problem.days)
            if problem.day[kind.team * problem.days + d, arrays.AVAILABLE]
            and _limited(problem.team[kind.team])
        )
        tolls = [self._dearest_toll(team) for team, _ in self.tolled]
        self.most: Floats = np.concatenate([self.demand.most, tolls]).astype(np.float64)
        self.passes = 0
        self._halted = halted
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="price")
        self._layered_until = dict.fromkeys((kind.team for kind in self.pricer.kinds), 0)

    @property
    def is_large(self) -> bool:
        """Are there so many sites that passes are made coarsely at first?"""
        return self.pricer.clusters > LARGE

    def warm_up(self) -> None:
        """Have every kernel compiled or loaded."""
        values = np.maximum(self.demand.value, 0)
        full = self.pricer.prices((values // self.pricer.unit_mdong).astype(np.int32))
        self.pricer.week(0, full, exact_nights=False, others=1)

    def close(self) -> None:
        """Let the threads go."""
        self._pool.shutdown()

    def price(self, duals: Floats, *, exact_nights: bool) -> Priced | None:
        """The bound at these duals; None if it was told to halt on the way.

        Parameters
        ----------
        exact_nights
            Whether the most nights in a row are kept: a better bound, in a few times as long.  Far
            legs of a large campaign are coarse unless they are.
        """
        unit = self.pricer.unit_mdong
        snapped, prices = self._snap(duals)
        weeks = list(self._pool.map(lambda kind: self._week(kind, prices, exact_nights), self.pricer.kinds))
        self.passes += 1
        total = sum(dual * int(n) for dual, n in zip(snapped, self.demand.limit.tolist(), strict=False))
        routes: list[DayRoute] = []
        strayed = set()
        for kind, week in zip(self.pricer.kinds, weeks, strict=True):
            if week is None:
                return None
            total += kind.count * unit * week.units
            routes += [*week.routes, *week.others]
            if exact_nights and self._layered_until[kind.team] > 0:
                strayed.add(kind.team)
        return Priced(np.array(snapped, np.float64), total, routes, frozenset(strayed))

    def _week(self, kind: TeamKind, prices: Prices, exact_nights: bool) -> PricedWeek | None:  # noqa: FBT001
        """The best week; nights are counted in layers only where that makes a difference."""
        if self._halted():
            return None
        if not exact_nights or self._layered_until[kind.team] <= self.passes:
            detail = COARSE if self.is_large and not exact_nights else None
            week = self.pricer.week(kind.team, prices, exact_nights=False, detail=detail, others=OTHERS)
            if not exact_nights or week.nights_in_a_row <= self.problem.team[kind.team, arrays.MAX_NIGHTS]:
                return week
            self._layered_until[kind.team] = self.passes + LAYERED_FOR
        return self.pricer.week(kind.team, prices, exact_nights=True, others=OTHERS)

    def _snap(self, duals: Floats) -> tuple[list[int], Prices]:
        """The duals in whole mđ, and prices in units that are never below what they leave of the values."""
        demand, unit = self.demand, self.pricer.unit_mdong
        limits, cells = len(demand.limit), demand.first_counted
        units = np.rint(np.clip(duals, 0.0, self.most) / unit).astype(np.int64)
        snapped = units * unit
        # A case at its full value and a whole number of units below it is priced without a rest.
        left = np.rint((demand.most[:cells] - duals[:cells]) / unit).astype(np.int64)
        snapped[:cells] = demand.most[:cells] - np.clip(left, 0, demand.most[:cells] // unit) * unit
        rest = demand.value.copy()
        for slot, entry in enumerate(demand.entry):
            for limit, coefficient in entry:
                rest[slot] -= coefficient * snapped[limit]
        toll = np.zeros((self.problem.teams, self.problem.days), np.int32)
        for at, key in enumerate(self.tolled, start=limits):
            toll[key] = units[at]
        case = np.maximum(-(-rest // unit), 0).astype(np.int32)
        counted = units[cells:limits].reshape(-1, len(MOST_COUNTED)).astype(np.int32)
        return [int(dual) for dual in snapped], self.pricer.prices(case, counted, toll)

    def _dearest_toll(self, team: int) -> float:
        return float(self.problem.team[team, arrays.STATIONS] * self.demand.dearest())


def _limited(team: NDArray[np.int64]) -> bool:
    return bool(team[arrays.MAX_WORK] < team[arrays.SHIFT_END] - team[arrays.SHIFT_START])
