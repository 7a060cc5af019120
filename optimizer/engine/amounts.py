"""How many cases each visit serves, at best, when routes, orders and windows stand.

The search fills visits greedily, densest service first.  With several services a site, or a
cell shared by several visits, an integer program finds a little more: 0.1 to 0.2 % of the
value on the shipped scenarios.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels import arrays

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExprT

    from optimizer.engine.kernels.arrays import Problem, State

EFFORT = 0.5
"""Limit of the solver's deterministic time, about two seconds: the same plan gives the same amounts."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """The variable for the cases of one cell served by one stop."""

    route: int
    stop: int
    slot: int
    cell: int
    cases: IntVar


def best_amounts(problem: Problem, state: State) -> NDArray[np.int64]:
    """Amounts for the stops of the best plan, shape (routes, MAX_STOPS, slots), worth no less than its own.

    The plan's own amounts are returned where nothing better is found within the effort.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    amounts = [
        amount
        for r in np.flatnonzero(state.route[arrays.BEST, :, arrays.STOPS])
        for amount in _add_route(model, problem, state, int(r))
    ]
    own: NDArray[np.int64] = state.amount[arrays.BEST].copy()
    by_cell: dict[int, list[IntVar]] = {}
    for amount in amounts:
        by_cell.setdefault(amount.cell, []).append(amount.cases)
        model.add_hint(amount.cases, int(own[amount.route, amount.stop, amount.slot]))
    for cell, cases in by_cell.items():
        model.add(sum(cases) <= int(problem.outstanding[cell]))
    unit = int(np.gcd.reduce(problem.value.astype(np.int64)))
    worth = [int(problem.value[amount.cell]) // unit for amount in amounts]
    cases = [amount.cases for amount in amounts]
    model.maximize(cp_model.LinearExpr.weighted_sum(cases, worth))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = EFFORT
    found = solver.solve(model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    before = sum(w * int(own[a.route, a.stop, a.slot]) for w, a in zip(worth, amounts, strict=True))
    if found and round(solver.objective_value) > before:
        for amount in amounts:
            own[amount.route, amount.stop, amount.slot] = solver.value(amount.cases)
    return own


def _add_route(model: CpModel, problem: Problem, state: State, r: int) -> list[_Amount]:
    """Add the times of one day route to the model; returns the variables of its amounts."""
    t, d = divmod(r, problem.days)
    team, minutes = problem.team[t], problem.minutes[problem.day[r, arrays.LAYER]]
    row = state.route[arrays.BEST, r]
    ready: LinearExprT = int(team[arrays.SHIFT_START])
    at, spent, amounts = int(row[arrays.FROM]), 0, []
    durations: list[IntVar] = []
    for k in range(int(row[arrays.STOPS])):
        i, window = (int(x) for x in state.stop[arrays.BEST, r, k, [arrays.SITE, arrays.WINDOW]])
        site, place = problem.site[i], problem.first_site + i
        opens, closes = (int(x) for x in problem.window[site[arrays.HOURS], d, window])
        served = _stop_amounts(model, problem, int(team[arrays.GROUP]), r, k, i)
        duration = model.new_int_var(0, closes - opens, "")
        needed = sum(amount.cases * int(problem.cell[amount.cell]) for amount in served)
        model.add(duration * int(team[arrays.STATIONS]) >= needed)
        # A stop is not given up here: by air through it there may be less driving than by road past it.
        model.add(sum(amount.cases for amount in served) >= 1)
        start = model.new_int_var(opens, closes, "")
        ready = _after_leg(model, team, int(row[arrays.BREAK_AT]), k, ready, int(minutes[at, place]))
        model.add(start >= ready)
        ready = start + int(site[arrays.SETUP]) + duration
        model.add(ready <= closes)
        spent += int(site[arrays.SETUP]) + int(minutes[at, place])
        durations.append(duration)
        amounts += served
        at = place
    home = int(minutes[at, int(row[arrays.TO])])
    arrive = _after_leg(model, team, int(row[arrays.BREAK_AT]), int(row[arrays.STOPS]), ready, home)
    model.add(arrive <= int(team[arrays.SHIFT_END]))
    model.add(sum(durations) <= int(team[arrays.MAX_WORK]) - spent - home)
    return amounts


def _after_leg(
    model: CpModel, team: NDArray[np.int64], break_at: int, leg: int, ready: LinearExprT, minutes: int
) -> LinearExprT:
    """When the team is free after one leg, with its break before or after it if it is there."""
    if break_at // 2 != leg:
        return ready + minutes
    begin = model.new_int_var(int(team[arrays.BREAK_FROM]), int(team[arrays.BREAK_TO]), "")
    if break_at % 2:
        model.add(begin >= ready + minutes)
        return begin + int(team[arrays.BREAK])
    model.add(begin >= ready)
    return begin + int(team[arrays.BREAK]) + minutes


def _stop_amounts(model: CpModel, problem: Problem, group: int, r: int, k: int, i: int) -> list[_Amount]:
    first, count = (int(x) for x in problem.site[i, [arrays.FIRST_CELL, arrays.CELLS]])
    return [
        _Amount(r, k, q, first + q, model.new_int_var(0, int(problem.outstanding[first + q]), ""))
        for q in range(count)
        if problem.fit[group, first + q]
    ]
