from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, solve
from optimizer.intake import read_plan, write_plan
from optimizer.planning import make_plan
from optimizer.review.check import check_plan, check_routes
from optimizer.review.figures import figures, objective_mdong
from optimizer.travel.build import build_matrix
from tests.random_scenarios import scenarios

SEEDS = st.integers(0, 2**31 - 1)


@pytest.mark.parametrize("workers", [1, 2])
@settings(max_examples=80)
@given(made=scenarios(people=True, weights=True), seed=SEEDS, iterations=st.integers(0, 300))
def test_a_short_search_breaks_no_rule_and_counts_its_worth_to_the_dong(
    workers: int, made: Scenario, seed: int, iterations: int
):
    travel = build_matrix(made)
    options = Options(seed=seed, seconds=None, iterations=iterations, workers=workers)
    found = solve(made, travel, options)
    assert check_routes(made, travel, found.routes) == ()
    assert found.objective_mdong == objective_mdong(made, travel, found.routes)
    assert found.objective_mdong >= objective_mdong(made, travel, ())  # it may always stay at home
    assert figures(made, travel, found.routes).coverage <= 1.0


@settings(max_examples=40)
@given(made=scenarios(most_sites=6, people=True, weights=True, promises=True), seed=SEEDS)
def test_a_plan_is_the_same_after_it_is_written_and_read(made: Scenario, seed: int):
    options = Options(seed=seed, seconds=None, iterations=40)
    travel = build_matrix(made)
    plan = make_plan(made, travel, options)
    with tempfile.TemporaryDirectory() as folder:
        write_plan(plan, made, Path(folder))
        read = read_plan(Path(folder))
    assert read.plan == plan
    assert check_plan(read.scenario, build_matrix(read.scenario), read.plan) == ()
