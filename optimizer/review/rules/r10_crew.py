"""R10 crew: every crew is one of a kind's teams, of officers of its units, and no officer is in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from optimizer.review.breach import Breach, breach, listed
from optimizer.review.staffing import Staffing, ids_of


def teams_of_their_kind(staffing: Staffing) -> Iterator[Breach]:
    """Each crew has an id of its own that a kind may have; a kind's ids are used from the first on."""
    scenario, stated = staffing.scenario, Counter(crew.team for crew in staffing.plan.crews)
    for team, number in stated.items():
        if team not in staffing.kinds:
            yield breach(scenario, "R10.unknown_team", team=team)
        if number > 1:
            yield breach(scenario, "R10.twice", team=team, number=number)
    for kind in staffing.crewing.kinds.values():
        used = [team for team in ids_of(kind) if team in stated]
        if len(used) not in kind.teams:
            yield breach(
                scenario,
                "R10.teams",
                kind=kind.name,
                number=len(used),
                least=kind.teams.least,
                most=kind.teams.most,
            )
        skipped = [team for team in ids_of(kind)[: len(used)] if team not in stated]
        if skipped:
            yield breach(scenario, "R10.gap", kind=kind.name, skipped=listed(skipped))


def members_allowed(staffing: Staffing) -> Iterator[Breach]:
    """Members are officers of the scenario, from units that the kind takes, and as many as its range says."""
    scenario, crewing = staffing.scenario, staffing.crewing
    for crew in staffing.plan.crews:
        for officer in crew.officers:
            if officer not in crewing.officers:
                yield breach(scenario, "R10.unknown_officer", team=crew.team, officer=officer)
        kind = staffing.kinds.get(crew.team)
        if kind is None:
            continue
        if len(crew.officers) not in kind.officers:
            yield breach(
                scenario,
                "R10.size",
                team=crew.team,
                number=len(crew.officers),
                least=kind.officers.least,
                most=kind.officers.most,
            )
        for member in staffing.members(crew):
            if kind.units and member.unit not in kind.units:
                yield breach(
                    scenario,
                    "R10.unit",
                    team=crew.team,
                    officer=member.name,
                    unit=member.unit or None,
                    units=listed(kind.units),
                )


def in_one_crew_only(staffing: Staffing) -> Iterator[Breach]:
    """No officer is named by two crews, nor twice by one."""
    named: dict[str, list[str]] = {}
    for crew in staffing.plan.crews:
        for officer in crew.officers:
            named.setdefault(officer, []).append(crew.team)
    for officer, teams in named.items():
        if len(teams) > 1:
            yield breach(
                staffing.scenario,
                "R10.two_crews",
                team=teams[0],
                officer=staffing.officer_name(officer),
                teams=listed(teams),
            )
