"""The one place where findings are gathered, so that all of them are told at once."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.errors import Finding, Severity, Where
from optimizer.intake.persons import masked

_MOST_OF_A_KIND = 20
_MOST_OF_A_SEVERITY = 200
_LONGEST_QUOTE = 80


class Findings:
    """Findings of one reading, bounded: a few of each kind and file, then their number.

    Codes that begin with E are errors, with W warnings.  Whatever is quoted is cut short,
    and numbers of persons in it are blanked out.
    """

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], list[Finding]] = {}
        self._more: dict[tuple[str, str], int] = {}
        self.errors = 0

    def add(self, code: str, where: Where, **values: object) -> None:
        """Gather one finding."""
        severity = Severity.ERROR if code.startswith("E") else Severity.WARNING
        self.errors += severity is Severity.ERROR
        kind = (code, where.file)
        gathered = self._kinds.setdefault(kind, [])
        if len(gathered) >= _MOST_OF_A_KIND:
            self._more[kind] = self._more.get(kind, 0) + 1
            return
        where = replace(where, column=quotable(where.column), key=quotable(where.key))
        quoted = {
            name: quotable(value) if isinstance(value, str) else value for name, value in values.items()
        }
        gathered.append(Finding(code, severity, where, quoted))

    def take(self, findings: tuple[Finding, ...]) -> None:
        """Gather findings of another reading as they are."""
        for finding in findings:
            self.errors += finding.severity is Severity.ERROR
            self._kinds.setdefault((finding.code, finding.where.file), []).append(finding)

    def listed(self) -> tuple[Finding, ...]:
        """Errors, then warnings, each in the order of files and lines; at most 200 of each."""
        return (*self._of(Severity.ERROR), *self._of(Severity.WARNING))

    def warnings(self) -> tuple[Finding, ...]:
        """The warnings alone."""
        return self._of(Severity.WARNING)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        code_of_more = "E090" if severity is Severity.ERROR else "W090"
        kinds = {kind: gathered for kind, gathered in self._kinds.items() if gathered[0].severity is severity}
        files = list(dict.fromkeys(file for _, file in kinds))
        found = sorted(
            (finding for gathered in kinds.values() for finding in gathered),
            key=lambda finding: (files.index(finding.where.file), finding.where.line or 0),
        )
        more = [
            Finding(code_of_more, severity, Where(file=file), {"code": code, "count": count})
            for (code, file), count in self._more.items()
            if (code, file) in kinds
        ]
        shown = [*found[:_MOST_OF_A_SEVERITY], *more[:_MOST_OF_A_SEVERITY]]
        left_out = len(found) - _MOST_OF_A_SEVERITY
        if left_out > 0:
            values = {"code": "…", "count": left_out}
            shown.append(Finding(code_of_more, severity, Where(), values))
        return tuple(shown)


def quotable(text: str) -> str:
    """The text as a finding may quote it: short, and without numbers or names of persons."""
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return masked(text)
