"""Clashes in a planner's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from optimizer.crews.clash import Clash
from optimizer.crews.rules import Relief, Rule
from optimizer.domain.errors import Finding, ScenarioError, Severity, Where
from optimizer.language import Language, say


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: tuple[Rule, ...]

    def __format__(self, language: str) -> str:
        return "; ".join(rule_text(rule, cast("Language", language)) for rule in self.rules)


@dataclass(frozen=True, slots=True)
class _Reliefs:
    reliefs: tuple[Relief, ...]

    def __format__(self, language: str) -> str:
        spoken = cast("Language", language)
        if not self.reliefs:
            return say("crews.relief.unknown", spoken)
        return "; ".join(relief_text(relief, spoken) for relief in self.reliefs)


def rule_text(rule: Rule, language: Language) -> str:
    """A rule as a planner says it."""
    key = "operator_any" if rule.key == "operator" and not rule.skill else rule.key
    return say(f"crews.rule.{key}", language, of=rule.of, skill=rule.skill, number=rule.number)


def relief_text(relief: Relief, language: Language) -> str:
    """What would have to give way, and on which dates."""
    rule = relief.rule
    text = say(f"crews.relief.{rule.key}", language, of=rule.of, skill=rule.skill, by=relief.by)
    if not relief.on:
        return text
    dates = ", ".join(say("crews.day", language, day=day) for day in relief.on)
    return say("crews.relief.on", language, text=text, dates=dates)


def clash_error(clash: Clash) -> ScenarioError:
    """The refusal to plan a scenario whose rules clash."""
    values = {"rules": _Rules(clash.rules), "relief": _Reliefs(clash.relief)}
    return ScenarioError([Finding("E350", Severity.ERROR, Where(key="crews"), values)])


def timeout_error(seconds: float) -> ScenarioError:
    """The refusal to plan where no crews were found in time."""
    return ScenarioError([Finding("E351", Severity.ERROR, Where(key="crews"), {"seconds": f"{seconds:g}"})])
