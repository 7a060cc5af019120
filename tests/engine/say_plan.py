"""``python -m tests.engine.say_plan SEED ITERATIONS`` writes a plan of the mountains."""

from __future__ import annotations

import sys

from optimizer.engine.solve import Options
from optimizer.intake.plans import plan_text
from optimizer.planning import make_plan
from optimizer.travel.build import build_matrix
from tests.engine.campaigns import mountains


def plan_of_mountains(seed: int, iterations: int) -> str:
    """The text of a plan file."""
    made = mountains()
    return plan_text(
        make_plan(made, build_matrix(made), Options(seed=seed, seconds=None, iterations=iterations))
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(plan_of_mountains(*map(int, sys.argv[1:])).encode())
