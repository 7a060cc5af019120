"""Times of day as integer minutes since local midnight, and as people write them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, ValidationInfo, WithJsonSchema

MINUTES_PER_DAY = 24 * 60
IN_A_FILE = "file"
"""Context of validating what a file says: its times of day are texts."""

_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def parse_clock(text: str) -> int:
    """Minutes since midnight of ``"07:30"``; ``"24:00"`` is the end of the day.

    Raises
    ------
    ValueError
        If `text` is not a time of day between 00:00 and 24:00.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        message = f"not a time of day: {text!r}"
        raise ValueError(message)
    hours, minutes = int(match[1]), int(match[2])
    at_min = hours * 60 + minutes
    if minutes >= 60 or at_min > MINUTES_PER_DAY:
        message = f"not a time of day: {text!r}"
        raise ValueError(message)
    return at_min


def format_clock(at_min: int) -> str:
    """``"07:30"`` for 450 minutes since midnight."""
    return f"{at_min // 60:02d}:{at_min % 60:02d}"


def _to_minutes(value: object, info: ValidationInfo) -> object:
    # In a file a number may be beyond every day; inside, what is only tried may run past midnight.
    return parse_clock(str(value)) if isinstance(value, str) or info.context == IN_A_FILE else value


ClockMinute = Annotated[
    int,
    BeforeValidator(_to_minutes),
    PlainSerializer(format_clock, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{2}:[0-9]{2}$"}),
]
"""An integer minute inside, ``"HH:MM"`` in files."""
