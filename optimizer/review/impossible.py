"""Why no team can serve a site: what stands against each, and which comes closest."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.fitness import Lacks, lacks
from optimizer.review.needs import Remedy, remedy
from optimizer.review.obstacle import Hindrance, IdleTeams, Obstacle


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
        One per team, the closest to serving it first.
    remedies
        What would be enough: for the closest team, and for another that is as close in another way.
    """

    hindered: tuple[Hindered, ...]
    remedies: tuple[Remedy, ...]


def impossibility(idle: IdleTeams, site: Site, service: Service) -> Impossibility | None:
    """Why no team can serve a case in an otherwise empty week; None if one can."""
    teams = idle.scenario.teams.values()
    fit = [team for team in teams if not lacks(team, site, service).count]
    hindered = [Hindered(team, Lacks(), idle.obstacle(team, site, service)) for team in fit]
    if any(one.obstacle is None for one in hindered):
        return None
    hindered.sort(key=_distance)
    unfit = _unfit(idle, site, service)
    closest = [hindered[0]] if hindered else []
    if unfit and (not closest or _steps(unfit[0]) <= _steps(closest[0])):
        closest.append(unfit[0])
    closest.sort(key=_distance)
    others = [one for one in (*hindered, *unfit) if one not in closest]
    return Impossibility(
        hindered=(*closest, *others),
        remedies=tuple(remedy(idle, one.team, site, service) for one in closest),
    )


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
    free = [one for one in found if one.obstacle is None]
    return (
        sorted(found, key=_distance) if not free else [free[0], *(one for one in found if one is not free[0])]
    )


def _steps(verdict: Hindered) -> int:
    """How many kinds of things would have to change."""
    return verdict.lacking.count + (verdict.obstacle is not None)


def _distance(verdict: Hindered) -> tuple[int, int, int]:
    """Sorts what comes closest first: few things to change, a near miss, by few minutes."""
    obstacle = verdict.obstacle
    hindrance = obstacle.hindrance if obstacle else Hindrance.DRIVE + 1
    return _steps(verdict), -hindrance, obstacle.minutes if obstacle else 0
