"""R6 demand: only cases that are outstanding are served, and only while they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario, Site
from optimizer.review.breach import Breach, breach, route_breach
from optimizer.review.demand import Demand


def known_and_plannable(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """Every visit is to a site of the scenario, for services of it that can be planned, for somebody."""
    for visit in route.visits:
        if visit.site not in scenario.sites:
            yield route_breach(scenario, route, "R6.unknown_site", visit.site)
        if not visit.cases and not visit.guests:
            yield route_breach(scenario, route, "R6.nobody", visit.site)
        for cases in (visit.cases, *visit.guests.values()):
            yield from _services(scenario, route, visit, cases)


def between_release_and_deadline(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """No case is served before the release date or after the deadline of the site where the people live."""
    for visit in route.visits:
        host = scenario.sites.get(visit.site)
        if host is not None and visit.cases:
            yield from _in_time(scenario, route, visit, host)
        for home_id in visit.guests:
            home = scenario.sites.get(home_id)
            if home is not None and home is not host:
                yield from _in_time(scenario, route, visit, home)


def within_outstanding(scenario: Scenario, routes: Iterable[Route]) -> Iterator[Breach]:
    """By no date are more cases served than have become outstanding, follow-ups included."""
    demand = Demand(scenario, routes)
    for site_id, service_id in demand.served:
        if site_id not in scenario.sites or service_id not in scenario.services:
            continue
        excess = demand.first_excess((site_id, service_id))
        if excess is not None:
            yield breach(
                scenario,
                "R6.too_many",
                day=excess.date,
                site=site_id,
                service=scenario.services[service_id].name,
                served=excess.served,
                possible=excess.possible,
            )


def _services(scenario: Scenario, route: Route, visit: Visit, cases: Mapping[str, int]) -> Iterator[Breach]:
    for service_id, number in cases.items():
        service = scenario.services.get(service_id)
        if service is None:
            yield route_breach(scenario, route, "R6.unknown_service", visit.site, service=service_id)
        elif not service.plannable:
            yield route_breach(scenario, route, "R6.not_plannable", visit.site, service=service.name)
        if number < 1:
            yield route_breach(scenario, route, "R6.no_cases", visit.site, service=service_id, cases=number)


def _in_time(scenario: Scenario, route: Route, visit: Visit, home: Site) -> Iterator[Breach]:
    if home.release is not None and route.date < home.release:
        key = "R6.release" if home.id == visit.site else "R6.guest_release"
        yield route_breach(scenario, route, key, visit.site, home=home.name, release=home.release)
    if home.deadline is not None and route.date > home.deadline:
        key = "R6.deadline" if home.id == visit.site else "R6.guest_deadline"
        yield route_breach(scenario, route, key, visit.site, home=home.name, deadline=home.deadline)
