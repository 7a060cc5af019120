"""CP-SAT in stages: each begins with what the one before has found, and any of them may be stopped."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, CpSolver, IntVar, LinearExprT

FIRST_SECONDS = 120.0
"""How long crews of any kind are looked for, whatever the time given."""

WORKERS = 2
"""Strategies of the solver side by side; in turns, which is slower, where crews must repeat."""

LEAST_SECONDS = 0.5
LEAST_FIXED_SECONDS = 5.0
"""Where members are given: enough for 300 officers, and for 45 it ends long before."""

UNITS_PER_SECOND = 0.5
"""Of the solver's own clock, what passes in a second on two cores that have little else to do."""

NEARLY = 1e-3
"""Of the worth, how far below its bound crews to begin with may be: minutes are whole numbers, and to
prove the last of them takes longer than all the rest."""

_HEARD_EVERY_SECONDS = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to look for the best crews, once there are any.

    Parameters
    ----------
    seconds
        Time limit, more than 0.
    is_repeatable
        Whether the limit is of the solver's own clock, so that the same crews come out everywhere.
    """

    seed: int = 1
    seconds: float = 20.0
    is_repeatable: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """The end of one stage.

    Parameters
    ----------
    solver
        With the values of the best solution.
    bound
        What no solution is better than, in the stage's objective.
    is_best
        Whether the solver has proved that there is none better.
    """

    solver: CpSolver
    bound: float
    is_best: bool


class StoppedError(Exception):
    """The forming of crews was stopped before there were any."""


class Stages:
    """Stages of one model, within one effort.

    Parameters
    ----------
    stop
        Ends the stage that runs, and with it every later one, when set.
    """

    def __init__(self, model: CpModel, effort: Effort, stop: Event) -> None:
        self._model, self._effort, self._stop = model, effort, stop
        self._begun, self._since, self._spent = time.perf_counter(), 0.0, 0.0

    @property
    def seconds(self) -> float:
        """Time since the first stage began."""
        return time.perf_counter() - self._begun

    def any(self) -> CpSolver | None:
        """The first solution that comes, however short the effort is; None if there is none, as proved.

        Raises
        ------
        TimeoutError
            If neither is known in `FIRST_SECONDS`.
        StoppedError
            If it was stopped before.
        """
        if self._stop.is_set():
            raise StoppedError
        solver = self._solver(FIRST_SECONDS)
        solver.parameters.linearization_level = 0
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
        status = self._solved(solver)
        self._since, self._spent = self.seconds, 0.0
        if status == cp_model.INFEASIBLE:
            return None
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            if self._stop.is_set():
                raise StoppedError
            raise TimeoutError
        self._begin_with(solver)
        return solver

    def best(
        self, objective: LinearExprT, *, maximize: bool, share: float, share_of_all: float = 1.0
    ) -> Stage | None:
        """The best solution in a share of the time that is left; None where none came in time.

        Then the solution of the stage before still stands.

        Parameters
        ----------
        share_of_all
            Most that may be taken, of all the time that there was.
        """
        if self._stop.is_set():
            return None
        (self._model.maximize if maximize else self._model.minimize)(objective)
        most = max(LEAST_SECONDS, share_of_all * self._effort.seconds)
        solver = self._solver(min(most, self._seconds_of(share)))
        status = self._solved(solver)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        self._begin_with(solver)
        return Stage(solver, solver.best_objective_bound, status == cp_model.OPTIMAL)

    def with_fixed(
        self, fixed: Iterable[tuple[IntVar, int]], objective: LinearExprT, *, share: float | None = None
    ) -> Stage | None:
        """The solution that is worth nearly most where some values are given; None where none came in time.

        It begins with the solution of the stage before.

        Parameters
        ----------
        share
            Of the time that is left; None for as long as it takes, where little is left to choose.
        """
        if share is not None and self._stop.is_set():
            return None
        self._model.maximize(objective)
        most = FIRST_SECONDS if share is None else max(LEAST_FIXED_SECONDS, self._seconds_of(share))
        solver = self._solver(most)
        solver.parameters.relative_gap_limit = NEARLY
        solver.parameters.interleave_search = False
        solver.parameters.num_workers = 1  # of several, each would first find what one has at once
        with _held(fixed):
            status = self._solved(solver, until_stopped=share is not None)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        self._begin_with(solver)
        return Stage(solver, float("inf"), is_best=False)

    def _seconds_of(self, share: float) -> float:
        used = self._spent if self._effort.is_repeatable else self.seconds - self._since
        return max(LEAST_SECONDS, share * (self._effort.seconds - used))

    def _solver(self, seconds: float) -> CpSolver:
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.random_seed = self._effort.seed % (1 << 31)
        parameters.catch_sigint_signal = False  # an interrupt is for the search to hear
        parameters.linearization_level = 2  # the bound comes from the linear program
        parameters.num_workers = WORKERS
        parameters.interleave_search = self._effort.is_repeatable  # equal turns: crews repeat
        if self._effort.is_repeatable:
            parameters.max_deterministic_time = seconds * UNITS_PER_SECOND
        else:
            parameters.max_time_in_seconds = seconds
        return solver

    def _solved(self, solver: CpSolver, *, until_stopped: bool = True) -> object:
        """Solve in another thread, for this one hears interrupts only while it runs Python."""
        with ThreadPoolExecutor(1) as pool:
            found = pool.submit(solver.solve, self._model)
            try:
                while not found.done():
                    wait((found,), timeout=_HEARD_EVERY_SECONDS)
                    if until_stopped and self._stop.is_set():
                        solver.stop_search()
            finally:  # a second interrupt ends the search, too
                while not found.done():
                    solver.stop_search()
                    wait((found,), timeout=_HEARD_EVERY_SECONDS)
        self._spent += solver.response_proto.deterministic_time / UNITS_PER_SECOND
        return found.result()

    def _begin_with(self, solver: CpSolver) -> None:
        model = self._model
        model.clear_hints()  # type: ignore[no-untyped-call]
        for index in range(len(model.proto.variables)):
            var = model.get_int_var_from_proto_index(index)
            model.add_hint(var, solver.value(var))


@contextmanager
def _held(fixed: Iterable[tuple[IntVar, int]]) -> Iterator[None]:
    """Let some variables have one value only, for a while."""
    domains = []
    for var, number in fixed:
        domain = var.proto.domain
        domains.append((domain, domain[0], domain[1]))
        domain[0] = domain[1] = number
    try:
        yield
    finally:
        for domain, least, most in domains:
            domain[0], domain[1] = least, most
