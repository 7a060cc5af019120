"""Scenario → routes: the wiring of the engine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from optimizer import kernel_cache
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Pin, Scenario
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How long and with what luck to search.

    Parameters
    ----------
    seed
        Any integer from 0; another seed, another search.
    seconds
        Time limit of the search, more than 0; None for none.
    iterations
        Rounds of ruin and recreate per worker; None for no limit.  With it, and without a
        time limit that strikes first, the same seed gives the same plan.
    workers
        Walks that run side by side, at least 1; the best counts.
    """

    seed: int = 1
    seconds: float | None = 60.0
    iterations: int | None = None
    workers: int = 1

    def __post_init__(self) -> None:
        if self.seed < 0 or self.workers < 1 or (self.seconds is None and self.iterations is None):
            message = "seed >= 0, workers >= 1 and a limit are needed"
            raise ValueError(message)
        if (self.seconds is not None and not self.seconds > 0) or (self.iterations or 0) < 0:
            message = "seconds > 0 and iterations >= 0 are needed"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a search stands: the best plan so far, and whether kernels are being compiled."""

    iteration: int
    objective_dong: float
    cases: int
    of: int
    km: float
    nights: int
    elapsed_seconds: float
    compiling: bool


@dataclass(frozen=True, slots=True)
class Solution:
    """Routes by team and date, what they are worth, and what it took to find them.

    `unkept` are the promises that no plan was found to keep.
    """

    routes: tuple[Route, ...]
    objective_mdong: int
    iterations: int
    seconds: float
    unkept: tuple[Pin, ...] = ()


def solve(
    scenario: Scenario,
    travel: TravelMatrix,
    options: Options,
    *,
    pins: Sequence[Pin] = (),
    frozen: Sequence[Route] = (),
    start: Sequence[Route] = (),
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Solution:
    """The best plan found within the limits; it serves nothing if nothing can be served.

    Setting `stop`, or an interrupt from the keyboard, ends the search with its best so far.

    Parameters
    ----------
    pins
        Promises to keep, whatever they cost.
    frozen
        Routes of the earlier plan that stand; other team-days until its last frozen date without
        a route stand too, but for those of routes that are released.
    start
        Routes to go on from: the engine takes over what it can of them.
    """
    kernel_cache.prepare()
    of = scenario.outstanding_cases
    tell = progress or (lambda _: None)
    if not kernel_cache.compiled():
        tell(Progress(0, 0.0, 0, of, 0.0, 0, 0.0, compiling=True))
    from optimizer.engine.compile import compile_instance
    from optimizer.engine.earlier import frozen_days, worth_of_no_visits
    from optimizer.engine.extract import routes, unkept
    from optimizer.engine.search import Limit, run_walks
    from optimizer.engine.walk import Standing, Walk

    instance = compile_instance(scenario, travel, pins=pins, frozen=frozen_days(scenario, tuple(frozen)))
    if instance is None:
        return Solution((), worth_of_no_visits(scenario), 0, 0.0, tuple(pins))
    going_on_from = tuple({(route.team, route.date): route for route in (*start, *frozen)}.values())
    Walk(instance, 0, going_on_from).warm_up()
    begun = time.perf_counter()

    def report(rounds: int, standing: Standing, elapsed: float) -> None:
        objective, km = standing.objective_mdong / 1000, standing.metres / 1000
        tell(Progress(rounds, objective, standing.cases, of, km, standing.nights, elapsed, compiling=False))

    best, rounds = run_walks(
        instance,
        Limit(options.iterations, options.seconds),
        seed=options.seed,
        workers=options.workers,
        start=going_on_from,
        report=report,
        stop=stop or threading.Event(),
    )
    best.close()
    seconds = time.perf_counter() - begun
    report(rounds, best.standing(), seconds)
    found = routes(instance, best.state, frozen)
    return Solution(found, best.objective_mdong, rounds, seconds, unkept(pins, found))
