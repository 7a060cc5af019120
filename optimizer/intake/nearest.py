"""What was probably meant by a misspelt key, column or id."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from optimizer.intake.cleaning import fold
from optimizer.intake.persons import masked
from optimizer.intake.phrases import SILENCE, Phrase

_MOST_KNOWN_LISTED = 40
_MOST_COMPARED = 2_000


def nearest(wanted: str, known: Collection[str]) -> str | None:
    """The known word nearest to the one written, or None if none is near.

    Words that differ in case or diacritics only are nearest of all.
    """
    folded = fold(wanted)
    by_fold: dict[str, str] = {}
    for word in known:
        by_fold.setdefault(fold(word), word)
    if folded in by_fold:
        return by_fold[folded]
    candidates = [word for word in by_fold if abs(len(word) - len(folded)) <= 4]
    close = difflib.get_close_matches(folded, candidates[:_MOST_COMPARED], n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


@dataclass(frozen=True, slots=True)
class Hint:
    """“Did you mean …?”, or else what there is, if the list is short.

    The search happens when the text is asked for: of thousands of findings a few are shown.
    """

    wanted: str
    known: Collection[str]

    def __format__(self, language: str) -> str:
        return format(self._phrase(), language)

    def _phrase(self) -> Phrase:
        meant = nearest(self.wanted, self.known)
        if meant is not None:
            return Phrase("hint.nearest", {"word": masked(meant)})
        if not self.known:
            return Phrase("hint.none")
        if len(self.known) <= _MOST_KNOWN_LISTED:
            return Phrase("hint.known", {"words": ", ".join(map(masked, self.known))})
        return SILENCE
