"""What each ruin of the search is worth: ``python benchmarks/ablation.py dabac remote --seconds 10``.

Every ruin is switched off in turn, the others keeping their shares.  Prints a line for each run,
and a table: the median of the whole search with half the distance between its worst and best
seed, which is noise, and how far the medians without each ruin lie from it.  On a machine with
other work ``--rounds`` limits the search instead, whatever the time.
"""

from __future__ import annotations

import argparse
import ast
import inspect
from collections.abc import Mapping, Sequence
from statistics import median

from runs import Run, fresh, named, our_run, table

from optimizer.engine import walk
from optimizer.engine.solve import Options

WHOLE = "all ruins"


def ruin_names() -> dict[str, int]:
    """The ruins of `RUIN_WEIGHTS` by the names that the source gives them.

    Raises
    ------
    LookupError
        If the source does not write `RUIN_WEIGHTS` as a dictionary of names.
    """
    for node in ast.parse(inspect.getsource(walk)).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            targets = [target.id for target in node.targets if isinstance(target, ast.Name)]
            if targets == ["RUIN_WEIGHTS"]:
                names = [key.attr for key in node.value.keys if isinstance(key, ast.Attribute)]
                return dict(zip(names, walk.RUIN_WEIGHTS, strict=True))
    message = "RUIN_WEIGHTS is not written as a dictionary in walk.py"
    raise LookupError(message)


def run_without(ruin: str, name: str, limits: Options) -> Run:
    """A run of our search with one ruin switched off."""
    if ruin != WHOLE:
        walk.RUIN_WEIGHTS[ruin_names()[ruin]] = 0.0
    run, _ = our_run(name, limits)
    return run


def rows(scores: Mapping[tuple[str, str], Sequence[float]], names: Sequence[str]) -> list[list[object]]:
    """Lines of the table, from the scores by ruin and campaign."""
    found = []
    for ruin in dict.fromkeys(ruin for ruin, _ in scores):
        row: list[object] = [ruin if ruin == WHOLE else f"without {ruin}"]
        for name in names:
            whole, without = scores[WHOLE, name], scores[ruin, name]
            noise = (max(whole) - min(whole)) / 2 / median(whole)
            change = median(without) / median(whole) - 1
            row.append(f"{median(whole):.1f} ± {noise:.2%}" if ruin == WHOLE else f"{change:+.2%}")
        found.append(row)
    return found


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["dabac", "scarce", "remote"], metavar="CAMPAIGN")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--rounds", type=int, help="instead of seconds")
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="seeds 1 to N")
    parser.add_argument("--core", type=int, help="number of the core to run on")
    options = parser.parse_args()
    seconds = None if options.rounds else options.seconds
    scores: dict[tuple[str, str], list[float]] = {}
    for name in options.names:
        try:
            named(name)
        except ValueError as error:
            parser.error(str(error))
        for ruin in (WHOLE, *ruin_names()):
            for seed in range(1, options.seeds + 1):
                limits = Options(seed=seed, seconds=seconds, iterations=options.rounds)
                run = fresh(run_without, ruin, name, limits, core=options.core)
                scores.setdefault((ruin, name), []).append(run.score)
            print(f"{name}, {ruin if ruin == WHOLE else f'without {ruin}'}: {scores[ruin, name]}", flush=True)
    print(table(["", *options.names], rows(scores, options.names)))


if __name__ == "__main__":
    main()
