"""Services that are followed by others at one site: what was done, what is due for it, what is planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.domain.scenario import Service, Site
from optimizer.review.served import served_by_date
from optimizer.review.standing import Standing


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Cases served of a first step on one date, and when what follows is due.

    Parameters
    ----------
    is_recorded
        Whether they were served before the horizon.
    is_later
        Whether what follows is due only after the horizon.
    """

    service: Service
    day: date
    cases: int
    due: date
    is_recorded: bool
    is_later: bool


@dataclass(frozen=True, slots=True)
class StepStory:
    """One service that follows others at a site.

    Parameters
    ----------
    firsts
        Its first steps that were or are served, in order of time.
    planned
        Cases of the service itself in the plan, by date.
    left
        What remains outstanding of it when the horizon ends.
    """

    service: Service
    firsts: tuple[FirstStep, ...]
    planned: Mapping[date, int]
    left: int


def step_stories(standing: Standing, site: Site) -> Iterator[StepStory]:
    """Services that follow others at a site, if any of these were or are served there."""
    served = served_by_date(standing.routes)
    for service in standing.scenario.services.values():
        firsts = tuple(sorted(_firsts(standing, site, service), key=lambda one: (one.day, one.service.id)))
        if firsts:
            cell = site.id, service.id
            planned = dict(sorted(served.get(cell, {}).items()))
            yield StepStory(service, firsts, planned, standing.left.get(cell, 0))


def _firsts(standing: Standing, site: Site, service: Service) -> Iterator[FirstStep]:
    scenario = standing.scenario
    planned = served_by_date(standing.routes)
    for first in scenario.services.values():
        if first.then is None or first.then.service != service.id:
            continue
        later = timedelta(days=first.then.after_days)
        recorded = [
            (one.date, one.cases)
            for one in scenario.work_done
            if (one.site, one.service) == (site.id, first.id)
        ]
        for is_recorded, done in ((True, recorded), (False, planned.get((site.id, first.id), {}).items())):
            for day, cases in done:
                due = day + later
                yield FirstStep(first, day, cases, due, is_recorded, is_later=due > scenario.horizon.end)
