"""Where the sites lie to each other: their order and clusters, and legs between them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels import waypoints
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.kernels.day import LIMIT, Ground

Ints = NDArray[np.int64]

IN_A_CLUSTER = 8
"""Sites of a cluster, on average."""


class Grounds:
    """The sites in clusters, and their legs by layer and tariff.

    Parameters
    ----------
    order
        int64 (rows,): sites, cluster by cluster, from `clusters`.
    first
        int64 (clusters + 1,): where the rows of each begin.
    unit
        Money unit in mđ; costs are rounded down to it.
    """

    def __init__(self, problem: Problem, order: Ints, first: Ints, unit: int) -> None:
        self._problem = problem
        self.order = order
        self.place = order + problem.first_site
        self._first = first
        self.cost = np.minimum(problem.cost // unit, LIMIT).astype(np.int32)
        self._made: dict[tuple[int, int], tuple[Ground, NDArray[np.bool_]]] = {}

    def on(self, layer: int, tariff: int) -> Ground:
        """Legs between the sites."""
        return self._both(layer, tariff)[0]

    def waypoint(self, layer: int, tariff: int) -> NDArray[np.bool_]:
        """By row: may a visit there shorten the way, in money, between two other places?"""
        return self._both(layer, tariff)[1]

    def _both(self, layer: int, tariff: int) -> tuple[Ground, NDArray[np.bool_]]:
        if (layer, tariff) not in self._made:
            problem = self._problem
            between = np.ix_(self.place, self.place)
            minutes = problem.minutes[layer][between].T
            cost = self.cost[tariff][between].T
            near = _near(minutes, cost, self._first)
            ground = Ground(np.stack([minutes, cost], axis=2), self._first, near, near.shape[1])
            found = np.zeros(problem.sites, np.bool_)
            waypoints.find_waypoints(problem.minutes[layer], problem.cost[tariff], problem.first_site, found)
            self._made[layer, tariff] = ground, found[self.order]
        return self._made[layer, tariff]


def _near(minutes: NDArray[np.int32], cost: NDArray[np.int32], first: Ints) -> NDArray[np.int32]:
    """Column `near` of a ground."""
    least_min = np.minimum.reduceat(minutes, first[:-1], axis=1)
    least_cost = np.minimum.reduceat(cost, first[:-1], axis=1)
    own = np.repeat(np.arange(len(first) - 1), np.diff(first))
    distance = least_min.astype(np.int64)
    distance[np.arange(len(own)), own] = -1
    order = np.argsort(distance, axis=1, kind="stable").astype(np.int32)
    least_min = np.take_along_axis(least_min, order, axis=1)
    least_cost = np.take_along_axis(least_cost, order, axis=1)
    beyond = np.minimum.accumulate(least_cost[:, ::-1], axis=1)[:, ::-1]
    return np.stack([order, least_min, least_cost, beyond], axis=2)


def clusters(problem: Problem) -> tuple[Ints, Ints]:
    """The sites cluster by cluster, and where each begins: around a few sites that lie far apart."""
    between = problem.minutes.min(axis=0)[problem.first_site :, problem.first_site :]
    between = np.minimum(between, between.T)
    centres = [int(between.sum(axis=0, dtype=np.int64).argmin())]
    away = between[centres[0]].copy()
    while len(centres) < problem.sites // IN_A_CLUSTER:
        centres.append(int(away.argmax()))
        away = np.minimum(away, between[centres[-1]])
    # A centre may be as near to an earlier one, so that no site is left for it.
    cluster = np.unique(between[centres].argmin(axis=0), return_inverse=True)[1]
    order = np.argsort(cluster, kind="stable").astype(np.int64)
    return order, np.searchsorted(cluster[order], np.arange(cluster.max() + 2)).astype(np.int64)
