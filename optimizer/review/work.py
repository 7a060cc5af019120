"""How long teams work: the length of a visit, a day's minutes at sites, a team's minutes over a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.legs import route_legs
from optimizer.travel.matrix import Leg, TravelMatrix


def length_min(scenario: Scenario, team: Team, visit: Visit) -> int | None:
    """Minutes that a visit takes: set-up, then all its cases spread over the stations, rounded up.

    Guests are served like those who live there.

    Returns
    -------
    The minutes, or None where the site is unknown or a service has no known minutes.
    """
    site = scenario.sites.get(visit.site)
    if site is None:
        return None
    station_min = 0
    for entries in (visit.cases, *visit.guests.values()):
        for service_id, cases in entries.items():
            service = scenario.services.get(service_id)
            if service is None or service.minutes is None:
                return None
            station_min += cases * service.minutes
    return site.setup_minutes + -(-station_min // team.stations)


def day_work_min(scenario: Scenario, team: Team, route: Route, legs: Sequence[Leg | None]) -> int:
    """Minutes of travel, set-up and service of a day.

    A visit whose length is unknown counts as long as it is stated, a leg without a road not at all.
    """
    total_min = sum(leg.minutes for leg in legs if leg is not None)
    for visit in route.visits:
        visit_min = length_min(scenario, team, visit)
        total_min += visit.finish - visit.start if visit_min is None else visit_min
    return total_min


def work_by_team_min(scenario: Scenario, travel: TravelMatrix, routes: Iterable[Route]) -> Mapping[str, int]:
    """Minutes of travel, set-up and service of every team of the scenario, 0 for a team without routes.

    Raises
    ------
    KeyError
        If a route is of a team that the scenario does not know.
    """
    total_min = dict.fromkeys(scenario.teams, 0)
    for route in routes:
        team = scenario.teams[route.team]
        total_min[team.id] += day_work_min(scenario, team, route, route_legs(travel, team, route))
    return total_min
