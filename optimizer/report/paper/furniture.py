"""What every printed map has: a frame, a net of degrees, its scale with a bar, north, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from optimizer.language import Language, say
from optimizer.report.formats import count_text, decimal_text
from optimizer.report.ground import Ground
from optimizer.report.paper.land import draw_land
from optimizer.report.paper.room import Box
from optimizer.report.paper.scale import Points, bar_m, on_paper_mm
from optimizer.report.paper.sheet import GREY, INK, PALE, WHITE, Lettering, Sheet, Stroke
from optimizer.report.paper.view import COUNTRY, View, view_of

FRAME = Stroke(0.35, INK)
BOX_MM = 46.0, 10.5
"""Width and height of the box with the scale."""

LOCATOR_MM = 27.0, 31.0
"""Width and height of the picture of the country."""

_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
_LEAST_NET_MM = 28.0
_NET = Stroke(0.1, PALE)
_NET_LETTERS = Lettering(5, ink=GREY)
_SMALL = Lettering(6)
_ARCHIPELAGOS = (("Hoàng Sa", 14.5, 112.0), ("Trường Sa", 12.2, 113.6))
"""Their names, the same in every language, and where they are written on the picture of the country."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws the furniture of maps."""

    sheet: Sheet
    language: Language

    def draw_net(self, view: View) -> list[Box]:
        """Draw meridians and parallels, with their degrees at the left and upper edge; the boxes of those."""
        boxes: list[Box] = []
        step = next((one for one in _STEPS if one * _mm_per_degree(view) >= _LEAST_NET_MM), _STEPS[-1])
        places = 0 if step >= 1 else 1 if step >= 0.1 else 2
        for axis, letter in ((0, "north"), (1, "east")):
            for degree in _crossed(view, axis, step):
                line = view.on_paper(_net_line(view, axis, degree))
                self.sheet.line(line, _NET)
                told = say(
                    f"paper.{letter}", self.language, degrees=decimal_text(degree, places, self.language)
                )
                boxes += self._label(view, axis, line, told)
        return boxes

    def draw_scale(self, view: View) -> Box:
        """Draw the box with the scale, its bar and north in the lower left corner; the box."""
        sheet, frame = self.sheet, view.frame
        box = scale_box(frame)
        sheet.rectangle(box, WHITE, Stroke(0.2, GREY))
        ratio = count_text(view.denominator, self.language)
        told = say("paper.scale", self.language, denominator=ratio)
        sheet.write((box.left + 2, box.top + 3.4), told, Lettering(6.5, bold=True))
        length_m = bar_m(view.denominator)
        self._bar(box.left + 2, box.top + 5.0, on_paper_mm(length_m, view.denominator), length_m)
        self._north(box.right - 4.5, box.top + 1.2)
        return box

    def draw_locator(self, frame: Box, area: View) -> Box:
        """Draw the country with the place of a map in the upper right corner of its frame; the box."""
        box = Box(frame.right - LOCATOR_MM[0], frame.top, *LOCATOR_MM)
        view = view_of(COUNTRY, box, box)
        with self.sheet.within(box):
            draw_land(self.sheet, view, Ground())
            [[x, y]] = view.on_paper(np.array([[area.projection.lat, area.projection.lon]]))
            here = float(x), float(y)
            self.sheet.disc(here, 1.5, WHITE, Stroke(0.5, INK))
            self.sheet.disc(here, 0.5, INK)
            self._archipelagos(view)
        self.sheet.rectangle(box, None, Stroke(0.2, GREY))
        return box

    def _archipelagos(self, view: View) -> None:
        for name, lat, lon in _ARCHIPELAGOS:
            [[x, y]] = view.on_paper(np.array([[lat, lon]]))
            self.sheet.write((float(x), float(y)), name, Lettering(4.2, ink="#2b3a44"), align="centre")

    def draw_frame(self, frame: Box) -> None:
        """Draw the frame."""
        self.sheet.rectangle(frame, None, FRAME)

    def _bar(self, left: float, top: float, length_mm: float, length_m: int) -> None:
        """Four parts, black and white in turn, as long together as the number says."""
        part = length_mm / 4
        for number in range(4):
            cell = Box(left + number * part, top, part, 1.2)
            self.sheet.rectangle(cell, INK if number % 2 == 0 else WHITE, Stroke(0.15, INK))
        if length_m >= 1000:
            far = say("paper.km", self.language, km=decimal_text(length_m / 1000, 0, self.language))
        else:
            far = say("paper.metres", self.language, metres=count_text(length_m, self.language))
        self.sheet.write((left, top + 3.6), "0", _SMALL)
        self.sheet.write((left + length_mm, top + 3.6), far, _SMALL, align="centre")

    def _north(self, x: float, top: float) -> None:
        left = np.array([[x, top], [x - 1.5, top + 5], [x, top + 3.9]])
        right = np.array([[x, top], [x + 1.5, top + 5], [x, top + 3.9]])
        self.sheet.area(left, INK, Stroke(0.15, INK))
        self.sheet.area(right, WHITE, Stroke(0.15, INK))
        told = say("paper.north_letter", self.language)
        self.sheet.write((x, top + 7.8), told, Lettering(6.5, bold=True), align="centre")

    def _label(self, view: View, axis: int, line: Points, told: str) -> Iterator[Box]:
        frame = view.frame
        if axis == 0:
            y = float(np.interp(frame.left, line[:, 0], line[:, 1]))
            if frame.top + 4 < y < scale_box(frame).top:
                yield self._written((frame.left + 0.6, y - 0.4), told)
            return
        x = float(np.interp(-frame.top, -line[::-1, 1], line[::-1, 0]))
        if frame.left + 10 < x < frame.right - LOCATOR_MM[0] - 8:
            yield self._written((x + 0.5, frame.top + 2.2), told)

    def _written(self, at: tuple[float, float], told: str) -> Box:
        """Write degrees; their box."""
        self.sheet.write(at, told, _NET_LETTERS)
        width_mm = self.sheet.width_mm(self.sheet.clean(told), _NET_LETTERS)
        return Box(at[0], at[1] - 1.7, width_mm, 2.2)


def scale_box(frame: Box) -> Box:
    """Where the scale of a map stands."""
    width, height = BOX_MM
    return Box(frame.left, frame.bottom - height, width, height)


def _mm_per_degree(view: View) -> float:
    here = np.array([[view.projection.lat, view.projection.lon]])
    apart = view.on_paper(here + np.array([[0.0, 0.5]])) - view.on_paper(here - np.array([[0.0, 0.5]]))
    return float(np.hypot(*apart[0]))


def _reach_degrees(view: View, axis: int) -> tuple[float, float]:
    """The least and the most degrees in a frame, on the generous side."""
    half = max(view.frame.width, view.frame.height) / _mm_per_degree(view)
    middle = (view.projection.lat, view.projection.lon)[axis]
    limit = 85.0 if axis == 0 else 179.0
    return max(-limit, middle - half), min(limit, middle + half)


def _crossed(view: View, axis: int, step: float) -> Iterator[float]:
    low, high = _reach_degrees(view, axis)
    for number in range(ceil(low / step), floor(high / step) + 1):
        yield number * step


def _net_line(view: View, axis: int, degree: float) -> Points:
    along = np.linspace(*_reach_degrees(view, 1 - axis), 33)
    same = np.full_like(along, degree)
    return np.column_stack([same, along] if axis == 0 else [along, same])
