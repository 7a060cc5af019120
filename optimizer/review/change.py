"""A change to one team's routes, tried with the checker: what it gains, what gives way, what it is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Site, Team
from optimizer.review.check import check_team
from optimizer.review.figures import terms_mdong
from optimizer.review.filling import worth_mdong
from optimizer.review.nights import nights_away
from optimizer.review.standing import Standing


@dataclass(frozen=True, slots=True)
class Loss:
    """Cases of one visit that give way.

    Parameters
    ----------
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
    routes
        All routes of the team with the change.
    route
        The one of them that serves the site.
    gained
        Cases gained at the site, by service id.
    losses
        What gives way, in order of time.
    gained_mdong, delta_mdong
        Worth of the cases gained, and what the objective changes by, all told.
    cost_mdong
        Travel, fares and nights that come on top; negative if they become less.
    more_km, more_minutes, more_nights
        The same as kilometres, minutes of travel and nights away.
    """

    team: Team
    site: Site
    routes: tuple[Route, ...]
    route: Route
    gained: Mapping[str, int]
    losses: tuple[Loss, ...]
    gained_mdong: int
    cost_mdong: int
    delta_mdong: int
    more_km: float
    more_minutes: int
    more_nights: int

    @property
    def day(self) -> date:
        """The date on which the site is served."""
        return self.route.date


def tried(standing: Standing, site: Site, service_id: str, changed: Sequence[Route]) -> Change | None:
    """What comes of replacing the routes of one team, on their dates, by others.

    Parameters
    ----------
    changed
        All routes of the team as they would be; they serve at least one more case of `service_id` at `site`.

    Returns
    -------
    The change, or None if the checker finds anything against it.
    """
    scenario = standing.scenario
    team = scenario.teams[changed[0].team]
    before = standing.by_team[team.id]
    gained, losses = _compared(standing, site, before, changed)
    if gained.get(service_id, 0) < 1:
        return None
    if any(count > standing.left.get((site.id, service), 0) for service, count in gained.items()):
        return None
    if check_team(scenario, standing.travel, team, changed) or standing.would_crowd(team, changed):
        return None
    then, now = (terms_mdong(scenario, standing.travel, routes) for routes in (before, changed))
    value_mdong = now.value - then.value
    return Change(
        team=team,
        site=site,
        routes=tuple(changed),
        route=_serving_more(site, before, changed),
        gained=gained,
        losses=losses,
        gained_mdong=worth_mdong(scenario, site, gained),
        cost_mdong=value_mdong - (sum(now) - sum(then)),
        delta_mdong=sum(now) - sum(then),
        more_km=_km(changed) - _km(before),
        more_minutes=sum(one.travel_minutes for one in changed) - sum(one.travel_minutes for one in before),
        more_nights=nights_away(scenario.horizon, team, changed)
        - nights_away(scenario.horizon, team, before),
    )


def replaced(routes: Sequence[Route], changed: Route) -> tuple[Route, ...]:
    """`routes` of one team with one date's route put in place of the one it had, if any."""
    others = (route for route in routes if route.date != changed.date)
    return tuple(sorted((*others, changed), key=lambda route: route.date))


def _compared(
    standing: Standing, site: Site, before: Sequence[Route], after: Sequence[Route]
) -> tuple[Mapping[str, int], tuple[Loss, ...]]:
    """Cases gained at `site` over the week, and what other visits, or other services there, lose."""
    scenario = standing.scenario
    more = _served(after)
    more.subtract(_served(before))
    at_site: Counter[str] = Counter()
    fewer: dict[tuple[date, str], dict[str, int]] = {}
    for (day, site_id, service_id), count in more.items():
        if site_id == site.id:
            at_site[service_id] += count
        elif count < 0:
            fewer.setdefault((day, site_id), {})[service_id] = -count
    for service_id, count in at_site.items():
        if count < 0:
            day = min(one.date for one in before if any(visit.site == site.id for visit in one.visits))
            fewer.setdefault((day, site.id), {})[service_id] = -count
    still = {(route.date, visit.site) for route in after for visit in route.visits}
    losses = tuple(
        Loss(
            site=scenario.sites[site_id],
            day=day,
            cases=sum(cases.values()),
            worth_mdong=worth_mdong(scenario, scenario.sites[site_id], cases),
            is_whole=(day, site_id) not in still,
        )
        for (day, site_id), cases in sorted(fewer.items(), key=lambda one: one[0])
    )
    return {service: count for service, count in at_site.items() if count > 0}, losses


def _served(routes: Sequence[Route]) -> Counter[tuple[date, str, str]]:
    served: Counter[tuple[date, str, str]] = Counter()
    for route in routes:
        for visit in route.visits:
            for service_id, cases in visit.cases.items():
                served[route.date, visit.site, service_id] += cases
    return served


def _serving_more(site: Site, before: Sequence[Route], after: Sequence[Route]) -> Route:
    """The route that serves more cases at `site` than its date's route did."""
    had = _served(before)
    return next(
        route
        for route in after
        for visit in route.visits
        if visit.site == site.id
        and any(
            _served([route])[route.date, site.id, service] > had[route.date, site.id, service]
            for service in visit.cases
        )
    )


def _km(routes: Sequence[Route]) -> float:
    return sum(route.km for route in routes)
