"""How far one walks from the road to a place, in numbers and in words; on foot 4 km/h."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from optimizer.domain.roads import Movement
from optimizer.domain.scenario import Vehicle
from optimizer.travel.roads.on_foot import walks, walks_told
from tests.build import scenario, team
from tests.travel.roads.drawing import valley
from tests.travel.roads.scenes import scene
from tests.travel.roads.test_snapping import on_two_banks


def test_metres_and_minutes_of_every_place_that_is_not_at_its_road(tmp_path: Path):
    made = scene(tmp_path, {"up": (1, 0.34), "beside": (3, 0.04), "far": (0.5, -1.24)})
    found = walks(made)
    # 340 m are 5.1 min, 1,240 m are 18.6 min; 40 m are not worth a word.
    told = {place: (one.metres, one.minutes) for (_, place), one in found.items()}
    assert told == {"up": (340, 6), "far": (1240, 19)}
    assert list(walks_told(found, "up", "vi")) == ["Còn 340 m đi bộ từ “ĐT 433 Đường Hoà Bình”, 6 phút."]
    assert list(walks_told(found, "far", "vi")) == ["Còn 1,2 km đi bộ từ “ĐT 433 Đường Hoà Bình”, 19 phút."]
    assert list(walks_told(found, "far", "en")) == [
        "The last 1.2 km from “ĐT 433 Đường Hoà Bình” are on foot, 19 min."
    ]
    assert list(walks_told(found, "beside", "vi")) == []


def test_each_way_of_moving_has_its_own(tmp_path: Path):
    drawn = valley().point("q", 2, 2).way(9, "mid q", highway="path", name="Lối mòn")
    made = scene(tmp_path, {"up": (2.1, 1)}, drawing=drawn)
    bikes = {**made.vehicles, "xe-may": Vehicle("xe-may", movement=Movement.MOTORBIKE)}
    both = replace(made, vehicles=bikes, teams={**made.teams, "to-2": team("to-2", vehicle="xe-may")})
    # From the path 100 m, 1.5 min; from the road, which is all that a car has, 1 km, 15 min.
    assert sorted(walks_told(walks(both), "up", "vi")) == [
        "Còn 1,0 km đi bộ từ “ĐT 433 Đường Hoà Bình” (ô tô), 15 phút.",
        "Còn 100 m đi bộ từ “Lối mòn” (xe máy), 2 phút.",
    ]


def test_a_way_over_a_river_says_so(tmp_path: Path):
    drawn = on_two_banks().point("w0", -0.5, -4).point("w1", -0.5, 4).way(5, "w0 w1", waterway="canal")
    made = scene(tmp_path, {"bank": (-0.6, 1)}, drawing=drawn, base=(0, 0))
    assert list(walks_told(walks(made), "bank", "vi")) == [
        "Còn 600 m đi bộ từ “Đường bờ tây”, phải qua sông, 9 phút."
    ]


def test_there_is_none_where_travel_is_not_measured_on_roads():
    assert walks(scenario()) == {}
