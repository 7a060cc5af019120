"""Why no team can serve a site: what stands against each, and which comes closest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.fitness import Lacks, lacks
from optimizer.review.needs import Remedy, remedy
from optimizer.review.obstacle import Hindrance, IdleTeams, Obstacle

_MOST_LOOKED_AT = 12
"""Fit teams whose obstacle is looked for, those with the nearest bases; the others only cannot."""

_MOST_TRIED = 4
"""Kinds of teams for which a remedy is looked for."""

_MOST_NAMED = 2
"""Remedies that are named, if several take as few changes."""


@dataclass(frozen=True, slots=True)
class Hindered:
    """What stands against one team.

    Parameters
    ----------
    obstacle
        What hinders it, were it fit; None if nothing does, or if an unfit team was not looked at further.
    """

    team: Team
    lacking: Lacks
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True)
class Impossibility:
    """Why no team can serve even one case.

    Parameters
    ----------
    hindered
        Teams, the closest to serving it first.
    remedies
        What would be enough for the closest team, and for another that is as close in another way.
    farther
        How many fit teams with bases farther off cannot either; they are not among `hindered`.
    """

    hindered: tuple[Hindered, ...]
    remedies: tuple[Remedy, ...]
    farther: int = 0


def impossibility(
    idle: IdleTeams, site: Site, service: Service, *, since: date | None = None
) -> Impossibility | None:
    """Why no team can serve a case in an otherwise empty week; None if one can.

    Parameters
    ----------
    since
        The date from which on cases are outstanding, if that and not the site's own dates is its
        release: no remedy brings it forward.
    """
    teams = idle.scenario.teams.values()
    fit = [team for team in teams if not lacks(team, site, service).count]
    if any(idle.trip(team, site, service) for team in fit):
        return None
    near = sorted(fit, key=lambda team: _base_is_off(idle, team, site))
    hindered = [
        Hindered(team, Lacks(), idle.obstacle(team, site, service)) for team in near[:_MOST_LOOKED_AT]
    ]
    hindered += _unfit(idle, site, service)
    hindered.sort(key=_distance)
    of_each_kind: dict[tuple[Lacks, Hindrance | None], Hindered] = {}
    for one in hindered:
        of_each_kind.setdefault(_kind(one), one)
    nearest = list(of_each_kind.values())[:_MOST_TRIED]
    tried = [(remedy(idle, one.team, site, service, since=since), one) for one in nearest]
    tried.sort(key=lambda one: one[0].steps or len(Hindrance))
    closest = [one for _, one in tried[:1]]
    others = [one for one in hindered if one not in closest]
    least = tried[0][0].steps if tried else 0
    remedies = [one for one, _ in tried[:_MOST_NAMED] if one.steps == least]
    return Impossibility((*closest, *others), tuple(remedies), farther=len(near[_MOST_LOOKED_AT:]))


def _base_is_off(idle: IdleTeams, team: Team, site: Site) -> tuple[bool, int]:
    """Sorts teams by the minutes from their base to a site, those without a road last."""
    leg = idle.travel.leg(team.vehicle, idle.scenario.horizon.start, team.base, site.id)
    return leg is None, leg.minutes if leg else 0


def _unfit(idle: IdleTeams, site: Site, service: Service) -> list[Hindered]:
    """Teams that lack something; looked at further, until one is found that nothing else hinders."""
    lacking = [(team, lacks(team, site, service)) for team in idle.scenario.teams.values()]
    in_order = sorted((one for one in lacking if one[1].count), key=lambda one: one[1].count)
    found: list[Hindered] = []
    is_settled = False
    for team, lack in in_order:
        obstacle = None if is_settled else idle.obstacle(team, site, service)
        found.append(Hindered(team, lack, obstacle))
        is_settled = is_settled or obstacle is None
    return found


def _kind(one: Hindered) -> tuple[Lacks, Hindrance | None]:
    return one.lacking, one.obstacle.hindrance if one.obstacle else None


def _distance(one: Hindered) -> tuple[int, int, int]:
    """Sorts what comes closest first: few things to change, a near miss, by few minutes."""
    obstacle = one.obstacle
    hindrance = obstacle.hindrance if obstacle else len(Hindrance) + 1
    steps = one.lacking.count + (obstacle is not None)
    return steps, -hindrance, obstacle.minutes if obstacle else 0
