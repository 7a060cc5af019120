"""Day routes as the bound knows them, from pricing or from a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.offers import Demand, Stay


@dataclass(frozen=True, slots=True)
class DayRoute:
    """One day of a team: from bed to bed (places), what it draws on, and what that is worth.

    Parameters
    ----------
    sites
        The sites where it stays, by place.
    drawn
        What it draws on each limit of the demand.
    worth_mdong
        The value of the cases less the cost of the legs; the night is not counted.
    """

    team: int
    day: int
    origin: int
    bed: int
    sites: tuple[int, ...]
    drawn: tuple[tuple[int, int], ...]
    worth_mdong: int
    work_min: int


def day_route(
    problem: Problem,
    demand: Demand,
    place: NDArray[np.int64],
    team: int,
    day: int,
    beds: tuple[int, int],
    stays: Sequence[Stay],
    service_min: int,
) -> DayRoute:
    """The route of a team from bed to bed through its stays.

    Parameters
    ----------
    place
        int64 (rows,): the place of each row of the demand.
    service_min
        Minutes of set-up and service.
    """
    layer, tariff = problem.day[team * problem.days + day, [arrays.LAYER, arrays.TARIFF]]
    sites = tuple(int(place[row]) for row, _ in stays)
    chain = [beds[0], *sites, beds[1]]
    legs = chain[:-1], chain[1:]
    return DayRoute(
        team,
        day,
        *beds,
        sites,
        demand.drawn(stays),
        demand.worth_mdong(stays) - int(problem.cost[tariff][legs].sum()),
        service_min + int(problem.minutes[layer][legs].sum()),
    )
