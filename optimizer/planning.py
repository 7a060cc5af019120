"""From a scenario to a plan that has been judged: the search, then the review of what it found.

The engine and the review do not know each other; this is where one hands to the other.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Event

from optimizer.domain.plan import MadeBy, Plan, Route, ScenarioStamp
from optimizer.domain.scenario import Scenario
from optimizer.engine.bound import Bound
from optimizer.engine.solve import Options, Progress, Solution, solve
from optimizer.intake import fingerprint
from optimizer.review.breach import Breach
from optimizer.review.check import check_promises, check_routes
from optimizer.review.exchange import Exchanging, with_paying_exchanges
from optimizer.review.figures import figures, objective_mdong
from optimizer.review.promises import is_kept, released_routes
from optimizer.review.settle import Promises, settle
from optimizer.review.unkept import why_unkept
from optimizer.review.unserved import unserved
from optimizer.travel.matrix import TravelMatrix
from optimizer.version import VERSION

EXCHANGE_SHARE = 0.2
"""Most of the time given that goes to exchanges that the review finds; the search has the rest."""


class BrokenRulesError(RuntimeError):
    """The search found routes that break a rule: a defect of this program, never of the scenario."""

    def __init__(self, breaches: Sequence[Breach]) -> None:
        self.breaches = tuple(breaches)
        super().__init__("; ".join(breach.text("en") for breach in self.breaches))


class FalseBoundError(RuntimeError):
    """A plan that breaks no rule is worth more than what was proven of all: a defect of this program."""

    def __init__(self, objective_dong: float, proven: Bound) -> None:
        super().__init__(
            f"a plan that breaks no rule is worth {objective_dong:.3f} đ,"
            f" more than the bound of {proven.value_mdong / 1000:.3f} đ by the method '{proven.method}'"
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, and what it had to keep."""

    solution: Solution
    promises: Promises

    @property
    def rank(self) -> tuple[int, int]:
        """Higher where more promises are kept; of equals, where it is worth more."""
        return -len(self.solution.unkept), self.solution.objective_mdong


def make_plan(
    scenario: Scenario,
    travel: TravelMatrix,
    options: Options,
    *,
    start: Sequence[Route] = (),
    progress: Callable[[Progress | Exchanging], None] | None = None,
    stop: Event | None = None,
) -> Plan:
    """Search for the best routes and make a checked plan of them.

    Parameters
    ----------
    start
        Routes of a plan to go on from; the plan is never worse than these, if they break no rule.
    progress
        Told now and then how the search fares, and then the exchanges.
    stop
        Ends the search or the exchanges when set; the best routes so far make the plan.

    Raises
    ------
    BrokenRulesError
        If the routes found break a rule.
    """
    found = search(scenario, travel, options, start=start, progress=progress, stop=stop)
    return reviewed_plan(scenario, travel, found, options)


def search(
    scenario: Scenario,
    travel: TravelMatrix,
    options: Options,
    *,
    start: Sequence[Route] = (),
    progress: Callable[[Progress | Exchanging], None] | None = None,
    stop: Event | None = None,
) -> Found:
    """Search for the best routes that keep what is promised, going on from those that are known.

    What is known is `start` or else the earlier plan.  It stands if the engine finds nothing better.
    Of the seconds given, the engine has four fifths; what it leaves then goes to exchanges.  Where
    rounds are the only limit there is no time to go by, and no exchanges are made.
    """
    stop = stop or Event()
    promises = settle(scenario, travel)
    known = tuple(start) or (scenario.earlier.routes if scenario.earlier else ())
    solution = solve(
        scenario,
        travel,
        _of_the_engine(options),
        pins=promises.pins,
        frozen=promises.frozen,
        start=known,
        progress=progress,
        stop=stop,
    )
    solution = _no_worse(scenario, travel, promises, solution, known)
    if options.seconds is not None:
        left = max(0.0, options.seconds - solution.seconds)
        seconds = min(EXCHANGE_SHARE * options.seconds, left)
        solution = _exchanged(scenario, travel, solution, seconds=seconds, progress=progress, stop=stop)
    return Found(solution, promises)


