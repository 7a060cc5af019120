"""Who waits to be served while a plan is made by hand, day after day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from own_communes import Cell

from optimizer.domain.plan import Visit
from optimizer.domain.scenario import Pin, Scenario, Site


def expected(scenario: Scenario) -> Mapping[Cell, int]:
    """The cases of every cell that can be planned, with all follow-ups that may come of others."""
    services = [service for service in scenario.services.values() if service.plannable]

    def whole(site: Site, service: str) -> int:
        first_steps = [one.id for one in services if one.then is not None and one.then.service == service]
        return scenario.outstanding(site, service) + sum(whole(site, first) for first in first_steps)

    cells = {
        (site.id, service.id): whole(site, service.id)
        for site in scenario.sites.values()
        for service in services
    }
    return {cell: cases for cell, cases in cells.items() if cases}


class Waiting:
    """The cases that wait at each site, those that come later, and those that a promise keeps back."""

    def __init__(self, scenario: Scenario) -> None:
        self._steps = {one.id: one.then for one in scenario.services.values() if one.then is not None}
        self._now: Counter[Cell] = Counter()
        self._coming: dict[date, Counter[Cell]] = {day: Counter() for day in scenario.horizon.dates()}
        for site, service in expected(scenario):
            for day, cases in scenario.due(scenario.sites[site], service).items():
                self._coming[day][site, service] += cases
        self._kept: Counter[Cell] = Counter()
        for pin in scenario.pins:
            self._keep(pin, 1)

    def begin(self, today: date) -> None:
        """A new date: what falls due on it waits from now on."""
        self._now += self._coming[today]

    def redeem(self, pin: Pin) -> None:
        """What a promise has kept back is free for the visit that keeps it."""
        self._keep(pin, -1)

    def free(self, site: str, service: str) -> int:
        """Cases of a cell that may be served now."""
        return max(0, self._now[site, service] - self._kept[site, service])

    def serve(self, visit: Visit, today: date) -> None:
        """Take the cases of a visit, and let their follow-ups come."""
        for service, cases in visit.cases.items():
            self._now[visit.site, service] -= cases
            then = self._steps.get(service)
            if then is not None and then.after_days == 0:
                self._now[visit.site, then.service] += cases
            elif then is not None and (day := today + timedelta(days=then.after_days)) in self._coming:
                self._coming[day][visit.site, then.service] += cases

    def _keep(self, pin: Pin, sign: int) -> None:
        for service, cases in pin.cases.items():
            self._kept[pin.site, service] += sign * cases
