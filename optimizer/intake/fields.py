"""The kinds of values a scenario is written with: what is accepted, and what it becomes.

Each kind takes what a YAML file or the text of a table's cell may hold.  What it refuses, it
refuses with the code of a finding.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock, parse_clock
from optimizer.intake.yaml_lines import WrittenFloat

LONGEST_ID = 64
LONGEST_NAME = 200
LONGEST_NOTE = 2_000
_FIRST_YEAR, _LAST_YEAR = 2000, 2100

_WHOLE = re.compile(r"([-+]?[0-9]{1,15})(?:[.,]0{1,2})?")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:[.,\u00a0\u202f ][0-9]{3})+")
_REAL = re.compile(r"[-+]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_TIME = re.compile(r"([0-9]{1,2})(?:[:hg]([0-9]{2})|[hg])")
_DASH = re.compile(r"\s*[-–—]\s*")  # noqa: RUF001 - the dashes that people write
_BETWEEN_TAGS = re.compile(r"[\s|,;]+")
_YES = frozenset({"yes", "y", "true", "on", "1", "x", "có", "co"})
_NO = frozenset({"no", "n", "false", "off", "0", "-", "không", "khong"})


def refusal(code: str, **values: Any) -> PydanticCustomError:
    """What a field raises for a value it refuses: the code of the finding, and its values."""
    return PydanticCustomError(code, "refused", values)  # type: ignore[arg-type]


def wrong_kind(expected: str) -> PydanticCustomError:
    """The refusal of a value of the wrong type; `expected` ends a key of the catalogue."""
    return refusal("E112", expected=expected)


def as_text(value: object) -> str:
    """Text of a value that people write without quotes: a word or a number."""
    if isinstance(value, WrittenFloat):
        return value.text
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise wrong_kind("text")


def _text(longest: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = as_text(value)
        if len(text) > longest:
            raise refusal("E122", most=longest)
        return text

    return read


def _id(value: object) -> str:
    text = _text(LONGEST_ID)(value)
    if not text:
        raise refusal("E121", text=text)
    return text


def _tag(value: object) -> str:
    text = _id(value)
    if _BETWEEN_TAGS.search(text):
        raise refusal("E121", text=text)
    return text


def _tags(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return value
    return [word for word in _BETWEEN_TAGS.split(as_text(value)) if word]


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float):
        value = value.text if isinstance(value, WrittenFloat) else str(value)
    if not isinstance(value, str):
        raise wrong_kind("whole")
    text = value.strip()
    match = _WHOLE.fullmatch(text)
    if match is not None:
        return int(match[1])
    if _THOUSANDS.fullmatch(text):
        raise refusal("E117", text=text, digits=re.sub(r"[^-0-9]", "", text))
    if _REAL.fullmatch(text) or text.casefold() in {"nan", "inf", "-inf", "+inf"}:
        raise refusal("E118", text=text)
    raise wrong_kind("whole")


def _real(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise wrong_kind("number")
    if isinstance(value, str):
        text = value.strip()
        if not _REAL.fullmatch(text):
            raise refusal("E118", text=text) if text.casefold() in {"nan", "inf", "-inf"} else wrong_kind("number")
        value = text.replace(",", ".")
    number = float(value)
    if not math.isfinite(number):
        raise refusal("E118", text=str(number))
    return number


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, (str, int)) else ""
    if word in _YES | _NO:
        return word in _YES
    raise wrong_kind("yes_no")


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
        raise wrong_kind("date")
    try:
        read = date(year, month, day)
    except ValueError as problem:
        raise refusal("E115", text=text) from problem
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise refusal("E115", text=text)
    return read


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise wrong_kind("date")
    return parse_date(value.strip())


def _minute(text: str) -> int:
    match = _TIME.fullmatch(text.strip().casefold())
    if match is None:
        raise refusal("E116", text=text)
    try:
        return parse_clock(f"{match[1]}:{match[2] or '00'}")
    except ValueError as problem:
        raise refusal("E116", text=text) from problem


def _window(value: object) -> Window:
    if isinstance(value, Window):
        return value
    if isinstance(value, (list, tuple)) and len(value) == 2:
        value = "-".join(as_text(part) for part in value)
    if not isinstance(value, str):
        raise wrong_kind("window")
    ends = _DASH.split(value.strip())
    if len(ends) != 2:
        raise refusal("E116", text=value)
    window = Window(_minute(ends[0]), _minute(ends[1]))
    if window.end_min <= window.start_min:
        raise refusal("E119", text=value)
    return window


def _clock(value: object) -> int:
    if isinstance(value, str):
        return _minute(value)
    raise wrong_kind("clock")


def _windows(value: object) -> object:
    if isinstance(value, list):
        return [] if not value else [_window(one) for one in value]
    if isinstance(value, str):
        return [_window(one) for one in value.replace(";", ",").split(",")]
    raise wrong_kind("windows")


def _in_order(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    ordered = tuple(sorted(windows))
    for earlier, later in zip(ordered, ordered[1:], strict=False):
        if later.start_min < earlier.end_min:
            text = ", ".join(f"{format_clock(one.start_min)}-{format_clock(one.end_min)}" for one in ordered)
            raise refusal("E120", text=text)
    return ordered


def _notes(value: object) -> object:
    return value if isinstance(value, list) else [value]


_ID_SCHEMA = {"type": ["string", "integer"], "maxLength": LONGEST_ID}
_WINDOW_SCHEMA = {"type": "string", "examples": ["07:30-11:30"]}

Name = Annotated[str, BeforeValidator(_text(LONGEST_NAME)), Field(json_schema_extra={"maxLength": LONGEST_NAME})]
Note = Annotated[str, BeforeValidator(_text(LONGEST_NOTE))]
Notes = Annotated[tuple[Note, ...], BeforeValidator(_notes)]
Id = Annotated[str, BeforeValidator(_id), WithJsonSchema(_ID_SCHEMA)]
Tag = Annotated[str, BeforeValidator(_tag), WithJsonSchema(_ID_SCHEMA)]
Tags = Annotated[frozenset[Tag], BeforeValidator(_tags)]
Whole = Annotated[int, BeforeValidator(_whole)]
Real = Annotated[float, BeforeValidator(_real)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Date = Annotated[date, BeforeValidator(_date)]
Clock = Annotated[int, BeforeValidator(_clock), WithJsonSchema({"type": "string", "examples": ["07:30"]})]
WindowText = Annotated[Window, BeforeValidator(_window), WithJsonSchema(_WINDOW_SCHEMA)]
Windows = Annotated[
    tuple[Window, ...],
    BeforeValidator(_windows),
    AfterValidator(_in_order),
    WithJsonSchema({"anyOf": [_WINDOW_SCHEMA, {"type": "array", "items": _WINDOW_SCHEMA}]}),
]
