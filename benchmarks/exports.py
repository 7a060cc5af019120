"""Time and memory of writing what leaves the office: ``python benchmarks/exports.py maps/thuan-chau``.

Writes each kind of file of a plan, and then all of them, in a process of its own and into a
folder of its own.  Prints the files and their size, the time by the clock and of the processor,
and the most memory that the process had.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.cli.export import KINDS

_EXPORTING = """
import json, resource, sys, time
from optimizer.cli import main
begun = time.perf_counter()
code = main(sys.argv[1:])
seconds = time.perf_counter() - begun
used = resource.getrusage(resource.RUSAGE_SELF)
# Not `ru_maxrss`, which begins with what the process that started this one had.
highest_kb = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([seconds, used.ru_utime + used.ru_stime, highest_kb / 1000]))
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What it took to write some kinds of files.

    Parameters
    ----------
    seconds, processor_seconds
        By the clock, and of the processor with the start of the program.
    megabytes
        The most memory that the process had.
    file_bytes
        Of all files together.
    """

    seconds: float
    processor_seconds: float
    megabytes: float
    files: int
    file_bytes: int


def written(plan: Path, kinds: Sequence[str]) -> Written:
    """Write some kinds of a plan's files (Linux only).

    Raises
    ------
    subprocess.CalledProcessError
        If they cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        asked = ["export", str(plan), "--to", ",".join(kinds), "--out", folder]
        done = subprocess.run(  # noqa: S603 -- our own interpreter, our own words
            [sys.executable, "-c", _EXPORTING, *asked], capture_output=True, text=True, check=True
        )
        sizes = [path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()]
    return Written(*json.loads(done.stdout.splitlines()[-1]), len(sizes), sum(sizes))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("plan", type=Path, help="folder of a plan")
    plan = parser.parse_args().plan
    print("| kind | files | MB | s | s of CPU | MB of memory |\n|---|---:|---:|---:|---:|---:|")
    for kinds in (*((kind,) for kind in KINDS), KINDS):
        one = written(plan, kinds)
        name = kinds[0] if len(kinds) == 1 else "**all**"
        print(
            f"| {name} | {one.files} | {one.file_bytes / 1e6:.2f} | {one.seconds:.1f} "
            f"| {one.processor_seconds:.1f} | {one.megabytes:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
