# ruff: noqa: INP001
"""Make `vietnam.geojson`, the quiet outline under every map, from Natural Earth.

Natural Earth is in the public domain.  The input is the file ``countries-10m.json`` of the
npm package ``world-atlas`` 2.0.2, which holds its 1:10 million countries as TopoJSON::

    npm pack world-atlas@2.0.2
    tar xzf world-atlas-2.0.2.tgz
    python maps/make_outline.py package/countries-10m.json maps/vietnam.geojson

Vietnam is kept to about a kilometre, its neighbours more and more coarsely with
distance.  The islands of Hoàng Sa and Trường Sa, the seas and the cities are written down
below: Natural Earth leaves most of the islands out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

WEST, SOUTH, EAST, NORTH = 90.0, -4.0, 128.0, 32.0
VIETNAM = "704"
FINE_DEG, NEAR_DEG, FAR_DEG = 0.01, 0.08, 0.17
NEAR_BOX = (100.0, 6.0, 112.0, 25.0)
SMALLEST_FOREIGN_ISLAND_DEG2 = 0.1
DISPUTED = ("Spratly Is.", "Scarborough Reef")

HOANG_SA = {
    "Đảo Hoàng Sa": (111.608, 16.533),
    "Đảo Hữu Nhật": (111.586, 16.506),
    "Đảo Quang Ảnh": (111.508, 16.449),
    "Đảo Quang Hòa": (111.700, 16.450),
    "Đảo Duy Mộng": (111.745, 16.465),
    "Đảo Tri Tôn": (111.200, 15.783),
    "Đảo Bạch Quy": (111.767, 16.055),
    "Đảo Linh Côn": (112.733, 16.667),
    "Đảo Phú Lâm": (112.338, 16.834),
    "Đảo Cây": (112.270, 16.980),
    "Đảo Bắc": (112.310, 16.967),
}
TRUONG_SA = {
    "Đảo Trường Sa": (111.920, 8.645),
    "Đảo Trường Sa Đông": (112.350, 8.930),
    "Đảo Đá Lát": (111.670, 8.670),
    "Đảo An Bang": (112.920, 7.890),
    "Đảo Thuyền Chài": (113.300, 8.170),
    "Đảo Phan Vinh": (113.700, 8.970),
    "Đảo Tốc Tan": (113.980, 8.800),
    "Đảo Sinh Tồn": (114.330, 9.885),
    "Đảo Sinh Tồn Đông": (114.563, 9.905),
    "Đảo Nam Yết": (114.366, 10.180),
    "Đảo Sơn Ca": (114.478, 10.376),
    "Đảo Ba Bình": (114.366, 10.376),
    "Đảo Loại Ta": (114.420, 10.667),
    "Đảo Thị Tứ": (114.283, 11.053),
    "Đảo Song Tử Tây": (114.331, 11.430),
    "Đảo Song Tử Đông": (114.355, 11.455),
    "Đảo Vĩnh Viễn": (115.800, 10.733),
    "Đảo Bến Lạc": (115.020, 11.080),
    "Đảo Bình Nguyên": (115.830, 10.815),
}

# kind, Vietnamese, English, longitude, latitude
LABELS = (
    ("archipelago", "Quần đảo Hoàng Sa (Việt Nam)", "Hoàng Sa Islands (Việt Nam)", 112.2, 15.3),
    ("archipelago", "Quần đảo Trường Sa (Việt Nam)", "Trường Sa Islands (Việt Nam)", 113.9, 12.15),
    ("sea", "Biển Đông", "Biển Đông (East Sea)", 112.6, 13.4),
    ("sea", "Vịnh Bắc Bộ", "Gulf of Tonkin", 107.6, 19.6),
    ("sea", "Vịnh Thái Lan", "Gulf of Thailand", 102.3, 9.3),
    ("country", "Trung Quốc", "China", 108.2, 24.2),
    ("country", "Lào", "Laos", 102.9, 19.6),
    ("country", "Campuchia", "Cambodia", 104.9, 12.7),
    ("country", "Thái Lan", "Thailand", 101.6, 15.6),
    ("country", "Mi-an-ma", "Myanmar", 96.2, 21.0),
    ("country", "Phi-líp-pin", "Philippines", 121.2, 16.3),
    ("country", "Ma-lai-xi-a", "Malaysia", 113.9, 3.3),
    ("city", "Hà Nội", "Hà Nội", 105.852, 21.028),
    ("city", "TP. Hồ Chí Minh", "Hồ Chí Minh City", 106.660, 10.776),
    ("city", "Hải Phòng", "Hải Phòng", 106.683, 20.861),
    ("city", "Đà Nẵng", "Đà Nẵng", 108.210, 16.061),
    ("city", "Cần Thơ", "Cần Thơ", 105.783, 10.034),
    ("city", "Huế", "Huế", 107.590, 16.463),
    ("town", "Hạ Long", "Hạ Long", 107.080, 20.955),
    ("town", "Vinh", "Vinh", 105.690, 18.673),
    ("town", "Thanh Hóa", "Thanh Hóa", 105.776, 19.807),
    ("town", "Hòa Bình", "Hòa Bình", 105.338, 20.817),
    ("town", "Sơn La", "Sơn La", 103.914, 21.327),
    ("town", "Điện Biên Phủ", "Điện Biên Phủ", 103.017, 21.386),
    ("town", "Lào Cai", "Lào Cai", 103.975, 22.486),
    ("town", "Hà Giang", "Hà Giang", 104.984, 22.823),
    ("town", "Cao Bằng", "Cao Bằng", 106.258, 22.666),
    ("town", "Lạng Sơn", "Lạng Sơn", 106.761, 21.854),
    ("town", "Thái Nguyên", "Thái Nguyên", 105.844, 21.592),
    ("town", "Phủ Lý", "Phủ Lý", 105.912, 20.541),
    ("town", "Nam Định", "Nam Định", 106.168, 20.420),
    ("town", "Hà Tĩnh", "Hà Tĩnh", 105.905, 18.343),
    ("town", "Đồng Hới", "Đồng Hới", 106.622, 17.469),
    ("town", "Quảng Ngãi", "Quảng Ngãi", 108.792, 15.121),
    ("town", "Quy Nhơn", "Quy Nhơn", 109.220, 13.776),
    ("town", "Pleiku", "Pleiku", 108.000, 13.983),
    ("town", "Buôn Ma Thuột", "Buôn Ma Thuột", 108.038, 12.667),
    ("town", "Nha Trang", "Nha Trang", 109.190, 12.245),
    ("town", "Đà Lạt", "Đà Lạt", 108.442, 11.941),
    ("town", "Phan Thiết", "Phan Thiết", 108.100, 10.929),
    ("town", "Biên Hòa", "Biên Hòa", 106.843, 10.957),
    ("town", "Vũng Tàu", "Vũng Tàu", 107.084, 10.346),
    ("town", "Mỹ Tho", "Mỹ Tho", 106.360, 10.360),
    ("town", "Long Xuyên", "Long Xuyên", 105.435, 10.386),
    ("town", "Rạch Giá", "Rạch Giá", 105.081, 10.012),
    ("town", "Cà Mau", "Cà Mau", 105.150, 9.177),
    ("island", "Phú Quốc", "Phú Quốc", 103.984, 10.220),
    ("island", "Côn Đảo", "Côn Đảo", 106.607, 8.690),
    ("island", "Lý Sơn", "Lý Sơn", 109.117, 15.383),
    ("island", "Phú Quý", "Phú Quý", 108.940, 10.530),
    ("island", "Bạch Long Vĩ", "Bạch Long Vĩ", 107.728, 20.133),
)


def decoded_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Arcs of a quantised TopoJSON in degrees."""
    (scale_x, scale_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + west, y * scale_y + south))
        arcs.append(arc)
    return arcs


