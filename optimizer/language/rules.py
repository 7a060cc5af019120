"""Words of the checker: which rule a plan breaks, and how."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {}
