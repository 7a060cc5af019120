"""Weeks of real plans, counted the way the pricing counts them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.compile import Instance, compile_instance
from optimizer.engine.kernels import arrays
from optimizer.engine.pricing import Pricer, Prices
from optimizer.engine.solve import Options, solve
from optimizer.review.figures import objective_mdong
from optimizer.review.served import served
from optimizer.travel.matrix import TravelMatrix


def short_search(scenario: Scenario, travel: TravelMatrix, *, seed: int = 1) -> tuple[Route, ...]:
    """Routes of a search of a few hundred rounds."""
    return solve(scenario, travel, Options(seed=seed, seconds=None, iterations=300)).routes


def compiled(scenario: Scenario, travel: TravelMatrix) -> Instance:
    """The arrays of a scenario in which something can be served."""
    instance = compile_instance(scenario, travel)
    assert instance is not None
    return instance


def full_prices(pricer: Pricer) -> Prices:
    """Every case at its value: duals of 0."""
    return pricer.prices((np.maximum(pricer.demand.value, 0) // pricer.unit_mdong).astype(np.int32))


def random_prices(pricer: Pricer, random: np.random.Generator) -> Prices:
    """Prices of which some are 0, some full, and tolls on some days."""
    problem, value = pricer.problem, np.maximum(pricer.demand.value, 0)
    share = np.clip(random.uniform(-0.5, 1.5, len(value)), 0.0, 1.0)
    dearest = problem.density.max() * problem.team[:, arrays.STATIONS] / pricer.unit_mdong
    toll = np.clip(random.uniform(-1.0, 1.0, (problem.teams, problem.days)), 0.0, 1.0) * dearest[:, None]
    limited = problem.team[:, arrays.MAX_WORK] < arrays.NO_LIMIT_MIN
    return pricer.prices(
        np.floor(share * (value // pricer.unit_mdong)).astype(np.int32),
        toll=np.where(limited[:, None], toll, 0.0).astype(np.int32),
    )


def week_mdong(
    scenario: Scenario,
    travel: TravelMatrix,
    instance: Instance,
    pricer: Pricer,
    *,
    routes: Sequence[Route],
    prices: Prices,
) -> int:
    """What one team's routes gain at prices: at full prices and no toll, their part of the objective."""
    total = objective_mdong(scenario, travel, routes)
    prices_of = _case_prices(instance, pricer, prices.case)
    for route in routes:
        team = scenario.teams[route.team]
        toll = int(prices.toll[instance.teams.index(route.team), scenario.horizon.day_number(route.date)])
        worked = route.travel_minutes + sum(visit.finish - visit.start for visit in route.visits)
        total += toll * pricer.unit_mdong * ((team.max_work_minutes or 0) - worked)
        for one in served((route,)):
            value, price = prices_of[one.host, one.home, one.service]
            total += one.cases * (price * pricer.unit_mdong - value)
    return total


def _case_prices(
    instance: Instance, pricer: Pricer, case: NDArray[np.int32]
) -> dict[tuple[str, str, str], tuple[int, int]]:
    """What a case is worth, in mđ, and its price, by host, home and service."""
    hosts = [instance.hosts[place - instance.problem.first_site] for place in pricer.place]
    slots = [slot for host in hosts for slot in host.slots]
    return {
        (slot.host.id, *slot.cell.key): (slot.mdong, int(price))
        for slot, price in zip(slots, case, strict=True)
    }
