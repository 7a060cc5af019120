"""What the command line prints: results on one stream, remarks on the other, JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TextIO

from optimizer.domain.errors import Finding, Severity
from optimizer.language import Language, say, say_count

MOST_FINDINGS_SHOWN = 50
"""A table of ten thousand bad rows need not scroll its first one out of sight."""

_CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks the reader's language.

    Parameters
    ----------
    out
        Results: text, or one JSON document.
    err
        Remarks: findings, progress, what went wrong.
    as_json
        Whether `out` must carry nothing but one JSON document.
    """

    language: Language
    out: TextIO
    err: TextIO
    as_json: bool = False

    def text(self, key: str, **values: object) -> str:
        """One text of the catalogue."""
        return say(key, self.language, **values)

    def counted(self, key: str, number: int, **values: object) -> str:
        """One text of the catalogue in the form that goes with `number`, which is its ``{count}``."""
        return say_count(key, number, self.language, **values)

    def result(self, text: str) -> None:
        """Print a result for a person; silent where a machine listens."""
        if not self.as_json:
            print(text.translate(_CONTROLS), file=self.out)

    def remark(self, text: str) -> None:
        """Print something that is not a result.

        What a scenario's names contain must not steer the terminal: control characters are replaced.
        """
        print(text.translate(_CONTROLS), file=self.err, flush=True)

    def data(self, document: object) -> None:
        """Print a result for a machine; silent where a person reads."""
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False, indent=2), file=self.out)

    def findings(self, findings: Sequence[Finding]) -> None:
        """Print findings for a person, errors first, each with what to do about it."""
        ordered = sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR)
        for finding in ordered[:MOST_FINDINGS_SHOWN]:
            place = finding.where.text(self.language)
            kind = self.text(f"cli.severity.{finding.severity.value}")
            self.remark(f"{kind} [{finding.code}] {place}".rstrip())
            self.remark(f"  {finding.cause(self.language)}")
            self.remark(f"  → {finding.action(self.language)}")
        if len(ordered) > MOST_FINDINGS_SHOWN:
            self.remark(self.text("cli.findings.more", count=len(ordered) - MOST_FINDINGS_SHOWN))

    def count(self, findings: Sequence[Finding]) -> None:
        """Close a list of findings with how many there are."""
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        warnings = self.counted("count.warnings", len(findings) - errors)
        self.remark(
            self.text("cli.findings.count", errors=self.counted("count.errors", errors), warnings=warnings)
        )


def finding_document(finding: Finding, language: Language) -> Mapping[str, object]:
    """A finding as a machine reads it: code, severity, place, cause and action."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.where.file,
        "line": finding.where.line,
        "column": finding.where.column,
        "key": finding.where.key,
        "cause": finding.cause(language),
        "action": finding.action(language),
    }


def write_utf8(*streams: TextIO) -> None:
    """Let streams carry Vietnamese whatever the machine's code page; what they cannot is replaced."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
