"""Cases that follow others: when the first step was done, from when they are due, when they are planned.

Cases of one kind are alike: those planned are told of the batch that fell due first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.demand import Demand
from optimizer.review.served import Cell


@dataclass(frozen=True, slots=True)
class Batch:
    """Cases of a follow-up at one home site that fall due together.

    Parameters
    ----------
    service
        Id of the service that follows.
    first, done
        Id of the service that came first, and when; None for cases listed from the start.
    due
        First date on which they may be served.
    planned
        Cases by the date on which the plan serves them, in order.
    """

    site: str
    service: str
    first: str | None
    done: date | None
    due: date
    cases: int
    planned: tuple[tuple[date, int], ...] = ()

    @property
    def left(self) -> int:
        """Cases that the plan does not serve."""
        return self.cases - sum(cases for _, cases in self.planned)


def follow_ups(plan: Plan, scenario: Scenario) -> Iterator[Batch]:
    """Every batch of follow-ups, by site and service in the scenario's order, then as they fall due.

    Sites at which no first step has been done are left out: theirs are cases like any others.
    Those that fall due after the horizon are among them, with nothing planned.
    """
    followed = {one.then.service for one in scenario.services.values() if one.then is not None}
    demand = Demand(scenario, plan.routes)
    for site in scenario.sites.values():
        for service in scenario.services:
            if service not in followed:
                continue
            batches = [*_recorded(scenario, site, service), *_made(scenario, demand, site, service)]
            if batches:
                batches += _listed(scenario, site, service)
                yield from _planned(sorted(batches, key=_as_due), demand, (site.id, service))


def _as_due(batch: Batch) -> tuple[date, date]:
    return batch.due, batch.done or date.min


def _first_steps(scenario: Scenario, service: str) -> Iterator[tuple[Service, timedelta]]:
    """Services that this one follows, and after how long."""
    for one in scenario.services.values():
        if one.then is not None and one.then.service == service:
            yield one, timedelta(days=one.then.after_days)


def _listed(scenario: Scenario, site: Site, service: str) -> Iterator[Batch]:
    if site.cases.get(service, 0) > 0:
        yield Batch(site.id, service, None, None, scenario.horizon.start, site.cases[service])


def _recorded(scenario: Scenario, site: Site, service: str) -> Iterator[Batch]:
    """Follow-ups of work done earlier, less those done earlier too, the oldest first."""
    waits = {first.id: wait for first, wait in _first_steps(scenario, service)}
    done = sorted((one for one in scenario.work_done if one.site == site.id), key=lambda one: one.date)
    settled = sum(one.cases for one in done if one.service == service)
    for one in done:
        if one.service not in waits:
            continue
        left = max(0, one.cases - settled)
        settled = max(0, settled - one.cases)
        if left:
            due = max(scenario.horizon.start, one.date + waits[one.service])
            yield Batch(site.id, service, one.service, one.date, due, left)


def _made(scenario: Scenario, demand: Demand, site: Site, service: str) -> Iterator[Batch]:
    """Follow-ups of what the plan itself serves."""
    for first, wait in _first_steps(scenario, service):
        for day, cases in demand.served.get((site.id, first.id), {}).items():
            yield Batch(site.id, service, first.id, day, day + wait, cases)


def _planned(batches: list[Batch], demand: Demand, cell: Cell) -> Iterator[Batch]:
    """The batches with what the plan serves of each, the first due first."""
    served = dict(sorted(demand.served.get(cell, {}).items()))
    for batch in batches:
        planned = []
        left = batch.cases
        for day, cases in served.items():
            taken = min(left, cases) if day >= batch.due else 0
            if taken:
                planned.append((day, taken))
                served[day] -= taken
                left -= taken
        yield Batch(
            batch.site, batch.service, batch.first, batch.done, batch.due, batch.cases, tuple(planned)
        )
