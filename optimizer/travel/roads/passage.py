"""What one kind of movement may use of a network, and how long it takes there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.roads import Movement, Speeds
from optimizer.travel.roads.network import BIT, Ints, Network
from optimizer.travel.roads.tags import RoadKind

OPENED_CLASS = "track"
"""Speed of a road that is opened by name to a movement that its class would keep out."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Passage:
    """Milliseconds along every edge of a network; 0 where it cannot be used.

    Parameters
    ----------
    forward_ms, backward_ms
        Of shape (edges,): as the edge is drawn, and against it.
    """

    network: Network
    movement: Movement
    forward_ms: Ints
    backward_ms: Ints

    @cached_property
    def usable(self) -> Mask:
        """The edges that can be used in one direction at least."""
        return (self.forward_ms > 0) | (self.backward_ms > 0)

    @cached_property
    def joinable(self) -> Mask:
        """The usable edges that one may get on to anywhere; for a boat, all of them."""
        anywhere = self.network.way_joinable[self.network.edge_way] > 0
        return self.usable if self.movement is Movement.BOAT else self.usable & anywhere

    @cached_property
    def barred(self) -> Mask:
        """The junctions at which a barrier stops this movement, of shape (junctions,)."""
        barred: Mask = (self.network.junction_barred & BIT[self.movement]) > 0
        return barred

    @cached_property
    def main(self) -> Mask:
        """The usable edges of the main network: from each of them one can get to every other and back.

        It is the strongly connected part of the most metres.  Dead ends that can be left
        again belong to it.
        """
        from scipy.sparse import coo_array  # importing scipy takes a while
        from scipy.sparse.csgraph import connected_components

        net = self.network
        tails, heads, _, _ = self.arcs(closed=None)
        shape = net.junctions, net.junctions
        graph = coo_array((np.ones(len(tails), dtype=np.int8), (tails, heads)), shape=shape)
        _, parts = connected_components(graph, connection="strong")
        both_ways = (self.forward_ms > 0) & (self.backward_ms > 0)
        belongs = both_ways | (self.usable & (parts[net.edge_from] == parts[net.edge_to]))
        metres = np.zeros(net.junctions)
        for end in (net.edge_from, net.edge_to):
            counted = belongs & ~self.barred[end]
            metres += np.bincount(parts[end[counted]], net.edge_dm[counted], minlength=net.junctions)
        in_main = parts == int(np.argmax(metres))
        ends = in_main[net.edge_from].astype(np.int8) + in_main[net.edge_to]
        main: Mask = self.usable & ((ends == 2) | ((ends == 1) & both_ways))
        return main

    def arcs(self, closed: Mask | None) -> tuple[Ints, Ints, Ints, Ints]:
        """Tails, heads, milliseconds and edges of every direction that can be used.

        Parameters
        ----------
        closed
            Edges that are left out, of shape (edges,).
        """
        net = self.network
        sides = []
        for ms, tails, heads in (
            (self.forward_ms, net.edge_from, net.edge_to),
            (self.backward_ms, net.edge_to, net.edge_from),
        ):
            # One may drive up to a barrier, and not on from it.
            usable = (ms > 0) & ~self.barred[tails]
            if closed is not None:
                usable &= ~closed
            edges = np.flatnonzero(usable)
            sides.append(np.stack([tails[edges], heads[edges], ms[edges], edges]).astype(np.int64))
        tail, head, cost, edge = np.concatenate(sides, axis=1)
        return tail, head, cost, edge


def passage(network: Network, movement: Movement, speeds: Speeds) -> Passage:
    """How a kind of movement gets along every edge at the given speeds."""
    kmh = _way_kmh(network, movement, speeds)[network.edge_way]
    passable = kmh > 0
    ms = np.zeros(network.edges, dtype=np.int64)
    # Metres over km/h: 1 dm at 1 km/h takes 360 ms.  No edge is free of time, or it would seem closed.
    ms[passable] = np.maximum(np.rint(network.edge_dm[passable] * 360 / kmh[passable]), 1)
    heading = network.way_direction[network.edge_way, list(Movement).index(movement)]
    return Passage(
        network, movement, forward_ms=np.where(heading >= 0, ms, 0), backward_ms=np.where(heading <= 0, ms, 0)
    )


def _way_kmh(network: Network, movement: Movement, speeds: Speeds) -> NDArray[np.float64]:
    """Speed on every way; 0 where the movement cannot use it."""
    bit = BIT[movement]
    by_kind = np.array([_kind_kmh(kind, kind.road_class, speeds) for kind in network.kinds])
    if_opened = np.array([_kind_kmh(kind, OPENED_CLASS, speeds) for kind in network.kinds])
    kmh: NDArray[np.float64] = by_kind[network.way_kind]
    let_in = (kmh == 0) & ((network.way_opened & bit) > 0)
    kmh = np.where(let_in, if_opened[network.way_kind], kmh)
    limit = network.way_limit_kmh.astype(np.float64)
    kmh = np.where(limit > 0, np.minimum(kmh, limit), kmh)
    kmh = np.where((network.way_minutes > 0) & (kmh > 0), _timed_kmh(network), kmh)
    return np.where((network.way_forbidden & bit) > 0, 0.0, kmh)


def _kind_kmh(kind: RoadKind, road_class: str, speeds: Speeds) -> float:
    limits = [speeds.limits[word] for word in kind.conditions if word in speeds.limits]
    return min([speeds.classes.get(road_class, 0.0), *limits])


def _timed_kmh(network: Network) -> NDArray[np.float64]:
    """The speed at which each way takes as long as its tags say."""
    length_dm = np.bincount(network.edge_way, network.edge_dm, minlength=len(network.way_id))
    with np.errstate(divide="ignore", invalid="ignore"):
        kmh: NDArray[np.float64] = length_dm * 0.0001 / (network.way_minutes / 60.0)
    return np.where(network.way_minutes > 0, kmh, 0.0)
