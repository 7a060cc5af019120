"""What is outstanding once some routes are driven: listed cases, and follow-ups as they fall due.

Each case served makes one case of the service that has to follow, at the site where its people
live, from so many days later on.  It does not matter which team serves either of the two, or where.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.served import Cell, served_by_date


class Excess(NamedTuple):
    """The first date by which more cases of a cell are served than there have been."""

    date: date
    served: int
    possible: int


class Demand:
    """The cases of every cell, date by date, under some routes.

    Cells of sites and services that the scenario does not know have no cases due.
    """

    def __init__(self, scenario: Scenario, routes: Iterable[Route]) -> None:
        self._scenario = scenario
        self.served: Mapping[Cell, Mapping[date, int]] = served_by_date(routes)
        self._first_steps: dict[str, list[tuple[str, timedelta]]] = {}
        for service in scenario.services.values():
            if service.then is not None:
                step = service.id, timedelta(days=service.then.after_days)
                self._first_steps.setdefault(service.then.service, []).append(step)

    def due(self, cell: Cell) -> Mapping[date, int]:
        """Cases by the date from which they are outstanding, in order; none after the horizon.

        To what is outstanding whatever is planned come the follow-ups that the routes make.
        """
        site_id, service_id = cell
        site = self._scenario.sites.get(site_id)
        if site is None:
            return {}
        cases = dict(self._scenario.due(site, service_id))
        for first, delay in self._first_steps.get(service_id, ()):
            for day, number in self.served.get((site_id, first), {}).items():
                if day + delay <= self._scenario.horizon.end:
                    cases[day + delay] = cases.get(day + delay, 0) + number
        return dict(sorted(cases.items()))

    def left(self, cell: Cell) -> int:
        """Cases outstanding when the horizon ends; negative if more are served than there are."""
        return sum(self.due(cell).values()) - sum(self.served.get(cell, {}).values())

    def first_excess(self, cell: Cell) -> Excess | None:
        """Where the cases served up to some date first outrun those due by then; None if they never do."""
        due, served = self.due(cell), self.served.get(cell, {})
        for day in sorted(served):
            done = sum(cases for other, cases in served.items() if other <= day)
            possible = sum(cases for other, cases in due.items() if other <= day)
            if done > possible:
                return Excess(day, done, possible)
        return None
