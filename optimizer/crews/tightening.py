"""Rules that follow from the others, and so forbid nothing: with them bounds are tight, and proofs short.

A team leaves with all of its members.  So on a date on which it leaves, those of them who are free
make up a whole team, and it leaves no more often than any of them may work.
"""

from __future__ import annotations

from datetime import date

from optimizer.crews.model import CrewModel
from optimizer.crews.staff import limits_of
from optimizer.domain.crews import CrewKind, Officer


def tighten(crews: CrewModel) -> None:
    """Add to hard rules what follows from them."""
    for team, kind in crews.staff.teams.items():
        _whole_among_the_free(crews, team, kind)
        _no_more_than_members_may(crews, team, kind)


def _whole_among_the_free(crews: CrewModel, team: str, kind: CrewKind) -> None:
    """Let a team leave only if its free members are enough, have its roles and lead it."""
    candidates, free_dates = crews.staff.candidates[kind.id], crews.staff.free_dates
    for day in sorted(kind.dates):
        free = [one for one in candidates if day in free_dates[one.id, kind.id]]
        if len(free) == len(candidates):
            continue
        leaves = crews.leaves[team, day]
        for able, least in _asked(kind, free):
            crews.model.add(sum(crews.members(team, able)) >= least * leaves)


def _asked(kind: CrewKind, free: list[Officer]) -> list[tuple[list[Officer], int]]:
    """What a team must have of some officers: who counts, and how many."""
    asked = [(free, kind.officers.least)]
    asked += [([one for one in free if skill in one.skills], least) for skill, least in kind.roles.items()]
    if kind.leader is not None:
        asked.append(([one for one in free if one.level >= kind.leader], 1))
    return asked


def _no_more_than_members_may(crews: CrewModel, team: str, kind: CrewKind) -> None:
    """Hold a team to the limits of working dates of each of its members."""
    staff = crews.staff
    limits: dict[tuple[date, ...], dict[str, int]] = {}
    for one in staff.candidates[kind.id]:
        for _, most, dates in limits_of(staff.crewing, one, staff.dates):
            of_dates = limits.setdefault(dates, {})
            of_dates[one.id] = min(most, of_dates.get(one.id, most))
    for dates, by_officer in limits.items():
        leaves = [crews.leaves[team, day] for day in dates if (team, day) in crews.leaves]
        whole = len(leaves)
        for_all = whole
        if len(by_officer) == len(staff.candidates[kind.id]):
            for_all = min(whole, max(by_officer.values()))
            if for_all < whole:
                crews.model.add(sum(leaves) <= for_all)
        for officer, most in by_officer.items():
            if most < for_all:
                crews.model.add(sum(leaves) <= for_all - (for_all - most) * crews.member[officer, team])
