"""The price of a team's week is never below what a real week gains, and equals it in plain cases."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.scenario import LegTable, Scenario, Service
from optimizer.engine import ground
from optimizer.engine.kernels import arrays
from optimizer.engine.lagrangian import Lagrangian
from optimizer.engine.pricing import Pricer
from optimizer.travel.build import build_matrix
from tests.build import day, hours, scenario, site, team
from tests.engine.campaigns import mountains, valley
from tests.engine.priced import compiled, full_prices, random_prices, short_search, week_mdong
from tests.random_scenarios import scenarios

SLOW = settings(max_examples=40)


def priced_week(made: Scenario, *, exact_nights: bool = True) -> float:
    """Price in đồng of the first team's week at full value."""
    pricer = Pricer(compiled(made, build_matrix(made)))
    week = pricer.week(0, full_prices(pricer), exact_nights=exact_nights)
    return week.units * pricer.unit_mdong / 1000


@SLOW
@given(scenarios() | scenarios(people=True), st.integers(0, 2**32))
def test_no_week_of_a_plan_gains_more_than_its_price(made: Scenario, seed: int):
    travel = build_matrix(made)
    routes = short_search(made, travel)
    if not routes:
        return
    instance = compiled(made, travel)
    pricer = Pricer(instance)
    for prices in (full_prices(pricer), random_prices(pricer, np.random.default_rng(seed))):
        for number, team_id in enumerate(instance.teams):
            own = [route for route in routes if route.team == team_id]
            gained = week_mdong(made, travel, instance, pricer, routes=own, prices=prices)
            for exact_nights in (True, False):
                price = pricer.week(number, prices, exact_nights=exact_nights).units * pricer.unit_mdong
                assert price >= gained


@SLOW
@given(scenarios())
def test_a_week_offered_alone_is_priced_at_no_less_than_itself(made: Scenario):
    travel = build_matrix(made)
    routes = short_search(made, travel)
    for team_id in {route.team for route in routes}:
        own = [route for route in routes if route.team == team_id]
        served: dict[str, dict[str, int]] = {}
        for route in own:
            for visit in route.visits:
                cases = served.setdefault(visit.site, {})
                for service, count in visit.cases.items():
                    cases[service] = cases.get(service, 0) + count
        sites = {key: replace(one, cases=served.get(key, {})) for key, one in made.sites.items()}
        alone = replace(
            made,
            sites=sites,
            teams={team_id: replace(made.teams[team_id], dates=frozenset(route.date for route in own))},
        )
        instance = compiled(alone, travel)
        pricer = Pricer(instance)
        price = pricer.week(0, full_prices(pricer), exact_nights=True).units * pricer.unit_mdong
        assert price >= week_mdong(alone, travel, instance, pricer, routes=own, prices=full_prices(pricer))


@SLOW
@given(scenarios(most_teams=1) | scenarios(most_teams=1, people=True))
def test_what_a_search_finds_for_one_team_is_never_above_its_price(made: Scenario):
    travel = build_matrix(made)
    routes = short_search(made, travel)
    if routes:
        instance = compiled(made, travel)
        pricer = Pricer(instance)
        price = pricer.week(0, full_prices(pricer), exact_nights=True).units * pricer.unit_mdong
        assert price >= week_mdong(made, travel, instance, pricer, routes=routes, prices=full_prices(pricer))


