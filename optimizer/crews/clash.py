"""Where no crews keep every rule: the smallest set of rules that clash, and the least that must give way.

A set of rules clashes only if something of it is missing in every set that can be kept.  So the
smallest set that meets each remainder found so far is tried; if it can be kept, it is grown until
nothing fits in any more, and what is left over is one remainder more (the hitting sets of
Reiter, 1987).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from ortools.sat.python import cp_model

from optimizer.crews.model import CrewModel
from optimizer.crews.rules import Relief, Rule
from optimizer.crews.staff import Staff

_SECONDS = 10.0
_LEAST_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Clash:
    """Rules that cannot all be kept.

    Parameters
    ----------
    rules
        They clash; if they are the smallest set, any fewer of them can be kept.
    is_smallest
        Whether no fewer rules clash, as far as was proved in time.
    relief
        How far which rules must give way, at least, for crews to be formed; empty where time was out.
    """

    rules: tuple[Rule, ...]
    is_smallest: bool
    relief: tuple[Relief, ...]


def clash_of(staff: Staff, *, seconds: float = _SECONDS) -> Clash:
    """The rules that clash in a scenario that has no crews.

    Parameters
    ----------
    seconds
        Limit of each of three: the smallest set; if it is not found, one without needless rules; the relief.
    """
    rules, is_smallest = _smallest(staff, seconds)
    return Clash(rules, is_smallest, _relief(staff, seconds))


def _smallest(staff: Staff, seconds: float) -> tuple[tuple[Rule, ...], bool]:
    crews = CrewModel(staff, "switched")
    every = sorted(crews.switches)
    remainders: list[frozenset[Rule]] = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        chosen = _hitting(every, remainders)
        can_be_kept = _can_be_kept(crews, chosen, until)
        if can_be_kept is None:
            break
        if not can_be_kept:
            return tuple(sorted(chosen)), True
        for rule in every:
            if rule not in chosen and _can_be_kept(crews, {*chosen, rule}, until):
                chosen = chosen | {rule}
        remainders.append(frozenset(every) - chosen)
    return _without_needless(crews, every, time.perf_counter() + seconds), False


def _hitting(every: Sequence[Rule], remainders: Sequence[frozenset[Rule]]) -> frozenset[Rule]:
    """The fewest rules that have one of each remainder."""
    model = cp_model.CpModel()
    chosen = {rule: model.new_bool_var(rule.key) for rule in every}
    for remainder in remainders:
        model.add_bool_or(chosen[rule] for rule in sorted(remainder))
    model.minimize(sum(chosen.values()))
    solver = _solver()
    solver.solve(model)
    return frozenset(rule for rule, var in chosen.items() if solver.value(var))


def _without_needless(crews: CrewModel, every: Sequence[Rule], until: float) -> tuple[Rule, ...]:
    """Rules that clash: those of which the solver makes use to refute all, without what it can do without."""
    left = set(every)
    solver = _refuting(crews, left, until)
    if solver.solve(crews.model) == cp_model.INFEASIBLE:
        used = set(solver.sufficient_assumptions_for_infeasibility())
        left = {rule for rule in every if crews.switches[rule].index in used} or left
    for rule in every:
        if rule in left and _can_be_kept(crews, left - {rule}, until) is False:
            left.remove(rule)
    return tuple(sorted(left))


def _can_be_kept(crews: CrewModel, rules: AbstractSet[Rule], until: float) -> bool | None:
    """Whether some rules can be kept together; None if that is not known in time."""
    status = _refuting(crews, rules, until).solve(crews.model)
    return None if status == cp_model.UNKNOWN else status != cp_model.INFEASIBLE


def _refuting(crews: CrewModel, rules: AbstractSet[Rule], until: float) -> cp_model.CpSolver:
    """A solver for what keeps some rules, within the time that is left."""
    crews.model.clear_assumptions()
    crews.model.add_assumptions([crews.switches[rule] for rule in sorted(rules)])
    solver = _solver()
    solver.parameters.max_time_in_seconds = max(_LEAST_SECONDS, until - time.perf_counter())
    return solver


def _relief(staff: Staff, seconds: float) -> tuple[Relief, ...]:
    """The least that must give way, each officer, kit and date counted alike."""
    crews = CrewModel(staff, "elastic")
    slacks = {key: sum(found) for key, found in crews.slacks.items()}
    crews.model.minimize(sum(slacks.values()))
    solver = _solver()
    solver.parameters.max_time_in_seconds = seconds
    if solver.solve(crews.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return ()
    given: dict[Rule, list[tuple[int, date | None]]] = {}
    for (rule, day), slack in slacks.items():
        if by := solver.value(slack):
            given.setdefault(rule, []).append((by, day))
    return tuple(
        Relief(
            rule,
            max(by for by, _ in found) if rule.key.startswith("post") else sum(by for by, _ in found),
            tuple(sorted(day for _, day in found if day is not None)),
        )
        for rule, found in given.items()
    )


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    solver.parameters.random_seed = 1
    return solver
