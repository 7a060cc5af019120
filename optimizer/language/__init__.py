"""Every text a person sees, in Vietnamese and in English.

Each room of the house keeps its words in a module of this package; `say` looks one up.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

Language = Literal["vi", "en"]


class Words(NamedTuple):
    """One text in both languages, with ``{name}`` for each value."""

    vi: str
    en: str


@cache
def catalogue() -> dict[str, Words]:
    """All texts by key.

    Raises
    ------
    ValueError
        If two rooms use the same key.
    """
    from optimizer.language import (
        absences,
        command,
        crews,
        findings,
        leaving,
        official,
        paper,
        reasons,
        reporting,
        returns,
        rules,
        rules_crews,
        travel,
        whatif,
        workbook,
        workbook_crews,
    )

    merged: dict[str, Words] = {}
    for room in (
        findings,
        absences,
        travel,
        crews,
        rules,
        rules_crews,
        reasons,
        reporting,
        workbook,
        workbook_crews,
        leaving,
        official,
        paper,
        returns,
        command,
        whatif,
    ):
        for key, words in room.WORDS.items():
            if key in merged:
                message = f"text {key!r} is defined twice"
                raise ValueError(message)
            merged[key] = words
    return merged


def say(key: str, language: Language, /, **values: object) -> str:
    """The text of `key` in `language`, with `values` filled in."""
    words = catalogue()[key]
    text = words.vi if language == "vi" else words.en
    return text.format_map(values)
