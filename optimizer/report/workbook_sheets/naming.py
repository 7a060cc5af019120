"""Names of sheets that Excel accepts: short, of allowed characters, no two alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category, normalize

LONGEST = 31
"""Most UTF-16 units of a sheet's name."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"


def sheet_names(wanted: Sequence[str]) -> tuple[str, ...]:
    """A valid name for each wanted one, as close to it as Excel allows.

    Forbidden characters become hyphens, long names are cut, and a name that is taken (capitals
    make no difference) gets a number: «Tổ 1 (2)».
    """
    taken = {_RESERVED}
    names = []
    for text in wanted:
        name = _free(_allowed(text), taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _allowed(text: str) -> str:
    printable = "".join(" " if category(character)[0] in "CZ" else character for character in text)
    hyphenated = _FORBIDDEN.sub("-", normalize("NFC", printable))
    return _cut(" ".join(hyphenated.split()), LONGEST) or "-"


def _cut(text: str, units: int) -> str:
    cut = text
    while len(cut.encode("utf-16-le")) > 2 * units:
        cut = cut[:-1]
    return cut.strip("' ")


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        suffix = f" ({number})"
        free = _cut(name, LONGEST - len(suffix)) + suffix
    return free
