"""How close plans are proven to be: ``python benchmarks/bound_quality.py dabac --search 60 --bound 120``.

Prints the score of a search (one point is 100,000 đồng), the bound, and the gap between them.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from campaigns import POINT_DONG, RECIPES, campaign

from optimizer.engine.bound import Bound, bound
from optimizer.engine.solve import Options, solve
from optimizer.travel.build import build_matrix


def measure(name: str, search_seconds: float, bound_seconds: float, workers: int, *, verbose: bool) -> None:
    """Plan one campaign, bound it, print a line."""
    scenario = campaign(name)
    travel = build_matrix(scenario)
    found = solve(scenario, travel, Options(seconds=search_seconds, workers=workers))

    def tell(one: Bound) -> None:
        print(
            f"  {one.seconds:7.1f} s  {one.value_mdong / 1000 / POINT_DONG:10.1f}  {one.method}", flush=True
        )

    begun = time.process_time()
    proven = bound(
        scenario,
        travel,
        seconds=bound_seconds,
        workers=workers,
        plan_objective_mdong=found.objective_mdong,
        routes=found.routes,
        progress=tell if verbose else None,
    )
    assert proven.value_mdong >= found.objective_mdong, "a plan is worth more than its bound"
    gap = (proven.value_mdong - found.objective_mdong) / max(1, abs(proven.value_mdong))
    print(
        f"{name:10s} plan {found.objective_mdong / 1000 / POINT_DONG:10.1f}"
        f"  bound {proven.value_mdong / 1000 / POINT_DONG:10.1f}  gap {gap:7.3%}"
        f"  search {found.seconds:6.1f} s  bound {proven.seconds:6.1f} s"
        f" ({time.process_time() - begun:.1f} s of a core)",
        flush=True,
    )


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--search", type=float, default=60.0, metavar="SECONDS")
    parser.add_argument("--bound", type=float, default=120.0, metavar="SECONDS")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="print every bound on the way")
    options = parser.parse_args()
    for name in options.names:
        if name not in RECIPES:
            parser.error(f"no campaign {name}; there are {', '.join(RECIPES)}")
        measure(name, options.search, options.bound, options.workers, verbose=options.verbose)


if __name__ == "__main__":
    main()
