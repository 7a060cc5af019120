"""What a plan leaves to be served, counted from the rules one case at a time."""

from __future__ import annotations

from datetime import date, timedelta

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Shuttle
from optimizer.engine.compile import Instance
from optimizer.engine.kernels import arrays
from optimizer.review.served import served

Away = Shuttle | bool
"""The shuttle that brings people, or that they come by themselves."""


class Stocks:
    """The stocks of an instance, in the order of its arrays."""

    def __init__(self, scenario: Scenario, instance: Instance) -> None:
        self._scenario, self._instance = scenario, instance

    def left(self, plan: tuple[Route, ...]) -> list[list[int]]:
        """How many cases of every stock could still be served on every date."""
        keys = dict.fromkeys(slot.cell.key for slot in self._instance.slots)
        rows = [[self._more(key, day, plan) for day in self._instance.dates] for key in keys]
        limits: dict[int, list[int]] = {}
        for slot, row in zip(self._instance.slots, self._instance.problem.slot, strict=True):
            if slot.away is not False:
                away = self._away(slot.cell.key, slot.away, plan)
                limits[int(row[arrays.CAP])] = [away] * len(self._instance.dates)
        endless = self._instance.problem.supply[-1].tolist()
        return [*rows, *(limits[number] for number in sorted(limits)), endless]

    def _more(self, key: tuple[str, str], day: date, plan: tuple[Route, ...]) -> int:
        """The most cases by which the service of a cell on a date may grow."""
        site = self._scenario.sites[key[0]]
        if day not in self._scenario.open_dates(site):
            return 0
        return min(
            self._outstanding_until(key, later, plan) - self._served_until(key, later, plan)
            for later in self._instance.dates
            if later >= day
        )

    def _outstanding_until(self, key: tuple[str, str], day: date, plan: tuple[Route, ...]) -> int:
        site_id, service = key
        due = self._scenario.due(self._scenario.sites[site_id], service)
        total = sum(cases for since, cases in due.items() if since <= day)
        for first in self._scenario.services.values():
            if first.then is not None and first.then.service == service:
                early = day - timedelta(days=first.then.after_days)
                total += self._served_until((site_id, first.id), early, plan)
        return total

    @staticmethod
    def _served_until(key: tuple[str, str], day: date, plan: tuple[Route, ...]) -> int:
        return sum(one.cases for one in served(plan) if (one.home, one.service) == key and one.date <= day)

    def _away(self, key: tuple[str, str], by: Away, plan: tuple[Route, ...]) -> int:
        """How many cases of a cell may still be served away from home by a shuttle, or without one."""
        pairs = {(one.origin, one.destination) for one in self._scenario.shuttles}
        if isinstance(by, Shuttle):
            turnout, pairs_counted = by.turnout, {(by.origin, by.destination)}
        else:
            assert self._scenario.gathering is not None
            turnout = self._scenario.gathering.turnout
            pairs_counted = {(home, host) for home in [key[0]] for host in self._scenario.sites} - pairs
        cases = self._scenario.outstanding(self._scenario.sites[key[0]], key[1])
        went = sum(
            one.cases
            for one in served(plan)
            if (one.home, one.service) == key
            and one.host != one.home
            and (one.home, one.host) in pairs_counted
        )
        return int(round(turnout * 10**9) * cases // 10**9) - went
