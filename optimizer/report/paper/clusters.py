"""Places that a map shows too close to each other, and how a block on paper is divided into maps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from optimizer.report.paper.room import Box
from optimizer.report.paper.scale import Points
from optimizer.report.paper.view import View

CROWDED_MM = 10.0
"""Places that lie closer than this in an overview belong to one inset."""

SMALLEST_OVERVIEW = 750_000
_TIMES_LARGER = 3
_GAP_MM = 2.0

Looks = Callable[[Points, Box], View]
"""Makes the view of some places in a frame; the last word on whether there is a locator is the caller's."""


@dataclass(frozen=True, slots=True)
class Block:
    """The views of one block: the overview first, then its insets."""

    views: tuple[View, ...]


def divided(points: Points, block: Box, look: Looks, *, most_insets: int, share: float) -> Block:
    """The maps of a block: one for all, or an overview with insets of what lies close together in it.

    Parameters
    ----------
    points
        Latitude and longitude in degrees of the places, the most important first.
    most_insets
        How many insets there may be; those with most places come first.
    share
        How much of the block's width the overview has beside insets.
    """
    whole = look(points, block)
    if whole.denominator < SMALLEST_OVERVIEW:
        return Block((whole,))
    overview = look(points, Box(block.left, block.top, block.width * share, block.height))
    crowds = _crowds(overview.on_paper(points))
    worth = [crowd for crowd in crowds if len(np.unique(points[crowd], axis=0)) > 1][:most_insets]
    for count in range(len(worth), 0, -1):
        frames = _column(block, overview.frame, count)
        insets = [look(points[crowd], frame) for crowd, frame in zip(worth, frames, strict=False)]
        if all(inset.denominator * _TIMES_LARGER <= overview.denominator for inset in insets):
            return Block((overview, *insets))
    return Block((whole,))


def _column(block: Box, overview: Box, count: int) -> list[Box]:
    left = overview.right + _GAP_MM
    high = (block.height - _GAP_MM * (count - 1)) / count
    return [
        Box(left, block.top + number * (high + _GAP_MM), block.right - left, high) for number in range(count)
    ]


def _crowds(on_paper: Points) -> list[list[int]]:
    """Numbers of places that are linked by steps of at most `CROWDED_MM`, the largest crowd first."""
    left = list(range(len(on_paper)))
    crowds = []
    while left:
        crowd, reached = [], [left.pop(0)]
        while reached:
            here = reached.pop()
            crowd.append(here)
            near = [one for one in left if np.hypot(*(on_paper[one] - on_paper[here])) <= CROWDED_MM]
            left = [one for one in left if one not in near]
            reached += near
        crowds.append(sorted(crowd))
    return sorted(crowds, key=lambda crowd: (-len(crowd), crowd[0]))
