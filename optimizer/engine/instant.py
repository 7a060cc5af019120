"""Bounds that need no search: all cases, or as many as the stations have minutes for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem


def instant_bound(problem: Problem) -> tuple[int, str]:
    """The lower of the worth of all cases, and of the densest ones that fill all station-minutes.

    Returns
    -------
    The bound in mđ, and which of the two it is.
    """
    value = cell_values(problem)
    total = sum(int(worth) * int(n) for worth, n in zip(value, problem.outstanding, strict=True))
    left, worth = station_minutes(problem), 0
    of_a_case = cell_minutes(problem)
    for c in np.argsort(-value / of_a_case, kind="stable").tolist():
        minutes, of_one = int(of_a_case[c]), int(value[c])
        whole = min(int(problem.outstanding[c]), left // minutes)
        worth += whole * of_one
        left -= whole * minutes
        if whole < problem.outstanding[c]:
            worth += -(-left * of_one // minutes)
            break
    return (worth, "station_minutes") if worth < total else (total, "total")


def cell_values(problem: Problem) -> NDArray[np.float64]:
    """The most that a case of each cell is worth, in mđ, wherever it is served; 0 if it only ever costs."""
    return np.maximum(np.maximum.reduceat(problem.value[problem.user], problem.first_user[:-1]), 0.0)


def cell_minutes(problem: Problem) -> NDArray[np.int64]:
    """Station-minutes per case of each cell."""
    minutes: NDArray[np.int64] = problem.slot[problem.user[problem.first_user[:-1]], arrays.MINUTES]
    return minutes


def station_minutes(problem: Problem) -> int:
    """Minutes of all stations of all teams on all their days."""
    team = problem.team
    shift = np.minimum(team[:, arrays.SHIFT_END] - team[:, arrays.SHIFT_START], team[:, arrays.MAX_WORK])
    days = problem.day[:, arrays.AVAILABLE].reshape(problem.teams, problem.days).sum(axis=1)
    return int((shift * days * team[:, arrays.STATIONS]).sum())
