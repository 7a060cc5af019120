"""Takes persons out of a list of sites before anything else reads it.

The warnings say where and how many, never what stood there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.origins import Located
from optimizer.intake.persons import are_full_names, names_persons, personal_number

_CODES = {"number": "W210", "telephone": "W211"}
_NAMED = ("name", "commune")
_DROPPED = ("district", "hours", "lacks", "requires", "vehicles", "lodging", "release", "deadline")


def scrub_column(heading: str, values: Sequence[tuple[int, str]], where: Where, findings: Findings) -> bool:
    """Warn if a column that is not read holds persons; whether it does."""
    kinds = [kind for _, value in values if (kind := personal_number(value))]
    if kinds:
        row = next(number for number, value in values if personal_number(value))
        findings.add(_CODES[kinds[0]], replace(where, line=row), count=len(kinds))
    elif are_full_names(value for _, value in values):
        findings.add("W212", replace(where, line=values[0][0]), count=len(values))
    elif names_persons(heading):
        findings.add("W213", where)
    else:
        return False
    return True


def scrub_sites(rows: Sequence[Located], findings: Findings) -> dict[str, str]:
    """Replace persons in the raw sites by neutral codes; the replaced ids by their old text."""
    renamed = _scrub_ids(rows, findings)
    for key in _NAMED:
        for row in _personal_rows(rows, key, findings):
            row[key] = row.get("id", "")
    for key in _DROPPED:
        for row in _personal_rows(rows, key, findings, names=False):
            del row[key]
    return renamed


def _scrub_ids(rows: Sequence[Located], findings: Findings) -> dict[str, str]:
    taken = {str(row.get("id", "")) for row in rows}
    places = {id(row): place for place, row in enumerate(rows, start=1)}
    renamed: dict[str, str] = {}
    for row in _personal_rows(rows, "id", findings):
        old = str(row["id"])
        if old not in renamed:
            number = getattr(row.origin, "row", None) or places[id(row)]
            code = f"site-{number}"
            while code in taken:
                code += "-"
            taken.add(code)
            renamed[old] = code
        row["id"] = renamed[old]
    return renamed


def _personal_rows(
    rows: Sequence[Located], key: str, findings: Findings, *, names: bool = True
) -> list[Located]:
    """The rows whose value of `key` must not be kept, after a warning."""
    filled = [(row, _text(row[key])) for row in rows if row.get(key) not in (None, "")]
    found: list[Located] = []
    if names and are_full_names(text for _, text in filled):
        found = [row for row, _ in filled]
        findings.add("W212", filled[0][0].origin.where((key,)), count=len(found))
        return found
    for kind, code in _CODES.items():
        of_kind = [row for row, text in filled if personal_number(text) == kind]
        if of_kind:
            findings.add(code, of_kind[0].origin.where((key,)), count=len(of_kind))
        found += of_kind
    return found


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value))
    return str(value)
