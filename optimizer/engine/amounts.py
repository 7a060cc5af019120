"""How many cases each visit serves, at best, when routes, orders and windows stand.

The search fills visits greedily, densest service first.  With several services a site, or a
cell shared by several visits, an integer program finds a little more: 0.1 to 0.2 % of the
value on the shipped scenarios.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    """The variable for the cases of one slot served by one stop; `at` is the slot's place in the stop."""

    route: int
    stop: int
    at: int
    slot: int
    cases: IntVar


def best_amounts(problem: Problem, state: State) -> NDArray[np.int64]:
    """Amounts for the stops of the best plan, shape (routes, MAX_STOPS, slots), worth no less than its own.

    The plan's own amounts are returned where nothing better is found within the effort.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    own: NDArray[np.int64] = state.amount[arrays.BEST].copy()
    amounts = [
        amount
        for r in np.flatnonzero(state.route[arrays.BEST, :, arrays.STOPS])
        for amount in (_keep_route if problem.day[r, arrays.FROZEN] else _add_route)(
            model, problem, state, int(r)
        )
    ]
    for amount in amounts:
        model.add_hint(amount.cases, int(own[amount.route, amount.stop, amount.at]))
    _limit(model, problem, amounts)
    unit = int(np.gcd.reduce(problem.value.astype(np.int64))) or 1
    worth = [int(problem.value[amount.slot]) // unit for amount in amounts]
    cases = [amount.cases for amount in amounts]
    model.maximize(cp_model.LinearExpr.weighted_sum(cases, worth))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # else an interrupt would end the program ever after
    solver.parameters.max_deterministic_time = EFFORT
    found = solver.solve(model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    before = sum(w * int(own[a.route, a.stop, a.at]) for w, a in zip(worth, amounts, strict=True))
    if found and round(solver.objective_value) > before:
        for amount in amounts:
            own[amount.route, amount.stop, amount.at] = solver.value(amount.cases)
    return own


def _limit(model: CpModel, problem: Problem, amounts: Sequence[_Amount]) -> None:
    """No stock is drawn on for more than it holds; a follow-up for no more than has become due."""
    drawn: dict[int, list[_Amount]] = {}
    for amount in amounts:
        cell, cap = (int(x) for x in problem.slot[amount.slot, [arrays.CELL, arrays.CAP]])
        drawn.setdefault(cell, []).append(amount)
        drawn.setdefault(cap, []).append(amount)
    drawn.pop(len(problem.stock) - 1, None)  # the endless one
    for c, by in drawn.items():
        if not problem.stock[c, arrays.FOLLOWS]:
            model.add(sum(amount.cases for amount in by) <= int(problem.supply[c].max()))
            continue
        firsts = [
            (amount, int(problem.stock[first, arrays.AFTER]))
            for first in np.flatnonzero(problem.stock[:, arrays.NEXT] == c)
            for amount in drawn.get(int(first), ())
        ]
        for d in sorted({amount.route % problem.days for amount in by}):
            served = sum(amount.cases for amount in by if amount.route % problem.days <= d)
            made = sum(amount.cases for amount, after in firsts if amount.route % problem.days + after <= d)
            model.add(served <= int(problem.supply[c, d]) + made)


def _keep_route(model: CpModel, problem: Problem, state: State, r: int) -> list[_Amount]:
    """The amounts of a day route that stands as it is."""
    return [
        _Amount(r, k, q, s, model.new_constant(int(state.amount[arrays.BEST, r, k, q])))
        for k in range(int(state.route[arrays.BEST, r, arrays.STOPS]))
        for q, s in enumerate(_slots(problem, int(state.stop[arrays.BEST, r, k, arrays.SITE])))
    ]


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
        opens, closes, last_start = (int(x) for x in problem.window[site[arrays.HOURS], d, window])
        served = _stop_amounts(model, problem, r, k, i)
        duration = model.new_int_var(0, closes - opens, "")
        needed = sum(amount.cases * int(problem.slot[amount.slot, arrays.MINUTES]) for amount in served)
        model.add(duration * int(team[arrays.STATIONS]) >= needed)
        # A stop is not given up here: by air through it there may be less driving than by road past it.
        model.add(sum(amount.cases for amount in served) >= 1)
        start = model.new_int_var(opens, last_start, "")
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


def _stop_amounts(model: CpModel, problem: Problem, r: int, k: int, i: int) -> list[_Amount]:
    group, d, made = problem.team[r // problem.days, arrays.GROUP], r % problem.days, []
    for q, s in enumerate(_slots(problem, i)):
        cell, least = (int(x) for x in problem.slot[s, [arrays.CELL, arrays.LEAST]])
        is_open = problem.stock[cell, arrays.OPENS] <= d <= problem.stock[cell, arrays.CLOSES]
        if problem.fit[group, s] and is_open:
            most = max(least, int(problem.outstanding[cell]))
            made.append(_Amount(r, k, q, s, model.new_int_var(least, most, "")))
    return made


def _slots(problem: Problem, i: int) -> range:
    """Numbers of a site's slots."""
    first, count = (int(x) for x in problem.site[i, [arrays.FIRST_SLOT, arrays.SLOTS]])
    return range(first, first + count)
