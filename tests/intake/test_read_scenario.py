"""A scenario is read as its planner means it, however it is written, with every default filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.errors import ScenarioError
from optimizer.domain.scenario import Break, Closure, Link, Objective, Service, Site, Team, Vehicle
from optimizer.intake import read_scenario
from tests.intake.folders import SITES, YAML, codes, edited, findings, write_folder
from tests.intake.workbooks import workbook

LEAST = """\
format: luudong/1
horizon: {start: 2023-04-24, days: 2}
services:
  cccd: {minutes: 12}
  away: {plannable: false}
bases:
  - {id: home, lat: 20.8746, lon: 105.2517}
sites:
  - {id: a, lat: 21, lon: 105, cases: {cccd: 3, away: 0}}
teams:
  - {id: to-1, base: home}
"""

WHOLE = """\
format: luudong/1
name: "Đà Bắc – tuần 17"
language: vi
horizon: {start: 2023-04-24, days: 7, holidays: [2023-04-30]}
services:
  cccd:      {name: "Cấp CCCD gắn chip", minutes: 12, needs: [power], value: 310000}
  home_cccd: {name: "CCCD tại nhà", minutes: 35, value: 900000, requires: [tai-nha]}
hours:
  office:  {mon-fri: ["07:30-11:30", "13:30-17:00"]}
  farmers: {daily: [11:00-13:30, 17:00-21:00], 2023-04-29: ["08:00-20:00"]}
bases:
  - {id: da-bac, name: "Công an huyện Đà Bắc", lat: 20.8746, lon: 105.2517}
lodgings:
  - {id: nha-khach, name: "Nhà khách", lat: 20.9, lon: 105.1}
sites:
  - {id: bua-sen, name: Bưa Sen, commune: Nánh Nghê, lat: 21.0353, lon: 104.9048, hours: farmers,
     lacks: [power], requires: tai-nha, lodging: yes, priority: 1.5, release: 2023-04-25,
     deadline: 2023-04-28,
     setup_minutes: 30, max_teams: 2,
     vehicles: car|motorbike, cases: {cccd: 12, home_cccd: 2}}
teams:
  - {id: to-1, name: Tổ 1, base: da-bac, officers: 4, stations: 2, skills: [tai-nha], brings: [generator],
     vehicle: motorbike, shift: 06:30-21:30, max_work_minutes: 600, max_drive_minutes: 300, max_nights: 2,
     days_off: [2023-04-27], break: {minutes: 45, between: "11:00-13:30"}}
  - {id: to-2, base: da-bac, works_holidays: true, end_anywhere: yes}
brings:  {generator: [power], satellite: [network]}
vehicles:
  car:       {speed_kmh: 30, detour: 1.5, dong_per_km: 4100}
  motorbike: {}
links:
  - {from: da-bac, to: bua-sen, minutes: 90, km: 41.2, dong_per_officer: 150000, vehicle: car, one_way: true}
closures:
  - {from: da-bac, to: nha-khach, start: 2023-04-24, end: 2023-04-25}
  - {site: bua-sen, start: 2023-04-26, end: 2023-04-26}
