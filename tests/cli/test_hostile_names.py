"""A scenario whose names try to be more than text, from its table to every file and back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import gpxpy
import pytest
import vobject
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.intake import read_plan, read_scenario
from tests.cli.campaign import write_campaign
from tests.cli.conftest import QUICKLY

NAMES = {
    "tu-ly": "<img src=x onerror=alert(1)> {{7*7}}",
    "toan-son": '=HYPERLINK("http://x.example";"bấm")',
    "muong-te": "\u202eđảo ngược\u202c END:VEVENT",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the scenario and, under «plan», its plan and every export of it."""
    folder = tmp_path_factory.mktemp("hostile")
    scenario = write_campaign(folder / "kich-ban")
    table = list(csv.reader(io.StringIO((scenario / "sites.csv").read_text(encoding="utf-8-sig"))))
    for row in table[1:]:
        row[1] = NAMES[row[0]]
    with (scenario / "sites.csv").open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows(table)
    assert main(["plan", str(scenario), *QUICKLY, "--out", str(folder / "plan"), "--json"]) == 0
    assert main(["export", str(folder / "plan"), "--json"]) == 0
    return folder


def test_the_names_are_kept_but_for_what_cannot_be_seen(written: Path):
    sites = read_plan(written / "plan").scenario.sites
    assert sites["tu-ly"].name == NAMES["tu-ly"]
    assert sites["toan-son"].name == NAMES["toan-son"]
    assert sites["muong-te"].name == "đảo ngược END:VEVENT"


def test_workbooks_and_return_sheets_hold_no_formula_and_no_address(written: Path):
    books = [written / "plan" / "plan.xlsx", *(written / "plan" / "returns").iterdir()]
    assert len(books) == 3
    found = False
    for path in books:
        for sheet in load_workbook(path):
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type not in {"f", "e"}
                    assert cell.hyperlink is None or not cell.hyperlink.target
                    found |= isinstance(cell.value, str) and cell.value.startswith("=HYPERLINK")
    assert found


def test_calendars_have_no_event_too_many_and_no_markup(written: Path):
    plan = read_plan(written / "plan").plan
    events = 0
    for path in (written / "plan" / "ics").iterdir():
        text = path.read_text(encoding="utf-8")
        read = getattr(vobject.readOne(text), "vevent_list", [])
        events += len(read)
        assert "<" not in text
        assert "\u202e" not in text
    assert events == len(plan.routes) + sum(len(route.visits) for route in plan.routes)


def test_gpx_and_geojson_are_read_and_hold_no_markup(written: Path):
    for path in (written / "plan" / "gpx").iterdir():
        track = gpxpy.parse(path.read_text(encoding="utf-8"))
        assert not [point for point in track.waypoints if "<" in (point.name or "")]
    text = (written / "plan" / "plan.geojson").read_text(encoding="utf-8")
    assert json.loads(text)["type"] == "FeatureCollection"
    assert "<img" not in text


def test_no_cell_of_the_csv_is_a_formula(written: Path):
    with (written / "plan" / "visits.csv").open(encoding="utf-8-sig", newline="") as opened:
        cells = [cell for row in csv.reader(opened) for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]
    assert any("HYPERLINK" in cell for cell in cells)


def test_the_official_plan_holds_text_and_no_way_out(written: Path):
    with ZipFile(written / "plan" / "plan.docx") as packed:
        document = packed.read("word/document.xml").decode()
        relations = [packed.read(name).decode() for name in packed.namelist() if name.endswith(".rels")]
    # What stands in braces in a name is not carried out.
    assert "&lt;img src=x onerror=alert(1)&gt; {{7*7}}" in document
    assert "<img" not in document
    assert not [one for one in relations if 'TargetMode="External"' in one]


def test_what_comes_back_is_told_from_its_names_and_the_next_week_keeps_them(written: Path):
    for path in (written / "plan" / "returns").iterdir():
        book = load_workbook(path)
        for row in book.worksheets[0].iter_rows(min_row=6):
            row[5].value = row[4].value
        book.save(path)
    sheets = [str(path) for path in sorted((written / "plan" / "returns").iterdir())]
    assert main(["record", str(written / "kich-ban"), *sheets, "--json"]) == 0
    assert main(["next", str(written / "kich-ban"), "--out", str(written / "sau"), "--json"]) == 0
    later, before = (read_scenario(written / name).scenario for name in ("sau", "kich-ban"))
    assert {site.name for site in later.sites.values()} == {site.name for site in before.sites.values()}
    plan = read_plan(written / "plan").plan
    assert later.outstanding_cases == before.outstanding_cases - plan.figures.cases
