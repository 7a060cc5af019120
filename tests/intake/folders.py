"""Scenario folders on disk, for tests: a small one that is right, and edits of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from optimizer.domain.errors import Finding, ScenarioError
from optimizer.intake import read_scenario

YAML = """\
format: luudong/1
name: "Thử"
horizon: {start: 2023-04-24, days: 7}
services:
  cccd: {name: "Cấp CCCD", minutes: 12, needs: [power]}
hours:
  office: {mon-fri: ["07:30-11:30", "13:30-17:00"]}
bases:
  - {id: home, name: "Công an huyện", lat: 20.8746, lon: 105.2517}
sites: sites.csv
teams:
  - {id: to-1, base: home, brings: [generator]}
brings: {generator: [power]}
vehicles:
  car: {speed_kmh: 28}
travel: {source: estimate}
"""

SITES = """\
id,name,commune,lat,lon,hours,lacks,cccd
bua-sen,Xóm Bưa Sen,Nánh Nghê,21.0353,104.9048,,power,12
hien-luong,Xóm Ké,Hiền Lương,20.8162,105.2210,office,,9
"""


def edited(text: str, edits: Mapping[str, str]) -> str:
    """The text with each `old` replaced by its `new`; every `old` must be there."""
    for old, new in edits.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def write_folder(
    folder: Path, *, yaml: str | bytes = YAML, sites: str | bytes | None = SITES, **tables: str | bytes
) -> Path:
    """Write a scenario folder; `tables` are further files, ``travel_csv`` for ``travel.csv``."""
    folder.mkdir(exist_ok=True)
    files = {"scenario.yaml": yaml, "sites.csv": sites}
    files |= {name.replace("_", "."): content for name, content in tables.items()}
    for name, content in files.items():
        if content is not None:
            raw = content.encode() if isinstance(content, str) else content
            (folder / name).write_bytes(raw)
    return folder


def findings(path: Path) -> tuple[Finding, ...]:
    """Every finding about a scenario, errors and warnings."""
    try:
        return read_scenario(path).warnings
    except ScenarioError as problem:
        return problem.findings


def codes(path: Path) -> list[str]:
    """The codes of every finding, in order."""
    return [finding.code for finding in findings(path)]
