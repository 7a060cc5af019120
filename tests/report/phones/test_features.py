"""GeoJSON, held to RFC 7946 by another library than wrote it."""

from __future__ import annotations

import json
from typing import Any

from geojson_pydantic import FeatureCollection

from optimizer.report.phones.features import features_text
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.build import build_matrix
from tests import build
from tests.report import campaign, hostile, promised


def collection() -> dict[str, Any]:
    return dict(json.loads(features_text(Contents(*campaign.papers()))))


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [one for one in collection()["features"] if one["properties"]["kind"] == kind]


def test_the_file_is_a_feature_collection_of_rfc_7946():
    for papers in (campaign.papers(), promised.papers(), hostile.hostile(), hostile.hostile_promises()):
        text = features_text(Contents(*papers))
        read = FeatureCollection.model_validate_json(text)
        ids = [one.id for one in read.features]
        assert None not in ids
        assert len(ids) == len(set(ids))
        assert "crs" not in json.loads(text)


def test_positions_are_longitude_then_latitude_inside_the_box():
    west, south, east, north = collection()["bbox"]
    assert (west, east) == (105.0, 105.0)
    assert south < 20.0 < north  # the base is at 20° N, 105° E; Quận 1 lies south of it
    for one in collection()["features"]:
        positions = one["geometry"]["coordinates"]
        for lon, lat in positions if one["geometry"]["type"] == "LineString" else [positions]:
            assert west <= lon <= east
            assert south <= lat <= north


def test_geometries_are_points_and_lines_of_two_numbers_each_within_the_globe():
    # No areas, so that no ring can turn the wrong way (section 3.1.6); nothing crosses the 180th meridian.
    for one in collection()["features"]:
        geometry = one["geometry"]
        assert geometry["type"] in {"Point", "LineString"}
        positions = geometry["coordinates"] if geometry["type"] == "LineString" else [geometry["coordinates"]]
        assert len(positions) >= (2 if geometry["type"] == "LineString" else 1)
        for position in positions:
            lon, lat = position
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90


def test_the_box_is_that_of_all_positions_west_south_east_north():
    positions = [
        position
        for one in collection()["features"]
        for position in (
            one["geometry"]["coordinates"]
            if one["geometry"]["type"] == "LineString"
            else [one["geometry"]["coordinates"]]
        )
    ]
    longitudes, latitudes = zip(*positions, strict=True)
    assert collection()["bbox"] == [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]


def test_every_visit_is_a_point_with_its_hours_and_cases():
    first = of_kind("visit")[0]["properties"]
    assert first == {
        "kind": "visit",
        "team": "to-1",
        "team_name": "Tổ 1",
        "date": "2023-04-24",
        "order": 1,
        "site": "ang",
        "name": "Xóm Ằng",
        "commune": "Hiền Lương",
        "arrive": "07:12",  # 12 km at a kilometre a minute
        "start": "08:00",
        "finish": "10:53",  # 20 + ⌈(18 × 12 + 15 × 6) / 2⌉ = 20 + 153 = 173 min
        "cases": 33,
        "cases_cccd": 18,
        "cases_vneid2": 15,
        "marker-color": "#1e3ca5",
    }
    assert len(of_kind("visit")) == 11


def test_every_day_route_is_a_line_through_its_stops():
    monday = of_kind("route")[0]
    assert monday["geometry"]["type"] == "LineString"
    latitudes = [lat for _, lat in monday["geometry"]["coordinates"]]
    scenario = campaign.campaign()
    assert latitudes == [round(scenario.places[place].lat, 6) for place in ("home", "ang", "doi", "home")]
    assert monday["properties"]["ends_at"] == "Công an huyện Đà Bắc"
    assert len(of_kind("route")) == 8


def test_every_site_tells_what_is_left_there():
    by_id = {one["properties"]["place"]: one["properties"] for one in of_kind("site")}
    # Bưa Sen: 31 + 20 outstanding; 10 + 15 + 6 CCCD and 8 e-identities served.
    served = by_id["bua-sen"]
    assert (served["outstanding"], served["served"], served["left"]) == (51, 39, 12)
    assert (served["left_cccd"], served["left_vneid2"]) == (0, 12)


def test_no_text_in_it_holds_markup_or_turns_the_direction_of_writing():
    for papers in (hostile.hostile(), hostile.hostile_promises()):
        text = features_text(Contents(*papers))
        assert "<" not in text
        assert ">" not in text
        assert "\u202e" not in text


def test_ids_are_texts_too_and_hold_no_markup():
    site, team = "<b>bua-sen</b>", "<i>to-1</i>"
    scenario = build.scenario(build.site(site), teams={team: build.team(team)})
    travel = build_matrix(scenario)
    stop = campaign.Stop(site, 0, {"cccd": 10})
    route = campaign.day_route(scenario, travel, (team, 0), ("home", "home"), stop)
    text = features_text(Contents(campaign.plan_of(scenario, travel, (route,)), scenario, travel))
    assert "‹b›bua-sen‹/b›" in text
    assert "<" not in text
