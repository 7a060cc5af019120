"""Files of team orienteering are read as they are meant, and solutions judged from them alone."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from optimizer.engine.solve import Options, solve
from optimizer.review.check import check_routes
from tests.benchmarks.scripts import benchmark

orienteering = benchmark("orienteering")
toptw = benchmark("toptw")

SMALL = """4 1 4 1
0 200
  0 0.00 0.00 0.00 0.00 0 0 0 30
  1 3.00 4.00 2.00 10.00 1 1 1 0 6
  2 -1.00 1.00 1.00 7.00 1 1 1 20 25
  3 3.00 5.00 5.00 20.00 1 1 1 0 5
  4 10.00 10.00 1.00 90.00 1 1 1 0 30
"""
"""Point 3 is reached after 5.8 and begins by 5, so it cannot be served; point 4 is reached after 14.1
and left at 15.1, and the depot again at 29.2."""


CORDEAU = """5 3 1 4
500 200
 0 -10.442 19.999 0 0 0 0 0 1000
 1 -29.730 64.136 2 12 4 1 15 354 509
"""


@pytest.fixture
def puzzle(tmp_path: Path) -> Any:
    file = tmp_path / "c000.txt"
    file.write_text(SMALL, encoding="utf-8")
    return orienteering.read_puzzle(file)


def test_a_row_is_read_from_both_ends(puzzle: Any):
    point = puzzle.points[2]
    assert (point.service, point.profit, point.open, point.close) == (1, 7, 20, 25)
    assert (point.x, point.y) == (-1000, 1000)
    assert puzzle.points[0].close == 30


def test_a_row_may_list_combinations_in_between(tmp_path: Path):
    file = tmp_path / "pr00.txt"
    file.write_text(
        "5 3 1 4\n500 200\n 0 -10.442 19.999 0 0 0 0 0 1000\n 1 -29.730 64.136 2 12 4 1 15 354 509\n"
    )
    puzzle = orienteering.read_puzzle(file)
    point = puzzle.points[1]
    assert (point.service, point.profit, point.open, point.close) == (2, 12, 354, 509)
    # √(19.288² + 44.137²) = √2320.10171… = 48.1674…, cut after two decimals
    assert puzzle.ticks == 100
    assert puzzle.legs[0, 1] == 4816


def test_distances_are_cut_after_one_decimal(puzzle: Any):
    assert puzzle.legs[0, 1] == 50
    assert puzzle.legs[0, 2] == 14  # √2 = 1.414…
    assert puzzle.legs[1, 3] == 10
    assert puzzle.legs[0, 3] == 58  # √34 = 5.83…: 5.8 is shorter than 5 + 1
    assert puzzle.legs[0, 4] == 141
    assert (puzzle.legs == puzzle.legs.T).all()


@pytest.mark.parametrize(
    ("tours", "expected"),
    [
        ([[1, 2]], None),  # at 1 from 5.0 to 7.0, at 2 at 7 + 5 = 12.0, waits for 20
        ([[1], [2]], None),
        ([[4]], None),  # there at 14.1, back at 29.2
        ([[3]], "too late at point 3"),  # there at 5.8
        ([[2, 1]], "too late at point 1"),  # 2 is left at 21
        ([[1, 4]], "too late at point 0"),  # at 4 from 16.2 to 17.2, back at 31.3
        ([[1], [1]], "a point is visited twice"),
        ([[5]], "there is no such point"),
        ([[0]], "there is no such point"),
    ],
)
def test_tours_are_judged_by_the_file(puzzle: Any, tours: list[list[int]], expected: str | None):
    assert orienteering.fault(puzzle, tours) == expected


def test_the_engine_finds_the_best_tours(puzzle: Any):
    # One tour: 4 alone gives 90, and nothing fits beside it; 1 and 2 give 17.  Two tours: 107.
    for tours, best in ((1, 90), (2, 107)):
        scenario, travel = orienteering.as_campaign(puzzle, tours)
        found = solve(scenario, travel, Options(seconds=None, iterations=200))
        assert check_routes(scenario, travel, found.routes) == ()
        numbers = orienteering.tours_of(found.routes, tours)
        assert orienteering.fault(puzzle, numbers) is None
        assert orienteering.profit(puzzle, numbers) == best
        assert len(numbers) == tours


def test_a_late_tour_loses_the_point_of_least_profit_that_puts_it_right(puzzle: Any):
    assert toptw.in_time(puzzle, [1, 2]) == [1, 2]
    assert toptw.in_time(puzzle, [1, 2, 3]) == [1, 2]
    assert toptw.in_time(puzzle, [2, 1]) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4 1 2 1\n0 200\n0 0 0 0 0 0 0 0 30\n",  # two points announced, none there
        "4 1 1 1\n0 200\n0 0 0 0 0 0 0 0 30\n2 1 1 1 1 1 1 1 0 9\n",  # not numbered from 0
        "4 1 1 1\n0 200\n0 0 0 0 0 0 0 0 30\n1 x 1 1 1 1 1 1 0 9\n",
        "4 1 1 1\n0 200\n0 0 0 0 0 0 0 0 30\n1 1 1 1.5 1 1 1 1 0 9\n",  # half a unit of service
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str):
    file = tmp_path / "c000.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="c000"):
        orienteering.read_puzzle(file)


def test_the_command_prints_a_line_for_every_number_of_tours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    file, best = tmp_path / "c000.txt", tmp_path / "best.csv"
    file.write_text(SMALL, encoding="utf-8")
    table = io.StringIO()
    csv.writer(table).writerows([["instance", "tours", "best_score"], ["c000", 1, 100], ["c000", 2, 107]])
    best.write_text(table.getvalue(), encoding="utf-8")
    arguments = ["toptw.py", str(file), "--tours", "1", "2", "--seconds", "0.2", "--best", str(best)]
    monkeypatch.setattr(sys, "argv", arguments)
    toptw.main()
    printed = capsys.readouterr()
    one, two = (json.loads(line) for line in printed.out.splitlines())
    assert (one["instance"], one["tours"], one["profit"], one["routes"]) == ("c000", 1, 90, [[4]])
    assert list(one) == ["instance", "tours", "profit", "routes", "seconds"]
    assert "c000, 1 tours: 0.9000 of the best known" in printed.err
    assert (two["profit"], sorted(two["routes"])) == (107, [[1, 2], [4]])
    assert 0 < one["seconds"] < 60
    assert "mean 0.9500, worst 0.9000 (c000, 1 tours)" in printed.err


def test_a_tour_that_is_put_right_is_told_beside_the_results(
    puzzle: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    # Points 1, 2 and 3 in this order: 3 is reached too late and left out, which costs its profit of 20.
    monkeypatch.setattr(toptw, "tours_of", lambda *_: [[1, 2, 3]])
    line = toptw.solved(puzzle, 1, 0.1, 1)
    assert list(line) == ["instance", "tours", "profit", "routes", "seconds"]
    assert line["routes"] == [[1, 2]]
    assert "put right and lost 20" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "best", "reason"),
    [
        (None, None, "No such file"),
        ("nonsense", None, "not an instance of team orienteering"),
        (SMALL, "instance,tours,score\nc000,1,100\n", "'best_score' is missing"),
        (SMALL, "instance,tours,best\nc000,one,100\n", "invalid literal"),
    ],
)
def test_a_bad_file_is_told_by_the_command_line_and_nothing_is_solved(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    text: str | None,
    best: str | None,
    reason: str,
):
    file, table = tmp_path / "c000.txt", tmp_path / "best.csv"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    arguments = ["toptw.py", str(file), "--seconds", "0.1"]
    if best is not None:
        table.write_text(best, encoding="utf-8")
        arguments += ["--best", str(table)]
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit) as ended:
        toptw.main()
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert reason in printed.err
    assert "Traceback" not in printed.err
