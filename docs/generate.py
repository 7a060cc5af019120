"""Write the pages that are made from the code: the scenario reference, the indexes of findings and of rules.

Run ``python docs/generate.py`` after a change of the format or of the catalogue; a test fails
as long as the pages are stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from optimizer.intake.fields import MOST_CASES
from optimizer.intake.format import MOST_DAYS
from optimizer.intake.legs import MOST_KM, MOST_LEGS, MOST_MINUTES
from optimizer.intake.officer_tables import HISTORY_COLUMNS, KIT_COLUMNS, MOST_ROWS, OFFICER_COLUMNS
from optimizer.intake.promise_tables import MOST_PINS, MOST_RECORDS, PIN_COLUMNS, RECORD_COLUMNS
from optimizer.intake.schemas import bilingual_schema
from optimizer.intake.sites import MOST_SITES, SITE_COLUMNS
from optimizer.language import Language, catalogue

FOLDER = Path(__file__).parent
_GENERATED = "<!-- Made by docs/generate.py from the code; do not edit. -->\n"

_KINDS = {
    "id": "id",
    "text": "text",
    "tags": "tags",
    "notes": "text, or a list of texts",
    "yes_no": "yes or no",
    "date": "date",
    "dates": "dates",
    "several": "number or range",
    "time": "time",
    "window": "times",
    "windows": "list of times",
}
_PLAIN = {"integer": "whole number", "number": "number", "string": "text"}
_FILE = {"type": "string"}
_AREAS = {
    "0": ("Files", "Tệp"),
    "1": ("How the scenario is written", "Cách viết kịch bản"),
    "2": ("Tables, coordinates, persons", "Bảng, tọa độ, dữ liệu cá nhân"),
    "3": ("What the scenario says", "Nội dung kịch bản"),
    "4": ("Travel tables", "Bảng thời gian đi"),
    "6": ("Plans", "Kế hoạch"),
    "7": ("What is written", "Ghi tệp"),
    "8": ("What teams report", "Kết quả các tổ gửi về"),
    "9": ("What is asked of `luudong whatif`", "Điều hỏi ở `luudong whatif`"),
}
_TRAVEL_AREA = ("Travel", "Đường đi")
_TRAVEL_ERRORS = "T3"
"""What the codes of errors about travel begin with; the others are warnings."""


def pages() -> dict[Path, str]:
    """The text of every generated page by its path."""
    return {
        FOLDER / "errors.md": errors_page(),
        FOLDER / "rules.md": rules_page(),
        FOLDER / "scenario.md": scenario_page(),
    }


def rules_page() -> str:
    """The index of rules: every way in which a plan may break one, in both languages."""
    known = catalogue()
    lines = [_GENERATED, _RULES_INTRODUCTION.strip(), ""]
    for code, (english, vietnamese) in _RULES.items():
        lines += [f"## {code}", "", f"*{english} · {vietnamese}*", ""]
        lines += ["| `luudong check` says | `luudong check` báo |", "|---|---|"]
        ways = [words for key, words in known.items() if key.split(".")[0] == code]
        lines += [f"| {_in_cell(words.en)} | {_in_cell(words.vi)} |" for words in ways]
        lines.append("")
    return "\n".join(lines)


def _in_cell(text: str) -> str:
    """A text in which ``{name}`` stands for a value, without the value's format, as a table's cell."""
    return re.sub(r"\{(\w+)[^}]*\}", r"*\1*", text).replace("|", "\\|")


def errors_page() -> str:
    """The index of findings: code, severity, cause and action in both languages."""
    codes = sorted(
        {key.partition(".")[0] for key in catalogue() if re.fullmatch(r"[EW][0-9]{3}\.cause", key)}
    )
    lines = [_GENERATED + _ERRORS_INTRODUCTION]
    for area, (english, vietnamese) in _AREAS.items():
        lines.append(f"## {english} · {vietnamese}\n")
        for code in (one for one in codes if one[1] == area):
            severity = "error · lỗi" if code.startswith("E") else "warning · cảnh báo"
            lines.append(_finding(code, severity))
    lines.append("## {} · {}\n".format(*_TRAVEL_AREA))
    for code in sorted(key.partition(".")[0] for key in catalogue() if re.fullmatch(r"T\d+\.cause", key)):
        severity = "error · lỗi" if code.startswith(_TRAVEL_ERRORS) else "warning · cảnh báo"
        lines.append(_finding(code, severity))
    return "\n".join(lines)


def _finding(code: str, severity: str) -> str:
    return f"### {code}\n\n*{severity}*\n\n{_words(code, 'vi')}\n\n{_words(code, 'en')}\n"


def _words(code: str, language: Language) -> str:
    cause, action = (
        getattr(catalogue()[f"{code}.{part}"], language).format_map(_Slots()) for part in ("cause", "action")
    )
    return f"**{cause.strip()}** {action.strip()}"


class _Slots(dict[str, object]):
    """Shows a value's name where a finding has the value; hints have no place in an index."""

    def __missing__(self, name: str) -> object:
        return _Slot(name)


