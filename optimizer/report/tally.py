"""How many cases of each site are due and served, wherever its people are served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario, Site
from optimizer.review.demand import Demand
from optimizer.review.served import Cell, served_by_cell


class Tally:
    """Cases of a plan by home site and service.

    What is due are the cases outstanding whatever is planned, and the follow-ups that the plan
    itself makes due within the horizon.
    """

    def __init__(self, plan: Plan, scenario: Scenario) -> None:
        self._plan = plan
        self._scenario = scenario

    @cached_property
    def demand(self) -> Demand:
        """What falls due, and what is served, date by date."""
        return Demand(self._scenario, self._plan.routes)

    @cached_property
    def served(self) -> Mapping[Cell, int]:
        """Cases served by home site and service; cells without any are absent."""
        return served_by_cell(self._plan.routes)

    def due(self, site: Site) -> Mapping[str, int]:
        """Cases due of each service at a site; services without any are absent, served ones present."""
        due = {}
        for service in self._scenario.services:
            cases = sum(self.demand.due((site.id, service)).values())
            if cases or (site.id, service) in self.served:
                due[service] = cases
        return due

    @cached_property
    def due_by_service(self) -> Counter[str]:
        """Cases due over all sites, by service."""
        return sum((Counter(self.due(site)) for site in self._scenario.sites.values()), Counter[str]())

    @cached_property
    def arising_by_service(self) -> Counter[str]:
        """Follow-ups that the plan makes due, over all sites, by service."""
        known: Counter[str] = Counter()
        for site in self._scenario.sites.values():
            known.update({service: self._scenario.outstanding(site, service) for service in self.due(site)})
        return self.due_by_service - known

    @cached_property
    def follow_ups_served(self) -> int:
        """Cases served beyond those outstanding whatever is planned: follow-ups that the plan makes."""
        services, sites = self._scenario.services, self._scenario.sites
        return sum(
            max(0, cases - self._scenario.outstanding(sites[site], service))
            for (site, service), cases in self.served.items()
            if services[service].plannable
        )
