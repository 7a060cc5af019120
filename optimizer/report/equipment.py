"""Vehicles, capture kits and things that a team takes along, in words."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.plan import Crew
from optimizer.language import Language, catalogue, say
from optimizer.report.formats import counted_text


def words_for(kind: str, ids: Iterable[str], language: Language) -> str:
    """Ids of things, wants or vehicles in words, where the catalogue knows them."""
    known = catalogue()
    return ", ".join(
        say(f"book.{kind}.{one}", language) if f"book.{kind}.{one}" in known else one.replace("_", " ")
        for one in sorted(ids)
    )


def equipment_text(crew: Crew, language: Language) -> str:
    """``"ô tô · 2 bộ thu nhận · mang theo máy phát điện"``."""
    facts = [
        words_for("vehicle", [crew.vehicle], language),
        counted_text("stations", crew.stations, language),
    ]
    if crew.brings:
        facts.append(say("book.team.brings", language, things=words_for("thing", crew.brings, language)))
    return " · ".join(facts)
