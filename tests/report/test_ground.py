"""The lines of legs and the map under them: made once, kept beside the plan, drawn on its map."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake import read_scenario
from optimizer.report.ground import BASE_MAP_FILE, Ground, make_ground, packed_line, read_ground, write_ground
from optimizer.report.map import map_page
from optimizer.report.offline import things_fetched
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.closed_drawn import CLOSED_FILE, draw_closed
from optimizer.travel.roads.drawn import LEGS_FILE
from optimizer.travel.roads.source import ExtractRoads
from tests.report.campaign import papers
from tests.report.on_roads import papers_on_roads
from tests.travel.roads.drawing import at, valley

Papers = tuple[Plan, Scenario, TravelMatrix]


@pytest.fixture(scope="module")
def on_roads(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers_on_roads(tmp_path_factory.mktemp("roads"))


@pytest.fixture(scope="module")
def ground(on_roads: Papers) -> Ground:
    return make_ground(*on_roads)


def shown(page: str, element: str) -> dict[str, Any]:
    found = re.search(rf'<script type="application/json" id="{element}">(.*?)</script>', page, re.DOTALL)
    assert found
    content: dict[str, Any] = json.loads(found[1])
    return content


def test_every_leg_of_the_plan_has_its_line(on_roads: Papers, ground: Ground):
    plan, scenario, _ = on_roads
    for route in plan.routes:
        for one, other in pairwise((route.start, *(visit.site for visit in route.visits), route.end)):
            line = ground.legs.line("car", route.date, one, other)
            assert line is not None
            for point, place in ((line[0], one), (line[-1], other)):
                at_place = scenario.places[place].lat, scenario.places[place].lon
                assert point == pytest.approx(at_place, abs=1e-5)


def test_the_map_draws_ways_along_the_roads_over_a_quiet_map(on_roads: Papers, ground: Ground):
    page = map_page(*on_roads, ground=ground)
    told = shown(page, "plan")
    ways = [way for route in told["routes"] for way in route["ways"]]
    assert all("line" in way for way in ways)
    used = {tuple(told["lines"][way["line"]]) for way in ways}
    assert used == {tuple(packed_line(line)) for line in ground.legs.lines.values()}
    assert set(shown(page, "scenery")["lines"]) == {"middle", "minor", "track", "ferry"}
    assert things_fetched(page) == []
    assert page == map_page(*on_roads, ground=ground)


def test_the_islands_are_on_a_map_with_roads_as_on_every_other(on_roads: Papers, ground: Ground):
    with_roads, without = (
        shown(page, "outline") for page in (map_page(*on_roads, ground=ground), map_page(*papers()))
    )
    assert with_roads == without
    labels = {one["properties"].get("vi") for one in with_roads["features"]}
    assert {"Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"} <= labels


def test_a_plan_that_was_not_measured_on_roads_has_no_ground(tmp_path: Path):
    plan, scenario, travel = papers()
    assert not make_ground(plan, scenario, travel)
    assert not read_ground(tmp_path, scenario)
    page = map_page(plan, scenario, travel)
    assert shown(page, "scenery") == {}
    assert "lines" not in shown(page, "plan")


def test_side_files_bring_the_same_map_again_without_the_extract(
    on_roads: Papers, ground: Ground, tmp_path: Path
):
    plan, scenario, travel = on_roads
    write_ground(ground, tmp_path)
    again = read_ground(tmp_path, scenario)
    # Points are kept to the metre.
    assert map_page(plan, scenario, travel, ground=again) == map_page(plan, scenario, travel, ground=ground)
    assert scenario.roads is not None
    elsewhere = replace(scenario, roads=replace(scenario.roads, folder=str(tmp_path), path=""))
    assert not make_ground(plan, elsewhere, travel)


def test_the_map_marks_closed_roads_on_their_days(on_roads: Papers, ground: Ground):
    closed = shown(map_page(*on_roads, ground=ground), "plan")["closed"]
    # The track up to the hamlet (way 4) is closed on the second of three days.
    assert [(one["name"], one["start"], one["end"], one["days"]) for one in closed] == [
        ("đoạn đường 4", "25/04", "25/04", [1])
    ]
    drawn = {point for line in ground.closed[0].lines for point in line}
    for end in (at(0, 0), at(0, 1.9)):
        assert min(abs(lat - end[0]) + abs(lon - end[1]) for lat, lon in drawn) < 2e-5


def test_a_way_that_is_closed_by_its_id_is_told_by_its_name_where_it_has_one(on_roads: Papers):
    _, scenario, _ = on_roads
    assert scenario.roads is not None
    island = replace(scenario.road_closures[0], way=6)
    network = ExtractRoads(scenario, scenario.roads).network
    (closed,) = draw_closed(replace(scenario, road_closures=(island,)), network)
    assert closed.name == "“Đường Đảo” (đoạn đường 6)"


def test_a_spot_closes_no_more_of_the_road_than_lies_around_it(on_roads: Papers):
    plan, scenario, travel = on_roads
    lat, lon = at(0, 1)
    spot = replace(scenario.road_closures[0], way=None, lat=lat, lon=lon, radius_m=100)
    (closed,) = make_ground(plan, replace(scenario, road_closures=(spot,)), travel).closed
    ((one, other),) = closed.lines
    # 100 m to the south and to the north of it, at 111.195 km for a degree.
    assert sorted((one[0], other[0])) == pytest.approx([lat - 0.1 / 111.195, lat + 0.1 / 111.195], abs=2e-5)


def test_a_closed_road_of_which_a_side_file_has_no_line_is_left_out(
    on_roads: Papers, ground: Ground, tmp_path: Path
):
    write_ground(ground, tmp_path)
    document = json.loads((tmp_path / CLOSED_FILE).read_text(encoding="utf-8"))
    document["features"][0]["geometry"]["coordinates"] = [[], [[105.0, 20.0]]]
    (tmp_path / CLOSED_FILE).write_text(json.dumps(document), encoding="utf-8")
    assert read_ground(tmp_path, on_roads[1]).closed == ()


def test_a_closure_outside_the_dates_of_the_plan_is_not_drawn(on_roads: Papers):
    plan, scenario, travel = on_roads
    past = replace(scenario.road_closures[0], start=date(2023, 4, 1), end=date(2023, 4, 23))
    assert make_ground(plan, replace(scenario, road_closures=(past,)), travel).closed == ()


def test_the_lines_are_geojson_for_other_programs(ground: Ground, tmp_path: Path):
    write_ground(ground, tmp_path)
    document = json.loads((tmp_path / LEGS_FILE).read_text(encoding="utf-8"))
    assert document["type"] == "FeatureCollection"
    for one in document["features"]:
        assert one["geometry"]["type"] == "LineString"
        assert all(104 < lon < 106 and 19 < lat < 21 for lon, lat in one["geometry"]["coordinates"])
        assert set(one["properties"]) == {"vehicle", "from", "to", "dates"}


LEG = '{"features":[{"properties":{"vehicle":"car","from":"a","to":"b","dates":["2023-04-24"]},%s}]}'
CLOSED = '{"features":[{"properties":{"closed":"a","start":"2023-04-24","end":"2023-04-24"},%s}]}'


@pytest.mark.parametrize(
    "rubbish",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"features": [{}]}',
        LEG % '"geometry":{"coordinates":[]}',
        LEG % '"geometry":{"coordinates":[[105,20],[1e999,20]]}',
        CLOSED % '"geometry":{"coordinates":[]}',
        CLOSED % '"geometry":{"coordinates":[[[105,20]]]}',
        CLOSED % '"geometry":{"coordinates":[[[105,20],[105,NaN]]]}',
        '{"lines": 3}',
        '{"lines": {"x": [["a"]]}}',
        '{"lines": {"major": [[1e999, 2]]}, "names": []}',
        '{"lines": {}, "names": [["town", "Bưa", NaN, 105]]}',
    ],
)
def test_side_files_that_are_spoilt_leave_bent_lines(on_roads: Papers, tmp_path: Path, rubbish: str):
    for name in (LEGS_FILE, CLOSED_FILE, BASE_MAP_FILE):
        (tmp_path / name).write_text(rubbish, encoding="utf-8")
    spoilt = read_ground(tmp_path, on_roads[1])
    assert not spoilt
    assert map_page(*on_roads, ground=spoilt) == map_page(*on_roads)


def test_names_cannot_leave_their_place_in_the_page(on_roads: Papers):
    hostile = Ground(
        scenery={"lines": {}, "names": [["town", "</script><script>alert(1)</script>", 20, 105]]}
    )
    page = map_page(*on_roads, ground=hostile)
    assert "alert(1)</script>" not in page
    assert shown(page, "scenery") == hostile.scenery


def test_scenery_holds_rivers_lakes_borders_and_the_names_that_the_plan_does_not_write(tmp_path: Path):
    plan, scenario, travel = papers_on_roads(tmp_path)
    drawn = valley().point("town", 1, 1, place="town", name="Thị trấn Đà Bắc")
    drawn.point("same", 0, 1.8, place="hamlet", name="bản cao").point("far", 200, 0, place="city", name="Xa")
    for name, east, north in (("r0", 0, 1), ("r1", 5, 1), ("b0", 3, 3), ("b1", 5, 3), ("b2", 4, 4)):
        drawn.point(name, east, north)
    drawn.way(11, "r0 r1", waterway="river").way(12, "b0 b1 b2 b0").way(13, "b0 b1 b2 b0", natural="water")
    drawn.relation(1, [12], type="boundary", boundary="administrative", admin_level="6")
    drawn.relation(2, [11], type="boundary", boundary="administrative", admin_level="10")
    drawn.write(tmp_path / "thung-lung.osm.pbf")
    scenario = read_scenario(tmp_path).scenario
    made = make_ground(plan, scenario, travel)
    lines = made.scenery["lines"]
    assert {kind: len(lines[kind]) for kind in ("river", "lake", "boundary")} == {
        "river": 1,
        "lake": 1,
        "boundary": 1,
    }
    lat, lon = at(1, 1)
    assert made.scenery["names"] == [
        ["town", "Thị trấn Đà Bắc", pytest.approx(lat, abs=1e-5), pytest.approx(lon, abs=1e-5)]
    ]


def test_scenery_is_coarser_where_it_would_be_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from optimizer.travel.roads import scenery

    plan, scenario, travel = papers_on_roads(tmp_path)
    fine = make_ground(plan, scenario, travel).scenery["lines"]
    monkeypatch.setattr(scenery, "MOST_NUMBERS", 24)
    for kept in tmp_path.rglob("scenery-*.json"):
        kept.unlink()
    coarse = make_ground(plan, scenario, travel).scenery["lines"]
    assert "track" in fine
    assert "track" not in coarse
    assert sum(len(line) for lines in coarse.values() for line in lines) <= 24


def test_scenery_is_drawn_once_for_the_same_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from optimizer.travel.roads import source

    papers = papers_on_roads(tmp_path)
    first = make_ground(*papers)
    monkeypatch.setattr(source, "scenery_of", lambda *_: pytest.fail("drawn again"))
    assert make_ground(*papers) == first
