"""The first sheet of an XLSX workbook, as rows of text."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings

_MOST_UNPACKED_BYTES = 300_000_000
_MOST_STRINGS_BYTES = 64_000_000
_SMALL_PART_BYTES = 20_000_000
_MOST_RATIO = 150
_MOST_PARTS = 5_000
_MOST_COLUMNS = 300
_EXCEL_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})


def sheet_rows(path: Path, file: str, findings: Findings) -> Iterator[list[str]]:
    """The rows of the first sheet: formulas as their last computed values, dates as ISO."""
    try:
        with_formulas = _look_inside(path, file, findings)
        if with_formulas is None:
            return
        yield from _rows(path, file, findings, with_formulas=with_formulas)
    except OSError as refused:
        findings.add("E002", Where(file=file), reason=refused.strerror or type(refused).__name__)
    except Exception:  # noqa: BLE001 - a damaged workbook can fail anywhere inside its reader
        findings.add("E011", Where(file=file))


def _look_inside(path: Path, file: str, findings: Findings) -> bool | None:
    """Whether the workbook holds formulas; None after a finding.

    A small file can unpack to gigabytes, so sizes are looked at before anything is unpacked.
    """
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            findings.add("E010", Where(file=file))
            return None
        strings = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
        unpacked = sum(part.file_size for part in parts)
        too_large = (
            len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED_BYTES or strings > _MOST_STRINGS_BYTES
        )
        if too_large or any(map(_is_bomb, parts)):
            findings.add("E012", Where(file=file), megabytes=unpacked // 1_000_000)
            return None
        sheets = [part for part in parts if part.filename.startswith("xl/worksheets/")]
        return any(_mentions_formula(archive, part) for part in sheets)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    """Whether a large part is packed tighter than any table is."""
    return part.file_size > _SMALL_PART_BYTES and part.file_size > _MOST_RATIO * part.compress_size


def _mentions_formula(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    before = b""
    with archive.open(part) as opened:
        while chunk := opened.read(1 << 20):
            text = before + chunk
            if b"<f>" in text or b"<f " in text:
                return True
            before = text[-2:]
    return False


def _rows(path: Path, file: str, findings: Findings, *, with_formulas: bool) -> Iterator[list[str]]:
    values = _values(path, computed=True)
    written = _values(path, computed=False) if with_formulas else repeat(())
    for number, (row, formulas) in enumerate(zip(values, written, strict=False), start=1):
        for at, formula in enumerate(formulas):
            if isinstance(formula, str) and formula.startswith("=") and at < len(row) and row[at] is None:
                findings.add("E013", Where(file=file, line=number, column=column_letter(at)))
        for at, value in enumerate(row):
            if isinstance(value, str) and value in _EXCEL_ERRORS:
                findings.add("E017", Where(file=file, line=number, column=column_letter(at)), value=value)
        yield [_text(value) for value in row]


def _values(path: Path, *, computed: bool) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook

    # Given a path, openpyxl judges by the ending of the name; given bytes, by what they are.
    with path.open("rb") as opened:
        with _quiet():
            workbook = load_workbook(opened, read_only=True, data_only=computed, keep_links=False)
        sheet: Any = workbook.worksheets[0]
        # The size that a sheet states of itself may be a million rows of nothing.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS)
        while True:
            with _quiet():
                some = list(islice(rows, 1000))
            if not some:
                return
            yield from some


@contextmanager
def _quiet() -> Iterator[None]:
    """Without openpyxl's warnings of ornaments that it does not read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def column_letter(at: int) -> str:
    """What a spreadsheet calls a column, counted from 0: ``"A"``, ``"AB"``."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(at + 1))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, (date, time)) else str(value)
