"""Networks and ways are made once, kept by content, and go with a plan that has no extract."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.roads import Movement, Speeds
from optimizer.domain.scenario import Scenario
from optimizer.kernel_cache import prepare
from optimizer.travel.build import build_matrix
from optimizer.travel.roads import source, ways
from optimizer.travel.roads.network import Network, read_network, write_network
from optimizer.travel.roads.source import ExtractRoads
from optimizer.travel.roads.store import FOLDER, Store
from optimizer.travel.source import keep_measured
from tests.travel.roads.drawing import valley
from tests.travel.roads.scenes import leg, scene

SITES = {"hamlet": (0.0, 1.9), "isle": (6.0, -3.0)}


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()  # kernels stay where they are
    monkeypatch.setenv("LUUDONG_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def made(tmp_path: Path) -> Scenario:
    return scene(tmp_path, SITES)


def test_an_extract_is_read_once(made: Scenario, monkeypatch: pytest.MonkeyPatch):
    assert made.roads is not None
    assert not ExtractRoads(made, made.roads).is_kept()
    before = leg(made, "home", "isle")
    assert ExtractRoads(made, made.roads).is_kept()
    monkeypatch.setattr(source, "read_extract", lambda _: pytest.fail("read again"))
    moved = scene(Path(_folder(made)), {"elsewhere": (1.0, 0.2)})
    assert leg(moved, "home", "elsewhere") is not None
    monkeypatch.setattr(source, "measure_ways", lambda *_, **__: pytest.fail("measured again"))
    assert leg(made, "home", "isle") == before


def _folder(made: Scenario) -> str:
    assert made.roads is not None
    return made.roads.folder


def test_what_is_kept_depends_on_all_that_it_was_made_from(made: Scenario):
    slow = Speeds({"secondary": 19.0, "track": 12.0})
    assert made.roads is not None
    slower = replace(made, roads=replace(made.roads, speeds={**made.roads.speeds, Movement.CAR: slow}))
    # 2 km at 38 and 1.9 km at 12 km/h: 12.7 min; at 19 and 12: 15.8 min.
    assert (leg(made, "home", "hamlet"), leg(slower, "home", "hamlet")) == ((13, 3900), (16, 3900))
    crawling = replace(made, roads=replace(made.roads, walking_kmh=1.0))
    assert leg(crawling, "home", "hamlet") == (13, 3900)
    assert len(list((Path(_folder(made)) / FOLDER).glob("ways-*"))) == 3


def _first_byte_spoilt(whole: bytes) -> bytes:
    """An archive of which the first part cannot be unpacked."""
    # The lengths of the part's name and of what follows it end the 30 bytes of its heading.
    at = 30 + int.from_bytes(whole[26:28], "little") + int.from_bytes(whole[28:30], "little")
    return whole[:at] + b"\xff" + whole[at + 1 :]


@pytest.mark.parametrize(
    "damaged",
    [
        lambda _: b"",
        lambda _: b"PK\x03\x04 rubbish",
        lambda _: b"no archive",
        _first_byte_spoilt,
    ],
    ids=["empty", "rubbish", "no archive", "first byte"],
)
def test_a_damaged_archive_is_made_again(made: Scenario, damaged: Callable[[bytes], bytes]):
    before = leg(made, "home", "isle")
    for path in (Path(_folder(made)) / FOLDER).iterdir():
        path.write_bytes(damaged(path.read_bytes()))
    assert leg(made, "home", "isle") == before


def test_a_plan_needs_no_extract(made: Scenario, tmp_path: Path):
    before = leg(made, "home", "isle")
    frozen = tmp_path / "plan" / "scenario"
    keep_measured(made, frozen)
    shutil.rmtree(tmp_path / FOLDER)
    (tmp_path / "map.osm.pbf").unlink()
    assert made.roads is not None
    with pytest.raises(ScenarioError, match="T313"):
        build_matrix(made)
    assert leg(replace(made, roads=replace(made.roads, folder=str(frozen))), "home", "isle") == before


def test_ways_of_another_version_stand_for_a_plan_and_nowhere_else(
    made: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = leg(made, "home", "isle")
    monkeypatch.setattr(ways, "MEASURED_BY", ways.MEASURED_BY + 1)
    measured = []
    real = source.measure_ways
    monkeypatch.setattr(source, "measure_ways", lambda *a, **k: measured.append(1) or real(*a, **k))
    extract = tmp_path / "map.osm.pbf"
    aside = extract.rename(tmp_path / "aside.osm.pbf")
    assert leg(made, "home", "isle") == before
    assert not measured
    aside.rename(extract)
    assert leg(made, "home", "isle") == before
    assert measured == [1]


def test_where_nothing_can_be_written_all_is_measured_anyway(
    made: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / FOLDER).write_text("a file where the folder would be")
    monkeypatch.setenv("LUUDONG_CACHE", "/proc/none")
    assert leg(made, "home", "isle") == (30, pytest.approx(7000, abs=2))


def test_beside_a_folder_that_cannot_be_written_the_cache_of_the_user_serves(made: Scenario, tmp_path: Path):
    (tmp_path / FOLDER).write_text("a file where the folder would be")
    leg(made, "home", "isle")
    assert sorted(path.name[:4] for path in (tmp_path / "cache" / "roads").iterdir()) == ["netw", "ways"]


def test_a_network_is_read_as_it_was_written(made: Scenario, tmp_path: Path):
    assert made.roads is not None
    network = ExtractRoads(made, made.roads).network
    write_network(network, tmp_path / "network.npz")
    again = read_network(tmp_path / "network.npz")
    assert (again.kinds, again.labels) == (network.kinds, network.labels)
    assert np.array_equal(again.along_dm, network.along_dm)
    assert again.junctions == network.junctions == 9


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: {"edge_to": one.edge_to + 100},
        lambda one: {"edge_from": one.edge_from - 1},
        lambda one: {"edge_way": one.edge_way[:-1]},
        lambda one: {"along_dm": -one.along_dm},
        lambda one: {"edge_first": one.edge_last, "edge_last": one.edge_first},
        lambda one: {"way_kind": one.way_kind + 50},
    ],
    ids=["beyond", "before", "too few", "backwards", "turned", "unknown"],
)
def test_a_network_that_is_not_whole_is_refused(
    made: Scenario, tmp_path: Path, spoil: Callable[[Network], dict[str, np.ndarray]]
):
    assert made.roads is not None
    network = ExtractRoads(made, made.roads).network
    write_network(replace(network, **spoil(network)), tmp_path / "network.npz")
    with pytest.raises(ValueError, match="not the network"):
        read_network(tmp_path / "network.npz")


def test_nothing_is_found_under_a_name_that_is_not_kept(tmp_path: Path):
    store = Store(str(tmp_path))
    store.copy("none.npz", tmp_path / "target")
    assert store.find("none.npz", lambda path: path) is None
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "T311"), (b"hello", "T311"), ("cut", "T311"), ("no road", "T312")],
    ids=["empty", "rubbish", "cut short", "no road"],
)
def test_an_extract_that_is_none_is_told(made: Scenario, tmp_path: Path, content: bytes | str, code: str):
    path = tmp_path / "map.osm.pbf"
    if content == "cut":
        content = path.read_bytes()[:-40]
    if content == "no road":
        valley().write(path)
        from tests.travel.roads.drawing import Drawing

        content = Drawing().point("a", 0, 0).write(tmp_path / "other.osm.pbf").read_bytes()
    assert isinstance(content, bytes)
    path.write_bytes(content)
    with pytest.raises(ScenarioError) as caught:
        build_matrix(made)
    assert [one.code for one in caught.value.findings] == [code]
    assert caught.value.findings[0].where.file == "map.osm.pbf"
