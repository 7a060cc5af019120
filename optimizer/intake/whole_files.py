"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from optimizer.domain.errors import Finding, OutputError, Severity, Where


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside `path`; what is written there becomes `path` at the end.

    Missing folders are made.  When the body fails, the temporary file is removed and what
    was at `path` before is untouched.

    Raises
    ------
    OutputError
        If the file cannot be written or put in place.
    """
    unfinished = path.with_name(f".{path.name[:80]}.{uuid4().hex[:12]}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        _reach_the_disk(unfinished)
        unfinished.replace(path)
    except OSError as problem:
        raise OutputError([cannot_write(path, problem)]) from problem
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def cannot_write(path: Path, problem: OSError) -> Finding:
    """The finding for a file that the system refuses to write."""
    reason = problem.strerror or type(problem).__name__
    return Finding("E701", Severity.ERROR, Where(file=str(path)), {"reason": reason})


def _reach_the_disk(path: Path) -> None:
    # Renaming before the bytes are on disk would leave an empty file after a power cut.
    with path.open("rb+") as written:
        os.fsync(written.fileno())
