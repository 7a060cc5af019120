"""A small campaign as files: two teams, two days, three sites, one of them out of reach."""

from __future__ import annotations

from pathlib import Path

SCENARIO = """\
format: luudong/1
name: "Ba điểm"
horizon: {start: 2023-04-24, days: 2}
services:
  cccd: {name: "Cấp CCCD", minutes: 12}
  away: {name: "Đi làm ăn xa", plannable: false}
bases:
  - {id: da-bac, name: "Công an huyện Đà Bắc", lat: 20.875, lon: 105.252}
sites: sites.csv
teams:
  - {id: to-1, name: "Tổ 1", base: da-bac}
  - {id: to-2, name: "Tổ 2", base: da-bac, days_off: [2023-04-24]}
"""

SITES = """\
id,name,lat,lon,cccd,away
tu-ly,Xã Tú Lý,20.895,105.249,12,3
toan-son,Xã Toàn Sơn,20.846,105.284,20,
muong-te,Huyện Mường Tè,22.385,102.823,9,
"""


def write_campaign(folder: Path) -> Path:
    """Write the campaign's files; the folder they are in."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    (folder / "sites.csv").write_text(SITES, encoding="utf-8-sig")
    return folder
