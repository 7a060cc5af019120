"""The chain of roads and links that a leg of the matrix goes through, place by place."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.travel.closed import Closed, closed_on
from optimizer.travel.links import UsableLink, usable_links
from optimizer.travel.matrix import Layer, TravelMatrix
from optimizer.travel.packed import NO_ROAD, unpack
from optimizer.travel.source import roads_of


@dataclass(frozen=True, slots=True)
class Hop:
    """One direct way of a leg, between two places by id.

    Parameters
    ----------
    fare_dong
        The link's fare per officer; 0 on a road.
    by_link
        True for a link (a flight, a ferry), false for a road.
    """

    origin: str
    destination: str
    minutes: int
    metres: int
    fare_dong: int
    by_link: bool


def hops(  # noqa: PLR0917 - which leg, in the order of `TravelMatrix.leg`
    scenario: Scenario, travel: TravelMatrix, vehicle: str, day: date, origin: str, destination: str
) -> tuple[Hop, ...]:
    """The hops of one leg; see `WayFinder.hops`, which answers faster for many legs."""
    return WayFinder(scenario, travel).hops(vehicle, day, origin, destination)


class WayFinder:
    """Tells of any leg of a travel matrix by which places and links it goes.

    The matrix knows what a leg costs and not where it leads.  The way is found from its end:
    a last hop belongs to a shortest way exactly if the leg to where the hop begins, plus the
    hop, is the whole leg, in minutes, metres, fare, charged metres and driven minutes.
    """

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario = scenario
        self._travel = travel
        self._roads = roads_of(scenario)
        self._open: dict[tuple[str, date], tuple[Closed, tuple[UsableLink, ...]]] = {}

    def hops(self, vehicle: str, day: date, origin: str, destination: str) -> tuple[Hop, ...]:
        """The fewest hops that make up the leg; none from a place to itself.

        Their minutes, metres and fares sum to those of ``travel.leg(...)``.

        Raises
        ------
        ValueError
            If there is no road between the two places on that date.
        """
        import networkx as nx  # here, as importing it takes a while

        if self._travel.leg(vehicle, day, origin, destination) is None:
            message = f"no road from {origin!r} to {destination!r} on {day}"
            raise ValueError(message)
        start, end = self._travel.numbers[origin], self._travel.numbers[destination]
        ways = nx.DiGraph()
        ways.add_node(end)
        waiting = deque([end])
        while start not in ways:
            place = waiting.popleft()
            for before, hop in self._last_hops(vehicle, day, start, place):
                if before not in ways:
                    waiting.append(before)
                if not ways.has_edge(before, place):
                    ways.add_edge(before, place, hop=hop)
        path = nx.shortest_path(ways, start, end)
        return tuple(ways.edges[pair]["hop"] for pair in nx.utils.pairwise(path))

    def _last_hops(self, vehicle: str, day: date, start: int, place: int) -> Iterator[tuple[int, Hop]]:
        """Every direct way into `place` that ends a shortest way from `start`, with where it begins."""
        layer = self._travel.layer(vehicle, day)
        closed, links = self._usable(vehicle, day)
        ids = self._travel.place_ids
        roads = self._roads.into(vehicle, day, place)
        minutes, metres = unpack(roads)
        ends_leg = layer.reachable[start] & (roads < NO_ROAD)
        for legs, hop in (
            (layer.minutes, minutes),
            (layer.metres, metres),
            (layer.fare_dong, 0),
            (layer.charged_metres, metres),
            (layer.drive_minutes, minutes),
        ):
            ends_leg &= legs[start] + hop == legs[start, place]
        for before in np.flatnonzero(ends_leg).tolist():
            if closed.forbids(before, place):
                continue
            cost = int(minutes[before]), int(metres[before]), 0
            yield before, Hop(ids[before], ids[place], *cost, by_link=False)
        for link in links:
            if link.destination == place and _ends_leg(layer, start, link):
                cost = link.minutes, link.metres, link.fare_dong
                yield link.origin, Hop(ids[link.origin], ids[place], *cost, by_link=True)

    def _usable(self, vehicle: str, day: date) -> tuple[Closed, tuple[UsableLink, ...]]:
        if (vehicle, day) not in self._open:
            closed = closed_on(self._scenario, day)
            self._open[vehicle, day] = closed, usable_links(self._scenario, vehicle, closed)
        return self._open[vehicle, day]


def _ends_leg(layer: Layer, start: int, link: UsableLink) -> bool:
    """Whether the leg from `start` to the link's origin, plus the link, is the leg to its destination."""
    before, after = (start, link.origin), (start, link.destination)
    return bool(
        layer.reachable[before]
        and layer.minutes[before] + link.minutes == layer.minutes[after]
        and layer.metres[before] + link.metres == layer.metres[after]
        and layer.fare_dong[before] + link.fare_dong == layer.fare_dong[after]
        and layer.charged_metres[before] == layer.charged_metres[after]
        and layer.drive_minutes[before] == layer.drive_minutes[after]
    )
