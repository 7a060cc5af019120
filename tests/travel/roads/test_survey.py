"""What is told of an extract, and of the estimate beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Scenario, Vehicle
from optimizer.intake.speeds import shipped_speeds
from optimizer.travel.roads.closed import same_name
from optimizer.travel.roads.comparison import Comparison, compared
from optimizer.travel.roads.source import ExtractRoads
from optimizer.travel.roads.survey import open_extract, roads_named, survey
from tests.build import day
from tests.travel.roads.drawing import CORNER_LAT, CORNER_LON, Drawing, valley
from tests.travel.roads.scenes import scene


def test_kilometres_are_counted_by_class_and_by_who_may_use_them(tmp_path: Path):
    network = open_extract(valley().write(tmp_path / "map.osm.pbf"), "its digest")
    found = survey(network, shipped_speeds().movements)
    # Residential: 0.5 to the circle, four sides of 0.424 km, 2 on the island, 1 of its own.
    assert found.class_km == {
        "residential": pytest.approx(0.5 + 4 * 0.42426 + 2 + 1, abs=0.01),
        "secondary": pytest.approx(4, abs=0.01),
        "ferry": pytest.approx(3, abs=0.01),
        "track": pytest.approx(1.9, abs=0.01),
    }
    assert found.usable_km[Movement.CAR] - found.main_km[Movement.CAR] == pytest.approx(1, abs=0.01)
    assert found.usable_km[Movement.BOAT] == pytest.approx(3, abs=0.01)
    assert (found.north, found.west) == (pytest.approx(CORNER_LAT + 0.18, abs=0.01), CORNER_LON)


def test_a_way_of_moving_without_roads_has_no_main_network(tmp_path: Path):
    drawn = Drawing().point("a", 0, 0).point("b", 1, 0).way(1, "a b", highway="residential")
    found = survey(open_extract(drawn.write(tmp_path / "map.osm.pbf"), "d"), shipped_speeds().movements)
    assert found.usable_km[Movement.BOAT] == 0
    assert Movement.BOAT not in found.main_km


def test_ways_are_found_as_closures_name_them(tmp_path: Path):
    network = open_extract(valley().write(tmp_path / "map.osm.pbf"), "d")
    (found,) = roads_named(network, "hòa bình")
    assert (found.way, found.label, found.road_class) == (1, "ĐT 433 Đường Hoà Bình", "secondary")
    assert found.metres == pytest.approx(4000, abs=2)
    assert list(roads_named(network, "Hoà")) == [found]
    assert list(roads_named(network, "Bìn")) == []


@pytest.mark.parametrize(
    ("wanted", "label", "same"),
    [
        ("QL 6", "QL 6 Đường Trần Hưng Đạo", True),
        ("ql6", "QL 6", False),
        ("đường hòa bình", "ĐT 433 Đường Hoà Bình", True),
        ("dt 433", "ĐT.433", True),
        ("CG 3", "CG-3 Carretera General 3", True),
        ("43", "ĐT 433", False),
        ("", "", False),
        (" - ", "", False),
    ],
)
def test_a_name_is_words_in_a_row_whatever_marks_they_have(wanted: str, label: str, same: bool):  # noqa: FBT001
    assert same_name(wanted, label) is same


def _compared(made: Scenario) -> tuple[Comparison, ...]:
    assert made.roads is not None
    return compared(made, ExtractRoads(made, made.roads))


def test_speed_and_detour_are_suggested_that_bring_the_estimate_to_the_roads(tmp_path: Path):
    drawn = Drawing().point("a", 0, 0).point("b", 10, 0).way(1, "a b", highway="residential", name="Một")
    spots = {"s1": (3.0, 0.0), "s2": (6.0, 0.0), "s3": (9.5, 0.0)}
    made = scene(tmp_path, spots, drawing=drawn, base=(0, 0))
    slow = Vehicle("xe", speed_kmh=40.0, detour=2.0)
    (found,) = _compared(replace(made, vehicles={"xe": slow}))
    # The road is straight and driven at 20 km/h.  Estimated: twice as far, at twice the speed.
    assert (found.pairs, found.detour) == (12, 1.0)
    assert found.speed_kmh == pytest.approx(20, abs=1)
    assert found.metres.middle == pytest.approx(2.0, abs=0.01)
    assert found.minutes.middle == pytest.approx(1.0, abs=0.1)
    assert found.fitted_minutes.middle == pytest.approx(1.0, abs=0.1)


def test_the_day_with_the_fewest_closures_is_compared(tmp_path: Path):
    shut = RoadClosure(day(0), day(0), name="Hoà Bình")
    made = scene(tmp_path, {"hamlet": (0, 1.9)}, days=2, road_closures=(shut,))
    (found,) = _compared(made)
    assert found.pairs == 2


def test_nothing_is_compared_where_no_two_places_are_joined(tmp_path: Path):
    assert _compared(scene(tmp_path, {"sea": (60, 0)})) == ()
