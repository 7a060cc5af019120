"""Why teams of officers could not leave, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from optimizer.domain.scenario import Scenario
from optimizer.language import Language, catalogue, say
from optimizer.review.absences import Absence

_SAME = frozenset({"duty", "limit", "posts"})
"""Values of a breach that its words here tell."""


class Told(NamedTuple):
    """Dates on which a team could not leave for the same reason, and that reason."""

    team: str
    dates: tuple[date, ...]
    reason: str


def reason_text(absence: Absence, language: Language) -> str:
    """``"không có người lái xe: An nghỉ"``."""
    if not absence.held:
        return say("absence.spared", language)
    kept = "; ".join(_kept(absence, language))
    if not absence.lost:
        return kept
    skills = ", ".join(skill_text(skill, language) for skill in absence.lost)
    return say("absence.lost", language, skills=skills, kept=kept)


def _kept(absence: Absence, language: Language) -> list[str]:
    """``["An, Bình nghỉ", "Chi trực Cổng"]``: members who are kept by the same thing in one."""
    names: dict[tuple[str, tuple[tuple[str, object], ...]], list[str]] = {}
    for one in absence.held:
        what = tuple((key, value) for key, value in one.breach.values.items() if key in _SAME)
        names.setdefault((one.breach.key, what), []).append(one.officer.name)
    return [
        say(f"absence.{key}", language, officers=", ".join(officers), **dict(what))
        for (key, what), officers in names.items()
    ]


def told(absences: Iterable[Absence], language: Language) -> list[Told]:
    """Absences with the same team and reason in one, in the order in which they first come."""
    dates: dict[tuple[str, str], list[date]] = {}
    for one in absences:
        dates.setdefault((one.team, reason_text(one, language)), []).append(one.day)
    return [Told(team, tuple(days), reason) for (team, reason), days in dates.items()]


def missed_text(one: Told, scenario: Scenario, language: Language) -> str:
    """``"Ngày 12/04 Tổ 3 làm được ở đây nhưng không đi được: không có người lái xe (An nghỉ)"``."""
    days = ", ".join(say("absence.day", language, day=day) for day in one.dates)
    return say("absence.missed", language, days=days, team=scenario.teams[one.team].name, reason=one.reason)


def skill_text(skill: str, language: Language) -> str:
    """A skill in words, where the catalogue knows its id."""
    key = f"skill.{skill}"
    return say(key, language) if key in catalogue() else skill.replace("_", " ")
