"""Our search beside general solvers: ``python benchmarks/against_peers.py dabac remote --seconds 60``.

Every solver gets the same time on one core, in a process of its own, and is judged by the same
checker.  The others cannot decide where teams sleep, so each is tried with every team at home
(`home`), with trips dealt out beforehand (`trips`), and with the nights of our own best plan
(`ours`); the table compares us with the best of the first two and shows the last beside it.
Prints a JSON line for each run, then the table.  Needs ``pip install -e '.[peers]'``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from peers import nights
from peers.answer import Answer
from peers.days import routes_of
from peers.work import Chunk, Task, TeamDay, chunks
from runs import OURS, Run, fresh, judged, named, our_run, spread, table

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix

PEERS = {"pyvrp": "PyVRP", "vroom": "VROOM", "ortools": "OR-Tools"}
"""Solvers by the module that must be installed."""

CHUNK_MIN = {"pyvrp": 90, "vroom": 90, "ortools": 120}
"""Minutes of a chunk for the reference team that served each solver best."""

MOST_CHUNKS = 6000
"""Where there would be more chunks they are made longer: matrices grow with their square."""

LONGEST_CHUNK_MIN = 300

MOST_EXACT_SITES = 2000
"""With more sites, PyVRP's matrices have no room for a copy of each for every number of stations."""

