"""How long a planner waits before the search moves: ``python benchmarks/compile_time.py``.

Runs ``luudong plan`` on the first scenario twice, each in a process of its own: with an empty
cache, so that every kernel is compiled, and with the cache that this leaves behind.  Prints the
seconds from the start of the process to its first line of progress.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCENARIO = Path(__file__).parents[1] / "scenarios" / "nhap-mon"
CACHED_RUNS = 3

FIRST_PROGRESS = """
import sys, time
from pathlib import Path
from threading import Event
from optimizer.engine.solve import Options, solve
from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix

stop = Event()

def hear(progress):
    if not progress.compiling:
        print(time.time(), flush=True)
        stop.set()

scenario = read_scenario(Path(sys.argv[1])).scenario
solve(scenario, build_matrix(scenario), Options(seconds=5.0), progress=hear, stop=stop)
"""


def seconds_to_progress(cache: Path) -> float:
    """Seconds from starting a process to the first progress of its search."""
    environment = {**os.environ, "LUUDONG_CACHE": str(cache), "PYTHONDONTWRITEBYTECODE": ""}
    begun = time.time()
    run = subprocess.run(  # noqa: S603 - this very interpreter, on the text above
        [sys.executable, "-c", FIRST_PROGRESS, str(SCENARIO)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(run.stdout.split()[0]) - begun


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        cold = seconds_to_progress(Path(folder))
        cached = sorted(seconds_to_progress(Path(folder)) for _ in range(CACHED_RUNS))
    median = cached[CACHED_RUNS // 2]
    print(f"first progress: {cold:.1f} s cold, {median:.2f} s cached (median of {CACHED_RUNS})")


if __name__ == "__main__":
    main()
