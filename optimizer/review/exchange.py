"""Better plans by exchanges that a review finds: cases more, for what is worth less or for free.

A search that ends leaves some cases of which the review then shows how they would pay.  Each such
exchange concerns the routes of one team; the checker has found nothing against it, promises stay kept,
and the objective is strictly higher.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.change import Change
from optimizer.review.check import check_demand, check_sites
from optimizer.review.judge import Judge
from optimizer.review.served import Cell
from optimizer.review.standing import Standing
from optimizer.travel.matrix import TravelMatrix


def paying_exchange(
    scenario: Scenario, travel: TravelMatrix, routes: Iterable[Route], site_id: str, service_id: str
) -> tuple[Route, ...] | None:
    """A better plan that serves more of one service at one site.

    Parameters
    ----------
    routes
        A valid plan.

    Returns
    -------
    All routes with those of one team replaced, or None if no exchange was found that pays.
    """
    routes = tuple(routes)
    change = _paying(Judge(Standing(scenario, travel, routes), lambda: False), (site_id, service_id))
    return None if change is None else _with(scenario, routes, change)


def with_paying_exchanges(
    scenario: Scenario,
    travel: TravelMatrix,
    routes: Iterable[Route],
    *,
    seconds: float | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Route, ...]:
    """A plan in which no exchange pays any more, or one as good as could be found in time.

    Parameters
    ----------
    routes
        A valid plan.
    seconds
        When to stop looking; None for no limit: the answer then depends on the plan alone.
    clock
        Tells seconds.
    """
    started = clock()

    def is_late() -> bool:
        return seconds is not None and clock() - started > seconds

    routes = tuple(routes)
    waiting: tuple[Cell, ...] = ()
    while not is_late():
        routes, still = _once_through(scenario, travel, routes, waiting, is_late)
        if not still and not waiting:
            break
        waiting = still
    return routes


def _once_through(
    scenario: Scenario,
    travel: TravelMatrix,
    routes: tuple[Route, ...],
    cells: Sequence[Cell],
    is_late: Callable[[], bool],
) -> tuple[tuple[Route, ...], tuple[Cell, ...]]:
    """The plan with every exchange that pays and goes with those before, and the cells to look at again.

    Exchanges go together if they concern different teams and different cells.  How unevenly teams work
    is not the sum of what each exchange changes: where it is charged there is one at a time.

    Parameters
    ----------
    cells
        The cells to look at; all if empty.
    """
    standing = Standing(scenario, travel, routes)
    judge = Judge(standing, lambda: False)
    touched: set[str] = set()
    gained: set[Cell] = set()
    again: list[Cell] = []
    better = routes
    for cell in cells or tuple(standing.left):
        if is_late() or (touched and scenario.objective.unevenness_dong):
            again.append(cell)
            continue
        change = _paying(judge, cell)
        if change is None:
            continue
        again.append(cell)
        together = _with(scenario, better, change)
        if change.team.id in touched or not gained.isdisjoint(change.gained):
            continue
        if touched and (check_demand(scenario, together) or check_sites(scenario, together)):
            continue
        better = together
        touched.add(change.team.id)
        gained.update(change.gained)
    return better, tuple(again)


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
