"""A first draft of crews, made one team after another, for the solver to begin with.

It keeps an eye on skills and days off, and on nothing else: posts, kits and wishes are for the solver
to mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from optimizer.crews.staff import Staff, limits_of
from optimizer.domain.crews import CrewKind, Officer

_LEADER = "\0leader"
"""Stands for the level of a leader among skills; no id of a skill has it."""


def draft(staff: Staff) -> Mapping[str, str]:
    """The team of each officer who is in one, by officer.

    Whoever is scarce and has few days off is taken first where needed, and last where not.
    """
    left, found = dict(staff.crewing.officers), {}
    for team, kind in staff.teams.items():
        able = [one for one in staff.candidates[kind.id] if one.id in left]
        for one in _Draft(staff, kind, able).members():
            del left[one.id]
            found[one.id] = team
    return found


class _Draft:
    """One team, from officers who are in none yet."""

    def __init__(self, staff: Staff, kind: CrewKind, able: Sequence[Officer]) -> None:
        self.kind, self.able, self.staff = kind, able, staff
        self.needs = dict(kind.roles)
        if kind.leader is not None:
            self.needs[_LEADER] = 1
        if kind.operator is not None:
            least = max(self.needs.get(kind.operator, 0), kind.stations.least)
            self.needs[kind.operator] = least
        has = {need: sum(self._has(one, need) for one in able) for need in self.needs}
        self.scarcity = {need: number / max(1, has[need]) for need, number in self.needs.items()}
        self.lost = {one.id: self._lost(one) for one in able}

    def members(self) -> list[Officer]:
        """Who is in the team; nobody if it cannot be filled."""
        chosen: list[Officer] = []
        left = list(self.able)
        while left and len(chosen) < self.kind.officers.most:
            unmet = {
                need
                for need, number in self.needs.items()
                if sum(self._has(one, need) for one in chosen) < number
            }
            if not unmet and len(chosen) >= self.kind.officers.least:
                return chosen
            best = min(left, key=lambda one: self._rank(one, unmet, chosen))
            chosen.append(best)
            left.remove(best)
        is_whole = all(
            sum(self._has(one, need) for one in chosen) >= number for need, number in self.needs.items()
        )
        return chosen if is_whole and len(chosen) >= self.kind.officers.least else []

    def _rank(
        self, one: Officer, unmet: Iterable[str], chosen: Sequence[Officer]
    ) -> tuple[float, float, int]:
        """Dates lost against needs met, then scarce skills wasted, then days away before."""
        before = frozenset().union(*(self.lost[other.id] for other in chosen))
        meets = sum(self._has(one, need) for need in unmet)
        has = sum(scarcity for need, scarcity in self.scarcity.items() if self._has(one, need))
        worked = self.staff.crewing.worked_by(one.id).days_away
        return len(self.lost[one.id] - before) - 2.0 * meets, has, worked

    def _has(self, one: Officer, need: str) -> bool:
        return one.level >= (self.kind.leader or 0) if need == _LEADER else need in one.skills

    def _lost(self, one: Officer) -> frozenset[date]:
        """Dates of the kind on which the officer cannot go, or may not as one date too many."""
        dates = sorted(self.kind.dates)
        lost = self.kind.dates - self.staff.free_dates[one.id, self.kind.id]
        for _, most, within in limits_of(self.staff.crewing, one, self.staff.dates):
            free = [day for day in dates if day in within and day not in lost]
            lost |= frozenset(free[most:])
        return lost
