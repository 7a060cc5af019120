"""Closed roads on a printed map: broad dashes with a sign on them, and what the legend says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from optimizer.language import Language, say
from optimizer.report.formats import short_date_text
from optimizer.report.paper.legend import Entry
from optimizer.report.paper.marks import Marker, at_share
from optimizer.report.paper.room import around
from optimizer.report.paper.scale import Points
from optimizer.report.paper.sheet import Stroke
from optimizer.report.paper.view import View
from optimizer.travel.roads.closed_drawn import ClosedRoad

CLOSED = Stroke(1.1, "#cf6f68", 0.4, 2.0)
"""Broader than any way, so that it shows on both sides of the ways of other days.

The ends of lines are square: a dash is as much longer as the line is broad, and a gap shorter.
"""

SIGN = Marker("closed", size_mm=3.2)
MOST_TOLD = 6
"""Entries of the legend for closed roads; of more, the last says how many."""


def lines_in_view(road: ClosedRoad, view: View) -> Iterator[Points]:
    """The stretches of a closed road of which something is in the frame, on paper, the longest first."""
    for line in road.lines:
        points = view.on_paper(np.array(line))
        if any(view.shows(np.array(step)) for step in pairwise(points)):
            yield points


def sign_at(lines: Sequence[Points], view: View) -> tuple[float, float] | None:
    """Where the sign stands: in the middle of the longest stretch whose middle is in the frame."""
    middles = (at_share(points, np.hypot(*np.diff(points, axis=0).T), 0.5) for points in lines)
    return next((at for at in middles if view.frame.holds(around(*at, 0, 0))), None)


def closed_entries(closed: Iterable[ClosedRoad], language: Language) -> tuple[Entry, ...]:
    """What the legend says of closed roads, each with its dates."""
    texts = [_told(one, language) for one in closed]
    if len(texts) > MOST_TOLD:
        more = len(texts) - MOST_TOLD + 1
        texts[MOST_TOLD - 1 :] = [say("paper.legend.more_closed", language, count=more)]
    return tuple(Entry(text, stroke=CLOSED, marker=SIGN) for text in texts)


def _told(one: ClosedRoad, language: Language) -> str:
    key = "closed_once" if one.start == one.end else "closed"
    start, end = short_date_text(one.start), short_date_text(one.end)
    return say(f"paper.legend.{key}", language, name=one.name, start=start, end=end)