class _Slot:
    def __init__(self, name: str) -> None:
        self._name = name

    def __format__(self, language: str) -> str:
        return "" if self._name == "hint" else f"⟨{self._name}⟩"


def scenario_page() -> str:
    """The scenario reference: each section with its keys."""
    schema = bilingual_schema()
    sections: dict[str, Mapping[str, Any]] = {"ScenarioForm": schema}
    for name in _in_order(schema, schema):
        sections.setdefault(name, schema["$defs"][name])
    example = (
        files("optimizer.intake").joinpath("starters", "en", "scenario.yaml").read_text(encoding="utf-8")
    )
    table = files("optimizer.intake").joinpath("starters", "en", "sites.csv").read_text(encoding="utf-8-sig")
    parts = [_GENERATED + _SCENARIO_INTRODUCTION.format(example=example, table=table.replace("\r", ""))]
    for name, section in sections.items():
        parts.append(f"## {_title(name)}\n\n{section['description']}\n\n{_table(section)}")
        if name in _MORE:
            parts.append(_MORE[name])
    parts.append(_LIMITS.format(days=MOST_DAYS, sites=MOST_SITES, cases=MOST_CASES))
    return "\n".join(parts)


_RULES = {
    "R1": (
        "one route a day, on dates on which the team works",
        "mỗi ngày một lộ trình, vào ngày tổ làm việc",
    ),
    "R2": ("from where it slept, and home in time", "đi từ nơi nghỉ đêm trước, về trụ sở kịp"),
    "R3": ("shift, work, driving and break", "ca làm việc, giờ làm, giờ lái xe, giờ nghỉ"),
    "R4": ("visits last as long as they must, within opening hours", "làm đủ giờ, trong giờ gặp được dân"),
    "R5": ("skills, things and vehicles", "kỹ năng, thiết bị và phương tiện"),
    "R6": ("cases that there are, people who come", "hồ sơ có thật, người dân đến được"),
    "R7": ("room for the teams at a site", "số tổ cùng làm ở một điểm"),
    "R8": ("travel takes its time", "đi đường đủ thời gian"),
    "R9": ("promises", "lịch hẹn"),
    "R10": ("crews are those of their kinds", "tổ đúng loại, đúng số, đúng đơn vị"),
    "R11": (
        "skills, operators and a leader in each crew",
        "mỗi tổ đủ kỹ năng, người vận hành, người phụ trách",
    ),
    "R12": ("kits", "thiết bị và phương tiện"),
    "R13": ("no date on which a member is off or on duty", "không đi ngày có người nghỉ hoặc bận"),
    "R14": ("rest", "nghỉ ngơi"),
    "R15": ("posts are staffed", "chốt không lúc nào thiếu người"),
    "R16": ("crews and roster are as they follow", "tổ và bảng phân công ghi đúng"),
    "P1": ("figures", "số liệu"),
    "P2": ("cases left", "hồ sơ còn lại"),
    "P3": ("reasons", "lý do"),
    "P4": ("conflicts", "lịch hẹn không giữ được"),
}
"""What each rule is about."""

_RULES_INTRODUCTION = """
# Rules · Các quy tắc

`luudong check PLAN` judges a plan by these rules, on its own, without the search; [the model](model.md)
states them exactly. R10 to R16 are about officers ([From officers to teams](crews.md)). Values stand in
*italics*.

`luudong check KẾ_HOẠCH` xét kế hoạch theo các quy tắc này, độc lập với phần tìm lộ trình. R10 đến R16 là về
cán bộ ([Từ danh sách cán bộ đến các tổ](crews.vi.md)). Chữ *nghiêng* thay cho giá trị cụ thể.
"""


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f"`{column}`" for column in columns)


