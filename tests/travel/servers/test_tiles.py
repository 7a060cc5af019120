"""Valhalla on this machine: a stand-in for its module here, the real one in `test_valhalla`."""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.domain.scenario import Place
from optimizer.kernel_cache import prepare
from optimizer.travel.build import build_matrix
from optimizer.travel.roads.store import FOLDER
from optimizer.travel.servers.port import ServerError
from optimizer.travel.servers.tiles import LocalValhalla
from tests.build import day, scenario, site, team

HERE, THERE = Place("a", "a", 20.0, 105.0), Place("b", "b", 20.1, 105.1)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()  # kernels stay where they are
    monkeypatch.setenv("LUUDONG_CACHE", str(tmp_path / "cache"))


def stand_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, answer: Any = None, builds: bool = True
) -> list[Any]:
    """Put a module in Valhalla's place whose program writes one tile; what its actor is asked."""
    asked: list[Any] = []
    program = folder / "valhalla" / "bin" / "valhalla_build_tiles"
    program.parent.mkdir(parents=True)
    works = 'folder.joinpath("0.gph").touch()' if builds else 'sys.exit("cannot read the extract")'
    script = f"""\
        #!{sys.executable}
        import json, pathlib, sys
        config = json.loads(pathlib.Path(sys.argv[2]).read_text())
        assert pathlib.Path(sys.argv[3]).is_file()
        folder = pathlib.Path(config["mjolnir"]["tile_dir"])
        {works}
        """
    program.write_text(textwrap.dedent(script), encoding="utf-8")
    program.chmod(0o755)

    class Actor:
        def __init__(self, config: dict[str, Any]) -> None:
            assert config["service_limits"]["auto"]["max_matrix_location_pairs"] > 10_000
            assert list(Path(config["mjolnir"]["tile_dir"]).glob("*.gph"))

        def matrix(self, request: dict[str, Any]) -> Any:
            asked.append(request)
            if answer is not None:
                return answer
            cell = {"time": 90, "distance": 1.5}
            return {"sources_to_targets": [[cell for _ in request["targets"]] for _ in request["sources"]]}

    module = ModuleType("valhalla")
    module.__file__ = str(folder / "valhalla" / "__init__.py")
    module.Actor = Actor  # type: ignore[attr-defined]
    module.get_config = lambda tile_extract, tile_dir, verbose: {  # type: ignore[attr-defined] # noqa: ARG005
        "mjolnir": {"tile_dir": tile_dir, "tile_extract": tile_extract},
        "service_limits": {"auto": {"max_matrix_location_pairs": 2500}, "max_radius": 200},
    }
    monkeypatch.setitem(sys.modules, "valhalla", module)
    return asked


def on_tiles(folder: Path) -> RouteServer:
    extract = folder / "map.osm.pbf"
    extract.write_bytes(b"an extract")
    return RouteServer(
        ServerKind.VALHALLA, file=extract.name, sha256="ab" * 32, folder=str(folder), path=str(extract)
    )


def test_tiles_are_built_once_beside_the_extract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = stand_in(tmp_path, monkeypatch)
    block = LocalValhalla(on_tiles(tmp_path))([HERE], [HERE, THERE], Movement.FOOT)
    assert (block.seconds.tolist(), block.metres.tolist()) == ([[90, 90]], [[1500, 1500]])
    assert asked[0]["costing"] == "pedestrian"
    assert asked[0]["targets"][1] == {"lat": 20.1, "lon": 105.1}
    built = tmp_path / FOLDER / ("tiles-" + "ab" * 12)
    assert (built / "0.gph").is_file()
    (tmp_path / "valhalla" / "bin" / "valhalla_build_tiles").unlink()
    LocalValhalla(on_tiles(tmp_path))


def test_what_cannot_be_built_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(tmp_path, monkeypatch, builds=False)
    with pytest.raises(ServerError, match="cannot read the extract"):
        LocalValhalla(on_tiles(tmp_path))
    assert list((tmp_path / FOLDER).iterdir()) == []


@pytest.mark.parametrize(
    "answer", [{}, {"sources_to_targets": [[{"time": -1, "distance": 1}]]}, {"sources_to_targets": [[{}]]}]
)
def test_rubbish_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: object):
    stand_in(tmp_path, monkeypatch, answer=answer)
    with pytest.raises(ServerError):
        LocalValhalla(on_tiles(tmp_path))([HERE], [THERE], Movement.CAR)


def test_a_null_is_no_road(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(tmp_path, monkeypatch, answer={"sources_to_targets": [[{"time": None, "distance": None}]]})
    block = LocalValhalla(on_tiles(tmp_path))([HERE], [THERE], Movement.CAR)
    assert json.dumps(block.metres.tolist()) == "[[NaN]]"


def test_without_valhalla_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "valhalla", None)
    made = scenario(site("s1"), server=on_tiles(tmp_path))
    with pytest.raises(ScenarioError) as caught:
        build_matrix(made)
    (finding,) = caught.value.findings
    assert finding.code == "T323"
    assert "luudong[valhalla]" in finding.action("vi")


def test_a_scenario_is_planned_on_tiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(tmp_path, monkeypatch)
    made = scenario(site("s1"), teams={"to-1": team()}, server=on_tiles(tmp_path))
    leg = build_matrix(made).leg("car", day(0), "home", "s1")
    assert leg is not None
    assert (leg.minutes, leg.metres) == (2, 1500)
