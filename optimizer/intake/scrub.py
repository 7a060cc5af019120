"""Takes persons out of a list of sites before anything else reads it.

The warnings say where and how many, never what stood there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.origins import Loc, Located
from optimizer.intake.persons import (
    are_full_names,
    is_name_in_id,
    is_place,
    names_persons,
    personal_number,
    without_names,
    without_numbers,
)
from optimizer.intake.yaml_lines import WrittenFloat

_CODES = {"number": "W210", "telephone": "W211"}
_NAMED = ("name", "commune", "district")
_DROPPED = ("hours", "lacks", "requires", "vehicles", "lodging", "release", "deadline")


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
        _scrub_names(rows, key, findings)
    for key in _DROPPED:
        for row in _numbered_rows(rows, key, findings):
            del row[key]
    return renamed


def scrub_texts(document: Located, findings: Findings) -> None:
    """Cut persons out of the names and notes of a scenario file."""
    _scrub_names([document], "name", findings)
    for section in ("published", "assumed"):
        notes = document.get(section)
        if isinstance(notes, list):
            document[section] = [
                _cut_note(document, (section, at), note, findings) for at, note in enumerate(notes)
            ]
        elif notes is not None:
            document[section] = _cut_note(document, (section,), notes, findings)
    written = document.get("officers")
    if isinstance(written, list):
        scrub_officers([row for row in written if isinstance(row, Located)], findings)
    for section in ("services", "bases", "lodgings", "teams", "crews", "posts"):
        listed = document.get(section)
        if isinstance(listed, dict):
            _scrub_names([one for one in listed.values() if isinstance(one, Located)], "name", findings)
        elif isinstance(listed, list):
            _scrub_names([one for one in listed if isinstance(one, Located)], "name", findings)


def scrub_officers(rows: Sequence[Located], findings: Findings) -> None:
    """Cut numbers of persons out of officers; their names may be shown, for they are how a roster is read."""
    for key in ("id", "name", "unit"):
        for row in _numbered_rows(rows, key, findings):
            row[key] = without_numbers(_text(row[key]))


def _cut_note(document: Located, loc: Loc, note: Any, findings: Findings) -> Any:
    if isinstance(note, (dict, list)) or note is None:
        return note
    text = _text(note)
    kind = personal_number(text)
    if kind:
        findings.add(_CODES[kind], document.origin.where(loc), count=1)
    numberless = without_numbers(text)
    cut = without_names(numberless)
    if cut != numberless:
        findings.add("W212", document.origin.where(loc), count=1)
    return note if cut == text else cut


def _scrub_names(rows: Sequence[Located], key: str, findings: Findings) -> None:
    """Cut numbers out of names; a name of a person gives way to the id."""
    for row in _numbered_rows(rows, key, findings):
        row[key] = without_numbers(_text(row[key]))
    filled = [(row, _text(row[key])) for row in rows if row.get(key) not in (None, "")]
    if are_full_names(text for _, text in filled):
        named = [row for row, _ in filled]
    else:
        named = [row for row, text in filled if without_names(text) != text]
    if key in ("commune", "district"):  # wards bear names of heroes: one alone is no person
        named = named if len(named) > len(filled) / 2 else []
    if named:
        findings.add("W212", named[0].origin.where((key,)), count=len(named))
    for row in named:
        row[key] = row.get("id") or without_names(_text(row[key]))


def _scrub_ids(rows: Sequence[Located], findings: Findings) -> dict[str, str]:
    taken = {str(row.get("id", "")) for row in rows}
    places = {id(row): place for place, row in enumerate(rows, start=1)}
    renamed: dict[str, str] = {}
    for row in _persons_by_id(rows, findings):
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


def _persons_by_id(rows: Sequence[Located], findings: Findings) -> list[Located]:
    filled = [(row, _text(row["id"])) for row in rows if row.get("id") not in (None, "")]
    if are_full_names(text for _, text in filled):
        named = [row for row, _ in filled]
    else:
        named = [
            row
            for row, text in filled
            if (is_name_in_id(text) or without_names(text) != text)
            and not is_place(_text(row.get("name") or ""))
        ]
    if named:
        findings.add("W212", named[0].origin.where(("id",)), count=len(named))
    return named + [row for row in _numbered_rows(rows, "id", findings) if row not in named]


def _numbered_rows(rows: Sequence[Located], key: str, findings: Findings) -> list[Located]:
    """The rows whose value of `key` holds a personal number, after a warning."""
    filled = [(row, _text(row[key])) for row in rows if row.get(key) not in (None, "")]
    found: list[Located] = []
    for kind, code in _CODES.items():
        of_kind = [row for row, text in filled if personal_number(text) == kind]
        if of_kind:
            findings.add(code, of_kind[0].origin.where((key,)), count=len(of_kind))
        found += of_kind
    return found


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value))
    if isinstance(value, WrittenFloat):
        return value.text
    return str(value)
