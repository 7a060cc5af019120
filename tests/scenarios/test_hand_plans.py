"""The plan by hand obeys every rule on every scenario, and leaves something to improve."""

from pathlib import Path

import pytest

from optimizer.domain.plan import MadeBy, Plan, Route, ScenarioStamp
from optimizer.domain.scenario import Scenario
from optimizer.intake import fingerprint, write_plan
from optimizer.review.check import check_routes
from optimizer.review.figures import figures
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests.scenarios.shipped import FOLDERS, ROOT, script, shipped

baseline = script("benchmarks/baseline.py")
Planned = tuple[Scenario, TravelMatrix, tuple[Route, ...]]


@pytest.fixture(scope="module", params=sorted(FOLDERS))
def planned(request: pytest.FixtureRequest) -> Planned:
    scenario = shipped(request.param)
    travel = build_matrix(scenario)
    return scenario, travel, baseline.plan_by_hand(scenario, travel)


def test_it_obeys_every_rule(planned: Planned):
    scenario, travel, routes = planned
    assert check_routes(scenario, travel, routes) == ()


def test_it_serves_more_than_a_fifth_and_not_everybody(planned: Planned):
    scenario, travel, routes = planned
    assert 0.2 < figures(scenario, travel, routes).coverage < 1


def test_ha_nam_sleeps_away_night_after_night():
    scenario = shipped("ha-nam")
    travel = build_matrix(scenario)
    # 11 teams and 6 nights: at most 66.
    assert 40 <= figures(scenario, travel, baseline.plan_by_hand(scenario, travel)).nights <= 66


def test_nearest_village_first_misses_the_deadline_in_khanh_son():
    scenario = shipped("khanh-son")
    routes = baseline.plan_by_hand(scenario, build_matrix(scenario))
    served = {"vneid2": 0, "activate": 0, "home_activate": 0}
    for route in routes:
        for visit in route.visits:
            for service, cases in visit.cases.items():
                served[service] += cases
    # All 5,160 + 300 activations, and less than half of the 3,640 collections due first.
    assert served["activate"] + served["home_activate"] == 5460
    assert served["vneid2"] < 3640 / 2


def test_the_table_shows_the_plan_by_hand_and_beside_it_a_plan_of_the_same_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    scenario = shipped("nhap-mon")
    travel = build_matrix(scenario)
    first = baseline.plan_by_hand(scenario, travel)[:1]
    plan = Plan(
        scenario=ScenarioStamp(name=scenario.name, sha256=fingerprint(scenario)),
        made_by=MadeBy(version="1", seed=1, seconds=1, iterations=1),
        routes=first,
        figures=figures(scenario, travel, first),
    )
    write_plan(plan, scenario, tmp_path / "nhap-mon")
    baseline.main([str(ROOT / "scenarios"), str(FOLDERS["nhap-mon"]), "--plans", str(tmp_path)])
    by_hand, planned = capsys.readouterr().out.splitlines()
    assert by_hand.split()[:4] == ["nhap-mon", "500", "of", "590"]
    assert planned.split()[:4] == ["planned", str(plan.figures.cases), "of", "590"]
    assert 0 < plan.figures.cases < 500
