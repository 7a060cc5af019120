"""A short search whose plan is checked and counted by the review, and days told in one line each."""

from __future__ import annotations

from typing import Any

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, Solution, solve
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.review.promises import is_kept
from optimizer.travel.build import build_matrix
from tests.build import START


def searched(made: Scenario, *, iterations: int = 500, seed: int = 1, **more: Any) -> Solution:
    """What a search finds; its routes break no rule, and it says of them what is so.

    Parameters
    ----------
    more
        Further arguments of `solve`; the scenario's pins are to be kept.
    """
    travel = build_matrix(made)
    options = Options(seconds=None, iterations=iterations, seed=seed)
    pins = more.pop("pins", made.pins)
    solution = solve(made, travel, options, pins=pins, **more)
    assert check_routes(made, travel, solution.routes) == ()
    assert solution.objective_mdong == objective_mdong(made, travel, solution.routes)
    assert solution.unkept == tuple(pin for pin in pins if not is_kept(pin, solution.routes))
    return solution


def told(route: Route) -> str:
    """A day in one line: team, number of the date, and visits with their cases and guests."""
    visits = []
    for visit in route.visits:
        cases = [f"{number} {service}" for service, number in visit.cases.items()]
        cases += [
            f"{number} {service} of {home}"
            for home, by_service in visit.guests.items()
            for service, number in by_service.items()
        ]
        visits.append(f"{visit.site} {format_clock(visit.start)} {', '.join(cases)}")
    end = "" if route.end == route.start else f" → {route.end}"
    return f"{route.team} on {(route.date - START).days}: {'; '.join(visits)}{end}"
