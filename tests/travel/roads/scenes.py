"""Scenarios on extracts drawn by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from optimizer.domain.roads import Movement, RoadMap
from optimizer.domain.scenario import Place, Scenario, Site, Vehicle
from optimizer.intake.speeds import shipped_speeds
from optimizer.travel.build import build_matrix
from tests.build import day, scenario, team
from tests.travel.roads.drawing import Drawing, at, valley

Spot = tuple[float, float]


def place(place_id: str, spot: Spot) -> Place:
    """A place so many kilometres east and north of the drawing's corner."""
    return Place(place_id, place_id, *at(*spot))


def road_map(folder: Path, drawing: Drawing) -> RoadMap:
    """A drawing, written into a folder as an extract."""
    path = drawing.write(folder / "map.osm.pbf")
    table = shipped_speeds()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return RoadMap(path.name, digest, table.movements, table.walking_kmh, str(folder), str(path))


def scene(
    folder: Path,
    sites: dict[str, Spot],
    *,
    base: Spot = (2, 0),
    drawing: Drawing | None = None,
    movement: Movement = Movement.CAR,
    days: int = 1,
    **more: Any,
) -> Scenario:
    """Sites with ten cases each on a drawing, the valley unless another is given, and one team."""
    made = scenario(
        *(Site(one, one, *at(*spot), cases={"cccd": 10}) for one, spot in sites.items()),
        days=days,
        bases={"home": place("home", base)},
        vehicles={"xe": Vehicle("xe", movement=movement)},
        teams={"to-1": team(vehicle="xe", days=days)},
        roads=road_map(folder, drawing or valley()),
    )
    return replace(made, **more)


def leg(made: Scenario, origin: str, destination: str, on: int = 0) -> tuple[int, int] | None:
    """Minutes and metres of a leg, or None where there is no road."""
    found = build_matrix(made).leg("xe", day(on), origin, destination)
    return None if found is None else (found.minutes, found.metres)
