"""A change to one team's routes, tried with the checker: what it gains, what gives way, what it is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Site, Team
from optimizer.review.check import check_team
from optimizer.review.figures import TermsMdong, terms_mdong
from optimizer.review.nights import nights_away
from optimizer.review.served import Cell, Served, served
from optimizer.review.standing import Standing
from optimizer.review.stays import Cases


@dataclass(frozen=True, slots=True)
class Loss:
    """Cases of one visit that give way.

    Parameters
    ----------
    site
        The site visited.
    is_whole
        Whether the visit is dropped altogether.
    """

    site: Site
    day: date
    cases: int
    worth_mdong: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Other routes for one team that the checker finds nothing against.

    Parameters
    ----------
    host
        The site visited: of the cases gained, others than its own are those of guests.
    routes
        All routes of the team with the change.
    route
        The one of them that serves more of the cell asked for.
    gained
        Cases gained, by home site and service.
    losses
        What gives way, in order of time.
    gained_mdong, delta_mdong
        Value of the cases gained, and what the objective changes by, all told.
    more
        What the terms of the objective change by; its value is what is gained less what is lost.
    more_km, more_minutes, more_nights
        Kilometres, minutes of travel and nights away that come on top; negative if they become fewer.
    """

    team: Team
    host: Site
    routes: tuple[Route, ...]
    route: Route
    gained: Cases
    losses: tuple[Loss, ...]
    gained_mdong: int
    more: TermsMdong
    more_km: float
    more_minutes: int
    more_nights: int

    @property
    def day(self) -> date:
        """The date on which more is served."""
        return self.route.date

    @property
    def delta_mdong(self) -> int:
        """What the objective changes by, all told."""
        return sum(self.more)

    @property
    def cost_mdong(self) -> int:
        """What comes on top of the value of cases, all told; negative if it becomes less."""
        return self.more.value - self.delta_mdong


def tried(standing: Standing, asked: Cell, changed: Sequence[Route]) -> Change | None:
    """What comes of replacing the routes of one team, on their dates, by others.

    Parameters
    ----------
    changed
        All routes of the team as they would be; they serve at least one more case of `asked`.

    Returns
    -------
    The change, or None if the checker finds anything against it, or if it breaks a promise.
    """
    scenario = standing.scenario
    team = scenario.teams[changed[0].team]
    before = standing.by_team[team.id]
    gained, losses = _compared(standing, before, changed)
    if gained.get(asked, 0) < 1 or not standing.held.is_kept_by(team.id, changed):
        return None
    if check_team(scenario, standing.travel, team, changed) or standing.would_crowd(team, changed):
        return None
    if standing.breaks_demand(team, changed):
        return None
    route, host = _serving_more(standing, asked, before, changed)
    return Change(
        team=team,
        host=host,
        routes=tuple(changed),
        route=route,
        gained=gained,
        losses=losses,
        gained_mdong=standing.worths.values_mdong(gained),
        more=_more(standing, team, changed),
        more_km=_km(changed) - _km(before),
        more_minutes=sum(one.travel_minutes for one in changed) - sum(one.travel_minutes for one in before),
        more_nights=nights_away(scenario.horizon, team, changed)
        - nights_away(scenario.horizon, team, before),
    )


def replaced(routes: Sequence[Route], changed: Route) -> tuple[Route, ...]:
    """`routes` of one team with one date's route put in place of the one it had, if any."""
    others = (route for route in routes if route.date != changed.date)
    return tuple(sorted((*others, changed), key=lambda route: route.date))


def _more(standing: Standing, team: Team, changed: Sequence[Route]) -> TermsMdong:
    """What the terms of the objective change by.

    Where something is charged that belongs to the whole plan, whole plans are compared.
    """
    scenario, objective = standing.scenario, standing.scenario.objective
    before: Sequence[Route] = standing.by_team[team.id]
    if objective.unevenness_dong or objective.change_dong:
        others = [route for route in standing.routes if route.team != team.id]
        before, changed = [*others, *before], [*others, *changed]
    then, now = (terms_mdong(scenario, standing.travel, routes) for routes in (before, changed))
    return TermsMdong(*(new - old for old, new in zip(then, now, strict=True)))


def _compared(
    standing: Standing, before: Sequence[Route], after: Sequence[Route]
) -> tuple[Cases, tuple[Loss, ...]]:
    """Cases gained over the week, by cell, and what visits lose, but for cases that only move."""
    scenario = standing.scenario
    more = _served(after)
    more.subtract(_served(before))
    net: Counter[Cell] = Counter()
    for one, count in more.items():
        net[one.home, one.service] += count
    fewer: dict[tuple[date, str], Counter[Cell]] = {}
    for one, count in sorted(more.items(), key=lambda item: (item[0].date, item[0].host)):
        cell = one.home, one.service
        lost = min(-count, -net[cell])
        if lost > 0:
            net[cell] += lost
            fewer.setdefault((one.date, one.host), Counter())[cell] += lost
    still = {(route.date, visit.site) for route in after for visit in route.visits}
    losses = tuple(
        Loss(
            site=scenario.sites[site_id],
            day=day,
            cases=sum(cases.values()),
            worth_mdong=standing.worths.values_mdong(cases),
            is_whole=(day, site_id) not in still,
        )
        for (day, site_id), cases in fewer.items()
    )
    return {cell: count for cell, count in net.items() if count > 0}, losses


def _served(routes: Sequence[Route]) -> Counter[Served]:
    """Cases by where, when and for whom; their number is not part of the key."""
    totals: Counter[Served] = Counter()
    for one in served(routes):
        totals[one._replace(cases=0)] += one.cases
    return totals


def _serving_more(
    standing: Standing, asked: Cell, before: Sequence[Route], after: Sequence[Route]
) -> tuple[Route, Site]:
    """The route, and the site on it, where more cases are served than that date's route did."""
    more = _served(after)
    more.subtract(_served(before))
    return next(
        (route, standing.scenario.sites[one.host])
        for route in after
        for one in served((route,))
        if (one.home, one.service) == asked and more[one._replace(cases=0)] > 0
    )


def _km(routes: Sequence[Route]) -> float:
    return sum(route.km for route in routes)
