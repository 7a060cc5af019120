"""The kinds of values a scenario is written with: what is accepted, and what it becomes.

Each kind takes what a YAML file or the text of a table's cell may hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from optimizer.domain.crews import Range
from optimizer.intake.refusal import refuse, refuse_kind
from optimizer.intake.yaml_lines import WrittenFloat

LONGEST_ID = 64
LONGEST_NAME = 200
LONGEST_NOTE = 2_000
MOST_CASES = 1_000_000
MOST_SEVERAL = 100
MOST_DONG = 1_000_000_000

_WHOLE = re.compile(r"([-+]?[0-9]{1,15})(?:[.,]0{1,2})?")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:[.,\u00a0\u202f ][0-9]{3})+")
_REAL = re.compile(r"[-+]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_SEVERAL = re.compile(r"([0-9]{1,4})(?:\s*[-–—]\s*([0-9]{1,4}))?")
_NO_NUMBER = frozenset({"nan", "inf", "+inf", "-inf", "infinity", "-infinity"})
_SHA256 = re.compile("[0-9a-f]{64}")
_BETWEEN_TAGS = re.compile(r"[\s|,;]+")
_YES = frozenset({"yes", "y", "true", "on", "1", "x", "có", "co"})
_NO = frozenset({"no", "n", "false", "off", "0", "-", "không", "khong"})


def as_text(value: object) -> str:
    """Text of a value that people write without quotes: a word or a number."""
    if isinstance(value, WrittenFloat):
        return value.text
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        refuse_kind("text")
    return value


def _text(longest: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = as_text(value)
        if len(text) > longest:
            refuse("E122", most=longest)
        return text

    return read


def _id(value: object) -> str:
    text = _text(LONGEST_ID)(value)
    if not text:
        refuse("E121", text=text)
    return text


def _tag(value: object) -> str:
    text = _id(value)
    if _BETWEEN_TAGS.search(text):
        refuse("E121", text=text)
    return text


def _tags(value: object) -> object:
    if isinstance(value, (list, tuple, frozenset)):
        return value
    return [word for word in _BETWEEN_TAGS.split(as_text(value)) if word]


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float):
        value = value.text if isinstance(value, WrittenFloat) else str(value)
    if not isinstance(value, str):
        refuse_kind("whole")
    text = value.strip()
    match = _WHOLE.fullmatch(text)
    if match is not None:
        return int(match[1])
    if _THOUSANDS.fullmatch(text):
        refuse("E117", text=text, digits=re.sub(r"[^-0-9]", "", text))
    if _REAL.fullmatch(text) or text.casefold() in _NO_NUMBER:
        refuse("E118", text=text)
    return refuse_kind("whole")


def _several(value: object) -> Range:
    return _range(value, fewest=1)


def _several_if_any(value: object) -> Range:
    return _range(value, fewest=0)


def _range(value: object, *, fewest: int) -> Range:
    if isinstance(value, Range):
        return value
    text = as_text(value).strip()
    match = _SEVERAL.fullmatch(text)
    if match is None:
        refuse("E126", text=text, most=MOST_SEVERAL)
    found = Range(int(match[1]), int(match[2] or match[1]))
    if not fewest <= found.least <= found.most <= MOST_SEVERAL or found.most == 0:
        refuse("E126", text=text, most=MOST_SEVERAL)
    return found


def _cases(value: object) -> int:
    cases = _whole(value)
    if not 0 <= cases <= MOST_CASES:
        refuse("E118", text=str(cases))
    return cases


def _real(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        refuse_kind("number")
    if isinstance(value, str):
        text = value.strip()
        if text.casefold() in _NO_NUMBER:
            refuse("E118", text=text)
        if not _REAL.fullmatch(text):
            refuse_kind("number")
        value = text.replace(",", ".")
    number = float(value)
    if not math.isfinite(number):
        refuse("E118", text=str(number))
    return number


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, (str, int)) else ""
    if word not in _YES | _NO:
        refuse_kind("yes_no")
    return word in _YES


def _sha256(value: object) -> str:
    text = as_text(value)
    if not _SHA256.fullmatch(text):
        refuse("E121", text=text)
    return text


def _notes(value: object) -> object:
    return value if isinstance(value, (list, tuple)) else [value]


_ID_SCHEMA = {"kind": "id", "type": ["string", "integer"], "maxLength": LONGEST_ID}
_TEXTS_SCHEMA = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]

Name = Annotated[
    str,
    BeforeValidator(_text(LONGEST_NAME)),
    WithJsonSchema({"kind": "text", "type": ["string", "number"], "maxLength": LONGEST_NAME}),
]
Note = Annotated[str, BeforeValidator(_text(LONGEST_NOTE))]
Notes = Annotated[
    tuple[Note, ...], BeforeValidator(_notes), WithJsonSchema({"kind": "notes", "anyOf": _TEXTS_SCHEMA})
]
Id = Annotated[str, BeforeValidator(_id), WithJsonSchema(_ID_SCHEMA)]
Tag = Annotated[str, BeforeValidator(_tag), WithJsonSchema(_ID_SCHEMA)]
Tags = Annotated[
    frozenset[Tag], BeforeValidator(_tags), WithJsonSchema({"kind": "tags", "anyOf": _TEXTS_SCHEMA})
]
Whole = Annotated[int, BeforeValidator(_whole)]
Cases = Annotated[
    int, BeforeValidator(_cases), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_CASES})
]
Several = Annotated[
    Range,
    BeforeValidator(_several),
    WithJsonSchema({"kind": "several", "type": ["integer", "string"], "examples": [3, "2-4"]}),
]
"""A number or a range of numbers, such as ``2-4``."""
SeveralIfAny = Annotated[
    Range,
    BeforeValidator(_several_if_any),
    WithJsonSchema({"kind": "several", "type": ["integer", "string"], "examples": [3, "2-4", "0-2"]}),
]
"""As `Several`, where a range may begin with none."""
# The bounds stand before the reading, so that they reach the JSON Schema also where None is allowed.
Minutes = Annotated[int, Field(ge=0, le=1440), BeforeValidator(_whole)]
SomeMinutes = Annotated[int, Field(ge=1, le=1440), BeforeValidator(_whole)]
SomeTeams = Annotated[int, Field(ge=1, le=100), BeforeValidator(_whole)]
Real = Annotated[float, BeforeValidator(_real)]
Sha256 = Annotated[
    str,
    BeforeValidator(_sha256),
    WithJsonSchema({"kind": "id", "type": "string", "pattern": "^[0-9a-f]{64}$"}),
]
YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    WithJsonSchema({"kind": "yes_no", "type": ["boolean", "string", "integer"]}),
]
