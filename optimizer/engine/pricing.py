"""What cases are worth to the teams at duals: prices, what visits gain at them, and the best weeks.

A *price* is what a case would add to the objective less the duals of the limits it draws on.
Prices are whole numbers of a money *unit*, a few đồng at most, and costs are rounded down to it:
then everything is added in integers, and a week's price is never too low.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.compile import Instance
from optimizer.engine.ground import Grounds, clusters
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.day import LEAD, LIMIT
from optimizer.engine.kernels.knapsack import Visits, visit_gains
from optimizer.engine.kernels.wide import WIDE
from optimizer.engine.offers import COUNTED, MOST_COUNTED, demand
from optimizer.engine.week import PricedWeek, Week
from optimizer.engine.workdays import Workdays, beds_of, shift_minutes, team_kinds, unit_mdong

Units = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Prices:
    """What is paid and charged.

    Parameters
    ----------
    case
        int32 (slots,): units per case, at least 0.
    stay
        int32 (rows, marks): units for a stay at a site beyond each of its marks, rising.
    toll
        int32 (teams, days): units per minute of travel, set-up and service; with it a team
        that has a route is given as many units for each minute of its work limit.
    """

    case: Units
    stay: Units
    toll: Units


class Pricer:
    """Prices the weeks of the teams of one campaign; several threads may use it at once."""

    def __init__(self, instance: Instance) -> None:
        problem = instance.problem
        self.problem = problem
        self.kinds = team_kinds(problem)
        order, first = clusters(problem)
        self.demand = demand(problem, order)
        self.unit_mdong = unit_mdong(problem, self.demand.dearest())
        grounds = Grounds(problem, order, first, self.unit_mdong)
        self.place = grounds.place
        self.workdays = Workdays(problem, grounds)
        self.night = np.minimum(problem.night // self.unit_mdong, LIMIT).astype(np.int64)
        self._rooms = threading.local()
        self.clusters = len(first) - 1
        self.beds = [beds_of(problem, team) for team in range(problem.teams)]
        self._pieces = _most_pieces(self.demand.offers.first, self.demand.offers.cases)

    def prices(self, case: Units, counted: Units | None = None, toll: Units | None = None) -> Prices:
        """Prices of cases; if given, also of what is counted of stays, shape (rows, kinds), and tolls."""
        rows = len(self.demand.offers.setup)
        if counted is None:
            counted = np.zeros((rows, len(MOST_COUNTED)), np.int32)
        if toll is None:
            toll = np.zeros((self.problem.teams, self.problem.days), np.int32)
        return Prices(case, np.ascontiguousarray(counted @ COUNTED.T, np.int32), toll)

    def visits(self, team: int, prices: Prices) -> Visits:
        """What visits of one team gain."""
        offers, row = self.demand.offers, self.problem.team[team]
        minutes, stations = shift_minutes(row), int(row[arrays.STATIONS])
        shape = len(offers.setup), minutes + 1
        made = Visits(
            length=np.zeros(shape, np.int32),
            gain=np.zeros(shape, np.int32),
            steps=np.zeros(len(offers.setup), np.int64),
            whole=np.zeros(shape, np.int32),
            table=np.zeros((self._pieces + 1, minutes * stations + 1), np.int32),
        )
        visit_gains(offers, made, prices.case, prices.stay, int(row[arrays.GROUP]), stations)
        return made

    def week(
        self, team: int, prices: Prices, *, exact_nights: bool, detail: int | None = None, others: int = 0
    ) -> PricedWeek:
        """The best week of a team.

        Parameters
        ----------
        exact_nights
            Whether the most nights in a row are kept; it takes as many times longer.
        detail
            How many clusters around a site have legs of their own; all if None.
        others
            How many further day routes to trace for each day.
        """
        week = Week(self, team, prices, detail or self.clusters, self._room())
        return week.best(exact_nights=exact_nights, others=others)

    def _room(self) -> Iterator[Units]:
        """Arrays for one table each, kept for the next week that this thread prices."""
        kept: list[Units] = self._rooms.__dict__.setdefault("kept", [])
        shift = max(shift_minutes(row) for row in self.problem.team)
        size = self.problem.sites * (LEAD + shift + 1 + 2 * WIDE)
        for number in count():
            if number == len(kept):
                kept.append(np.empty(size, np.int32))
            yield kept[number]


def _most_pieces(first: NDArray[np.int64], cases: NDArray[np.int64]) -> int:
    """Most pieces into which the knapsack of a site may be cut."""
    pieces = np.ceil(np.log2(cases + 1.0)).astype(np.int64) + 1
    return int(np.add.reduceat(pieces, first[:-1]).max())
