"""What a break does to a leg: the team rests before it or after it, and never on the way."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Break

Minutes = NDArray[np.int64] | int

TOO_LATE_MIN = 1 << 40
"""Earlier than this nothing can be done: later than any shift, and far from overflowing."""

TOO_EARLY_MIN = -TOO_LATE_MIN
"""The latest time at which something had to be done, where it cannot be done at all."""

_NO_BREAK = (0, 0, -1)


class Rest(IntEnum):
    """Where a day's break lies, seen from one visit: on the way to it, on the way from it, or neither."""

    ELSEWHERE = 0
    BEFORE = 1
    AFTER = 2


def break_terms(pause: Break | None) -> tuple[int, int, int]:
    """Length of a break, and the first and last minute at which it may begin; none at all without one."""
    if pause is None:
        return _NO_BREAK
    return pause.minutes, pause.between.start_min, pause.between.end_min


def rested_after(
    terms: tuple[Minutes, Minutes, Minutes], ready_min: Minutes, leg_min: Minutes
) -> NDArray[np.int64]:
    """When a team that is ready has both made a leg and taken its break, at the earliest.

    Resting after the leg is never worse, if the break's window is still open by then.
    """
    length, opens, closes = terms
    there = np.add(ready_min, leg_min)
    rested_there = np.maximum(there, opens) + length
    rested_here = np.where(
        np.less_equal(ready_min, closes), np.maximum(ready_min, opens) + length + leg_min, TOO_LATE_MIN
    )
    return np.where(there <= closes, rested_there, rested_here)


def rested_before(
    terms: tuple[Minutes, Minutes, Minutes], limit_min: Minutes, leg_min: Minutes
) -> NDArray[np.int64]:
    """When a team must be ready to make a leg and to take its break by `limit_min`, at the latest.

    Resting before the leg is never worse, if that is possible at all.
    """
    length, opens, closes = terms
    leave_by = np.subtract(limit_min, leg_min)
    rests_here = np.minimum(leave_by - length, closes)
    rests_there = np.where(
        np.add(opens, length) <= limit_min,
        np.minimum(np.subtract(limit_min, length), closes) - leg_min,
        TOO_EARLY_MIN,
    )
    latest = np.where(np.add(opens, length) <= leave_by, rests_here, rests_there)
    return np.where(np.less(closes, opens), TOO_EARLY_MIN, latest)


def rests_after(pause: Break, ready_min: int, leg_min: int) -> int:
    """`rested_after` for one team and one leg, in plain integers: it is asked for very often."""
    opens, closes = pause.between.start_min, pause.between.end_min
    if ready_min + leg_min <= closes:
        return max(ready_min + leg_min, opens) + pause.minutes
    return max(ready_min, opens) + pause.minutes + leg_min if ready_min <= closes else TOO_LATE_MIN


def rests_before(pause: Break, limit_min: int, leg_min: int) -> int:
    """`rested_before` for one team and one leg, in plain integers."""
    opens, closes = pause.between.start_min, pause.between.end_min
    leave_by = limit_min - leg_min
    if opens + pause.minutes <= leave_by:
        return min(leave_by - pause.minutes, closes)
    is_open = opens + pause.minutes <= limit_min
    return min(limit_min - pause.minutes, closes) - leg_min if is_open else TOO_EARLY_MIN
