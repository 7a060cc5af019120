"""Words of explanations: why cases are not in a plan, the whole story of one site, and promises."""

from __future__ import annotations

from optimizer.language import (
    Words,
    reasons_hindrances,
    reasons_promises,
    reasons_story,
    reasons_why,
)

WORDS: dict[str, Words] = {
    **reasons_why.WORDS,
    **reasons_hindrances.WORDS,
    **reasons_story.WORDS,
    **reasons_promises.WORDS,
}
