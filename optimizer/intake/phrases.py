"""Parts of a finding's text that are themselves said in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from optimizer.language import Language, say


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the catalogue as a value of a finding: ``{hint:vi}``, ``{hint:en}``.

    The words of a code name the language as the format of the value, so one finding reads
    in both languages.  An empty `key` says nothing.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __format__(self, language: str) -> str:
        return say(self.key, cast("Language", language), **self.values) if self.key else ""


SILENCE = Phrase("")
