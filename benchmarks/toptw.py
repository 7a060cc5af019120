"""Public instances of team orienteering: ``python benchmarks/toptw.py FILE … --tours 2 --seconds 10``.

Reads the original files, prints a JSON line for each file and number of tours: `instance`,
`tours`, `profit`, `routes` (the points of each tour, without the depot) and `seconds`, and nothing
else.  A solution is recounted from the file before it is printed.  With ``--best FILE``, a table
with columns `instance`, `tours` and `best` or `best_score`, the stream of errors says how each
compares, and sums it up; what a tour lost to be put right is said there too.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import mean, median

from orienteering import Puzzle, as_campaign, fault, late_at, profit, read_puzzle, tours_of

from optimizer.engine.solve import Options, solve

Key = tuple[str, int]
"""Name of an instance and number of tours."""


def in_time(puzzle: Puzzle, tour: list[int]) -> list[int]:
    """The tour without the points of least profit that make it late.

    Truncated distances are not a metric, while the search trusts that leaving a point out makes
    nobody late; a tour that is late by a tick for it is put right here.
    """
    while late_at(puzzle, tour) is not None:
        shorter = [tour[:k] + tour[k + 1 :] for k in range(len(tour))]
        valid = [one for one in shorter if late_at(puzzle, one) is None]
        tour = max(valid or shorter, key=lambda one: profit(puzzle, [one]))
    return tour


def solved(puzzle: Puzzle, tours: int, seconds: float, seed: int) -> dict[str, object]:
    """Solve one instance; returns what is printed about it."""
    scenario, travel = as_campaign(puzzle, tours)
    begun = time.perf_counter()
    found = solve(scenario, travel, Options(seed=seed, seconds=seconds))
    spent = time.perf_counter() - begun
    raw = tours_of(found.routes, tours)
    routes = [in_time(puzzle, tour) for tour in raw]
    wrong = fault(puzzle, routes)
    assert wrong is None, f"{puzzle.name}: {wrong}"
    if routes != raw:
        lost = profit(puzzle, raw) - profit(puzzle, routes)
        print(f"{puzzle.name}, {tours} tours: a late tour was put right and lost {lost}", file=sys.stderr)
    return {
        "instance": puzzle.name,
        "tours": tours,
        "profit": profit(puzzle, routes),
        "routes": routes,
        "seconds": round(spent, 2),
    }


def best_known(path: Path) -> Mapping[Key, float]:
    """Scores to compare with, by instance and number of tours.

    Raises
    ------
    ValueError, KeyError
        If the table is not such a one.
    """
    with path.open(encoding="utf-8-sig", newline="") as table:
        return {
            (row["instance"], int(row["tours"])): float(row.get("best") or row["best_score"])
            for row in csv.DictReader(table)
        }


def summary(shares: Mapping[Key, list[float]]) -> str:
    """How scores compare with those of the table, over all seeds and of the median seed."""
    medians = {key: median(values) for key, values in shares.items()}
    worst = min(medians, key=lambda key: medians[key])
    by_tours = "  ".join(
        f"{tours}: {mean(share for key, share in medians.items() if key[1] == tours):.4f}"
        for tours in sorted({key[1] for key in medians})
    )
    return (
        f"{len(medians)} cases: mean {mean(medians.values()):.4f}, worst {medians[worst]:.4f}"
        f" ({worst[0]}, {worst[1]} tours); by tours {by_tours}"
    )


def main() -> None:
    """Read the command line and solve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--tours", type=int, nargs="+", default=[1], metavar="M")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1], metavar="SEED")
    parser.add_argument("--best", type=Path, metavar="FILE", help="scores to compare with")
    options = parser.parse_args()
    if min(options.tours) < 1 or options.seconds <= 0:
        parser.error("at least one tour and more than no time")
    try:
        known = best_known(options.best) if options.best else {}
        puzzles = [read_puzzle(path) for path in options.files]
    except KeyError as error:
        parser.error(f"{options.best}: the column {error} is missing")
    except (OSError, ValueError) as error:
        parser.error(str(error))
    shares: dict[Key, list[float]] = {}
    for puzzle in puzzles:
        for tours in options.tours:
            for seed in options.seeds:
                line = solved(puzzle, tours, options.seconds, seed)
                if (puzzle.name, tours) in known:
                    share = float(str(line["profit"])) / known[puzzle.name, tours]
                    shares.setdefault((puzzle.name, tours), []).append(share)
                    print(f"{puzzle.name}, {tours} tours: {share:.4f} of the best known", file=sys.stderr)
                print(json.dumps(line), flush=True)
    if shares:
        print(summary(shares), file=sys.stderr)


if __name__ == "__main__":
    main()
