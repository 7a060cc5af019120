"""Zipped documents that are the same to the byte whenever they are made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def settled_zip(content: bytes) -> bytes:
    """The same files in the same order, without the time at which they were packed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as packed, ZipFile(buffer, "w", ZIP_DEFLATED) as settled:
        for name in packed.namelist():
            part = ZipInfo(name)  # dated 1980, the beginning of time for ZIP
            part.compress_type = ZIP_DEFLATED
            settled.writestr(part, packed.read(name))
    return buffer.getvalue()