@SLOW
@given(scenarios() | scenarios(people=True), st.integers(0, 2**32))
def test_the_days_of_a_priced_week_gain_its_price(made: Scenario, seed: int):
    travel = build_matrix(made)
    try:
        instance = compiled(made, travel)
    except AssertionError:
        return
    lagrangian, problem = Lagrangian(instance, 1, lambda: False), instance.problem
    pricer, share = lagrangian.pricer, np.random.default_rng(seed).uniform(-0.5, 1.0, len(lagrangian.most))
    duals, prices = lagrangian._snap(np.maximum(share, 0.0) * lagrangian.most)
    lagrangian.close()
    for kind in pricer.kinds:
        for exact_nights in (True, False):
            week = pricer.week(kind.team, prices, exact_nights=exact_nights)
            home, gained, at, away = int(problem.team[kind.team, 0]), 0.0, int(problem.team[kind.team, 0]), 0
            by_day = {route.day: route for route in week.routes}
            for d in range(problem.days):
                if d in by_day:
                    route = by_day[d]
                    assert route.origin == at
                    at = route.bed
                    gained += route.worth_mdong
                    for limit, number in route.drawn:
                        gained -= number * duals[limit]
                    toll = int(prices.toll[kind.team, d])
                    if toll:
                        gained += (
                            toll * pricer.unit_mdong * (int(problem.team[kind.team, 6]) - route.work_min)
                        )
                if at != home and d < problem.days - 1:
                    gained -= problem.night[kind.team]
                    away += 1
            assert at == home or problem.team[kind.team, arrays.END_ANYWHERE]
            steps = 2 + sum(sum(abs(n) for _, n in route.drawn) + 3 for route in week.routes) + away
            assert gained <= week.units * pricer.unit_mdong <= gained + steps * 8 * pricer.unit_mdong
            if exact_nights:
                assert week.nights_in_a_row <= problem.team[kind.team, 5]


@pytest.mark.parametrize("made", [valley(), mountains()], ids=["valley", "mountains"])
def test_coarse_far_legs_never_price_a_week_lower(made: Scenario, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ground, "IN_A_CLUSTER", 3)
    pricer = Pricer(compiled(made, build_matrix(made)))
    assert pricer.clusters > 3
    looser, random = 0, np.random.default_rng(1)
    for _ in range(10):
        prices = random_prices(pricer, random)
        exact = pricer.week(0, prices, exact_nights=True)
        coarse = pricer.week(0, prices, exact_nights=True, detail=1, others=2)
        assert coarse.units >= exact.units
        looser += coarse.units > exact.units
    assert looser > 0


def test_one_site_is_priced_at_its_cases_less_the_way():
    # 10 cases x 300,000 - 20 km x 1,000 - 20 min x 2 officers x 500 = 2,960,000 đ
    made = scenario(site("a"))
    assert priced_week(made) == pytest.approx(2_960_000, abs=20)


def test_a_short_shift_prices_whole_cases():
    # 120 min - 20 travel - 20 set-up = 80 min, 6 whole cases of 12: 1,800,000 - 40,000 đ
    made = replace(scenario(site("a")), teams={"to-1": team(shift=hours("x", (420, 540)).on(day(0))[0])})
    assert priced_week(made) == pytest.approx(1_760_000, abs=20)


def test_two_services_fill_the_minutes_like_a_knapsack():
    # 80 min: 5 x 12 + 4 x 5 = 1,500,000 + 360,000 (6 x 12 + 1 x 5: 1,890,000), less 40,000 đ
    made = scenario(site("a", cases={"cccd": 10, "vneid2": 4}))
    made = replace(
        made,
        services=made.services | {"vneid2": Service(id="vneid2", name="2", minutes=5, value_dong=90_000)},
        teams={"to-1": team(shift=hours("x", (420, 540)).on(day(0))[0])},
    )
    assert priced_week(made) == pytest.approx(1_850_000, abs=20)


def test_serving_noon_and_evening_with_a_wait_between_costs_no_second_leg():
    # two windows of 80 min, 5 cases each; 10 x 300,000 - 40,000 đ for one way there and back
    made = scenario(site("a", hours="split"))
    made = replace(made, hours={"split": hours("split", (660, 740), (900, 980))})
    assert priced_week(made) == pytest.approx(2_960_000, abs=20)


def test_noon_and_evening_serve_no_case_twice():
    # room for 5 cases in either window, 6 in all: 6 x 300,000 - 40,000 đ
    made = scenario(site("a", hours="split", cases={"cccd": 6}))
    made = replace(made, hours={"split": hours("split", (660, 740), (900, 980))})
    assert priced_week(made) == pytest.approx(1_760_000, abs=20)


