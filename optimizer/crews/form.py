"""The best crews: wishes kept first, then what they are worth, then how evenly work falls on officers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor
from threading import Event
from typing import TYPE_CHECKING

from optimizer.crews.draft import draft
from optimizer.crews.estimate import Estimate
from optimizer.crews.fairness import Unfairness
from optimizer.crews.model import CrewModel
from optimizer.crews.promises import NOTHING, Promised, wants_of
from optimizer.crews.solving import Effort, Stage, Stages
from optimizer.crews.staff import Staff
from optimizer.crews.symmetry import Order
from optimizer.crews.tightening import tighten
from optimizer.crews.wishes import unkept_wishes, wishes_of
from optimizer.crews.worth import Worth
from optimizer.domain.plan import Crew, UnkeptWish

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver, IntVar

SHARE_OF_WISHES = 0.2
"""Of the time, what wishes and promises may take at most."""

SHARE_OF_DATES = 0.15
"""Of the time, what the dates and kits of the first crews may take at most."""

SHARE_OF_WORTH = 0.7
"""Of the time, what the worth may take at most."""

SHARE_OF_EVENNESS = 0.3
"""Of the time, what evenness may take at most, even if worth was proved before: routes need the rest."""

GIVEN_UP = 0.001
"""Of the worth, what may be given up for evenness: far less than the estimate is certain of."""


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
        Worth by the estimate, of which evenness may have taken a thousandth, and what no crews exceed.
    unfairness
        Points that every date on which a team may leave would add; None where time was out before.
    is_best
        Whether nothing is worth more, and nothing worth nearly as much is fairer, as the solver has proved.
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
    promised: Promised = NOTHING,
    most_moved: int | None = None,
    as_known: bool = False,
    given_up: float = GIVEN_UP,
    stop: Event | None = None,
) -> Formed | None:
    """The best crews found, or None if there are none that keep every rule.

    Parameters
    ----------
    known
        Crews to begin with.
    promised
        What teams are given whenever the rules allow it, before any wish is kept.
    most_moved
        How many members of the known crews may leave their team; None for any number.
    as_known
        Whether nobody joins a known crew that is whole, and all keep their stations and things.
    given_up
        Share of the worth that may be given up for evenness, but no date on which a team may leave.
    stop
        Ends the forming when set; the best crews so far are formed.

    Raises
    ------
    TimeoutError
        If after `FIRST_SECONDS` no crews are found, nor is it proved that there are none.
    StoppedError
        If it is stopped before there are any crews.
    """
    forming = _Forming(staff, estimate, effort, known, stop or Event())
    forming.promise(promised)
    if most_moved is not None:
        forming.stay_near(known, most_moved)
    if as_known:
        forming.stay_as(known)
    if not known:
        forming.put_in_order(promised)
    return forming.formed(given_up)


class _Forming:
    def __init__(
        self, staff: Staff, estimate: Estimate, effort: Effort, known: Sequence[Crew], stop: Event
    ) -> None:
        self.staff, self.estimate = staff, estimate
        self.crews = CrewModel(staff)
        self.model = self.crews.model
        tighten(self.crews)
        self.wishes = wishes_of(self.crews)
        self.promises: list[IntVar] = []
        self.order: Order | None = None
        self.stages = Stages(self.model, effort, stop)
        _hint(self.crews, known)

    def promise(self, promised: Promised) -> None:
        """Want teams to leave on the dates on which they are promised, with what is asked of them there."""
        self.promises = list(wants_of(self.crews, promised))

    def stay_near(self, known: Sequence[Crew], most_moved: int) -> None:
        """Let only so many members leave the teams that they are in."""
        member = self.crews.member
        stays = [
            member[one, crew.team] for crew in known for one in crew.officers if (one, crew.team) in member
        ]
        self.model.add(sum(stays) >= len(stays) - most_moved)

    def stay_as(self, known: Sequence[Crew]) -> None:
        """Let teams have what known crews have, and those nobody else who have not lost a member."""
        for crew in known:
            is_whole = all((one, crew.team) in self.crews.member for one in crew.officers)
            for (one, team), member in self.crews.member.items() if is_whole else ():
                if team == crew.team and one not in crew.officers:
                    self.model.add(member == 0)
            if crew.team in self.crews.stations:
                self.model.add(self.crews.stations[crew.team] == crew.stations)
            for (team, thing), carried in self.crews.carries.items():
                if team == crew.team:
                    self.model.add(carried == int(thing in crew.brings))

    def put_in_order(self, promised: Promised) -> None:
        """Look at one only of all crews that differ in names."""
        asked = frozenset().union(*(pool.requires for pool in self.estimate.pools))
        self.order = Order(self.crews, asked, promised.teams)
        self.order.hold(holds=False)

    def formed(self, given_up: float) -> Formed | None:
        """Any crews, and then the best, in three steps; what a step has no time for stays as it was."""
        solver = self.stages.any()
        if solver is None:
            return None
        if self.wishes or self.promises:
            kept = sum(self.promises) * (len(self.wishes) + 1) + sum(self.wishes)
            granted = self.stages.best(kept, maximize=True, share=SHARE_OF_WISHES)
            solver = granted.solver if granted else solver
            self.model.add(kept >= solver.value(kept))
        worth = Worth(self.crews, self.estimate)
        most = self._worth_most(worth, solver)
        dong = most.solver.value(worth.dong)
        bound = dong if most.is_best else max(dong, floor(min(most.bound + 0.5, worth.limit_dong)))
        self.model.add(worth.dong >= dong - floor(given_up * max(0, dong)))
        if given_up:
            leaves = sum(self.crews.leaves.values())
            self.model.add(leaves >= most.solver.value(leaves))
        if self.order is not None:
            self.order.hold(holds=False)
        unfairness = Unfairness(self.crews)
        unfairness.hint(most.solver)
        fairest = self.stages.best(
            unfairness.points, maximize=False, share=1.0, share_of_all=SHARE_OF_EVENNESS
        )
        if fairest is None:  # out of time: any of those that are worth most
            fairest, points = Stage(most.solver, 0.0, is_best=False), None
        else:
            points = fairest.solver.value(unfairness.points)
        crews = read_crews(self.crews, fairest.solver)
        return Formed(
            crews=crews,
            posted=self._posted(fairest.solver),
            unkept=unkept_wishes(self.staff.crewing, crews),
            worth_dong=dong,
            bound_dong=bound,
            unfairness=points,
            seconds=self.stages.seconds,
            is_best=fairest.is_best and dong == bound,
        )

    def _worth_most(self, worth: Worth, solver: CpSolver) -> Stage:
        """Crews that are worth most: first the solver's, then with the best dates and kits, then any."""
        stages, member = self.stages, self.crews.member.values()
        known = [(var, solver.value(var)) for var in _decided(self.crews)]
        most = stages.with_fixed(known, worth.dong)
        if most is None:  # the solver's own crews, as they are: only a stalled machine gets here
            raise TimeoutError
        members = [(var, solver.value(var)) for var in member]
        most = stages.with_fixed(members, worth.dong, share=SHARE_OF_DATES) or most
        if self.order is not None:
            self.order.hold(holds=True)
            most = stages.with_fixed(list(self.order.arranged(most.solver.value)), worth.dong) or most
        return stages.best(worth.dong, maximize=True, share=SHARE_OF_WORTH) or most

    def _posted(self, solver: CpSolver) -> Mapping[tuple[str, date], tuple[str, ...]]:
        posted: dict[tuple[str, date], list[str]] = {key: [] for key in self.staff.at_post}
        for (officer, post, day), there in self.crews.posted.items():
            if solver.value(there):
                posted[post, day].append(officer)
        return {key: tuple(officers) for key, officers in posted.items()}


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


def _decided(crews: CrewModel) -> list[IntVar]:
    """The variables from which everything else of the rules follows."""
    by_key = (crews.member, crews.used, crews.stations, crews.carries, crews.leaves, crews.posted, crews.out)
    return [var for of_key in by_key for var in of_key.values()]


def _hint(crews: CrewModel, known: Sequence[Crew]) -> None:
    """Let the solver begin with crews that are known, or else with a draft of some."""
    if not known:
        drafted = draft(crews.staff)
        for (officer, team), var in crews.member.items():
            crews.model.add_hint(var, drafted.get(officer) == team)
        for (team, day), var in crews.leaves.items():
            members = [officer for officer, of in drafted.items() if of == team]
            free, kind = crews.staff.free_dates, crews.staff.teams[team]
            goes = all(day in free[officer, kind.id] for officer in members)
            crews.model.add_hint(var, bool(members) and goes)
        return
    inside = {(officer, crew.team) for crew in known for officer in crew.officers}
    for key, var in crews.member.items():
        crews.model.add_hint(var, key in inside)
    leaves = {(crew.team, day) for crew in known for day in crew.dates}
    for when, var in crews.leaves.items():
        crews.model.add_hint(var, when in leaves)
