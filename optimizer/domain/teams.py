"""Teams, how they move and when they rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from optimizer.domain.calendar import Window
from optimizer.domain.roads import Movement


@dataclass(frozen=True, slots=True)
class Vehicle:
    """How a team moves: speed in km/h, road length per straight line, running cost.

    `movement` decides which roads of an extract it may use, and how fast; `speed_kmh` and
    `detour` belong to the estimate.
    """

    id: str
    speed_kmh: float = 28.0
    detour: float = 1.6
    dong_per_km: int = 4000
    movement: Movement = Movement.CAR


@dataclass(frozen=True, slots=True)
class Break:
    """A break of so many minutes that a team must take each day it has a route.

    It begins within `between`, both ends included, and overlaps neither travel nor service.
    """

    minutes: int
    between: Window


@dataclass(frozen=True, slots=True)
class Team:
    """Officers who travel and work together.

    Parameters
    ----------
    base
        Id of the base where the team lives.
    stations
        Capture kits that work in parallel.
    makes_up_for
        What the team can offer where a site lacks it, from what it brings.
    dates
        Dates of the horizon on which the team may have a route.
    max_work_minutes, max_drive_minutes
        Most minutes of a day spent travelling and working, and spent driving; None for no limit.
    max_nights
        Most consecutive nights away from base.
    pause
        The break that the team must take on each day with a route; None for none.
    end_anywhere
        Whether the last day of the horizon may end at any lodging; the night after it is not counted.
    home_when_off
        Whether it is at its base on every date on which it does not work, the nights before and after too.
    """

    id: str
    name: str
    base: str
    vehicle: str
    dates: frozenset[date]
    officers: int = 2
    stations: int = 1
    skills: frozenset[str] = frozenset()
    brings: frozenset[str] = frozenset()
    makes_up_for: frozenset[str] = frozenset()
    shift: Window = Window(7 * 60, 17 * 60 + 30)
    max_work_minutes: int | None = None
    max_drive_minutes: int | None = None
    max_nights: int = 0
    pause: Break | None = None
    end_anywhere: bool = False
    home_when_off: bool = False
