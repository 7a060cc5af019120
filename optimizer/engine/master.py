"""The linear program that mixes day routes into weeks, and proposes duals to price at.

Rows: the limits of the demand; for every kind of team a flow through the places where it
sleeps; its most nights in a row; and its limits of a day's work.  Columns: day routes that have
been met.  Duals are held in a box around the best ones known (boxstep): a program that
knows few columns proposes wild duals otherwise.

A limit that counts stays gets its row when the mix first breaks it.  A team's nights in a row are
limited over every few days, as long as that suffices; a team whose weeks stay away too long all
the same sleeps at a place after so many nights, which keeps its limit exactly.

Nothing here makes a bound: the value of any duals is computed by pricing, so that rounding
in this program does no harm.

References
----------
Marsten, R. E., Hogan, W. W., Blankenship, J. W. (1975). The boxstep method for large-scale
optimization. *Operations Research* 23(3), 389-405.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.dayroutes import DayRoute
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.offers import Demand
from optimizer.engine.program import Entry, Program
from optimizer.engine.workdays import TeamKind

Floats = NDArray[np.float64]

BROKEN = 0.01
"""By how much a mix must break a limit that counts stays."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program finds best within its box.

    Parameters
    ----------
    duals
        mđ per unit of each limit, then mđ per minute of the tolled days.
    model_mdong
        Its value: no duals inside the box give a lower bound than this.
    leaning_mdong
        How much of it is owed to the sides of the box; about 0 when the box does not matter.
    """

    duals: Floats
    model_mdong: float
    leaning_mdong: float


class Master:
    """The program; it grows by columns and keeps its basis from one solve to the next.

    Parameters
    ----------
    tolled
        Team and day of the work limits that have a row.
    """

    def __init__(
        self,
        problem: Problem,
        kinds: Sequence[TeamKind],
        demand: Demand,
        tolled: Sequence[tuple[int, int]],
    ) -> None:
        self._problem, self._demand = problem, demand
        self._kinds = {kind.team: kind for kind in kinds}
        self._tolled = tuple(tolled)
        self._scale = float(demand.most[: demand.first_counted].max()) or 1.0
        self._routes: dict[DayRoute, None] = {}
        self._counted: set[int] = set()
        self._layered: set[int] = set()
        self._build()

    def _build(self) -> None:
        """The program of all routes that are known, from nothing."""
        demand = self._demand
        self._program = Program()
        self._rows: dict[int, int] = {}
        self._raise: list[int] = []
        self._lower: list[int] = []
        for at in [*range(demand.first_counted), *sorted(self._counted)]:
            self._price(at, float(demand.limit[at]))
        self._tolls = {key: len(demand.limit) + at for at, key in enumerate(self._tolled)}
        for at in self._tolls.values():
            self._price(at, 0.0)
        self._place: dict[tuple[int, int, int, int], int] = {}
        self._nights: dict[tuple[int, int], int] = {}
        self._by_start: dict[tuple[int, int, int], list[DayRoute]] = {}
        self._columns: dict[int, DayRoute] = {}
        for team in self._kinds:
            home = int(self._problem.team[team, arrays.BASE])
            count = float(self._kinds[team].count)
            self._place[team, 0, home, 0] = self._program.row(count, count)
            self._leave(team, 0, home, 0)
        for route in self._routes:
            self._enter(route)

    def add(self, route: DayRoute) -> bool:
        """Add a day route; False if it is known."""
        if route in self._routes:
            return False
        self._routes[route] = None
        self._enter(route)
        return True

    def count_nights(self, teams: Iterable[int]) -> None:
        """Keep the most nights in a row of these teams exactly from now on."""
        if not self._layered.issuperset(teams):
            self._layered.update(teams)
            self._build()

    def _enter(self, route: DayRoute) -> None:
        """The columns of a route, one for each way to be at its start that is known."""
        start = route.team, route.day, route.origin
        before = self._nights_before(*start)
        self._by_start.setdefault(start, []).append(route)
        for nights in before:
            self._travel(*start, nights, route.bed, route)
        if not before and route.team not in self._layered:
            self._arrive(*start, 0)

    def solve(self, centre: Floats, width: Floats, most: Floats) -> Proposal | None:
        """The best duals within `width` of `centre` and between 0 and `most`; None if it failed."""
        priced = np.fromiter(self._rows, np.intp)
        middle, wide, top = centre[priced], width[priced], most[priced]
        high, low = np.minimum(middle + wide, top), np.maximum(middle - wide, 0.0)
        self._program.revalue(self._raise, (-high / self._scale).tolist())
        self._program.revalue(self._lower, (low / self._scale).tolist())
        self._found = found = self._program.solve()
        if found is None:
            return None
        duals = np.zeros(len(centre))
        duals[priced] = np.clip(found.rows[list(self._rows.values())] * self._scale, 0.0, top)
        above, below = found.columns[self._raise], found.columns[self._lower]
        leaning = np.where(high < top, above, 0.0) @ wide + np.where(low > 0.0, below, 0.0) @ wide
        return Proposal(duals, found.value * self._scale, float(leaning))

    def count_stays(self) -> bool:
        """Give rows to the limits on stays that the mix last found breaks; False if there are none."""
        first, drawn = self._demand.first_counted, np.zeros(len(self._demand.limit))
        assert self._found is not None
        for column, route in self._columns.items():
            if self._found.columns[column] > 0.0:
                for at, number in route.drawn:
                    drawn[at] += number * self._found.columns[column]
        broken = np.flatnonzero(drawn[first:] > self._demand.limit[first:] + BROKEN) + first
        fresh = {
            at: self._price(at, float(self._demand.limit[at]))
            for at in broken.tolist()
            if at not in self._rows
        }
        self._counted.update(fresh)
        for column, route in self._columns.items() if fresh else ():
            for at, number in route.drawn:
                if at in fresh:
                    self._program.enter(fresh[at], column, float(number))
        return bool(fresh)

    def forget(self, hoped_mdong: float) -> None:
        """Drop the routes that are short by more than can be hoped for, once they are the most."""
        if self._found is None:
            return
        short = self._found.short * self._scale
        kept = {
            route
            for column, route in self._columns.items()
            if column >= len(short) or short[column] <= hoped_mdong
        }
        if 3 * len(kept) < 2 * len(self._routes):
            self._routes = {route: None for route in self._routes if route in kept}
            self._build()

    def _price(self, at: int, limit: float) -> int:
        """A row whose dual is sought, with the two columns that hold it in the box."""
        row = self._rows[at] = self._program.row(-np.inf, limit)
        self._raise.append(self._program.column(0.0, [(row, -1.0)]))
        self._lower.append(self._program.column(0.0, [(row, 1.0)]))
        return row

    def _nights_before(self, team: int, day: int, place: int) -> list[int]:
        """After how many nights away a team may be at a place in the morning, as far as is known."""
        most = int(self._problem.team[team, arrays.MAX_NIGHTS]) if team in self._layered else 0
        return [n for n in range(most + 1) if (team, day, place, n) in self._place]

    def _arrive(self, team: int, day: int, place: int, nights: int) -> None:
        """Let a team be at a place in the morning of a day, after so many nights away."""
        if (team, day, place, nights) in self._place:
            return
        self._place[team, day, place, nights] = self._program.row(0.0, 0.0)
        self._leave(team, day, place, nights)

    def _leave(self, team: int, day: int, place: int, nights: int) -> None:
        """The columns that begin where a team is: to stay there, and every route that is known."""
        row = self._problem.team[team]
        if place == row[arrays.BASE] or day < self._problem.days - 1 or row[arrays.END_ANYWHERE]:
            self._travel(team, day, place, nights, place, None)
        for route in self._by_start.get((team, day, place), ()):
            self._travel(team, day, place, nights, route.bed, route)

    def _travel(
        self, team: int, day: int, origin: int, nights: int, bed: int, route: DayRoute | None
    ) -> None:
        """A column from `origin` in the morning to `bed` at night; none if that is a night too many."""
        problem, layered = self._problem, team in self._layered
        away = bed != problem.team[team, arrays.BASE] and day < problem.days - 1
        after = nights + 1 if away and layered else 0
        if after > problem.team[team, arrays.MAX_NIGHTS]:
            return
        entries: list[Entry] = [(self._place[team, day, origin, nights], 1.0)]
        worth_mdong = 0.0
        if route is not None:
            worth_mdong += route.worth_mdong
            entries += [(self._rows[at], float(number)) for at, number in route.drawn if at in self._rows]
            toll = self._tolls.get((team, day))
            if toll is not None:
                limit = int(problem.team[team, arrays.MAX_WORK])
                entries.append((self._rows[toll], float(route.work_min - limit)))
        if away:
            worth_mdong -= float(problem.night[team])
            if not layered:
                entries += [(row, 1.0) for row in self._absences(team, day)]
        if day < problem.days - 1:
            self._arrive(team, day + 1, bed, after)
            entries.append((self._place[team, day + 1, bed, after], -1.0))
        column = self._program.column(worth_mdong / self._scale, entries)
        if route is not None:
            self._columns[column] = route

    def _absences(self, team: int, day: int) -> list[int]:
        """The rows that allow no more nights in a row than the team's most, and count this night."""
        most = int(self._problem.team[team, arrays.MAX_NIGHTS])
        starts = range(max(0, day - most), min(day, self._problem.days - 2 - most) + 1)
        for start in starts:
            if (team, start) not in self._nights:
                limit = float(most * self._kinds[team].count)
                self._nights[team, start] = self._program.row(-np.inf, limit)
        return [self._nights[team, start] for start in starts]
