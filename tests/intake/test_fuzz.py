"""Whatever bytes a planner's files hold: a scenario or findings, never anything else."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.errors import PlanError, ScenarioError
from optimizer.intake import read_plan, read_scenario, write_plan
from tests import build
from tests.intake.folders import SITES, YAML, write_folder
from tests.intake.promise_cases import PINS, PLAN, RECORD
from tests.intake.test_plans import small_plan
from tests.intake.test_read_scenario import LEAST, WHOLE
from tests.intake.workbooks import workbook

TRAVEL = "from,to,minutes,km\nhome,bua-sen,90,41.2\nbua-sen,home,80,40\n"
BOOK = workbook(["id", "lat", "lon", "cccd"], ["a", 21.0353, 104.9048, 3])
PIECES = [
    b"",
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\n",
    b"\t",
    b'"',
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b"*a",
    b"&a ",
    b"<<: ",
    b"? ",
    b": ",
    b"- ",
    b"!!python/name:os.system ",
    b"!!int ",
    b"null",
    b"~",
    b".nan",
    b".inf",
    b"1e999",
    b"-1",
    b"0",
    b"9" * 30,
    b"1.032",
    b"2023-02-30",
    b"9999-12-31",
    b"0001-01-01",
    b"24:00",
    b"25:61",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b'"\\ud800"',
    b"%YAML 9.9",
    b"--- ",
    b"... ",
    b"|",
    b">",
    b";",
    b",,,,,,,,",
    b"=1+1",
    b"mon-fri",
    b"sites: sites.csv",
    b"teams: []",
    b"sites: []",
    b"bases: {}",
    b"a" * 300,
]

fuzzing = settings(max_examples=150)


@st.composite
def mutated(draw: st.DrawFn, original: bytes) -> bytes:
    """The bytes with a few pieces put in, taken out or doubled."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(original)))
        end = min(len(original), start + draw(st.sampled_from([0, 0, 1, 5, 40])))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
        kept = original[start:end] * draw(st.sampled_from([0, 0, 0, 2]))
        original = original[:start] + piece + kept + original[end:]
    return original


def read_or_findings(folder: Path) -> None:
    try:
        read = read_scenario(folder)
    except ScenarioError as problem:
        told = problem.findings
        assert told
        assert any(finding.code.startswith("E") for finding in told)
    else:
        told = read.warnings
    assert len(told) <= 500
    for finding in told:
        assert finding.text("vi")
        assert finding.text("en")


@fuzzing
@given(st.sampled_from([YAML, WHOLE, LEAST]).flatmap(lambda text: mutated(text.encode())))
def test_any_yaml_is_read_or_told(yaml: bytes):
    with TemporaryDirectory() as folder:
        read_or_findings(write_folder(Path(folder), yaml=yaml))


@fuzzing
@given(mutated(SITES.encode()))
def test_any_table_of_sites_is_read_or_told(sites: bytes):
    with TemporaryDirectory() as folder:
        read_or_findings(write_folder(Path(folder), sites=sites))


@fuzzing
@given(mutated(BOOK))
def test_any_workbook_is_read_or_told(book: bytes):
    with TemporaryDirectory() as folder:
        read_or_findings(write_folder(Path(folder), sites=book))


@fuzzing
@given(mutated(TRAVEL.encode()))
def test_any_travel_table_is_read_or_told(travel: bytes):
    yaml = YAML.replace("source: estimate", "source: matrix, file: travel.csv")
    with TemporaryDirectory() as folder:
        read_or_findings(write_folder(Path(folder), yaml=yaml, travel_csv=travel))


@fuzzing
@given(mutated(PINS.encode()), mutated(RECORD.encode()))
def test_any_tables_of_promises_are_read_or_told(pins: bytes, record: bytes):
    yaml = YAML + "pins: pins.csv\nrecord: record.csv\n"
    with TemporaryDirectory() as folder:
        read_or_findings(write_folder(Path(folder), yaml=yaml, pins_csv=pins, record_csv=record))


@fuzzing
@given(mutated(PLAN.encode()))
def test_any_earlier_plan_is_read_or_told(plan: bytes):
    yaml = YAML + "earlier: {plan: earlier.json, freeze_until: 2023-04-25}\n"
    with TemporaryDirectory() as folder:
        read_or_findings(write_folder(Path(folder), yaml=yaml, earlier_json=plan))


@fuzzing
@given(st.data())
def test_any_plan_is_read_or_told(data: st.DataObject):
    scenario = build.scenario(build.site("a"))
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = write_plan(small_plan(scenario), scenario, folder)
        path.write_bytes(data.draw(mutated(path.read_bytes())))
        try:
            read_plan(folder)
        except PlanError as problem:
            told = [finding.text("vi") for finding in problem.findings]
        else:
            told = ["đọc được"]
        assert all(told)
        assert told


@fuzzing
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=8)
        | st.sampled_from(["home", "cccd", "car"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "id",
                        "name",
                        "lat",
                        "lon",
                        "cases",
                        "minutes",
                        "start",
                        "days",
                        "from",
                        "to",
                        "source",
                        "home",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    ),
    st.sampled_from(
        [
            "horizon",
            "services",
            "hours",
            "bases",
            "sites",
            "teams",
            "brings",
            "vehicles",
            "travel",
            "links",
            "closures",
            "objective",
            "published",
            "officers",
            "crews",
            "posts",
            "pins",
            "record",
            "gather",
            "shuttles",
            "earlier",
            "lodgings",
            "format",
            "name",
            "language",
        ]
    ),
)
def test_any_value_of_any_section_is_read_or_told(value: object, section: str):
    with TemporaryDirectory() as folder:
        read_or_findings(write_folder(Path(folder), yaml=_with_section(section, value)))


def _with_section(section: str, value: object) -> str:
    """The least scenario with one section replaced, or added."""
    kept: list[str] = []
    inside = False
    for line in LEAST.splitlines():
        if line and not line.startswith(" "):
            inside = line.startswith(f"{section}:")
        if not inside:
            kept.append(line)
    return "\n".join([*kept, f"{section}: {json.dumps(value)}", ""])