def simplified(line: list[Point], tolerance_deg: float) -> list[Point]:
    """Douglas and Peucker's simplification; both ends stay, a closed line keeps its shape."""
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        farthest, distance = first, 0.0
        for at in range(first + 1, last):
            x, y = line[at]
            if length:
                off = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
            else:
                off = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
            if off > distance:
                farthest, distance = at, off
        if distance > tolerance_deg:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [line[at] for at in sorted(kept)]


def clipped(ring: list[Point]) -> list[Point]:
    """The part of a closed ring inside the sheet (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        inside = []
        for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
            enters = (end[axis] - limit) * sign >= 0
            if enters != ((start[axis] - limit) * sign >= 0):
                share = (limit - start[axis]) / (end[axis] - start[axis])
                inside.append(
                    (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
                )
            if enters:
                inside.append(end)
        if not inside:
            return []
        ring = inside
    return ring


def area_deg2(ring: list[Point]) -> float:
    """Area of a closed ring in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def rings_of(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """Arc numbers of every outer ring of one country."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        yield polygon[0]


def joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring of arcs, the closing point left out; ``~n`` is arc n backwards."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[:-1]
    return points


def tolerances_deg(topology: dict[str, Any], arcs: list[list[Point]]) -> list[float]:
    """How coarse each arc may become: Vietnam's borders and coast stay fine."""
    west, south, east, north = NEAR_BOX
    wanted = [
        NEAR_DEG if any(west <= x <= east and south <= y <= north for x, y in arc) else FAR_DEG
        for arc in arcs
    ]
    for country in topology["objects"]["countries"]["geometries"]:
        if country.get("id") == VIETNAM:
            for ring in rings_of(country):
                for number in ring:
                    wanted[number if number >= 0 else ~number] = FINE_DEG
    return wanted


def rounded(arc: list[Point], places: int) -> list[Point]:
    """An arc with coarser points; its ends, which other arcs share, keep three decimals."""
    last = len(arc) - 1
    digits = [3 if at in (0, last) else places for at in range(len(arc))]
    return [(round(x, kept), round(y, kept)) for (x, y), kept in zip(arc, digits, strict=True)]


def closed(points: list[Point]) -> list[list[float]]:
    """A GeoJSON ring without repeated points, counterclockwise as RFC 7946 asks of outer rings."""
    ring: list[list[float]] = []
    for x, y in (*points, points[0]):
        if not ring or ring[-1] != [round(x, 3), round(y, 3)]:
            ring.append([round(x, 3), round(y, 3)])
    turned = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if turned > 0 else ring[::-1]


def land(topology: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One feature for Vietnam and one for all its neighbours."""
    arcs = decoded_arcs(topology)
    wanted = tolerances_deg(topology, arcs)
    drawn = [
        rounded(simplified(arc, tolerance), 3 if tolerance == FINE_DEG else 2)
        for arc, tolerance in zip(arcs, wanted, strict=True)
    ]
    home: list[list[list[list[float]]]] = []
    abroad: list[list[list[list[float]]]] = []
    for country in topology["objects"]["countries"]["geometries"]:
        if country["properties"]["name"] in DISPUTED:
            continue
        ours = country.get("id") == VIETNAM
        for ring in rings_of(country):
            points = clipped(joined(ring, drawn))
            if len(points) < 3 or (not ours and area_deg2(points) < SMALLEST_FOREIGN_ISLAND_DEG2):
                continue
            line = closed(points)
            if len(line) >= 4:
                (home if ours else abroad).append([line])
    for kind, polygons in (("neighbours", abroad), ("vietnam", home)):
        yield {
            "type": "Feature",
            "properties": {"kind": kind},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }


def points() -> Iterator[dict[str, Any]]:
    """Islands and names."""
    for archipelago, islands in (("hoang-sa", HOANG_SA), ("truong-sa", TRUONG_SA)):
        for name, at in islands.items():
            yield point({"kind": "islet", "of": archipelago, "vi": name, "en": name}, at)
    for kind, vi, en, lon, lat in LABELS:
        yield point({"kind": kind, "vi": vi, "en": en}, (lon, lat))


def point(properties: dict[str, str], at: Point) -> dict[str, Any]:
    """A GeoJSON point."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": list(at)},
    }


def main() -> None:
    """Read the TopoJSON named first on the command line, write the GeoJSON named second."""
    arguments = argparse.ArgumentParser(description="Make the outline under every map.")
    arguments.add_argument("topojson", type=Path)
    arguments.add_argument("geojson", type=Path)
    given = arguments.parse_args()
    topology = json.loads(given.topojson.read_text(encoding="utf-8"))
    features = [*land(topology), *points()]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    given.geojson.write_text(
        f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
