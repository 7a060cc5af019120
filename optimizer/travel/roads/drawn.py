"""The lines of a plan's legs, in a side file beside the plan: GeoJSON that any map program opens."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from optimizer.domain.plan import Route
from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Scenario
from optimizer.travel.hops import WayFinder
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.shapes import Line, line_at
from optimizer.travel.roads.source import ExtractRoads

LEGS_FILE = "legs.geojson"
_DIGITS = 5
"""Of a degree: about a metre."""

HopKey = tuple[str, date, str, str]
"""Vehicle, date, and the ids of two places."""


@dataclass(frozen=True)
class DrawnLegs:
    """The lines of road hops by vehicle, date and places; those of hops that are not there are straight."""

    lines: Mapping[HopKey, Line] = field(default_factory=dict)

    def line(self, vehicle: str, day: date, origin: str, destination: str) -> Line | None:
        """The line of one hop; None where none was drawn."""
        return self.lines.get((vehicle, day, origin, destination))


def draw_legs(
    scenario: Scenario, travel: TravelMatrix, roads: ExtractRoads, routes: Iterable[Route]
) -> DrawnLegs:
    """Trace every hop by road of some day routes on the network.

    Raises
    ------
    ScenarioError
        If the extract is not there or cannot be read.
    """
    finder = WayFinder(scenario, travel)
    wanted: dict[tuple[Movement, tuple[RoadClosure, ...]], dict[tuple[str, str], list[HopKey]]] = {}
    for route in routes:
        vehicle = scenario.teams[route.team].vehicle
        places = (route.start, *(visit.site for visit in route.visits), route.end)
        for origin, destination in pairwise(places):
            if travel.leg(vehicle, route.date, origin, destination) is None:
                continue
            for hop in finder.hops(vehicle, route.date, origin, destination):
                if not hop.by_link:
                    state = wanted.setdefault(roads.alike(vehicle, route.date), {})
                    key = vehicle, route.date, hop.origin, hop.destination
                    state.setdefault((hop.origin, hop.destination), []).append(key)
    lines: dict[HopKey, Line] = {}
    for (movement, closures), pairs in wanted.items():
        for pair, line in _traced(scenario, roads, movement, closures, pairs).items():
            lines.update(dict.fromkeys(pairs[pair], line))
    return DrawnLegs(lines)


def _traced(
    scenario: Scenario,
    roads: ExtractRoads,
    movement: Movement,
    closures: tuple[RoadClosure, ...],
    pairs: Iterable[tuple[str, str]],
) -> dict[tuple[str, str], Line]:
    ids = list(scenario.places)
    numbers = {place: number for number, place in enumerate(ids)}
    tracer = roads.tracer(movement, closures)
    together: dict[str, list[str]] = {}
    for origin, destination in pairs:
        together.setdefault(origin, []).append(destination)
    traced = {}
    for origin, destinations in together.items():
        lines = tracer.lines(numbers[origin], [numbers[one] for one in destinations])
        traced.update({(origin, one): _rounded(line) for one, line in zip(destinations, lines, strict=True)})
    return traced


def _rounded(line: Line) -> Line:
    """The line as the side file keeps it, so that a map is the same with the file and without."""
    return tuple((round(lat, _DIGITS), round(lon, _DIGITS)) for lat, lon in line)


def legs_text(drawn: DrawnLegs) -> str:
    """The lines as GeoJSON, one feature for each line with the dates on which it is gone along."""
    dates: dict[tuple[str, str, str, Line], list[str]] = {}
    for (vehicle, day, origin, destination), line in drawn.lines.items():
        dates.setdefault((vehicle, origin, destination, line), []).append(day.isoformat())
    features = [
        {
            "type": "Feature",
            "properties": {"vehicle": vehicle, "from": origin, "to": destination, "dates": sorted(set(days))},
            "geometry": {
                "type": "LineString",
                "coordinates": [[lon, lat] for lat, lon in line],
            },
        }
        for (vehicle, origin, destination, line), days in sorted(dates.items())
    ]
    rows = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n'


def read_legs_drawn(folder: Path) -> DrawnLegs:
    """The lines beside a plan; none where there is no such file or it cannot be understood.

    A map is then drawn with straight lines: what a plan says does not depend on this file.
    """
    try:
        document = json.loads((folder / LEGS_FILE).read_text(encoding="utf-8"))
        return DrawnLegs(dict(_entries(document)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return DrawnLegs()


def _entries(document: Any) -> Iterable[tuple[HopKey, Line]]:
    for feature in document["features"]:
        told = feature["properties"]
        line = line_at(feature["geometry"]["coordinates"])
        for day in told["dates"]:
            yield (told["vehicle"], date.fromisoformat(day), told["from"], told["to"]), line
