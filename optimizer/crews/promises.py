"""What promises ask of crews: who must leave when, and with what skills and things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from optimizer.crews.model import CrewModel
from optimizer.domain.plan import Visit
from optimizer.domain.scenario import Scenario

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


@dataclass(frozen=True, slots=True)
class Promised:
    """What promises, and routes that stand as they were, ask of teams.

    Parameters
    ----------
    days
        Teams and dates on which they must leave.
    skills
        Teams and skills that they must have.
    lacks
        Teams and what they must make up for.
    """

    days: frozenset[tuple[str, date]] = frozenset()
    skills: frozenset[tuple[str, str]] = frozenset()
    lacks: frozenset[tuple[str, str]] = frozenset()

    @property
    def teams(self) -> frozenset[str]:
        """Teams of which anything is asked."""
        return frozenset(team for team, _ in self.days)


NOTHING = Promised()


def promised_of(scenario: Scenario) -> Promised:
    """What the promises of a scenario, and the frozen routes of its earlier plan, ask of teams."""
    days = {(pin.team, pin.date) for pin in scenario.pins}
    visits = [(pin.team, pin.site, frozenset(pin.cases)) for pin in scenario.pins]
    earlier = scenario.earlier
    if earlier is not None and earlier.frozen_until is not None:
        for route in earlier.routes:
            if route.date <= earlier.frozen_until:
                days.add((route.team, route.date))
                visits += [(route.team, visit.site, _services(visit)) for visit in route.visits]
    skills, lacks = set(), set()
    for team, site_id, services in visits:
        site = scenario.sites.get(site_id)
        if site is None:  # of an earlier plan
            continue
        asked = [scenario.services[one] for one in services if one in scenario.services]
        needs = frozenset().union(*(one.needs for one in asked))
        skills |= {(team, skill) for skill in site.requires.union(*(one.requires for one in asked))}
        lacks |= {(team, condition) for condition in site.lacks & needs}
    return Promised(frozenset(days), frozenset(skills), frozenset(lacks))


def wants_of(crews: CrewModel, promised: Promised) -> Iterator[IntVar]:
    """For all that is promised, a variable that is 1 only if crews allow it."""
    for key, leaves in crews.leaves.items():
        if key in promised.days:
            yield leaves
    for team, skill in sorted(promised.skills):
        kind = crews.staff.teams.get(team)
        if kind is not None and skill not in kind.roles:
            yield crews.has_skill(team, skill)
    for team, condition in sorted(promised.lacks):
        makes_up = crews.makes_up_for(team, condition) if team in crews.staff.teams else None
        if makes_up is not None:
            yield makes_up


def _services(visit: Visit) -> frozenset[str]:
    """Ids of the services of all cases that a visit serves."""
    return frozenset(service for by_service in visit.served.values() for service in by_service)
