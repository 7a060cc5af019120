"""Better plans by exchanges that a review finds: cases more, for what is worth less or for free.

A search that ends leaves some cases of which the review then shows how they would pay.  Each such
exchange concerns the routes of one team; the checker has found nothing against it, promises stay kept,
and the objective is strictly higher.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.change import Change
from optimizer.review.check import check_demand, check_sites
from optimizer.review.judge import Judge
from optimizer.review.served import Cell
from optimizer.review.standing import Standing
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True, slots=True)
class Exchanging:
    """Where the search for exchanges stands: how many were made, and the seconds left; None for no limit."""

    made: int
    seconds_left: float | None


def with_paying_exchanges(
    scenario: Scenario,
    travel: TravelMatrix,
    routes: Iterable[Route],
    *,
    seconds: float | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
    tell: Callable[[Exchanging], None] = lambda _: None,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Route, ...]:
    """A plan in which no exchange pays any more, or one as good as could be found in time.

    An interrupt from the keyboard ends the exchanges, not the program: those made before it stand.

    Parameters
    ----------
    routes
        A valid plan.
    seconds
        When to stop looking; None for no limit: the answer then depends on the plan alone.
    is_stopped
        Asked again and again, while an exchange is looked for too; looking ends once it is true.
    tell
        Told before every cell that is looked at.
    clock
        Tells seconds.
    """
    until = None if seconds is None else clock() + seconds

    def hurry() -> None:
        if is_stopped() or (until is not None and clock() >= until):
            raise _TimeIsUpError

    def report() -> None:
        tell(Exchanging(exchanges.made, None if until is None else max(0.0, until - clock())))

    exchanges = _Exchanges(scenario, travel, tuple(routes), hurry, report)
    # What was made until then is a valid plan, and no worse than the one given.
    with suppress(_TimeIsUpError, KeyboardInterrupt):
        exchanges.make_all()
    return exchanges.routes


class _TimeIsUpError(Exception):
    """No more time to look for exchanges."""


@dataclass
class _Exchanges:
    """A plan that becomes better exchange by exchange, valid after each of them.

    Parameters
    ----------
    hurry
        Called again and again; what it raises ends the work wherever that is.
    report
        Called before every cell that is looked at.
    """

    scenario: Scenario
    travel: TravelMatrix
    routes: tuple[Route, ...]
    hurry: Callable[[], None]
    report: Callable[[], None]
    made: int = 0

    def make_all(self) -> None:
        """Make every exchange that pays, until none does any more."""
        waiting: tuple[Cell, ...] = ()
        while True:
            still = self._once_through(waiting)
            if not still and not waiting:
                return
            waiting = still

    def _once_through(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """Make every exchange that pays and goes with those before; returns the cells to look at again.

        Exchanges go together if they concern different teams and different cells.  How unevenly teams
        work is not the sum of what each exchange changes: where it is charged there is one at a time.

        Parameters
        ----------
        cells
            The cells to look at; all if empty.
        """
        self.hurry()
        scenario = self.scenario
        judge = Judge(Standing(scenario, self.travel, self.routes), lambda: False, self.hurry)
        touched: set[str] = set()
        gained: set[Cell] = set()
        again: list[Cell] = []
        for cell in cells or tuple(judge.standing.left):
            if touched and scenario.objective.unevenness_dong:
                again.append(cell)
                continue
            self.hurry()
            self.report()
            change = _paying(judge, cell)
            if change is None:
                continue
            again.append(cell)
            together = _with(scenario, self.routes, change)
            if change.team.id in touched or not gained.isdisjoint(change.gained):
                continue
            if touched and (check_demand(scenario, together) or check_sites(scenario, together)):
                continue
            self.routes = together
            self.made += 1
            touched.add(change.team.id)
            gained.update(change.gained)
        return tuple(again)


def _paying(judge: Judge, cell: Cell) -> Change | None:
    """A change that serves more of a cell and pays; None if none was found."""
    if cell not in judge.standing.left:
        return None
    scenario = judge.standing.scenario
    service = scenario.services[cell[1]]
    change = judge.change(scenario.sites[cell[0]], service) if service.plannable else None
    return change if change is not None and change.delta_mdong > 0 else None


def _with(scenario: Scenario, routes: Iterable[Route], change: Change) -> tuple[Route, ...]:
    """All routes with those of one team replaced, team by team and by date."""
    order = {team: number for number, team in enumerate(scenario.teams)}
    others = (route for route in routes if route.team != change.team.id)
    return tuple(sorted((*others, *change.routes), key=lambda route: (order[route.team], route.date)))
