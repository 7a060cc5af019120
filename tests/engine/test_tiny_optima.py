"""The search against trying everything: tiny campaigns whose best plan is known exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from optimizer.domain.scenario import Place, Scenario, Service, Vehicle
from optimizer.engine.solve import Options, Solution, solve
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine import tiny
from tests.exact import Best, Exact

ROUNDS = 2000


def searched(made: Scenario) -> Solution:
    return solve(made, build_matrix(made), Options(seconds=None, iterations=ROUNDS), pins=made.pins)


def best(made: Scenario) -> Best:
    return Exact(made, build_matrix(made)).best()


def found(made: Scenario) -> Best:
    """Pins kept and objective of what the search finds, to compare with the best."""
    solution = searched(made)
    return Best(len(made.pins) - len(solution.unkept), solution.objective_mdong)


@pytest.mark.parametrize(
    "campaigns",
    [tiny.PLAIN, tiny.FOLLOW_UPS, tiny.GUESTS, tiny.UNEVEN, tiny.CHANGED, tiny.PROMISED, tiny.CROWDED],
    ids=["plain", "follow-ups", "guests", "unevenness", "changes", "promises", "crowded sites"],
)
def test_no_plan_is_worth_more_than_the_best_possible_and_nearly_all_are_worth_as_much(
    campaigns: st.SearchStrategy[Scenario],
):
    worth_it, hits = [], []

    @seed(1)
    @settings(max_examples=60, phases=[Phase.generate])
    @given(made=campaigns)
    def search(made: Scenario) -> None:
        possible, reached = best(made), found(made)
        assert reached <= possible
        worth_it.append(possible.mdong > 0)
        hits.append(reached == possible)

    search()
    assert sum(worth_it) > 15
    assert sum(hits) >= 0.95 * len(hits)


# The same campaigns at every run: a search may miss, and a test may not fail by chance.
@settings(max_examples=80)
@given(made=tiny.ALIKE | tiny.AWAY)
def test_the_best_plan_is_found_where_cases_take_equally_long(made: Scenario):
    assert found(made) == best(made)


def test_villages_that_pay_only_together_are_served():
    # 61 km off: 122 km × 10,000 + 122 minutes × 2 × 500 = 1,342,000 đ there and back, for three
    # cases of 300,000 đ in each of two villages a kilometre apart.  One pays for no journey, two do:
    # 1,800,000 - 122 km × 10,000 - 122 × 1,000
    made = build.scenario(
        build.site("a", km_north=60.0, cases={"cccd": 3}),
        build.site("b", km_north=61.0, cases={"cccd": 3}),
        vehicles={"car": replace(build.FLAT, dong_per_km=10_000)},
    )
    plan = searched(made)
    assert [visit.cases for route in plan.routes for visit in route.visits] == [{"cccd": 3}] * 2
    assert plan.objective_mdong == best(made).mdong == 458_000_000


def test_a_night_away_is_spent_where_it_pays_and_not_where_it_does_not():
    # A shift of 300 minutes; the village is 100 minutes off, so that going there and back leaves
    # 300 - 200 - 20 = 80 minutes: two cases of 30.  Sleeping there leaves 300 - 100 - 20 = 180 on
    # each of two days: six cases.  The night costs 2 officers × 500,000 đ, as much as 3.3 cases.
    village = build.site("a", km_north=100.0, cases={"cccd": 12}, lodging=True)
    made = build.scenario(
        village,
        days=2,
        services={"cccd": Service(id="cccd", name="Cấp CCCD", minutes=30)},
        teams={
            "to-1": build.team(days=2, shift=build.hours("", (420, 720)).on(build.START)[0], max_nights=1)
        },
    )
    stayed = searched(made)
    # 12 × 300,000 - 200 km × 1,000 - 200 min × 2 × 500 - 2 × 500,000
    assert stayed.objective_mdong == best(made).mdong == 2_200_000_000
    assert [route.end for route in stayed.routes] == ["a", "home"]

    dear = replace(made, objective=replace(made.objective, night_dong=800_000))
    # There and back on both days: 4 × 300,000 - 400 km × 1,000 - 400 min × 2 × 500
    assert searched(dear).objective_mdong == best(dear).mdong == 1_600_000_000


def test_the_exact_answer_is_that_of_a_sum_done_by_hand():
    # 10 km and 10 minutes each way; 600 minutes - 20 - 20 set-up = 560, room for all 3 cases.
    # 3 × 300,000 - 20 km × 1,000 - 20 min × 2 officers × 500 đ
    made = build.scenario(build.site("a", cases={"cccd": 3}))
    assert best(made).mdong == 860_000_000
    # Without a road home nothing can be done.
    island = replace(
        made, bases={"home": Place("home", "", 20.0, 105.0)}, vehicles={"car": Vehicle("car", 0.01)}
    )
    assert best(island).mdong == 0
