"""What a reader has to know before comparing: how the two scenarios differ, and which plan breaks rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.calendar import Horizon
from optimizer.language import Language, say
from optimizer.report.comparison.pair import Pair
from optimizer.report.formats import count_text, date_range_text

MOST_NAMES = 8
"""How many things are named before the rest is counted."""


def notes(pair: Pair, language: Language) -> list[str]:
    """Sentences, what weighs most first."""
    return list(_notes(pair, language))


def _notes(pair: Pair, language: Language) -> Iterator[str]:
    for leaf in pair.leaves:
        if leaf.breaches:
            count = count_text(leaf.breaches, language)
            yield say("compare.note.broken", language, plan=leaf.label, count=count)
    given = pair.comparison.given
    if given.dates:
        before, after = (_dates(leaf.scenario.horizon, language) for leaf in pair.leaves)
        yield say("compare.note.dates", language, before=before, after=after)
    for what, differing, name in (
        ("teams", given.teams, pair.team_name),
        ("officers", given.officers, pair.officer_name),
        ("sites", given.sites, pair.place_name),
        ("services", given.services, pair.service_name),
    ):
        for how, ids in differing.by_side.items():
            names = _named([name(one) for one in ids], language)
            yield say(f"compare.note.{what}.{how}", language, names=names)
    if given.rates:
        yield say("compare.note.rates", language)


def _named(names: Sequence[str], language: Language) -> str:
    told = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    if more <= 0:
        return told
    return say("compare.note.more", language, names=told, more=count_text(more, language))


def _dates(horizon: Horizon, language: Language) -> str:
    return date_range_text(horizon.start, horizon.end, language)
