"""What crews are worth by the estimate: a linear program over the teams' time, inside their model.

A team's minutes go to groups of pools that ask for the same skills and things on the same dates;
the minutes of all teams of a kind go from there to its pools.  So equal teams need no
variables for each pool, and the program stays small.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from optimizer.crews.estimate import Estimate
from optimizer.crews.model import CrewModel
from optimizer.domain.crews import CrewKind

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar, LinearExprT

Group = tuple[frozenset[str], frozenset[str], frozenset[date]]
"""Skills asked for, what must be made up for, and dates."""

_WEIGHT = 1_000


class Worth:
    """The estimate's worth of crews, as an expression of their model, in đồng."""

    def __init__(self, crews: CrewModel, estimate: Estimate) -> None:
        self._crews, self._estimate, self._staff = crews, estimate, crews.staff
        self._taken: dict[int, list[tuple[IntVar, int]]] = {}
        self._terms: list[LinearExprT] = []
        for kind in self._staff.crewing.kinds.values():
            self._kind(kind)
        self._pools()

    @property
    def dong(self) -> LinearExprT:
        """The worth."""
        return sum(self._terms)

    @property
    def limit_dong(self) -> int:
        """What no crews exceed, whoever they are: every pool served, and all time there can be."""
        limit = 0
        for kind in self._staff.crewing.kinds.values():
            estimate, dates = self._estimate, len(kind.dates) * kind.teams.most
            limit += estimate.spare_dong * estimate.day_min[kind.id] * kind.stations.most * dates
            limit += sum(share.price_dong * share.shift_min for share in estimate.shares[kind.id])
        return limit

    def _kind(self, kind: CrewKind) -> None:
        model, shares = self._crews.model, self._estimate.shares[kind.id]
        groups: dict[Group, list[LinearExprT]] = {}
        for share in shares:
            pool = self._estimate.pools[share.pool]
            taken = model.new_int_var(0, share.shift_min, f"{kind.id} in pool {share.pool}")
            self._taken.setdefault(share.pool, []).append((taken, share.shift_min))
            self._terms.append(taken * (share.price_dong - self._estimate.spare_dong))
            group = pool.requires, pool.lacks, pool.dates & kind.dates
            groups.setdefault(group, []).append(taken)
        teams = [team for team, of in self._staff.teams.items() if of is kind]
        self._officers(kind, teams)
        given: dict[Group, list[IntVar]] = {group: [] for group in groups}
        for team in teams:
            self._team(team, kind, given)
        for group, taken_there in groups.items():
            model.add(sum(taken_there) <= sum(given[group]))

    def _officers(self, kind: CrewKind, teams: Sequence[str]) -> None:
        """Charge members beyond the fewest, on every date on which they are out."""
        if kind.officers.least == kind.officers.most:
            return
        crews, model, cost_dong = self._crews, self._crews.model, self._estimate.officer_day_dong[kind.id]
        for team in teams if cost_dong else ():
            more = kind.officers.most - kind.officers.least
            size = sum(crews.members(team, self._staff.candidates[kind.id]))
            for day in sorted(kind.dates):
                charged = model.new_int_var(0, more, f"{team} beyond the fewest on {day}")
                leaves = crews.leaves[team, day]
                model.add(charged >= size - kind.officers.least - more * (1 - leaves))
                self._terms.append(charged * -cost_dong)

    def _team(self, team: str, kind: CrewKind, given: dict[Group, list[IntVar]]) -> None:
        model = self._crews.model
        room = {day: self._room(team, kind, day) for day in sorted(kind.dates)}
        self._setting_out(team, kind)
        whole = sum(room.values())
        self._terms.append(whole * self._estimate.spare_dong)
        most = self._estimate.day_min[kind.id] * kind.stations.most * len(kind.dates)
        spent: dict[frozenset[date], list[IntVar]] = {}
        for (requires, lacks, dates), minutes_there in given.items():
            minutes = model.new_int_var(0, most, f"{team} for {sorted(requires)}")
            has = [self._crews.has_skill(team, skill) for skill in sorted(requires)]
            makes_up = (self._crews.makes_up_for(team, condition) for condition in sorted(lacks))
            for able in (*has, *(one for one in makes_up if one is not None)):
                model.add(minutes <= most * able)
            minutes_there.append(minutes)
            spent.setdefault(dates, []).append(minutes)
        for dates in {*spent, kind.dates}:
            inside = [one for other, minutes in spent.items() if other <= dates for one in minutes]
            model.add(sum(inside) <= sum(room[day] for day in sorted(dates)))

    def _setting_out(self, team: str, kind: CrewKind) -> None:
        """Charge every further time that a team may leave and could not the day before."""
        cost_dong, model = self._estimate.setting_out_dong[kind.id], self._crews.model
        if not cost_dong:
            return
        before, starts = None, []
        for day in self._staff.dates:
            leaves = self._crews.leaves.get((team, day))
            if leaves is not None:
                sets_out = model.new_bool_var(f"{team} sets out {day}")
                model.add_bool_or(sets_out, ~leaves, *(() if before is None else (before,)))
                starts.append(sets_out)
            before = leaves
        again = model.new_int_var(0, len(starts), f"{team} sets out again")
        model.add(again >= sum(starts) - 1)
        self._terms.append(again * -cost_dong)

    def _room(self, team: str, kind: CrewKind, day: date) -> LinearExprT:
        """Minutes of shift of a team's stations on a date."""
        crews, minutes = self._crews, self._estimate.day_min[kind.id]
        leaves, most = crews.leaves[team, day], kind.stations.most
        if kind.stations.least == most:
            return minutes * most * leaves
        stations = crews.model.new_int_var(0, most, f"stations of {team} on {day}")
        crews.model.add(stations <= most * leaves)
        crews.model.add(stations <= crews.stations[team])
        operators = (
            one
            for one in self._staff.candidates[kind.id]
            if kind.operator in (None, *one.skills) and day in self._staff.free_dates[one.id, kind.id]
        )
        crews.model.add(stations <= sum(crews.members(team, operators)))
        return minutes * stations

    def _pools(self) -> None:
        """No pool is served more than once, by whatever kinds of teams."""
        for shares in self._taken.values():
            if len(shares) > 1:
                parts = [(taken, round(_WEIGHT * 1_000 / most)) for taken, most in shares]
                self._crews.model.add(sum(taken * weight for taken, weight in parts) <= _WEIGHT * 1_000)
