"""The scenario of the next week: the planner's own file, moved on, with what is still outstanding.

What the planner wrote stays as it was written, comments included, but for what the week behind has
changed: dates, counts, promises, the record, and the plan handed out before.  Tables that the
file names come along.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from optimizer.domain.after_work import Outstanding
from optimizer.domain.clock import format_clock
from optimizer.domain.crews import Worked
from optimizer.domain.errors import Finding, OutputError, RecordError, Severity, Where
from optimizer.domain.scenario import Pin, Scenario
from optimizer.intake.collect import Findings
from optimizer.intake.frozen_crews import HISTORY_FILE, history_rows
from optimizer.intake.frozen_tables import RECORD_FILE, SITES_FILE, csv_text, record_rows, site_rows
from optimizer.intake.paths import ScenarioFiles, inside
from optimizer.intake.read import ScenarioRead, read_scenario
from optimizer.intake.text_files import read_text
from optimizer.intake.times import parse_date
from optimizer.intake.whole_files import cannot_write
from optimizer.language import say

YAML_FILE, PINS_FILE = "scenario.yaml", "pins.csv"
_REWRITTEN = ("sites", "record", "pins", "earlier")
"""Sections whose tables do not come along: they are written anew, or are behind."""

_DATED_LISTS = ("holidays", "days_off")
_DATED_NAME = "0000-00-00"
_ENDS_IN_DATE = re.compile(r"-[0-9]{4}-[0-9]{2}-[0-9]{2}$")


@dataclass(frozen=True, slots=True)
class NextWeek:
    """What the next scenario begins with.

    Parameters
    ----------
    start, days
        Its horizon.
    left
        What is outstanding then.
    worked
        What each officer has worked by then; None where that is not known, and the table stays as it is.
    """

    start: date
    days: int
    left: Outstanding
    worked: Mapping[str, Worked] | None = None


def next_folder(files: ScenarioFiles, start: date) -> Path:
    """The folder beside a scenario's own that is named after it and the date."""
    own = files.folder.resolve()
    name = own.name if files.file.stem == "scenario" else files.file.stem
    return own.parent / f"{_ENDS_IN_DATE.sub('', name)}-{start.isoformat()}"


def write_next(
    files: ScenarioFiles, scenario: Scenario, week: NextWeek, folder: Path, *, extract: Path | None = None
) -> ScenarioRead:
    """Write the next scenario into `folder`, whole or not at all, and read it back.

    `extract` is where its OpenStreetMap extract lies, if not in the scenario's folder.

    Raises
    ------
    OutputError
        If something is in the folder already, or it cannot be written.
    RecordError
        If the planner's file cannot be moved on.
    ScenarioError
        If what would be written could not be planned; then nothing is.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError([Finding("E702", Severity.ERROR, Where(file=str(folder)))])
    later = _later(scenario, week)
    unfinished: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=".luudong-", dir=folder.parent))
        unfinished.chmod(0o755)
        _write(files, later, week, unfinished)
        read = read_scenario(unfinished, extract=extract)
        if folder.exists():
            folder.rmdir()
        unfinished.replace(folder)
    except OSError as problem:
        raise OutputError([cannot_write(folder, problem)]) from problem
    finally:
        if unfinished is not None:
            shutil.rmtree(unfinished, ignore_errors=True)
    return read


def _later(scenario: Scenario, week: NextWeek) -> Scenario:
    """The scenario's tables as they are when the next week begins."""
    sites = {one.id: replace(one, cases=week.left.of_site(one.id)) for one in scenario.sites.values()}
    pins = tuple(pin for pin in scenario.pins if pin.date >= week.start)
    crewing = scenario.crewing
    if crewing is not None and week.worked is not None:
        crewing = replace(crewing, history=week.worked)
    return replace(scenario, sites=sites, pins=pins, work_done=week.left.work_done, crewing=crewing)


def _write(files: ScenarioFiles, later: Scenario, week: NextWeek, folder: Path) -> None:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 100_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    # It was read before, so that nothing can be found here but what another reader refuses.
    text = read_text(files.file, files.file.name, Findings())
    try:
        document = yaml.load(text)
    except (YAMLError, ValueError) as problem:
        where = Where(file=files.file.name)
        raise RecordError(
            [Finding("E805", Severity.ERROR, where, {"problem": _first_line(problem)})]
        ) from problem
    rewritten = _REWRITTEN if week.worked is None else (*_REWRITTEN, "history")
    for name in _tables_named(document, rewritten):
        _bring_along(files.folder, name, folder)
    _move_on(document, later, week)
    written = StringIO()
    yaml.dump(document, written)
    (folder / YAML_FILE).write_text(written.getvalue(), encoding="utf-8", newline="\n")
    tables: dict[str, Iterator[Sequence[Any]]] = {SITES_FILE: site_rows(later)}
    if later.work_done:
        tables[RECORD_FILE] = record_rows(later)
    if later.pins:
        tables[PINS_FILE] = _pin_rows(later.pins, later)
    if later.crewing is not None and week.worked:
        tables[HISTORY_FILE] = history_rows(later.crewing)
    for name, rows in tables.items():
        (folder / name).write_text("".join(csv_text(rows)), encoding="utf-8-sig", newline="")


