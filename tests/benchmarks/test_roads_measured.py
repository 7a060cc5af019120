"""Benchmarks of travel on roads measure what they say, and hold other programs' answers against ours."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.scripts import benchmark
from tests.travel.roads.drawing import valley

roads = benchmark("roads")
against_valhalla = benchmark("roads_against_valhalla")


def said_by(capsys: pytest.CaptureFixture[str], *given: str) -> str:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["roads.py", *given])
        roads.main()
    return capsys.readouterr().out


def test_a_grid_is_measured_anew_and_from_what_is_kept(capsys: pytest.CaptureFixture[str]):
    said = said_by(capsys, "--grid", "12", "--places", "5")
    assert "144 junctions, 264 edges, 5 places" in said
    assert "from the extract:" in said
    assert "from what is kept:" in said
    assert "pairs without a road: 0.0%" in said


def test_an_extract_is_measured_where_it_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    extract = valley().write(tmp_path / "thung-lung.osm.pbf")
    assert "5 places" in said_by(capsys, "--extract", str(extract), "--places", "5")
    assert list(tmp_path.iterdir()) == [extract]


def test_scipy_finds_the_same_times(capsys: pytest.CaptureFixture[str]):
    said = said_by(capsys, "--grid", "12", "--against-scipy", "20")
    assert "ways from 20 of them to all" in said
    assert "scipy's:" in said


def told(*metres: float) -> object:
    """Ways from one place to others that are so long, at 36 km/h."""
    line = np.array([metres], dtype=np.float64)
    return against_valhalla.Told(line / 10, line)


NONE = float("nan")


def test_ratios_count_pairs_that_both_know_and_that_are_not_next_to_each_other():
    ours, theirs = told(900, 1000, 400, 1000, NONE), told(1000, 1000, 400, NONE, NONE)
    # 900/1000 and 1000/1000: in the middle 0.95, and one of two within 2 %.  The fourth only we know.
    row = against_valhalla.row("quickest", ours, theirs).split("|")
    assert [cell.strip() for cell in row[1:9]] == [
        "quickest", "2", "0.905", "0.925", "0.950", "0.975", "0.995", "50%",
    ]  # fmt: skip
    assert row[-2].strip() == "1"


def test_what_differs_is_another_choice_or_a_way_that_is_forbidden():
    ours = told(1000, 1000, 1000, 1000)
    # The same; theirs could be as short; a restriction forbids it; something else does.
    quickest, shortest, unrestricted = (
        told(1010, 1500, 1500, 1500),
        told(1000, 1000, 1400, 1400),
        told(1000, 1000, 1000, 1400),
    )
    said = against_valhalla.explained(ours, quickest, shortest, unrestricted)
    assert said.startswith("3 of 4 pairs differ by more than 2%")
    assert "in 1 Valhalla may go as short a way too" in said
    assert "in 1 a turn restriction forbids it, in 1 something else" in said


def test_the_pairs_that_differ_most_are_named_with_where_they_are():
    places = [against_valhalla.Place(f"p{at}", "", 20.0 + at, 105.0) for at in range(3)]
    (line,) = against_valhalla.farthest_apart(places, told(900, 500, 1000), told(1000, 1000, 1000), 1)
    assert line == "- 20.00000, 105.00000 to 21.00000, 105.00000: 500 m, and 1000 m there"
