"""For every code of a finding about a scenario: files that bring it about, and where it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from optimizer.intake import legs
from tests.intake.folders import SITES, YAML, edited, write_folder
from tests.intake.workbooks import with_part, workbook

WEEK = ", ".join(f"2023-04-{day}" for day in range(24, 31))
HEADING = "id,name,lat,lon,cccd\n"
MATRIX = {"source: estimate": "source: matrix, file: travel.csv"}
LEGS = "from,to,minutes,km\nhome,bua-sen,90,41.2\nbua-sen,hien-luong,80,40\nhien-luong,home,5,2\n"


@dataclass(frozen=True)
class Case:
    """A code, edits of the right scenario that bring it about, and its place."""

    code: str
    line: int | None
    edits: Mapping[str, str] = field(default_factory=dict)
    file: str = "scenario.yaml"
    column: str = ""
    yaml: str | bytes | None = None
    sites: str | bytes | None = SITES
    tables: Mapping[str, str | bytes] = field(default_factory=dict)
    arrange: Callable[[Path], None] = field(default=lambda _: None)

    def write(self, folder: Path) -> Path:
        """Write the scenario; the path to read it by."""
        yaml = edited(YAML, self.edits) if self.yaml is None else self.yaml
        write_folder(folder, yaml=yaml, sites=self.sites, **self.tables)
        self.arrange(folder)
        return folder

    def __str__(self) -> str:
        return f"{self.code}: {next(iter(self.edits.values()), self.file)[:40]}"


in_sites = partial(Case, file="sites.csv")
in_travel = partial(Case, edits=MATRIX, file="travel.csv")


def row(text: str) -> str:
    """A table of the site of the right scenario and one more row."""
    return HEADING + "bua-sen,Xóm Bưa Sen,21.0353,104.9048,12\n" + text + "\n"


def team(more: str) -> dict[str, str]:
    """An edit that gives the team one more key."""
    return {"brings: [generator]}": f"brings: [generator], {more}}}"}


def top(text: str) -> dict[str, str]:
    """An edit that adds a section at line 16."""
    return {"travel: {source: estimate}\n": f"{text}\n"}


def _make_huge(folder: Path) -> None:
    with (folder / "sites.csv").open("r+b") as opened:
        opened.truncate(400_000_001)  # sparse: no disk is used


def _link_outside(folder: Path) -> None:
    outside = folder.parent / "outside.csv"
    (folder / "sites.csv").replace(outside)
    (folder / "sites.csv").symlink_to(outside)


BOOK = workbook(["id", "lat", "lon", "cccd"], ["a", 21.0353, 104.9048, 3])
SHEETS = {"sites.csv": "sites.xlsx"}
in_book = partial(Case, edits=SHEETS, sites=None, file="sites.xlsx")

FILES = [
    Case("E003", None, yaml=b"#" * 8_000_001),
    in_sites("E003", None, arrange=_make_huge),
    Case("E004", None, yaml=YAML.encode("utf-16-le")),
    Case("E004", None, yaml=YAML.replace("Thử", "Cấp thử").encode("cp1252", "ignore") + b"\xc3\xa2\x81\n"),
    in_sites("E004", None, sites=SITES.encode("utf-16-be")),
    in_sites("E004", None, sites="id,name,lat,lon,cccd\na,Bo\u0323 co\u0301,21,105,3\n".encode("cp1258")),
    in_sites("E005", None, sites=SITES.encode() + b"x\x00y\n"),
    Case("E006", None, yaml=b""),
    Case("E006", None, yaml="# chỉ có ghi chú\n"),
    in_sites("E006", None, sites="\n\n"),
    Case("E007", 10, sites=None),
    Case("E008", 10, {"sites.csv": "../sites.csv"}),
    Case("E008", 10, {"sites.csv": "/etc/passwd"}),
    Case("E008", 10, {"sites.csv": '"\\\\\\\\may-chu\\\\chung\\\\sites.csv"'}),
    Case("E008", 10, {"sites.csv": '"C:\\\\sites.csv"'}),
    Case("E008", 10, arrange=_link_outside),
    Case("E008", 16, {"source: estimate": "source: matrix, file: ../travel.csv"}),
    in_book("E010", None, tables={"sites_xlsx": b"\xd0\xcf\x11\xe0" + b"\x00" * 600}),
    in_book(
        "E010", None, tables={"sites_xlsx": with_part(b"PK\x05\x06" + b"\x00" * 18, {"content.xml": b"<x/>"})}
    ),
    in_book("E011", None, tables={"sites_xlsx": BOOK[: len(BOOK) // 2]}),
    in_book(
        "E011", None, tables={"sites_xlsx": with_part(BOOK, {"xl/worksheets/sheet1.xml": b"<worksheet><she"})}
    ),
    in_book("E011", None, tables={"sites_xlsx": b"\x8f\x01\xe2\xff\x00 no workbook" * 40}),
    in_book(
        "E012", None, tables={"sites_xlsx": with_part(BOOK, {"xl/sharedStrings.xml": b"\x20" * 65_000_000})}
    ),
    in_book(
        "E013",
        2,
        column="D",
        tables={"sites_xlsx": workbook(["id", "lat", "lon", "cccd"], ["a", 21.1, 105.1, "=1+1"])},
    ),
    in_book(
        "E017",
        2,
        column="D",
        tables={"sites_xlsx": workbook(["id", "lat", "lon", "cccd"], ["a", 21.1, 105.1, "#REF!"])},
    ),
    in_sites("E014", 2, sites=HEADING + 'a,"Xóm A,21.0353,104.9048,3\n'),
    in_sites("E015", 20_002, sites=HEADING + "".join(f"s{n},,21.1,105.1,1\n" for n in range(20_001))),
    in_sites("E016", 1, sites=HEADING.strip() + ",x" * 300 + "\na,A,21.1,105.1,3\n"),
    in_sites("W001", None, sites=BOOK),
    Case("W003", None, file="sites.xlsx", tables={"sites_xlsx": BOOK}),
    in_book("W001", None, tables={"sites_xlsx": SITES}),
    Case("W002", 2, {'"Thử"': '"Thử \\u202Etxet"'}),
    in_sites("W002", 2, column="B", sites=HEADING + "a,Xóm\u202e A,21.1,105.1,3\n"),
    in_sites("E018", None, sites=b"id," * 700_000),
    in_book(
        "E012",
        None,
        tables={"sites_xlsx": with_part(BOOK, {"xl/worksheets/sheet1.xml": b"<x/>" * 6_000_000})},
    ),
    in_sites("E090", None, sites=HEADING + "".join(f"s{n},A,,,1\n" for n in range(30))),
    in_sites("W090", None, sites=HEADING + "".join(f"s{n},A,48.8,2.3,1\n" for n in range(30))),
]

YAML_FORM = [
    Case("E101", 4, {"days: 7}": "days: 7"}),
    Case("E101", None, {'"Thử"': "\x07"}),
    Case("E102", 5, {"  cccd:": "\tcccd:"}),
    Case("E103", 1, yaml="- a\n- b\n"),
    Case("E103", 1, yaml="chỉ một câu\n"),
    Case("E104", 1, yaml="a: " + "[" * 100_000),
    Case("E104", 1, yaml="a: [" + "1," * 500_001 + "]"),
    Case(
        "E105",
        6,
        yaml="a: &a [1,1,1,1,1,1,1,1,1]\n"
        + "".join(
            f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
            for before, name in zip("abcdefgh", "bcdefghi", strict=True)
        ),
    ),
    Case("E105", 1, yaml="a: &a [*a]\n"),
    Case("E106", 11, {"sites: sites.csv\n": "sites: sites.csv\nsites: sites.csv\n"}),
    Case("E107", 2, {'"Thử"': "!!python/object/apply:os.system [ls]"}),
    Case("E108", 17, {"travel: {source: estimate}\n": "travel: {source: estimate}\n---\na: 1\n"}),
    Case("E109", 16, top("? [a, b]\n: c")),
    Case("E110", 12, team("oficers: 3")),
    Case("E110", 16, top("Traval: {source: estimate}")),
    Case("E111", 1, {"services:\n": "x_services:\n"}),
    Case("E111", 3, {"start: 2023-04-24, ": ""}),
    Case("E111", 5, {"minutes: 12, ": ""}),
    Case("E111", 1, {"teams:\n  - {id: to-1, base: home, brings: [generator]}\n": ""}),
    Case("E111", 12, {"base: home, ": ""}),
    Case("E111", 16, {"source: estimate": "source: matrix"}),
    in_sites("E111", 3, column="id", sites=row(",Xóm Ké,20.8162,105.2210,9")),
    Case("E112", 4, {"services:\n": "services: 5\nx:\n"}),
    Case("E112", 12, team("officers: nhiều")),
    Case("E112", 12, team("officers: true")),
    Case("E112", 12, team("days_off: hôm qua")),
    Case("E112", 12, team("works_holidays: có lẽ")),
    Case("E112", 10, {"sites.csv": "5"}),
    Case("E112", 9, {"lat: 20.8746": "lat: bắc"}),
    in_sites("E112", 3, column="cccd", sites=row("b,B,20.8,105.2,chín")),
    Case("E113", 12, team("officers: 0")),
    Case("E113", 12, team("max_nights: -1")),
    Case("E113", 12, team("break: {minutes: 0, between: 11:00-13:30}")),
    in_sites("E113", 2, column="max_teams", sites="id,lat,lon,max_teams,cccd\na,21.1,105.1,0,3\n"),
    in_sites("E113", 2, column="max_teams", sites="id,lat,lon,max_teams,cccd\na,21.1,105.1,-1,3\n"),
    Case("E113", 15, {"speed_kmh: 28": "speed_kmh: 0"}),
    in_sites("E118", 3, column="cccd", sites=row("b,B,20.8,105.2,-3")),
    Case("E111", 12, team("break: {minutes: 45}")),
    Case("E119", 12, team("break: {minutes: 45, between: 13:30-11:00}")),
    Case("E116", 12, team('break: {minutes: 45, between: ["11:00", "trưa"]}')),
    Case("E114", 2, {'name: "Thử"': "language: fr"}),
    Case("E115", 3, {"2023-04-24": "2023-02-30"}),
    Case("E115", 12, team("days_off: [31/04/2023]")),
    Case("E115", 7, {"mon-fri:": "2023-02-30:"}),
    Case("E116", 12, team("shift: sáng")),
    Case("E116", 12, team("shift: 06:30-25:00")),
    Case("E116", 7, {'"07:30-11:30"': '"07:30"'}),
    Case("E117", 5, {"minutes: 12,": "minutes: 12, value: 300.000,"}),
    in_sites("E117", 3, column="cccd", sites=row("b,B,20.8,105.2,1.032")),
    in_sites("E117", 3, column="cccd", sites=row('b,B,20.8,105.2,"1,032"')),
    in_sites("E118", 3, column="cccd", sites=row("b,B,20.8,105.2,2.5")),
    in_sites("E118", 3, column="cccd", sites=row("b,B,20.8,105.2,nan")),
    Case("E112", 9, {"lat: 20.8746": "lat: .inf"}),
    in_sites("E112", 3, column="lat", sites=row("b,B,nan,105.2,3")),
    Case("E118", 12, team("officers: .nan")),
    Case("E119", 12, team("shift: 17:00-07:00")),
    Case("E120", 7, {'"13:30-17:00"': '"11:00-17:00"'}),
    Case("E121", 12, {"id: to-1": 'id: ""'}),
    Case("E121", 13, {"brings: {generator: [power]}": 'brings: {"may phat": [power]}'}),
    Case("E122", 2, {'"Thử"': "a" * 201}),
    in_sites("E122", 3, column="name", sites=row(f"b,{'B' * 201},20.8,105.2,3")),
    Case("E123", 1, {"luudong/1": "luudong/9"}),
    Case("E124", 7, {"mon-fri": "mon-fry"}),
    Case("E125", 7, {"{mon-fri:": "{wed-sun: [08:00-09:00], mon-fri:"}),
    Case("E131", 4, {'services:\n  cccd: {name: "Cấp CCCD", minutes: 12, needs: [power]}': "services: {}"}),
]

TABLES = [
    in_sites("E201", None, sites="id,name,vĩ độ,lon,cccd\na,A,21,105,3\n"),
    in_travel("E201", None, tables={"travel_csv": "from,to,km\nhome,bua-sen,3\n"}),
    in_sites("E202", None, column="lat", sites="id,lat,lat,lon,cccd\na,21,21,105,3\n"),
    in_sites("E203", None, sites="id,lat,lon,CCCDD\na,21.1,105.1,3\n"),
    in_sites("E204", 2, sites=HEADING + "a,Xóm A, xã B,21.1,105.1,3\n"),
    in_sites("E205", None, sites=HEADING),
    Case("E205", 10, {"sites.csv": "[]"}),
    in_sites("E206", 3, column="lat", sites=row("b,B,,,3")),
    in_sites("E206", 3, column="lon", sites=row("b,B,20.8,,3")),
    Case("E206", 9, {"lat: 20.8746, lon: 105.2517": ""}),
    in_sites("E207", 3, column="lat", sites=row("b,B,208746,105.2,3")),
    Case("E207", 9, {"lat: 20.8746, lon: 105.2517": "lat: 0, lon: 0"}),
    in_sites("E208", 3, column="lat", sites=row("b,B,105.2,20.8,3")),
    Case("E208", 9, {"lat: 20.8746, lon: 105.2517": "lat: 105.2517, lon: 20.8746"}),
    in_sites("W201", None, column="ghi chú", sites="id,lat,lon,cccd,ghi chú\na,21.1,105.1,3,đường xấu\n"),
    in_travel(
        "W201",
        None,
        column="note",
        tables={"travel_csv": LEGS.replace("km\n", "km,note\n").replace("2\n", "2,x\n")},
    ),
    in_sites("W202", 3, column="lat", sites=row("b,Paris,48.8,2.3,3")),
    in_book(
        "W203",
        2,
        tables={"sites_xlsx": workbook(["id", "lat", "lon", "cccd"], ["a", 21.1, 105.1, 3, "ghi chú"])},
    ),
    in_sites("W210", 2, column="ma_so", sites="id,lat,lon,cccd,ma_so\na,21.1,105.1,3,025190001234\n"),
    in_sites("W210", 2, column="id", sites="id,lat,lon,cccd\n025190001234,21.1,105.1,3\n"),
    in_sites("W211", 2, column="name", sites=HEADING + "a,Trưởng thôn 0912 345 678,21.1,105.1,3\n"),
    in_sites("W212", 2, column="name", sites=HEADING + "a,Nguyễn Văn An,21.1,105.1,3\n"),
    in_sites("W213", None, column="Số CCCD", sites="id,lat,lon,cccd,Số CCCD\na,21.1,105.1,3,\n"),
]

MEANING = [
    Case("E301", 12, {"base: home": "base: hone"}),
    Case("E301", 12, team("vehicle: xe-may")),
    Case("E301", 12, {"brings: [generator]": "brings: [generater]"}),
    in_sites("E301", 3, column="hours", sites=SITES.replace("office", "offic")),
    in_sites("E301", 2, column="vehicles", sites="id,lat,lon,vehicles,cccd\na,21.1,105.1,thuyen,3\n"),
    Case("E301", 16, top("links: [{from: home, to: bua-sem, minutes: 30}]")),
    Case("E301", 16, top("closures: [{site: bua-sem, start: 2023-04-24, end: 2023-04-25}]")),
    Case("E301", 10, {"sites.csv": "[{id: a, lat: 21, lon: 105, cases: {vneid: 3}}]"}),
    Case("E301", 16, top("crews: [{id: to, base: nha}]")),
    in_sites("E302", 3, column="id", sites=row("bua-sen,B,20.8,105.2,3")),
    in_sites("E302", 3, column="id", sites=HEADING + "hòa,A,21,105,3\nho\u0300a,A,21,105,3\n"),
    in_sites("E302", 3, column="id", sites=row("home,B,20.8,105.2,3")),
    Case("E302", 13, {"teams:\n": "teams:\n  - {id: to-1, base: home}\n"}),
    Case("E304", 6, {"needs: [power]}\n": "needs: [power]}\n  name: {minutes: 3}\n"}),
    Case("E305", 3, {"days: 7": "days: 63"}),
    Case("E305", 3, {"days: 7": "days: 0"}),
    in_sites(
        "E306",
        2,
        column="release",
        sites="id,lat,lon,release,deadline,cccd\na,21,105,2023-04-28,25/04/2023,3\n",
    ),
    Case("E307", 16, top("closures: [{site: bua-sen, start: 2023-04-26, end: 2023-04-25}]")),
    Case("E308", 16, top("closures: [{from: bua-sen, start: 2023-04-24, end: 2023-04-25}]")),
    Case("E309", 11, {"days: 7}": "days: 1, holidays: [2023-04-24]}"}),
    Case(
        "E310",
        10,
        {
            "minutes: 12,": "minutes: 12, value: 1000000000,",
            "sites.csv": ("[{id: a, lat: 21, lon: 105, priority: 1000, cases: {cccd: 1000000}}]"),
        },
    ),
    Case("E311", 16, top("links: [{from: home, to: home, minutes: 30}]")),
    Case("E311", 16, top("closures: [{from: home, to: home, start: 2023-04-24, end: 2023-04-25}]")),
    # The shift is 07:00-17:30: a break must begin by 16:45 to be over in time, and not before 07:00.
    Case("E313", 12, team("break: {minutes: 45, between: 16:46-18:00}")),
    Case("E313", 12, team('break: {minutes: 45, between: ["05:00", "06:59"]}')),
    Case("E313", 12, team("break: {minutes: 631, between: 07:00-17:00}")),
    Case("W301", 5, {", brings: [generator]": ""}, sites=SITES.replace(",office,,", ",office,power,")),
    in_sites("W302", 2, column="id", sites="id,lat,lon,requires,cccd\na,21,105,tieng-mong,3\n"),
    in_sites("W303", 2, column="deadline", sites="id,lat,lon,deadline,cccd\na,21,105,2023-04-20,3\n"),
    in_sites("W303", 2, column="release", sites="id,lat,lon,release,cccd\na,21,105,2023-05-20,3\n"),
    Case(
        "W304",
        13,
        {"brings: {": f"  - {{id: to-2, base: home, days_off: [{WEEK}]}}\nbrings: {{"},
    ),
    in_sites(
        "W305", 2, column="hours", sites="id,lat,lon,hours,release,cccd\na,21,105,office,2023-04-29,3\n"
    ),
    in_sites("W306", 2, column="lacks", sites=SITES.replace(",power,", ",powr,")),
    Case("W307", 12, team("days_off: [2024-04-25]")),
    Case("W307", 7, {"mon-fri:": "2022-04-25: [], mon-fri:"}),
    Case("W308", 16, {"source: estimate": "source: estimate, file: travel.csv"}),
    in_sites("W309", 3, column="id", sites=row("b,B,20.8,105.2,0")),
]

TRAVEL = [
    in_travel("E402", 2, column="minutes", tables={"travel_csv": LEGS.replace("90", "nan")}),
    in_travel("E402", 3, column="km", tables={"travel_csv": LEGS.replace("80,40", "80,-40")}),
    in_travel("E402", 4, column="km", tables={"travel_csv": LEGS.replace("5,2", "5,inf")}),
    in_travel("E402", 2, column="minutes", tables={"travel_csv": LEGS.replace("90", "")}),
    in_travel(
        "E403",
        2,
        column="vehicle",
        tables={
            "travel_csv": "from,to,minutes,km,vehicle\nhome,bua-sen,90,41,xe-may\nhome,hien-luong,8,4,car\n"
        },
    ),
    in_travel("E404", None, tables={"travel_csv": LEGS + "home,bua-sen,91,41.2\n"}),
    in_travel("E405", 12_290, tables={"travel_csv": "from,to,minutes,km\n" + "home,bua-sen,x,1\n" * 20_000}),
    in_travel("W401", 5, tables={"travel_csv": LEGS + "home,bua-sem,91,41.2\n"}),
    in_travel(
        "W402",
        None,
        tables={"travel_csv": "from,to,minutes,km\nhome,bua-sen,90,41.2\nbua-sen,home,90,41.2\n"},
    ),
    in_travel(
        "E015",
        12_290,
        tables={"travel_csv": LEGS + "home,home,1,1\n" * 13_000},
        arrange=lambda _: setattr(legs, "MOST_LEGS", 10_000),
    ),
]

CASES = [*FILES, *YAML_FORM, *TABLES, *MEANING, *TRAVEL]