objective: {officer_minute: 400, night: 450000, unevenness: 0, change: 0}
published: "2.545 trường hợp chưa có CCCD"
assumed: [số trường hợp theo xóm, tọa độ xóm]
"""


def read(folder: Path):
    return read_scenario(folder).scenario


def test_the_least_scenario_has_every_default_of_the_format(tmp_path: Path):
    scenario = read(write_folder(tmp_path / "dot-1", yaml=LEAST, sites=None))
    both = frozenset({date(2023, 4, 24), date(2023, 4, 25)})
    assert scenario.name == "dot-1"
    assert scenario.language == "vi"
    assert scenario.services["cccd"] == Service(
        "cccd", "cccd", 12, 300_000, frozenset(), frozenset(), plannable=True
    )
    assert scenario.services["away"].minutes is None
    assert scenario.vehicles == {"car": Vehicle("car", 28.0, 1.6, 4000)}
    assert scenario.sites["a"] == Site("a", "a", 21.0, 105.0, cases={"cccd": 3})
    assert scenario.sites["a"].setup_minutes == 20
    assert scenario.sites["a"].priority == 1.0
    assert scenario.teams["to-1"] == Team("to-1", "to-1", "home", "car", both)
    assert scenario.teams["to-1"].shift == Window(420, 1050)  # 07:00-17:30
    assert scenario.objective == Objective(500, 500_000)
    assert scenario.legs is None


def test_every_key_reaches_the_scenario(tmp_path: Path):
    scenario = read(write_folder(tmp_path, yaml=WHOLE, sites=None))
    week = [date(2023, 4, day) for day in range(24, 31)]
    assert scenario.name == "Đà Bắc – tuần 17"
    assert scenario.services["cccd"].value_dong == 310_000
    assert scenario.services["cccd"].needs == {"power"}
    assert scenario.services["home_cccd"].requires == {"tai-nha"}
    assert scenario.hours["office"].on(week[5]) == ()
    assert scenario.hours["farmers"].on(week[0]) == (Window(660, 810), Window(1020, 1260))
    assert scenario.hours["farmers"].on(week[5]) == (Window(480, 1200),)
    assert list(scenario.places) == ["da-bac", "nha-khach", "bua-sen"]
    assert list(scenario.sleeping_places) == ["nha-khach", "bua-sen"]
    site = scenario.sites["bua-sen"]
    assert (site.commune, site.hours, site.priority, site.setup_minutes) == ("Nánh Nghê", "farmers", 1.5, 30)
    assert (site.lacks, site.requires, site.vehicles) == ({"power"}, {"tai-nha"}, {"car", "motorbike"})
    assert (site.release, site.deadline) == (week[1], week[4])
    first, second = scenario.teams.values()
    assert first.dates == frozenset(week) - {week[3], week[6]}  # its day off, and the holiday
    assert second.dates == frozenset(week)
    assert (first.vehicle, second.vehicle) == ("motorbike", "car")
    assert (first.officers, first.stations, first.max_nights) == (4, 2, 2)
    assert (first.max_work_minutes, first.max_drive_minutes) == (600, 300)
    assert first.makes_up_for == {"power"}
    assert first.shift == Window(390, 1290)
    assert (first.pause, second.pause) == (Break(45, Window(660, 810)), None)
    assert (first.end_anywhere, second.end_anywhere) == (False, True)
    assert scenario.sites["bua-sen"].max_teams == 2
    assert scenario.links == (Link("da-bac", "bua-sen", 90, 41_200, 150_000, "car", one_way=True),)
    assert scenario.closures == (
        Closure(("da-bac", "nha-khach"), week[0], week[1]),
        Closure(("bua-sen",), week[2], week[2]),
    )
    assert scenario.objective == Objective(400, 450_000)
    assert scenario.published == ("2.545 trường hợp chưa có CCCD",)
    assert scenario.assumed == ("số trường hợp theo xóm", "tọa độ xóm")


def test_the_window_of_a_break_may_be_written_as_two_times(tmp_path: Path):
    as_text = read(write_folder(tmp_path / "a", yaml=WHOLE, sites=None))
    yaml = edited(WHOLE, {'"11:00-13:30"}}': '["11:00", "13h30"]}}'})
    as_list = read(write_folder(tmp_path / "b", yaml=yaml, sites=None))
    assert as_list.teams == as_text.teams


def test_a_scenario_may_be_a_yaml_file_anywhere_or_a_folder_with_scenario_yml(tmp_path: Path):
    write_folder(tmp_path)
    wanted = read(tmp_path)
    (tmp_path / "scenario.yaml").rename(tmp_path / "tuan-17.yaml")
    assert read(tmp_path / "tuan-17.yaml") == wanted
    (tmp_path / "tuan-17.yaml").rename(tmp_path / "scenario.yml")
    assert read(tmp_path) == wanted
    assert read_scenario(str(tmp_path)).scenario == wanted


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere", "E001"), (".", "E009"), ("\x00", "E001"), ("x" * 5000, "E001")]
)
def test_a_path_without_a_scenario_is_told(name: str, code: str, tmp_path: Path):
    assert codes(tmp_path / name) == [code]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_folder(tmp_path)

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert codes(tmp_path) == ["E002"]


def test_words_that_yaml_1_1_mistakes_stay_what_they_are(tmp_path: Path):
    yaml = edited(
        LEAST,
        {
            "cccd: {minutes: 12}": "no: {minutes: 12, name: on, needs: [off, yes]}",
            "cases: {cccd: 3": "lacks: [yes, off], lodging: no, cases: {no: 3",
            "base: home}": "base: home, shift: 06:30-21:30, skills: [0x1F, 1_000, 1e3, 007]}",
            "days: 2}": "days: 2, holidays: [2023-04-30]}",
        },
    )
    scenario = read(write_folder(tmp_path, yaml=yaml, sites=None))
    assert scenario.services["no"].name == "on"
    assert scenario.services["no"].needs == {"off", "yes"}
    assert scenario.sites["a"].lacks == {"yes", "off"}
    assert scenario.sites["a"].lodging is False
    assert scenario.sites["a"].cases == {"no": 3}
    assert scenario.teams["to-1"].shift == Window(390, 1290)
    assert scenario.teams["to-1"].skills == {"0x1F", "1_000", "1e3", "007"}


def test_a_key_may_take_its_values_from_another_by_merging(tmp_path: Path):
    yaml = edited(
        LEAST,
        {
            "- {id: to-1, base: home}": (
                "- &to {id: to-1, base: home, officers: 5, max_nights: 3}\n"
                "  - {<<: *to, id: to-2, officers: 6}"
            )
        },
    )
    teams = read(write_folder(tmp_path, yaml=yaml, sites=None)).teams
    assert [(team.id, team.officers, team.max_nights) for team in teams.values()] == [
        ("to-1", 5, 3),
        ("to-2", 6, 3),
    ]


ROWS = [
    ["id", "name", "commune", "lat", "lon", "hours", "lacks", "cccd"],
    ["bua-sen", "Xóm Bưa Sen", "Nánh Nghê", 21.0353, 104.9048, None, "power", 12],
    ["hien-luong", "Xóm Ké", "Hiền Lương", 20.8162, 105.221, "office", None, 9],
]
SAME_TABLES = {
    "with semicolons": SITES.replace(",", ";"),
    "with tabs": SITES.replace(",", "\t"),
    "announced by sep=": "sep=;\n" + SITES.replace(",", ";"),
    "with a mark of UTF-8": b"\xef\xbb\xbf" + SITES.encode(),
    "in UTF-16 with a mark": SITES.encode("utf-16"),
    "with lines of Windows": SITES.replace("\n", "\r\n"),
    "with lines of an old Mac": SITES.replace("\n", "\r"),
    "with blank rows": "\n" + SITES.replace("hien", "\n,,,,,,,\nhien"),
    "below a title": "DANH SÁCH CÁC XÓM,,,,,,,\n" + SITES,
    "with capital headings": SITES.replace("id,name", "ID, Name ")
    .replace("lat,lon", "LAT,Lon")
    .replace("cccd", "CCCD"),
    "with decimal commas": SITES.replace(",", ";")
    .replace("21.0353", "21,0353")
    .replace("105.2210", "105,2210"),
    "decomposed": SITES.replace("Xóm", "Xo\u0301m"),
    "with fractions of nothing": SITES.replace(",12\n", ",12.0\n").replace(",9\n", ',"9,00"\n'),
    "as a workbook": workbook(*ROWS),
    "as a workbook below a title": workbook(["DANH SÁCH"], [], *ROWS),
    "as a workbook with counts as text": workbook(*ROWS[:2], [*ROWS[2][:7], "9"]),
}


@pytest.mark.parametrize("table", SAME_TABLES.values(), ids=SAME_TABLES)
def test_a_table_is_the_same_however_it_is_written(table: str | bytes, tmp_path: Path):
    wanted = read(write_folder(tmp_path / "wanted"))
    name = "sites.xlsx" if table[:2] == b"PK" else "sites.csv"
    folder = write_folder(tmp_path / "given", yaml=YAML.replace("sites.csv", name), sites=None)
    (folder / name).write_bytes(table.encode() if isinstance(table, str) else table)
    found = read_scenario(folder)
    assert found.warnings == ()
    assert found.scenario.sites == wanted.sites


def test_a_scenario_in_utf16_is_read(tmp_path: Path):
    assert read(write_folder(tmp_path, yaml=YAML.encode("utf-16"))).name == "Thử"


def test_tags_and_dates_are_read_as_excel_keeps_them(tmp_path: Path):
    table = workbook(
        ["id", "lat", "lon", "lacks", "lodging", "release", "deadline", "cccd"],
        [7, 21.1, 105.1, "power | network", "có", date(2023, 4, 25), "28/04/2023", 4],
    )
    yaml = edited(YAML, {"sites.csv": "sites.xlsx", "needs: [power]": "needs: power|network"})
    scenario = read(write_folder(tmp_path, yaml=yaml, sites=None, sites_xlsx=table))
    site = scenario.sites["7"]
    assert site.lacks == {"power", "network"}
    assert site.lodging is True
    assert (site.release, site.deadline) == (date(2023, 4, 25), date(2023, 4, 28))


def test_formulas_are_read_as_their_last_values(tmp_path: Path):
    from tests.intake.workbooks import with_part

    sheet = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>lat</t></is></c>
    <c r="C1" t="inlineStr"><is><t>lon</t></is></c><c r="D1" t="inlineStr"><is><t>cccd</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2"><v>21.1</v></c>
    <c r="C2"><v>105.1</v></c>
    <c r="D2"><f>SUM(E2:F2)</f><v>14</v></c></row></sheetData></worksheet>"""
    table = with_part(workbook(["x"]), {"xl/worksheets/sheet1.xml": sheet})
    yaml = YAML.replace("sites.csv", "sites.xlsx")
    scenario = read(write_folder(tmp_path, yaml=yaml, sites=None, sites_xlsx=table))
    assert scenario.sites["a"].cases == {"cccd": 14}


