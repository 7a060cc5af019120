"""Short plans of the shipped scenarios with officers keep every rule, those about crews and rosters too."""

from __future__ import annotations

import pytest

from optimizer.alternation import crewed_plan, search_with_crews
from optimizer.domain.forming import with_likely_teams
from optimizer.engine.solve import Options
from optimizer.intake import read_scenario
from optimizer.review.check import check_plan
from optimizer.travel.build import build_matrix
from tests.scenarios.shipped import FOLDERS

A_FEW_SECONDS = Options(seconds=4.0)


@pytest.mark.parametrize("name", ["ha-nam", "thuan-chau", "tuong-duong"])
def test_a_short_plan_keeps_every_rule_about_crews_and_routes(name: str):
    scenario = read_scenario(FOLDERS[name]).scenario
    assert scenario.crewing is not None
    travel = build_matrix(with_likely_teams(scenario))
    crewed = search_with_crews(scenario, travel, A_FEW_SECONDS)
    plan = crewed_plan(crewed, travel, A_FEW_SECONDS)
    assert [breach.text("en") for breach in check_plan(crewed.scenario, travel, plan)] == []
    assert plan.crews
    assert {entry.officer for entry in plan.roster} == set(scenario.crewing.officers)
    assert plan.figures.cases > 0
