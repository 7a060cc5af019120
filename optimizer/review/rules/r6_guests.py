"""R6 guests: only people who may come are served away from home, and no more of them than do come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, breach, place_name, route_breach
from optimizer.review.catchment import Catchment, Coming
from optimizer.review.served import Cell, Served, served

_AGAINST = {
    Coming.NOT_OFFERED: "R6.not_offered",
    Coming.NOT_FOR_THIS_SERVICE: "R6.not_gathered",
    Coming.TOO_FAR: "R6.too_far",
}


def from_other_sites(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """Guests live at another site of the scenario than the one visited, and there are some."""
    for visit in route.visits:
        for home_id, cases in visit.guests.items():
            home = place_name(scenario, home_id)
            if home_id == visit.site:
                yield route_breach(scenario, route, "R6.own_site", visit.site)
            elif home_id not in scenario.sites:
                yield route_breach(scenario, route, "R6.unknown_home", visit.site, home=home)
            if not cases:
                yield route_breach(scenario, route, "R6.no_guests", visit.site, home=home)


def may_come(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """Guests come by shuttle, or live within the radius and come for what people gather for."""
    catchment = Catchment(scenario)
    for one in served((route,)):
        coming = _coming(scenario, catchment, one)
        if coming is None or coming.is_possible:
            continue
        home, host = scenario.sites[one.home], scenario.sites[one.host]
        yield route_breach(
            scenario,
            route,
            _AGAINST[coming],
            host.id,
            home=home.name,
            service=scenario.services[one.service].name,
            km=round(catchment.distance_m(home, host) / 1000, 3),
            radius=scenario.gathering.radius_km if scenario.gathering else None,
        )


def within_turnout(scenario: Scenario, routes: Iterable[Route]) -> Iterator[Breach]:
    """Over the whole plan, no more cases of a site are served away from it than people come.

    Each shuttle has a limit of its own for each service; what it brings does not count as gathered.
    """
    catchment = Catchment(scenario)
    gathered: Counter[Cell] = Counter()
    shuttled: Counter[tuple[str, str, str]] = Counter()
    for one in served(routes):
        coming = _coming(scenario, catchment, one)
        if coming is Coming.GATHERING:
            gathered[one.home, one.service] += one.cases
        elif coming is Coming.SHUTTLE:
            shuttled[one.home, one.host, one.service] += one.cases
    for (home_id, service_id), number in gathered.items():
        home, service = scenario.sites[home_id], scenario.services[service_id]
        most = catchment.most_gathered(home, service)
        if number > most:
            yield breach(scenario, "R6.turnout", site=home_id, service=service.name, served=number, most=most)
    for (home_id, host_id, service_id), number in shuttled.items():
        home, host = scenario.sites[home_id], scenario.sites[host_id]
        service = scenario.services[service_id]
        most = catchment.most_shuttled(home, host, service)
        if number > most:
            yield breach(
                scenario,
                "R6.shuttle_turnout",
                site=home_id,
                host=host.name,
                service=service.name,
                served=number,
                most=most,
            )


def _coming(scenario: Scenario, catchment: Catchment, one: Served) -> Coming | None:
    """How cases come to a visit; None for those of the site itself and those that other breaches name."""
    home, host = scenario.sites.get(one.home), scenario.sites.get(one.host)
    service = scenario.services.get(one.service)
    if home is None or host is None or home is host or service is None or not service.plannable:
        return None
    return catchment.coming(home, host, service)
