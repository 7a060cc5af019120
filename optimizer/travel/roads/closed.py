"""Which stretches of road the scenario's closures take out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from optimizer.domain.roads import RoadClosure
from optimizer.domain.scenario import Place
from optimizer.travel.roads.network import METRES_PER_DEGREE, Ints, Network
from optimizer.travel.roads.passage import Mask

_WITHOUT_MARK = str.maketrans("đĐ", "dD")


@dataclass(frozen=True, slots=True)
class ClosedRoads:
    """Stretches of edges that cannot be used.

    Parameters
    ----------
    stretches
        By edge: first and last decimetre of what is closed on it.
    unmatched
        Numbers of the closures, in the order given, that no road answers to.
    """

    stretches: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    unmatched: tuple[int, ...] = ()

    def mask(self, edges: int) -> Mask | None:
        """The edges that cannot be driven from end to end; None if there is none."""
        if not self.stretches:
            return None
        mask = np.zeros(edges, dtype=np.bool_)
        mask[list(self.stretches)] = True
        return mask

    def between(self, edge: int, one_dm: int, other_dm: int) -> bool:
        """Whether something is closed between two points of an edge, both included."""
        low, high = sorted((one_dm, other_dm))
        return any(first <= high and last >= low for first, last in self.stretches.get(edge, ()))


def closed_roads(network: Network, closures: Sequence[RoadClosure]) -> ClosedRoads:
    """The stretches that closures take out, whatever their dates."""
    stretches: dict[int, list[tuple[int, int]]] = {}
    unmatched = []
    for number, closure in enumerate(closures):
        found = list(_stretches(network, closure))
        if not found:
            unmatched.append(number)
        for edge, first, last in found:
            stretches.setdefault(edge, []).append((first, last))
    return ClosedRoads(stretches, tuple(unmatched))


def same_name(wanted: str, label: str) -> bool:
    """Whether a road's label is meant: equal, or one of its words in a row, case and marks aside."""
    words = _plain(wanted)
    # Roads that have no name are not those of a name without letters.
    return bool(words) and f" {words} " in f" {_plain(label)} "


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_WITHOUT_MARK))
    letters = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(letters.casefold().replace(".", " ").replace("-", " ").split())


def _stretches(network: Network, closure: RoadClosure) -> Iterable[tuple[int, int, int]]:
    if closure.lat is not None and closure.lon is not None:
        here = Place("", "", closure.lat, closure.lon)
        return _around(network, here, closure.radius_m)
    if closure.way is not None:
        ways = np.flatnonzero(network.way_id == closure.way)
    else:
        meant = np.array([same_name(closure.name, label) for label in network.labels])
        ways = np.flatnonzero(meant[network.way_label])
    return _whole(network, np.flatnonzero(np.isin(network.edge_way, ways)))


def _whole(network: Network, edges: Ints) -> Iterable[tuple[int, int, int]]:
    return ((edge, 0, int(network.edge_dm[edge])) for edge in edges.tolist())


def _around(network: Network, here: Place, radius_m: float) -> Iterable[tuple[int, int, int]]:
    """The part of every edge that lies within a circle."""
    starts, edges = network.segments
    east = METRES_PER_DEGREE * np.cos(np.radians(here.lat))
    x = (np.stack([network.lon[starts], network.lon[starts + 1]]) - here.lon) * east
    y = (np.stack([network.lat[starts], network.lat[starts + 1]]) - here.lat) * METRES_PER_DEGREE
    step_x, step_y = x[1] - x[0], y[1] - y[0]
    square = np.maximum(step_x**2 + step_y**2, 1e-9)
    middle = -(x[0] * step_x + y[0] * step_y) / square
    nearest = np.hypot(x[0] + middle * step_x, y[0] + middle * step_y)
    half = np.sqrt(np.maximum(radius_m**2 - nearest**2, 0.0) / square)
    low, high = np.clip(middle - half, 0.0, 1.0), np.clip(middle + half, 0.0, 1.0)
    inside = (nearest <= radius_m) & (middle + half >= 0.0) & (middle - half <= 1.0)
    for at in np.flatnonzero(inside).tolist():
        point, edge = int(starts[at]), int(edges[at])
        before = int(network.along_dm[point]) - int(network.along_dm[network.edge_first[edge]])
        length = int(network.along_dm[point + 1]) - int(network.along_dm[point])
        yield edge, round(before + low[at] * length), round(before + high[at] * length)
