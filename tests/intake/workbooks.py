"""XLSX workbooks as bytes, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook


def workbook(*rows: Sequence[Any]) -> bytes:
    """A workbook with `rows` on its first sheet, and other text on a second."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.create_sheet("ghi chú").append(["không đọc"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_part(book: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The workbook with some parts of its archive replaced or added."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return written.getvalue()
