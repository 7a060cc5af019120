"""The next week's scenario: the planner's file, moved on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings

from optimizer.domain.after_work import after_work
from optimizer.domain.errors import OutputError, RecordError, ScenarioError, Severity
from optimizer.domain.scenario import Scenario, WorkDone
from optimizer.intake.fields import MOST_CASES
from optimizer.intake.freeze import write_frozen
from optimizer.intake.next_scenario import NextWeek, next_folder, write_next
from optimizer.intake.paths import ScenarioFiles
from optimizer.intake.read import read_scenario
from tests.intake.strategies import scenarios

YAML = """\
# Chiến dịch của huyện
format: luudong/1
name: "Đà Bắc – tuần 17"
horizon: {start: 2023-04-24, days: 5, holidays: [2023-04-28, 2023-05-01]} # Giỗ Tổ
services:
  collect: {name: "Thu nhận", minutes: 6, then: {service: activate, after_days: 3}}  # bước một
  activate: {name: "Kích hoạt", minutes: 4}
hours:
  nha_nong: {daily: ["11:00-13:30", "17:00-21:00"], 2023-04-25: ["08:00-20:00"], 2023-05-02: ["09:00-12:00"]}
bases:
  - {id: home, name: "Công an huyện", lat: 20.875, lon: 105.252}
sites:
  - {id: a, name: "Xóm A", lat: 20.895, lon: 105.249, hours: nha_nong, cases: {collect: 20, activate: 3}}
  - {id: b, name: "=1+1", lat: 20.846, lon: 105.284, priority: 1.5, cases: {collect: 4}}
teams:
  # tổ này có máy phát
  - {id: to-1, name: "Tổ 1", base: home, days_off: [2023-04-26, 2023-05-03], shift: "06:30-21:30"}
travel: {source: matrix, file: duong/travel.csv}
closures:
  - {from: home, to: a, start: 2023-04-24, end: 2023-04-26}
  - {from: home, to: b, start: 2023-04-27, end: 2023-05-02}
record: record.csv # việc tuần 16
pins:
  - {team: to-1, date: 2023-04-25, site: b, start: "10:00"}
  - {team: to-1, date: 2023-04-27, site: b, cases: {collect: 2}}
assumed: "Số hồ sơ ước lượng."
"""
TRAVEL = "from,to,minutes,km\nhome,a,10,5\na,home,10,5\nhome,b,12,6\nb,home,12,6\na,b,15,8\nb,a,15,8\n"
RECORD = "date,site,service,cases\n2023-04-23,a,collect,2\n"
MONDAY = date(2023, 5, 1)


@pytest.fixture
def files(tmp_path: Path) -> ScenarioFiles:
    folder = tmp_path / "da-bac"
    (folder / "duong").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(YAML, encoding="utf-8")
    (folder / "duong" / "travel.csv").write_text(TRAVEL, encoding="utf-8")
    (folder / "record.csv").write_text(RECORD, encoding="utf-8")
    return ScenarioFiles(folder / "scenario.yaml", folder)


DONE = (
    WorkDone(date(2023, 4, 24), "a", "collect", 5),
    WorkDone(date(2023, 4, 28), "a", "collect", 7),
    WorkDone(date(2023, 4, 28), "a", "activate", 4),
    WorkDone(date(2023, 4, 25), "b", "collect", 4),
)


def moved_on(
    files: ScenarioFiles, done: Sequence[WorkDone] = DONE, start: date = MONDAY
) -> tuple[Scenario, Path]:
    scenario = read_scenario(files.folder).scenario
    folder = next_folder(files, start)
    read = write_next(files, scenario, NextWeek(start, 5, after_work(scenario, done, start)), folder)
    assert read_scenario(folder).scenario == read.scenario
    return read.scenario, folder


def test_the_next_week_begins_with_what_is_left_and_its_follow_ups(files: ScenarioFiles):
    later, _ = moved_on(files)
    assert (later.horizon.start, later.horizon.days) == (MONDAY, 5)
    # «a»: 20 − 5 − 7 = 8 to collect.  To activate: 3 listed, 2 of the week before, due on Wednesday,
    # and Monday's 5, due on Thursday, less 4 on Friday: 6.  Friday's 7 are due on Monday: 13.
    assert later.sites["a"].cases == {"collect": 8, "activate": 13}
    assert later.work_done == ()
    # «b»: nothing to collect; Tuesday's 4 could be activated from Friday on.
    assert later.sites["b"].cases == {"activate": 4}


def test_follow_ups_that_fall_due_later_are_recorded(files: ScenarioFiles):
    later, folder = moved_on(files, DONE, date(2023, 4, 29))
    assert later.sites["a"].cases == {"collect": 8, "activate": 6}
    assert later.work_done == (WorkDone(date(2023, 4, 28), "a", "collect", 7),)
    assert later.due(later.sites["a"], "activate") == {date(2023, 4, 29): 6, date(2023, 5, 1): 7}
    assert (folder / "record.csv").is_file()


def test_the_planner_s_own_words_and_comments_stay(files: ScenarioFiles):
    _, folder = moved_on(files)
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    for kept in (
        "# Chiến dịch của huyện",
        'collect: {name: "Thu nhận", minutes: 6, then: {service: activate, after_days: 3}}  # bước một',
        "# tổ này có máy phát",
        "# Giỗ Tổ",
    ):
        assert kept in text
    assert "việc tuần 16" not in text


def test_dates_that_are_over_are_left_out_and_those_to_come_stay(files: ScenarioFiles):
    later, folder = moved_on(files)
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    assert later.horizon.holidays == {MONDAY}
    assert later.teams["to-1"].dates == {date(2023, 5, 2), date(2023, 5, 4), date(2023, 5, 5)}
    assert "2023-04-25" not in text
    assert "2023-05-02: " in text
    assert [(one.places, one.end) for one in later.closures] == [(("home", "b"), date(2023, 5, 2))]
    assert later.pins == ()


def test_duties_that_are_over_are_left_out_and_those_to_come_stay(files: ScenarioFiles):
    text = files.file.read_text(encoding="utf-8")
    teams, travel = text.index("teams:"), text.index("travel:")
    crewed = """\
