"""What a plan leaves of every cell, on which dates more of it may be served, and what must not go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Scenario, Site
from optimizer.review.demand import Demand
from optimizer.review.served import Cell
from optimizer.review.stays import Cases

Ints = NDArray[np.int64]

ANY_NUMBER = 1 << 40
"""More cases than there are."""


class Ledger:
    """The cases of a plan, date by date: those due, those served, and follow-ups between them."""

    def __init__(self, scenario: Scenario, demand: Demand) -> None:
        self._scenario, self._demand = scenario, demand
        self.has_follow_ups = any(one.then is not None for one in scenario.services.values())
        self._slack: dict[Cell, Ints] = {}
        self._most: dict[Cell, Ints] = {}

    @cached_property
    def left(self) -> Mapping[Cell, int]:
        """Cases that remain when the horizon ends, in the scenario's order; cells without any are absent."""
        remaining = {cell: self._demand.left(cell) for cell in self._cells()}
        return {cell: cases for cell, cases in remaining.items() if cases > 0}

    def total(self, cell: Cell) -> int:
        """Cases due within the horizon, those included that the plan makes."""
        return sum(self._demand.due(cell).values())

    def due(self, cell: Cell) -> Mapping[date, int]:
        """Cases by the date from which they are outstanding, those included that the plan makes."""
        return self._demand.due(cell)

    def served(self, cell: Cell) -> int:
        """Cases served, at home and elsewhere."""
        return sum(self._demand.served.get(cell, {}).values())

    def most(self, cell: Cell) -> Ints:
        """How many cases more may be served on each date, on that date alone; by day number.

        So many are due by then and not served later either, and the home site allows it.
        """
        if cell not in self._most:
            later = np.minimum.accumulate(self.slack(cell)[::-1])[::-1]
            allowed = np.zeros(self._scenario.horizon.days, dtype=np.int64)
            for day in self._scenario.open_dates(self._scenario.sites[cell[0]]):
                number = self._scenario.horizon.day_number(day)
                allowed[number] = max(0, int(later[number]))
            self._most[cell] = allowed
        return self._most[cell]

    def slack(self, cell: Cell) -> Ints:
        """Cases due up to each date, less those served up to it; by day number."""
        if cell not in self._slack:
            horizon = self._scenario.horizon
            change = np.zeros(horizon.days, dtype=np.int64)
            for day, cases in self._demand.due(cell).items():
                change[horizon.day_number(day)] += cases
            for day, cases in self._demand.served.get(cell, {}).items():
                if day in horizon:
                    change[horizon.day_number(day)] -= cases
            self._slack[cell] = np.cumsum(change)
        return self._slack[cell]

    def spare(self, cell: Cell, day: date) -> int:
        """How many cases served on a date could go, and the follow-ups in the plan would still be due."""
        follow_up = self._follow_up(cell, day)
        if follow_up is None:
            return ANY_NUMBER
        then, number = follow_up
        return max(0, int(self.slack(then)[number:].min()))

    def may_lose(self, cases: Cases, day: date) -> bool:
        """Whether cases served on a date could all go, and the follow-ups that stay would still be due."""
        if not self.has_follow_ups:
            return True
        change: dict[Cell, Ints] = {}
        for cell, count in cases.items():
            follow_up = self._follow_up(cell, day)
            if follow_up is not None:
                then, number = follow_up
                fewer = change.setdefault(then, np.zeros(self._scenario.horizon.days, dtype=np.int64))
                fewer[number:] -= count
        for then, fewer in change.items():
            fewer[self._scenario.horizon.day_number(day) :] += cases.get(then, 0)
            if np.any((self.slack(then) + fewer < 0) & (fewer < 0)):
                return False
        return True

    def _follow_up(self, cell: Cell, day: date) -> tuple[Cell, int] | None:
        """The cell that follows and the first day on which it is due; None if the plan serves none of it."""
        site, service_id = cell
        then = self._scenario.services[service_id].then
        if then is None or (site, then.service) not in self._demand.served:
            return None
        number = self._scenario.horizon.day_number(day + timedelta(days=then.after_days))
        return ((site, then.service), number) if number < self._scenario.horizon.days else None

    def _cells(self) -> list[Cell]:
        """Every cell that may have cases: those listed, then follow-ups."""
        steps = [one.then.service for one in self._scenario.services.values() if one.then is not None]
        followers = [service for service in self._scenario.services if service in steps]

        def services(site: Site) -> dict[str, None]:
            return dict.fromkeys((*site.cases, *followers))

        return [(site.id, service) for site in self._scenario.sites.values() for service in services(site)]