def test_every_finding_is_told_at_once_across_files(tmp_path: Path):
    yaml = edited(
        YAML,
        {
            "days: 7": "days: 0",
            "minutes: 12": "minutes: nhanh",
            "base: home": "base: hone, oficers: 3",
            "lat: 20.8746": "lat: 105.2517",
            "lon: 105.2517": "lon: 20.8746",
            "mon-fri": "mon-fry",
        },
    )
    sites = SITES.replace(",12\n", ",1.032\n").replace("20.8162", "").replace("office", "ofice")
    found = {finding.code for finding in findings(write_folder(tmp_path, yaml=yaml, sites=sites))}
    assert found == {"E305", "E112", "E301", "E110", "E208", "E124", "E117", "E206"}


def test_what_hangs_on_a_broken_item_is_not_told_twice(tmp_path: Path):
    yaml = edited(
        YAML,
        {
            "lat: 20.8746": "lat: bắc",  # the base is broken, and teams name it
            "minutes: 12": "minutes: 0",  # the service is broken, and sites name it
            "speed_kmh: 28": "speed_kmh: -1",
            "generator: [power]": "generator: {a: b}",
            "travel: {source: estimate}": "links: [{from: home, to: hien-luong, minutes: 30}]",
        },
    )
    sites = SITES.replace("20.8162", "x")  # the site is broken, and a link names it
    assert sorted(codes(write_folder(tmp_path, yaml=yaml, sites=sites))) == [
        "E112",
        "E112",
        "E112",
        "E113",
        "E113",
    ]


