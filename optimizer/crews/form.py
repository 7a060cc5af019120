"""The best crews: wishes kept first, then what they are worth, then how evenly work falls on officers."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import floor
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from optimizer.crews.estimate import Estimate
from optimizer.crews.fairness import Unfairness
from optimizer.crews.model import CrewModel
from optimizer.crews.staff import Staff
from optimizer.crews.worth import Worth
from optimizer.domain.plan import Crew, UnkeptWish

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver, IntVar, LinearExprT

WORKERS = 8
"""Strategies of the solver side by side, whatever the machine; one alone where crews must repeat."""

SHARE_OF_WORTH = 0.7
"""Of the time, what the worth may take at most; the rest is for evenness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to look for crews.

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
class Formed:
    """Crews, and how good they are known to be.

    Parameters
    ----------
    crews
        One per team that is formed, in order of kinds.
    posted
        Ids of officers by post and date.
    worth_dong, bound_dong
        Worth by the estimate, and what no crews exceed.
    unfairness
        Points that every date on which a team may leave would add; None where time was out before.
    is_best
        Whether nothing is worth more, and nothing worth as much is fairer, as the solver has proved.
    """

    crews: tuple[Crew, ...]
    posted: Mapping[tuple[str, date], tuple[str, ...]]
    unkept: tuple[UnkeptWish, ...]
    worth_dong: int
    bound_dong: int
    unfairness: int | None
    seconds: float
    is_best: bool

    @property
    def is_worth_proven(self) -> bool:
        """Whether no crews are worth more."""
        return self.worth_dong == self.bound_dong


def form_crews(
    staff: Staff,
    estimate: Estimate,
    effort: Effort,
    *,
    known: Sequence[Crew] = (),
    promised: Collection[tuple[str, date]] = (),
    most_moved: int | None = None,
    keep_kits: bool = False,
) -> Formed | None:
    """The best crews found, or None if there are none that keep every rule.

    Parameters
    ----------
    known
        Crews to begin with.
    promised
        Teams and dates: such a team may leave on that date whenever the rules allow it, before any
        wish is kept.
    most_moved
        How many members of the known crews may leave their team; None for any number.
    keep_kits
        Whether teams keep the stations and things that the known crews have.

    Raises
    ------
    TimeoutError
        If the time is over before any crews are found, or it is proved that there are none.
    """
    forming = _Forming(staff, estimate, effort, known)
    forming.promise(promised)
    if most_moved is not None:
        forming.stay_near(known, most_moved)
    if keep_kits:
        forming.keep_kits(known)
    return forming.formed()


