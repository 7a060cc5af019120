"""Words of the workbook about officers: the crews, the roster and each officer's dates."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {}
