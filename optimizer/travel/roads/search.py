"""Quickest ways through a network of roads: compiled loops over bare arrays.

Costs are packed: milliseconds in the upper bits, decimetres below them, so that of two ways that
take equally long the shorter one counts, and time and length are always those of one way.

Importing this module imports numba.

References
----------
E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1 (1959),
problem 2; with a binary heap in which outdated entries are passed over.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from optimizer.travel.packed import NO_ROAD

Ints = NDArray[np.int64]
NO_ARC = -1


@njit(cache=True, nogil=True)
def _push(keys: Ints, nodes: Ints, size: int, key: int, node: int) -> None:
    at = size
    while at > 0:
        above = (at - 1) >> 1
        if keys[above] <= key:
            break
        keys[at], nodes[at] = keys[above], nodes[above]
        at = above
    keys[at], nodes[at] = key, node


@njit(cache=True, nogil=True)
def _drop_least(keys: Ints, nodes: Ints, size: int) -> None:
    """Take the least entry off a heap of `size`: the last one sinks to its place."""
    size -= 1
    key, node = keys[size], nodes[size]
    at = 0
    while True:
        below = 2 * at + 1
        if below >= size:
            break
        if below + 1 < size and keys[below + 1] < keys[below]:
            below += 1
        if keys[below] >= key:
            break
        keys[at], nodes[at] = keys[below], nodes[below]
        at = below
    keys[at], nodes[at] = key, node


@njit(cache=True, nogil=True)
def settle(  # noqa: PLR0917 - bare arrays
    first: Ints,
    heads: Ints,
    costs: Ints,
    starts: Ints,
    start_costs: Ints,
    wanted: NDArray[np.bool_],
    best: Ints,
    came_by: Ints,
    keys: Ints,
    nodes: Ints,
) -> None:
    """Costs of the quickest ways from some junctions, until all that are wanted are known.

    Parameters
    ----------
    first, heads, costs
        Arcs by their tail: those of junction `i` are ``first[i]`` to ``first[i + 1]``.
    starts, start_costs
        Where ways begin, and the cost of getting there; `NO_ROAD` for a start that is none.
    wanted
        The junctions whose costs are asked for.
    best, came_by
        Costs, and the arc by which each junction is reached, of shape (junctions,); filled in.
    keys, nodes
        Room for a heap, of at least arcs + starts entries.
    """
    best[:] = NO_ROAD
    came_by[:] = NO_ARC
    left = 0
    for node in range(wanted.size):
        if wanted[node]:
            left += 1
    size = 0
    for k in range(starts.size):
        if start_costs[k] < best[starts[k]]:
            best[starts[k]] = start_costs[k]
            _push(keys, nodes, size, start_costs[k], starts[k])
            size += 1
    while size > 0 and left > 0:
        cost, node = keys[0], nodes[0]
        _drop_least(keys, nodes, size)
        size -= 1
        if cost > best[node]:
            continue
        if wanted[node]:
            left -= 1
        for arc in range(first[node], first[node + 1]):
            reached = cost + costs[arc]
            if reached < best[heads[arc]]:
                best[heads[arc]] = reached
                came_by[heads[arc]] = arc
                _push(keys, nodes, size, reached, heads[arc])
                size += 1


@njit(cache=True, nogil=True)
def between(  # noqa: PLR0917 - bare arrays
    first: Ints,
    heads: Ints,
    costs: Ints,
    doors: Ints,
    leave: Ints,
    enter: Ints,
    rows: Ints,
    ways: Ints,
) -> None:
    """The costs from some places to all places, written into their rows of `ways`.

    Parameters
    ----------
    doors
        The two junctions at the ends of each place's edge, of shape (places, 2).
    leave, enter
        Costs from the place to each of them, and back; `NO_ROAD` where one cannot go.
    """
    junctions = first.size - 1
    best = np.empty(junctions, dtype=np.int64)
    came_by = np.empty(junctions, dtype=np.int64)
    keys = np.empty(heads.size + 2, dtype=np.int64)
    nodes = np.empty(heads.size + 2, dtype=np.int64)
    wanted = np.zeros(junctions, dtype=np.bool_)
    for j in range(doors.shape[0]):
        for side in range(2):
            if enter[j, side] < NO_ROAD:
                wanted[doors[j, side]] = True
    for i in rows:
        settle(first, heads, costs, doors[i], leave[i], wanted, best, came_by, keys, nodes)
        for j in range(doors.shape[0]):
            for side in range(2):
                reached = best[doors[j, side]]
                if reached < NO_ROAD and enter[j, side] < NO_ROAD:
                    ways[i, j] = min(ways[i, j], reached + enter[j, side])
