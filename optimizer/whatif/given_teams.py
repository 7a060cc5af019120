"""More of something where teams are given: a team's stations and things, and teams like one that there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from optimizer.domain.errors import ScenarioError
from optimizer.domain.scenario import Scenario, Team
from optimizer.language import say
from optimizer.whatif.changes import Asked, Change


def each(scenario: Scenario, wanted: Asked) -> tuple[Change, ...]:
    """The change for each team for which it makes a difference; teams that are alike count once.

    Raises
    ------
    ScenarioError
        If it cannot be meant, or nobody has a use for it.
    """
    change, teams = wanted.change, scenario.teams
    if change.what == "officers":
        raise ScenarioError([wanted.finding("E903")])
    if change.to and change.to[0] not in teams:
        raise ScenarioError([wanted.unknown(change.to[0], tuple(teams))])
    if change.what == "kits":
        return _kits(scenario, wanted)
    groups = [group for group in _alike(scenario) if not change.to or change.to[0] in group]
    return tuple(
        replace(change, to=change.to or (group[0],), alike=1 if change.to else len(group)) for group in groups
    )


def more(scenario: Scenario, change: Change) -> Scenario:
    """The scenario with more; `change` says for whom."""
    teams = dict(scenario.teams)
    for team_id in change.to:
        team = teams[team_id]
        if change.what == "stations":
            teams[team_id] = replace(team, stations=team.stations + change.number)
        elif change.what == "kits" and change.thing is not None:
            teams[team_id] = _with_thing(scenario, team, change.thing)
        else:
            teams |= _copies(scenario, team, change.number)
    return replace(scenario, teams=teams)


def _kits(scenario: Scenario, wanted: Asked) -> tuple[Change, ...]:
    change = wanted.change
    if change.thing is not None and change.thing not in scenario.things:
        raise ScenarioError([wanted.unknown(change.thing, tuple(scenario.things))])
    things = (change.thing,) if change.thing is not None else tuple(scenario.things)
    found: list[Change] = []
    for thing in things:
        for group in _alike(scenario):
            if thing in scenario.teams[group[0]].brings or (change.to and change.to[0] not in group):
                continue
            able = change.to or group
            if len(able) >= change.number:  # a team needs a thing only once
                alike = 1 if change.to else len(group)
                found.append(replace(change, thing=thing, to=able[: change.number], alike=alike))
    if not found:
        raise ScenarioError([wanted.finding("E904")])
    return tuple(found)


def _alike(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """Ids of teams that differ in nothing but their names, in order; who has promises to keep is alone."""
    earlier = scenario.earlier.routes if scenario.earlier else ()
    bound = {pin.team for pin in scenario.pins} | {route.team for route in earlier}
    groups: dict[object, list[str]] = {}
    for team in scenario.teams.values():
        own = team.id if team.id in bound else None
        groups.setdefault((own, replace(team, id="", name="")), []).append(team.id)
    return tuple(map(tuple, groups.values()))


def _with_thing(scenario: Scenario, team: Team, thing: str) -> Team:
    return replace(
        team, brings=team.brings | {thing}, makes_up_for=team.makes_up_for | scenario.things[thing]
    )


def _copies(scenario: Scenario, team: Team, number: int) -> Mapping[str, Team]:
    """Teams like one; their ids do not say which, so that one that can do more may take over what it does."""
    taken = scenario.teams
    free = [one for at in range(1, len(taken) + number + 1) if (one := f"+{at}") not in taken][:number]
    return {
        one: replace(team, id=one, name=say("whatif.added", scenario.language, name=team.name, number=at))
        for at, one in enumerate(free, 1)
    }
