"""Text as it is kept inside: composed, on one line, with nothing invisible in it."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters that are not white space
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # marks of direction and joining
    "\ud800-\udfff"  # halves of characters
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)


def clean_text(text: str) -> tuple[str, bool]:
    """The text in NFC with runs of white space as one space, and whether hidden marks were taken out.

    Marks that turn the direction of writing would let one name look like another.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()), False
    visible = _HIDDEN.sub("", text)
    return unicodedata.normalize("NFC", " ".join(visible.split())), visible != text


def fold(text: str) -> str:
    """Text for comparing: no case, no diacritics, so that hòa, hoà and hoa are the same."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
