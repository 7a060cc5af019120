"""Extracts, tables of speeds and closed roads as a scenario writes them."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Scenario
from optimizer.intake import fingerprint, read_scenario
from optimizer.intake.collect import Findings
from optimizer.intake.freeze import write_frozen
from optimizer.intake.speeds import read_speeds, shipped_speeds, shipped_text
from tests.intake.folders import YAML, edited, write_folder
from tests.intake.road_cases import MAP

ROADS = "travel: {source: roads, file: map.osm.pbf}\n"
CLOSED = """closures:
  - {way: 12, start: 2023-04-24, end: 2023-04-25}
  - {road: "ĐT 433", start: 2023-04-25, end: 2023-04-25}
  - {lat: 20.9, lon: 105.2, radius_m: 80, start: 2023-04-26, end: 2023-04-26}
  - {site: bua-sen, start: 2023-04-26, end: 2023-04-26}
"""


def on_roads(folder: Path, more: str = "", **tables: str | bytes) -> Scenario:
    yaml = edited(YAML, {"travel: {source: estimate}\n": ROADS + more})
    return read_scenario(write_folder(folder, yaml=yaml, **MAP, **tables)).scenario


def test_an_extract_is_known_by_its_content(tmp_path: Path):
    roads = on_roads(tmp_path).roads
    assert roads is not None
    assert (roads.file, roads.walking_kmh) == ("map.osm.pbf", 4.0)
    assert roads.sha256 == hashlib.sha256(MAP["map_osm_pbf"]).hexdigest()
    assert roads.speeds == shipped_speeds().movements


def test_roads_are_closed_by_way_by_name_and_by_spot(tmp_path: Path):
    made = on_roads(tmp_path, CLOSED)
    monday, tuesday, wednesday = date(2023, 4, 24), date(2023, 4, 25), date(2023, 4, 26)
    assert made.road_closures == (
        RoadClosure(monday, tuesday, way=12),
        RoadClosure(tuesday, tuesday, name="ĐT 433"),
        RoadClosure(wednesday, wednesday, lat=20.9, lon=105.2, radius_m=80.0),
    )
    assert [closure.places for closure in made.closures] == [("bua-sen",)]


def test_a_table_changes_only_what_it_says(tmp_path: Path):
    made = on_roads(tmp_path)
    assert made.roads is not None
    (tmp_path / "mine.yaml").write_text("walking_kmh: 3\ncar: {classes: {track: 8}, limits: {mud: 0}}\n")
    findings = Findings()
    table = read_speeds(tmp_path / "mine.yaml", "mine.yaml", findings)
    shipped = shipped_speeds().movements
    car = table.movements[Movement.CAR]
    assert (table.walking_kmh, car.classes["track"], car.limits["mud"]) == (3.0, 8.0, 0.0)
    assert {**car.classes, "track": 12.0} == shipped[Movement.CAR].classes
    assert table.movements[Movement.FOOT] == shipped[Movement.FOOT]
    assert findings.listed() == ()


def test_the_shipped_table_can_be_copied_and_changes_nothing(tmp_path: Path):
    path = tmp_path / "speeds.yaml"
    path.write_text(shipped_text(), encoding="utf-8")
    findings = Findings()
    assert read_speeds(path, path.name, findings) == shipped_speeds()
    assert findings.listed() == ()


@pytest.mark.parametrize(
    ("vehicle", "movement"),
    [
        ("car: {speed_kmh: 28}", Movement.CAR),
        ("motorbike: {speed_kmh: 28}", Movement.MOTORBIKE),
        ("xe-tai: {speed_kmh: 28}", Movement.CAR),
        ("xuong: {movement: boat}", Movement.BOAT),
    ],
)
def test_a_vehicle_moves_as_it_says_or_as_its_id_does(tmp_path: Path, vehicle: str, movement: Movement):
    yaml = edited(YAML, {"car: {speed_kmh: 28}": vehicle})
    (made,) = read_scenario(write_folder(tmp_path, yaml=yaml)).scenario.vehicles.values()
    assert made.movement is movement


def test_the_frozen_copy_says_the_same_without_the_extract(tmp_path: Path):
    speeds = "travel: {source: roads, file: map.osm.pbf, speeds: speeds.yaml}\n"
    yaml = edited(YAML, {"travel: {source: estimate}\n": speeds + CLOSED})
    folder = write_folder(tmp_path / "a", yaml=yaml, speeds_yaml="boat: {classes: {drain: 3}}\n", **MAP)
    made = read_scenario(folder).scenario
    write_frozen(made, tmp_path / "frozen")
    assert not (tmp_path / "frozen" / "map.osm.pbf").exists()
    again = read_scenario(tmp_path / "frozen").scenario
    assert again == made
    assert fingerprint(again) == fingerprint(made)
    assert again.roads is not None
    assert again.roads.speeds[Movement.BOAT].classes["drain"] == 3.0
    assert again.roads.folder == str(tmp_path / "frozen")


def test_a_scenario_without_roads_is_frozen_as_before(tmp_path: Path):
    made = read_scenario(write_folder(tmp_path / "a")).scenario
    write_frozen(made, tmp_path / "frozen")
    assert not (tmp_path / "frozen" / "speeds.yaml").exists()
    assert "movement" not in (tmp_path / "frozen" / "scenario.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["osrm", "valhalla"])
def test_a_server_is_named_and_frozen_by_its_address(tmp_path: Path, kind: str):
    travel = f'travel: {{source: {kind}, url: "http://127.0.0.1:5000"}}\n'
    yaml = edited(YAML, {"travel: {source: estimate}\n": travel})
    made = read_scenario(write_folder(tmp_path / "a", yaml=yaml)).scenario
    assert made.server is not None
    assert (made.server.kind.value, made.server.url) == (kind, "http://127.0.0.1:5000")
    write_frozen(made, tmp_path / "frozen")
    again = read_scenario(tmp_path / "frozen").scenario
    assert again == made
    assert fingerprint(again) == fingerprint(made)


def test_an_extract_may_be_handed_from_elsewhere(tmp_path: Path):
    yaml = edited(YAML, {"travel: {source: estimate}\n": ROADS})
    folder = write_folder(tmp_path / "a", yaml=yaml)
    shared = tmp_path / "shared.osm.pbf"
    shared.write_bytes(MAP["map_osm_pbf"])
    made = read_scenario(folder, extract=shared).scenario
    assert made.roads is not None
    assert (made.roads.file, made.roads.path, made.roads.folder) == ("map.osm.pbf", str(shared), str(folder))
    # The same content in the scenario's folder is the same scenario.
    assert fingerprint(made) == fingerprint(on_roads(tmp_path / "b"))
    with pytest.raises(ScenarioError, match="E407"):
        read_scenario(folder, extract=tmp_path / "none.osm.pbf")


def test_valhalla_may_work_on_an_extract_instead_of_an_address(tmp_path: Path):
    yaml = edited(YAML, {"travel: {source: estimate}\n": "travel: {source: valhalla, file: map.osm.pbf}\n"})
    made = read_scenario(write_folder(tmp_path / "a", yaml=yaml, **MAP)).scenario
    assert made.server is not None
    assert (made.server.url, made.server.file) == ("", "map.osm.pbf")
    assert made.server.sha256 == hashlib.sha256(MAP["map_osm_pbf"]).hexdigest()
    write_frozen(made, tmp_path / "frozen")
    again = read_scenario(tmp_path / "frozen").scenario
    assert again == made
    assert fingerprint(again) == fingerprint(made)
