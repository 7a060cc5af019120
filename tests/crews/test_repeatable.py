"""The integer program is the same to the letter in every run, so that a seed gives the same crews."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import hashlib
from optimizer.crews.model import CrewModel
from optimizer.crews.fairness import Unfairness
from optimizer.crews.promises import promised_of, wants_of
from optimizer.crews.staff import Staff
from optimizer.crews.symmetry import Order
from optimizer.crews.tightening import tighten
from optimizer.crews.wishes import wishes_of
from optimizer.crews.worth import Worth
from tests.crews.small import draw

for seed in range(12):
    scenario, estimate = draw(seed)
    crews = CrewModel(Staff(scenario))
    tighten(crews)
    kept = sum([*wishes_of(crews), *wants_of(crews, promised_of(scenario))])
    Order(crews, {"thai"}, ())
    worth = Worth(crews, estimate)
    crews.model.maximize(worth.dong - Unfairness(crews).points + kept)
    print(hashlib.sha256(str(crews.model.proto).encode()).hexdigest())
"""


def test_the_order_of_sets_does_not_reach_the_model():
    def told(hash_seed: str) -> str:
        ran = subprocess.run(  # noqa: S603 - this very interpreter, on the text above
            [sys.executable, "-c", PROGRAM],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
        )
        return ran.stdout

    assert len(set(told("1").split())) == 12
    assert told("1") == told("2") == told("3")