def test_items_after_a_broken_one_keep_their_lines(tmp_path: Path):
    yaml = edited(YAML, {"teams:\n": "teams:\n  - {base: home}\n  - {id: to-0, base: hone}\n"})
    found = findings(write_folder(tmp_path, yaml=yaml))
    assert [(one.code, one.where.line, one.where.key) for one in found] == [
        ("E111", 12, "teams[1].id"),
        ("E301", 13, "teams[2].base"),
    ]


def test_thousands_of_findings_are_cut_to_a_few_and_their_number(tmp_path: Path):
    sites = "id,lat,lon,cccd\n" + "".join(f"s{number},21,105,x\n" for number in range(5_000))
    found = findings(write_folder(tmp_path, sites=sites))
    assert [finding.code for finding in found] == ["E112"] * 20 + ["E090"]
    assert "4980" in found[-1].text("vi")


def test_a_misspelt_key_is_answered_with_the_one_that_was_meant(tmp_path: Path):
    yaml = edited(YAML, {"brings: [generator]": "brings: [generator], cán bộ: 3, staions: 2"})
    hints = [finding.action("vi") for finding in findings(write_folder(tmp_path, yaml=yaml))]
    assert any("“stations”" in hint for hint in hints)


def test_a_column_in_vietnamese_is_answered_with_the_one_that_was_meant(tmp_path: Path):
    found = findings(write_folder(tmp_path, sites="mã,vĩ độ,kinh độ,cccd\na,21,105,3\n"))
    hints = {finding.where.column: finding.action("en") for finding in found if finding.code == "W201"}
    assert "“id”" in hints["mã"]
    assert "“lat”" in hints["vĩ độ"]
    assert "“lon”" in hints["kinh độ"]


def test_the_error_carries_errors_before_warnings(tmp_path: Path):
    folder = write_folder(
        tmp_path, yaml=YAML.replace("days: 7", "days: 0"), sites=SITES.replace(",power,", ",powr,")
    )
    with pytest.raises(ScenarioError) as raised:
        read_scenario(folder)
    assert [finding.code for finding in raised.value.findings] == ["E305", "W306"]
    assert "E305" in str(raised.value)


@pytest.mark.parametrize(
    "name",
    ["da-bac", "ha-nam", "khanh-son", "khanh-vinh", "muong-lat", "nhap-mon", "thuan-chau", "tuong-duong"],
)
def test_every_shipped_scenario_is_read_without_an_error(name: str):
    read_scenario(Path(__file__).parents[2] / "scenarios" / name)
