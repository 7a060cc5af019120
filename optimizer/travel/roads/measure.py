"""Minutes and metres between all places, by the quickest ways through the roads that are open."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from optimizer.domain.scenario import Place
from optimizer.travel.estimate import great_circle_m
from optimizer.travel.packed import METRE_BITS, NO_ROAD, Packed, pack
from optimizer.travel.roads.closed import ClosedRoads
from optimizer.travel.roads.contract import contracted
from optimizer.travel.roads.doors import along, doors_of
from optimizer.travel.roads.network import Ints
from optimizer.travel.roads.passage import Passage
from optimizer.travel.roads.snapping import FAR_M, Snap

_MS_PER_MINUTE = 60_000
_DM_MASK = (1 << METRE_BITS) - 1


def measured(
    passage: Passage,
    places: Sequence[Place],
    snaps: Sequence[Snap | None],
    closed: ClosedRoads,
    dry: Callable[[Place, Place], bool],
    *,
    walking_kmh: float,
) -> Packed:
    """Packed minutes and metres of shape (places, places); minutes are rounded up at the very end.

    Each leg is the way on foot to the road, by vehicle, and on foot from it.  Places on one
    edge may also be walked between, up to `FAR_M`, where that is quicker; places at the same spot are no way
    apart.

    Parameters
    ----------
    dry
        Whether one can walk straight between two places without crossing water.
    """
    ways = _driven(passage, snaps, closed)
    walks = np.array([0 if snap is None else walk_cost(snap.walk_m, walking_kmh) for snap in snaps])
    neighbours = list(_neighbours(snaps, closed))
    for one, other, edge, here_dm, there_dm in neighbours:
        ways[one, other] = min(ways[one, other], along(passage, edge, here_dm, there_dm))
    open_ways = ways < NO_ROAD
    ways[open_ways] = (ways + walks[:, None] + walks[None, :])[open_ways]
    for one, other, *_ in neighbours:
        straight_m = float(great_circle_m([places[one]], [places[other]])[0, 0])
        walked = walk_cost(straight_m, walking_kmh)
        if straight_m <= FAR_M and walked < ways[one, other] and dry(places[one], places[other]):
            ways[one, other] = walked
    _join_same_spots(ways, places)
    return _rounded(ways)


def walk_cost(metres: float, walking_kmh: float) -> int:
    """Packed milliseconds and decimetres of a way on foot."""
    decimetres = round(metres * 10)
    return (round(decimetres * 360 / walking_kmh) << METRE_BITS) + decimetres


def arc_table(passage: Passage, closed: ClosedRoads) -> tuple[Ints, Ints, Ints, Ints]:
    """Arcs by their tail as `search` takes them: first, heads, packed costs; and the edges of the arcs."""
    net = passage.network
    tails, heads, ms, edges = passage.arcs(closed.mask(net.edges))
    order = np.argsort(tails, kind="stable")
    counts = np.bincount(tails, minlength=net.junctions)
    first = np.concatenate([[0], np.cumsum(counts)])
    costs = (ms << METRE_BITS) + net.edge_dm[edges]
    return first, heads[order], costs[order], edges[order]


def _driven(passage: Passage, snaps: Sequence[Snap | None], closed: ClosedRoads) -> Packed:
    """Packed milliseconds and decimetres between the points where places join the roads."""
    from optimizer.kernel_cache import prepare

    prepare()
    from optimizer.travel.roads.search import between

    ways = np.full((len(snaps), len(snaps)), NO_ROAD, dtype=np.int64)
    if all(snap is None for snap in snaps):
        return ways
    doors = doors_of(passage, snaps, closed)
    needed = np.zeros(passage.network.junctions, dtype=np.bool_)
    needed[doors.junctions[[snap is not None for snap in snaps]]] = True
    tails, heads, ms, edges = passage.arcs(closed.mask(passage.network.edges))
    net = contracted(tails, heads, (ms << METRE_BITS) + passage.network.edge_dm[edges], needed)
    junctions = np.maximum(net.number[doors.junctions], 0)  # a place without a road has doors to nowhere
    workers = min(os.cpu_count() or 1, len(snaps))
    shares = [np.arange(worker, len(snaps), workers) for worker in range(workers)]
    with ThreadPoolExecutor(workers) as threads:
        done = [
            threads.submit(
                between, net.first, net.heads, net.costs, junctions, doors.leave, doors.enter, rows, ways
            )
            for rows in shares
        ]
        for one in done:
            one.result()
    return ways


def _neighbours(
    snaps: Sequence[Snap | None], closed: ClosedRoads
) -> Iterator[tuple[int, int, int, int, int]]:
    """Every two places on one edge with nothing closed between them, both ways.

    Their numbers, the edge, and where on it they are, in decimetres from its start.
    """
    by_edge: dict[int, list[tuple[int, int]]] = {}
    for place, snap in enumerate(snaps):
        if snap is not None:
            by_edge.setdefault(snap.edge, []).append((place, snap.at_dm))
    for edge, joined in by_edge.items():
        for one, here_dm in joined:
            for other, there_dm in joined:
                if one != other and not closed.between(edge, here_dm, there_dm):
                    yield one, other, edge, here_dm, there_dm


def _join_same_spots(ways: Packed, places: Sequence[Place]) -> None:
    spots: dict[tuple[float, float], list[int]] = {}
    for number, place in enumerate(places):
        spots.setdefault((place.lat, place.lon), []).append(number)
    for numbers in spots.values():
        ways[np.ix_(numbers, numbers)] = 0


def _rounded(ways: Packed) -> Packed:
    """Whole minutes, rounded up, and whole metres."""
    open_ways = ways < NO_ROAD
    minutes = -(-(ways >> METRE_BITS) // _MS_PER_MINUTE)
    metres = np.rint((ways & _DM_MASK) / 10).astype(np.int64)
    rounded = pack(minutes, metres)
    rounded[~open_ways] = NO_ROAD
    return rounded
