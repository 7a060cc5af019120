"""The variants of a scenario that are asked for, each with its scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.domain.errors import Finding, ScenarioError
from optimizer.domain.scenario import Scenario
from optimizer.whatif import crew_rules, given_teams
from optimizer.whatif.changes import WHATS, Asked, Change


@dataclass(frozen=True, slots=True)
class Variant:
    """A scenario with more of something; of several things where they are combined."""

    changes: tuple[Change, ...]
    scenario: Scenario


def variants_of(scenario: Scenario, wanted: Sequence[Sequence[Asked]]) -> tuple[Variant, ...]:
    """The variants, each once; one more of everything of which there could be more, if nothing is asked for.

    Parameters
    ----------
    wanted
        The changes of each variant.  One that does not say for whom becomes a variant for each for
        whom it makes a difference; in a combination it must say so where there are several.

    Raises
    ------
    ScenarioError
        With a finding for everything that cannot be meant.
    """
    found: dict[tuple[Change, ...], Variant] = {}
    problems: list[Finding] = []
    for one in wanted:
        try:
            made = _alone(scenario, one[0]) if len(one) == 1 else (_together(scenario, one),)
        except ScenarioError as wrong:
            problems += wrong.findings
            continue
        found |= {variant.changes: variant for variant in made}
    if problems:
        raise ScenarioError(problems)
    if not wanted:
        found = {variant.changes: variant for variant in _one_more_of_everything(scenario)}
    return tuple(found.values())


def more(scenario: Scenario, change: Change) -> Scenario:
    """The scenario with more of one thing."""
    if scenario.crewing is None:
        return given_teams.more(scenario, change)
    return crew_rules.more(scenario, change)


def _each(scenario: Scenario, wanted: Asked) -> tuple[Change, ...]:
    if scenario.crewing is None:
        return given_teams.each(scenario, wanted)
    return crew_rules.each(scenario, wanted)


def _alone(scenario: Scenario, wanted: Asked) -> tuple[Variant, ...]:
    return tuple(Variant((change,), more(scenario, change)) for change in _each(scenario, wanted))


def _together(scenario: Scenario, wanted: Sequence[Asked]) -> Variant:
    changes, changed = [], scenario
    for one in wanted:
        possible = _each(scenario, one)
        if len(possible) > 1:
            known = tuple(dict.fromkeys(":".join(filter(None, (c.thing, *c.to))) for c in possible))
            raise ScenarioError([one.finding("E905", known=", ".join(known))])
        changes.append(possible[0])
        changed = more(changed, possible[0])
    return Variant(tuple(changes), changed)


def _one_more_of_everything(scenario: Scenario) -> tuple[Variant, ...]:
    found: list[Variant] = []
    for what in WHATS:
        try:
            found += _alone(scenario, Asked(Change(what, 1), f"--{what}", "+1"))
        except ScenarioError:
            continue  # nobody asked for it; where it cannot be, it is not
    return tuple(found)
