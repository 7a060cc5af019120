"""Where direct roads come from: an estimate from coordinates, or a table given by the planner."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

from optimizer.domain.scenario import Scenario
from optimizer.travel.estimate import EstimatedRoads
from optimizer.travel.given import GivenRoads
from optimizer.travel.packed import Packed


class Roads(Protocol):
    """Direct roads between all places, packed, for every vehicle."""

    def alike(self, vehicle: str) -> Hashable:
        """Equal for vehicles with the same roads."""

    def between_all(self, vehicle: str) -> Packed:
        """Direct roads of shape (places, places), zeros on the diagonal."""

    def into(self, vehicle: str, place: int) -> Packed:
        """Direct roads from every place to one, of shape (places,)."""


def roads_of(scenario: Scenario) -> Roads:
    """The scenario's roads: the given table, or else the estimate."""
    if scenario.legs is None:
        return EstimatedRoads(tuple(scenario.places.values()), tuple(scenario.vehicles.values()))
    return GivenRoads(scenario.legs, len(scenario.places), tuple(scenario.vehicles))
