"""When things begin: visits in a window, breaks in theirs."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Team


def start_of_visit(
    windows: Iterable[Window], ready_min: int, length_min: int, exact_min: int | None = None
) -> int | None:
    """The first minute at which a visit may start, or the exact one that is wanted; None if it may not."""
    for window in windows:
        start_min = max(ready_min, window.start_min) if exact_min is None else exact_min
        if max(ready_min, window.start_min) <= start_min <= window.end_min - length_min:
            return start_min
    return None


def end_of_break(team: Team, ready_min: int) -> int | None:
    """When a break that begins as soon as it may is over; None if it is too late for it."""
    assert team.pause is not None
    start_min = max(ready_min, team.pause.between.start_min)
    return None if start_min > team.pause.between.end_min else start_min + team.pause.minutes
