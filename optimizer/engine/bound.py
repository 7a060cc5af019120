"""How much the best possible plan can be worth at most: a bound that stands wherever it is stopped.

For any prices of what is limited, no plan is worth more than all that there is at its price
plus, for every team, the best week at what the prices leave of the values (Lagrangian
relaxation).  Prices have: the cases of every cell, where a first step is paid for the follow-up
that it makes; the turnout of those who gather or are driven elsewhere; stays at a site by how much
of its work they do; and the minutes of a day with a work limit.  `pricing` finds the best weeks,
or better ones than a team can really have; `master` proposes prices.  Everything that counts is
added in integers: no rounding error has to be allowed for.

References
----------
Lübbecke, M. E., Desrosiers, J. (2005). Selected topics in column generation. *Operations
Research* 53(6), 1007-1023.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from optimizer import kernel_cache
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True, slots=True)
class Bound:
    """No plan is worth more than `value_mdong`, in thousandths of a đồng; `method` says by what proof."""

    value_mdong: int
    method: str
    seconds: float


def bound(
    scenario: Scenario,
    travel: TravelMatrix,
    *,
    seconds: float,
    workers: int = 1,
    plan_objective_mdong: int | None = None,
    routes: Sequence[Route] = (),
    progress: Callable[[Bound], None] | None = None,
    stop: threading.Event | None = None,
) -> Bound:
    """The lowest bound that is proven within the time; the first run compiles its kernels beforehand.

    Parameters
    ----------
    plan_objective_mdong
        Worth of a known plan: the work ends when the bound has come down to it.
    routes
        Those of a known plan: the bound falls sooner with them.
    progress
        Told of every lower bound.
    """
    kernel_cache.prepare()
    from optimizer.engine.compile import compile_instance
    from optimizer.engine.descent import descend
    from optimizer.engine.instant import instant_bound
    from optimizer.engine.known import known_routes
    from optimizer.engine.lagrangian import Lagrangian

    instance = compile_instance(scenario, travel)
    if instance is None:
        return Bound(0, "total", 0.0)
    begun = time.perf_counter()

    def spent() -> float:
        return time.perf_counter() - begun

    def halted() -> bool:
        return spent() >= seconds or (stop is not None and stop.is_set())

    best = Bound(*instant_bound(instance.problem), 0.0)
    tell = progress or (lambda _: None)
    tell(best)
    lagrangian = Lagrangian(instance, workers, halted)
    lagrangian.warm_up()
    begun = time.perf_counter()
    try:
        for value_mdong in descend(lagrangian, known_routes(instance, lagrangian.pricer, routes)):
            if value_mdong < best.value_mdong:
                best = Bound(value_mdong, "weeks", spent())
                tell(best)
            if plan_objective_mdong is not None and best.value_mdong <= plan_objective_mdong:
                break
    finally:
        lagrangian.close()
    return Bound(best.value_mdong, best.method, spent())
