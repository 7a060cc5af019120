"""Follow-ups: whether they end, and how many cases they may make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.scenario import Scenario, Site
from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm
from optimizer.intake.items import ServiceForm


def check_follow_ups(form: ScenarioForm, findings: Findings) -> None:
    """Tell of follow-ups that lead back to where they began, and of those that nothing can come of."""
    told: set[str] = set()
    for service_id, service in form.services.items():
        if service.then is None:
            continue
        chain = list(chain_of(service_id, form.services))
        if _leads_back(chain, form.services) and not told & set(chain):
            told |= set(chain)
            findings.add("E312", service.then.where("service"), chain=" → ".join([*chain, service_id]))
        following = form.services.get(service.then.service)
        for named, one in ((service_id, service), (service.then.service, following)):
            if one is not None and not one.plannable:
                values = {"id": named, "first": service_id, "second": service.then.service}
                findings.add("E314", service.then.where("service"), **values)


def chain_of(service_id: str, services: Mapping[str, ServiceForm]) -> Iterator[str]:
    """A service and all that follow it, each once."""
    seen: list[str] = []
    while service_id not in seen and service_id in services:
        seen.append(service_id)
        yield service_id
        then = services[service_id].then
        if then is None:
            return
        service_id = then.service


def _leads_back(chain: list[str], services: Mapping[str, ServiceForm]) -> bool:
    then = services[chain[-1]].then
    return then is not None and then.service == chain[0]


def steps_before(services: Mapping[str, ServiceForm]) -> Mapping[str, frozenset[str]]:
    """For each service, itself and all those whose cases make cases of it in the end."""
    chains = {service_id: set(chain_of(service_id, services)) for service_id in services}
    return {
        service_id: frozenset(first for first, chain in chains.items() if service_id in chain)
        for service_id in services
    }


def most_cases(scenario: Scenario, site: Site, service_id: str) -> int:
    """Cases that may be outstanding in the end, if every first step is served."""
    first_steps = [
        one.id
        for one in scenario.services.values()
        if one.then is not None and one.then.service == service_id
    ]
    made = sum(most_cases(scenario, site, first) for first in first_steps)
    return scenario.outstanding(site, service_id) + made