def _first_line(problem: Exception) -> str:
    return str(problem).strip().partition("\n")[0]


def _move_on(document: Any, later: Scenario, week: NextWeek) -> None:
    """Change in the planner's document what the week behind has changed."""
    language = later.language
    document["horizon"]["start"] = week.start
    document["horizon"]["days"] = week.days
    document["name"] = _name(later, week)
    document["sites"] = SITES_FILE
    document.pop("earlier", None)
    for section, name, is_used in (
        ("record", RECORD_FILE, bool(later.work_done)),
        ("pins", PINS_FILE, bool(later.pins)),
        *((("history", HISTORY_FILE, bool(week.worked)),) if week.worked is not None else ()),
    ):
        if section in document or is_used:
            # An empty list stays where the planner may write the next promises.
            document[section] = name if is_used else []
            _drop_remark(document, section)
    _drop_past(document, week.start)
    _drop_past_hours(document.get("hours") or {}, week.start)
    duties = document.get("duties") or {}
    _drop_past_hours({duty: duties[duty]["when"] for duty in duties}, week.start)
    closures = document.get("closures")
    for closure in list(closures or ()):
        if _is_past(closure.get("end"), week.start):
            closures.remove(closure)
    note = say("next.note", language, name=later.name, date=f"{week.start:%d/%m/%Y}")
    notes = document.get("assumed")
    document["assumed"] = [*([notes] if isinstance(notes, str) else notes or ()), note]


def _name(later: Scenario, week: NextWeek) -> str:
    """The scenario's name with the date from which it now is, in place of an earlier one."""
    suffix = say("next.name", later.language, date=_DATED_NAME)
    known = re.escape(suffix).replace(re.escape(_DATED_NAME), r"[0-9]{2}/[0-9]{2}/[0-9]{4}")
    own = re.sub(f"{known}$", "", later.name)
    return own + say("next.name", later.language, date=f"{week.start:%d/%m/%Y}")


def _drop_remark(document: Any, key: str) -> None:
    """Leave out the comment behind a key: it tells of a week that is over.

    What stands on the lines below it belongs to the next section.
    """
    tokens = document.ca.items.get(key)
    if tokens and tokens[2] is not None and not tokens[2].value.startswith("\n"):
        _, _, below = tokens[2].value.partition("\n")
        tokens[2].value = f"\n{below}"


def _drop_past(node: Any, start: date) -> None:
    """Leave out days off and holidays that are over, wherever they stand."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in _DATED_LISTS and isinstance(value, list):
                for day in [day for day in value if _is_past(day, start)]:
                    value.remove(day)
            else:
                _drop_past(value, start)
    elif isinstance(node, list):
        for one in node:
            _drop_past(one, start)


def _drop_past_hours(hours: Mapping[str, Any], start: date) -> None:
    for entries in hours.values():
        for key in [key for key in entries if _is_past(key, start)]:
            del entries[key]


def _is_past(written: object, start: date) -> bool:
    try:
        day = written if isinstance(written, date) else parse_date(str(written).strip())
    except PydanticCustomError:
        return False
    return day < start


def _tables_named(document: Any, rewritten: Collection[str] = ()) -> Iterator[str]:
    """Every text of the document that may be the name of a table, but for sections that are written anew."""
    if isinstance(document, dict):
        for key, value in document.items():
            if key not in rewritten:
                yield from _tables_named(value, rewritten)
    elif isinstance(document, list):
        for one in document:
            yield from _tables_named(one, rewritten)
    elif isinstance(document, str):
        yield str(document)


def _bring_along(folder: Path, name: str, target: Path) -> None:
    """Copy a file of the scenario's folder, if `name` is that of one."""
    path = inside(folder, name)
    try:
        is_file = path is not None and path.is_file()
    except (OSError, ValueError):  # no name of a file
        return
    if path is not None and is_file:
        copy = target / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def _pin_rows(pins: Sequence[Pin], scenario: Scenario) -> Iterator[list[Any]]:
    yield ["team", "date", "site", "start", *scenario.services]
    for pin in pins:
        start = "" if pin.start_min is None else format_clock(pin.start_min)
        yield [
            pin.team,
            pin.date,
            pin.site,
            start,
            *(pin.cases.get(service, "") for service in scenario.services),
        ]
