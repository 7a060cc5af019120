"""Words of the map and the workbook."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {}
