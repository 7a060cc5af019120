"""The travel matrix: what a leg between two places costs, per vehicle and date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Int32Matrix = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Leg:
    """The shortest way between two places.

    Parameters
    ----------
    minutes
        Travelling time, links included.
    drive_minutes
        The part of it spent driving; a link's minutes are not.
    metres
        Length, links included.
    charged_metres
        The part of it charged per km; a link's metres are not.
    fare_dong
        Fares of the links on the way, per officer.
    """

    minutes: int
    drive_minutes: int
    metres: int
    charged_metres: int
    fare_dong: int


@dataclass(frozen=True, slots=True)
class Layer:
    """The legs of one vehicle on the dates with the same closures.

    Every matrix is of shape (places, places), from row to column, in the units of `Leg`.
    Where `reachable` is false there is no road, and the other entries mean nothing.
    """

    minutes: Int32Matrix
    drive_minutes: Int32Matrix
    metres: Int32Matrix
    charged_metres: Int32Matrix
    fare_dong: Int32Matrix
    reachable: NDArray[np.bool_]


@dataclass(frozen=True)
class TravelMatrix:
    """Shortest legs between all places of a scenario.

    Parameters
    ----------
    place_ids
        Ids in the order of `Scenario.places`: rows and columns of every layer.
    layers
        The distinct layers.
    layer_numbers
        Index into `layers` by (vehicle id, date), for every vehicle that a team uses and
        every date of the horizon.
    """

    place_ids: tuple[str, ...]
    layers: tuple[Layer, ...]
    layer_numbers: Mapping[tuple[str, date], int]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Row and column number by place id."""
        return {place: number for number, place in enumerate(self.place_ids)}

    def layer(self, vehicle: str, day: date) -> Layer:
        """The layer of one vehicle on one date."""
        return self.layers[self.layer_numbers[vehicle, day]]

    def leg(self, vehicle: str, day: date, origin: str, destination: str) -> Leg | None:
        """The leg between two places, or None where there is no road."""
        layer = self.layer(vehicle, day)
        at = self.numbers[origin], self.numbers[destination]
        if not layer.reachable[at]:
            return None
        return Leg(
            minutes=int(layer.minutes[at]),
            drive_minutes=int(layer.drive_minutes[at]),
            metres=int(layer.metres[at]),
            charged_metres=int(layer.charged_metres[at]),
            fare_dong=int(layer.fare_dong[at]),
        )
