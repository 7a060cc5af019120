"""Team orienteering with time windows: its files, what a tour is worth, and its shape as a campaign.

A point gives its profit to one tour at most, which must begin its service between `open` and
`close`; a tour leaves the depot when that opens and is back before it closes.  As a campaign
a tour is a team on its only day, a point a site with one case, worth its profit, and travel is
free.  The clock counts tenths or hundredths, as fine as the distances are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import isqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Objective, Place, Scenario, Service, Site, Team, Vehicle
from optimizer.travel.matrix import Layer, TravelMatrix

DAY = date(2024, 1, 1)
DEPOT = "depot"
COORDINATE_SCALE = 1000
"""Coordinates have at most three decimals."""

PROFIT_DONG = 100_000


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a file in its own units; the depot is a point without profit.

    Parameters
    ----------
    x, y
        Thousandths of the file's unit.
    open, close
        First and last start of service; of the depot, first departure and last return.
    """

    number: int
    x: int
    y: int
    service: int
    profit: int
    open: int
    close: int


@dataclass(frozen=True)
class Puzzle:
    """An instance: its points, the depot first, and the ticks of the clock per unit of time."""

    name: str
    points: tuple[Point, ...]
    ticks: int

    @cached_property
    def legs(self) -> NDArray[np.int32]:
        """Distances in ticks, truncated: exact, since only integers are involved."""
        unit = COORDINATE_SCALE**2
        rows = [
            [isqrt(((a.x - b.x) ** 2 + (a.y - b.y) ** 2) * self.ticks**2 // unit) for b in self.points]
            for a in self.points
        ]
        return np.array(rows, np.int32)


def read_puzzle(path: Path) -> Puzzle:
    """Read a file of the Solomon (c, r, rc) or the Cordeau (pr) set.

    Raises
    ------
    ValueError
        If the file is not of this format.
    """
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    try:
        expected = int(lines[0][2])
        points = tuple(_point(fields) for fields in lines[2 : 3 + expected])
    except (ArithmeticError, IndexError, ValueError) as error:
        message = f"{path}: not an instance of team orienteering"
        raise ValueError(message) from error
    if [point.number for point in points] != list(range(expected + 1)):
        message = f"{path}: its points are not numbered from 0 to {expected}"
        raise ValueError(message)
    return Puzzle(path.stem, points, ticks=100 if path.stem.lower().startswith("pr") else 10)


def _point(fields: Sequence[str]) -> Point:
    """A row `number x y service profit … open close`."""
    number, x, y, service, profit = (Decimal(field) for field in fields[:5])
    opens, closes = (Decimal(field) for field in fields[-2:])
    exact = (number, x * COORDINATE_SCALE, y * COORDINATE_SCALE, service, profit, opens, closes)
    if len(fields) < 7 or any(value != int(value) for value in exact):
        message = f"not a point: {' '.join(fields)}"
        raise ValueError(message)
    return Point(*(int(value) for value in exact))


def fault(puzzle: Puzzle, tours: Sequence[Sequence[int]]) -> str | None:
    """What is wrong with tours, recounted from the file alone; None for valid ones."""
    visited = [number for tour in tours for number in tour]
    if len(set(visited)) < len(visited):
        return "a point is visited twice"
    if not set(visited) <= set(range(1, len(puzzle.points))):
        return "there is no such point"
    late = (late_at(puzzle, tour) for tour in tours)
    return next((f"too late at point {number}" for number in late if number is not None), None)


def late_at(puzzle: Puzzle, tour: Sequence[int]) -> int | None:
    """The first point, 0 for the depot, that a tour reaches too late; None for a valid tour."""
    now, at = puzzle.points[0].open * puzzle.ticks, 0
    for number in (*tour, 0):
        point = puzzle.points[number]
        now = max(now + int(puzzle.legs[at, number]), point.open * puzzle.ticks)
        if now > point.close * puzzle.ticks:
            return number
        now += point.service * puzzle.ticks
        at = number
    return None


def profit(puzzle: Puzzle, tours: Sequence[Sequence[int]]) -> int:
    """Sum of the profits of the points visited."""
    return sum(puzzle.points[number].profit for tour in tours for number in tour)


def as_campaign(puzzle: Puzzle, tours: int) -> tuple[Scenario, TravelMatrix]:
    """The puzzle as a campaign of one day, a minute being a tick of its clock.

    Travel is made here rather than by `build_matrix`, which would join legs wherever truncation
    makes a way through a third point look shorter.
    """
    depot, *points = puzzle.points
    worthwhile = [point for point in points if point.profit > 0]
    lengths = sorted({point.service for point in worthwhile})
    shift = Window(depot.open * puzzle.ticks, depot.close * puzzle.ticks)
    scenario = Scenario(
        name=puzzle.name,
        horizon=Horizon(DAY, days=1),
        services={str(length): _service(puzzle, length) for length in lengths},
        bases={DEPOT: Place(DEPOT, "", 0.0, 0.0)},
        sites={str(point.number): _site(point) for point in worthwhile},
        teams={
            str(tour): Team(str(tour), "", DEPOT, "car", frozenset({DAY}), officers=1, shift=shift)
            for tour in range(1, tours + 1)
        },
        vehicles={"car": Vehicle("car", dong_per_km=0)},
        hours={
            str(point.number): Hours(str(point.number), {DAY: (_window(puzzle, point),)})
            for point in worthwhile
        },
        objective=Objective(officer_minute_dong=0, night_dong=0),
    )
    order = [0, *(point.number for point in worthwhile)]
    minutes = np.ascontiguousarray(puzzle.legs[np.ix_(order, order)])
    nothing = np.zeros_like(minutes)
    layer = Layer(minutes, minutes, nothing, nothing, nothing, np.ones(minutes.shape, np.bool_))
    return scenario, TravelMatrix(tuple(scenario.places), (layer,), {("car", DAY): 0})


def _service(puzzle: Puzzle, length: int) -> Service:
    return Service(str(length), "", max(1, length * puzzle.ticks), value_dong=PROFIT_DONG)


def _site(point: Point) -> Site:
    return Site(
        str(point.number),
        "",
        lat=0.0,
        lon=0.0,
        cases={str(point.service): 1},
        hours=str(point.number),
        priority=float(point.profit),
        setup_minutes=0,
    )


def _window(puzzle: Puzzle, point: Point) -> Window:
    """From the first start of service to the last end of it."""
    return Window(point.open * puzzle.ticks, (point.close + point.service) * puzzle.ticks)


def tours_of(routes: Sequence[Route], tours: int) -> list[list[int]]:
    """Point numbers of each tour, in order; an unused tour is empty."""
    found: dict[str, list[int]] = {str(tour): [] for tour in range(1, tours + 1)}
    for route in routes:
        found[route.team] = [int(visit.site) for visit in route.visits]
    return list(found.values())
