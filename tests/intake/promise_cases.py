"""For every code about people who move, promises, and what was done or planned before: files that tell it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.intake.cases import Case, team, top
from tests.intake.folders import edited


def follows(then: str, more: str = "") -> dict[str, str]:
    """An edit that gives the service a follow-up, and perhaps another service in the line below."""
    return {
        "minutes: 12,": f"minutes: 12, then: {then},",
        "needs: [power]}\n": f"needs: [power]}}\n{more}",
    }


def pinned(more: str) -> dict[str, str]:
    """An edit that promises a visit of the team to the site that is open all day."""
    return top(f"pins: [{{team: to-1, site: bua-sen, {more}}}]")


def recorded(more: str) -> dict[str, str]:
    """An edit that records work at a site in the week before."""
    return top(f"record: [{{{more}}}]")


PEOPLE = [
    Case("E301", 5, follows("{service: vneid}")),
    Case("E112", 5, follows("vneid")),
    Case("E111", 5, follows("{after_days: 3}")),
    Case("E113", 5, follows("{service: act, after_days: -1}", "  act: {minutes: 4}\n")),
    Case("E312", 5, follows("{service: cccd, after_days: 3}")),
    Case("E312", 5, follows("{service: b}", "  b: {minutes: 1, then: {service: cccd}}\n")),
    Case("E314", 5, follows("{service: away}", "  away: {plannable: false}\n")),
    Case(
        "E314", 6, {"needs: [power]}\n": "needs: [power]}\n  x: {plannable: false, then: {service: cccd}}\n"}
    ),
    Case("E301", 16, top("gather: {radius_km: 3, services: [vneid]}")),
    Case("E111", 16, top("gather: {turnout: 0.5}")),
    Case("E113", 16, top("gather: {radius_km: 0}")),
    Case("E113", 16, top("gather: {radius_km: 3, turnout: 1.5}")),
    Case("E113", 16, top("gather: {radius_km: 3, turnout: -0.1}")),
    Case(
        "W310",
        17,
        {"needs: [power]}\n": "needs: [power]}\n  away: {plannable: false}\n"}
        | top("gather: {radius_km: 3, services: [away]}"),
    ),
    Case("E301", 16, top("shuttles: [{from: bua-sen, to: xa-lam}]")),
    Case("E301", 16, top("shuttles: [{from: xa-lam, to: bua-sen}]")),
    Case("E311", 16, top("shuttles: [{from: bua-sen, to: bua-sen}]")),
    Case("E318", 16, top("shuttles: [{from: bua-sen, to: hien-luong}, {from: bua-sen, to: hien-luong}]")),
    Case("E113", 16, top("shuttles: [{from: bua-sen, to: hien-luong, turnout: 2}]")),
    Case("E113", 16, top("shuttles: [{from: bua-sen, to: hien-luong, dong_per_case: -1}]")),
    Case("E113", 16, top("objective: {unevenness: -1}")),
    Case("E113", 16, top("objective: {unevenness: 10000001}")),
]

in_pins = partial(Case, edits=top("pins: pins.csv"), file="pins.csv")
in_record = partial(Case, edits=top("record: record.csv"), file="record.csv")
PINS = "team,date,site,start,cccd\nto-1,2023-04-25,bua-sen,08:00,3\n"
RECORD = "date,site,service,cases\n2023-04-20,bua-sen,cccd,4\n"


def pins(old: str, new: str) -> dict[str, str]:
    """A table of pins with one thing changed."""
    return {"pins_csv": edited(PINS, {old: new})}


def record(old: str, new: str) -> dict[str, str]:
    """A table of recorded work with one thing changed."""
    return {"record_csv": edited(RECORD, {old: new})}


PROMISES = [
    Case("E301", 16, top("pins: [{team: to-9, date: 2023-04-25, site: bua-sen}]")),
    Case("E301", 16, top("pins: [{team: to-1, date: 2023-04-25, site: bua-sem}]")),
    Case("E301", 16, pinned("date: 2023-04-25, cases: {vneid: 3}")),
    Case("E315", 16, pinned("date: 2023-05-01")),
    Case("E315", 16, pinned("date: 2023-04-23")),
    Case("E116", 16, pinned("date: 2023-04-25, start: sáng")),
    Case("E118", 16, pinned("date: 2023-04-25, cases: {cccd: -3}")),
    Case("E117", 16, pinned("date: 2023-04-25, cases: {cccd: 1.032}")),
    Case("E111", 16, pinned("start: 08:00")),
    Case("E007", 16, top("pins: pins.csv")),
    Case("E008", 16, top("pins: ../pins.csv")),
    Case("E112", 16, top("pins: 5")),
    Case(
        "E304", 6, {"needs: [power]}\n": "needs: [power]}\n  start: {minutes: 3}\n"} | top("pins: pins.csv")
    ),
    in_pins("E201", None, tables=pins("site", "nơi")),
    in_pins("E202", None, column="team", tables=pins("start", "team")),
    in_pins("E204", 2, tables=pins(",3\n", ",3,4\n")),
    in_pins("E301", 2, column="team", tables=pins("to-1", "to-9")),
    in_pins("E301", 2, column="site", tables=pins("bua-sen", "bua-sem")),
    in_pins("E111", 2, column="date", tables=pins("2023-04-25", "")),
    in_pins("E115", 2, column="date", tables=pins("2023-04-25", "2023-02-30")),
    in_pins("E315", 2, column="date", tables=pins("2023-04-25", "25/05/2023")),
    in_pins("E116", 2, column="start", tables=pins("08:00", "25:00")),
    in_pins("E118", 2, column="cccd", tables=pins(",3\n", ",2.5\n")),
    in_pins("W201", None, column="giờ", tables=pins("start", "giờ")),
    in_pins(
        "W210",
        2,
        column="ghi chú",
        tables={"pins_csv": PINS.replace("cccd", "ghi chú").replace(",3\n", ",025190001234\n")},
    ),
    in_pins(
        "W211",
        2,
        column="liên hệ",
        tables={"pins_csv": PINS.replace("cccd", "liên hệ").replace(",3\n", ",0912 345 678\n")},
    ),
    in_pins(
        "W212",
        2,
        column="người hẹn",
        tables={"pins_csv": PINS.replace("cccd", "người hẹn").replace(",3\n", ",Nguyễn Văn An\n")},
    ),
    in_pins(
        "W213",
        None,
        column="Họ và tên",
        tables={"pins_csv": PINS.replace("cccd", "Họ và tên").replace(",3\n", ",\n")},
    ),
    Case("W003", None, file="pins.csv", tables={"pins_csv": PINS}),
    Case("W311", 16, {**team("days_off: [2023-04-25]"), **pinned("date: 2023-04-25")}),
    Case(
        "W312",
        16,
        pinned("date: 2023-04-25"),
        sites="id,lat,lon,release,cccd\nbua-sen,21.0353,104.9048,2023-04-26,3\n",
    ),
    Case(
        "W312",
        16,
        pinned("date: 2023-04-27"),
        sites="id,lat,lon,deadline,cccd\nbua-sen,21.0353,104.9048,2023-04-26,3\n",
    ),
    # The office is closed on Saturday the 29th.
    Case("W313", 16, top("pins: [{team: to-1, site: hien-luong, date: 2023-04-29}]")),
    Case(
        "W313",
        17,
        top(
            "closures: [{site: bua-sen, start: 2023-04-24, end: 2023-04-25}]\n"
            "pins: [{team: to-1, site: bua-sen, date: 2023-04-25}]"
        ),
    ),
    # 20 minutes of set-up and 3 cases of 12 minutes are 56: from 07:00 to 17:30 the last start is 16:34.
    Case("W314", 16, pinned("date: 2023-04-25, start: 16:35, cases: {cccd: 3}")),
    Case("W314", 16, pinned("date: 2023-04-25, start: 06:59")),
    # 20 + 9 × 12 = 128 minutes from 10:00 go over the office's noon break at 11:30.
    Case(
        "W314",
        16,
        top("pins: [{team: to-1, site: hien-luong, date: 2023-04-25, start: 10:00, cases: {cccd: 9}}]"),
    ),
    # 20 + 12 × 12 = 164 minutes do not fit into the 150 from 08:00 to 10:30.
    Case("W314", 16, {**team("shift: 08:00-10:30"), **pinned("date: 2023-04-25, cases: {cccd: 12}")}),
    Case(
        "W315",
        16,
        pinned("date: 2023-04-25"),
        sites="id,lat,lon,requires,cccd\nbua-sen,21.0353,104.9048,tieng-mong,3\n",
    ),
    Case(
        "W316",
        17,
        {"needs: [power]}\n": "needs: [power]}\n  act: {minutes: 4}\n"}
        | pinned("date: 2023-04-25, cases: {act: 1}"),
    ),
    Case(
        "W316",
        17,
        {"needs: [power]}\n": "needs: [power]}\n  away: {plannable: false}\n"}
        | pinned("date: 2023-04-25, cases: {away: 1}"),
        sites="id,lat,lon,cccd,away\nbua-sen,21.0353,104.9048,3,5\n",
    ),
    # 12 cases are outstanding; 8 + 5 = 13 are pinned.
    Case(
        "W317",
        18,
        top(
            "pins:\n"
            "  - {team: to-1, site: bua-sen, date: 2023-04-25, cases: {cccd: 8}}\n"
            "  - {team: to-1, site: bua-sen, date: 2023-04-26, cases: {cccd: 5}}"
        ),
    ),
    # Set-up and 2 cases take from 08:00 to 08:44.
    Case(
        "W318",
        18,
        top(
            "pins:\n"
            "  - {team: to-1, site: bua-sen, date: 2023-04-25, start: 08:00, cases: {cccd: 2}}\n"
            "  - {team: to-1, site: hien-luong, date: 2023-04-25, start: 08:43}"
        ),
    ),
    Case("W324", 16, {", brings: [generator]": ""} | pinned("date: 2023-04-25, cases: {cccd: 3}")),
    Case("E301", 16, recorded("date: 2023-04-20, site: bua-sen, service: vneid, cases: 4")),
    Case("E301", 16, recorded("date: 2023-04-20, site: bua-sem, service: cccd, cases: 4")),
    Case("E316", 16, recorded("date: 2023-04-24, site: bua-sen, service: cccd, cases: 4")),
    Case("E118", 16, recorded("date: 2023-04-20, site: bua-sen, service: cccd, cases: -4")),
    Case("E118", 16, recorded("date: 2023-04-20, site: bua-sen, service: cccd, cases: 2.5")),
    Case("E117", 16, recorded("date: 2023-04-20, site: bua-sen, service: cccd, cases: 1.032")),
    Case("W319", 16, recorded("date: 2023-04-20, site: bua-sen, service: cccd, cases: 4")),
    Case("E007", 16, top("record: record.csv")),
    in_record("E201", None, tables=record("service", "việc")),
    in_record("E301", 2, column="service", tables=record("cccd", "vneid")),
    in_record("E301", 2, column="site", tables=record("bua-sen", "bua-sem")),
    in_record("E316", 2, column="date", tables=record("2023-04-20", "24/04/2023")),
    in_record("E111", 2, column="cases", tables=record(",4\n", ",\n")),
    in_record("E118", 2, column="cases", tables=record(",4\n", ",-4\n")),
    in_record("W319", 2, column="service", tables=record("4", "4")),
    in_record("W213", None, column="Số CCCD", tables={"record_csv": "date,site,service,cases,Số CCCD\n"}),
    Case("W003", None, file="record.csv", tables={"record_csv": RECORD}),
]

PLAN = """\
{"format": "luudong-plan/1", "routes": [
{"team": "to-1", "date": "2023-04-25", "start": "home", "depart": "07:00", "end": "home", "arrive": "17:00",
 "visits": [
  {"site": "bua-sen", "arrive": "09:00", "start": "09:00", "finish": "09:32", "cases": {"cccd": 1}}],
 "km": 99.8, "travel_minutes": 214}]}
