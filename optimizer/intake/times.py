"""Dates, times of day and windows as people write them."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock, parse_clock
from optimizer.intake.refusal import refuse, refuse_kind

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_TIME = re.compile(r"([0-9]{1,2})(?:[:hg]([0-9]{2})(?::00)?|[hg])")
_BETWEEN_DATES = re.compile(r"[\s|,;]+")
_DASH = re.compile(r"\s*[-–—]\s*")


def parse_date(text: str) -> date:
    """The date of ``2023-04-24`` or ``24/04/2023``.

    Raises
    ------
    PydanticCustomError
        E112 if it is not written as a date, E115 if there is no such day.
    """
    iso, day_first = _ISO_DATE.fullmatch(text), _DAY_FIRST.fullmatch(text)
    if iso is not None:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    elif day_first is not None:
        year, month, day = int(day_first[3]), int(day_first[2]), int(day_first[1])
    else:
        refuse_kind("date")
    try:
        read = date(year, month, day)
    except ValueError:
        refuse("E115", text=text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        refuse("E115", text=text)
    return read


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        refuse_kind("date")
    return parse_date(value.strip())


def _dates(value: object) -> object:
    return [word for word in _BETWEEN_DATES.split(value) if word] if isinstance(value, str) else value


def _minute(text: str) -> int:
    match = _TIME.fullmatch(text.strip().casefold())
    if match is None:
        refuse("E116", text=text)
    try:
        return parse_clock(f"{match[1]}:{match[2] or '00'}")
    except ValueError:
        refuse("E116", text=text)


def _clock(value: object) -> int:
    if not isinstance(value, str):
        refuse_kind("clock")
    return _minute(value)


def _window(value: object) -> Window:
    if isinstance(value, Window):
        return value
    if isinstance(value, (list, tuple)) and len(value) == 2:
        value = f"{value[0]}-{value[1]}"
    if not isinstance(value, str):
        refuse_kind("window")
    ends = _DASH.split(value.strip())
    if len(ends) != 2:
        refuse("E116", text=value)
    window = Window(_minute(ends[0]), _minute(ends[1]))
    if window.end_min <= window.start_min:
        refuse("E119", text=value)
    return window


def _windows(value: object) -> tuple[Window, ...]:
    if isinstance(value, str):
        value = re.split("[,;]", value)
    if not isinstance(value, (list, tuple)):
        refuse_kind("windows")
    return tuple(map(_window, value))


def _in_order(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    ordered = tuple(sorted(windows))
    if any(later.start_min < earlier.end_min for earlier, later in pairwise(ordered)):
        refuse("E120", text=", ".join(map(window_text, ordered)))
    return ordered


def window_text(window: Window) -> str:
    """``07:30-11:30``."""
    return f"{format_clock(window.start_min)}-{format_clock(window.end_min)}"


_WINDOW_SCHEMA = {"type": "string", "examples": ["07:30-11:30"]}
_SEVERAL_SCHEMA = [_WINDOW_SCHEMA, {"type": "array", "items": {"type": "string"}}]

Date = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"kind": "date", "type": "string", "examples": ["2023-04-24"]}),
]
Dates = Annotated[
    tuple[Date, ...],
    BeforeValidator(_dates),
    WithJsonSchema({"kind": "dates", "type": ["array", "string"], "items": {"type": "string"}}),
]
Clock = Annotated[
    int, BeforeValidator(_clock), WithJsonSchema({"kind": "time", "type": "string", "examples": ["07:30"]})
]
WindowText = Annotated[
    Window, BeforeValidator(_window), WithJsonSchema({"kind": "window", "anyOf": _SEVERAL_SCHEMA})
]
Windows = Annotated[
    tuple[Window, ...],
    BeforeValidator(_windows),
    AfterValidator(_in_order),
    WithJsonSchema({"kind": "windows", "anyOf": _SEVERAL_SCHEMA}),
]
