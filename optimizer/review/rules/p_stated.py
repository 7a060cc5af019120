"""P1 to P3: what a plan states of itself is so: its figures, and the cases that it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import isclose

from optimizer.domain.plan import Figures, Plan, Reason, Route
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, breach
from optimizer.review.demand import Demand
from optimizer.review.figures import figures
from optimizer.review.legs import route_legs, stops
from optimizer.review.served import Cell, served
from optimizer.travel.matrix import TravelMatrix


def figures_recomputed(scenario: Scenario, travel: TravelMatrix, plan: Plan) -> Iterator[Breach]:
    """P1: every figure and term equals the recomputed one, and no plan beats its bound.

    Figures are not compared while a route cannot be measured: a rule breach names that route.
    """
    if not all(_measurable(scenario, travel, route) for route in plan.routes):
        return
    stated = _by_name(plan.figures)
    for name, real in _by_name(figures(scenario, travel, plan.routes)).items():
        if stated[name] != real:
            yield breach(scenario, "P1.figure", name=name, stated=stated[name], real=real)
    yield from _bound_holds(scenario, plan.figures)


def unserved_adds_up(scenario: Scenario, plan: Plan) -> Iterator[Breach]:
    """P2: for every site and service, the cases served and those listed as unserved are all there are.

    Follow-ups that the plan makes are among them if they are due within the horizon.
    """
    demand = Demand(scenario, plan.routes)
    listed: dict[Cell, int] = {}
    for left in plan.unserved:
        listed[left.site, left.service] = listed.get((left.site, left.service), 0) + left.cases
    for cell in dict.fromkeys((*product(scenario.sites, scenario.services), *listed)):
        site_id, service_id = cell
        remaining = max(0, demand.left(cell))
        if listed.get(cell, 0) != remaining:
            yield breach(
                scenario,
                "P2.unserved",
                site=site_id,
                service=_service_name(scenario, service_id),
                listed=listed.get(cell, 0),
                remaining=remaining,
            )


def reason_fits_the_service(scenario: Scenario, plan: Plan) -> Iterator[Breach]:
    """P3: cases are called not plannable exactly where their service is."""
    for left in plan.unserved:
        service = scenario.services.get(left.service)
        if service is not None and service.plannable == (left.reason is Reason.NOT_PLANNABLE):
            key = "P3.plannable" if service.plannable else "P3.not_plannable"
            yield breach(scenario, key, site=left.site, service=service.name, reason=left.reason.value)


def _bound_holds(scenario: Scenario, stated: Figures) -> Iterator[Breach]:
    if stated.bound is None:
        if stated.gap is not None:
            yield breach(scenario, "P1.gap_alone", gap=stated.gap)
        return
    if not stated.bound >= stated.objective:
        yield breach(scenario, "P1.bound", bound=stated.bound, objective=stated.objective)
    gap = (stated.bound - stated.objective) / abs(stated.bound) if stated.bound else None
    if gap is not None and (stated.gap is None or not isclose(stated.gap, gap, abs_tol=1e-9)):
        yield breach(scenario, "P1.figure", name="gap", stated=stated.gap, real=gap)


def _by_name(stated: Figures) -> Mapping[str, object]:
    own = stated.model_dump(exclude={"terms", "bound", "gap"})
    return own | {f"terms.{name}": dong for name, dong in stated.terms.model_dump().items()}


def _measurable(scenario: Scenario, travel: TravelMatrix, route: Route) -> bool:
    team = scenario.teams.get(route.team)
    return (
        team is not None
        and route.date in scenario.horizon
        and all(place in scenario.places for place in stops(route))
        and all(visit.site in scenario.sites for visit in route.visits)
        and all(one.home in scenario.sites and one.service in scenario.services for one in served((route,)))
        and None not in route_legs(travel, team, route)
    )


def _service_name(scenario: Scenario, service_id: str) -> str:
    known = scenario.services.get(service_id)
    return known.name if known else service_id
