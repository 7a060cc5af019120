"""The roads that are closed, for the map: what, on which days, and where they lie."""

from __future__ import annotations

from optimizer.report.formats import short_date_text
from optimizer.report.ground import packed_line
from optimizer.report.map_parts.source import Content, Source
from optimizer.report.offline import plain


def closed_roads(source: Source) -> list[Content]:
    """What each closure on roads takes out, on days by their numbers."""
    days = tuple(source.scenario.horizon.dates())
    return [
        {
            "name": plain(one.name),
            "start": short_date_text(one.start),
            "end": short_date_text(one.end),
            "days": [number for number, day in enumerate(days) if one.start <= day <= one.end],
            "lines": [packed_line(line) for line in one.lines],
        }
        for one in source.ground.closed
    ]
