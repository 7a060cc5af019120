"""What stands on a printed map: numbers of places, bases, lodgings, and lines with their direction."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin

import numpy as np

from optimizer.report.paper.room import Box, Room, around
from optimizer.report.paper.scale import Points
from optimizer.report.paper.sheet import GREY, INK, WHITE, Lettering, Sheet, Stroke

MARK_MM = 4.2
CLOSED_INK = "#b3261e"
_EDGE = Stroke(0.3, INK)
_LEADER = Stroke(0.2, INK)
_CURVE_STEPS = 14
_ARROW_FROM_MM = 9.0


@dataclass(frozen=True, slots=True)
class Marker:
    """One mark: a base, a lodging, or what is written in it.

    Parameters
    ----------
    kind
        ``"base"``, ``"lodging"``, ``"closed"`` or ``"number"``.
    text
        What is written in it; only numbers have something.
    fill, ink
        Colours of the mark and of what is written in it.
    size_mm
        Its height.
    """

    kind: str
    text: str = ""
    fill: str = WHITE
    ink: str = INK

    size_mm: float = MARK_MM

    @property
    def lettering(self) -> Lettering:
        """How what is in it is written."""
        share = 1.62 if len(self.text) < 3 else 1.43
        return Lettering(self.size_mm * share, bold=True, ink=self.ink)

    @property
    def width_mm(self) -> float:
        """Its width: longer texts take more."""
        if self.kind != "number":
            return self.size_mm
        return self.size_mm * max(1.0, 0.36 + 0.31 * len(self.text))


def draw_marker(sheet: Sheet, marker: Marker, x: float, y: float) -> None:
    """Draw a mark around its middle."""
    half = marker.size_mm / 2
    if marker.kind == "base":
        sheet.disc((x, y), half, INK, _EDGE)
        sheet.area(_star(x, y, half * 0.83), WHITE)
    elif marker.kind == "lodging":
        sheet.area(_house(x, y, half * 0.9), WHITE, Stroke(0.45, INK))
    elif marker.kind == "closed":
        sheet.disc((x, y), half, CLOSED_INK, Stroke(0.3, WHITE))
        sheet.rectangle(around(x, y, half * 1.1, half * 0.38), WHITE)
    else:
        if marker.width_mm > marker.size_mm:
            sheet.rectangle(around(x, y, marker.width_mm, marker.size_mm), marker.fill, _EDGE)
        else:
            sheet.disc((x, y), half, marker.fill, _EDGE)
        lettering = marker.lettering
        sheet.write((x, y + lettering.size * 0.126), marker.text, lettering, align="centre")


def draw_leader(sheet: Sheet, at: tuple[float, float], box: Box) -> None:
    """Draw a thin line from where a mark stands to its point, where it had to give way."""
    x, y = box.middle
    if hypot(x - at[0], y - at[1]) > 0.3:
        sheet.line(np.array([at, (x, y)]), _LEADER)
        sheet.disc(at, 0.55, INK)


def curve(start: tuple[float, float], end: tuple[float, float], bend: float) -> Points:
    """A line between two points on paper, bent to its right, so that there and back lie apart.

    Parameters
    ----------
    bend
        How far its middle is off the straight line, as a fraction of its length; 0 or more.
    """
    (x0, y0), (x1, y1) = start, end
    mid_x, mid_y = (x0 + x1) / 2 - (y1 - y0) * bend * 2, (y0 + y1) / 2 + (x1 - x0) * bend * 2
    at = np.linspace(0.0, 1.0, _CURVE_STEPS)[:, None]
    first, middle, last = np.array([[x0, y0]]), np.array([[mid_x, mid_y]]), np.array([[x1, y1]])
    points: Points = (1 - at) ** 2 * first + 2 * at * (1 - at) * middle + at**2 * last
    return points


def draw_way(sheet: Sheet, points: Points, stroke: Stroke) -> None:
    """Draw a line with a head in its middle that tells the direction, where it is long enough."""
    sheet.line(points, stroke)
    steps = np.hypot(*np.diff(points, axis=0).T)
    if steps.sum() < _ARROW_FROM_MM:
        return
    x, y, across, down = _at_half(points, steps)
    size = 0.9 + stroke.width
    tip = (x + across * size, y + down * size)
    back = (x - across * size, y - down * size)
    side = (-down * size * 0.75, across * size * 0.75)
    head = [tip, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]
    sheet.area(np.array(head), stroke.ink)


def label_way(sheet: Sheet, points: Points, text: str, ink: str, room: Room) -> None:
    """Write what a line is on it, in a small box, where there is room along it."""
    lettering = Lettering(5.6, bold=True, ink=ink)
    width = sheet.width_mm(sheet.clean(text), lettering) + 0.9
    steps = np.hypot(*np.diff(points, axis=0).T)
    if steps.sum() < width * 1.5:
        return
    shares = (0.62, 0.38, 0.75, 0.25, 0.5)
    box = room.place(around(*at_share(points, steps, share), width, 2.6) for share in shares)
    if box is not None:
        sheet.rectangle(box, WHITE, Stroke(0.15, ink))
        sheet.write((box.middle[0], box.bottom - 0.6), text, lettering, align="centre")


def draw_dot(sheet: Sheet, x: float, y: float) -> None:
    """Draw a site that is not visited."""
    sheet.disc((x, y), 0.6, WHITE, Stroke(0.2, GREY))


def at_share(points: Points, steps: Points, share: float) -> tuple[float, float]:
    """The point at a share of a line's length; `steps` are the lengths between its points."""
    far = np.concatenate([[0.0], np.cumsum(steps)])
    wanted = share * far[-1]
    return float(np.interp(wanted, far, points[:, 0])), float(np.interp(wanted, far, points[:, 1]))


def _at_half(points: Points, steps: Points) -> tuple[float, float, float, float]:
    """The middle of a line, and its direction there."""
    x, y = at_share(points, steps, 0.5)
    (x0, y0), (x1, y1) = at_share(points, steps, 0.48), at_share(points, steps, 0.52)
    length = hypot(x1 - x0, y1 - y0) or 1.0
    return x, y, (x1 - x0) / length, (y1 - y0) / length


def _star(x: float, y: float, radius: float) -> Points:
    far = [radius if corner % 2 == 0 else radius * 0.4 for corner in range(10)]
    turns = [corner * pi / 5 for corner in range(10)]
    return np.array(
        [[x + one * sin(turn), y - one * cos(turn)] for one, turn in zip(far, turns, strict=True)]
    )


def _house(x: float, y: float, half: float) -> Points:
    corners = ((0, -1), (1, -0.15), (0.72, -0.15), (0.72, 0.9), (-0.72, 0.9), (-0.72, -0.15), (-1, -0.15))
    return np.array([[x + across * half, y + down * half] for across, down in corners])
