"""Boxes on paper, and where there is still room for one: numbers and names never lie on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

_CELL_MM = 12.0
_TOLERANCE_MM = 1e-6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on paper, in millimetres from its left and top edge."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def meets(self, other: Box) -> bool:
        """Whether two boxes overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies within this one."""
        return (
            self.left <= other.left + _TOLERANCE_MM
            and other.right <= self.right + _TOLERANCE_MM
            and self.top <= other.top + _TOLERANCE_MM
            and other.bottom <= self.bottom + _TOLERANCE_MM
        )

    def smaller(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box with so much less on each side."""
        return Box(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)


def around(x: float, y: float, width: float, height: float) -> Box:
    """The box with a middle."""
    return Box(x - width / 2, y - height / 2, width, height)


def nearby(x: float, y: float, width: float, height: float, reach_mm: float) -> Iterator[Box]:
    """Boxes for a mark: on its point first, then in rings ever farther from it, up to a reach."""
    yield around(x, y, width, height)
    step = min(width, height) * 0.6
    for ring in range(1, int(reach_mm / step) + 1):
        far = ring * step
        for across, down in _DIRECTIONS:
            yield around(x + across * far, y + down * far, width, height)


def beside(x: float, y: float, width: float, height: float, gap_mm: float) -> Iterator[Box]:
    """Boxes for a name: right of a point, left, above, below, then at the corners."""
    for across, down in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)):
        away = gap_mm * (0.75 if across and down else 1.0)
        yield around(x + across * (away + width / 2), y + down * (away + height / 2), width, height)


class Room:
    """What of a frame is still free.

    Parameters
    ----------
    frame
        Nothing is placed outside of it.
    """

    def __init__(self, frame: Box) -> None:
        self._frame = frame
        self._taken: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def take(self, box: Box) -> None:
        """Keep a box free of all that is placed later."""
        for cell in _cells(box):
            self._taken[cell].append(box)

    def place(self, candidates: Iterable[Box]) -> Box | None:
        """The first box that is free, now taken; None where none is."""
        for box in candidates:
            if self._frame.holds(box) and not self._is_taken(box):
                self.take(box)
                return box
        return None

    def _is_taken(self, box: Box) -> bool:
        return any(box.meets(other) for cell in _cells(box) for other in self._taken.get(cell, ()))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    return product(
        range(int(box.left // _CELL_MM), int(box.right // _CELL_MM) + 1),
        range(int(box.top // _CELL_MM), int(box.bottom // _CELL_MM) + 1),
    )


_DIAGONAL = 0.5**0.5
_DIRECTIONS = (
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (_DIAGONAL, -_DIAGONAL),
    (_DIAGONAL, _DIAGONAL),
    (-_DIAGONAL, -_DIAGONAL),
    (-_DIAGONAL, _DIAGONAL),
)
