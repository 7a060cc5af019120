"""From a scenario to a plan that has been judged: the search, then the review of what it found.

The engine and the review do not know each other; this is where one hands to the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

from optimizer.domain.plan import MadeBy, Plan, ScenarioStamp
from optimizer.domain.scenario import Scenario
from optimizer.engine.bound import Bound
from optimizer.engine.solve import Options, Progress, Solution, solve
from optimizer.intake import fingerprint
from optimizer.review.breach import Breach
from optimizer.review.check import check_routes
from optimizer.review.figures import figures
from optimizer.review.unserved import unserved
from optimizer.travel.matrix import TravelMatrix
from optimizer.version import VERSION


class BrokenRulesError(RuntimeError):
    """The search found routes that break a rule: a defect of this program, never of the scenario."""

    def __init__(self, breaches: Sequence[Breach]) -> None:
        self.breaches = tuple(breaches)
        super().__init__("; ".join(breach.text("en") for breach in self.breaches))


def make_plan(
    scenario: Scenario,
    travel: TravelMatrix,
    options: Options,
    *,
    progress: Callable[[Progress], None] | None = None,
    stop: Event | None = None,
) -> Plan:
    """Search for the best routes and make a checked plan of them.

    Parameters
    ----------
    progress
        Told now and then how the search fares.
    stop
        Ends the search when set; the best routes so far make the plan.

    Raises
    ------
    BrokenRulesError
        If the routes found break a rule.
    """
    return reviewed_plan(
        scenario, travel, solve(scenario, travel, options, progress=progress, stop=stop), options
    )


def reviewed_plan(scenario: Scenario, travel: TravelMatrix, solution: Solution, options: Options) -> Plan:
    """Check what a search found, count it, and give the reason for every case left.

    A plan limited by iterations alone states 0 seconds: the same seed and iterations then give
    the same plan to the byte, however long the machine took.

    Raises
    ------
    BrokenRulesError
        If the routes break a rule.
    """
    breaches = check_routes(scenario, travel, solution.routes)
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
        figures=figures(scenario, travel, solution.routes),
    )


def with_bound(plan: Plan, proven: Bound) -> Plan:
    """The plan with what is proven about it: the bound, or the lower one that it already states.

    A plan that breaks rules may be worth more than any that does not; nothing is stated about it then.
    """
    bound = proven.value_mdong / 1000
    if plan.figures.bound is not None:
        bound = min(bound, plan.figures.bound)
    if bound < plan.figures.objective:
        return plan
    gap = (bound - plan.figures.objective) / abs(bound) if bound else 0.0
    return plan.model_copy(update={"figures": plan.figures.model_copy(update={"bound": bound, "gap": gap})})
