"""The printed table of a week: heights of rows, where pages end, and how rows are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.language import say
from optimizer.report.paper.marks import draw_marker
from optimizer.report.paper.room import Box
from optimizer.report.paper.sheet import GREY, INK, PALE, Align, Lettering, Sheet, Stroke
from optimizer.report.paper.week_table import Row
from optimizer.report.workbook_sheets.contents import Contents

_PAD_MM = 1.0
_ABOVE_MM = 0.5
_MARKED_MM = 4.9
_MERGED = ("day", "rest", "sum")
_RULE = Stroke(0.15, PALE)
_STRONG = Stroke(0.3, INK)
_BAND = "#e9ebec"
_PLAIN, _BOLD = Lettering(7.6), Lettering(7.6, bold=True)
_SMALL = Lettering(6.5, ink=GREY)
_HEAD = Lettering(6.6, bold=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what of a row stands in it, its head, its width."""

    field: str
    head: str
    width: float
    align: Align = "left"
    bold: bool = False

    @property
    def lettering(self) -> Lettering:
        """How its texts are written."""
        return _BOLD if self.bold else _PLAIN


COLUMNS = (
    Column("marker", "paper.map", 9.0, "centre"),
    Column("clock", "book.team.clock", 13.0, "centre"),
    Column("work", "book.team.work", 22.0, "centre"),
    Column("place", "book.team.place", 56.0, bold=True),
    Column("cases", "paper.what", 50.0),
    Column("total", "book.team.total", 11.0, "right", bold=True),
    Column("km", "book.team.km", 14.0, "right"),
    Column("minutes", "book.team.minutes", 11.0, "right"),
)
WIDTH_MM = sum(column.width for column in COLUMNS)
HEAD_MM = 7.0
_WIDTHS = {column.field: column.width for column in COLUMNS}
_LEFTS = {
    column.field: sum(before.width for before in COLUMNS[:number]) for number, column in enumerate(COLUMNS)
}
_PLACE_MM = _LEFTS["place"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in its place in a row.

    Parameters
    ----------
    left, top
        Where it begins, from the row's left and upper edge.
    """

    left: float
    top: float
    width: float
    lines: tuple[str, ...]
    lettering: Lettering
    align: Align = "left"

    @property
    def bottom(self) -> float:
        """Where its last line ends."""
        return self.top + len(self.lines) * self.lettering.height_mm


@dataclass(frozen=True, slots=True)
class Laid:
    """A row with its texts in their places, and its height."""

    row: Row
    cells: tuple[Cell, ...]
    height: float


class PrintedTable:
    """Lays out and draws the rows of a week."""

    def __init__(self, sheet: Sheet, contents: Contents) -> None:
        self._sheet = sheet
        self._language = contents.language

    def pages(self, days: Iterable[Sequence[Row]], first_mm: float, next_mm: float) -> list[list[Laid]]:
        """Rows page by page: a day is not divided where it has room on one page.

        Parameters
        ----------
        first_mm, next_mm
            Height for rows on the first page and on every other.
        """
        pages: list[list[Laid]] = [[]]
        left = first_mm
        for day in days:
            rows = [self._laid(row) for row in day]
            if left < sum(row.height for row in rows) <= next_mm:
                pages.append([])
                left = next_mm
            for number, row in enumerate(rows):
                # The head of a day is never the last on a page.
                needed = row.height + (rows[1].height if number == 0 and len(rows) > 1 else 0.0)
                if needed > left and pages[-1]:
                    pages.append([])
                    left = next_mm
                pages[-1].append(row)
                left -= row.height
        return pages

    def draw(self, rows: Iterable[Laid], left: float, top: float) -> float:
        """Draw the head and rows; where they end."""
        self._head(left, top)
        top += HEAD_MM
        for laid in rows:
            strong = laid.row.kind in _MERGED
            if strong and laid.row.kind != "rest":
                self._sheet.rectangle(Box(left, top, WIDTH_MM, laid.height), _BAND)
            self._rule(left, top, _STRONG if strong else _RULE)
            if laid.row.marker is not None:
                draw_marker(self._sheet, laid.row.marker, left + COLUMNS[0].width / 2, top + _MARKED_MM / 2)
            for cell in laid.cells:
                box = Box(left + cell.left, top + cell.top, cell.width, laid.height)
                self._sheet.write_in(box, cell.lines, cell.lettering, align=cell.align)
            top += laid.height
        self._rule(left, top, _STRONG)
        return top

    def _laid(self, row: Row) -> Laid:
        cells = list(self._merged(row) if row.kind in _MERGED else self._columns(row))
        if row.below:
            above = next(cell for cell in cells if cell.left == _PLACE_MM + _PAD_MM)
            cells.append(self._cell(_PLACE_MM, _WIDTHS["place"], row.below, _SMALL, top=above.bottom))
        if row.note and row.kind not in ("day", "rest"):
            lowest = max(cell.bottom for cell in cells)
            cells.append(self._cell(_PLACE_MM, WIDTH_MM - _PLACE_MM, row.note, _SMALL, top=lowest))
        lowest = max(cell.bottom for cell in cells)
        return Laid(row, tuple(cells), max(lowest + _ABOVE_MM, _MARKED_MM if row.marker else 0.0))

    def _columns(self, row: Row) -> Iterator[Cell]:
        """The texts of a stop or a visit, each in its column; a stop's goes on over those of the cases."""
        for column in COLUMNS:
            if column.field == "marker" or (row.kind == "stop" and column.field in ("cases", "total")):
                continue
            is_wide = row.kind == "stop" and column.field == "place"
            width = column.width + (_WIDTHS["cases"] + _WIDTHS["total"] if is_wide else 0.0)
            lettering = _BOLD if column.bold and row.kind == "visit" else _PLAIN
            text = getattr(row, column.field)
            yield self._cell(_LEFTS[column.field], width, text, lettering, align=column.align)

    def _merged(self, row: Row) -> Iterator[Cell]:
        """The texts of a day's head or of the sums: what it is, what is to be said of it, and the sums."""
        yield self._cell(0.0, _PLACE_MM, row.place, _BOLD)
        wide = WIDTH_MM - _PLACE_MM if row.kind == "rest" else _WIDTHS["place"] + _WIDTHS["cases"]
        told = row.cases if row.kind == "sum" else row.note
        yield self._cell(_PLACE_MM, wide, told, _PLAIN)
        for field in ("total", "km", "minutes"):
            yield self._cell(_LEFTS[field], _WIDTHS[field], getattr(row, field), _BOLD, align="right")

    def _cell(
        self,
        left: float,
        width: float,
        text: str,
        lettering: Lettering,
        *,
        top: float = _ABOVE_MM,
        align: Align = "left",
    ) -> Cell:
        inner = width - 2 * _PAD_MM
        return Cell(
            left + _PAD_MM, top, inner, self._sheet.wrapped(text, inner, lettering, 12), lettering, align
        )

    def _head(self, left: float, top: float) -> None:
        self._rule(left, top, _STRONG)
        for column in COLUMNS:
            width = column.width - 1.0
            lines = self._sheet.wrapped(say(column.head, self._language), width, _HEAD, 2)
            high = len(lines) * _HEAD.height_mm
            at = left + _LEFTS[column.field] + 0.5
            self._sheet.write_in(
                Box(at, top + (HEAD_MM - high) / 2, width, high), lines, _HEAD, align=column.align
            )
        self._rule(left, top + HEAD_MM, _STRONG)

    def _rule(self, left: float, top: float, stroke: Stroke) -> None:
        self._sheet.line(np.array([[left, top], [left + WIDTH_MM, top]]), stroke)
