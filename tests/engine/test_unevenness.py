"""The charge for uneven work: small campaigns whose best plan is known by hand.

The village is 10 km and 10 minutes off: there and back costs 40,000 đ, and takes 20 minutes.
"""

from __future__ import annotations

from optimizer.domain.scenario import Objective, Scenario
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.searching import searched
from tests.exact import Exact


def village(unevenness_dong: int, *, teams: int = 2, cases: int = 10) -> Scenario:
    return build.scenario(
        build.site("a", cases={"cccd": cases}),
        teams={f"to-{number}": build.team(f"to-{number}") for number in range(1, teams + 1)},
        objective=Objective(unevenness_dong=unevenness_dong),
    )


def amounts(made: Scenario) -> list[int]:
    """Cases by route, the smallest first; the plan is a best one."""
    solution = searched(made, iterations=2000)
    assert Exact(made, build_matrix(made)).best_mdong() == solution.objective_mdong
    return sorted(sum(visit.number_of_cases for visit in route.visits) for route in solution.routes)


def test_one_team_does_it_all_where_evenness_is_cheap():
    # 20 + 20 + 120 = 160 minutes of one team and none of the other: |160 - 80| + |0 - 80| = 160 minutes.
    made = village(100)
    assert amounts(made) == [10]
    assert searched(made).objective_mdong == (10 * 300_000 - 40_000 - 160 * 100) * 1000


def test_thirds_of_a_minute_are_rounded_once():
    # Work of 52, 40 and 0 minutes, or the like; with three teams the mean is a third of a number.
    made = village(1, teams=3, cases=1)
    # |52 - 52/3| + 2 × 52/3 = 208/3 = 69.333… minutes at 1,000 mđ: 69,333 mđ.
    assert searched(made).objective_mdong == (300_000 - 40_000) * 1000 - 69_333