def test_every_one_of_three_windows_is_used_without_another_leg():
    # three windows of 56 min, 3 cases each after the set-up: 9 x 300,000 - 40,000 đ for one way and back
    made = scenario(site("a", hours="split"))
    made = replace(made, hours={"split": hours("split", (600, 656), (720, 776), (840, 896))})
    assert priced_week(made) == pytest.approx(2_660_000, abs=20)


def test_touching_windows_are_not_joined_but_may_both_be_used():
    # 660-740 and 740-820: 5 cases each, set-up twice
    made = scenario(site("a", hours="split"))
    made = replace(made, hours={"split": hours("split", (660, 740), (740, 820))})
    assert priced_week(made) == pytest.approx(2_960_000, abs=20)


def test_a_site_without_worth_is_still_on_the_way_where_that_is_cheaper():
    # home-b: 10 min but 1,000 km; home-a 10 min 1 km, a-b 10 min 1 km. Only b is priced.
    rows = [("home", "a", 10, 1000), ("a", "b", 10, 1000), ("home", "b", 10, 1_000_000)]
    places = {"home": 0, "a": 1, "b": 2}
    both = [(o, d, m, k) for o, d, m, k in rows] + [(d, o, m, k) for o, d, m, k in rows]
    legs = LegTable(
        origin=array("i", [places[row[0]] for row in both]),
        destination=array("i", [places[row[1]] for row in both]),
        minutes=array("i", [row[2] for row in both]),
        metres=array("i", [row[3] for row in both]),
        vehicle=array("i", [-1] * len(both)),
    )
    # 250 min: 40 of travel, twice set-up and one case at a, set-up and ten cases at b; no time to return to b
    short = team(shift=hours("x", (420, 670)).on(day(0))[0])
    made = replace(scenario(site("a", cases={"cccd": 2}), site("b")), legs=legs, teams={"to-1": short})
    pricer = Pricer(compiled(made, build_matrix(made)))
    prices = full_prices(pricer)
    at_a = list(pricer.place).index(pricer.problem.first_site)
    prices.case[pricer.demand.offers.first[at_a]] = 0  # the cell at a
    week = pricer.week(0, prices, exact_nights=True)
    # 3,000,000 - 4 km x 1,000 - 40 min x 2 x 500: over a twice
    assert week.units * pricer.unit_mdong / 1000 == pytest.approx(2_956_000, abs=50)


def test_a_visit_may_pay_for_the_minutes_it_leaves_of_a_work_limit():
    # nothing has a price, but of 300 minutes' work 20 + 20 + 12 are used: 248 tolls less 40,000 đ of travel
    made = replace(scenario(site("a")), teams={"to-1": team(max_work_minutes=300)})
    pricer = Pricer(compiled(made, build_matrix(made)))
    toll = np.full((1, 1), 1_000_000 // pricer.unit_mdong, np.int32)
    week = pricer.week(0, pricer.prices(np.zeros(1, np.int32), toll=toll), exact_nights=True)
    assert week.units * pricer.unit_mdong / 1000 == pytest.approx(248_000 - 40_000, abs=20)


def test_hundreds_of_visits_without_set_up_can_be_traced():
    # two sites at one place and cases of a minute: going to and fro serves the same few again and again
    made = scenario(*(site(name, cases={"cccd": 1}, setup_minutes=0) for name in ("a", "b")))
    made = replace(made, services={"cccd": Service(id="cccd", name="CCCD", minutes=1)})
    pricer = Pricer(compiled(made, build_matrix(made)))
    week = pricer.week(0, full_prices(pricer), exact_nights=True)
    (route,) = week.routes
    drawn = Counter(dict(route.drawn))
    assert drawn[0] + drawn[1] == 610  # a minute each: 630 less 20 of travel
