"""Paper: pages in millimetres on which texts, lines and areas are drawn, and the PDF that they make.

Only this module knows the library that writes PDF.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from unicodedata import normalize

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fpdf import FPDF

from optimizer.language import Language
from optimizer.report.paper.room import Box
from optimizer.report.paper.scale import Points
from optimizer.report.workbook_sheets.page import clean_text

FONTS = "vendor/noto-sans-2.015"
MM_PER_POINT = 25.4 / 72
INK, GREY, PALE, WHITE = "#111111", "#5f6468", "#c9ccce", "#ffffff"

Align = Literal["left", "centre", "right"]

_FAMILY = "noto"
_PRINTED = (
    range(0x0020, 0x01B1),
    range(0x0243, 0x0244),
    range(0x02B0, 0x0346),
    range(0x1E00, 0x1F00),
    range(0x2000, 0x2070),
    range(0x20A0, 0x20C0),
    range(0xFFFD, 0xFFFE),
)
"""Letters that pages may have: Latin with its marks, punctuation, currencies; the mark for unknown ones."""

_LONGEST_TEXT = 1500
_IN_OTHER_WORDS = str.maketrans({"→": "–"})
"""What our own words use and the font has not."""

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_LEAST_STEP_MM = 0.1
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text is written: size in points, weight, colour."""

    size: float
    bold: bool = False
    ink: str = INK

    @property
    def height_mm(self) -> float:
        """Height of a line, with its space."""
        return self.size * MM_PER_POINT * 1.28


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: width in millimetres, colour, lengths of dash and gap; without them whole."""

    width: float
    ink: str = INK
    dash: float = 0.0
    gap: float = 0.0


class Sheet:
    """A document to be printed, page by page.

    Parameters
    ----------
    title
        What programs show as its title.
    made_by
        The program that made it.
    dated
        The date that the file itself bears, so that the same plan gives the same bytes.
    """

    def __init__(self, title: str, language: Language, made_by: str, dated: date) -> None:
        self._pdf = FPDF(unit="mm", format="A4")
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.set_margin(0)
        for style, name in (("", "Regular"), ("B", "Bold")):
            path = _font_file(name)
            self._pdf.add_font(_FAMILY, style, path)
            _read_from_memory(self._pdf.fonts[_FAMILY + style], path)
        self._known = frozenset(self._pdf.fonts[_FAMILY].cmap)  # type: ignore[union-attr]
        self._pdf.set_title(self.clean(title))
        self._pdf.set_lang(language)
        self._pdf.set_producer(made_by)
        self._pdf.set_creation_date(datetime.combine(dated, time(), tzinfo=UTC))
        self.width_mm = lru_cache(maxsize=50_000)(self._width_mm)

    def page(self, width_mm: float, height_mm: float) -> None:
        """Begin a page."""
        self._pdf.add_page(
            format=(min(width_mm, height_mm), max(width_mm, height_mm)),
            orientation="landscape" if width_mm > height_mm else "portrait",
        )

    def content(self) -> bytes:
        """The bytes of the PDF."""
        return bytes(self._pdf.output())

    def clean(self, text: str) -> str:
        """`text` as it can be printed: composed, cut, on one line; what no letter is known for is a mark."""
        composed = normalize("NFC", " ".join(clean_text(text).split())).translate(_IN_OTHER_WORDS)
        cut = composed if len(composed) <= _LONGEST_TEXT else composed[: _LONGEST_TEXT - 1] + _ELLIPSIS
        return "".join(letter if ord(letter) in self._known else _UNKNOWN for letter in cut)

    def write(
        self, at: tuple[float, float], text: str, lettering: Lettering, *, align: Align = "left"
    ) -> None:
        """Write one line; `at` is on its base line."""
        told = self.clean(text)
        if not told:
            return
        x, y = at
        if align != "left":
            x -= self.width_mm(told, lettering) / (2 if align == "centre" else 1)
        self._choose(lettering)
        self._pdf.text(x, y, told)

    def write_in(
        self, box: Box, lines: Sequence[str], lettering: Lettering, *, align: Align = "left"
    ) -> None:
        """Write lines from the top of a box down."""
        x = {"left": box.left, "centre": box.middle[0], "right": box.right}[align]
        for number, line in enumerate(lines):
            base_line = box.top + lettering.height_mm * (number + 0.78)
            self.write((x, base_line), line, lettering, align=align)

    def shortened(self, text: str, width_mm: float, lettering: Lettering) -> str:
        """As much of one line as has room, with an ellipsis where that is not all."""
        told = self.clean(text)
        if self.width_mm(told, lettering) <= width_mm:
            return told
        while told and self.width_mm(told + _ELLIPSIS, lettering) > width_mm:
            told = told[:-1]
        return told.rstrip() + _ELLIPSIS

    def wrapped(
        self, text: str, width_mm: float, lettering: Lettering, most_lines: int = 6
    ) -> tuple[str, ...]:
        """`text` in lines that have room; what is beyond the last is told by an ellipsis."""
        lines: list[str] = []
        for word in self.clean(text).split(" "):
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and self.width_mm(joined, lettering) <= width_mm:
                lines[-1] = joined
            else:
                lines += self._pieces(word, width_mm, lettering)
        if len(lines) > most_lines:
            lines = [
                *lines[: most_lines - 1],
                self.shortened(" ".join(lines[most_lines - 1 :]), width_mm, lettering),
            ]
        return tuple(line for line in lines if line)

    def _pieces(self, word: str, width_mm: float, lettering: Lettering) -> Iterator[str]:
        """A word that is too long for a line, broken where the line ends."""
        while self.width_mm(word, lettering) > width_mm and len(word) > 1:
            fits = len(word) - 1
            while fits > 1 and self.width_mm(word[:fits], lettering) > width_mm:
                fits -= 1
            yield word[:fits]
            word = word[fits:]
        yield word

    def line(self, points: Points, stroke: Stroke) -> None:
        """Draw a line through points in millimetres."""
        self._stroke(stroke)
        self._pdf.polyline(_thinned(points))

    def area(self, points: Points, fill: str, stroke: Stroke | None = None) -> None:
        """Fill a closed line, and draw it where it has a stroke."""
        self._pdf.set_fill_color(fill)
        if stroke is not None:
            self._stroke(stroke)
        self._pdf.polygon(_thinned(points), style="F" if stroke is None else "DF")

    def disc(
        self, at: tuple[float, float], radius_mm: float, fill: str, stroke: Stroke | None = None
    ) -> None:
        """Draw a disc."""
        self._pdf.set_fill_color(fill)
        if stroke is not None:
            self._stroke(stroke)
        self._pdf.circle(*at, radius_mm, style="F" if stroke is None else "DF")

    def rectangle(
        self, box: Box, fill: str | None = None, stroke: Stroke | None = None, *, opacity: float = 1.0
    ) -> None:
        """Draw a box, filled, framed or both."""
        if fill is not None:
            self._pdf.set_fill_color(fill)
        if stroke is not None:
            self._stroke(stroke)
        style = "F" if stroke is None else "D" if fill is None else "DF"
        with self._pdf.local_context(fill_opacity=opacity):
            self._pdf.rect(box.left, box.top, box.width, box.height, style=style)

    @contextmanager
    def within(self, box: Box) -> Iterator[None]:
        """Draw nothing outside of a box."""
        # The outer context: what the library remembers of colours must end together with the clip.
        with self._pdf.local_context(), self._pdf.rect_clip(box.left, box.top, box.width, box.height):
            yield

    def _width_mm(self, text: str, lettering: Lettering) -> float:
        """Width of a line of clean text."""
        self._choose(lettering)
        return float(self._pdf.get_string_width(text))

    def _choose(self, lettering: Lettering) -> None:
        self._pdf.set_font(_FAMILY, "B" if lettering.bold else "", lettering.size)
        self._pdf.set_text_color(lettering.ink)

    def _stroke(self, stroke: Stroke) -> None:
        self._pdf.set_line_width(stroke.width)
        self._pdf.set_draw_color(stroke.ink)
        self._pdf.set_dash_pattern(stroke.dash, stroke.gap)


def _read_from_memory(font: Any, path: Path) -> None:
    """Let a font go on reading from memory, and write its letters as they are.

    The library would keep its file open until it is collected, and measure every outline anew.
    """
    font.ttfont.recalcBBoxes = False
    reader = font.ttfont.reader
    reader.file.close()
    reader.file = BytesIO(path.read_bytes())


@cache
def _font_file(name: str) -> Path:
    """A font with no more than the letters of `_PRINTED`, kept until the program ends.

    A page's file holds only the letters that it needs; to read the whole font for each of sixty teams
    took longer than to draw their weeks.
    """
    font = TTFont(str(files("optimizer.report") / FONTS / f"NotoSans-{name}.ttf"), recalcTimestamp=False)
    for table in ("GDEF", "GPOS", "GSUB"):  # rules of shaping, which no page uses
        del font[table]
    letters = [letter for letter in font.getBestCmap() if any(letter in block for block in _PRINTED)]
    subsetter = Subsetter(Options(notdef_outline=True, hinting=False))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    path = Path(_font_folder().name) / f"{name}.ttf"
    font.save(path)
    font.close()
    return path


@cache
def _font_folder() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(prefix="luudong-")
    atexit.register(folder.cleanup)
    return folder


def _thinned(points: Points) -> list[tuple[float, float]]:
    """The points without those too close to the one before to be seen apart; the ends stay."""
    line: list[tuple[float, float]] = [(x, y) for x, y in points.tolist()]
    kept = [line[0]]
    for x, y in line[1:-1]:
        before = kept[-1]
        if abs(x - before[0]) >= _LEAST_STEP_MM or abs(y - before[1]) >= _LEAST_STEP_MM:
            kept.append((x, y))
    return [*kept, line[-1]]
