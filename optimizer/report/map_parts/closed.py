"""The roads that are closed, for the map: what, on which days, and where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from optimizer.report.formats import short_date_text
from optimizer.report.ground import packed_line
from optimizer.report.map_parts.source import Content
from optimizer.report.offline import plain
from optimizer.travel.roads.closed_drawn import ClosedRoad


def closed_roads(closed: Iterable[ClosedRoad], days: Sequence[date]) -> list[Content]:
    """What each closure on roads takes out, on days by their numbers."""
    return [
        {
            "name": plain(one.name),
            "start": short_date_text(one.start),
            "end": short_date_text(one.end),
            "days": [number for number, day in enumerate(days) if one.start <= day <= one.end],
            "lines": [packed_line(line) for line in one.lines],
        }
        for one in closed
    ]
