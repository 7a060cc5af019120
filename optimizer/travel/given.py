"""Roads given by the planner as a table of directed legs; a missing pair is no road."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import LegTable
from optimizer.travel.packed import NO_ROAD, Packed, pack

EVERY_VEHICLE = -1
"""The vehicle number of a leg that every vehicle may use, as in `LegTable`."""


class GivenRoads:
    """Roads of every vehicle as given; of two legs between the same places, the shorter."""

    def __init__(self, legs: LegTable, places: int, vehicles: Sequence[str]) -> None:
        self._origins = _column(legs.origin)
        self._destinations = _column(legs.destination)
        self._minutes = _column(legs.minutes)
        self._metres = _column(legs.metres)
        self._vehicles = _column(legs.vehicle)
        self._places = places
        self._numbers = {vehicle: number for number, vehicle in enumerate(vehicles)}

    def alike(self, vehicle: str, _day: date) -> int:
        """The vehicle's number if it has legs of its own."""
        number = self._numbers[vehicle]
        return number if bool((self._vehicles == number).any()) else EVERY_VEHICLE

    def between_all(self, vehicle: str, _day: date) -> Packed:
        """Direct roads of shape (places, places), zeros on the diagonal."""
        roads = np.full(self._places * self._places, NO_ROAD, dtype=np.int64)
        rows = self._usable(vehicle)
        pairs = self._origins[rows].astype(np.int64) * self._places + self._destinations[rows]
        np.minimum.at(roads, pairs, pack(self._minutes[rows], self._metres[rows]))
        square = roads.reshape(self._places, self._places)
        np.fill_diagonal(square, 0)
        return square

    def into(self, vehicle: str, _day: date, place: int) -> Packed:
        """Direct roads from every place to one, of shape (places,)."""
        roads = np.full(self._places, NO_ROAD, dtype=np.int64)
        rows = np.flatnonzero(self._usable(vehicle) & (self._destinations == place))
        np.minimum.at(roads, self._origins[rows], pack(self._minutes[rows], self._metres[rows]))
        roads[place] = 0
        return roads

    def _usable(self, vehicle: str) -> NDArray[np.bool_]:
        usable: NDArray[np.bool_] = self._vehicles == EVERY_VEHICLE
        usable |= self._vehicles == self._numbers[vehicle]
        return usable


def _column(cells: array[int]) -> NDArray[np.intc]:
    return np.frombuffer(cells, dtype=np.intc)
