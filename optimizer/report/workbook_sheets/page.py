"""One sheet of paper: cells with real types, rows tall enough for their text, print set-up.

Text is always written as text, whatever it looks like: no formula, no link to the outside.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.report.workbook_sheets.style import FONT, TRAITS, Inks

Value = str | int | float | date | time | timedelta | None

LONGEST_TEXT = 16_000
"""Most characters of a cell; Excel's own limit is 32,767 UTF-16 units, of which one may take two."""

LONGEST_HEADER = 50
"""Most characters of each side of a header; Excel allows 255 units in all, codes included."""

_A4, _A5 = 9, 11
_KINDS: tuple[tuple[type, str], ...] = (
    (str, "text"),
    (int, "whole"),
    (float, "decimal"),
    (date, "day"),
    (time, "clock"),
    (timedelta, "duration"),
)
_LINE_POINTS = 13
_PADDING_POINTS = 5
_ROW_POINTS = _LINE_POINTS + _PADDING_POINTS
_TALLEST_POINTS = 400
# A4 landscape within the margins set below, less a little: fonts and printers differ.
_PRINTED_WIDTH_POINTS, _PRINTED_HEIGHT_POINTS = 735.0, 490.0
_SMALLEST_PERCENT = 70  # of full size that is read with ease
_SMALLEST_OF_ALL = 10  # that spreadsheets can print
_TURNS_TEXT_AROUND = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Widths of characters at 10 points, in widths of a digit as columns count them.
_WIDTHS = {
    **dict.fromkeys("abdđeghnopquL0123456789#$–«»×+=<>", 1.06),
    **dict.fromkeys("cksvxyzJ", 0.95),
    **dict.fromkeys("mMW%@—…→", 1.75),
    **dict.fromkeys(" .,:;'!|()[]{}-/ijltfrI·", 0.58),
}
_OTHER_WIDTH = 1.4
_MARGIN = 0.8
_INDENT = 1.3


def clock_value(at_min: int) -> Value:
    """Minutes since midnight as Excel's time of day; the end of the day is 24 hours."""
    if at_min == MINUTES_PER_DAY:
        return timedelta(minutes=at_min)
    return time(at_min // 60, at_min % 60)


def clean_text(text: str) -> str:
    """`text` as a cell can hold it: cut, without control characters and marks of direction."""
    clean = _NOT_IN_XML.sub(" ", _TURNS_TEXT_AROUND.sub("", text))
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - 1] + "…"


@lru_cache(maxsize=10_000)
def lines_needed(text: str, width: float) -> int:
    """How many lines `text` takes when wrapped into `width`, in widths of a digit.

    An estimate on the generous side: the true font is known only where the file is opened.
    """
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = 0.0
        for word in paragraph.split(" "):
            length = sum(map(_width, word))
            if used and used + length > width:
                lines += 1
                used = 0.0
            lines += max(math.ceil(length / width) - 1, 0)
            used += min(length, width) + _width(" ")
    return lines


@lru_cache(maxsize=2_000)
def _width(character: str) -> float:
    if ord(character) >= 0x2E80:
        return 2.0
    return _WIDTHS.get(normalize("NFD", character)[0], _OTHER_WIDTH)


