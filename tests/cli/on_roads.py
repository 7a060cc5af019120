"""A campaign in the drawn valley as files: an extract, four sites, a track closed on the second day."""

from __future__ import annotations

from pathlib import Path

from tests.travel.roads.drawing import at, valley

SCENARIO = """\
format: luudong/1
name: "Thung lũng"
horizon: {{start: 2023-04-24, days: 3}}
services:
  cccd: {{name: "Cấp CCCD", minutes: 12}}
bases:
  - {{id: home, name: "Công an huyện", {home}}}
sites:
  - {{id: ban-cao, name: "Bản Cao", {hamlet}, cases: {{cccd: 30}}}}
  - {{id: xom-dao, name: "Xóm Đảo", {isle}, cases: {{cccd: 20}}}}
  - {{id: thon-vong, name: "Thôn Vòng", {ring}, cases: {{cccd: 20}}}}
teams:
  - {{id: to-1, name: "Tổ 1", base: home, shift: "07:00-13:00"}}
travel: {{source: roads, file: thung-lung.osm.pbf}}
closures:
  - {{way: 4, start: 2023-04-25, end: 2023-04-25}}
"""


def write_on_roads(folder: Path, **spots: tuple[float, float]) -> Path:
    """Write the campaign; `spots` move its places, in kilometres east and north of the corner."""
    folder.mkdir(parents=True, exist_ok=True)
    valley().write(folder / "thung-lung.osm.pbf")
    drawn = {"home": (2, 0), "hamlet": (0, 1.9), "isle": (6, -3), "ring": (2.3, -0.8), **spots}
    written = {name: "lat: {:.6f}, lon: {:.6f}".format(*at(*spot)) for name, spot in drawn.items()}
    (folder / "scenario.yaml").write_text(SCENARIO.format(**written), encoding="utf-8")
    return folder
