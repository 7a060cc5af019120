"""Plans on disk: a readable ``plan.json``, and beside it the scenario it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from optimizer.domain.errors import PlanError, ScenarioError, Where
from optimizer.domain.plan import PLAN_FORMAT, Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake.collect import Findings
from optimizer.intake.freeze import fingerprint, write_frozen
from optimizer.intake.origins import key_path
from optimizer.intake.read import read_scenario
from optimizer.intake.text_files import detect_encoding
from optimizer.intake.whole_files import written_whole

PLAN_FILE, SCENARIO_FOLDER = "plan.json", "scenario"
_MOST_PLAN_BYTES = 200_000_000
_LINE = 150


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan, and the scenario it was made from."""

    plan: Plan
    scenario: Scenario


def write_plan(plan: Plan, scenario: Scenario, folder: Path) -> Path:
    """Write a plan and the frozen copy of its scenario into `folder`; the path of the plan file.

    Raises
    ------
    ValueError
        If the plan was made from another scenario.
    OutputError
        If a file cannot be written.
    """
    if plan.scenario.sha256 != fingerprint(scenario):
        message = "the plan was made from another scenario"
        raise ValueError(message)
    write_frozen(scenario, folder / SCENARIO_FOLDER)
    path = folder / PLAN_FILE
    with written_whole(path) as unfinished:
        unfinished.write_text(plan_text(plan), encoding="utf-8", newline="\n")
    return path


def plan_text(plan: Plan) -> str:
    """The plan as JSON with whatever fits on a line on one line: a visit, a figure."""
    return "\n".join(_laid_out(plan.model_dump(mode="json", by_alias=True), "")) + "\n"


def _laid_out(value: Any, indent: str) -> Iterator[str]:
    short = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not value or not isinstance(value, (dict, list)) or len(indent) + len(short) <= _LINE:
        yield short
        return
    deeper = indent + "  "
    if isinstance(value, dict):
        items = [(f"{json.dumps(key, ensure_ascii=False)}: ", item) for key, item in value.items()]
        opening, closing = "{", "}"
    else:
        items = [("", item) for item in value]
        opening, closing = "[", "]"
    yield opening
    for at, (key, item) in enumerate(items):
        lines = list(_laid_out(item, deeper))
        lines[0] = f"{deeper}{key}{lines[0]}"
        lines[-1] += "," if at < len(items) - 1 else ""
        yield from lines
    yield f"{indent}{closing}"


def read_plan(path: Path | str) -> PlanRead:
    """Read a plan from its file or its folder, with the frozen scenario beside it.

    Raises
    ------
    PlanError
        With every finding, if the plan or its scenario cannot be read.
    """
    findings = Findings()
    file = _locate(Path(path), findings)
    plan = None if file is None else _read_file(file, findings)
    scenario = None if file is None else _read_frozen(file.parent / SCENARIO_FOLDER, findings)
    if plan is not None and scenario is not None and plan.scenario.sha256 != fingerprint(scenario):
        findings.add("E607", Where(file=PLAN_FILE, key="scenario.sha256"))
    if plan is None or scenario is None or findings.errors:
        raise PlanError(findings.listed())
    return PlanRead(plan, scenario)


def _locate(path: Path, findings: Findings) -> Path | None:
    try:
        file = path / PLAN_FILE if path.is_dir() else path
        if file.is_file():
            return file
    except (OSError, ValueError):
        file = path
    findings.add("E601", Where(file=str(file)))
    return None


def _read_frozen(folder: Path, findings: Findings) -> Scenario | None:
    if not folder.is_dir():
        findings.add("E606", Where(file=folder.name))
        return None
    try:
        return read_scenario(folder).scenario
    except ScenarioError as problem:
        findings.take(problem.findings)
        return None


def _read_file(file: Path, findings: Findings) -> Plan | None:
    where = Where(file=file.name)
    of_text = Findings()
    encoding = detect_encoding(file, file.name, _MOST_PLAN_BYTES, of_text)
    if encoding is None:
        # What a table or a scenario is advised to do about its text does not mend a plan.
        refused_access = tuple(one for one in of_text.listed() if one.code in ("E002", "E003"))
        findings.take(refused_access)
        if not refused_access:
            findings.add("E609", where)
        return None
    try:
        written = json.loads(file.read_text(encoding=encoding), parse_constant=_refuse_constant)
    except json.JSONDecodeError as problem:
        findings.add("E602", Where(file=file.name, line=problem.lineno), problem=problem.msg)
        return None
    except (ValueError, RecursionError) as problem:
        findings.add("E602", where, problem=str(problem))
        return None
    except OSError as refused:
        findings.add("E002", where, reason=refused.strerror or type(refused).__name__)
        return None
    return _judge(written, where, findings)


def _refuse_constant(name: str) -> None:
    message = f"{name} is not a number"
    raise ValueError(message)


def _judge(written: Any, where: Where, findings: Findings) -> Plan | None:
    version = written.get("format") if isinstance(written, dict) else None
    if not isinstance(version, str) or not version.startswith("luudong-plan/"):
        findings.add("E603", where)
        return None
    if version != PLAN_FORMAT:
        findings.add("E604", where, text=version, version=PLAN_FORMAT)
        return None
    try:
        return Plan.model_validate(written)
    except ValidationError as problem:
        for error in problem.errors(include_url=False, include_input=False):
            findings.add("E605", Where(file=where.file, key=key_path(error["loc"])), problem=error["msg"])
        return None
