"""A campaign made from an extract is an ordinary scenario, and its plan keeps off the closed road."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.domain.roads import RoadClosure
from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix
from tests.benchmarks.scripts import benchmark
from tests.cli.conftest import QUICKLY
from tests.travel.roads.drawing import Drawing

roads_campaign = benchmark("roads_campaign")
closed_roads_kept = benchmark("closed_roads_kept")

SHORT_WAY = 2


def two_towns() -> Drawing:
    """Two towns joined by a short road (2) and by a long one (3), and eight villages.

    ::

          a ----- b ----- c ----- d        3, over the hills: 12 km up, 20 km along, 12 km down
          |                       |
        town ------------------ city       2, along the valley: 20 km
          |                       |
          e ----- f       g ----- h
    """
    drawn = Drawing()
    for name, east, north, kind in (
        ("town", 0, 0, "town"),
        ("city", 20, 0, "city"),
        ("a", 0, 12, "village"),
        ("b", 7, 12, "village"),
        ("c", 14, 12, "village"),
        ("d", 20, 12, "village"),
        ("e", 0, -5, "hamlet"),
        ("f", 5, -5, "hamlet"),
        ("g", 15, -5, "hamlet"),
        ("h", 20, -5, "hamlet"),
    ):
        drawn.point(name, east, north)
        # The settlement's own node lies a little off its road, as they do, and away from road 2.
        aside = 0.1 if east > 10 else -0.1
        drawn.point(f"centre-{name}", east + aside, north - 0.1, place=kind, name=f"Bản {name}")
    drawn.point("valley", 10, 0).point("unnamed", 1, 1, place="hamlet").point("far", 60, 60, place="village")
    return (
        drawn.way(1, "e town", highway="tertiary")
        .way(SHORT_WAY, "town valley city", highway="primary", ref="QL 6")
        .way(3, "town a b c d city", highway="tertiary")
        .way(4, "e f", highway="residential")
        .way(5, "city h g", highway="tertiary")
    )


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    return two_towns().write(tmp_path / "vung.osm.pbf")


def make(extract: Path, folder: Path, *options: str) -> Path:
    given = [str(extract), str(folder), "--sites", "8", "--teams", "2", *options]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["roads_campaign.py", *given])
        roads_campaign.main()
    return folder


def test_settlements_become_sites_and_the_largest_become_bases(extract: Path, tmp_path: Path):
    read = read_scenario(make(extract, tmp_path / "vung"))
    assert list(read.scenario.bases) == ["ban-city", "ban-town"]
    assert sorted(read.scenario.sites) == [f"ban-{name}" for name in "abcdefgh"]
    assert read.warnings == ()


def test_a_road_is_closed_around_which_another_leads(extract: Path, tmp_path: Path):
    scenario = read_scenario(make(extract, tmp_path / "vung")).scenario
    (closure,) = scenario.road_closures
    days = list(scenario.horizon.dates())
    assert closure == RoadClosure(days[2], days[3], way=SHORT_WAY)
    travel = build_matrix(scenario)
    # Along the valley 20 km at 50 km/h; over the hills 44 km at 40 km/h.
    assert travel.leg("car", days[1], "ban-town", "ban-city").metres == pytest.approx(20_300, abs=200)
    assert travel.leg("car", days[2], "ban-town", "ban-city").metres == pytest.approx(44_300, abs=200)


def test_the_same_seed_is_the_same_campaign_and_another_is_not(extract: Path, tmp_path: Path):
    tables = [
        (make(extract, tmp_path / name, "--seed", seed) / "sites.csv").read_text(encoding="utf-8")
        for name, seed in (("one", "1"), ("same", "1"), ("other", "2"))
    ]
    assert tables[0] == tables[1] != tables[2]


def test_a_road_may_be_named(extract: Path, tmp_path: Path):
    scenario = read_scenario(make(extract, tmp_path / "vung", "--closed", "QL 6")).scenario
    assert [one.name for one in scenario.road_closures] == ["QL 6"]


@pytest.mark.parametrize(
    ("options", "said"),
    [(("--sites", "9"), "8 settlements"), (("--bases", "11"), "no 11 settlements")],
)
def test_an_extract_that_is_too_small_is_told(
    extract: Path, tmp_path: Path, options: tuple[str, str], said: str
):
    with pytest.raises(SystemExit, match=said):
        make(extract, tmp_path / "vung", *options)
    assert not (tmp_path / "vung").exists()


@pytest.fixture
def planned(extract: Path, tmp_path: Path) -> Path:
    folder = make(extract, tmp_path / "vung", "--bases", "1", "--sites", "9")
    assert main(["plan", str(folder), *QUICKLY, "--out", str(tmp_path / "out"), "--json"]) == 0
    return tmp_path / "out"


def test_ways_of_a_plan_keep_off_the_closed_road_on_its_days_only(extract: Path, planned: Path):
    days = closed_roads_kept.days_of(extract, planned)
    assert [one.day.isoformat() for one in days] == [f"2026-03-0{day}" for day in range(2, 8)]
    assert all(one.along_closed == 0 for one in days)
    assert sum(one.along_open for one in days) > 0
    assert all(one.along_open == 0 for one in days[2:4])
    assert all(one.around == 0 for one in (*days[:2], *days[4:]))


def test_a_way_along_a_closed_road_is_found(extract: Path, planned: Path, monkeypatch: pytest.MonkeyPatch):
    legs = planned / "legs.geojson"
    document = json.loads(legs.read_text(encoding="utf-8"))
    for one in document["features"]:
        one["properties"]["dates"] = [f"2026-03-0{day}" for day in range(2, 8)]
    legs.write_text(json.dumps(document), encoding="utf-8")
    assert sum(one.along_closed for one in closed_roads_kept.days_of(extract, planned)) > 0
    monkeypatch.setattr(sys, "argv", ["closed_roads_kept.py", str(extract), str(planned)])
    with pytest.raises(SystemExit, match="closed road"):
        closed_roads_kept.main()
