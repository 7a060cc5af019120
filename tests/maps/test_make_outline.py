"""The script that makes the outline."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def make_outline() -> ModuleType:
    path = Path(__file__).parents[2] / "maps" / "make_outline.py"
    spec = importlib.util.spec_from_file_location("make_outline", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_simplifying_keeps_corners_and_drops_what_lies_near_the_line(make_outline: ModuleType) -> None:
    line = [(0.0, 0.0), (1.0, 0.04), (2.0, 0.0), (2.0, 3.0)]
    assert make_outline.simplified(line, 0.05) == [(0.0, 0.0), (2.0, 0.0), (2.0, 3.0)]
    assert make_outline.simplified(line, 0.03) == line


def test_clipping_cuts_a_ring_at_the_edge_of_the_sheet(make_outline: ModuleType) -> None:
    west = make_outline.WEST
    square = [(west - 2, 10.0), (west + 2, 10.0), (west + 2, 12.0), (west - 2, 12.0)]
    assert sorted(make_outline.clipped(square)) == sorted(
        [(west, 10.0), (west + 2, 10.0), (west + 2, 12.0), (west, 12.0)]
    )
    assert make_outline.clipped([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]) == []


def test_area_of_a_rectangle(make_outline: ModuleType) -> None:
    assert make_outline.area_deg2([(0.0, 0.0), (2.0, 0.0), (2.0, 3.0), (0.0, 3.0)]) == 6


def test_arcs_of_a_topology_are_steps_from_a_corner(make_outline: ModuleType) -> None:
    topology = {"transform": {"scale": [0.5, 2.0], "translate": [100.0, 10.0]}, "arcs": [[[2, 1], [-1, 3]]]}
    assert make_outline.decoded_arcs(topology) == [[(101.0, 12.0), (100.5, 18.0)]]


def test_a_ring_of_arcs_is_joined_forwards_and_backwards(make_outline: ModuleType) -> None:
    arcs = [[(0.0, 0.0), (1.0, 0.0)], [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)]]
    assert make_outline.joined([0, ~1], arcs) == [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]
