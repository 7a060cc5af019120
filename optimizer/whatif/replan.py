"""The plan of a variant: the search goes on from the base's plan, which stands if nothing better is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from threading import Event

from optimizer.alternation import Crewed, search_with_crews
from optimizer.domain.forming import formed
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, Progress
from optimizer.review.check import check_routes
from optimizer.review.exchange import Exchanging
from optimizer.review.figures import objective_mdong
from optimizer.review.work import length_min
from optimizer.travel.matrix import TravelMatrix


def replanned(
    scenario: Scenario,
    travel: TravelMatrix,
    base: Crewed,
    options: Options,
    *,
    progress: Callable[[Progress | Exchanging], None] | None = None,
    stop: Event | None = None,
) -> Crewed:
    """Crews and routes of a variant; never worth less than the base's, where those can still be.

    Parameters
    ----------
    scenario
        The variant's.
    base
        What was found for the scenario that it is a variant of.
    """
    standing = as_it_stands(scenario, travel, base)
    found = search_with_crews(scenario, travel, options, start=standing, progress=progress, stop=stop)
    return found if standing is None else better_of(standing, found)


def as_it_stands(scenario: Scenario, travel: TravelMatrix, other: Crewed) -> Crewed | None:
    """What was found for another variant, in this one's scenario; None if it breaks a rule there.

    Crews must keep the rules of this variant already.
    """
    made, solution = other.formed, other.found.solution
    changed = scenario if made is None else formed(scenario, made.crews)
    if any(route.team not in changed.teams for route in solution.routes):
        return None
    routes = shortened(changed, solution.routes)
    if check_routes(changed, travel, routes):
        return None
    solution = replace(solution, routes=routes, objective_mdong=objective_mdong(changed, travel, routes))
    return Crewed(changed, replace(other.found, solution=solution), made)


def shortened(scenario: Scenario, routes: Iterable[Route]) -> tuple[Route, ...]:
    """Routes whose visits end when their work is done: with more stations, that is sooner."""
    made = []
    for route in routes:
        team, visits = scenario.teams[route.team], []
        for visit in route.visits:
            minutes = length_min(scenario, team, visit)
            finish = visit.finish if minutes is None else visit.start + minutes
            visits.append(visit.model_copy(update={"finish": finish}))
        made.append(route.model_copy(update={"visits": tuple(visits)}))
    return tuple(made)


def better_of(one: Crewed, other: Crewed) -> Crewed:
    """Which keeps more promises, then which is worth more; the first of equals."""
    return max((one, other), key=lambda crewed: crewed.found.rank)
