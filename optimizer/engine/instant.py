"""Bounds that need no search: all cases, or as many as the stations have minutes for."""

from __future__ import annotations

import numpy as np

from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem


def instant_bound(problem: Problem) -> tuple[int, str]:
    """The lower of the worth of all cases, and of the densest ones that fill all station-minutes.

    Returns
    -------
    The bound in mđ, and which of the two it is.
    """
    total = sum(int(value) * int(n) for value, n in zip(problem.value, problem.outstanding, strict=True))
    left, worth = station_minutes(problem), 0
    for c in np.argsort(-problem.density, kind="stable").tolist():
        minutes, value = int(problem.cell[c]), int(problem.value[c])
        whole = min(int(problem.outstanding[c]), left // minutes)
        worth += whole * value
        left -= whole * minutes
        if whole < problem.outstanding[c]:
            worth += -(-left * value // minutes)
            break
    return (worth, "station_minutes") if worth < total else (total, "total")


def station_minutes(problem: Problem) -> int:
    """Minutes of all stations of all teams on all their days."""
    team = problem.team
    shift = np.minimum(team[:, arrays.SHIFT_END] - team[:, arrays.SHIFT_START], team[:, arrays.MAX_WORK])
    days = problem.day[:, arrays.AVAILABLE].reshape(problem.teams, problem.days).sum(axis=1)
    return int((shift * days * team[:, arrays.STATIONS]).sum())
