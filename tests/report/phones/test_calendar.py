"""Calendars, read back by another library than wrote them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import vobject

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.language import Language
from optimizer.report.exports import Given, exports
from optimizer.report.phones.calendar import moment, team_calendar
from optimizer.report.phones.handed_out import read_handed_out
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.matrix import TravelMatrix
from tests import build
from tests.report import campaign, hostile, promised

Papers = tuple[Plan, Scenario, TravelMatrix]
FRIDAY = datetime(2023, 4, 21, 9, 30, tzinfo=UTC)
WEDNESDAY = datetime(2023, 4, 26, 4, tzinfo=UTC)


def written(papers: Papers, team: str, made_at: datetime = FRIDAY, before: str = "") -> str:
    return team_calendar(Contents(*papers), team, made_at, before.encode()).decode()


def read(text: str) -> list[Any]:
    return list(getattr(vobject.readOne(text), "vevent_list", []))


def timed(text: str) -> list[Any]:
    """Visits; the events of whole days left out."""
    return [event for event in read(text) if isinstance(event.dtstart.value, datetime)]


def by_uid(text: str) -> dict[str, Any]:
    found = {event.uid.value: event for event in read(text)}
    assert len(found) == len(read(text))
    return found


def test_every_visit_is_an_event_at_its_hours_in_vietnam():
    # «Tổ 1»: Monday at Ằng from 08:00 and at Đồi, Tuesday at two sites.
    visits = timed(written(campaign.papers(), "to-1"))
    plan = campaign.papers()[0]
    expected = [
        (moment(route.date, visit.start), moment(route.date, visit.finish))
        for route in plan.routes
        if route.team == "to-1"
        for visit in route.visits
    ]
    assert [(event.dtstart.value, event.dtend.value) for event in visits] == expected
    assert visits[0].dtstart.value.astimezone(UTC) == datetime(2023, 4, 24, 1, 0, tzinfo=UTC)  # 08:00 − 7 h
    assert visits[0].dtstart.value.utcoffset() == timedelta(hours=7)
    assert visits[0].summary.value == "Xóm Ằng: 33 hồ sơ"  # 18 + 15
    assert visits[0].location.value == "Xóm Ằng, Hiền Lương"


def test_the_program_names_the_language_in_which_it_writes():
    assert "//VI\r\n" in written(campaign.papers("vi"), "to-1")
    assert "//EN\r\n" in written(campaign.papers("en"), "to-1")


def test_every_day_with_a_route_is_an_event_of_its_own_that_keeps_nobody_from_meetings():
    whole = [
        event
        for event in read(written(campaign.papers(), "to-2"))
        if not isinstance(event.dtstart.value, datetime)
    ]
    assert [event.dtstart.value for event in whole] == [build.day(0), build.day(1), build.day(3)]
    assert {event.dtend.value - event.dtstart.value for event in whole} == {timedelta(days=1)}
    assert {event.transp.value for event in whole} == {"TRANSPARENT"}
    assert whole[0].summary.value == "Tổ 2 – xóm xa: 2 lượt làm việc, 21 hồ sơ"  # 11 + 10
    assert whole[0].description.value.splitlines()[-1].endswith("nghỉ đêm tại Xóm Bưa Sen")


def test_what_to_bring_when_to_arrive_and_where_it_is_stand_in_the_event():
    bua_sen = timed(written(campaign.papers(), "to-2"))[1]
    lines = bua_sen.description.value.splitlines()
    assert lines[0].startswith("Đến ")
    assert lines[0].endswith(", làm việc 13:00–15:20")  # 780 min; 20 set-up + 10 × 12 with one station
    assert "10 Cấp CCCD gắn chip" in lines
    assert "Mang máy phát điện (nơi này không có điện lưới)" in lines
    site = campaign.campaign().sites["bua-sen"]
    assert lines[-1] == f"Tọa độ: {site.lat:.5f}, {site.lon:.5f}"
    assert bua_sen.geo.value == f"{site.lat};{site.lon}"


def test_a_new_version_moves_what_a_phone_has_and_counts_as_the_later_one():
    plan, scenario, travel = campaign.papers()
    first = by_uid(written((plan, scenario, travel), "to-1", FRIDAY))
    [route] = [one for one in plan.routes if one.team == "to-1" and one.date == build.day(0)]
    visit = route.visits[0]
    moved = visit.model_copy(update={"start": visit.start + 30, "finish": visit.finish + 30})
    later = route.model_copy(update={"visits": (moved, *route.visits[1:])})
    routes = tuple(later if one is route else one for one in plan.routes)
    second = by_uid(
        written((plan.model_copy(update={"routes": routes}), scenario, travel), "to-1", WEDNESDAY)
    )
    assert list(first) == list(second)
    changed = [uid for uid in first if first[uid].dtstart.value != second[uid].dtstart.value]
    assert len(changed) == 1
    for uid, event in second.items():
        assert int(event.sequence.value) > int(first[uid].sequence.value)
        assert event.last_modified.value == event.dtstamp.value == WEDNESDAY


def test_no_two_visits_of_any_team_are_taken_for_one():
    papers = campaign.papers()
    uids = list(chain.from_iterable(by_uid(written(papers, team)) for team in papers[1].teams))
    # Routes 8, visits 2 + 2 + 2 + 2 + 1 + 1 + 1 = 11; two of them at one site on one day.
    assert len(uids) == len(set(uids)) == 8 + 11


def test_what_the_earlier_plan_had_and_this_one_has_not_is_called_off():
    plan, scenario, travel = promised.papers()
    assert scenario.earlier
    before = plan.model_copy(update={"routes": scenario.earlier.routes})
    handed_out = by_uid(written((before, scenario, travel), "to-2"))
    now = by_uid(written((plan, scenario, travel), "to-2", WEDNESDAY))
    # Tuesday at «lost» gave way to Tuesday at «host».
    off = {
        uid for uid, event in now.items() if hasattr(event, "status") and event.status.value == "CANCELLED"
    }
    assert [now[uid].summary.value for uid in off] == ["Bỏ: Bản Ma Hác"]
    assert off < set(handed_out)
    assert set(handed_out) <= set(now)


def statuses(text: str) -> dict[str, str]:
    return {uid: event.status.value for uid, event in by_uid(text).items()}


def without(papers: Papers, team: str, day: date) -> Papers:
    """The papers with one day route less."""
    plan, scenario, travel = papers
    routes = tuple(one for one in plan.routes if (one.team, one.date) != (team, day))
    return plan.model_copy(update={"routes": routes}), scenario, travel


def test_what_a_calendar_written_before_had_is_called_off_and_stays_so():
    first = written(campaign.papers(), "to-1")
    fewer = without(campaign.papers(), "to-1", build.day(1))
    second = written(fewer, "to-1", WEDNESDAY, first)
    assert list(statuses(first).values()) == ["CONFIRMED"] * 6  # two days with two visits each
    assert list(statuses(second).values()) == ["CONFIRMED"] * 3 + ["CANCELLED"] * 3
    assert set(statuses(second)) == set(statuses(first))
    assert by_uid(second)[list(statuses(first))[4]].summary.value == "Bỏ: Xóm 2: 12 hồ sơ"
    for uid, event in by_uid(second).items():
        assert int(event.sequence.value) > int(by_uid(first)[uid].sequence.value)
        assert event.dtstart.value == by_uid(first)[uid].dtstart.value
    # A phone that missed the second version is told by the third; the same plan gives the same bytes.
    assert written(fewer, "to-1", WEDNESDAY, second) == second
    assert "METHOD:PUBLISH" in second


def test_what_comes_back_is_no_longer_called_off():
    first = written(campaign.papers(), "to-1")
    second = written(without(campaign.papers(), "to-1", build.day(1)), "to-1", WEDNESDAY, first)
    third = written(campaign.papers(), "to-1", WEDNESDAY + timedelta(hours=1), second)
    assert set(statuses(third).values()) == {"CONFIRMED"}
    assert set(statuses(third)) == set(statuses(first))


def test_all_of_a_team_that_there_is_no_more_is_called_off():
    plan, scenario, travel = promised.papers()
    assert scenario.earlier
    before = plan.model_copy(update={"routes": scenario.earlier.routes})
    handed_out = written((before, scenario, travel), "to-2")
    gone = replace(scenario, teams={id_: one for id_, one in scenario.teams.items() if id_ != "to-2"})
    routes = tuple(one for one in plan.routes if one.team != "to-2")
    contents = Contents(plan.model_copy(update={"routes": routes}), gone, travel)
    [calendar] = [one for one in exports(contents, ["ics"], Given(WEDNESDAY)) if "to-2" in one.name]
    text = calendar.content().decode()
    assert statuses(text) == dict.fromkeys(statuses(handed_out), "CANCELLED")
    assert "METHOD:CANCEL" in text


def test_a_calendar_of_a_team_that_nobody_knows_is_called_off_where_it_lies():
    handed_out = written(campaign.papers(), "to-1").encode()
    contents = Contents(*campaign.papers())
    given = Given(WEDNESDAY, handed_out={"doi-cu": handed_out, "rong": b""})
    by_name = {one.name: one for one in exports(contents, ["ics"], given)}
    assert set(by_name) == {f"ics/{name}.ics" for name in ("to-1", "to-2", "to-3", "to-4", "doi-cu")}
    assert set(statuses(by_name["ics/doi-cu.ics"].content().decode()).values()) == {"CANCELLED"}


def test_a_visit_stays_the_same_when_its_team_moves_to_another_base():
    plan, scenario, travel = campaign.papers()
    bases = {**scenario.bases, "new": replace(scenario.bases["home"], id="new", name="Trụ sở mới")}
    teams = {**scenario.teams, "to-1": replace(scenario.teams["to-1"], base="new")}
    moved = replace(scenario, bases=bases, teams=teams)
    assert list(by_uid(written((plan, moved, travel), "to-1"))) == list(
        by_uid(written(campaign.papers(), "to-1"))
    )


def test_weeks_and_offices_that_this_plan_is_not_of_are_left_alone():
    plan, scenario, travel = campaign.papers()
    handed_out = written(campaign.papers(), "to-2")
    next_week = replace(scenario, horizon=replace(scenario.horizon, start=build.day(7)))
    empty = plan.model_copy(update={"routes": ()})
    assert read(written((empty, next_week, travel), "to-2", WEDNESDAY, handed_out)) == []
    bases = {"home": replace(scenario.bases["home"], name="Công an huyện khác")}
    elsewhere = replace(scenario, bases=bases)
    assert read(written((empty, elsewhere, travel), "to-2", WEDNESDAY, handed_out)) == []


def test_what_is_no_file_in_the_folder_of_calendars_is_passed_over(tmp_path: Path):
    assert read_handed_out(tmp_path) == {}
    (tmp_path / "ics" / "to-9.ics").mkdir(parents=True)
    (tmp_path / "ics" / "to-1.ics").write_bytes(b"one")
    (tmp_path / "ics" / "to-1.txt").write_bytes(b"two")
    assert read_handed_out(tmp_path) == {"to-1": b"one"}


def test_rubbish_in_the_place_of_a_calendar_is_passed_over():
    whole = written(campaign.papers(), "to-1")
    for rubbish in (
        "not a calendar",
        "BEGIN:VCALENDAR",
        whole.replace("DTSTART", "DTSTART;VALUE=NONE"),
        whole.replace("DTEND", "DTFIN"),
        whole.replace("DTEND;VALUE=DATE:", "DTEND;VALUE=DATE:ngày "),
        whole.replace("TZID=Asia/Ho_Chi_Minh", "TZID=Asia"),
        whole.replace("DTEND", "DTSTART:20230424T080000\r\nDTEND"),
        whole.replace("@luudong", "@example.org"),
        whole[: len(whole) // 2],
    ):
        again = written(campaign.papers(), "to-1", before=rubbish)
        assert set(statuses(again)) == set(statuses(whole))


def test_a_visit_until_midnight_ends_on_the_next_day():
    assert moment(date(2023, 4, 30), 1440).isoformat() == "2023-05-01T00:00:00+07:00"


def test_people_from_elsewhere_are_told_in_the_event():
    [first, *_] = timed(written(promised.papers(), "to-1"))
    assert "Từ Bản Tà Cóm sang (có xe đưa đón): 3 Định danh mức 2" in first.description.value


def test_a_team_without_a_route_has_an_empty_calendar():
    assert read(written(campaign.papers(), "to-4")) == []


def test_calendars_are_in_the_scenario_s_language():
    english: Language = "en"
    assert timed(written(campaign.papers(english), "to-1"))[0].summary.value == "Xóm Ằng: 33 cases"


def test_hostile_names_add_no_event_no_line_and_no_markup():
    for papers in (hostile.hostile(), hostile.hostile_promises()):
        for team in papers[1].teams:
            text = written(papers, team)
            events = read(text)
            assert text.count("BEGIN:VEVENT") == len(events)
            told = [
                line.value
                for event in events
                for name in ("summary", "description", "location")
                for line in event.contents.get(name, ())
            ]
            assert not [line for line in told if "<" in line or ">" in line]


def test_the_same_plan_gives_the_same_calendar():
    assert written(campaign.papers(), "to-1") == written(campaign.papers(), "to-1")
