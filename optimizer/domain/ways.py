"""Ways between places that are stated: links, closures, a table of legs."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """A flight, coach or ferry between two places: travel that is not driving.

    Its fare replaces the charge per km.  `vehicle` is None for a link that every team may use.
    """

    origin: str
    destination: str
    minutes: int
    metres: int
    dong_per_officer: int = 0
    vehicle: str | None = None
    one_way: bool = False


@dataclass(frozen=True, slots=True)
class Closure:
    """What cannot be used from `start` to `end`, both dates included.

    Either the direct way between `places`, in both directions, or one site altogether.
    """

    places: tuple[str, str] | tuple[str]
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class LegTable:
    """Legs given as a table: parallel columns of C ints, one row per directed leg.

    `origin` and `destination` number the places in the order of `Scenario.places`,
    `vehicle` the scenario's vehicles in order, -1 for every vehicle.
    """

    origin: array[int]
    destination: array[int]
    minutes: array[int]
    metres: array[int]
    vehicle: array[int]
