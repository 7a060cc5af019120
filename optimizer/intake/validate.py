"""From what was read to the models of the format, with a finding for all that does not fit.

What does not fit is told and then left out, and the rest is read on: so one run tells every
finding of every section, not only the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.format import SCENARIO_FORMAT, ScenarioForm
from optimizer.intake.nearest import Hint
from optimizer.intake.origins import Loc, Located
from optimizer.intake.phrases import Phrase
from optimizer.intake.schemas import keys_at
from optimizer.intake.sections import FILE_BRANCH, LIST_BRANCH, Section

_QUOTED = re.compile("'([^']*)'")
_EXPECTED = {
    "model_type": "map",
    "dict_type": "map",
    "list_type": "list",
    "tuple_type": "list",
    "frozen_set_type": "list",
    "string_type": "text",
    "union_tag_not_found": "file_or_list",
}
_STAND_INS: Mapping[str, Any] = {
    "format": SCENARIO_FORMAT,
    "horizon": {"start": "2000-01-01", "days": 1},
    "services": {},
    "bases": [],
    "sites": [],
}
_Row = TypeVar("_Row", bound=Section)


@dataclass(frozen=True, slots=True)
class FormRead:
    """The form as far as it could be read, and the places of what was told and left out."""

    form: ScenarioForm
    left_out: frozenset[Loc]

    def lost(self, section: str) -> bool:
        """Whether a section is missing, or could not be read at all."""
        return (section,) in self.left_out

    def spoilt(self, *loc: str | int) -> bool:
        """Whether something at a place or inside it was told and left out."""
        return any(place[: len(loc)] == loc for place in self.left_out)


def read_form(document: Located, findings: Findings) -> FormRead:
    """The form of a scenario file; what does not fit becomes findings and is left out."""
    left_out: set[Loc] = set()
    while True:
        try:
            return FormRead(ScenarioForm.model_validate(document), frozenset(left_out))
        except ValidationError as problem:
            errors = [(_plain_loc(error), error) for error in problem.errors(include_url=False)]
        new = [one for one in errors if not _inside(_written_at(document, one[0]), left_out)]
        _tell(document, new, keys_at, findings)
        faulty = {loc[:-1] if error["type"] == "missing" and len(loc) > 1 else loc for loc, error in errors}
        left_out.update(_written_at(document, loc) for loc, _ in errors)
        left_out.update(_written_at(document, loc) for loc in faulty)
        _leave_out(document, faulty)


def read_row(
    row: Located, form: type[_Row], stand_ins: Mapping[str, Mapping[str, Any]], findings: Findings
) -> _Row:
    """The form of one row of a table; what does not fit becomes findings and is left out.

    Parameters
    ----------
    stand_ins
        For each column that must be there, what takes its place if it does not fit: values that
        no other check speaks of, so that the row's other cells are still looked at.  They go no
        further: the findings are errors.
    """
    told: set[Loc] = set()
    while True:
        try:
            return form.model_validate(row)
        except ValidationError as problem:
            errors = [(_plain_loc(error), error) for error in problem.errors(include_url=False)]
        _tell(row, [one for one in errors if one[0] not in told], lambda _: list(form.model_fields), findings)
        for loc, _ in errors:
            within = row.get(str(loc[0])) if len(loc) > 1 and loc not in told else None
            if isinstance(within, dict):
                within.pop(loc[1], None)  # one service's column
            else:
                row.pop(str(loc[0]), None)  # a cell, with all that is listed in it
            told.add(loc)
        for loc in told:
            row.update(stand_ins.get(str(loc[0]), {}))


def read_whole(document: Located, form: type[_Row], findings: Findings) -> _Row | None:
    """The form of a small file of its own, or None after a finding for all that does not fit."""
    try:
        return form.model_validate(document)
    except ValidationError as problem:
        errors = [(_plain_loc(error), error) for error in problem.errors(include_url=False)]
    _tell(document, errors, lambda loc: [] if loc else list(form.model_fields), findings)
    return None


def _plain_loc(error: ErrorDetails) -> Loc:
    return tuple(part for part in error["loc"] if part not in (FILE_BRANCH, LIST_BRANCH, "[key]"))


def _where(document: Located, loc: Loc) -> Where:
    """The place as written: items before it may have been left out since."""
    holder, rest = _holder(document, loc)
    return holder.origin.where(rest)


def _written_at(document: Located, loc: Loc) -> Loc:
    holder, rest = _holder(document, loc)
    return (*getattr(holder.origin, "path", ()), *rest)


def _holder(document: Located, loc: Loc) -> tuple[Located, Loc]:
    holder, rest, value = document, loc, document
    for depth, part in enumerate(loc, start=1):
        try:
            value = value[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, Located):
            holder, rest = value, loc[depth:]
    return holder, rest


def _inside(loc: Loc, others: set[Loc]) -> bool:
    return any(loc[:length] in others for length in range(len(loc) + 1))


def _leave_out(document: Located, faulty: Iterable[Loc]) -> None:
    """Take out the values at the given places, the last items of lists first."""
    locs = set(faulty)
    outermost = [loc for loc in locs if not _inside(loc[:-1], locs)]
    removed = False
    for loc in sorted(outermost, key=_in_file_order, reverse=True):
        removed = _take_out(document, loc) or removed
    if not removed:  # a place that cannot be found again: give up its whole section
        for loc in outermost:
            _take_out(document, loc[:1])


def _in_file_order(loc: Loc) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in loc)


def _take_out(document: Located, loc: Loc) -> bool:
    if len(loc) == 1:
        document[str(loc[0])] = _STAND_INS.get(str(loc[0]))
        return True
    around: Any = document
    for part in loc[:-1]:
        try:
            around = around[part]
        except (KeyError, IndexError, TypeError):
            return False
    try:
        del around[loc[-1]]
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _tell(
    document: Located,
    errors: list[tuple[Loc, ErrorDetails]],
    known_keys: Callable[[Loc], list[str]],
    findings: Findings,
) -> None:
    lacking = {loc for loc, error in errors if error["type"] == "missing"}
    for loc, error in errors:
        where = _where(document, loc)
        last = str(loc[-1])
        if error["type"] == "missing" and last in ("lat", "lon"):
            if last == "lat" or (*loc[:-1], "lat") not in lacking:
                findings.add("E206", where)
        elif error["type"] == "missing":
            findings.add("E111", where, key=last)
        elif error["type"] == "extra_forbidden":
            findings.add("E110", where, key=last, hint=Hint(last, known_keys(loc[:-1])))
        elif last in ("lat", "lon") and error["type"] == "E118":
            findings.add("E112", where, expected=Phrase("expected.coordinate"))
        else:
            code, values = _refused(error)
            findings.add(code, where, **values)


def _refused(error: ErrorDetails) -> tuple[str, Mapping[str, object]]:
    """The code and values of a finding about a value that does not fit."""
    kind, context = error["type"], error.get("ctx") or {}
    if kind == "literal_error":
        choices = ", ".join(_QUOTED.findall(context["expected"]))
        return "E114", {"text": str(error["input"]), "choices": choices}
    if kind in ("greater_than", "greater_than_equal", "less_than_equal"):
        key = {"greater_than": "gt", "greater_than_equal": "ge", "less_than_equal": "le"}[kind]
        return "E113", {"bound": Phrase(f"bound.{key}", {"bound": f"{context[key]:.10g}"})}
    if kind == "E112":
        return "E112", {"expected": Phrase(f"expected.{context['expected']}")}
    if kind.startswith("E"):
        return kind, context
    return "E112", {"expected": Phrase(f"expected.{_EXPECTED.get(kind, 'other')}")}
