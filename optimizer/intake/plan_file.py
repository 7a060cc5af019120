"""The text of a plan file: JSON that a person can read, of a plan or of its routes alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, ValidationError, model_serializer

from optimizer.domain.clock import IN_A_FILE
from optimizer.domain.errors import Where
from optimizer.domain.plan import PLAN_FORMAT, Crew, Plan, Route
from optimizer.intake.collect import Findings
from optimizer.intake.origins import key_path
from optimizer.intake.text_files import detect_encoding

PLAN_FILE = "plan.json"
_MOST_PLAN_BYTES = 200_000_000
_LINE = 150

_Form = TypeVar("_Form", bound=BaseModel)


class HandedOut(BaseModel):
    """As much of a plan as one that is made anew has to know; crews only where there are any."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: str = PLAN_FORMAT
    routes: tuple[Route, ...]
    crews: tuple[Crew, ...] = ()

    @model_serializer(mode="wrap")
    def _without_no_crews(self, serialize: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = serialize(self)
        return written if self.crews else {key: value for key, value in written.items() if key != "crews"}


def plan_text(plan: Plan) -> str:
    """The plan as JSON with whatever fits on a line on one line: a visit, a figure."""
    return _text(plan)


def handed_out_text(routes: Sequence[Route], crews: Sequence[Crew]) -> str:
    """A plan file of nothing but routes and crews; `read_handed_out` reads it, and that of a whole plan."""
    return _text(HandedOut(routes=tuple(routes), crews=tuple(crews)))


def plan_at(path: Path) -> Path | None:
    """The plan file at a path, or in the folder there; None if there is none."""
    try:
        file = path / PLAN_FILE if path.is_dir() else path
        return file if file.is_file() else None
    except (OSError, ValueError):
        return None


def read_plan_file(file: Path, findings: Findings) -> Plan | None:
    """The plan of a file, or None after findings."""
    return _read(file, Where(file=file.name), Plan, findings)


def read_handed_out(file: Path, name: str, findings: Findings) -> HandedOut | None:
    """The routes and crews of a plan file that findings call `name`, or None after findings."""
    return _read(file, Where(file=name), HandedOut, findings)


def _text(plan: BaseModel) -> str:
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


def _read(file: Path, where: Where, form: type[_Form], findings: Findings) -> _Form | None:
    of_text = Findings()
    encoding = detect_encoding(file, where.file, _MOST_PLAN_BYTES, of_text)
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
        findings.add("E602", Where(file=where.file, line=problem.lineno), problem=problem.msg)
        return None
    except (ValueError, RecursionError) as problem:
        findings.add("E602", where, problem=str(problem))
        return None
    except OSError as refused:
        findings.add("E002", where, reason=refused.strerror or type(refused).__name__)
        return None
    return _judge(written, where, form, findings)


def _refuse_constant(name: str) -> None:
    message = f"{name} is not a number"
    raise ValueError(message)


def _judge(written: Any, where: Where, form: type[_Form], findings: Findings) -> _Form | None:
    version = written.get("format") if isinstance(written, dict) else None
    if not isinstance(version, str) or not version.startswith("luudong-plan/"):
        findings.add("E603", where)
        return None
    if version != PLAN_FORMAT:
        findings.add("E604", where, text=version, version=PLAN_FORMAT)
        return None
    try:
        return form.model_validate(written, context=IN_A_FILE)
    except ValidationError as problem:
        for error in problem.errors(include_url=False, include_input=False):
            findings.add("E605", Where(file=where.file, key=key_path(error["loc"])), problem=error["msg"])
        return None
