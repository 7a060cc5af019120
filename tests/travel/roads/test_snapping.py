"""Where places join the roads: the main network, the same bank, and no farther than one can walk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Link, Scenario, Site, Vehicle
from optimizer.travel.build import build_matrix
from optimizer.travel.reached import travel_findings
from optimizer.travel.roads.source import ExtractRoads
from optimizer.travel.roads.ways import Join
from tests.build import day, team
from tests.travel.roads.drawing import Drawing, at, valley
from tests.travel.roads.scenes import Spot, scene


def join(made: Scenario, place_id: str) -> Join:
    assert made.roads is not None
    joins = ExtractRoads(made, made.roads).measured("xe", day(0)).joins
    found = joins[list(made.places).index(place_id)]
    assert found is not None
    return found


def told(made: Scenario) -> dict[str, str]:
    """Causes in English by code, whether they stop the plan or not."""
    try:
        found = travel_findings(made, build_matrix(made))
    except ScenarioError as problem:
        found = problem.findings
    for one in found:
        assert "{" not in one.text("vi") + one.text("en")
    return {one.code: one.cause("en") for one in found}


def on_two_banks() -> Drawing:
    """A road on either bank of a river that flows north; a bridge joins them far upstream.

    ::

        near |  ~  | far
             |  ~  |
             |  ~  |
             +--~--+   bridge, 3 km south
    """
    drawn = Drawing()
    for name, east, north in (
        ("n0", 0, -3),
        ("n1", 0, 3),
        ("f0", 1, -3),
        ("f1", 1, 3),
        ("r0", 0.8, -2.9),
        ("r1", 0.8, 4),
    ):
        drawn.point(name, east, north)
    return (
        drawn.way(1, "n0 n1", highway="tertiary", name="Đường bờ tây")
        .way(2, "f0 f1", highway="tertiary", name="Đường bờ đông")
        .way(3, "n0 f0", highway="tertiary", bridge="yes")
        .way(4, "r0 r1", waterway="river", name="Sông Đà")
    )


def test_a_site_joins_the_road_on_its_own_bank_even_if_the_other_is_nearer(tmp_path: Path):
    made = scene(tmp_path, {"bank": (0.7, 1)}, drawing=on_two_banks(), base=(0, 0))
    # 300 m to the road beyond the river, 700 m to the one on this side.
    found = join(made, "bank")
    assert (found.road, found.over_water) == ("Đường bờ tây", False)
    assert found.walk_m == pytest.approx(700, abs=1)
    assert told(made) == {}


def test_a_way_over_water_is_told_where_there_is_no_other(tmp_path: Path):
    made = scene(tmp_path, {"bank": (-3, 1)}, drawing=on_two_banks(), base=(0, 0))
    assert join(made, "bank").over_water is False
    drawn = on_two_banks().point("w0", -0.5, -4).point("w1", -0.5, 4).way(5, "w0 w1", waterway="canal")
    made = scene(tmp_path, {"bank": (-0.6, 1)}, drawing=drawn, base=(0, 0))
    assert join(made, "bank").over_water is True
    assert told(made) == {
        "T202": "From 1 place the way to the road (car) crosses a river or canal:"
        " bank (bank; 20.0090, 104.9943) is 0.6 km from “Đường bờ tây” (nearest at 20.0090, 105.0000)."
    }


def test_a_lake_is_never_walked_over(tmp_path: Path):
    drawn = on_two_banks()
    for name, east, north in (("l0", -0.3, 0), ("l1", -0.1, 0), ("l2", -0.1, 2), ("l3", -0.3, 2)):
        drawn.point(name, east, north)
    drawn.way(6, "l0 l1 l2 l3 l0", natural="water")
    drawn.point("h0", -0.6, 0.9).point("h1", -0.6, -3).way(7, "h0 h1 n0", highway="track", name="Bờ hồ")
    made = scene(tmp_path, {"bank": (-0.4, 1)}, drawing=drawn, base=(0, 0))
    # Straight across the lake it would be 400 m; hypot(0.2, 0.1) km to the track on this shore.
    found = join(made, "bank")
    assert (found.road, found.over_water) == ("Bờ hồ", False)
    assert found.walk_m == pytest.approx(223.6, abs=1)


def test_the_shore_of_a_reservoir_that_is_a_relation_is_water_too(tmp_path: Path):
    drawn = on_two_banks().point("w0", -0.5, -24).point("w1", -0.5, 24).way(5, "w0 w1")
    drawn.relation(50, [5], type="multipolygon", natural="water", name="Hồ Hoà Bình")
    made = scene(tmp_path, {"bank": (-0.6, 1)}, drawing=drawn, base=(0, 0))
    found = join(made, "bank")
    assert (found.joined, found.over_water) == (False, True)


def test_only_roads_of_the_main_network_are_joined(tmp_path: Path):
    drawn = valley().point("x", 1, 0.3).point("y", 1.5, 0.3).way(9, "x y", highway="residential", name="Lẻ")
    made = scene(tmp_path, {"by a lone road": (1.2, 0.31)}, drawing=drawn)
    assert join(made, "by a lone road").road == "ĐT 433 Đường Hoà Bình"


def test_farther_than_a_kilometre_is_a_warning(tmp_path: Path):
    made = scene(tmp_path, {"far": (2, 1.1), "near": (2, 0.9)})
    assert told(made) == {
        "T201": "1 place is more than 1 km from its nearest road (car): far (far; 20.0099, 105.0191) is"
        " 1.1 km from “ĐT 433 Đường Hoà Bình” (nearest at 20.0000, 105.0191)."
    }


def test_a_place_without_a_road_is_an_error_that_names_it_and_the_nearest_road(tmp_path: Path):
    made = scene(tmp_path, {"sea": (30, 0), "near": (2, 0.9)})
    assert list(told(made)) == ["T301"]
    # The nearest of all is the lone road's end, hypot(9, 20) km away, which is joined with nothing.
    assert "sea (sea; 20.0000, 105.2871) is 21.9 km from a road without a name" in told(made)["T301"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (lambda _: {"links": (Link("home", "sea", 60, 30_000),)}, "T203"),
        (lambda one: {"sites": with_sea(one, vehicles=frozenset({"thuyền"}))}, None),
        (lambda one: {"sites": with_sea(one, cases={})}, None),
    ],
    ids=["a link", "another vehicle", "no cases"],
)
def test_a_place_that_no_vehicle_has_to_reach_by_road_is_no_error(
    tmp_path: Path, changed: Callable[[Scenario], dict[str, Any]], code: str | None
):
    made = scene(tmp_path, {"sea": (30, 0), "near": (2, 0.9)})
    found = told(replace(made, **changed(made)))
    assert [one for one in found if one in {"T203", "T301"}] == ([code] if code else [])


def with_sea(made: Scenario, **more: Any) -> dict[str, Site]:
    return {**made.sites, "sea": replace(made.sites["sea"], **more)}


def test_a_place_that_only_a_motorbike_reaches_is_a_warning(tmp_path: Path):
    drawn = valley().point("top", -15, 0).way(9, "west top", highway="path")
    made = scene(tmp_path, {"top": (-15, 0), "near": (2, 0.9)}, drawing=drawn)
    assert "T301" in told(made)
    bikes = {**made.vehicles, "xe-may": Vehicle("xe-may", movement=Movement.MOTORBIKE)}
    both = replace(made, vehicles=bikes, teams={**made.teams, "to-2": team("to-2", vehicle="xe-may")})
    found = told(both)
    assert "T301" not in found
    assert found["T203"].startswith("No road of the main network (car) is within reach of 1 place: top")


def test_another_region_is_told_once(tmp_path: Path):
    made = scene(tmp_path, {"a": (300, 0), "b": (301, 0)}, base=(300, 1))
    found = told(made)
    assert "T303" in found
    assert "T301" not in found
    assert "km from" in found["T303"]


def test_another_region_is_told_once_for_all_vehicles(tmp_path: Path):
    made = scene(tmp_path, {"a": (300, 0), "b": (301, 0)}, base=(300, 1))
    bikes = {**made.vehicles, "xe-may": Vehicle("xe-may", movement=Movement.MOTORBIKE)}
    both = replace(made, vehicles=bikes, teams={**made.teams, "to-2": team("to-2", vehicle="xe-may")})
    with pytest.raises(ScenarioError) as problem:
        travel_findings(both, build_matrix(both))
    (found,) = problem.value.findings
    assert found.code == "T303"
    assert found.cause("en").startswith("The extract has no road (car, motorbike) near any place")
    assert "(ô tô, xe máy)" in found.cause("vi")


def test_a_road_beside_a_place_that_leads_nowhere_is_said_to_be_cut_off(tmp_path: Path):
    found = told(scene(tmp_path, {"a": (1, 0), "lone": (20.5, 20)}))
    assert "lone" in found["T301"]
    assert found["T301"].endswith(", but that road is cut off from the main network.")


def test_a_region_at_the_other_end_of_the_world_is_told_in_whole_kilometres(tmp_path: Path):
    made = scene(tmp_path, {"a": (-9000, 0)}, base=(-9000, 1))
    with pytest.raises(ScenarioError) as problem:
        travel_findings(made, build_matrix(made))
    (found,) = (one for one in problem.value.findings if one.code == "T303")
    assert re.search(r" \d,\d{3} km from ", found.cause("en"))
    assert re.search(r" \d\.\d{3} km \(", found.cause("vi"))


def test_a_vehicle_without_any_road_is_told(tmp_path: Path):
    drawn = Drawing().point("a", 0, 0).point("b", 1, 0).way(1, "a b", highway="residential")
    made = scene(tmp_path, {"a": (0, 0)}, drawing=drawn, movement=Movement.BOAT)
    assert told(made)["T302"] == "The extract has no road that can be used: boat."


def test_a_closure_that_no_road_answers_to_is_an_error(tmp_path: Path):
    closures = (
        RoadClosure(day(0), day(0), way=99),
        RoadClosure(day(0), day(0), name="Quốc lộ 1"),
        RoadClosure(day(0), day(0), lat=21.0, lon=105.0, radius_m=50),
        RoadClosure(day(0), day(0), way=4),
    )
    made = scene(tmp_path, {"a": (1, 0)}, road_closures=closures)
    with pytest.raises(ScenarioError) as caught:
        travel_findings(made, build_matrix(made))
    causes = [one.cause("en") for one in caught.value.findings]
    assert causes == [
        "No road of the extract answers to the closure: way 99.",
        "No road of the extract answers to the closure: “Quốc lộ 1”.",
        "No road of the extract answers to the closure: the spot (21.0, 105.0) within 50 m.",
    ]


@pytest.mark.parametrize("spot", [(1, 0.2), (2.3, -0.8), (3.3, 0)])
def test_joining_is_where_a_line_to_the_road_ends(tmp_path: Path, spot: Spot):
    found = join(scene(tmp_path, {"here": spot}), "here")
    lat, lon = at(spot[0], 0 if spot[1] != -0.8 else spot[1])
    assert (found.lat, found.lon) == (pytest.approx(lat, abs=1e-6), pytest.approx(lon, abs=1e-6))
    assert json.dumps(found.walk_m)
