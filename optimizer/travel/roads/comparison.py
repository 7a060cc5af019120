"""How far the estimate from coordinates is from the roads, and which speed and detour would fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Scenario, Vehicle
from optimizer.travel.estimate import driving_minutes, great_circle_m, road_metres
from optimizer.travel.packed import NO_ROAD, unpack
from optimizer.travel.roads.source import ExtractRoads

NEAR_M = 500.0
"""Pairs of places nearer than this say nothing about a speed: whole minutes are too coarse."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Ratios of the estimate to the roads: the tenth, the middle and the ninetieth of a hundred."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The estimate beside the roads for one vehicle.

    Parameters
    ----------
    pairs
        Directed pairs of places that were compared.
    minutes, metres
        Ratios of the estimate as the scenario has it.
    speed_kmh, detour
        Those that would fit.
    fitted_minutes
        Ratios of minutes with these.
    """

    vehicle: str
    pairs: int
    minutes: Spread
    metres: Spread
    speed_kmh: float
    detour: float
    fitted_minutes: Spread


def compared(scenario: Scenario, roads: ExtractRoads) -> tuple[Comparison, ...]:
    """Every vehicle that teams use, on the date on which the fewest roads are closed.

    A vehicle of which no two places are joined is left out.
    """
    day = min(scenario.horizon.dates(), key=lambda one: len(roads.closures(one)))
    found = []
    for vehicle in sorted({team.vehicle for team in scenario.teams.values()}):
        packed = roads.between_all(vehicle, day)
        one = _compared(scenario, scenario.vehicles[vehicle], packed)
        if one is not None:
            found.append(one)
    return tuple(found)


def _compared(scenario: Scenario, vehicle: Vehicle, packed: NDArray[np.int64]) -> Comparison | None:
    places = tuple(scenario.places.values())
    straight_m = great_circle_m(places, places)
    minutes, metres = unpack(packed)
    counted = (packed < NO_ROAD) & (straight_m >= NEAR_M) & (minutes > 0)
    if not counted.any():
        return None
    straight, real_min, real_m = straight_m[counted], minutes[counted], metres[counted]
    detour = round(float(np.clip(np.median(real_m / straight), 1.0, 20.0)), 2)
    speed_kmh = round(float(np.median(real_m * 0.06 / real_min)), 1)
    fitted = Vehicle(vehicle.id, speed_kmh=max(speed_kmh, 0.1), detour=detour)
    told_m = road_metres(straight, vehicle)
    return Comparison(
        vehicle=vehicle.id,
        pairs=int(counted.sum()),
        minutes=_spread(driving_minutes(told_m, vehicle) / real_min),
        metres=_spread(told_m / real_m),
        speed_kmh=fitted.speed_kmh,
        detour=detour,
        fitted_minutes=_spread(driving_minutes(road_metres(straight, fitted), fitted) / real_min),
    )


def _spread(ratios: NDArray[np.float64]) -> Spread:
    low, middle, high = np.percentile(ratios, [10, 50, 90]).tolist()
    return Spread(low, middle, high)
