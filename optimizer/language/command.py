"""Words of the command line."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {}