class Page:
    """A worksheet as the sheets of this package write it.

    Parameters
    ----------
    book
        An xlsxwriter workbook.
    widths
        Of the columns from the left, in widths of a digit.
    """

    def __init__(self, book: Any, inks: Inks, name: str, widths: Sequence[float]) -> None:
        self._inks = inks
        self._widths = tuple(widths)
        self._heights: dict[int, float] = {}
        self._blocks: list[tuple[int, int]] = []
        self._head_rows = (0, 0)
        self._paper = _A4
        self._sheet = book.add_worksheet(name)
        self._sheet.hide_gridlines(2)
        self._sheet.set_default_row(_ROW_POINTS)
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    @property
    def last_column(self) -> int:
        """Number of the last column."""
        return len(self._widths) - 1

    def put(self, row: int, column: int, value: Value, *traits: str, until: int | None = None) -> None:
        """Write a value with the number format of its type; merge up to column `until`."""
        last = column if until is None else until
        ink = self._inks[*_traits_of(value), *traits]
        if last > column:
            self._sheet.merge_range(row, column, row, last, "", ink)
        text = clean_text(value) if isinstance(value, str) else ""
        if value is None or value == "":
            self._sheet.write_blank(row, column, None, ink)
        elif isinstance(value, str):
            self._sheet.write_string(row, column, text, ink)
        elif isinstance(value, int | float):
            self._sheet.write_number(row, column, value, ink)
        else:
            self._sheet.write_datetime(row, column, value, ink)
        self._make_room(row, text, sum(self._widths[column : last + 1]), traits)

    def put_row(self, row: int, column: int, values: Sequence[Value], *traits: str) -> None:
        """Write values side by side."""
        for offset, value in enumerate(values):
            self.put(row, column + offset, value, *traits)

    def put_link(
        self, row: int, column: int, text: str, sheet: str, *traits: str, until: int | None = None
    ) -> None:
        """Write a text that leads to another sheet of this workbook; merge up to column `until`."""
        last = column if until is None else until
        quoted = sheet.replace("'", "''")
        ink = self._inks["text", *traits]
        if last > column:
            self._sheet.merge_range(row, column, row, last, "", ink)
        self._sheet.write_url(row, column, f"internal:'{quoted}'!A1", ink, clean_text(text))
        self._make_room(row, text, sum(self._widths[column : last + 1]), traits)

    def merge_down(self, row: int, last_row: int, column: int, text: str, *traits: str) -> None:
        """Write a text into a column's cells of several rows, merged."""
        self._sheet.merge_range(row, column, last_row, column, "", self._inks["text", *traits])
        self._sheet.write_string(row, column, clean_text(text), self._inks["text", *traits])
        lines = lines_needed(text, self._widths[column] - _MARGIN)
        for one in range(row, last_row + 1):
            self._grow(one, lines * _LINE_POINTS / (last_row + 1 - row) + _PADDING_POINTS)

    def print_on_half_a_sheet(self) -> None:
        """Print on A5: a paper for one person."""
        self._paper = _A5

    def finish(self, header: str, footer: str, page_word: str) -> None:
        """Set row heights and how the sheet prints: landscape, as wide as one page."""
        for row, height in self._heights.items():
            self._sheet.set_row(row, min(height, _TALLEST_POINTS))
        self._sheet.set_paper(self._paper)
        self._sheet.print_area(0, 0, max(self._heights, default=0), self.last_column)
        self._sheet.set_landscape()
        if self._blocks:
            # Where a sheet is fitted to pages, spreadsheets disregard its page breaks.
            percent, breaks = self._paging()
            self._sheet.set_print_scale(percent)
            self._sheet.set_h_pagebreaks(breaks)
        else:
            self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.65, bottom=0.6)
        self._sheet.set_header(_margin_text(header, self._sheet.get_name()), {"margin": 0.3})
        self._sheet.set_footer(_margin_text(footer, page_word, " &P/&N"), {"margin": 0.3})

    def freeze(self, last_row: int, columns: int = 0) -> None:
        """Keep the rows down to the last, and so many columns from the left, in view."""
        self._sheet.freeze_panes(last_row + 1, columns)

    def repeat(self, first_row: int, last_row: int) -> None:
        """Print rows again on top of every page after their own."""
        self._head_rows = first_row, last_row
        self._sheet.repeat_rows(first_row, last_row)

    def keep_together(self, first_row: int, last_row: int) -> None:
        """Ask for rows not to be divided between printed pages, where one page can hold them."""
        self._blocks.append((first_row, last_row))

    def filter_rows(self, first_row: int, last_row: int, last_column: int) -> None:
        """Let the reader filter a table, whose first row is its head."""
        self._sheet.autofilter(first_row, 0, last_row, last_column)

    def allow_only(self, first_row: int, last_row: int, column: int, rule: Mapping[str, object]) -> None:
        """Let a column's cells take only what a rule of xlsxwriter's data validation allows."""
        self._sheet.data_validation(first_row, column, last_row, column, dict(rule))

    def protect(self) -> None:
        """Let a person change unlocked cells only; no password, for it is against slips alone."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def colour_tab(self, colour: str) -> None:
        """Set the colour of the sheet's tab."""
        self._sheet.set_tab_color(colour)

    def _paging(self) -> tuple[int, list[int]]:
        """As few pages as can be read with ease, printed as large as they allow: size, breaks."""
        widest = int(min(100.0, 100 * _PRINTED_WIDTH_POINTS / sum(map(_points, self._widths))))
        widest = max(widest, _SMALLEST_OF_ALL)
        smallest = min(widest, _SMALLEST_PERCENT)
        fewest = len(self._breaks_at(smallest))
        percent = next(size for size in range(widest, 0, -1) if len(self._breaks_at(size)) == fewest)
        return percent, self._breaks_at(percent)

    def _breaks_at(self, percent: int) -> list[int]:
        """The first rows of blocks that would be divided between pages printed at a size."""
        page_points = 100 * _PRINTED_HEIGHT_POINTS / percent
        first, last = self._head_rows
        head_points = self._points(first, last)
        breaks = []
        used = self._points(0, self._blocks[0][0] - 1) if self._blocks else 0.0
        for first, last in self._blocks:
            block_points = self._points(first, last)
            if used + block_points > page_points and used > head_points:
                breaks.append(first)
                used = head_points
            used += block_points
        return breaks

    def _points(self, first_row: int, last_row: int) -> float:
        return sum(self._heights.get(row, _ROW_POINTS) for row in range(first_row, last_row + 1))

    def _make_room(self, row: int, text: str, width: float, traits: tuple[str, ...]) -> None:
        size = max((_size(trait) for trait in traits if _size(trait)), default=10) / 10
        bold = 1.08 if any("bold" in TRAITS[trait] for trait in traits) else 1.0
        indented = 0 if any(TRAITS[trait].get("indent") == 0 for trait in traits) else _INDENT
        lines = lines_needed(text, (width - _MARGIN - indented) / size / bold)
        self._grow(row, lines * _LINE_POINTS * size + _PADDING_POINTS)

    def _grow(self, row: int, points: float) -> None:
        self._heights[row] = max(self._heights.get(row, 0), points)


def _points(width: float) -> float:
    """Points of a column of so many digits."""
    return (width * 7 + 5) * 0.75


def _size(trait: str) -> int:
    size = TRAITS[trait].get("font_size", 0)
    assert isinstance(size, int)  # noqa: S101
    return size


def _traits_of(value: Value) -> tuple[str, ...]:
    return tuple(trait for kind, trait in _KINDS if isinstance(value, kind))


def _margin_text(left: str, right: str, code: str = "") -> str:
    """Header or footer: `left` and `right` as they are, then a control code.

    A space ends the font size, which would swallow digits that follow it.
    """
    font = f'&"{FONT},Regular"&8 '
    return f"&L{font}{_as_header(left)}&R{font}{_as_header(right)}{code}"


def _as_header(text: str) -> str:
    """`text` on one line, its ampersands not taken for control codes."""
    flat = " ".join(clean_text(text).split())
    short = flat if len(flat) <= LONGEST_HEADER else flat[: LONGEST_HEADER - 1] + "…"
    return short.replace("&", "&&")