PATTERNS = ("home", "trips", "ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One run of a general solver: on what, with which nights, in chunks of how many minutes."""

    peer: str
    campaign: str
    pattern: str
    chunk_min: int
    seconds: float
    seed: int


def team_days(
    scenario: Scenario, travel: TravelMatrix, pattern: str, ours: Sequence[Route]
) -> tuple[TeamDay, ...]:
    """Where teams begin and end their days under one of the patterns."""
    if pattern == "home":
        return nights.at_home(scenario)
    return nights.on_trips(scenario, travel) if pattern == "trips" else nights.as_in(scenario, ours)


def few_chunks(scenario: Scenario, minutes: int) -> tuple[int, tuple[Chunk, ...]]:
    """Chunks of `minutes`, or of as much more as it takes to have few enough; and what it took."""
    found = chunks(scenario, minutes)
    while len(found) > MOST_CHUNKS and minutes < LONGEST_CHUNK_MIN:
        minutes = minutes * 5 // 4
        found = chunks(scenario, minutes)
    return minutes, found


def answer(trial: Trial, task: Task) -> Answer:
    """What a solver finds, in the encoding that served it best."""
    if trial.peer == "pyvrp":
        from peers.with_pyvrp import solve as pyvrp

        return pyvrp(task, trial.seconds, trial.seed, exact=len(task.scenario.sites) <= MOST_EXACT_SITES)
    if trial.peer == "vroom":
        from peers.with_vroom import solve as vroom

        return vroom(task, trial.seconds, safe=False)
    from peers.with_ortools import solve as ortools

    return ortools(task, trial.seconds, exact=False)


def peer_run(trial: Trial, ours: Sequence[Route]) -> Run:
    """Make one trial; `ours` is the plan whose nights are lent."""
    scenario = named(trial.campaign)
    travel = build_matrix(scenario)
    begun = time.perf_counter()
    days = team_days(scenario, travel, trial.pattern, ours)
    chunk_min, work = few_chunks(scenario, trial.chunk_min)
    task = Task(scenario, travel, work, days)
    prepared = time.perf_counter() - begun
    found = answer(trial, task)
    known = {"solver": trial.peer, "seed": trial.seed, "seconds": round(found.seconds, 1)}
    raw = judged(scenario, travel, routes_of(task, found.orders, fill=False), **known)
    return judged(
        scenario,
        travel,
        routes_of(task, found.orders),
        notes=(
            f"{trial.pattern}, chunks of {chunk_min} min; {raw.score} before topping up;"
            f" prepared in {prepared + found.build_seconds:.1f} s"
        ),
        **known,
    )


def trials(name: str, options: argparse.Namespace) -> Iterator[Trial]:
    """Every run of the general solvers on one campaign; only PyVRP has seeds."""
    for peer in options.peers:
        seeds = options.peer_seeds if peer == "pyvrp" else 1
        for pattern in options.nights:
            for chunk_min in options.chunk or [CHUNK_MIN[peer]]:
                for seed in range(1, seeds + 1):
                    yield Trial(
                        peer=peer,
                        campaign=name,
                        pattern=pattern,
                        chunk_min=chunk_min,
                        seconds=options.seconds,
                        seed=seed,
                    )


def best_of(runs: Sequence[Run], peer: str, patterns: Sequence[str]) -> tuple[float, str]:
    """The median score of a peer in its best encoding, and how it is written."""
    scores: dict[str, list[float]] = {}
    for run in runs:
        encoding = run.notes.split(";")[0]
        if run.solver == peer and encoding.split(",")[0] in patterns:
            scores.setdefault(encoding, []).append(run.score)
    if not scores:
        return float("-inf"), "–"
    best = max(scores, key=lambda encoding: median(scores[encoding]))
    return median(scores[best]), f"{median(scores[best]):.1f} {best.split(',')[0]}"


def row(name: str, runs: Sequence[Run], peers: Sequence[str]) -> list[object]:
    """A campaign's line of the table."""
    ours = [run.score for run in runs if run.solver == OURS]
    own = [best_of(runs, peer, ("home", "trips")) for peer in peers]
    lent = max((best_of(runs, peer, ("ours",)) for peer in peers), default=(float("-inf"), "–"))
    best = max((score for score, _ in own), default=float("-inf"))
    lead = f"{median(ours) / best - 1:+.1%}" if best > 0 else "–"
    return [name, spread(ours), *(text for _, text in own), lead, lent[1].removesuffix(" ours")]


def compare(name: str, options: argparse.Namespace, tell: Callable[[Run], None]) -> list[object]:
    """Run everything on one campaign; returns its line of the table."""
    runs: list[Run] = []
    ours: tuple[Route, ...] = ()
    for seed in range(1, options.seeds + 1):
        limits = Options(seed=seed, seconds=options.seconds)
        run, routes = fresh(our_run, name, limits, core=options.core)
        if all(run.score > one.score for one in runs):
            ours = routes
        runs.append(run)
        tell(run)
    for trial in trials(name, options):
        try:
            run = fresh(peer_run, trial, ours, core=options.core)
        except Exception as error:  # noqa: BLE001 - out of memory, say: the others go on
            print(f"failed: {trial}: {error!r}", file=sys.stderr, flush=True)
        else:
            runs.append(run)
            tell(run)
    return row(name, runs, options.peers)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["dabac", "scarce", "remote"], metavar="CAMPAIGN")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="our seeds 1 to N")
    parser.add_argument("--peer-seeds", type=int, default=1, metavar="N", help="those of PyVRP")
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=list(PEERS))
    parser.add_argument("--nights", nargs="+", choices=PATTERNS, default=list(PATTERNS))
    parser.add_argument("--chunk", type=int, nargs="+", default=[], metavar="MINUTES")
    parser.add_argument("--core", type=int, help="number of the core to run on")
    parser.add_argument("--lines", type=Path, help="file to which the JSON lines are added as well")
    options = parser.parse_args()
    missing = [peer for peer in options.peers if not find_spec(peer)]
    if missing:
        parser.error(f"not installed: {', '.join(missing)}; pip install -e '.[peers]'")

    def tell(run: Run) -> None:
        print(run.line(), flush=True)
        if options.lines:
            with options.lines.open("a", encoding="utf-8") as lines:
                lines.write(run.line() + "\n")

    rows = [compare(name, options, tell) for name in options.names]
    heading = [
        "campaign",
        "ours",
        *(PEERS[peer] for peer in options.peers),
        "our lead",
        "best peer, our nights",
    ]
    print(table(heading, rows))


if __name__ == "__main__":
    main()
