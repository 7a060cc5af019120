"""Whether ways keep off closed roads: ``python benchmarks/closed_roads_kept.py region.osm.pbf PLAN``.

Reads the lines of `legs.geojson` beside a plan and the points of the closed roads in the extract, and
nothing in between: neither the network nor the search.  A way goes along a road if it is drawn
beside more of it than a crossing takes up; it goes around one if it takes longer than the same way on
the date on which the fewest roads are closed.  Prints a row for each date; ends with status 1 if a
way goes along a road on a date on which this is closed, or if on no other date any way does, since
then the plan shows nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.roads import RoadClosure
from optimizer.intake.plans import read_plan
from optimizer.travel.build import build_matrix

Points = NDArray[np.float64]
"""Latitudes and longitudes of shape (points, 2)."""

METRES_PER_DEGREE = 111_195.0
STEP_M = 10.0
BESIDE_M = 12.0
"""Lines are drawn within 8 m of the road, and rounded to a metre."""

CROSSED_M = 60.0
"""A way that meets a road at a junction is beside this much of it at most."""


@dataclass(frozen=True, slots=True)
class Day:
    """The ways of a date: how many, and how many of them go along a road that is closed at some time."""

    day: date
    ways: int
    along_closed: int
    along_open: int
    around: int


def days_of(extract: Path, folder: Path) -> list[Day]:
    """Every date of a plan with its ways."""
    scenario = read_plan(folder).scenario
    roads = [(one, _sampled(list(_lines_of(extract, one)))) for one in scenario.road_closures]
    drawn = list(_drawn(folder / "legs.geojson"))
    travel = build_matrix(scenario)
    free_day = min(
        scenario.horizon.dates(),
        key=lambda day: sum(one.start <= day <= one.end for one in scenario.road_closures),
    )

    def minutes(way: Way, day: date) -> int:
        leg = travel.leg(way.vehicle, day, *way.ends)
        assert leg is not None, "a way that is drawn is one"
        return leg.minutes

    found = []
    for day in scenario.horizon.dates():
        ways = [way for way in drawn if day in way.dates]
        shut, free = (
            sum(
                any(
                    (one.start <= day <= one.end) is closed and _along_m(way.line, road) > CROSSED_M
                    for one, road in roads
                )
                for way in ways
            )
            for closed in (True, False)
        )
        around = sum(minutes(way, day) > minutes(way, free_day) for way in ways)
        found.append(Day(day, len(ways), shut, free, around))
    return found


@dataclass(frozen=True)
class Way:
    """A way as it is drawn: its vehicle, where from and to, and on which dates."""

    vehicle: str
    ends: tuple[str, str]
    dates: frozenset[date]
    line: Points


def _drawn(file: Path) -> Iterator[Way]:
    for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
        told = feature["properties"]
        yield Way(
            told["vehicle"],
            (told["from"], told["to"]),
            frozenset(date.fromisoformat(one) for one in told["dates"]),
            np.array(feature["geometry"]["coordinates"])[:, ::-1],
        )


def _lines_of(extract: Path, closure: RoadClosure) -> Iterator[Points]:
    """The lines of a closed road in the extract; a spot is not looked for."""
    import osmium

    for way in osmium.FileProcessor(str(extract), osmium.osm.NODE | osmium.osm.WAY).with_locations():
        if not way.is_way() or "highway" not in way.tags:
            continue
        names = {way.tags.get(key, "").casefold() for key in ("name", "ref")}
        if way.id == closure.way or (closure.name and closure.name.casefold() in names):
            yield np.array([(node.lat, node.lon) for node in way.nodes if node.location.valid()])


def _sampled(lines: list[Points]) -> Points:
    """Points every few metres along some lines."""
    points = [np.empty((0, 2))]
    for line in lines:
        for one, other in pairwise(line):
            steps = max(1, round(float(np.hypot(*_flat(other - one, one[0]))) / STEP_M))
            points.append(one + (other - one) * (np.arange(steps) + 0.5)[:, None] / steps)
    return np.concatenate(points)


def _flat(degrees: Points, lat: float) -> Points:
    """Metres north and east."""
    return degrees * METRES_PER_DEGREE * np.array([1.0, np.cos(np.radians(lat))])


def _along_m(line: Points, road: Points) -> float:
    """How many metres of a road lie beside a line."""
    if not len(road):
        return 0.0
    away = np.full(len(road), np.inf)
    lat = float(road[0, 0])
    for one, other in pairwise(line):
        start, step = _flat(road - one, lat), _flat(other - one, lat)
        square = float(step @ step)
        share = np.clip(start @ step / square, 0.0, 1.0) if square else np.zeros(len(road))
        away = np.minimum(away, np.hypot(*(start - share[:, None] * step).T))
    return float((away <= BESIDE_M).sum()) * STEP_M


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("extract", type=Path, metavar="EXTRACT", help="the .osm.pbf file of the scenario")
    parser.add_argument("plan", type=Path, metavar="PLAN", help="the folder of a plan")
    given = parser.parse_args()
    days = days_of(given.extract, given.plan)
    print("| date | ways | along a closed road | along one closed on another day | around a closed road |")
    print("|---|--:|--:|--:|--:|")
    for one in days:
        print(f"| {one.day} | {one.ways} | {one.along_closed} | {one.along_open} | {one.around} |")
    if any(one.along_closed for one in days):
        sys.exit("a way goes along a closed road")
    if not any(one.along_open for one in days):
        sys.exit("no way goes along these roads on any date: this shows nothing")


if __name__ == "__main__":
    main()
