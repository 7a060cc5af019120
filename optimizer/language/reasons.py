"""Words of explanations: why cases are not in a plan."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {}
