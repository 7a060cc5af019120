"""The linear program that mixes day routes into weeks, and proposes duals to price at.

Rows: the cases of every cell; for every kind of team a flow through the places where it
sleeps; its most nights in a row; and its limits of a day's work.  Columns: day routes that have
been met.  Duals are held in a box around the best ones known (boxstep): a program that
knows few columns proposes wild duals otherwise.

Nothing here makes a bound: the value of any duals is computed by pricing, so that rounding
in this program does no harm.

References
----------
Marsten, R. E., Hogan, W. W., Blankenship, J. W. (1975). The boxstep method for large-scale
optimization. *Operations Research* 23(3), 389-405.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.pricing import DayRoute
from optimizer.engine.workdays import TeamKind

if TYPE_CHECKING:
    from ortools.math_opt.python import mathopt

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program finds best within its box.

    Parameters
    ----------
    duals
        mđ per case, then mđ per minute of the tolled days.
    model_mdong
        Its value: no duals inside the box give a lower bound than this.
    leaning_mdong
        How much of it is owed to the sides of the box; about 0 when the box does not matter.
    """

    duals: Floats
    model_mdong: float
    leaning_mdong: float


class Master:
    """The program; it grows by columns and keeps its basis from one solve to the next.

    Parameters
    ----------
    tolled
        Team and day of the work limits that have a row.
    """

    def __init__(
        self, problem: Problem, kinds: Sequence[TeamKind], tolled: Sequence[tuple[int, int]]
    ) -> None:
        from ortools.math_opt.python import mathopt

        self._problem = problem
        self._kinds = {kind.team: kind for kind in kinds}
        self._scale = float(problem.value.max()) or 1.0
        self._model = mathopt.Model()
        self._model.objective.is_maximize = True
        cells = [self._row(upper=float(cases)) for cases in problem.outstanding]
        tolls = {key: self._row(upper=0.0) for key in tolled}
        self._priced = [*cells, *tolls.values()]
        self._cells, self._tolls = cells, tolls
        self._raise = [self._column(0.0, [(row, -1.0)]) for row in self._priced]
        self._lower = [self._column(0.0, [(row, 1.0)]) for row in self._priced]
        self._place: dict[tuple[int, int, int], mathopt.LinearConstraint] = {}
        self._nights: dict[tuple[int, int], mathopt.LinearConstraint] = {}
        self._seen: set[tuple[object, ...]] = set()
        for kind in kinds:
            self._stay(kind.team, int(problem.team[kind.team, arrays.BASE]), 0)
        self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        self._parameters = mathopt.SolveParameters(
            presolve=mathopt.Emphasis.OFF, lp_algorithm=mathopt.LPAlgorithm.PRIMAL_SIMPLEX
        )

    def add(self, route: DayRoute) -> bool:
        """Add a day route; False if it is known."""
        key = (route.team, route.day, route.origin, route.bed, route.cases)
        if key in self._seen:
            return False
        self._seen.add(key)
        entries = [(self._cells[c], float(cases)) for c, cases in route.cases]
        toll = self._tolls.get((route.team, route.day))
        if toll is not None:
            limit = int(self._problem.team[route.team, arrays.MAX_WORK])
            entries.append((toll, float(route.work_min - limit)))
        self._stay(route.team, route.origin, route.day)
        self._travel(route.team, route.day, route.origin, route.bed, route.worth_mdong, entries)
        return True

    def solve(self, centre: Floats, width: Floats, most: Floats) -> Proposal | None:
        """The best duals within `width` of `centre` and between 0 and `most`; None if it failed."""
        high, low = np.minimum(centre + width, most), np.maximum(centre - width, 0.0)
        objective = self._model.objective
        for column, side in zip(self._raise, (-high / self._scale).tolist(), strict=True):
            objective.set_linear_coefficient(column, side)
        for column, side in zip(self._lower, (low / self._scale).tolist(), strict=True):
            objective.set_linear_coefficient(column, side)
        result = self._result()
        if result is None:
            return None
        duals = np.array(result.dual_values(self._priced)) * self._scale
        above, below = (
            np.array(result.variable_values(self._raise)),
            np.array(result.variable_values(self._lower)),
        )
        leaning = np.where(high < most, above, 0.0) @ width + np.where(low > 0.0, below, 0.0) @ width
        return Proposal(np.clip(duals, 0.0, most), result.objective_value() * self._scale, float(leaning))

    def _result(self) -> mathopt.SolveResult | None:
        """The solved program, from its last basis or, where that fails, from none."""
        from ortools.math_opt.python import mathopt

        for _ in range(2):
            try:
                result = self._solver.solve(params=self._parameters)
            except Exception:  # noqa: BLE001 -- "abnormal" ends are raised, as different errors by different versions
                result = None
            if result is not None and result.termination.reason == mathopt.TerminationReason.OPTIMAL:
                return result
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        return None

    def _row(self, *, lower: float = -np.inf, upper: float) -> mathopt.LinearConstraint:
        return self._model.add_linear_constraint(lb=lower, ub=upper)

    def _column(
        self, worth: float, entries: Sequence[tuple[mathopt.LinearConstraint, float]]
    ) -> mathopt.Variable:
        column = self._model.add_variable(lb=0.0)
        self._model.objective.set_linear_coefficient(column, worth)
        for row, coefficient in entries:
            row.set_coefficient(column, coefficient)
        return column

    def _stay(self, team: int, place: int, day: int) -> None:
        """Let a team be at `place` in the mornings from `day` on, and stay there day by day."""
        days = self._problem.days
        fresh = [d for d in range(day, days) if (team, d, place) not in self._place]
        for d in fresh:
            count = float(self._kinds[team].count) if d == 0 else 0.0
            self._place[team, d, place] = self._row(lower=count, upper=count)
        home = place == self._problem.team[team, arrays.BASE]
        for d in fresh:
            if home or d < days - 1:
                self._travel(team, d, place, place, 0, [])

    def _travel(
        self,
        team: int,
        day: int,
        origin: int,
        bed: int,
        worth_mdong: float,
        entries: list[tuple[mathopt.LinearConstraint, float]],
    ) -> None:
        """A column from `origin` in the morning to `bed` at night."""
        days = self._problem.days
        entries.append((self._place[team, day, origin], 1.0))
        if bed != self._problem.team[team, arrays.BASE]:
            worth_mdong -= float(self._problem.night[team])
            entries += [(row, 1.0) for row in self._absences(team, day)]
        if day < days - 1:
            self._stay(team, bed, day + 1)
            entries.append((self._place[team, day + 1, bed], -1.0))
        self._column(worth_mdong / self._scale, entries)

    def _absences(self, team: int, day: int) -> list[mathopt.LinearConstraint]:
        """The rows that allow no more nights in a row than the team's most, and count this night."""
        most = int(self._problem.team[team, arrays.MAX_NIGHTS])
        starts = range(max(0, day - most), min(day, self._problem.days - 2 - most) + 1)
        for start in starts:
            if (team, start) not in self._nights:
                self._nights[team, start] = self._row(upper=float(most * self._kinds[team].count))
        return [self._nights[team, start] for start in starts]
