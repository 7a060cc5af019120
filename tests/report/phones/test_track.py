"""GPX files, read back and held to what GPX 1.1 asks."""

from __future__ import annotations

from datetime import UTC, datetime

import gpxpy
import pytest
from gpx.validation import validate_text
from gpxpy.gpx import GPX
from lxml import etree

from optimizer.report.phones.track import team_track
from optimizer.report.workbook_sheets.contents import Contents
from tests import build
from tests.report import campaign, hostile, promised

SPACE = "{http://www.topografix.com/GPX/1/1}"
ORDER_OF_POINT = ["ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "link", "sym", "type"]
"""The children of a point as the schema of GPX 1.1 orders them (type ``wptType``)."""


def text(team: str) -> str:
    contents = Contents(*campaign.papers())
    return team_track(contents, contents.scenario.teams[team])


def read(team: str) -> GPX:
    return gpxpy.parse(text(team))


def test_every_day_is_a_route_from_stop_to_stop_with_the_hour_of_each():
    scenario = campaign.campaign()
    monday = read("to-2").routes[0]
    stops = [scenario.places[place] for place in ("home", "an", "bua-sen", "bua-sen")]
    assert [(point.latitude, point.longitude) for point in monday.points] == [
        (pytest.approx(stop.lat), pytest.approx(stop.lon)) for stop in stops
    ]
    assert monday.points[0].time == datetime(2023, 4, 24, 0, 0, tzinfo=UTC)  # 07:00 − 7 h
    assert monday.name == "T2 24/04 – Tổ 2 – xóm xa: 2 lượt làm việc, 21 hồ sơ"


def test_every_place_of_the_week_is_a_point_once_with_what_is_done_there():
    points = {point.name: point for point in read("to-2").waypoints}
    assert set(points) == {"Công an huyện Đà Bắc", "Xóm Ân, Hiền Lương", "Xóm Bưa Sen, Nánh Nghê"}
    told = points["Xóm Bưa Sen, Nánh Nghê"].description or ""
    assert told.count("làm việc") == 4  # Monday, twice on Tuesday, Thursday
    assert points["Công an huyện Đà Bắc"].type == "base"


def test_a_place_to_sleep_is_a_point_and_a_day_of_travel_a_route():
    tan_son_nhat = read("to-3")
    assert [route.name for route in tan_son_nhat.routes][-1] == "T5 27/04 – Tổ 3: ngày di chuyển"
    assert len(tan_son_nhat.routes[-1].points) == 2


def test_files_are_valid_by_the_schema_of_gpx_1_1():
    for papers in (campaign.papers(), promised.papers(), hostile.hostile(), hostile.hostile_promises()):
        contents = Contents(*papers)
        for team in contents.scenario.teams.values():
            judged = validate_text(team_track(contents, team))
            assert judged.is_valid, judged.errors
            assert judged.warnings == []
    wrong = text("to-1").replace("<rtept", "<trkpt").replace("</rtept", "</trkpt")
    assert not validate_text(wrong).is_valid


def test_elements_stand_in_the_order_of_the_schema():
    for team in campaign.campaign().teams:
        root = etree.fromstring(text(team).encode())
        assert root.tag == f"{SPACE}gpx"
        assert root.get("version") == "1.1"
        assert root.get("creator")
        order = [child.tag.removeprefix(SPACE) for child in root]
        assert order == sorted(order, key=["metadata", "wpt", "rte", "trk"].index)
        for point in root.iter(f"{SPACE}wpt", f"{SPACE}rtept"):
            children = [child.tag.removeprefix(SPACE) for child in point]
            assert children == sorted(children, key=ORDER_OF_POINT.index)
            assert -90 <= float(point.get("lat", "")) <= 90
            assert -180 <= float(point.get("lon", "")) < 180


def test_a_team_without_a_route_has_its_base():
    empty = read("to-4")
    assert [point.name for point in empty.waypoints] == ["Công an huyện Đà Bắc"]
    assert empty.routes == []


def test_hostile_names_are_text_without_markup():
    for papers in (hostile.hostile(), hostile.hostile_promises()):
        contents = Contents(*papers)
        for team in contents.scenario.teams.values():
            root = etree.fromstring(team_track(contents, team).encode())
            texts = [element.text or "" for element in root.iter()]
            assert not [one for one in texts if "<" in one or ">" in one]
            known = {"gpx", "metadata", "wpt", "rte", "rtept", "name", "desc", "sym", "type", "time"}
            assert {element.tag.removeprefix(SPACE) for element in root.iter()} <= known


def test_dates_of_routes_are_those_of_the_plan():
    days = [route.points[0].time for route in read("to-1").routes]
    assert [day.date() for day in days if day] == [build.day(0), build.day(1)]
