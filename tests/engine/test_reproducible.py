from __future__ import annotations

import os
import subprocess
import sys

import pytest

from optimizer.engine.solve import Options, solve
from optimizer.travel.build import build_matrix
from tests.engine.campaigns import valley
from tests.engine.say_plan import plan_of_mountains

ITERATIONS = 600


@pytest.fixture(scope="module")
def plan() -> str:
    return plan_of_mountains(7, ITERATIONS)


def test_the_same_seed_and_iterations_give_the_same_plan_to_the_byte(plan: str):
    assert plan_of_mountains(7, ITERATIONS) == plan
    assert '"team": "to-4"' in plan


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_a_new_process_gives_the_same_plan_however_sets_are_ordered(plan: str, hash_seed: str):
    said = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "tests.engine.say_plan", "7", str(ITERATIONS)],
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
    )
    assert said.stdout.decode() == plan


def test_another_seed_gives_another_search():
    made = valley()
    travel = build_matrix(made)
    found = [
        solve(made, travel, Options(seed=seed, seconds=None, iterations=50)).routes for seed in range(1, 6)
    ]
    assert any(routes != found[0] for routes in found)


def test_walks_side_by_side_meet_at_the_same_rounds_every_time():
    made = valley()
    travel = build_matrix(made)
    options = Options(seed=3, seconds=None, iterations=300, workers=3)
    assert solve(made, travel, options).routes == solve(made, travel, options).routes
