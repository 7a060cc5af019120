"""What of the globe is in a frame on paper, and at which scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from optimizer.report.paper.room import Box
from optimizer.report.paper.scale import Points, Projection, fitting, projection_around

NATIONAL = 4_000_000
"""From this scale on a map shows the whole country."""

COUNTRY = np.array([[23.5, 102.0], [23.5, 116.2], [7.4, 102.0], [7.4, 116.2]])
"""Corners of the country with Hoàng Sa and Trường Sa, latitude and longitude in degrees."""

_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class View:
    """A frame with the part of the globe that is in it.

    Parameters
    ----------
    denominator
        A millimetre on paper is so many on the ground.
    origin_mm
        Where the centre of the projection is on paper.
    """

    frame: Box
    denominator: int
    projection: Projection
    origin_mm: tuple[float, float]

    @property
    def is_national(self) -> bool:
        """Whether the whole country is to be seen."""
        return self.denominator >= NATIONAL

    def on_paper(self, points: Points) -> Points:
        """Millimetres from left and top of the paper, for points given by latitude and longitude."""
        metres = self.projection.metres(points)
        on_paper: Points = metres * (1000 / self.denominator) * np.array([1.0, -1.0])
        on_paper += np.asarray(self.origin_mm)
        return on_paper

    def shows(self, points_mm: Points) -> bool:
        """Whether the box around some points on paper meets the frame."""
        left, top = points_mm.min(axis=0)
        right, bottom = points_mm.max(axis=0)
        frame = self.frame
        return bool(
            left <= frame.right and right >= frame.left and top <= frame.bottom and bottom >= frame.top
        )


def view_of(points: Points, frame: Box, room: Box) -> View:
    """The view at the largest scale of the ladder that has room; the country's, where that is wide.

    Parameters
    ----------
    points
        Latitude and longitude in degrees of all that must be seen.
    room
        The part of the frame in which it must be.
    """
    view = _fitted(points, frame, room)
    return _fitted(np.vstack([points, COUNTRY]), frame, room) if view.is_national else view


def _fitted(points: Points, frame: Box, room: Box) -> View:
    projection = projection_around(points)
    metres = projection.metres(points)
    low, high = metres.min(axis=0), metres.max(axis=0)
    wide_m, high_m = (float(one) for one in high - low)
    denominator = fitting(wide_m, high_m, (room.width - _MARGIN, room.height - _MARGIN))
    middle = (low + high) / 2 * (1000 / denominator)
    x, y = room.middle
    return View(frame, denominator, projection, (x - float(middle[0]), y + float(middle[1])))
