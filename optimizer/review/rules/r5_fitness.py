"""R5 fitness: the team can do what the site and its services ask, and its vehicle gets there."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.breach import Breach, listed, route_breach


def fit_for_its_visits(scenario: Scenario, team: Team, route: Route) -> Iterator[Breach]:
    """The team has every skill asked for, and makes up for what a service needs and the site lacks.

    What guests come for is done where the team is: their own site's needs do not matter.
    """
    for visit in route.visits:
        site = scenario.sites.get(visit.site)
        if site is None:
            continue
        unskilled = site.requires - team.skills
        if unskilled:
            yield route_breach(scenario, route, "R5.site_skills", site.id, skills=listed(unskilled))
        for service_id in visit.cases_by_service:
            service = scenario.services.get(service_id)
            if service is not None:
                yield from _fit_for_service(scenario, team, route, site, service)


def vehicle_gets_there(scenario: Scenario, team: Team, route: Route) -> Iterator[Breach]:
    """The team's vehicle may reach every site where it works or sleeps."""
    reached = dict.fromkeys((*(visit.site for visit in route.visits), route.end))
    for site_id in reached:
        site = scenario.sites.get(site_id)
        if site is not None and site.vehicles and team.vehicle not in site.vehicles:
            yield route_breach(
                scenario,
                route,
                "R5.vehicle",
                site_id,
                vehicle=team.vehicle,
                allowed=listed(site.vehicles),
            )


def _fit_for_service(
    scenario: Scenario, team: Team, route: Route, site: Site, service: Service
) -> Iterator[Breach]:
    unskilled = service.requires - team.skills
    if unskilled:
        yield route_breach(
            scenario,
            route,
            "R5.service_skills",
            site.id,
            service=service.name,
            skills=listed(unskilled),
        )
    missing = (service.needs & site.lacks) - team.makes_up_for
    if missing:
        yield route_breach(
            scenario, route, "R5.lacks", site.id, service=service.name, missing=listed(missing)
        )
