"""A campaign of officers on an extract: everything from the plan to the next week's scenario."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from optimizer.cli import main
from tests.cli.conftest import QUICKLY
from tests.cli.on_roads import write_on_roads

TEAMS = 'teams:\n  - {id: to-1, name: "Tổ 1", base: home, shift: "07:00-13:00"}\n'
OFFICERS = """\
officers:
  - {id: cb-1, unit: qlhc, skills: [thu-nhan]}
  - {id: cb-2, unit: qlhc, skills: [thu-nhan]}
crews:
  - {id: to-1, name: "Tổ 1", base: home, officers: 2, operator: thu-nhan, shift: "07:00-13:00"}
"""


@pytest.fixture
def shared(tmp_path: Path) -> tuple[Path, Path]:
    """The scenario, and its extract, which lies elsewhere."""
    source = write_on_roads(tmp_path / "thung-lung")
    yaml = source / "scenario.yaml"
    text = yaml.read_text(encoding="utf-8")
    assert TEAMS in text
    yaml.write_text(text.replace(TEAMS, OFFICERS), encoding="utf-8")
    return source, (source / "thung-lung.osm.pbf").rename(tmp_path / "tinh.osm.pbf")


def filled_in(sheets: Path) -> list[str]:
    """Return sheets on which at most five cases of each row were done."""
    paths = sorted(sheets.iterdir())
    for path in paths:
        book = load_workbook(path)
        for row in book.worksheets[0].iter_rows(min_row=6):
            row[5].value = row[4].value and min(row[4].value, 5)
        book.save(path)
    return list(map(str, paths))


def test_from_officers_on_roads_to_the_next_week(
    shared: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    source, out = str(shared[0]), tmp_path / "out"
    handed = ["--extract", str(shared[1]), "--json"]
    assert main(["crews", source, *handed]) == 0
    assert main(["plan", source, *handed, *QUICKLY, "--out", str(out)]) == 0
    assert main(["check", str(out)]) == 0
    # The frozen copy forms other crews, and needs no extract for it.
    assert main(["validate", str(out / "scenario")]) == 0
    assert main(["export", str(out), "--out", str(tmp_path / "away")]) == 0
    assert (tmp_path / "away" / "map.html").read_bytes() == (out / "map.html").read_bytes()
    capsys.readouterr()
    assert main(["record", source, *filled_in(tmp_path / "away" / "returns"), *handed]) == 0
    recorded = json.loads(capsys.readouterr().out)
    assert (recorded["teams"], recorded["silent"]) == (["to-1"], [])
    assert main(["next", source, *handed]) == 0
    # 30 + 20 + 20 cases were to serve.
    after = json.loads(capsys.readouterr().out)
    assert after["cases"] == 70 - sum(recorded["cases"].values())


def test_a_comparison_knows_the_vehicles_of_crews(
    shared: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
):
    assert (
        main(["roads", str(shared[0]), "--extract", str(shared[1]), "--compare", "estimate", "--json"]) == 0
    )
    assert json.loads(capsys.readouterr().out)
