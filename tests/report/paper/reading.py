"""Printed pages, read back by another library than wrote them."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

from pypdf import PageObject, PdfReader
from pypdf.generic import StreamObject

MM = 72 / 25.4
"""Points in a millimetre."""

_RECTANGLE = re.compile(rb"(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re")
_BAR_HEIGHT_MM = 1.2


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def sizes_mm(document: PdfReader) -> list[tuple[int, int]]:
    """Width and height of every page."""
    return [(round(page.mediabox.width / MM), round(page.mediabox.height / MM)) for page in document.pages]


def text_of(document: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in document.pages)


def drawn(page: PageObject) -> bytes:
    """What is drawn on a page, as it is written in the file."""
    stream = page["/Contents"].get_object()
    assert isinstance(stream, StreamObject)
    return stream.get_data()


def bars_mm(page: PageObject) -> list[float]:
    """Lengths of the scale bars of a page: four cells side by side."""
    cells = [
        tuple(float(number) / MM for number in found.groups()) for found in _RECTANGLE.finditer(drawn(page))
    ]
    bar = [cell for cell in cells if abs(abs(cell[3]) - _BAR_HEIGHT_MM) < 0.02]
    assert len(bar) % 4 == 0
    lengths = []
    for first in range(0, len(bar), 4):
        four = bar[first : first + 4]
        assert all(abs(one[0] + one[2] - after[0]) < 0.02 for one, after in pairwise(four))
        lengths.append(sum(cell[2] for cell in four))
    return lengths
