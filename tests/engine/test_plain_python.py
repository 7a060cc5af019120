from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

from hypothesis import Phase, given, seed, settings

from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, solve
from optimizer.travel.build import build_matrix
from tests.engine.campaigns import mountains, valley
from tests.engine.plain_python import ITERATIONS, SEED
from tests.random_scenarios import scenarios


def test_compiled_kernels_find_what_plain_python_finds_and_no_index_is_out_of_bounds(tmp_path: Path):
    drawn: list[Scenario] = [valley(), mountains()]

    @seed(1)
    @settings(max_examples=50, phases=[Phase.generate])
    @given(made=scenarios())
    def draw(made: Scenario) -> None:
        drawn.append(made)

    draw()
    (tmp_path / "scenarios.pickle").write_bytes(pickle.dumps(drawn))
    plain = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "tests.engine.plain_python", tmp_path / "scenarios.pickle"],
        env=os.environ | {"NUMBA_DISABLE_JIT": "1"},
        stdout=subprocess.PIPE,
        check=True,
    )
    found = pickle.loads(plain.stdout)  # noqa: S301 - written by our own process
    options = Options(seed=SEED, seconds=None, iterations=ITERATIONS)
    compiled = [solve(made, build_matrix(made), options) for made in drawn]
    assert found == [(one.routes, one.objective_mdong) for one in compiled]
    assert sum(bool(one.routes) for one in compiled) > 20
