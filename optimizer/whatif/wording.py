"""Variants in words: what there is more of, and for whom."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.scenario import Scenario
from optimizer.language import Language, catalogue, say
from optimizer.report.equipment import words_for
from optimizer.review.absence_words import skill_text
from optimizer.whatif.changes import Change


def changes_text(scenario: Scenario, changes: Iterable[Change], language: Language) -> str:
    """``"+1 station: Tổ 7"``; changes that are combined are joined, and of none it is the base."""
    texts = [change_text(scenario, change, language) for change in changes]
    return " & ".join(texts) if texts else say("whatif.base", language)


def change_text(scenario: Scenario, change: Change, language: Language) -> str:
    """One change, with the names of the planner."""
    what = what_text(change, language)
    if not change.to:
        return what
    names = ", ".join(_name(scenario, change, one, language) for one in change.to)
    key = "whatif.like" if change.what in {"officers", "teams"} else "whatif.for"
    text = say(key, language, what=what, names=names)
    if change.alike <= len(change.to):
        return text
    return say("whatif.alike", language, text=text, alike=change.alike)


def what_text(change: Change, language: Language) -> str:
    """What there is more of, and how many."""
    return say(f"whatif.{change.what}", language, number=change.number, thing=_kit_text(change, language))


def _kit_text(change: Change, language: Language) -> str:
    """A thing or a vehicle in words; nothing of what is no kit."""
    if change.thing is None:
        return ""
    kind = "vehicle" if f"book.vehicle.{change.thing}" in catalogue() else "thing"
    return words_for(kind, [change.thing], language)


def _name(scenario: Scenario, change: Change, one: str, language: Language) -> str:
    crewing = scenario.crewing
    if crewing is None:
        return scenario.teams[one].name
    if change.what == "officers":
        officer = crewing.officers[one]
        skills = ", ".join(skill_text(skill, language) for skill in sorted(officer.skills))
        return f"{officer.name} ({skills})" if skills else officer.name
    named = crewing.kinds.get(one) or crewing.posts.get(one)
    return named.name if named else one
