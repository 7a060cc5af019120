"""The best week of one team when every case has a price, as dynamic programming over its days.

A *price* is what a case would add to the objective less the dual of its cell.  Prices are
whole numbers of a money *unit*, a few đồng at most, and costs are rounded down to it: then
everything is added in integers, and a week's price is never too low.

What a week may do here and a plan may not (each only raises the price): exceed the limits
on a day's work and driving, except where a toll per minute is charged for them; serve a cell in
several visits beyond what is outstanding; and, unless asked for exactly, stay away longer than
the team's most nights in a row.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.compile import Instance
from optimizer.engine.kernels import arrays, pricing
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.kernels.pricing import DayTables, DayWork, Visits
from optimizer.engine.workdays import Workdays, beds_of, shift_minutes, team_kinds, unit_mdong

Units = NDArray[np.int32]

LONGEST_BLOCK = 32
"""Most minutes that a day's tables are filled by at once."""

MOST_STOPS = 24 * 60
"""Most visits of a day: each takes a minute at least."""


@dataclass(frozen=True, slots=True)
class DayRoute:
    """One day of a priced week: from bed to bed (places), what it serves, and what that is worth.

    `worth_mdong` is the value of the cases less the cost of the legs; the night is not counted.
    """

    team: int
    day: int
    origin: int
    bed: int
    cases: tuple[tuple[int, int], ...]
    worth_mdong: int
    work_min: int


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
class Prices:
    """What is paid and charged.

    Parameters
    ----------
    case
        int32 (cells,): units per case, at least 0.
    toll
        int32 (teams, days): units per minute of travel, set-up and service; with it a team
        that has a route is given as many units for each minute of its work limit.
    """

    case: Units
    toll: Units


_Priced = tuple[DayWork, DayTables]
"""A day that has been priced, kept to be walked backwards."""


