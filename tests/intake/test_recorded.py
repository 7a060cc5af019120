"""Return sheets read back: what was done, and everything that is wrong with them at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from optimizer.domain.errors import Finding, RecordError
from optimizer.domain.scenario import WorkDone
from optimizer.intake.paths import ScenarioFiles
from optimizer.intake.recorded import Record, TeamWork, read_record_file, record_path, take_over, write_record
from optimizer.report.return_sheet import return_sheet
from optimizer.report.workbook_sheets.contents import Contents
from tests import build
from tests.intake.returned import fill
from tests.report import campaign, promised


@pytest.fixture
def contents() -> Contents:
    return Contents(*campaign.papers())


def as_planned(contents: Contents, team: str) -> dict[tuple[str, str], int]:
    """Cases by home site and service that a team is to serve."""
    totals: dict[tuple[str, str], int] = {}
    for route in contents.plan.routes:
        for visit in route.visits if route.team == team else ():
            for home, cases in visit.served.items():
                for service, count in cases.items():
                    totals[home, service] = totals.get((home, service), 0) + count
    return totals


def by_cell(record: Record) -> dict[tuple[str, str], int]:
    totals: dict[tuple[str, str], int] = {}
    for one in record.work:
        totals[one.site, one.service] = totals.get((one.site, one.service), 0) + one.cases
    return totals


def refused(*sheets: Path, contents: Contents) -> dict[str, Finding]:
    with pytest.raises(RecordError) as caught:
        take_over(sheets, contents.scenario, ())
    return {one.code: one for one in caught.value.findings}


def test_a_sheet_filled_in_as_planned_reads_back_as_the_plan(tmp_path: Path, contents: Contents):
    for team in contents.scenario.teams:
        record = take_over([fill(tmp_path / f"{team}.xlsx", contents, team)], contents.scenario, ())
        assert by_cell(record) == as_planned(contents, team)
        assert {one.team for one in record.done} <= {team}


def test_people_from_elsewhere_are_recorded_where_they_live(tmp_path: Path):
    contents = Contents(*promised.papers())
    sheets = [fill(tmp_path / f"{team}.xlsx", contents, team) for team in contents.scenario.teams]
    record = take_over(sheets, contents.scenario, ())
    # 3 on Monday and 2 on Tuesday came from «far» to «host».
    assert by_cell(record)["far", "vneid2"] == 5
    assert by_cell(record) == {
        **as_planned(contents, "to-1"),
        ("far", "vneid2"): 5,
    }


def test_what_differs_from_the_plan_is_taken_as_the_team_wrote_it(tmp_path: Path, contents: Contents):
    sheet = fill(
        tmp_path / "to-1.xlsx",
        contents,
        "to-1",
        {0: 11, 2: 0},  # 18 cards were planned at Ằng, and 4 home visits at Đồi
        [
            (datetime(2023, 4, 27), "Xóm Ân, Hiền Lương [an]", "Cấp CCCD gắn chip [cccd]", 2),  # noqa: DTZ001
            ("28/04/2023", "xom doi", "home", "3"),
        ],
    )
    record = take_over([sheet], contents.scenario, ())
    done = {(one.work.date, one.work.site, one.work.service): one.work.cases for one in record.done}
    assert done[build.day(0), "ang", "cccd"] == 11
    assert done[build.day(0), "doi", "home"] == 0
    assert done[build.day(3), "an", "cccd"] == 2
    assert done[build.day(4), "doi", "home"] == 3


def test_a_csv_with_the_same_columns_is_a_sheet_too(tmp_path: Path, contents: Contents):
    path = tmp_path / "to-1.csv"
    path.write_text("date;site;service;cases;team\n24/04/2023;ang;cccd;9;to-1\n", encoding="utf-8-sig")
    record = take_over([path], contents.scenario, ())
    assert record.done == (TeamWork("to-1", WorkDone(build.day(0), "ang", "cccd", 9)),)


def test_a_new_sheet_stands_in_place_of_the_team_s_earlier_one(tmp_path: Path, contents: Contents):
    scenario = contents.scenario
    first = take_over(
        [fill(tmp_path / "1.xlsx", contents, "to-1"), fill(tmp_path / "2.xlsx", contents, "to-2")],
        scenario,
        (),
    )
    corrected = fill(tmp_path / "1.xlsx", contents, "to-1", {0: 1})
    second = take_over([corrected], scenario, first.done)
    assert by_cell(second)["ang", "cccd"] == 1
    assert by_cell(second)["bua-sen", "cccd"] == by_cell(first)["bua-sen", "cccd"]
    assert second.reported == ("to-1",)


def test_everything_that_is_wrong_is_told_at_once_with_its_row(tmp_path: Path, contents: Contents):
    sheet = fill(
        tmp_path / "to-1.xlsx",
        contents,
        "to-1",
        {0: "1.032", 1: -2, 2: "nhiều"},
        [
            ("2023-05-30", "ang", "cccd", 2),
            ("2023-04-24", "Xóm Ằn", "cccd", 2),
            ("2023-04-24", "ang", "cmnd", 2),
            (None, "ang", "cccd", 2),
        ],
    )
    found = refused(sheet, contents=contents)
    assert {"E117", "E118", "E112", "E801", "E301", "E111"} <= set(found)
    assert (found["E117"].where.file, found["E117"].where.line, found["E117"].where.column) == (
        "to-1.xlsx",
        6,
        "cases",
    )
    assert found["E801"].where.column == "date"
    assert all("{" not in one.text(language) for one in found.values() for language in ("vi", "en"))


def test_every_cell_of_a_row_is_looked_at_whatever_is_wrong_with_the_others(
    tmp_path: Path, contents: Contents
):
    rows = [("2023-04-31", "Xóm ma", "cmnd", "ba"), (None, "?", "cccd", 2), ("2023-05-30", "ang", "cmnd", 2)]
    sheet = fill(tmp_path / "to-1.xlsx", contents, "to-1", {}, rows)
    with pytest.raises(RecordError) as caught:
        take_over([sheet], contents.scenario, ())
    errors = [one for one in caught.value.findings if one.code.startswith("E")]
    first = min(one.where.line or 0 for one in errors)
    assert sorted((one.where.line or 0, one.where.column, one.code) for one in errors) == [
        (first, "cases", "E112"),
        (first, "date", "E115"),
        (first, "service", "E301"),
        (first, "site", "E301"),
        (first + 1, "date", "E111"),
        (first + 1, "site", "E301"),
        (first + 2, "date", "E801"),
        (first + 2, "service", "E301"),
    ]


def test_two_sheets_of_one_team_are_refused(tmp_path: Path, contents: Contents):
    sheets = [fill(tmp_path / name, contents, "to-1") for name in ("a.xlsx", "b.xlsx")]
    found = refused(*sheets, contents=contents)
    assert found["E802"].where.file == "b.xlsx"
    assert found["E802"].values["other"] == "a.xlsx"


def test_findings_of_all_sheets_are_told_together(tmp_path: Path, contents: Contents):
    sheets = [fill(tmp_path / f"{team}.xlsx", contents, team, {0: "x"}) for team in ("to-1", "to-2")]
    with pytest.raises(RecordError) as caught:
        take_over([*sheets, tmp_path / "to-9.xlsx"], contents.scenario, ())
    assert {one.where.file for one in caught.value.findings} == {"to-1.xlsx", "to-2.xlsx", "to-9.xlsx"}


def test_rows_left_blank_count_as_not_done_and_are_told(tmp_path: Path, contents: Contents):
    record = take_over(
        [fill(tmp_path / "a.xlsx", contents, "to-1", {1: None, 3: None})], contents.scenario, ()
    )
    [warning] = record.warnings
    assert (warning.code, warning.where.line, warning.values["count"]) == ("W801", 7, 2)


def test_an_empty_sheet_is_told(tmp_path: Path, contents: Contents):
    # «to-4» has nothing planned, so that its sheet is nothing but spare rows.
    (tmp_path / "to-4.xlsx").write_bytes(return_sheet(contents, contents.scenario.teams["to-4"]))
    record = take_over([tmp_path / "to-4.xlsx"], contents.scenario, ())
    assert [one.code for one in record.warnings] == ["W803"]


def test_more_than_was_outstanding_is_told(tmp_path: Path, contents: Contents):
    record = take_over([fill(tmp_path / "a.xlsx", contents, "to-1", {0: 20})], contents.scenario, ())
    [warning] = record.warnings
    assert warning.code == "W802"
    assert (warning.values["cases"], warning.values["known"]) == (20, 18)


def test_follow_ups_of_work_that_another_team_has_yet_to_report_are_not_called_too_many(tmp_path: Path):
    contents = Contents(*promised.papers())
    # Wednesday: 5 activated at «host», where 5 − 2 were due: the others follow what «to-1» did on Monday.
    path = tmp_path / "to-1.csv"
    path.write_text("date,site,service,cases,team\n2023-04-26,host,activate,5,to-1\n", encoding="utf-8")
    alone = take_over([path], contents.scenario, ())
    assert alone.warnings == ()
    other = tmp_path / "to-2.csv"
    other.write_text("date,site,service,cases,team\n2023-04-25,host,cccd,1,to-2\n", encoding="utf-8")
    both = take_over([path, other], contents.scenario, ())
    assert [one.code for one in both.warnings] == ["W802"]


def test_a_name_that_two_places_have_stands_for_neither(tmp_path: Path, contents: Contents):
    path = tmp_path / "a.csv"
    path.write_text("date,site,service,cases,team\n2023-04-24,xom an,cccd,1,to-1\n", encoding="utf-8")
    # «Ằng» becomes another «Ân»: without diacritics, and with them, there are two.
    sites = contents.scenario.sites
    twins = {**sites, "ang": replace(sites["ang"], name=sites["an"].name)}
    assert take_over([path], contents.scenario, ()).done[0].work.site == "an"
    twice = Contents(contents.plan, replace(contents.scenario, sites=twins), contents.travel)
    assert "E301" in refused(path, contents=twice)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"PK\x03\x04 nothing"),
        lambda path: path.write_text("date,site\n", encoding="utf-8"),
        lambda path: path.write_text("", encoding="utf-8"),
        lambda path: path.write_bytes(b"\x00\x01\x02"),
        lambda path: path.mkdir(),
    ],
)
def test_rubbish_is_a_finding_never_a_crash(
    spoil: Callable[[Path], object], tmp_path: Path, contents: Contents
):
    path = tmp_path / "phieu.xlsx"
    spoil(path)
    assert refused(path, contents=contents)


def test_the_record_is_a_table_beside_the_scenario_that_reads_back(tmp_path: Path, contents: Contents):
    record = take_over([fill(tmp_path / "a.xlsx", contents, "to-1")], contents.scenario, ())
    path = record_path(ScenarioFiles(tmp_path / "scenario.yaml", tmp_path))
    assert path == tmp_path / "done.csv"
    assert record_path(ScenarioFiles(tmp_path / "tuan-17.yaml", tmp_path)).name == "tuan-17-done.csv"
    assert read_record_file(path, contents.scenario) == ()
    write_record(path, record.done)
    assert read_record_file(path, contents.scenario) == record.done


def test_a_record_that_no_longer_fits_the_scenario_is_told(tmp_path: Path, contents: Contents):
    (tmp_path / "done.csv").write_text(
        "team,date,site,service,cases\nto-1,2023-04-24,gone,cccd,1\n", encoding="utf-8"
    )
    with pytest.raises(RecordError) as caught:
        read_record_file(tmp_path / "done.csv", contents.scenario)
    assert [one.code for one in caught.value.findings] == ["E301"]
