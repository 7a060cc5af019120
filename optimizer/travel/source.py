"""Where direct roads come from: an estimate from coordinates, a given table, an extract, or a server."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from pathlib import Path
from typing import Protocol

from optimizer.domain.scenario import Scenario
from optimizer.travel.estimate import EstimatedRoads
from optimizer.travel.given import GivenRoads
from optimizer.travel.packed import Packed


class Roads(Protocol):
    """Direct roads between all places, packed, for every vehicle and date."""

    def alike(self, vehicle: str, day: date) -> Hashable:
        """Equal for vehicles and dates with the same roads."""

    def between_all(self, vehicle: str, day: date) -> Packed:
        """Direct roads of shape (places, places), zeros on the diagonal."""

    def into(self, vehicle: str, day: date, place: int) -> Packed:
        """Direct roads from every place to one, of shape (places,)."""


def roads_of(scenario: Scenario) -> Roads:
    """The scenario's roads: those of its extract or server, the given table, or else the estimate."""
    if scenario.roads is not None:
        from optimizer.travel.roads.source import ExtractRoads  # only what a scenario needs is imported

        return ExtractRoads(scenario, scenario.roads)
    if scenario.server is not None:
        from optimizer.travel.servers.source import ServerRoads

        return ServerRoads(scenario, scenario.server)
    if scenario.legs is None:
        return EstimatedRoads(tuple(scenario.places.values()), tuple(scenario.vehicles.values()))
    return GivenRoads(scenario.legs, len(scenario.places), tuple(scenario.vehicles))


def keep_measured(scenario: Scenario, folder: Path) -> None:
    """Copy what was measured on an extract, or told by a server, beside the frozen copy of the scenario.

    The copy then needs neither.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    if scenario.roads is not None:
        from optimizer.travel.roads.source import ExtractRoads

        ExtractRoads(scenario, scenario.roads).keep_with(folder)
    if scenario.server is not None:
        from optimizer.travel.servers.source import ServerRoads

        ServerRoads(scenario, scenario.server).keep_with(folder)
