"""R6 demand: only cases that are outstanding are served, and only while they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Site
from optimizer.review.breach import Breach, breach, route_breach
from optimizer.review.served import served_by_cell


def known_and_plannable(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """Every visit is to a site of the scenario, for services of it that can be planned, for somebody."""
    for visit in route.visits:
        if visit.site not in scenario.sites:
            yield route_breach(scenario, route, "R6.unknown_site", visit.site)
        for service_id, cases in visit.cases.items():
            service = scenario.services.get(service_id)
            if service is None:
                yield route_breach(scenario, route, "R6.unknown_service", visit.site, service=service_id)
            elif not service.plannable:
                yield route_breach(scenario, route, "R6.not_plannable", visit.site, service=service.name)
            if cases < 1:
                yield route_breach(
                    scenario, route, "R6.no_cases", visit.site, service=service_id, cases=cases
                )


def between_release_and_deadline(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """No case is served before its site's release date or after its deadline."""
    for visit in route.visits:
        site = scenario.sites.get(visit.site)
        if site is not None:
            yield from _in_time(scenario, route, site)


def within_outstanding(scenario: Scenario, routes: Iterable[Route]) -> Iterator[Breach]:
    """Over the whole plan, no more cases are served than are outstanding."""
    for (site_id, service_id), served in served_by_cell(routes).items():
        site, service = scenario.sites.get(site_id), scenario.services.get(service_id)
        if site is None or service is None:
            continue
        outstanding = site.cases.get(service_id, 0)
        if served > outstanding:
            yield breach(
                scenario,
                "R6.too_many",
                site=site_id,
                service=service.name,
                served=served,
                outstanding=outstanding,
            )


def _in_time(scenario: Scenario, route: Route, site: Site) -> Iterator[Breach]:
    if site.release is not None and route.date < site.release:
        yield route_breach(scenario, route, "R6.release", site.id, release=site.release)
    if site.deadline is not None and route.date > site.deadline:
        yield route_breach(scenario, route, "R6.deadline", site.id, deadline=site.deadline)