"""


def _link_plan_outside(folder: Path) -> None:
    outside = folder.parent / "plan-outside.json"
    (folder / "earlier.json").replace(outside)
    (folder / "earlier").mkdir()
    (folder / "earlier" / "plan.json").symlink_to(outside)


of_earlier = partial(Case, edits=top("earlier: {plan: earlier.json}"))
in_earlier = partial(of_earlier, file="earlier.json")


def plan(old: str, new: str) -> dict[str, str]:
    """An earlier plan with one thing changed."""
    return {"earlier_json": edited(PLAN, {old: new})}


EARLIER = [
    of_earlier("E601", 16),
    Case("E111", 16, top("earlier: {freeze_until: 2023-04-25}")),
    Case("E115", 16, top("earlier: {plan: earlier.json, freeze_until: 31/04/2023}")),
    Case("E008", 16, top("earlier: {plan: ../plan.json}")),
    Case("E008", 16, top("earlier: {plan: /tmp/plan.json}")),
    Case(
        "E008", 16, top("earlier: {plan: earlier}"), tables={"earlier_json": PLAN}, arrange=_link_plan_outside
    ),
    in_earlier("E602", 2, tables=plan("[\n", "[\nx")),
    in_earlier("E603", None, tables=plan("luudong-plan/1", "geojson")),
    in_earlier("E604", None, tables=plan("luudong-plan/1", "luudong-plan/2")),
    in_earlier("E605", None, tables=plan("07:00", "25:00")),
    in_earlier("E609", None, tables={"earlier_json": b"\x00\x01\xff"}),
    Case("W320", 16, top("objective: {change: 100}")),
    Case(
        "W321",
        16,
        top("earlier: {plan: earlier.json, freeze_until: 2023-05-01}"),
        tables={"earlier_json": PLAN},
    ),
    in_earlier("W322", None, tables=plan("2023-04-25", "2023-04-18")),
    in_earlier("W323", None, tables=plan("to-1", "to-9")),
    in_earlier("W323", None, tables=plan("bua-sen", "bua-sem")),
]

PROMISE_CASES = [*PEOPLE, *PROMISES, *EARLIER]