def _in_order(node: Any, schema: Mapping[str, Any]) -> Iterator[str]:
    """Names of the sections in the order in which a reader meets them."""
    if isinstance(node, dict):
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            yield name
            yield from _in_order(schema["$defs"][name], schema)
        for key, value in node.items():
            if key != "$defs":
                yield from _in_order(value, schema)
    elif isinstance(node, list):
        for value in node:
            yield from _in_order(value, schema)


def _title(name: str) -> str:
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", name.removesuffix("Form")).lower()
    return (
        "The scenario file"
        if name == "ScenarioForm"
        else f"A {words}"
        if name in _SINGLE
        else words.capitalize()
    )


_SINGLE = frozenset(
    {
        "ServiceForm",
        "PlaceForm",
        "SiteForm",
        "TeamForm",
        "VehicleForm",
        "LinkForm",
        "ClosureForm",
        "PinForm",
        "RecordForm",
        "ShuttleForm",
        "PostForm",
        "OfficerForm",
        "DutyForm",
        "KitForm",
    }
)


def _table(section: Mapping[str, Any]) -> str:
    required = set(section.get("required", ()))
    rows = ["| key | type | default | unit | meaning | ý nghĩa |", "|---|---|---|---|---|---|"]
    for key, field in section["properties"].items():
        default = "**required**" if key in required else _default(field.get("default"))
        rows.append(
            f"| `{key}` | {_kind(field)} | {default} | {field.get('unit', '')} "
            f"| {field['description']} | {field['vi']} |"
        )
    return "\n".join(rows) + "\n"


def _default(value: Any) -> str:
    if value is None or value in ([], {}, ""):
        return ""
    if isinstance(value, dict):
        return "see below"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else f"`{value}`"


