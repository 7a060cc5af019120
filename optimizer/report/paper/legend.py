"""The strip under a map that says what its lines and marks are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from optimizer.report.paper.marks import MARK_MM, Marker, draw_dot, draw_marker
from optimizer.report.paper.room import Box
from optimizer.report.paper.sheet import Lettering, Sheet, Stroke

_TEXT = Lettering(6.6)
_LINE_MM, _DOT_MM, _GAP_MM = 9.0, 2.0, 4.0
ROW_MM = 4.7


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, mark or both, and what it is; without either, a remark."""

    text: str
    stroke: Stroke | None = None
    marker: Marker | None = None
    is_dot: bool = False

    @property
    def width_mm(self) -> float:
        """Width of what stands before the text."""
        if self.stroke is not None:
            return _LINE_MM + 1.0
        if self.marker is not None:
            return self.marker.width_mm + 1.0
        return _DOT_MM + 0.6 if self.is_dot else 0.0


def legend_mm(sheet: Sheet, width_mm: float, entries: Iterable[Entry]) -> float:
    """How high a box of some width must be to have room for all entries."""
    return ROW_MM * (1 + max((row for row, _, _ in _placed(sheet, width_mm, entries)), default=0))


def draw_legend(sheet: Sheet, box: Box, entries: Iterable[Entry]) -> None:
    """Draw entries one after the other, in as many rows as they need and the box has."""
    for row, left, entry in _placed(sheet, box.width, entries):
        x, y = box.left + left, box.top + ROW_MM * (row + 0.5)
        if y > box.bottom:
            return
        _draw(sheet, entry, x, y)
        text = sheet.shortened(entry.text, box.width - entry.width_mm, _TEXT)
        sheet.write((x + entry.width_mm, y + 0.85), text, _TEXT)


def _placed(sheet: Sheet, width_mm: float, entries: Iterable[Entry]) -> Iterator[tuple[int, float, Entry]]:
    """Every entry with its row, counted from 0, and how far from the left edge it begins."""
    row, x = 0, 0.0
    for entry in entries:
        width = entry.width_mm + sheet.width_mm(sheet.clean(entry.text), _TEXT)
        if x > 0 and x + width > width_mm:
            row, x = row + 1, 0.0
        yield row, x, entry
        x += width + _GAP_MM


def _draw(sheet: Sheet, entry: Entry, x: float, y: float) -> None:
    if entry.stroke is not None:
        sheet.line(np.array([[x, y], [x + _LINE_MM, y]]), entry.stroke)
        if entry.marker is not None:
            draw_marker(sheet, entry.marker, x + _LINE_MM / 2, y)
    elif entry.marker is not None:
        draw_marker(sheet, entry.marker, x + max(entry.marker.width_mm, MARK_MM) / 2, y)
    elif entry.is_dot:
        draw_dot(sheet, x + _DOT_MM / 2, y)
