"""The best week of one team at given prices, as dynamic programming over its days.

What a week may do here and a plan may not (each only raises what it gains): exceed the limits
on a day's work and driving, except where a toll per minute is charged for them; serve more
than is outstanding in several visits; leave out breaks; pay nothing for change and uneven work; and,
unless asked for exactly, stay away longer than the team's most nights in a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.dayroutes import DayRoute, day_route
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.day import LEAD, NEVER, DayTables, DayWork, Ground, run_day
from optimizer.engine.kernels.knapsack import visit_amounts
from optimizer.engine.kernels.retrace import LOST, STAYED, trace_day
from optimizer.engine.kernels.wide import WIDE
from optimizer.engine.offers import Stay
from optimizer.engine.workdays import shift_minutes

if TYPE_CHECKING:
    from optimizer.engine.pricing import Pricer, Prices

Units = NDArray[np.int32]

MOST_STOPS = 24 * 60
"""Most visits of a day: each takes a minute at least."""


@dataclass(frozen=True, slots=True)
class PricedWeek:
    """The best week of a team at given prices.

    Parameters
    ----------
    units
        What it gains; no week of the team gains more.
    routes
        Its days, as far as they have a route.
    others
        Further good day routes that were met.
    nights_in_a_row
        Its longest absence.
    """

    units: int
    routes: tuple[DayRoute, ...]
    others: tuple[DayRoute, ...]
    nights_in_a_row: int


@dataclass(frozen=True, slots=True)
class _PricedDay:
    """A day that has been priced, kept to be walked backwards."""

    work: DayWork
    ground: Ground
    tables: DayTables


class Week:
    """One team's week at given prices."""

    def __init__(self, pricer: Pricer, team: int, prices: Prices, detail: int, room: Iterator[Units]) -> None:
        self._pricer, self._team, self._prices, self._room = pricer, team, prices, room
        self._detail = detail
        self._problem = pricer.problem
        self._visits = pricer.visits(team, prices)
        self._beds = pricer.beds[team]
        self._tables: dict[tuple[int, int], _PricedDay | None] = {}

    def best(self, *, exact_nights: bool, others: int) -> PricedWeek:
        """The best week."""
        days, beds = self._problem.days, len(self._beds)
        most_nights = int(self._problem.team[self._team, arrays.MAX_NIGHTS])
        layers = most_nights + 1 if exact_nights and most_nights < days - 1 else 1
        value = np.full((layers, beds), NEVER, np.int32)
        value[0, 0] = 0
        before = np.zeros((days, layers, beds), np.int64)
        extra: list[DayRoute] = []
        for d in range(days):
            after = np.full_like(value, NEVER)
            for a in range(layers):
                start = _undominated(value, a)
                if (start <= NEVER // 2).all():
                    continue
                end = self._run(d, a, start)
                if others:
                    extra += self._best_ends(d, a, end, others)
                if d == days - 1:
                    _end(end, a, after, before[d])
                else:
                    night = int(self._pricer.night[self._team]) if most_nights else None
                    _sleep(end, a, night, after, before[d])
            value = after
        last = int(value[0].argmax()) if self._ends_anywhere else 0
        routes, longest = self._trace(before, last)
        return PricedWeek(int(value[0, last]), routes, tuple(extra), longest)

    @property
    def _ends_anywhere(self) -> bool:
        """May the last day end at any bed?"""
        return bool(self._problem.team[self._team, arrays.END_ANYWHERE])

    def _run(self, d: int, a: int, start: Units) -> Units:
        """What is gained by bed when the day is over."""
        day = self._pricer.workdays.on(self._team, d)
        if day is None:
            self._tables[d, a] = None
            return start
        visits = self._visits
        shortest = visits.length[:, 0]
        most = np.take_along_axis(visits.gain, np.maximum(0, visits.steps - 1)[:, None], axis=1)[:, 0]
        latest = day.work.window[:, :, 1].max(axis=1) - shortest
        toll = int(self._prices.toll[self._team, d])
        # What is given back for minutes that are not worked may alone be worth a visit.
        wanted = (most > 0) | day.waypoint | (toll > 0)
        keep = day.open & (visits.steps > 0) & wanted
        work = day.work._replace(
            latest=np.where(keep, latest, -1).astype(np.int32),
            toll=toll,
            credit=toll * int(self._problem.team[self._team, arrays.MAX_WORK]) if toll else 0,
        )
        rows, width = len(keep), LEAD + shift_minutes(self._problem.team[self._team]) + 1 + 2 * WIDE
        arrived, served = (next(self._room)[: rows * width].reshape(rows, width) for _ in range(2))
        tables = DayTables(
            bed=self._beds,
            start=start,
            end=np.empty_like(start),
            arrived=arrived,
            served=served,
            best=np.empty((self._pricer.clusters + 1, width), np.int32),
            block=int(shortest[keep].min(initial=WIDE)),
        )
        ground = day.ground._replace(detail=min(self._detail, day.ground.detail))
        run_day(work, ground, visits, self._pricer.demand.offers.setup, tables)
        self._tables[d, a] = _PricedDay(work, ground, tables)
        return tables.end

    def _best_ends(self, d: int, a: int, end: Units, most: int) -> list[DayRoute]:
        """Day routes to the few beds in which most has been gained by then."""
        if self._tables[d, a] is None:
            return []
        home_only = d == self._problem.days - 1 and not self._ends_anywhere
        beds = [0] if home_only else np.argsort(-end, kind="stable")[:most].tolist()
        traced = [self._trace_day(d, a, q)[1] for q in beds if end[q] > 0]
        return [route for route in traced if route is not None]

    def _trace(self, before: NDArray[np.int64], q: int) -> tuple[tuple[DayRoute, ...], int]:
        """Routes of the best week that ends in bed `q`, and its longest absence in nights."""
        routes, layer, away, longest = [], 0, 0, 0
        for d in reversed(range(self._problem.days)):
            away = away + 1 if q and d < self._problem.days - 1 else 0
            longest = max(longest, away)
            layer = int(before[d, layer, q])
            q, route = self._trace_day(d, layer, q)
            if route is not None:
                routes.append(route)
        return tuple(reversed(routes)), longest

    def _trace_day(self, d: int, a: int, q: int) -> tuple[int, DayRoute | None]:
        """The bed where the best day that ends in bed `q` begins, and its route if it has one."""
        day = self._tables[d, a]
        if day is None:
            return q, None
        stops, origin = np.zeros((MOST_STOPS, 4), np.int64), np.zeros(1, np.int64)
        setup = self._pricer.demand.offers.setup
        made = trace_day(day.work, day.ground, self._visits, setup, day.tables, q, stops, origin)
        assert made != LOST
        if made == STAYED:
            return q, None
        stays: list[Stay] = []
        worked = saved = 0
        for row, minutes, length, units in reversed(stops[: max(0, made)].tolist()):
            stays.append((row, self._amounts(row, length)))
            worked += minutes
            saved += units
        start = int(origin[0])
        beds = int(self._beds[start]), int(self._beds[q])
        pricer = self._pricer
        route = day_route(self._problem, pricer.demand, pricer.place, self._team, d, beds, stays, worked)
        return start, replace(route, worth_mdong=route.worth_mdong + saved * pricer.unit_mdong)

    def _amounts(self, row: int, length: int) -> dict[int, int]:
        """The cases by slot of a stay."""
        offers, team = self._pricer.demand.offers, self._problem.team[self._team]
        first, end = int(offers.first[row]), int(offers.first[row + 1])
        amount = np.zeros(end - first, np.int64)
        visit_amounts(
            offers,
            self._visits,
            self._prices.case,
            self._prices.stay,
            int(team[arrays.GROUP]),
            int(team[arrays.STATIONS]),
            row,
            length,
            amount,
        )
        return {first + q: cases for q, cases in enumerate(amount.tolist()) if cases}


def _undominated(value: Units, a: int) -> Units:
    """What was gained after `a` nights away, less what was gained as well after fewer."""
    start: Units = value[a].copy()
    for fewer in value[1:a]:
        start[fewer >= start] = NEVER
    return start


def _sleep(end: Units, a: int, night: int | None, after: Units, before: NDArray[np.int64]) -> None:
    """Spend a night where the day ended: at the base, or away in the next layer if that is allowed."""
    if end[0] > after[0, 0]:
        after[0, 0], before[0, 0] = end[0], a
    deeper = a + 1 if len(after) > 1 else 0
    if night is None or deeper == max(1, len(after)):
        return
    slept = np.maximum(end[1:].astype(np.int64) - night, NEVER)
    better = np.flatnonzero(slept > after[deeper, 1:]) + 1
    after[deeper, better], before[deeper, better] = slept[better - 1], a


def _end(end: Units, a: int, after: Units, before: NDArray[np.int64]) -> None:
    """The last day has ended: the night after it is not counted."""
    better = end > after[0]
    after[0, better], before[0, better] = end[better], a
