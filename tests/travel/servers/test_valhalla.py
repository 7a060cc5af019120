"""Valhalla itself on a drawn extract, where its wheels exist."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.travel.servers.tiles import LocalValhalla
from tests.travel.roads.drawing import valley
from tests.travel.roads.scenes import place

pytest.importorskip("valhalla", reason="the extra `valhalla`, which has wheels from Python 3.12 on")


def test_its_way_through_the_valley_is_as_long_as_ours(tmp_path: Path):
    path = valley().write(tmp_path / "map.osm.pbf")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    server = RouteServer(
        ServerKind.VALHALLA, file=path.name, sha256=digest, folder=str(tmp_path), path=str(path)
    )
    block = LocalValhalla(server)([place("a", (1, 0))], [place("b", (0, 1.8))], Movement.CAR)
    assert block.metres[0, 0] == pytest.approx(2800, abs=20)
    assert block.seconds[0, 0] > 60
