"""How a field refuses a value: with the code of the finding it becomes."""

from __future__ import annotations

from typing import Any, NoReturn

from pydantic_core import PydanticCustomError


def refuse(code: str, **values: Any) -> NoReturn:
    """Refuse a value with the code of a finding and the values its words name.

    Raises
    ------
    PydanticCustomError
        Always; its `type` is the code.
    """
    raise PydanticCustomError(code, code, values)


def refuse_kind(expected: str) -> NoReturn:
    """Refuse a value of the wrong type; ``expected.<expected>`` in the catalogue says what belongs there.

    Raises
    ------
    PydanticCustomError
        Always, with code E112.
    """
    refuse("E112", expected=expected)
