"""Small graphs of places: scenarios with given legs, and the same graph in networkx to judge them by."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from math import asin, ceil, cos, radians, sin, sqrt
from typing import Any

import networkx as nx

from optimizer.domain.scenario import LegTable, Place, Scenario, Vehicle
from optimizer.travel.matrix import Leg
from tests.build import scenario, site

DIGIT = 1 << 40
"""Costs are digits of one exact integer, so that networkx compares them in order."""


def given(*rows: tuple[int, int, int, int] | tuple[int, int, int, int, int]) -> LegTable:
    """Legs as (origin, destination, minutes, metres[, vehicle]) by place number; 0 is the base."""
    columns = [array("i", column) for column in zip(*((*row, -1)[:5] for row in rows), strict=True)]
    return LegTable(*(columns or [array("i") for _ in range(5)]))


def towns(count: int, **more: Any) -> Scenario:
    """A base ``home`` (place 0) and the sites ``s1``, ``s2``, … up to `count`."""
    return scenario(*(site(f"s{number}") for number in range(1, count + 1)), **more)


def true_legs(scenario: Scenario, vehicle: str, day: date) -> Mapping[tuple[str, str], Leg]:
    """Every leg that exists, by networkx from the rules of the scenario, independently of the product."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(scenario.places)
    shut = [set(closure.places) for closure in scenario.closures if closure.start <= day <= closure.end]
    for origin, destination, minutes, metres in _roads(scenario, vehicle):
        if not _is_shut(shut, origin, destination):
            graph.add_edge(origin, destination, weight=_number(minutes, metres, 0, metres, minutes))
    for link in scenario.links:
        if link.vehicle in {None, vehicle} and not _is_shut(shut, link.origin, link.destination):
            weight = _number(link.minutes, link.metres, link.dong_per_officer, 0, 0)
            graph.add_edge(link.origin, link.destination, weight=weight)
            if not link.one_way:
                graph.add_edge(link.destination, link.origin, weight=weight)
    return {
        (origin, destination): _leg(total)
        for origin, totals in nx.all_pairs_dijkstra_path_length(graph)
        for destination, total in totals.items()
    }


def _is_shut(shut: Iterable[set[str]], origin: str, destination: str) -> bool:
    return any(
        one == {origin, destination} or (len(one) == 1 and one & {origin, destination}) for one in shut
    )


def _roads(scenario: Scenario, vehicle: str) -> Iterable[tuple[str, str, int, int]]:
    ids = list(scenario.places)
    if scenario.legs is None:
        moves = scenario.vehicles[vehicle]
        for origin in scenario.places.values():
            for destination in scenario.places.values():
                yield origin.id, destination.id, *estimated(origin, destination, moves)
        return
    legs = scenario.legs
    number = list(scenario.vehicles).index(vehicle)
    for row in zip(legs.origin, legs.destination, legs.minutes, legs.metres, legs.vehicle, strict=True):
        if row[4] in {-1, number}:
            yield ids[row[0]], ids[row[1]], row[2], row[3]


def estimated(origin: Place, destination: Place, moves: Vehicle) -> tuple[int, int]:
    """Minutes and metres of a direct road by the rule of the estimate."""
    north, east = radians(destination.lat - origin.lat), radians(destination.lon - origin.lon)
    across = cos(radians(origin.lat)) * cos(radians(destination.lat)) * sin(east / 2) ** 2
    chord = sqrt(sin(north / 2) ** 2 + across)
    metres = round(2 * 6371008.8 * asin(chord) * moves.detour)
    return ceil(Fraction(metres, 1000) / Fraction(str(moves.speed_kmh)) * 60), metres


def _number(*costs: int) -> int:
    total = 0
    for cost in costs:
        total = total * DIGIT + cost
    return total


def _leg(total: int) -> Leg:
    costs = []
    for _ in range(5):
        total, cost = divmod(total, DIGIT)
        costs.append(cost)
    driven, charged, fare, metres, minutes = costs
    return Leg(minutes, driven, metres, charged, fare)
