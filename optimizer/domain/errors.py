"""Findings about a scenario or a plan, and the exceptions that carry them.

::

    LuuDongError
    ├── ScenarioError      the scenario cannot be planned; carries every finding
    ├── PlanError          a plan file or folder cannot be read; carries every finding
    ├── RecordError        what teams report cannot be taken over; carries every finding
    ├── OfficeTemplateError  a template of the office cannot be filled in; carries one finding
    └── OutputError        a result could not be written; carries one finding
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from optimizer.language import Language, say, say_count


class Severity(StrEnum):
    """Errors stop a plan, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a finding in what the planner wrote.

    Parameters
    ----------
    file
        Name of the file, relative to the scenario's folder.
    line
        Line of a text file, or row of a table, counted from 1 as an editor or Excel does.
    column
        Name of a table's column.
    key
        Path of a YAML key, such as ``teams[2].shift``.
    """

    file: str = ""
    line: int | None = None
    column: str = ""
    key: str = ""

    def text(self, language: Language) -> str:
        """``sites.csv, row 12, column lat``, in the reader's language."""
        parts = [self.file] if self.file else []
        if self.line is not None:
            parts.append(say("where.row" if self.column else "where.line", language, number=self.line))
        if self.column:
            parts.append(say("where.column", language, name=self.column))
        if self.key:
            parts.append(self.key)
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with what was read: a stable code, a place, and its values.

    The words, cause and action in each language, are in the catalogue under
    ``<code>.cause`` and ``<code>.action``.
    """

    code: str
    severity: Severity
    where: Where = field(default_factory=Where)
    values: Mapping[str, object] = field(default_factory=dict)

    def cause(self, language: Language) -> str:
        """What is wrong, in one sentence."""
        count = self.values.get("count")
        number = count if isinstance(count, int) else 0
        return say_count(f"{self.code}.cause", number, language, **self.values)

    def action(self, language: Language) -> str:
        """What to do about it, in one sentence."""
        return say(f"{self.code}.action", language, **self.values)

    def text(self, language: Language) -> str:
        """Place, code, cause and action on one line."""
        place = self.where.text(language)
        head = f"{place}: " if place else ""
        return f"{head}[{self.code}] {self.cause(language)} {self.action(language)}"


class LuuDongError(Exception):
    """Anything this program refuses to do, with the findings that say why."""

    exit_code: Literal[2, 3] = 2

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.text("en") for finding in self.findings))


class ScenarioError(LuuDongError):
    """The scenario cannot be planned."""


class PlanError(LuuDongError):
    """The plan file or folder cannot be read."""


class RecordError(LuuDongError):
    """What teams report to have done cannot be taken over."""


class OfficeTemplateError(LuuDongError):
    """A template of the office cannot be read or filled in."""


class OutputError(LuuDongError):
    """A result could not be written."""

    exit_code: Literal[2, 3] = 3