def _kind(node: Mapping[str, Any]) -> str:
    """A type in words."""
    choices = [one for one in (*node.get("anyOf", ()), *node.get("oneOf", ())) if one.get("type") != "null"]
    if isinstance(node.get("kind"), str):
        words = _KINDS[node["kind"]]
    elif "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        words = f"[{name.removesuffix('Form').lower()}](#{_title(name).lower().replace(' ', '-')})"
    elif choices:
        words = " or ".join("file name" if one == _FILE else _kind(one) for one in choices)
    elif "enum" in node:
        words = ", ".join(f"`{value}`" for value in node["enum"])
    elif node.get("type") == "array":
        words = f"list of {_kind(node['items'])}"
    elif node.get("type") == "object":
        words = f"map of {_kind(node['additionalProperties'])}"
    else:
        words = _PLAIN[node["type"]] + _limits(node)
    return words


def _limits(node: Mapping[str, Any]) -> str:
    if "exclusiveMinimum" in node:
        return f", over {node['exclusiveMinimum']:g} to {node['maximum']:g}"
    if "minimum" in node and "maximum" in node:
        return f", {node['minimum']:,} to {node['maximum']:,}".replace(",", " ").replace("  ", ", ", 1)
    return ""


_ERRORS_INTRODUCTION = """
# Findings · Các lỗi và cảnh báo

Lưu Động tells everything that it finds in a scenario or a plan at once, each finding with its
code, its place, the cause, and what to do. Codes that begin with **E** are errors: they stop a
plan, and nothing is written. Codes that begin with **W** are warnings: the plan is made, and
they should be looked at before it is trusted. Codes that begin with **T** are about travel, and say
which they are. Codes do not change between versions.

Lưu Động báo một lần tất cả những gì tìm thấy trong kịch bản hay kế hoạch; mỗi mục có mã, vị trí,
nguyên nhân và cách xử lý. Mã bắt đầu bằng **E** là lỗi: không lập kế hoạch và không ghi gì. Mã bắt
đầu bằng **W** là cảnh báo: vẫn lập kế hoạch, nhưng nên xem lại trước khi dùng. Mã bắt đầu bằng **T** là về
đường đi, có ghi là lỗi hay cảnh báo.

For example · ví dụ:

```
sites.csv, hàng 12, cột cccd: [E117] “1.032” là 1032 hay số lẻ? … Viết 1032, không có dấu ngăn hàng nghìn.
```

A line is that of the text file; a row is counted as Excel does, the heading being the first. In
a place such as `teams[2].shift` items are counted from 1. ⟨Angle brackets⟩ below stand for what
the finding quotes. Numbers and names of persons are never quoted.
"""

_SCENARIO_INTRODUCTION = """
# The scenario file

A scenario says what a campaign is: its dates, its services, where cases are outstanding, and the
teams. It is a folder with a `scenario.yaml` for the rules, and CSV or XLSX tables for the lists
that are kept in Excel. (A single YAML file anywhere does as well; its tables lie beside it.)

`luudong new FOLDER` writes a commented scenario to start from, `luudong validate FOLDER` checks
one and tells [every finding](errors.md) at once, and `luudong schema` prints the JSON Schema by
which an editor completes and checks the YAML.

## An example

```yaml
{example}```

with this `sites.csv`:

```
{table}```

## How values are written

| type | how |
|---|---|
| id | a short code of at most 64 characters |
| text | at most 200 characters, notes 2000 |
| tags | a list `[power, network]`, or words in one cell separated by spaces, commas or `\\|` |
| date | `2023-04-24`, or `24/04/2023` |
| time, times | `07:30`, `7h30`; `07:30-11:30`; the day ends at `24:00` |
| yes or no | `true`/`false`, `yes`/`no`, `có`/`không`, `x`, `1`/`0` |
| whole number | without a thousands mark: `1032`, never `1.032` |
| number | with a point or a comma: `20.8746`, `20,8746` |

Bases, lodgings and sites share one set of ids. An id is never a name: names repeat between
communes. Ids of services, vehicles and things have no spaces, commas or `|` in them.

Words such as `no` and `on` and times such as `11:00` need no quotes: they stay what they are. A
key left blank is as if not written. Text is kept in one Unicode form (NFC); hidden characters are
taken out with a warning. YAML anchors, aliases and merge keys (`<<`) may be used.
"""

_SITES_TABLE = """
### The table of sites

`sites: sites.csv` names a CSV (comma, semicolon or tab; UTF-8) or the first sheet of an XLSX. Its
columns are {columns}, and one column for each service, named by its id, with the outstanding
cases. `id`, `lat`, `lon` and one service column are required; a blank cell is the default. A title
above the heading is skipped; an unknown column is a warning; formulas count as their last computed
values. At most {most} rows.

Only counts belong here. Numbers of citizens, telephone numbers and full names are told by a
warning and kept out of everything that is made from the table: a name or commune is replaced by
the site's id, an id by `site-<row>`.

A village where the home-bound are met at other hours is a second site at the same coordinates.
"""

_TRAVEL_TABLE = """
With `estimate`, metres are the great circle (on a sphere of 6371.0088 km) times the vehicle's
detour, and minutes are the kilometres at the vehicle's speed, rounded up.

### The travel table

`travel: {{source: matrix, file: travel.csv}}` names a table of directed legs, one row each:

| column | type | meaning | ý nghĩa |
|---|---|---|---|
| `from`, `to` | id | Places: bases, lodgings, sites. | Mã nơi đi, nơi đến. |
| `minutes` | number, 0 to {minutes} | Travelling time, rounded up. | Số phút đi, làm tròn lên. |
| `km` | number, 0 to {km} | Length of the way. | Quãng đường. |
| `vehicle` | id, may be left out | Only for this vehicle; blank is every one. | Chỉ cho phương tiện này. |

A pair without a row has no road. Rows of places that the scenario does not have are skipped with
a warning, so one table may serve several scenarios. At most {rows} rows.

### Roads

`travel: {{source: roads, file: region.osm.pbf}}` measures on an OpenStreetMap extract in the scenario's
folder: see [real roads](roads.md). `speeds` names a YAML table of speeds in km/h; what it does not say is as
[shipped](../optimizer/intake/speeds.yaml). `sha256` is written into the copy of a scenario beside its plan.
`osrm` and `valhalla` ask the [server](roads.md#a-server) at `url`; `valhalla` with a `file` runs here.
"""

_CLOSURE = """
A closure names exactly one of: `from` and `to`; `site`; `way`; `road`; `lat` and `lon`. The last
three are roads of an extract and need `source: roads`: see [closed roads](roads.md#closed-roads).
"""

_THEN = """
Each case served on a date, by whatever team and wherever, makes one case of `service` outstanding
at the site where the person lives, `after_days` later, beside those that already are. The site's
release and deadline hold for it too. A follow-up may have one of its own; a chain never leads back.
"""

_GATHER = """
A visit at any site may then also serve people of the sites within the radius. Over the whole plan
at most `turnout` × outstanding cases of a service, rounded down, are served away from a site in this
way. Hours, fitness, set-up and `max_teams` are those of the site that is visited; what is
outstanding, release, deadline, priority and follow-ups are those of the site where the people live.
In the plan their cases stand under the visit's `from`, beside its own `cases`.
"""

_SHUTTLE = """
Between two sites with a shuttle, in the direction given, its turnout and cost hold in place of
gathering's, within the radius too, and for every service that can be planned.
"""

_PINS_TABLE = """
### The table of pins

`pins: pins.csv` names a table, read like that of sites. Its columns are {columns}, and one for each
service with the fewest cases to serve; `team`, `date` and `site` are required. At most {most} rows.

A pin that names nothing known, or a date outside the horizon, is an error. One that breaks a rule
(the team is at home, the site is closed, the cases are not there) is a warning: the plan is made,
and what cannot be kept is listed in its `conflicts` with the reason.
"""

_RECORD_TABLE = """
### The table of recorded work

`record: record.csv` names a table with the columns {columns}, all required. At most {most} rows.

The cases of a site are those outstanding on the first morning: recorded work is never taken from
them. It counts for follow-ups. A first step recorded makes its follow-ups outstanding from their own
date on, and follow-ups that were recorded too are no longer due, the oldest first.
"""

_EARLIER = """
`luudong plan SCENARIO --from PLAN --freeze-until DATE` says the same, of a plan anywhere, and goes
before what stands here.

Routes until `freeze_until` stand exactly as they were, and teams without one on those dates stay
without. A frozen route that breaks a rule of the scenario as it is now is told in the plan's
`conflicts` and released: its visits become pins. The rest is planned anew, and each visit that is
only in one of the two plans costs `objective.change`. Routes outside the horizon are not used; those
of teams or sites that are gone count as changed. The file is a whole `plan.json`, or one that holds
`format` and `routes` alone.
"""

_OFFICERS_TABLE = """
### The tables of officers, history and kits

`officers: officers.csv` names a table with the columns {officers}; only `id` is required. Several
dates, skills or duties in one cell are separated by spaces. `history: history.csv` has the columns
{history}, `kits: kits.csv` the columns {kits}. At most {most} rows each.

Nothing is kept of an officer but an id and a display name, which may be a code; numbers of persons
are cut out with a warning.
"""

_CREWS = """
A team goes whole or not at all: it may leave only on a date on which every one of its officers is
free, that is, not off, and on no duty that overlaps the shift. Before a date on which it cannot
leave it is back at its base. Who is in which team is fixed for the whole horizon. The skills of a
team are those of its officers together.

Which officers go together, which team has which kits, and on which dates each may leave is chosen
by `luudong crews` and `luudong plan` so that the plan is worth most; then so that days away,
evenings and weekends are spread, with what was worked before counted too.
"""

_POSTS = """
On each of its dates, enough officers who are free during its hours, and not out with a team, are at
a post. A post with `stations` is a fixed collection point: a team of its own that never drives, so
it serves the sites that are at the place of its base.
"""

_MORE = {
    "OfficerForm": _OFFICERS_TABLE.format(
        officers=_listed(OFFICER_COLUMNS),
        history=_listed(HISTORY_COLUMNS),
        kits=_listed(KIT_COLUMNS),
        most=MOST_ROWS,
    ),
    "CrewForm": _CREWS,
    "PostForm": _POSTS,
    "ThenForm": _THEN,
    "SiteForm": _SITES_TABLE.format(columns=_listed(SITE_COLUMNS), most=MOST_SITES),
    "TravelForm": _TRAVEL_TABLE.format(rows=MOST_LEGS, minutes=MOST_MINUTES, km=f"{MOST_KM:g}"),
    "ClosureForm": _CLOSURE,
    "GatherForm": _GATHER,
    "ShuttleForm": _SHUTTLE,
    "PinForm": _PINS_TABLE.format(columns=_listed(PIN_COLUMNS), most=MOST_PINS),
    "RecordForm": _RECORD_TABLE.format(columns=_listed(RECORD_COLUMNS), most=MOST_RECORDS),
    "EarlierForm": _EARLIER,
}
"""What is to be said below a section's table."""

_LIMITS = """
## Limits

At most {days} dates, {sites} sites, {cases} cases of a service at a site. A YAML file has at most
8 MB, a table 400 MB; a table's file must lie in the scenario's folder.
"""


def main() -> None:
    """Write every page."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
