"""How one gets from a place on an edge to the ends of that edge, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.travel.packed import METRE_BITS, NO_ROAD
from optimizer.travel.roads.closed import ClosedRoads
from optimizer.travel.roads.network import Ints
from optimizer.travel.roads.passage import Passage
from optimizer.travel.roads.snapping import Snap


@dataclass(frozen=True)
class Doors:
    """Junctions next to each place, and packed costs from and to them; see `search.between`.

    A place without a road has doors that lead nowhere.
    """

    junctions: Ints
    leave: Ints
    enter: Ints


def doors_of(passage: Passage, snaps: Sequence[Snap | None], closed: ClosedRoads) -> Doors:
    """The doors of places where they join the roads."""
    net = passage.network
    shape = len(snaps), 2
    doors = Doors(np.zeros(shape, dtype=np.int64), np.full(shape, NO_ROAD), np.full(shape, NO_ROAD))
    for place, snap in enumerate(snaps):
        if snap is None:
            continue
        ends = (int(net.edge_from[snap.edge]), 0), (int(net.edge_to[snap.edge]), int(net.edge_dm[snap.edge]))
        for side, (junction, end_dm) in enumerate(ends):
            doors.junctions[place, side] = junction
            # At the junction itself one is on the other roads too.
            if snap.at_dm != end_dm and closed.between(snap.edge, snap.at_dm, end_dm):
                continue
            doors.leave[place, side] = along(passage, snap.edge, snap.at_dm, end_dm)
            # Behind a barrier one does not arrive from beyond it.
            if not passage.barred[junction]:
                doors.enter[place, side] = along(passage, snap.edge, end_dm, snap.at_dm)
    return doors


def along(passage: Passage, edge: int, from_dm: int, to_dm: int) -> int:
    """Packed cost of going along an edge between two of its points; `NO_ROAD` against a one-way sign."""
    if from_dm == to_dm:
        return 0
    whole_ms = int((passage.forward_ms if to_dm > from_dm else passage.backward_ms)[edge])
    if whole_ms == 0:
        return NO_ROAD
    length = abs(to_dm - from_dm)
    ms = round(whole_ms * length / max(1, int(passage.network.edge_dm[edge])))
    return (ms << METRE_BITS) + length
