"""How the search grows with the campaign: ``python benchmarks/growth.py 30 300 3000``.

For each number of sites, on a campaign of the family: the time until the best plan was worth 99 %
of the last one, rounds per second, memory, and what came before and after the search.  Each runs
in a process of its own.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass

from runs import OURS, fresh, judged, named, table

from optimizer.engine.solve import Options, Progress, solve
from optimizer.travel.build import build_matrix

NEARLY = 0.99
SIZES = (6, 30, 120, 300, 1000, 3000)
SECONDS_PER_SITE, LEAST_SECONDS = 0.1, 10.0


@dataclass(frozen=True, slots=True)
class Growth:
    """What one campaign took; times in seconds from the start of the search."""

    sites: int
    teams: int
    days: int
    limit: float
    score: float
    coverage: float
    nearly_at: float
    in_all: float
    matrix: float
    rounds_per_second: float
    megabytes: float


def measured(name: str, seconds: float, seed: int) -> Growth:
    """Plan a campaign of the family and watch the search."""
    scenario = named(name)
    begun = time.perf_counter()
    travel = build_matrix(scenario)
    matrix = time.perf_counter() - begun
    steps: list[tuple[float, float]] = []

    def watch(progress: Progress) -> None:
        if not progress.compiling:
            steps.append((progress.elapsed_seconds, progress.objective_dong))

    found = solve(scenario, travel, Options(seed=seed, seconds=seconds), progress=watch)
    run = judged(scenario, travel, found.routes, solver=OURS, seed=seed, seconds=found.seconds)
    enough = NEARLY * found.objective_mdong / 1000
    return Growth(
        sites=len(scenario.sites),
        teams=len(scenario.teams),
        days=scenario.horizon.days,
        limit=seconds,
        score=run.score,
        coverage=run.cases / run.of,
        nearly_at=min((at for at, worth in steps if worth >= enough), default=found.seconds),
        in_all=found.seconds,
        matrix=matrix,
        rounds_per_second=found.iterations / found.seconds,
        megabytes=run.megabytes,
    )


HEADING = (
    "sites", "teams", "days", "limit (s)", "score", "served", "99 % at (s)", "in all (s)", "matrix (s)",
    "rounds/s", "MB",
)  # fmt: skip


def row(growth: Growth) -> list[object]:
    """A line of the table."""
    return [
        growth.sites,
        growth.teams,
        growth.days,
        f"{growth.limit:g}",
        f"{growth.score:.1f}",
        f"{growth.coverage:.0%}",
        f"{growth.nearly_at:.1f}",
        f"{growth.in_all:.1f}",
        f"{growth.matrix:.1f}",
        f"{growth.rounds_per_second:,.0f}",
        f"{growth.megabytes:.0f}",
    ]


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), metavar="SITES")
    parser.add_argument("--work", choices=["scarce", "plenty"], default="scarce")
    parser.add_argument("--ground", choices=["near", "remote"], default="near")
    parser.add_argument("--seconds", type=float, help="limit; else 0.1 s a site, 10 s at least")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--core", type=int, help="number of the core to run on")
    options = parser.parse_args()
    fresh(measured, "plenty-near-6", 0.1, 1)  # compiles
    rows = []
    for sites in options.sizes:
        seconds = options.seconds or max(LEAST_SECONDS, SECONDS_PER_SITE * sites)
        name = f"{options.work}-{options.ground}-{sites}"
        growth = fresh(measured, name, seconds, options.seed, core=options.core)
        print(f"{name}: {growth.score:.1f} points, 99 % at {growth.nearly_at:.1f} s", flush=True)
        rows.append(row(growth))
    print(table(HEADING, rows))


if __name__ == "__main__":
    main()
