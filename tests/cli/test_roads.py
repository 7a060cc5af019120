from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from optimizer.cli import main
from tests.cli.on_roads import write_on_roads


@pytest.fixture
def campaign_on_roads(tmp_path: Path) -> Path:
    return write_on_roads(tmp_path / "thung-lung")


def test_an_extract_is_built_and_reported(campaign_on_roads: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["roads", str(campaign_on_roads / "thung-lung.osm.pbf"), "--lang", "vi"]) == 0
    said = capsys.readouterr().out
    assert "14 km đường, 9 nút, 8 đoạn" in said
    assert "ô tô: đi được 14 km, trong đó 13 km thuộc mạng lưới chính" in said
    assert list((campaign_on_roads / "luudong-roads").glob("network-*.npz"))


def test_a_scenario_is_reported_by_its_own_speeds(
    campaign_on_roads: Path, capsys: pytest.CaptureFixture[str]
):
    yaml = campaign_on_roads / "scenario.yaml"
    text = yaml.read_text(encoding="utf-8").replace("pbf}", "pbf, speeds: speeds.yaml}")
    yaml.write_text(text, encoding="utf-8")
    (campaign_on_roads / "speeds.yaml").write_text("boat: {classes: {track: 3}}\n", encoding="utf-8")
    assert main(["roads", str(campaign_on_roads), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["usable_km"]["boat"] == pytest.approx(3 + 1.9, abs=0.01)


def test_ways_are_found_by_name(campaign_on_roads: Path, capsys: pytest.CaptureFixture[str]):
    extract = str(campaign_on_roads / "thung-lung.osm.pbf")
    assert main(["roads", extract, "--find", "hoa binh", "--lang", "en"]) == 0
    assert "4000 m  ĐT 433 Đường Hoà Bình" in capsys.readouterr().out
    assert main(["roads", extract, "--find", "Trường Chinh", "--lang", "vi"]) == 0
    assert "0 đoạn đường có tên hoặc số hiệu “Trường Chinh”." in capsys.readouterr().out


def test_the_estimate_is_compared_and_better_figures_suggested(
    campaign_on_roads: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["roads", str(campaign_on_roads), "--compare", "estimate", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "car: 12 pairs of places" in said
    assert "Suggested: speed_kmh:" in said


@pytest.mark.parametrize(
    ("source", "code"),
    [("nowhere.osm.pbf", "E001"), ("rubbish.osm.pbf", "T311"), ("estimated", "T314"), (".", "E009")],
)
def test_what_is_no_extract_is_told(
    tmp_path: Path, campaign: Path, source: str, code: str, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "rubbish.osm.pbf").write_bytes(b"rubbish")
    given = {"estimated": campaign, ".": tmp_path}.get(source, tmp_path / source)
    assert main(["roads", str(given)]) == 2
    assert f"[{code}]" in capsys.readouterr().err


def test_a_comparison_needs_a_scenario(campaign_on_roads: Path, capsys: pytest.CaptureFixture[str]):
    extract = campaign_on_roads / "thung-lung.osm.pbf"
    assert main(["roads", str(extract), "--compare", "estimate"]) == 2
    assert "[T315]" in capsys.readouterr().err


def test_the_network_is_drawn_with_what_is_cut_off_in_red(
    campaign_on_roads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    extract = campaign_on_roads / "thung-lung.osm.pbf"
    target = tmp_path / "<mạng>.svg"
    assert main(["roads", str(extract), "--draw", str(target), "--lang", "vi"]) == 0
    assert f"Hình vẽ: {target}" in capsys.readouterr().out
    drawing = ET.fromstring(target.read_text(encoding="utf-8"))  # noqa: S314 - our own
    space = "{http://www.w3.org/2000/svg}"
    assert drawing.findtext(f"{space}title") == "thung-lung.osm.pbf"
    paths = {path.get("class"): path.get("d") for path in drawing.iter(f"{space}path")}
    assert {"middle", "minor", "track", "ferry", "apart"} <= set(paths)
    # The lone road of a kilometre, and nothing else.
    assert str(paths["apart"]).count("M") == 1


def test_a_drawing_that_cannot_be_written_is_told(
    campaign_on_roads: Path, capsys: pytest.CaptureFixture[str]
):
    extract = campaign_on_roads / "thung-lung.osm.pbf"
    assert main(["roads", str(extract), "--draw", "/proc/none/network.svg"]) == 3
    assert "[E701]" in capsys.readouterr().err
