"""Of crews that differ only in names, one: teams of a kind and officers who can do the same are put in order.

Without it the solver would have to refute every exchange of two such teams or officers one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from optimizer.crews.model import CrewModel
from optimizer.crews.staff import limits_of
from optimizer.domain.crews import Crewing, Officer

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar, LinearExprT


class Order:
    """An order among what is interchangeable, which can be switched off.

    Who worked more in earlier weeks is told apart by fairness alone: then the order must be off.

    Parameters
    ----------
    asked
        Skills that cases ask for, besides those that crews and posts do.
    distinct
        Teams of which something is wanted that is not wanted of others of their kind.
    """

    def __init__(self, crews: CrewModel, asked: Collection[str], distinct: Collection[str]) -> None:
        self._crews, self._asked = crews, frozenset(asked) | _skills_of(crews.staff.crewing)
        self._holds: IntVar = crews.model.new_bool_var("one of those that differ in names")
        self._interchangeable = [
            [team for team, of in crews.staff.teams.items() if of is kind and team not in distinct]
            for kind in crews.staff.crewing.kinds.values()
        ]
        self._alike = list(self._found_alike())
        for teams in self._interchangeable:
            for first, second in pairwise(teams):
                self._in_order(self._size(second), self._size(first))
        for alike in self._alike:
            for one, other in pairwise(alike):
                self._in_order(self._place(one), self._place(other))

    def hold(self, *, holds: bool) -> None:
        """Switch the order on or off."""
        domain = self._holds.proto.domain
        domain[0] = domain[1] = int(holds)

    def arranged(self, value: Callable[[IntVar], int]) -> Iterator[tuple[IntVar, int]]:
        """Crews under the names that the order gives them: what is decided, and how."""
        crews = self._crews
        team_of = self._teams_by_size(value)
        member = {
            (officer, team): value(crews.member[officer, of])
            for team, of in team_of.items()
            for officer in crews.staff.crewing.officers
            if (officer, of) in crews.member
        }
        officer_of = self._officers_by_team(member)
        for (officer, team), var in crews.member.items():
            yield var, member[officer_of[officer], team]
        for team, of in team_of.items():
            yield crews.used[team], value(crews.used[of])
            yield crews.stations[team], value(crews.stations[of])
        for (team, thing), var in crews.carries.items():
            yield var, value(crews.carries[team_of[team], thing])
        for (team, day), var in crews.leaves.items():
            yield var, value(crews.leaves[team_of[team], day])
        for (officer, post, day), var in crews.posted.items():
            yield var, value(crews.posted[officer_of[officer], post, day])
        for (officer, kind, day), var in crews.out.items():
            yield var, value(crews.out[officer_of[officer], kind, day])

    def _teams_by_size(self, value: Callable[[IntVar], int]) -> Mapping[str, str]:
        """By name that the order gives: the team as it is named in the values."""
        found = {team: team for team in self._crews.staff.teams}
        for teams in self._interchangeable:
            found |= zip(teams, sorted(teams, key=lambda team: -self._size_in(team, value)), strict=True)
        return found

    def _officers_by_team(self, member: Mapping[tuple[str, str], int]) -> Mapping[str, str]:
        place = {
            officer: at
            for at, team in enumerate(self._crews.staff.teams)
            for officer in self._crews.staff.crewing.officers
            if member.get((officer, team))
        }
        found = {officer: officer for officer in self._crews.staff.crewing.officers}
        for alike in self._alike:
            names = [one.id for one in alike]
            found |= zip(names, sorted(names, key=lambda one: place.get(one, len(place))), strict=True)
        return found

    def _size_in(self, team: str, value: Callable[[IntVar], int]) -> int:
        crews, dates = self._crews, self._crews.staff.dates
        leaves = sum(value(crews.leaves[team, day]) for day in dates if (team, day) in crews.leaves)
        return (len(dates) + 1) * value(crews.stations[team]) + leaves

    def _in_order(self, less: LinearExprT, more: LinearExprT) -> None:
        self._crews.model.add(less <= more).only_enforce_if(self._holds)

    def _size(self, team: str) -> LinearExprT:
        crews, dates = self._crews, self._crews.staff.dates
        leaves = [crews.leaves[team, day] for day in dates if (team, day) in crews.leaves]
        return (len(dates) + 1) * crews.stations[team] + sum(leaves)

    def _place(self, one: Officer) -> LinearExprT:
        """Number of the officer's team; those in none are last."""
        teams = list(self._crews.staff.teams)
        inside = {at: self._crews.member.get((one.id, team)) for at, team in enumerate(teams)}
        return len(teams) + sum((at - len(teams)) * var for at, var in inside.items() if var is not None)

    @cached_property
    def _posts_of(self) -> Mapping[str, frozenset[tuple[str, date]]]:
        """Posts and dates, by officer who may be there."""
        found: dict[str, set[tuple[str, date]]] = {}
        for key, officers in self._crews.staff.at_post.items():
            for one in officers:
                found.setdefault(one.id, set()).add(key)
        return {officer: frozenset(keys) for officer, keys in found.items()}

    def _found_alike(self) -> Iterator[list[Officer]]:
        """Officers who can do the same, two or more."""
        crewing = self._crews.staff.crewing
        wishing = {one for wish in (*crewing.together, *crewing.apart) for one in wish}
        found: dict[Hashable, list[Officer]] = {}
        for one in crewing.officers.values():
            if one.id not in wishing:
                found.setdefault(self._able(one), []).append(one)
        return (alike for alike in found.values() if len(alike) > 1)

    def _able(self, one: Officer) -> Hashable:
        staff = self._crews.staff
        levels = {kind.leader for kind in staff.crewing.kinds.values() if kind.leader is not None}
        return (
            one.skills & self._asked,
            sum(one.level >= level for level in levels),
            tuple(staff.free_dates.get((one.id, kind)) for kind in staff.crewing.kinds),
            self._posts_of.get(one.id),
            tuple(limits_of(staff.crewing, one, staff.dates)),
        )


def _skills_of(crewing: Crewing) -> frozenset[str]:
    """Skills that a crew or a post asks for."""
    kinds, posts = crewing.kinds.values(), crewing.posts.values()
    roles = (*(kind.roles for kind in kinds), *(post.roles for post in posts))
    operators = {kind.operator for kind in kinds if kind.operator is not None}
    return frozenset(skill for of_one in roles for skill in of_one) | operators
