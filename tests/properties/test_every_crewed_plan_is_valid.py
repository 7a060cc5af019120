from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.alternation import crewed_plan, search_with_crews
from optimizer.domain.errors import ScenarioError
from optimizer.domain.forming import with_likely_teams
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options
from optimizer.review.check import check_plan
from optimizer.review.staffing import Staffing
from optimizer.travel.build import build_matrix
from tests import build
from tests.crews.small import draw

SEEDS = st.integers(0, 10_000)


def campaign(seed: int) -> Scenario:
    """A scenario of a few officers, with villages near and far, one of them a place to sleep."""
    drawn, _ = draw(seed)
    chance = Random(seed)  # noqa: S311 - no secret
    villages = [
        build.site("a", km_north=20.0, cases={"cccd": 60}, requires=frozenset({"thai"})),
        build.site("b", km_north=chance.choice([60.0, 200.0]), cases={"cccd": 200}, lodging=True),
        build.site("c", km_north=10.0, cases={"cccd": 20}, lacks=frozenset({"network"})),
    ]
    return replace(drawn, sites={one.id: one for one in villages})


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_crews_and_roster_that_are_formed_keep_every_rule(seed: int):
    scenario = campaign(seed)
    travel = build_matrix(with_likely_teams(scenario))
    options = Options(seed=seed, seconds=None, iterations=60)
    try:
        crewed = search_with_crews(scenario, travel, options)
    except ScenarioError:
        return  # no crews keep every rule
    plan = crewed_plan(crewed, travel, options)
    assert [one.text("en") for one in check_plan(crewed.scenario, travel, plan)] == []


@pytest.mark.parametrize("bite", ["out", "night", "post", "wish"])
def test_what_the_rules_are_about_is_drawn(bite: str):
    """Some of the scenarios above have teams out and overnight, officers at posts, and wishes not kept."""
    assert any(_bites(campaign(seed), bite) for seed in range(30))


def _bites(scenario: Scenario, bite: str) -> bool:
    travel = build_matrix(with_likely_teams(scenario))
    options = Options(seed=1, seconds=None, iterations=60)
    try:
        crewed = search_with_crews(scenario, travel, options)
    except ScenarioError:
        return False
    plan = crewed_plan(crewed, travel, options)
    assert scenario.crewing is not None
    staffing = Staffing(crewed.scenario, scenario.crewing, plan)
    return {
        "out": any(staffing.out(crew) for crew in plan.crews),
        "night": any(staffing.back(crew) for crew in plan.crews),
        "post": any(staffing.posts_of(one) for one in scenario.crewing.officers),
        "wish": bool(plan.unkept_wishes),
    }[bite]
