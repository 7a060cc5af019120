"""Names of files that every system and every phone accepts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

_LONGEST = 40
_OTHER = re.compile(r"[^a-z0-9]+")
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for each id, without its ending: plain letters, digits and hyphens, no two alike."""
    names: dict[str, str] = {}
    for one in ids:
        wanted = free = _plain(one)
        number = 1
        while free in names.values():
            number += 1
            free = f"{wanted}-{number}"
        names[one] = free
    return names


def _plain(text: str) -> str:
    letters = normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not combining(letter))
    name = _OTHER.sub("-", bare)[:_LONGEST].strip("-")
    # Windows still takes some names for devices.
    return f"{name}-" if _DEVICES.fullmatch(name) else name or "x"
