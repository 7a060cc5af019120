"""Why teams of officers could not leave, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from optimizer.domain.scenario import Scenario
from optimizer.language import Language, catalogue, say
from optimizer.review.absences import Absence


class Told(NamedTuple):
    """Dates on which a team could not leave for the same reason, and that reason."""

    team: str
    dates: tuple[date, ...]
    reason: str


def reason_text(absence: Absence, language: Language) -> str:
    """``"không có người lái xe: An nghỉ"``."""
    if not absence.held:
        return say("absence.spared", language)
    kept = "; ".join(
        say(f"absence.{one.breach.key}", language, **{**one.breach.values, "officer": one.officer.name})
        for one in absence.held
    )
    if not absence.lost:
        return kept
    skills = ", ".join(skill_text(skill, language) for skill in absence.lost)
    return say("absence.lost", language, skills=skills, kept=kept)


def told(absences: Iterable[Absence], language: Language) -> list[Told]:
    """Absences with the same team and reason in one, in the order in which they first come."""
    dates: dict[tuple[str, str], list[date]] = {}
    for one in absences:
        dates.setdefault((one.team, reason_text(one, language)), []).append(one.day)
    return [Told(team, tuple(days), reason) for (team, reason), days in dates.items()]


def sentence(one: Told, scenario: Scenario, language: Language) -> str:
    """``"12/04, 13/04: Tổ 3 không đi được – không có người lái xe: An nghỉ"``."""
    days = ", ".join(say("absence.day", language, day=day) for day in one.dates)
    return say("absence.line", language, days=days, team=scenario.teams[one.team].name, reason=one.reason)


def skill_text(skill: str, language: Language) -> str:
    """A skill in words, where the catalogue knows its id."""
    key = f"skill.{skill}"
    return say(key, language) if key in catalogue() else skill.replace("_", " ")
