"""What to serve in the station-minutes that a visit has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.fitness import lacks
from optimizer.review.schedule import Cases, case_minutes


def best_filling(
    scenario: Scenario,
    team: Team,
    site: Site,
    service: Service,
    *,
    left: Mapping[str, int],
    capacity_min: int,
) -> Cases:
    """The more valuable of two ways to use a visit for at least one case of `service`.

    Either as much of it as fits, or one case of it and then whatever is worth most per minute.

    Parameters
    ----------
    left
        Cases on offer at the site, by service id.
    capacity_min
        Station-minutes, enough for one case.
    """
    ways = _fillings(scenario, team, site, service, left=left, capacity_min=capacity_min)
    return max(ways, key=lambda cases: worth_mdong(scenario, site, cases))


def worth_mdong(scenario: Scenario, site: Site, cases: Cases) -> int:
    """What `cases` at a site are worth, in thousandths of a đồng."""
    return sum(
        count * scenario.case_mdong(site, scenario.services[service]) for service, count in cases.items()
    )


def cheapest_first(scenario: Scenario, site: Site, services: Iterable[str]) -> list[Service]:
    """Services by what a case at a site is worth per station-minute, the least first."""
    return sorted(
        (scenario.services[service] for service in services),
        key=lambda one: scenario.case_mdong(site, one) / case_minutes(one),
    )


def _fillings(
    scenario: Scenario,
    team: Team,
    site: Site,
    service: Service,
    *,
    left: Mapping[str, int],
    capacity_min: int,
) -> Iterator[Cases]:
    minutes = case_minutes(service)
    yield {service.id: min(capacity_min // minutes, left[service.id])}
    mixed = {service.id: 1}
    spare_min = capacity_min - minutes
    for other in reversed(cheapest_first(scenario, site, left)):
        if lacks(team, site, other).count:
            continue
        have = mixed.get(other.id, 0)
        more = min(spare_min // case_minutes(other), left[other.id] - have)
        if more > 0:
            mixed[other.id] = have + more
            spare_min -= more * case_minutes(other)
    yield mixed
