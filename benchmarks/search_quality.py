"""How good plans get in a given time: ``python benchmarks/search_quality.py dabac slack --seconds 10``.

Runs every seed in a process of its own, prints a line for each and a table of medians.  Scores are
in points of 100,000 đồng, as the checker's side counts them.
"""

from __future__ import annotations

import argparse
from statistics import median

from runs import Run, fresh, named, our_run, spread, table

from optimizer.engine.solve import Options


def share_between(scores: list[float]) -> str:
    """Distance between the best and the worst seed, as a share of the median."""
    middle = median(scores)
    return f"{(max(scores) - min(scores)) / middle:.2%}" if middle else "–"


def row(name: str, seconds: float, runs: list[Run]) -> list[object]:
    """The line of a campaign in the table."""
    scores = [run.score for run in runs]
    return [
        name,
        f"{seconds:g}",
        f"{median(scores):.1f}",
        f"{min(scores):.1f} – {max(scores):.1f}",
        share_between(scores),
        f"{median(run.rounds_per_second or 0 for run in runs):,.0f}",
        f"{max(run.seconds for run in runs):.1f}",
        f"{max(run.megabytes for run in runs):.0f}",
    ]


HEADING = (
    "campaign", "limit (s)", "median", "worst – best", "spread", "rounds/s", "seconds in all", "MB"
)  # fmt: skip


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["dabac", "slack", "district"], metavar="CAMPAIGN")
    parser.add_argument("--seconds", type=float, nargs="+", default=[10.0])
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="seeds 1 to N")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--core", type=int, help="number of the core to run on")
    options = parser.parse_args()
    rows = []
    for name in options.names:
        try:
            named(name)
        except ValueError as error:
            parser.error(str(error))
        for seconds in options.seconds:
            runs = []
            for seed in range(1, options.seeds + 1):
                limits = Options(seed=seed, seconds=seconds, workers=options.workers)
                run, _ = fresh(our_run, name, limits, core=options.core)
                print(run.line(), flush=True)
                runs.append(run)
            print(f"{name} {seconds:g} s: {spread(run.score for run in runs)}", flush=True)
            rows.append(row(name, seconds, runs))
    print(table(HEADING, rows))


if __name__ == "__main__":
    main()
