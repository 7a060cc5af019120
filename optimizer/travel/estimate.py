"""Roads estimated from coordinates: the great circle, lengthened by the vehicle's detour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Place, Scenario, Vehicle
from optimizer.travel.packed import Packed, pack

EARTH_RADIUS_M = 6_371_008.8
FINEST_SPEED = 10**6
"""Speeds are taken as fractions with at most this denominator, so that minutes are exact in int64."""

Metres = NDArray[np.int64]


def great_circle_m(origins: Sequence[Place], destinations: Sequence[Place]) -> NDArray[np.float64]:
    """Metres along the sphere, of shape (origins, destinations), by the haversine formula."""
    from_lat, from_lon = _radians(origins)
    to_lat, to_lon = _radians(destinations)
    haversine = np.sin((from_lon[:, None] - to_lon) / 2) ** 2
    haversine *= np.cos(from_lat)[:, None] * np.cos(to_lat)
    haversine += np.sin((from_lat[:, None] - to_lat) / 2) ** 2
    np.minimum(haversine, 1.0, out=haversine)
    np.sqrt(haversine, out=haversine)
    np.arcsin(haversine, out=haversine)
    haversine *= 2 * EARTH_RADIUS_M
    return haversine


def sites_within(scenario: Scenario, radius_km: float) -> Iterator[tuple[str, str]]:
    """Ids of every two different sites that are no farther apart than the radius, both ways."""
    sites = tuple(scenario.sites.values())
    near = great_circle_m(sites, sites) <= radius_km * 1000.0
    np.fill_diagonal(near, val=False)
    for one, other in np.argwhere(near).tolist():
        yield sites[one].id, sites[other].id


def road_metres(straight_m: NDArray[np.float64], vehicle: Vehicle) -> Metres:
    """Whole metres of road for straight lines in metres."""
    return np.rint(straight_m * vehicle.detour).astype(np.int64)


def driving_minutes(metres: Metres, vehicle: Vehicle) -> Metres:
    """Whole minutes for whole metres of road, rounded up.

    The speed is the decimal number that the planner wrote, not the binary one nearest to it,
    and nothing is rounded before the end: 9,800 m at 28 km/h are 21 minutes, never 22.
    """
    speed = Fraction(str(vehicle.speed_kmh)).limit_denominator(FINEST_SPEED)
    per_metre = Fraction(60, 1000) / speed
    return -(-metres * per_metre.numerator // per_metre.denominator)


def _radians(places: Sequence[Place]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    lat = np.radians([place.lat for place in places])
    lon = np.radians([place.lon for place in places])
    return lat, lon


class EstimatedRoads:
    """Roads of every vehicle between places known by their coordinates."""

    def __init__(self, places: Sequence[Place], vehicles: Sequence[Vehicle]) -> None:
        self._places = tuple(places)
        self._vehicles = {vehicle.id: vehicle for vehicle in vehicles}

    def alike(self, vehicle: str, _day: date) -> tuple[float, float]:
        """What tells the roads of two vehicles apart: equal for vehicles with the same roads."""
        moves = self._vehicles[vehicle]
        return moves.speed_kmh, moves.detour

    def between_all(self, vehicle: str, _day: date) -> Packed:
        """Direct roads of shape (places, places)."""
        return self._packed(great_circle_m(self._places, self._places), vehicle)

    def into(self, vehicle: str, _day: date, place: int) -> Packed:
        """Direct roads from every place to one, of shape (places,)."""
        return self._packed(great_circle_m(self._places, [self._places[place]]), vehicle)[:, 0]

    def _packed(self, straight_m: NDArray[np.float64], vehicle: str) -> Packed:
        moves = self._vehicles[vehicle]
        metres = road_metres(straight_m, moves)
        return pack(driving_minutes(metres, moves), metres)