class Pricer:
    """Prices the weeks of the teams of one campaign; several threads may use it at once."""

    def __init__(self, instance: Instance) -> None:
        problem = instance.problem
        self.problem = problem
        self.kinds = team_kinds(problem)
        self.unit_mdong = unit_mdong(problem)
        self._workdays = Workdays(problem, self.unit_mdong)
        self._night = np.minimum(problem.night // self.unit_mdong, pricing.LIMIT).astype(np.int64)
        self._rooms = threading.local()
        self.beds = [beds_of(problem, team) for team in range(problem.teams)]
        self._pieces = _most_pieces(problem)

    def no_toll(self) -> Units:
        """A toll of nothing."""
        return np.zeros((self.problem.teams, self.problem.days), np.int32)

    def visits(self, team: int, case: Units) -> Visits:
        """What visits of one team gain."""
        problem, row = self.problem, self.problem.team[team]
        minutes, stations = shift_minutes(row), int(row[arrays.STATIONS])
        shape = problem.sites, minutes + 1
        made = Visits(
            length=np.zeros(shape, np.int32),
            gain=np.zeros(shape, np.int32),
            steps=np.zeros(problem.sites, np.int64),
            whole=np.zeros(shape, np.int32),
            table=np.zeros((self._pieces + 1, minutes * stations + 1), np.int32),
        )
        pricing.visit_gains(problem, made, case, int(row[arrays.GROUP]), stations)
        return made

    def week(self, team: int, prices: Prices, *, exact_nights: bool, others: int = 0) -> PricedWeek:
        """The best week of a team.

        Parameters
        ----------
        exact_nights
            Whether the most nights in a row are kept; it takes as many times longer.
        others
            How many further day routes to trace for each day.
        """
        problem = self.problem
        visits = self.visits(team, prices.case)
        beds = self.beds[team]
        most_nights = int(problem.team[team, arrays.MAX_NIGHTS])
        layers = most_nights + 1 if exact_nights and most_nights < problem.days - 1 else 1
        value = np.full((layers, len(beds)), pricing.NEVER, np.int32)
        value[0, 0] = 0
        before = np.zeros((problem.days, layers, len(beds)), np.int64)
        tables: dict[tuple[int, int], _Priced | None] = {}
        extra: list[DayRoute] = []
        room = self._room()
        for d in range(problem.days):
            after = np.full_like(value, pricing.NEVER)
            for a in range(layers):
                start = _undominated(value, a)
                if (start <= pricing.NEVER // 2).all():
                    continue
                end, tables[d, a] = self._run(team, d, prices, visits, start, room)
                if others:
                    extra += self._best_ends(team, d, visits, prices, end, tables[d, a], others)
                _sleep(end, a, d, problem.days - 1, int(self._night[team]), after, before[d])
            value = after
        ends = value[:, 0]
        routes, longest = self._trace(team, visits, prices, before, tables, int(ends.argmax()))
        return PricedWeek(int(ends.max()), routes, tuple(extra), longest)

    def _run(
        self, team: int, d: int, prices: Prices, visits: Visits, start: Units, room: Iterator[Units]
    ) -> tuple[Units, _Priced | None]:
        """What is gained by bed when the day is over, and how."""
        day = self._workdays.on(team, d)
        if day is None:
            return start, None
        work = day.work
        steps, shortest = visits.steps[work.site], visits.length[work.site, 0]
        most = visits.gain[work.site, np.maximum(0, steps - 1)]
        latest = work.window[:, :, 1].max(axis=1) - shortest
        toll = int(prices.toll[team, d])
        # What is given back for minutes that are not worked may alone be worth a visit.
        wanted = (most > 0) | day.waypoint | (toll > 0)
        keep = np.flatnonzero((steps > 0) & (latest >= 0) & wanted)
        work = work._replace(
            place=work.place[keep],
            site=work.site[keep],
            setup=work.setup[keep],
            window=work.window[keep],
            latest=latest[keep].astype(np.int32),
            toll=toll,
            credit=toll * int(self.problem.team[team, arrays.MAX_WORK]) if toll else 0,
        )
        block = int(shortest[keep].min(initial=LONGEST_BLOCK))
        size, width = len(keep), shift_minutes(self.problem.team[team]) + 1 + 2 * block
        arrived, served = (next(room)[: size * width].reshape(size, width) for _ in range(2))
        tables = DayTables(self.beds[team], start, np.empty_like(start), arrived, served, block)
        pricing.run_day(work, visits, tables)
        return tables.end, (work, tables)

    def _best_ends(
        self,
        team: int,
        d: int,
        visits: Visits,
        prices: Prices,
        end: Units,
        tables: _Priced | None,
        most: int,
    ) -> list[DayRoute]:
        """Day routes to the few beds in which most has been gained by then."""
        if tables is None:
            return []
        beds = [0] if d == self.problem.days - 1 else np.argsort(-end, kind="stable")[:most].tolist()
        traced = [self._trace_day(team, d, visits, prices, tables, q)[1] for q in beds if end[q] > 0]
        return [route for route in traced if route is not None]

    def _trace(
        self,
        team: int,
        visits: Visits,
        prices: Prices,
        before: NDArray[np.int64],
        tables: Mapping[tuple[int, int], _Priced | None],
        layer: int,
    ) -> tuple[tuple[DayRoute, ...], int]:
        """Routes of the best week, and its longest absence in nights."""
        routes, q, away, longest = [], 0, 0, 0
        for d in reversed(range(self.problem.days)):
            away = away + 1 if q else 0
            longest = max(longest, away)
            layer = int(before[d, layer, q])
            day = tables[d, layer]
            if day is not None:
                q, route = self._trace_day(team, d, visits, prices, day, q)
                if route is not None:
                    routes.append(route)
        return tuple(reversed(routes)), longest

    def _trace_day(
        self, team: int, d: int, visits: Visits, prices: Prices, day: _Priced, q: int
    ) -> tuple[int, DayRoute | None]:
        """The bed where the best day that ends in bed `q` begins, and its route if it has one."""
        problem, row = self.problem, self.problem.team[team]
        stops, origin = np.zeros((MOST_STOPS, 3), np.int64), np.zeros(1, np.int64)
        work_here, tables = day
        made = pricing.trace_day(work_here, visits, tables, q, stops, origin)
        assert made != pricing.LOST
        start = int(origin[0])
        if made == pricing.STAYED:
            return q, None
        amounts: dict[int, int] = {}
        beds = self.beds[team]
        chain, work = [int(beds[q])], 0
        amount = np.zeros(int(problem.site[:, arrays.SLOTS].max()), np.int64)
        for at, worked, minutes in stops[: max(0, made)].tolist():
            site = int(work_here.site[at])
            chain.append(problem.first_site + site)
            work += worked
            pricing.visit_amounts(
                problem,
                visits,
                prices.case,
                int(row[arrays.GROUP]),
                int(row[arrays.STATIONS]),
                site,
                minutes,
                amount,
            )
            first, count = (int(x) for x in problem.site[site, [arrays.FIRST_SLOT, arrays.SLOTS]])
            for slot, cases in enumerate(amount[:count].tolist()):
                if cases:
                    amounts[first + slot] = amounts.get(first + slot, 0) + cases
        chain.append(int(beds[start]))
        chain.reverse()
        layer, tariff = problem.day[team * problem.days + d, [arrays.LAYER, arrays.TARIFF]]
        legs = chain[:-1], chain[1:]
        worth = sum(int(problem.value[s]) * n for s, n in amounts.items())
        worth -= int(problem.cost[tariff][legs].sum())
        work += int(problem.minutes[layer][legs].sum())
        return start, DayRoute(team, d, chain[0], chain[-1], by_cell(problem, amounts), worth, work)

    def _room(self) -> Iterator[Units]:
        """Arrays for one table each, kept for the next week that this thread prices."""
        kept: list[Units] = self._rooms.__dict__.setdefault("kept", [])
        shift = max(shift_minutes(row) for row in self.problem.team)
        size = self.problem.sites * (shift + 1 + 2 * LONGEST_BLOCK)
        for number in count():
            if number == len(kept):
                kept.append(np.empty(size, np.int32))
            yield kept[number]


def _undominated(value: Units, a: int) -> Units:
    """What was gained after `a` nights away, less what was gained as well after fewer."""
    start: Units = value[a].copy()
    for fewer in value[1:a]:
        start[fewer >= start] = pricing.NEVER
    return start


def _sleep(
    end: Units, a: int, d: int, last: int, night: int, after: Units, before: NDArray[np.int64]
) -> None:
    """Spend a night wherever the day ended: at the base, or away in the next layer if that is allowed."""
    if end[0] > after[0, 0]:
        after[0, 0], before[0, 0] = end[0], a
    deeper = a + 1 if len(after) > 1 else 0
    if d == last or deeper == max(1, len(after)):
        return
    slept = np.maximum(end[1:].astype(np.int64) - night, pricing.NEVER)
    better = np.flatnonzero(slept > after[deeper, 1:]) + 1
    after[deeper, better], before[deeper, better] = slept[better - 1], a


def _most_pieces(problem: Problem) -> int:
    """Most pieces into which the knapsack of a site may be cut."""
    cases = problem.outstanding[problem.slot[:, arrays.CELL]]
    pieces = np.ceil(np.log2(cases + 1.0)).astype(np.int64) + 1
    return int(np.add.reduceat(pieces, problem.site[:, arrays.FIRST_SLOT]).max())


def by_cell(problem: Problem, amounts: Mapping[int, int]) -> tuple[tuple[int, int], ...]:
    """Cases by cell from cases by slot, in order."""
    cases: Counter[int] = Counter()
    for slot, number in amounts.items():
        cases[int(problem.slot[slot, arrays.CELL])] += number
    return tuple(sorted(cases.items()))
