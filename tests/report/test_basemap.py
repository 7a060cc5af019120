"""The outline under every map."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from optimizer.report.basemap import outline


def features(*kinds: str) -> list[dict[str, Any]]:
    """The outline's features of some kinds."""
    every = json.loads(outline())["features"]
    return [one for one in every if one["properties"]["kind"] in kinds]


def test_the_outline_is_small() -> None:
    assert len(outline().encode()) < 60_000


def test_the_islands_of_hoang_sa_and_truong_sa_are_drawn_and_named_as_of_vietnam() -> None:
    islets = features("islet")
    of = [one["properties"]["of"] for one in islets]
    assert of.count("hoang-sa") >= 10
    assert of.count("truong-sa") >= 15
    for one in islets:
        lon, lat = one["geometry"]["coordinates"]
        west, south, east, north = {"hoang-sa": (111, 15.5, 113, 17.2), "truong-sa": (111, 6.5, 117.5, 12)}[
            one["properties"]["of"]
        ]
        assert west <= lon <= east
        assert south <= lat <= north
    names = {one["properties"]["vi"] for one in features("archipelago")}
    assert names == {"Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"}
    assert all("Việt Nam" in one["properties"]["en"] for one in features("archipelago"))


def test_no_other_country_is_drawn_on_the_islands() -> None:
    [abroad] = features("neighbours")
    for [ring] in abroad["geometry"]["coordinates"]:
        for lon, lat in ring:
            assert not (111 <= lon <= 113 and 15.5 <= lat <= 17.2)
            assert not (111.3 <= lon <= 116 and 7.5 <= lat <= 12)


def test_outer_rings_go_counterclockwise_as_rfc_7946_asks() -> None:
    for land in features("vietnam", "neighbours"):
        for [ring] in land["geometry"]["coordinates"]:
            assert ring[0] == ring[-1]
            assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) > 0


def test_the_sea_is_called_bien_dong() -> None:
    assert "Biển Đông" in {one["properties"]["vi"] for one in features("sea")}


def test_the_cities_of_vietnam_lie_in_vietnam() -> None:
    [home] = features("vietnam")
    rings = [polygon[0] for polygon in home["geometry"]["coordinates"]]
    inland = [one for one in features("city", "town") if one["properties"]["vi"] not in COASTAL]
    assert len(inland) > 20
    for one in inland:
        assert any(inside(one["geometry"]["coordinates"], ring) for ring in rings), one["properties"]["vi"]


COASTAL = {"Hạ Long", "Vũng Tàu", "Nha Trang", "Quy Nhơn", "Phan Thiết", "Đà Nẵng", "Rạch Giá", "Đồng Hới"}
"""Too near the shore for an outline that is right to a few kilometres."""


def inside(point: list[float], ring: list[list[float]]) -> bool:
    """Whether a ray from the point crosses the ring an odd number of times."""
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed
