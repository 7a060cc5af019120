"""For every code about officers, crews, posts and kits: files that tell it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.intake.cases import Case
from tests.intake.folders import YAML, edited

TEAMS = "teams:\n  - {id: to-1, base: home, brings: [generator]}\n"
CREWED = """\
officers:
  - {id: cb-1, unit: qlhc, skills: [lai-xe, thu-nhan], level: 2, duties: [truc]}
  - {id: cb-2, unit: qlhc, skills: [thu-nhan]}
  - {id: cb-3, unit: huyen, skills: [thu-nhan]}
duties: {truc: {name: "Trực ban", when: {2023-04-26: ["07:30-11:30"]}}}
history: [{officer: cb-1, days_away: 3}]
crews:
  - {id: to, base: home, officers: "1-2", stations: "1-2", operator: thu-nhan, roles: {lai-xe: 1}, \
brings: [generator]}
kits: [{id: bo, kind: stations, number: 2}]
posts:
  - {id: chot, units: [huyen], hours: "07:00-17:00"}
"""
RIGHT = edited(YAML, {TEAMS: CREWED})
"""The scenario of the other cases, with a team formed from three officers and a post: nothing is wrong."""

_CREW, _POST = 'officers: "1-2", stations: "1-2",', "{id: chot,"


def crewed(code: str, line: int | None, edits: Mapping[str, str], column: str = "", **tables: str) -> Case:
    """Edits of the scenario with officers."""
    return Case(code, line, yaml=edited(RIGHT, edits), column=column, tables=tables)


def last(text: str) -> dict[str, str]:
    """An edit that adds a section at line 22."""
    return {"brings: {generator": f"{text}\nbrings: {{generator"}


OFFICERS = [
    crewed("E126", 18, {'stations: "1-2"': 'stations: "2-1"'}),
    crewed("E126", 18, {'stations: "1-2"': "stations: vài"}),
    crewed("E126", 18, {'stations: "1-2"': 'stations: "0-2"'}),
    crewed("E126", 18, {'officers: "1-2"': 'teams: 0, officers: "1-2"'}),
    crewed("E331", 22, last("teams: [{id: to-9, base: home}]")),
    crewed("E333", 14, {"{id: cb-3": "{id: cb-2"}),
    crewed("E302", 14, {"{id: cb-3, unit: huyen": "{id: cb-2, unit: qlhc"}),
    crewed("E301", 12, {"duties: [truc]": "duties: [truk]"}),
    crewed("E301", 19, {"kind: stations": "kind: station"}),
    crewed("E301", 21, {"units: [huyen]": "units: [huyện]"}),
    crewed("E301", 22, last("together: [[cb-1, cb-9]]")),
    crewed("E301", 18, {"brings: [generator]}": "brings: [generater]}"}),
    crewed("E111", 1, {RIGHT[RIGHT.index("crews:") : RIGHT.index("brings: {")]: ""}),
    crewed(
        "E131",
        11,
        {
            RIGHT[RIGHT.index("  - {id: cb-1") : RIGHT.index("\nduties:") + 1]: "",
            "officers:\n": "officers: []\n",
        },
    ),
    crewed("W334", 16, {"{officer: cb-1": "{officer: cb-8"}),
    crewed(
        "W333",
        11,
        {
            "unit: qlhc, skills: [thu-nhan]}": "unit: khac, skills: [thu-nhan]}",
            _CREW: f"units: [qlhc], {_CREW}",
        },
    ),
    crewed("W331", 23, last("together: [[cb-1, cb-2]]\napart: [[cb-2, cb-1]]")),
    crewed("W332", 22, last("apart: [[cb-2]]")),
    crewed(
        "W307", 13, {"unit: qlhc, skills: [thu-nhan]": "unit: qlhc, skills: [thu-nhan], days_off: 2023-05-26"}
    ),
]

DEMANDS = [
    crewed("E334", 18, {"roles: {lai-xe: 1}": "roles: {lai_xa: 1}"}),
    crewed("E334", 21, {_POST: f"{_POST} roles: {{nu: 1}},"}),
    crewed("E335", 21, {_POST: f"{_POST} officers: 2,"}),
    crewed("E335", 21, {"units: [huyen]": "units: [qlhc], officers: 2"}),
    crewed("E336", 19, {"kits: [": "kits: [{id: bo, kind: stations}, "}),
    crewed("E337", 18, {"roles: {lai-xe: 1}": "roles: {lai-xe: 2}"}),
    crewed("E338", 17, {'officers: "1-2"': "officers: 2, teams: 2", "roles: {lai-xe: 1}": "roles: {}"}),
    crewed(
        "E339",
        20,
        {"units: [huyen],": "officers: 2,", "  - {id: chot": "  - {id: cua, officers: 2}\n  - {id: chot"},
    ),
    crewed("E340", 18, {"brings: [generator]}": "brings: [generator], may_bring: [generator]}"}),
    crewed("E341", 19, {"number: 2": "number: 0"}),
    crewed("E342", 18, {'stations: "1-2"': "stations: 3"}),
    crewed("E342", 21, {_POST: f"{_POST} base: home, stations: 2,"}),
    crewed("E111", 21, {_POST: f"{_POST} stations: 1,"}),
    crewed("E344", 18, {"roles: {lai-xe: 1}": "roles: {lai-xe: 3}"}),
    crewed("E344", 21, {_POST: f"{_POST} roles: {{thu-nhan: 2}},"}),
    crewed("E346", 18, {_CREW: f"leader: 3, {_CREW}"}),
]

_LISTED = RIGHT[RIGHT.index("officers:") : RIGHT.index("\nduties:") + 1]
IN_TABLE = edited(RIGHT, {_LISTED: "officers: officers.csv\n"})

TABLES = [
    Case(
        "E333",
        3,
        yaml=IN_TABLE,
        file="officers.csv",
        column="unit",
        tables={"officers_csv": "id,unit,skills\ncb-1,qlhc,lai-xe thu-nhan\ncb-1,huyen,thu-nhan\n"},
    ),
    *(
        Case(
            "E115",
            2,
            yaml=IN_TABLE,
            file="officers.csv",
            column="days_off",
            tables={"officers_csv": f"id,skills,days_off\ncb-1,lai-xe thu-nhan,{cell}\ncb-2,thu-nhan,\n"},
        )
        # Several things stand in one cell: one that cannot be read is a finding like any other.
        for cell in ("30/02/2023", "2023-04-25 31/04/2023 30/02/2023")
    ),
    Case(
        "W201",
        None,
        yaml=IN_TABLE,
        file="officers.csv",
        column="kỹ năng",
        tables={
            "officers_csv": "id,unit,skills,kỹ năng\ncb-1,qlhc,lai-xe thu-nhan,\ncb-2,huyen,thu-nhan,x\n"
        },
    ),
    Case(
        "W211",
        2,
        yaml=IN_TABLE,
        file="officers.csv",
        column="name",
        tables={
            "officers_csv": "id,name,unit,skills\ncb-1,An 0912345678,qlhc,lai-xe thu-nhan\ncb-2,,huyen,\n"
        },
    ),
]

CREW_CASES = [*OFFICERS, *DEMANDS, *TABLES]
