"""Pins and recorded work mean the same however they are written, and are told of before they are planned."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from optimizer.domain.scenario import Pin, WorkDone
from optimizer.intake import read_scenario
from tests.intake.cases import top
from tests.intake.folders import SITES, YAML, codes, edited, findings, write_folder
from tests.intake.workbooks import workbook

TUESDAY = date(2023, 4, 25)
WITH_PINS = edited(YAML, top("pins: pins.csv"))
WITH_RECORD = edited(
    YAML,
    {
        **top("record: record.csv"),
        "needs: [power]}\n": "needs: [power], then: {service: act, after_days: 3}}\n  act: {minutes: 4}\n",
    },
)
PINS = "team,date,site,start,cccd\nto-1,2023-04-25,bua-sen,08:00,3\nto-1,2023-04-26,hien-luong,,\n"
RECORD = "date,site,service,cases\n2023-04-20,bua-sen,cccd,4\n2023-04-21,hien-luong,act,2\n"

SAME_PINS = {
    "as a table": PINS,
    "with semicolons": PINS.replace(",", ";"),
    "below a title": "LỊCH ĐÃ HẸN,,,,\n" + PINS,
    "with days first": PINS.replace("2023-04-25", "25/04/2023"),
    "with the hour as people say it": PINS.replace("08:00", "8h"),
    "with columns in another order": (
        "cccd,start,site,date,team\n3,08:00,bua-sen,2023-04-25,to-1\n-,,hien-luong,2023-04-26,to-1\n"
    ),
    "with nothing pinned": PINS.replace("luong,,", "luong,,0"),
    "as a workbook": workbook(
        ["team", "date", "site", "start", "cccd"],
        ["to-1", TUESDAY, "bua-sen", time(8), 3],
        ["to-1", "26/04/2023", "hien-luong", None, None],
    ),
}


@pytest.mark.parametrize("table", SAME_PINS.values(), ids=SAME_PINS)
def test_pins_are_the_same_however_they_are_written(table: str | bytes, tmp_path: Path):
    name = "pins.xlsx" if isinstance(table, bytes) else "pins.csv"
    folder = write_folder(tmp_path, yaml=WITH_PINS.replace("pins.csv", name))
    (folder / name).write_bytes(table.encode() if isinstance(table, str) else table)
    read = read_scenario(folder)
    assert read.scenario.pins == (
        Pin("to-1", TUESDAY, "bua-sen", 480, {"cccd": 3}),
        Pin("to-1", date(2023, 4, 26), "hien-luong"),
    )
    assert read.warnings == ()


def test_pins_may_be_a_list(tmp_path: Path):
    yaml = edited(
        YAML, top("pins: [{team: to-1, date: 25/04/2023, site: bua-sen, start: 8h, cases: {cccd: 3}}]")
    )
    assert read_scenario(write_folder(tmp_path, yaml=yaml)).scenario.pins == (
        Pin("to-1", TUESDAY, "bua-sen", 480, {"cccd": 3}),
    )


@pytest.mark.parametrize(
    "table",
    [
        RECORD,
        "KẾT QUẢ TUẦN 16;;;\n" + RECORD.replace(",", ";"),
        RECORD + "2023-04-21,bua-sen,act,0\n",
        workbook(
            ["cases", "service", "site", "date"],
            [4, "cccd", "bua-sen", date(2023, 4, 20)],
            [2, "act", "hien-luong", "21/04/2023"],
        ),
    ],
    ids=["as a table", "below a title", "with nothing done", "as a workbook"],
)
def test_recorded_work_is_the_same_however_it_is_written(table: str | bytes, tmp_path: Path):
    name = "record.xlsx" if isinstance(table, bytes) else "record.csv"
    folder = write_folder(tmp_path, yaml=WITH_RECORD.replace("record.csv", name))
    (folder / name).write_bytes(table.encode() if isinstance(table, str) else table)
    read = read_scenario(folder)
    assert read.scenario.work_done == (
        WorkDone(date(2023, 4, 20), "bua-sen", "cccd", 4),
        WorkDone(date(2023, 4, 21), "hien-luong", "act", 2),
    )
    assert read.warnings == ()


def test_recorded_work_may_be_a_list(tmp_path: Path):
    yaml = edited(
        WITH_RECORD,
        {"record: record.csv": "record: [{date: 2023-04-20, site: bua-sen, service: cccd, cases: 4}]"},
    )
    scenario = read_scenario(write_folder(tmp_path, yaml=yaml)).scenario
    # Collected on the 20th, to be activated three days later: due when the horizon begins, on the 24th.
    assert scenario.due(scenario.sites["bua-sen"], "act") == {date(2023, 4, 24): 4}


def test_everything_wrong_with_a_row_is_told_at_once(tmp_path: Path):
    table = "team,date,site,start,cccd\nto-9,2023-02-30,bua-sem,8h75,2.5\nto-1,2023-05-25,bua-sen,,3\n"
    found = findings(write_folder(tmp_path, yaml=WITH_PINS, pins_csv=table))
    assert {(one.code, one.where.line, one.where.column) for one in found} == {
        ("E301", 2, "team"),
        ("E115", 2, "date"),
        ("E301", 2, "site"),
        ("E116", 2, "start"),
        ("E118", 2, "cccd"),
        ("E315", 3, "date"),
    }


def test_an_unknown_id_in_a_table_is_answered_with_the_one_that_was_meant(tmp_path: Path):
    table = PINS.replace("bua-sen", "bưa-sen").replace("to-1,2023-04-26", "to1,2023-04-26")
    hints = [one.action("vi") for one in findings(write_folder(tmp_path, yaml=WITH_PINS, pins_csv=table))]
    assert [hint.partition("?")[0] for hint in hints] == [
        "Có phải ý bạn là “bua-sen”",
        "Có phải ý bạn là “to-1”",
    ]


def test_dates_are_not_held_against_a_horizon_that_is_wrong_itself(tmp_path: Path):
    yaml = edited(WITH_PINS, {"days: 7": "days: 0"})
    assert codes(write_folder(tmp_path, yaml=yaml, pins_csv=PINS)) == ["E305"]
    yaml = edited(WITH_PINS, {"start: 2023-04-24": "start: hôm qua"})
    assert codes(write_folder(tmp_path, yaml=yaml, pins_csv=PINS)) == ["E112"]


def test_a_pin_to_a_site_whose_id_named_a_person_follows_the_site(tmp_path: Path):
    yaml = edited(
        WITH_PINS,
        {"pins: pins.csv\n": "pins: pins.csv\nshuttles: [{from: nguyen-van-binh, to: hien-luong}]\n"},
    )
    sites, pins = (text.replace("bua-sen", "nguyen-van-binh") for text in (SITES, PINS))
    sites = sites.replace("Xóm Bưa Sen", "")
    read = read_scenario(write_folder(tmp_path, yaml=yaml, sites=sites, pins_csv=pins))
    assert [one.code for one in read.warnings] == ["W212"]
    assert read.scenario.pins[0].site == "site-2"
    assert read.scenario.shuttles[0].origin == "site-2"


def test_persons_in_tables_of_promises_are_told_and_not_quoted(tmp_path: Path):
    table = PINS.replace("cccd\n", "Họ tên,SĐT\n").replace(",3\n", ",Nguyễn Văn An,0912345678\n")
    found = findings(write_folder(tmp_path, yaml=WITH_PINS, pins_csv=table))
    assert {one.code for one in found} == {"W211", "W212"}
    said = "".join(one.text(language) for one in found for language in ("vi", "en"))
    assert "Văn An" not in said
    assert "0912" not in said


def test_follow_ups_may_be_pinned_as_far_as_their_first_steps_go(tmp_path: Path):
    # 12 cases of cccd are outstanding, and 4 recorded: 12 + 4 = 16 activations at most.
    pins = "team,date,site,start,act\nto-1,2023-04-28,bua-sen,,{}\n"
    yaml = WITH_RECORD + "pins: pins.csv\n"
    record = RECORD.splitlines(keepends=True)[0] + "2023-04-20,bua-sen,cccd,4\n"
    tables = {"record_csv": record, "pins_csv": pins.format(16)}
    assert codes(write_folder(tmp_path / "a", yaml=yaml, **tables)) == []
    tables["pins_csv"] = pins.format(17)
    assert codes(write_folder(tmp_path / "b", yaml=yaml, **tables)) == ["W317"]


def test_two_pins_of_one_visit_do_not_overlap(tmp_path: Path):
    table = PINS.splitlines(keepends=True)[0] + "to-1,2023-04-25,bua-sen,08:00,3\n" * 2
    assert codes(write_folder(tmp_path, yaml=WITH_PINS, pins_csv=table)) == []


def test_pins_that_touch_do_not_overlap(tmp_path: Path):
    # 20 minutes of set-up and 3 × 12: from 08:00 to 08:56.
    table = PINS.replace("2023-04-26,hien-luong,,", "2023-04-25,hien-luong,08:56,")
    assert codes(write_folder(tmp_path / "a", yaml=WITH_PINS, pins_csv=table)) == []
    assert codes(write_folder(tmp_path / "b", yaml=WITH_PINS, pins_csv=table.replace("56", "55"))) == ["W318"]


def test_a_long_visit_overlaps_all_that_begin_within_it(tmp_path: Path):
    # 20 + 9 × 12 = 128 minutes from 07:30 to 09:38; the others take 20 each and do not touch.
    table = (
        "team,date,site,start,cccd\n"
        "to-1,2023-04-25,hien-luong,07:30,9\n"
        "to-1,2023-04-25,bua-sen,08:00,\n"
        "to-1,2023-04-25,bua-sen,09:00,\n"
    )
    found = findings(write_folder(tmp_path, yaml=WITH_PINS, pins_csv=table))
    assert [(one.code, one.where.line) for one in found] == [("W318", 3), ("W318", 4)]


def test_a_pin_may_end_with_the_window_and_the_shift(tmp_path: Path):
    # The office closes at 17:00, the shift ends at 17:30: 20 + 5 × 12 = 80 minutes from 15:40.
    table = "team,date,site,start,cccd\nto-1,2023-04-25,hien-luong,15:40,5\n"
    assert codes(write_folder(tmp_path / "a", yaml=WITH_PINS, pins_csv=table)) == []
    late = findings(write_folder(tmp_path / "b", yaml=WITH_PINS, pins_csv=table.replace("15:40", "15:41")))
    assert [one.code for one in late] == ["W314"]
    assert late[0].cause("en") == (
        "The pin at 15:41 takes 80 minutes, which fit into no window of the site (07:30-11:30, 13:30-17:00)"
        " within the team's shift (07:00-17:30)."
    )


def test_work_of_every_kind_is_told_once_to_change_nothing(tmp_path: Path):
    yaml = edited(YAML, top("record: record.csv"))
    table = "date,site,service,cases\n" + "2023-04-20,bua-sen,cccd,4\n" * 3
    assert codes(write_folder(tmp_path, yaml=yaml, record_csv=table)) == ["W319"]
