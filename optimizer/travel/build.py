"""From a scenario to its travel matrix: direct roads, made shortest where open, plus links."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.travel.closed import Closed, closed_on
from optimizer.travel.links import UsableLink, usable_links
from optimizer.travel.matrix import Layer, TravelMatrix
from optimizer.travel.network import Network
from optimizer.travel.packed import METRE_BITS, NO_ROAD, Packed, unpack
from optimizer.travel.source import roads_of


def build_matrix(scenario: Scenario) -> TravelMatrix:
    """The shortest legs between all places, for every vehicle that a team uses and every date.

    Vehicles with the same roads and links, and dates with the same closures, share a layer.

    Raises
    ------
    ScenarioError
        If roads have to be measured and cannot be.
    """
    roads = roads_of(scenario)
    closed = {day: closed_on(scenario, day) for day in scenario.horizon.dates()}
    kinds: dict[Hashable, list[tuple[str, date]]] = {}
    for vehicle in sorted({team.vehicle for team in scenario.teams.values()}):
        for day in closed:
            kinds.setdefault(roads.alike(vehicle, day), []).append((vehicle, day))
    layers: list[Layer] = []
    layer_numbers: dict[tuple[str, date], int] = {}
    for uses in kinds.values():
        network = Network(roads.between_all(*uses[0]))
        made: dict[tuple[Closed, tuple[UsableLink, ...]], int] = {}
        for vehicle, day in uses:
            ways = closed[day], usable_links(scenario, vehicle, closed[day])
            if ways not in made:
                made[ways] = len(layers)
                layers.append(_layer(network.shortest(closed[day]), ways[1]))
            layer_numbers[vehicle, day] = made[ways]
    return TravelMatrix(tuple(scenario.places), tuple(layers), layer_numbers)


def _layer(packed: Packed, links: tuple[UsableLink, ...]) -> Layer:
    """The legs that shortest ways by road, which are overwritten, and links make up."""
    from optimizer.travel.shortest import Ways, put_in_link  # importing numba takes a while

    minutes, metres = unpack(packed)
    if not links:
        unpaid = np.broadcast_to(np.int32(0), packed.shape)
        return Layer(minutes, minutes, metres, metres, unpaid, packed < NO_ROAD)
    ways = Ways(packed, fares=np.zeros_like(metres), charged=metres, driven=minutes)
    for link in links:
        cost = (link.minutes << METRE_BITS) + link.metres
        put_in_link(ways, link.origin, link.destination, cost, link.fare_dong)
    minutes, metres = unpack(packed)
    return Layer(minutes, ways.driven, metres, ways.charged, ways.fares, packed < NO_ROAD)
