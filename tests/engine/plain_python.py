"""``python -m tests.engine.plain_python FILE`` searches pickled scenarios with kernels in plain Python.

To be run with ``NUMBA_DISABLE_JIT=1``.  numpy then refuses every index that is too large; the
arrays here refuse negative ones as well, which would silently mean the other end.
"""

from __future__ import annotations

import pickle
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numba.core.dispatcher import Dispatcher
from numpy.typing import NDArray

from optimizer.engine.compile import compile_instance
from optimizer.engine.extract import routes
from optimizer.engine.kernels import anneal
from optimizer.engine.search import Limit, first_round_state, run_walk
from optimizer.engine.walk import Walk
from optimizer.travel.build import build_matrix

Arrays = TypeVar("Arrays", bound=NamedTuple)

SEED, ITERATIONS = 5, 30


class Watched(np.ndarray[Any, np.dtype[Any]]):
    """An array that has no negative indices."""

    def __getitem__(self, at: Any) -> Any:
        _refuse_negative(at)
        return super().__getitem__(at)

    def __setitem__(self, at: Any, value: Any) -> None:
        _refuse_negative(at)
        super().__setitem__(at, value)


def _refuse_negative(at: Any) -> None:
    for index in at if isinstance(at, tuple) else (at,):
        if isinstance(index, int | np.integer) and index < 0:
            message = f"index {at} is negative"
            raise IndexError(message)


def watched(arrays: Arrays) -> Arrays:
    """The same arrays, watched."""
    return arrays._make(
        one.view(Watched) if isinstance(one, np.ndarray) and one.size else one for one in arrays
    )


def searched(scenario: Any) -> tuple[Any, int]:
    """Routes and objective after a short search."""
    instance = compile_instance(scenario, build_matrix(scenario))
    if instance is None:
        return (), 0
    walk = Walk(replace(instance, problem=watched(instance.problem)), first_round_state(SEED, 0))
    walk.state, walk._scratch = watched(walk.state), watched(walk._scratch)
    run_walk(walk, Limit(ITERATIONS, None), threading.Event(), time.perf_counter)
    walk.close()
    return routes(instance, walk.state), walk.objective_mdong


def fails_beyond(array: NDArray[np.int64]) -> bool:
    """Whether both ends of a watched array are guarded, so that a search that passes means something."""
    for index in (-1, len(array)):
        try:
            array[index]
        except IndexError:
            continue
        return False
    return True


if __name__ == "__main__":
    assert not isinstance(anneal.walk, Dispatcher), "to be run with NUMBA_DISABLE_JIT=1"
    assert fails_beyond(np.zeros(3, np.int64).view(Watched))
    scenarios = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - written by the test that calls
    with np.errstate(over="ignore"):  # random numbers wrap around, as they should
        sys.stdout.buffer.write(pickle.dumps([searched(scenario) for scenario in scenarios]))