class _Forming:
    def __init__(self, staff: Staff, estimate: Estimate, effort: Effort, known: Sequence[Crew]) -> None:
        self.staff, self.effort, self.begun = staff, effort, time.perf_counter()
        self.crews = CrewModel(staff)
        self.model = self.crews.model
        self.worth = Worth(self.crews, estimate)
        self.wishes = _wishes(self.crews)
        self.spent, self.is_proven = 0.0, False
        self.promises: list[IntVar] = []
        _hint(self.crews, known)

    def promise(self, promised: Collection[tuple[str, date]]) -> None:
        """Want teams to leave on the dates on which they are promised."""
        self.promises = [leaves for key, leaves in self.crews.leaves.items() if key in promised]

    def stay_near(self, known: Sequence[Crew], most_moved: int) -> None:
        """Let only so many members leave the teams that they are in."""
        member = self.crews.member
        stays = [
            member[one, crew.team] for crew in known for one in crew.officers if (one, crew.team) in member
        ]
        self.model.add(sum(stays) >= len(stays) - most_moved)

    def keep_kits(self, known: Sequence[Crew]) -> None:
        """Let teams have what known crews have."""
        for crew in known:
            if crew.team in self.crews.stations:
                self.model.add(self.crews.stations[crew.team] == crew.stations)
            for (team, thing), carried in self.crews.carries.items():
                if team == crew.team:
                    self.model.add(carried == int(thing in crew.brings))

    def formed(self) -> Formed | None:
        """The best crews, in three steps."""
        if self.wishes or self.promises:
            kept = sum(self.promises) * (len(self.wishes) + 1) + sum(wish for _, wish in self.wishes)
            solver = self._best(kept, maximize=True, share=0.2)
            if solver is None:
                return None
            self.model.add(kept >= round(solver.objective_value))
        solver = self._best(self.worth.dong, maximize=True, share=SHARE_OF_WORTH)
        if solver is None:
            return None
        worth = round(solver.objective_value)
        bound = max(worth, floor(solver.best_objective_bound + 0.5))  # a whole number, told as a float
        self.model.add(self.worth.dong >= worth)
        unfairness = Unfairness(self.crews)
        unfairness.hint(solver)
        try:
            fairer = self._best(unfairness.points, maximize=False, share=1.0)
        except TimeoutError:
            fairer = None
        if fairer is None:  # out of time: any of those that are worth most
            return self._read(solver, worth, bound, None)
        return self._read(fairer, worth, bound, round(fairer.objective_value))

    def _best(self, objective: LinearExprT, *, maximize: bool, share: float) -> CpSolver | None:
        """The solver with the best solution found, where the next step begins; None if there is none.

        Raises
        ------
        TimeoutError
            If no solution was found in time.
        """
        (self.model.maximize if maximize else self.model.minimize)(objective)
        solver = cp_model.CpSolver()
        left = max(0.5, share * (self.effort.seconds - self._used()))
        parameters = solver.parameters
        parameters.random_seed = self.effort.seed % (1 << 31)
        parameters.catch_sigint_signal = False  # an interrupt is for the search to hear
        parameters.linearization_level = 2  # the bound comes from the linear program
        if self.effort.is_repeatable:
            parameters.num_workers = 1
            parameters.max_deterministic_time = left
        else:
            parameters.num_workers = WORKERS
            parameters.max_time_in_seconds = left
        status = solver.solve(self.model)
        self.spent += solver.response_proto.deterministic_time
        if status == cp_model.INFEASIBLE:
            return None
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise TimeoutError
        self.is_proven = status == cp_model.OPTIMAL
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for index in range(len(self.model.proto.variables)):
            var = self.model.get_int_var_from_proto_index(index)
            self.model.add_hint(var, solver.value(var))
        return solver

    def _used(self) -> float:
        return self.spent if self.effort.is_repeatable else time.perf_counter() - self.begun

    def _read(self, solver: CpSolver, worth: int, bound: int, unfairness: int | None) -> Formed:
        posted: dict[tuple[str, date], list[str]] = {key: [] for key in self.staff.at_post}
        for (officer, post, day), there in self.crews.posted.items():
            if solver.value(there):
                posted[post, day].append(officer)
        return Formed(
            crews=read_crews(self.crews, solver),
            posted={key: tuple(officers) for key, officers in posted.items()},
            unkept=tuple(wish for wish, kept in self.wishes if not solver.value(kept)),
            worth_dong=worth,
            bound_dong=bound,
            unfairness=unfairness,
            seconds=time.perf_counter() - self.begun,
            is_best=unfairness is not None and self.is_proven and worth == bound,
        )


def read_crews(crews: CrewModel, solver: CpSolver) -> tuple[Crew, ...]:
    """The crews of a solution."""
    staff, found = crews.staff, []
    for team, kind in staff.teams.items():
        if not solver.value(crews.used[team]):
            continue
        members = [one for one in staff.candidates[kind.id] if solver.value(crews.member[one.id, team])]
        carried = {thing for thing in kind.may_bring if solver.value(crews.carries[team, thing])}
        found.append(
            Crew(
                team=team,
                officers=tuple(one.id for one in members),
                base=kind.base,
                vehicle=kind.vehicle,
                stations=solver.value(crews.stations[team]),
                skills=tuple(sorted(frozenset().union(*(one.skills for one in members)))),
                brings=tuple(sorted(kind.brings | carried)),
                dates=tuple(day for day in sorted(kind.dates) if solver.value(crews.leaves[team, day])),
            )
        )
    return tuple(found)


def _wishes(crews: CrewModel) -> list[tuple[UnkeptWish, IntVar]]:
    """Every wish with a variable that is 1 only if it is kept."""
    model, crewing, found = crews.model, crews.staff.crewing, []
    for officers in crewing.together:
        kept = model.new_bool_var("together")
        for one, other in combinations(officers, 2):
            for team in crews.staff.teams:
                first, second = crews.member.get((one, team)), crews.member.get((other, team))
                if first is not None and second is not None:
                    model.add(first == second).only_enforce_if(kept)
                for alone in (first,) if second is None else (second,) if first is None else ():
                    if alone is not None:
                        model.add_implication(kept, ~alone)
        found.append((UnkeptWish(wish="together", officers=officers), kept))
    for officers in crewing.apart:
        kept = model.new_bool_var("apart")
        for team in crews.staff.teams:
            there = [crews.member[one, team] for one in officers if (one, team) in crews.member]
            model.add(sum(there) <= 1).only_enforce_if(kept)
        found.append((UnkeptWish(wish="apart", officers=officers), kept))
    return found


def _hint(crews: CrewModel, known: Sequence[Crew]) -> None:
    """Let the solver begin with crews that are known."""
    if not known:
        return
    inside = {(officer, crew.team) for crew in known for officer in crew.officers}
    for key, var in crews.member.items():
        crews.model.add_hint(var, key in inside)
    leaves = {(crew.team, day) for crew in known for day in crew.dates}
    for when, var in crews.leaves.items():
        crews.model.add_hint(var, when in leaves)
