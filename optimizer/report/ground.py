"""What lies under a plan on roads: the lines of its legs, what is closed, and a quiet map of the region.

All are kept beside the plan, so that its map is drawn again without the extract.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake.whole_files import written_whole
from optimizer.report.offline import plain
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.closed_drawn import (
    CLOSED_FILE,
    ClosedRoad,
    closed_text,
    draw_closed,
    read_closed_drawn,
)
from optimizer.travel.roads.drawn import LEGS_FILE, DrawnLegs, draw_legs, legs_text, read_legs_drawn
from optimizer.travel.roads.scenery import Scenery
from optimizer.travel.roads.shapes import point_at
from optimizer.travel.roads.source import ExtractRoads

BASE_MAP_FILE = "basemap.json"

Content = dict[str, Any]
"""JSON: numbers, texts, lists and objects."""


@dataclass(frozen=True)
class Ground:
    """The lines of legs, the scenery as the page draws it, and closed roads; all may be empty.

    `scenery` holds ``lines`` by how they are drawn, each packed (see `packed_line`), and ``names``.
    """

    legs: DrawnLegs = field(default_factory=DrawnLegs)
    scenery: Content = field(default_factory=dict)
    closed: tuple[ClosedRoad, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.legs.lines or self.scenery or self.closed)


def make_ground(plan: Plan, scenario: Scenario, travel: TravelMatrix) -> Ground:
    """The ground of a plan; empty where travel is not measured on an extract that is at hand."""
    if scenario.roads is None:
        return Ground()
    roads = ExtractRoads(scenario, scenario.roads)
    if not roads.has_extract:
        return Ground()
    legs = draw_legs(scenario, travel, roads, plan.routes)
    written = (place.name for place in scenario.places.values())
    closed = draw_closed(scenario, roads.network) if scenario.road_closures else ()
    return Ground(legs, scenery_content(roads.scenery(), written), closed)


def write_ground(ground: Ground, folder: Path) -> None:
    """Write the side files into a plan's folder.

    Raises
    ------
    OutputError
        If one cannot be written.
    """
    for name, text in (
        (LEGS_FILE, legs_text(ground.legs)),
        (CLOSED_FILE, closed_text(ground.closed)),
        (BASE_MAP_FILE, json.dumps(ground.scenery, ensure_ascii=False, separators=(",", ":"))),
    ):
        with written_whole(folder / name) as unfinished:
            unfinished.write_text(text, encoding="utf-8", newline="\n")


def read_ground(folder: Path, scenario: Scenario) -> Ground:
    """The ground beside a plan; empty where there is none or it cannot be understood."""
    if scenario.roads is None:
        return Ground()
    return Ground(read_legs_drawn(folder), _read_scenery(folder / BASE_MAP_FILE), read_closed_drawn(folder))


def scenery_content(scenery: Scenery, known: Iterable[str]) -> Content:
    """Scenery as the page draws it; names that the plan itself writes on the map are left out."""
    written = {name.casefold() for name in known}
    return {
        "lines": {
            kind: [packed_line(line) for line in lines] for kind, lines in scenery.lines.items() if lines
        },
        "names": [
            [kind, plain(name), round(lat, 5), round(lon, 5)]
            for kind, name, lat, lon in scenery.names
            if name.casefold() not in written
        ],
    }


def packed_line(line: Sequence[tuple[float, float]]) -> list[int]:
    """Latitude and longitude of a line's points in 10⁻⁵ degrees, each less the one before."""
    numbers: list[int] = []
    last = (0, 0)
    for lat, lon in line:
        here = round(lat * 1e5), round(lon * 1e5)
        numbers += (here[0] - last[0], here[1] - last[1])
        last = here
    return numbers


def _read_scenery(path: Path) -> Content:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        return {
            "lines": {
                str(kind): [[int(number) for number in line] for line in lines]
                for kind, lines in written["lines"].items()
            },
            "names": [
                [str(kind), plain(str(name)), *point_at(lon, lat)]
                for kind, name, lat, lon in written["names"]
            ],
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}
