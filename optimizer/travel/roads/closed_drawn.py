"""The roads that a plan's scenario closes, as lines on a map: GeoJSON in a side file beside the plan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from optimizer.domain.roads import RoadClosure
from optimizer.domain.scenario import Scenario
from optimizer.language import Language
from optimizer.travel.roads.closed import closed_roads
from optimizer.travel.roads.network import Network
from optimizer.travel.roads.shapes import SIMPLIFIED_M, Line, line_at, simplified, stretch
from optimizer.travel.roads.told import Closed

CLOSED_FILE = "closed.geojson"
_DIGITS = 5
"""Of a degree: about a metre."""


@dataclass(frozen=True, slots=True)
class ClosedRoad:
    """Roads that one closure takes out, from `start` to `end`, both included.

    Parameters
    ----------
    name
        What the closure says of them, in the scenario's language.
    lines
        One for each stretch between junctions, the longest first.
    """

    name: str
    start: date
    end: date
    lines: tuple[Line, ...]


def draw_closed(scenario: Scenario, network: Network) -> tuple[ClosedRoad, ...]:
    """The closed roads of a scenario's dates, in its order; a closure that no road answers to is left out."""
    horizon = scenario.horizon
    drawn = (
        _drawn(network, one, scenario.language)
        for one in scenario.road_closures
        if one.start <= horizon.end and one.end >= horizon.start
    )
    return tuple(one for one in drawn if one.lines)


def _drawn(network: Network, closure: RoadClosure, language: Language) -> ClosedRoad:
    stretches = closed_roads(network, [closure]).stretches
    # Nobody knows a way by its id: what the extract calls it is said first.
    road = network.label(next(iter(stretches))) if closure.way is not None and stretches else ""
    name = format(Closed(closure, road), language)
    return ClosedRoad(name, closure.start, closure.end, _lines(network, stretches))


def _lines(network: Network, stretches: Mapping[int, Iterable[tuple[int, int]]]) -> tuple[Line, ...]:
    parts = [
        (high - low, stretch(network, edge, low, high))
        for edge, spans in stretches.items()
        for low, high in spans
        if high > low
    ]
    parts.sort(key=lambda part: -part[0])
    return tuple(
        tuple((round(lat, _DIGITS), round(lon, _DIGITS)) for lat, lon in simplified(points, SIMPLIFIED_M))
        for _, points in parts
    )


def closed_text(closed: Iterable[ClosedRoad]) -> str:
    """The closed roads as GeoJSON, one feature for each closure."""
    features = [
        {
            "type": "Feature",
            "properties": {"closed": one.name, "start": one.start.isoformat(), "end": one.end.isoformat()},
            "geometry": {
                "type": "MultiLineString",
                "coordinates": [[[lon, lat] for lat, lon in line] for line in one.lines],
            },
        }
        for one in closed
    ]
    rows = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n'


def read_closed_drawn(folder: Path) -> tuple[ClosedRoad, ...]:
    """The closed roads beside a plan; none where there is no such file or it cannot be understood."""
    try:
        document = json.loads((folder / CLOSED_FILE).read_text(encoding="utf-8"))
        roads = tuple(_closed_road(feature) for feature in document["features"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ()
    return tuple(one for one in roads if one.lines)


def _closed_road(feature: Any) -> ClosedRoad:
    told = feature["properties"]
    lines = tuple(line_at(line) for line in feature["geometry"]["coordinates"])
    start, end = date.fromisoformat(told["start"]), date.fromisoformat(told["end"])
    return ClosedRoad(str(told["closed"]), start, end, lines)
