"""Every cell of a row is looked at, whatever is wrong with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.folders import YAML, edited, findings, write_folder

TWO_SERVICES = edited(YAML, {"hours:\n": "  vneid2: {minutes: 5}\nhours:\n"})
HEADING = "id,name,lat,lon,hours,lacks,cccd,vneid2\n"


def told(folder: Path) -> set[str]:
    return {finding.code for finding in findings(folder)}


def test_one_row_tells_all_its_findings_at_once(tmp_path: Path):
    row = "a1,Xóm A,105.249,20.895,nhanong,pwer,-3,x\n"
    folder = write_folder(tmp_path, yaml=TWO_SERVICES, sites=HEADING + row)
    assert told(folder) == {"E112", "E208", "E118", "E301", "W306"}


def test_a_row_without_coordinates_still_tells_that_its_id_is_taken(tmp_path: Path):
    rows = "a1,A,21,105,,,3,1\na1,B,,,,,3,1\n"
    folder = write_folder(tmp_path, yaml=TWO_SERVICES, sites=HEADING + rows)
    assert told(folder) == {"E206", "E302"}


def test_rows_without_ids_are_not_told_as_doubles(tmp_path: Path):
    rows = ",A,21,105,,,3,1\n,B,21,105,,,3,1\n"
    folder = write_folder(tmp_path, yaml=TWO_SERVICES, sites=HEADING + rows)
    assert told(folder) == {"E111"}


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Tên thôn", "name"),
        ("Giờ", "hours"),
        ("Thiếu", "lacks"),
        ("Vĩ độ", "lat"),
        ("Kinh_độ", "lon"),
        ("Xã", "commune"),
        ("Định danh mức 2", "vneid2"),
    ],
)
def test_a_vietnamese_heading_is_told_which_column_it_means(heading: str, meant: str, tmp_path: Path):
    yaml = edited(TWO_SERVICES, {"vneid2: {": 'vneid2: {name: "Định danh mức 2", '})
    folder = write_folder(tmp_path, yaml=yaml, sites=f"id,lat,lon,cccd,{heading}\na,21,105,3,\n")
    (found,) = findings(folder)
    assert found.code == "W201"
    assert f"“{meant}”" in found.text("vi")


def test_a_table_given_for_a_scenario_is_told_what_to_give(tmp_path: Path):
    folder = write_folder(tmp_path)
    (found,) = findings(folder / "sites.csv")
    assert found.code == "E019"
    assert "scenario.yaml" in found.text("vi")
