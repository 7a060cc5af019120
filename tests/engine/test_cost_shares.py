"""What a plan's cases cost it, from which the bound's first prices are taken."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario
from optimizer.engine.known import cost_shares, known_routes
from optimizer.engine.pricing import Pricer
from optimizer.travel.build import build_matrix
from tests.build import day, scenario, site
from tests.engine.priced import compiled


def shares(made: Scenario, *visits: Visit) -> tuple[list[float], float]:
    """Costs in đồng by cell, and the share of the work done, of a plan of one route."""
    instance = compiled(made, build_matrix(made))
    pricer = Pricer(instance)
    route = Route(
        team="to-1",
        date=day(0),
        start="home",
        depart=420,
        end="home",
        arrive=800,
        visits=visits,
        km=0.0,
        travel_minutes=0,
    )
    days = known_routes(instance, pricer, [route] if visits else [])
    cost_mdong, done = cost_shares(instance.problem, pricer.demand, days)
    return (cost_mdong / 1000).tolist(), done


def visit(name: str, cases: int) -> Visit:
    return Visit(site=name, arrive=450, start=450, finish=500, cases={"cccd": cases})


def test_a_routes_cost_is_shared_by_its_cases():
    # both sites lie at one place: 20 km x 1,000 + 20 min x 2 x 500 = 40,000 đ for 10 cases
    made = scenario(site("a"), site("b"))
    cost_dong, done = shares(made, visit("a", 6), visit("b", 4))
    assert cost_dong == [pytest.approx(4000), pytest.approx(4000)]
    assert done == pytest.approx(0.5)


def test_what_is_not_served_costs_as_much_as_the_dearest_that_is():
    cost_dong, done = shares(scenario(site("a"), site("b")), visit("a", 2))
    assert cost_dong == [pytest.approx(20_000), pytest.approx(20_000)]
    assert done == pytest.approx(0.1)


def test_without_a_plan_nothing_costs_anything():
    assert shares(scenario(site("a"))) == ([0.0], 0.0)
