"""The lines of legs: they follow the roads that the minutes were measured on."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Scenario
from optimizer.travel.packed import unpack
from optimizer.travel.roads.shapes import Line, Tracer, simplified
from optimizer.travel.roads.source import ExtractRoads
from tests.build import day
from tests.travel.roads.drawing import CORNER_LAT, CORNER_LON, valley
from tests.travel.roads.scenes import scene

SPOTS = {
    "west": (0, 0),
    "hamlet": (0, 1.9),
    "ring": (2.3, -0.8),
    "isle": (6, -3),
    "field": (1, 0.5),
    "near": (1.1, 0.5),
}


def tracer(made: Scenario, closures: tuple[RoadClosure, ...] = ()) -> Tracer:
    assert made.roads is not None
    return ExtractRoads(made, made.roads).tracer(made.vehicles["xe"].movement, closures)


def drawn(made: Scenario, origin: str, destination: str, *closures: RoadClosure) -> list[tuple[float, float]]:
    """The points of a leg in kilometres east and north of the corner."""
    ids = list(made.places)
    (line,) = tracer(made, closures).lines(ids.index(origin), [ids.index(destination)])
    return [in_km(point) for point in line]


def in_km(point: tuple[float, float]) -> tuple[float, float]:
    east = (point[1] - CORNER_LON) * 111.19508 * math.cos(math.radians(CORNER_LAT))
    return round(east, 2) + 0.0, round((point[0] - CORNER_LAT) * 111.19508, 2) + 0.0


def test_a_leg_follows_road_ferry_and_the_way_on_foot(tmp_path: Path):
    made = scene(tmp_path, SPOTS)
    assert drawn(made, "field", "isle") == [(1, 0.5), (1, 0), (4, 0), (4, -3), (6, -3)]
    assert drawn(made, "hamlet", "field") == [(0, 1.9), (0, 0), (1, 0), (1, 0.5)]


def test_a_roundabout_is_drawn_as_it_is_driven(tmp_path: Path):
    made = scene(tmp_path, SPOTS)
    assert drawn(made, "home", "ring") == [(2, 0), (2, -0.5), (2.3, -0.8)]
    assert drawn(made, "ring", "home") == [(2.3, -0.8), (2, -1.1), (1.7, -0.8), (2, -0.5), (2, 0)]


def test_neighbours_who_walk_are_joined_by_a_straight_line(tmp_path: Path):
    assert drawn(scene(tmp_path, SPOTS), "field", "near") == [(1, 0.5), (1.1, 0.5)]


def test_a_closed_road_is_drawn_around(tmp_path: Path):
    drawing = valley().way(8, "west c4", highway="residential").way(9, "c1 east", highway="residential")
    made = scene(tmp_path, {"east": (4, 0)}, drawing=drawing, base=(0, 0))
    assert drawn(made, "home", "east") == [(0, 0), (4, 0)]
    shut = RoadClosure(day(0), day(0), name="hoà bình")
    assert drawn(made, "home", "east", shut) == [(0, 0), (1.7, -0.8), (2, -0.5), (4, 0)]


def test_where_no_road_leads_the_line_is_straight(tmp_path: Path):
    made = scene(tmp_path, {**SPOTS, "lone": (20.5, 20)})
    assert drawn(made, "home", "lone") == [(2, 0), (20.5, 20)]


@pytest.mark.parametrize("movement", [Movement.CAR, Movement.MOTORBIKE, Movement.FOOT])
def test_lines_are_as_long_as_the_legs_that_they_draw(tmp_path: Path, movement: Movement):
    made = scene(tmp_path, SPOTS, movement=movement)
    ids = list(made.places)
    draws = tracer(made)
    assert made.roads is not None
    _, measured_m = unpack(ExtractRoads(made, made.roads).measured("xe", day(0)).ways)
    for origin in ids:
        lines = draws.lines(ids.index(origin), range(len(ids)))
        for destination, line in zip(ids, lines, strict=True):
            metres = measured_m[ids.index(origin), ids.index(destination)]
            assert length_m(line) == pytest.approx(metres, abs=15), (origin, destination)


def length_m(line: Line) -> float:
    return sum(1000 * math.dist(in_km(one), in_km(other)) for one, other in pairwise(line))


POINTS = st.lists(st.tuples(st.floats(20, 20.1), st.floats(105, 105.1)), min_size=1, max_size=30)


@given(POINTS, st.floats(0.1, 5000))
def test_a_simplified_line_keeps_its_ends_and_stays_near_all_points(
    points: list[tuple[float, float]], tolerance_m: float
):
    line = simplified(points, tolerance_m)
    assert (line[0], line[-1]) == (points[0], points[-1])
    assert set(line) <= set(points)
    # Kilometres as the simplification itself flattens the globe: at the line's mean latitude.
    east = 111_195.08 * math.cos(math.radians(sum(lat for lat, _ in points) / len(points)))
    flat = {point: (point[1] * east, point[0] * 111_195.08) for point in points}
    for point in points:
        away = min(
            (to_segment(flat[point], flat[one], flat[other]) for one, other in pairwise(line)), default=0.0
        )
        assert away <= tolerance_m * 1.001 + 0.01


def to_segment(point: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> float:
    step = other[0] - one[0], other[1] - one[1]
    square = step[0] ** 2 + step[1] ** 2
    share = ((point[0] - one[0]) * step[0] + (point[1] - one[1]) * step[1]) / square if square else 0.0
    share = min(1.0, max(0.0, share))
    return math.dist(point, (one[0] + share * step[0], one[1] + share * step[1]))
