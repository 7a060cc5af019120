"""Tables as planners keep them: CSV in its dialects, and the first sheet of an XLSX.

What a file is, its first bytes say, not its name.  Cells come out as text: what they mean is
for the fields to say.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from optimizer.domain.errors import Where
from optimizer.intake.cleaning import clean_text
from optimizer.intake.collect import Findings
from optimizer.intake.formulas import from_cell
from optimizer.intake.sheets import column_letter, sheet_rows
from optimizer.intake.text_files import MOST_TABLE_BYTES, detect_encoding

MOST_COLUMNS = 300
_ROWS_BEFORE_HEADING = 20
_MOST_SHEET_ROWS = 1_048_576
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SHEET_NAMES = frozenset({".xlsx", ".xlsm", ".xls"})
_NOT_TEXT = frozenset({"E004", "E005", "E018"})
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Table:
    """A table's heading and its rows that are not blank, numbered as Excel does."""

    file: str
    is_workbook: bool
    heading: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(path: Path, file: str, most_rows: int, findings: Findings, *, heading: str) -> Table | None:
    """A table with a column `heading`, or None after a finding that stops the reading."""
    kept: list[tuple[int, tuple[str, ...]]] = []
    with table_rows(path, file, findings) as rows:
        if rows is None:
            return None
        before = findings.errors
        for number, cells in enumerate(rows, start=1):
            cleaned = tuple(_clean(cell, file, (number, at), findings) for at, cell in enumerate(cells))
            if not any(cleaned) and number < _MOST_SHEET_ROWS:
                continue
            if len(kept) > most_rows or number >= _MOST_SHEET_ROWS:
                findings.add("E015", Where(file=file, line=number), most=most_rows)
                return None
            kept.append((number, cleaned))
    if not kept:
        if findings.errors == before:
            findings.add("E006", Where(file=file))
        return None
    start = _heading_at(kept, heading)
    names = _without_blank_end(kept[start][1])
    if len(names) > MOST_COLUMNS:
        findings.add("E016", Where(file=file, line=kept[start][0]), most=MOST_COLUMNS)
        return None
    return Table(file, _magic(path) == _ZIP, names, tuple(kept[start + 1 :]))


@contextmanager
def table_rows(path: Path, file: str, findings: Findings) -> Iterator[Iterator[list[str]] | None]:
    """Yield the rows of a table one by one as they stand, or None after a finding.

    A finding in the middle of the table ends the rows.
    """
    try:
        magic = _magic(path)
    except OSError as refused:
        findings.add("E002", Where(file=file), reason=refused.strerror or type(refused).__name__)
        yield None
        return
    if magic == _OLE:
        findings.add("E010", Where(file=file))
        yield None
    elif magic == _ZIP:
        if path.suffix.lower() not in _SHEET_NAMES:
            findings.add("W001", Where(file=file), kind="XLSX")
        yield sheet_rows(path, file, findings)
    else:
        encoding = _encoding(path, file, findings)
        if encoding is None:
            yield None
            return
        with path.open(encoding=encoding, newline="") as text:
            yield _csv_rows(text, file, findings)


def _encoding(path: Path, file: str, findings: Findings) -> str | None:
    """The encoding of a table of text, or None; rubbish named like a workbook is a damaged workbook."""
    if path.suffix.lower() not in _SHEET_NAMES:
        return detect_encoding(path, file, MOST_TABLE_BYTES, findings)
    found = Findings()
    encoding = detect_encoding(path, file, MOST_TABLE_BYTES, found)
    if _NOT_TEXT.isdisjoint(one.code for one in found.listed()):
        findings.take(found.listed())
    else:
        findings.add("E011", Where(file=file))
    if encoding is not None:
        findings.add("W001", Where(file=file), kind="CSV")
    return encoding


def _magic(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(4)


def _csv_rows(text: Iterator[str], file: str, findings: Findings) -> Iterator[list[str]]:
    first = next(text, "")
    announced = first.strip().lower()
    if announced.startswith("sep=") and len(announced) == 5:
        yield []
        delimiter, lines = announced[4], text
    else:
        delimiter, lines = _delimiter(first), chain((first,), text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    try:
        for cells in reader:
            number += 1
            yield cells
    except (csv.Error, UnicodeError) as problem:
        findings.add("E014", Where(file=file, line=reader.line_num), reason=str(problem))


def _delimiter(line: str) -> str:
    """The delimiter that stands most often in a line outside quotes."""
    outside = "".join(line.split('"')[0::2])
    return max(_DELIMITERS, key=outside.count)


def _without_blank_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def _clean(cell: str, file: str, place: tuple[int, int], findings: Findings) -> str:
    text, changed = clean_text(cell)
    if changed:
        row, at = place
        findings.add("W002", Where(file=file, line=row, column=column_letter(at)))
    return from_cell(text)


def _heading_at(rows: list[tuple[int, tuple[str, ...]]], name: str) -> int:
    """The row that has a cell `name`: tables often have a title above their heading."""
    for at, (_, cells) in enumerate(rows[:_ROWS_BEFORE_HEADING]):
        if any(cell.casefold() == name for cell in cells):
            return at
    return 0