officers: [{id: cb-1, duties: [truc]}, {id: cb-2}]
duties: {truc: {when: {2023-04-26: ["07:30-17:00"], 2023-05-03: ["07:30-17:00"]}}}
crews: [{id: to, base: home, officers: 2}]
"""
    pins, assumed = text.index("pins:"), text.index("assumed:")
    files.file.write_text(
        text[:teams] + crewed + text[travel:pins] + text[assumed:], encoding="utf-8", newline="\n"
    )
    later, folder = moved_on(files)
    assert "2023-04-26" not in (folder / "scenario.yaml").read_text(encoding="utf-8")
    assert later.crewing is not None
    duty = later.crewing.duties["truc"].when
    assert [day for day in later.horizon.dates() if duty.on(day)] == [date(2023, 5, 3)]


def test_promises_to_come_stay_where_the_week_is_begun_anew_before_its_end(files: ScenarioFiles):
    later, _ = moved_on(files, DONE[:1], date(2023, 4, 26))
    [pin] = later.pins
    assert (pin.team, pin.date, pin.site, pin.cases) == ("to-1", date(2023, 4, 27), "b", {"collect": 2})


def test_tables_that_the_file_names_come_along_and_nothing_else_does(files: ScenarioFiles):
    (files.folder / "ghi-chu.txt").write_text("riêng", encoding="utf-8")
    later, folder = moved_on(files)
    assert later.legs is not None
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert names == ["duong/travel.csv", "scenario.yaml", "sites.csv"]
    assert later.sites["b"].name == "=1+1"
    assert "'=1+1" in (folder / "sites.csv").read_text(encoding="utf-8")


def test_the_name_tells_since_when_and_tells_it_once(files: ScenarioFiles):
    later, folder = moved_on(files)
    assert later.name == "Đà Bắc – tuần 17 (từ 01/05/2023)"
    again = ScenarioFiles(folder / "scenario.yaml", folder)
    third, third_folder = moved_on(again, (), date(2023, 5, 6))
    assert third.name == "Đà Bắc – tuần 17 (từ 06/05/2023)"
    assert (folder.name, third_folder.name) == ("da-bac-2023-05-01", "da-bac-2023-05-06")
    assert later.assumed[0] == "Số hồ sơ ước lượng."
    assert len(third.assumed) == 3


def test_a_folder_with_something_in_it_is_left_alone(files: ScenarioFiles):
    folder = next_folder(files, MONDAY)
    folder.mkdir()
    (folder / "thu").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        moved_on(files)
    assert [path.name for path in folder.iterdir()] == ["thu"]


def test_what_could_not_be_planned_is_told_and_not_written(files: ScenarioFiles):
    scenario = read_scenario(files.folder).scenario
    week = NextWeek(date(2023, 4, 24), 5, after_work(scenario, DONE, date(2023, 4, 22)))
    assert week.left.work_done  # recorded work that does not lie before the start
    with pytest.raises(ScenarioError):
        write_next(files, scenario, week, next_folder(files, MONDAY))
    assert sorted(path.name for path in files.folder.parent.iterdir()) == ["da-bac"]


def test_more_cases_than_a_table_may_list_are_told_and_not_written(files: ScenarioFiles):
    text = files.file.read_text(encoding="utf-8").replace("activate: 3}", f"activate: {MOST_CASES}}}")
    files.file.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError) as told:
        moved_on(files)
    assert [one.code for one in told.value.findings if one.severity is Severity.ERROR] == ["E118"]
    assert sorted(path.name for path in files.folder.parent.iterdir()) == ["da-bac"]


def test_every_kind_of_number_and_word_is_read_as_it_was(files: ScenarioFiles):
    odd = (
        YAML.replace("id: to-1", "id: 007")
        .replace("team: to-1", "team: 007")
        .replace("minutes: 4", "minutes: 4.0")
    )
    odd = odd.replace('name: "Tổ 1"', "name: no").replace("lat: 20.895", "lat: 20.89500")
    files.file.write_text(odd, encoding="utf-8")
    before = read_scenario(files.folder).scenario
    later, _ = moved_on(files)
    assert list(later.teams) == list(before.teams) == ["007"]
    assert [team.name for team in later.teams.values()] == ["no"]
    assert later.services == before.services
    assert later.sites["a"].lat == before.sites["a"].lat


def test_the_plan_handed_out_before_is_left_behind(files: ScenarioFiles):
    (files.folder / "cu.json").write_text('{"format": "luudong-plan/1", "routes": []}', encoding="utf-8")
    files.file.write_text(YAML + "earlier: {plan: cu.json, freeze_until: 2023-04-25}\n", encoding="utf-8")
    assert read_scenario(files.folder).scenario.earlier is not None
    later, folder = moved_on(files)
    assert later.earlier is None
    assert not (folder / "cu.json").exists()


def turnouts(made: Scenario) -> list[tuple[str, ...]]:
    """Who comes to whom, to twelve digits: numbers with an exponent may lose their last when written anew."""
    gathered = [made.gathering] if made.gathering else []
    return [
        *((f"{one.radius_km:.12g}", f"{one.turnout:.12g}", *sorted(one.services)) for one in gathered),
        *(
            (one.origin, one.destination, f"{one.turnout:.12g}", str(one.dong_per_case))
            for one in made.shuttles
        ),
    ]


@settings(max_examples=40)
@given(scenarios())
def test_any_scenario_moves_on_with_nothing_changed_but_its_dates(made: Scenario):
    start = made.horizon.end + timedelta(days=1)
    assume(start.year < 2099)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "a"
        write_frozen(made, folder)
        scenario = read_scenario(folder).scenario
        left = after_work(scenario, (), start)
        files = ScenarioFiles(folder / "scenario.yaml", folder)
        # Follow-ups of what was done may come on top of as many cases as a table holds.
        assume(all(count <= MOST_CASES for site in made.sites for count in left.of_site(site).values()))
        later = write_next(files, scenario, NextWeek(start, 7, left), folder.parent / "b").scenario
    assert (later.services, later.bases, later.vehicles) == (made.services, made.bases, made.vehicles)
    assert (later.lodgings, later.things, later.objective) == (made.lodgings, made.things, made.objective)
    assert later.links == made.links
    assert turnouts(later) == turnouts(made)
    assert later.legs == made.legs
    assert {one.id: one.name for one in later.teams.values()} == {
        one.id: one.name for one in made.teams.values()
    }
    assert later.sites == {one.id: replace(one, cases=left.of_site(one.id)) for one in made.sites.values()}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_in_the_encodings_that_are_read_move_on_too(files: ScenarioFiles, encoding: str):
    files.file.write_text(YAML.replace("\n", "\r\n"), encoding=encoding, newline="")
    later, _ = moved_on(files)
    assert later.name == "Đà Bắc – tuần 17 (từ 01/05/2023)"


def test_what_is_written_once_and_meant_twice_moves_on(files: ScenarioFiles):
    anchored = YAML.replace("days_off: [2023-04-26, 2023-05-03]", "days_off: &nghi [2023-04-26, 2023-05-03]")
    files.file.write_text(
        anchored.replace(
            "travel:",
            '  - {id: to-2, name: "Tổ 2", base: home, days_off: *nghi}\ntravel:',
        ),
        encoding="utf-8",
    )
    later, _ = moved_on(files)
    assert later.teams["to-1"].dates == later.teams["to-2"].dates
    assert date(2023, 5, 3) not in later.teams["to-2"].dates


def test_a_file_that_another_reader_refuses_is_told(files: ScenarioFiles):
    # A note that looks like a date and is none: a text to one reader, an impossible date to the other.
    files.file.write_text(YAML + "published: [2023-02-31]\n", encoding="utf-8")
    assert read_scenario(files.folder).scenario.published == ("2023-02-31",)
    with pytest.raises(RecordError) as caught:
        moved_on(files)
    assert [one.code for one in caught.value.findings] == ["E805"]
    assert sorted(path.name for path in files.folder.parent.iterdir()) == ["da-bac"]
