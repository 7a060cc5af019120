"""R11 roles: a crew has the skills that its kind asks for, an operator for each station, and a leader."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.review.breach import Breach, breach
from optimizer.review.staffing import Staffing


def roles_filled(staffing: Staffing) -> Iterator[Breach]:
    """At least as many members as asked for have each skill; one member may have several."""
    for crew in staffing.plan.crews:
        kind = staffing.kinds.get(crew.team)
        for skill, needed in sorted(kind.roles.items()) if kind else ():
            able = sum(skill in member.skills for member in staffing.members(crew))
            if able < needed:
                yield breach(
                    staffing.scenario, "R11.role", team=crew.team, skill=skill, number=able, needed=needed
                )


def stations_operated(staffing: Staffing) -> Iterator[Breach]:
    """There is a member for each station, with the operator's skill if one is named."""
    for crew in staffing.plan.crews:
        kind = staffing.kinds.get(crew.team)
        if kind is None:
            continue
        members = staffing.members(crew)
        able = sum(kind.operator is None or kind.operator in member.skills for member in members)
        if able < crew.stations:
            yield breach(
                staffing.scenario, "R11.operator", team=crew.team, number=able, stations=crew.stations
            )


def led_by_somebody(staffing: Staffing) -> Iterator[Breach]:
    """A member has the level asked for, or one above."""
    for crew in staffing.plan.crews:
        kind = staffing.kinds.get(crew.team)
        if kind is None or kind.leader is None:
            continue
        if not any(member.level >= kind.leader for member in staffing.members(crew)):
            yield breach(staffing.scenario, "R11.leader", team=crew.team, level=kind.leader)
