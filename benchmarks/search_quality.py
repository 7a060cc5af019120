"""How good plans get in a given time: ``python benchmarks/search_quality.py dabac slack --seconds 10``.

Prints the score (one point is 100,000 đồng) of every seed as the checker counts it, the
rounds per second and the memory of the process.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from campaigns import POINT_DONG, RECIPES, campaign

from optimizer.engine.solve import Options, solve
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.travel.build import build_matrix


def peak_megabytes() -> float:
    """Largest resident size of this process so far; not a number where the system does not say."""
    try:
        import resource
    except ImportError:
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, seconds: float, seed: int, workers: int) -> float:
    """Plan one campaign, have it checked, print a line; returns the score in points."""
    scenario = campaign(name)
    begun = time.perf_counter()
    travel = build_matrix(scenario)
    built = time.perf_counter() - begun
    found = solve(scenario, travel, Options(seed=seed, seconds=seconds, workers=workers))
    breaches = check_routes(scenario, travel, found.routes)
    assert not breaches, breaches[0].text("en")
    counted = objective_mdong(scenario, travel, found.routes)
    assert counted == found.objective_mdong, (counted, found.objective_mdong)
    score = counted / 1000 / POINT_DONG
    pace = found.iterations / found.seconds
    print(
        f"{name:10s} seed {seed}  {score:10.1f} points  {found.seconds:6.1f} s  {pace:7.0f} rounds/s"
        f"  matrix {built:4.1f} s  {peak_megabytes():5.0f} MB",
        flush=True,
    )
    return score


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["dabac", "slack", "district"], metavar="CAMPAIGN")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    for name in options.names:
        if name not in RECIPES:
            parser.error(f"no campaign {name}; there are {', '.join(RECIPES)}")
        scores = [
            measure(name, options.seconds, seed, options.workers) for seed in range(1, options.seeds + 1)
        ]
        print(f"{name:10s} median  {sorted(scores)[len(scores) // 2]:10.1f} points")


if __name__ == "__main__":
    main()