def _of_the_engine(options: Options) -> Options:
    """The options with the engine's part of the time."""
    if options.seconds is None:
        return options
    return replace(options, seconds=(1 - EXCHANGE_SHARE) * options.seconds)


def _exchanged(
    scenario: Scenario,
    travel: TravelMatrix,
    solution: Solution,
    *,
    seconds: float,
    progress: Callable[[Exchanging], None] | None,
    stop: Event,
) -> Solution:
    """The solution with every exchange that the review knows to pay, as far as there is time."""
    begun = time.perf_counter()
    routes = with_paying_exchanges(
        scenario,
        travel,
        solution.routes,
        seconds=seconds,
        is_stopped=stop.is_set,
        tell=progress or (lambda _: None),
    )
    return replace(
        solution,
        routes=routes,
        objective_mdong=objective_mdong(scenario, travel, routes),
        seconds=solution.seconds + time.perf_counter() - begun,
    )


def _no_worse(
    scenario: Scenario, travel: TravelMatrix, promises: Promises, solution: Solution, known: Sequence[Route]
) -> Solution:
    """The solution, or what was known before, if that breaks no rule, keeps as much and is worth more."""
    if not known or check_routes(scenario, travel, known):
        return solution
    unkept = tuple(pin for pin in promises.pins if not is_kept(pin, known))
    if len(unkept) > len(solution.unkept) or any(one not in known for one in promises.frozen):
        return solution
    worth_mdong = objective_mdong(scenario, travel, known)
    teams = list(scenario.teams)
    if worth_mdong <= solution.objective_mdong and len(unkept) == len(solution.unkept):
        return solution
    return replace(
        solution,
        routes=tuple(sorted(known, key=lambda one: (teams.index(one.team), one.date))),
        objective_mdong=worth_mdong,
        unkept=unkept,
    )


def reviewed_plan(scenario: Scenario, travel: TravelMatrix, found: Found, options: Options) -> Plan:
    """Check what a search found, count it, and give the reason for every case left and promise broken.

    A plan limited by iterations alone states 0 seconds: the same seed and iterations then give
    the same plan to the byte, however long the machine took.

    Raises
    ------
    BrokenRulesError
        If the routes break a rule.
    """
    solution, promises = found.solution, found.promises
    # A route that was released because of another may have found its way back as it was.
    released = {(route.team, route.date) for route in released_routes(scenario, solution.routes)}
    conflicts = (
        *(one for one in promises.conflicts if (one.team, one.date) in released),
        *(why_unkept(scenario, travel, pin, promises.pins) for pin in solution.unkept),
    )
    breaches = (
        *check_routes(scenario, travel, solution.routes),
        *check_promises(scenario, solution.routes, conflicts),
    )
    if breaches:
        raise BrokenRulesError(breaches)
    return Plan(
        scenario=ScenarioStamp(name=scenario.name, sha256=fingerprint(scenario)),
        made_by=MadeBy(
            version=VERSION,
            seed=options.seed,
            seconds=0.0 if options.seconds is None else round(solution.seconds, 1),
            iterations=solution.iterations,
        ),
        routes=solution.routes,
        unserved=unserved(scenario, travel, solution.routes),
        conflicts=conflicts,
        figures=figures(scenario, travel, solution.routes),
    )


def with_bound(plan: Plan, proven: Bound, breaches: Sequence[Breach] = ()) -> Plan:
    """The plan with what is proven about it: the bound, or the lower one that it already states.

    A plan that breaks rules may be worth more than any that does not; nothing more is stated about it then.

    Parameters
    ----------
    breaches
        The rules that the plan breaks, as the checker tells them.

    Raises
    ------
    FalseBoundError
        If a plan that breaks no rule is worth more than the bound.
    """
    bound, objective = proven.value_mdong / 1000, plan.figures.objective
    if bound < objective:
        if breaches:
            return plan
        raise FalseBoundError(objective, proven)
    if plan.figures.bound is not None and plan.figures.bound >= objective:
        bound = min(bound, plan.figures.bound)
    gap = (bound - objective) / abs(bound) if bound else 0.0
    return plan.model_copy(update={"figures": plan.figures.model_copy(update={"bound": bound, "gap": gap})})
