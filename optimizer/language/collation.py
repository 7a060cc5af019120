"""The order of Vietnamese names, as a dictionary has it.

Syllable by syllable: first the letters (a ă â b c d đ e ê …), then the tone (none, huyền,
hỏi, ngã, sắc, nặng).  Where the tone mark stands, capitals and the Unicode form of the text
make no difference; numbers count as numbers, so that «Thôn 2» precedes «Thôn 10».
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = (
    "",
    "\N{COMBINING GRAVE ACCENT}",
    "\N{COMBINING HOOK ABOVE}",
    "\N{COMBINING TILDE}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING DOT BELOW}",
)

_RANKS = {letter: rank for rank, letter in enumerate(ALPHABET)}
_TONE_RANKS = {mark: rank for rank, mark in enumerate(TONES) if mark}
_SYLLABLES = re.compile(r"[0-9]+|[^\W\d_]+")

Syllable = tuple[int, int, tuple[int, ...], int]
"""Kind (number, then word), the number, the letters' ranks, the tone's rank."""


def vietnamese_order(text: str) -> tuple[list[Syllable], str]:
    """Sort key of `text` in Vietnamese alphabetical order; only equal texts have equal keys."""
    composed = normalize("NFC", text)
    return [_syllable(found) for found in _SYLLABLES.findall(composed.casefold())], composed


@lru_cache(maxsize=10_000)
def _syllable(written: str) -> Syllable:
    if written.isdecimal():
        return 0, int(written), (), 0
    letters, tone = [], 0
    for character in written:
        marks = normalize("NFD", character)
        tone = max([tone, *(_TONE_RANKS.get(mark, 0) for mark in marks)])
        toneless = normalize("NFC", "".join(mark for mark in marks if mark not in _TONE_RANKS))
        letters.append(_RANKS.get(toneless, len(ALPHABET) + ord(toneless[0])))
    return 1, 0, tuple(letters), tone
