"""From crews to ordinary teams, by which everything after the forming of crews goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from optimizer.domain.crews import Crewing, CrewKind, Post
from optimizer.domain.plan import Crew
from optimizer.domain.scenario import Scenario
from optimizer.domain.teams import Team


def crewing_of(scenario: Scenario) -> Crewing:
    """What teams are formed from.

    Raises
    ------
    ValueError
        If the scenario's teams are given.
    """
    if scenario.crewing is None:
        message = "the teams of this scenario are given"
        raise ValueError(message)
    return scenario.crewing


def numbered_ids(kind_id: str, most: int) -> tuple[str, ...]:
    """Ids of up to so many teams: that of their kind where there is one at most, else with numbers from 1."""
    return (kind_id,) if most == 1 else tuple(f"{kind_id}-{number}" for number in range(1, most + 1))


def team_ids(kind: CrewKind) -> tuple[str, ...]:
    """Ids that teams of a kind may have."""
    return numbered_ids(kind.id, kind.teams.most)


def kinds_by_team(crewing: Crewing) -> Mapping[str, CrewKind]:
    """The kind of every team that may be formed."""
    return {team: kind for kind in crewing.kinds.values() for team in team_ids(kind)}


def formed(scenario: Scenario, crews: Iterable[Crew]) -> Scenario:
    """The scenario with the teams that crews make, and those of fixed collection points.

    Teams stand as the crews state them; a crew of no kind that there is makes no team.
    """
    crewing = scenario.crewing
    if crewing is None:
        return scenario
    kinds = kinds_by_team(crewing)
    made = {crew.team: crew for crew in crews}
    teams = {team: _team(made[team], kind, scenario.things) for team, kind in kinds.items() if team in made}
    points = {post.id: _point(post) for post in crewing.posts.values() if post.stations}
    return replace(scenario, teams=teams | points)


def with_likely_teams(scenario: Scenario) -> Scenario:
    """The scenario with every team that could be formed, each as able as any of its kind could be."""
    crewing = scenario.crewing
    if crewing is None:
        return scenario
    return formed(scenario, [_able(crewing, team, kind) for team, kind in kinds_by_team(crewing).items()])


def _able(crewing: Crewing, team: str, kind: CrewKind) -> Crew:
    members = [one for one in crewing.officers.values() if not kind.units or one.unit in kind.units]
    return Crew(
        team=team,
        officers=tuple(one.id for one in members[: kind.officers.most]),
        base=kind.base,
        vehicle=kind.vehicle,
        stations=kind.stations.most,
        skills=tuple(sorted(frozenset().union(*(one.skills for one in members)))),
        brings=tuple(sorted(kind.brings | kind.may_bring)),
        dates=tuple(sorted(kind.dates)),
    )


def _team(crew: Crew, kind: CrewKind, things: Mapping[str, frozenset[str]]) -> Team:
    number = crew.team.removeprefix(kind.id).removeprefix("-")
    return Team(
        id=crew.team,
        name=f"{kind.name} {number}".rstrip(),
        base=crew.base,
        vehicle=crew.vehicle,
        dates=frozenset(crew.dates),
        officers=len(crew.officers),
        stations=crew.stations,
        skills=frozenset(crew.skills),
        brings=frozenset(crew.brings),
        makes_up_for=frozenset().union(*(things.get(thing, frozenset()) for thing in crew.brings)),
        shift=kind.shift,
        max_work_minutes=kind.max_work_minutes,
        max_drive_minutes=kind.max_drive_minutes,
        max_nights=kind.max_nights,
        pause=kind.pause,
        end_anywhere=kind.end_anywhere,
        home_when_off=True,
    )


def _point(post: Post) -> Team:
    """A fixed collection point: it never drives, so it serves what is at its base."""
    return Team(
        id=post.id,
        name=post.name,
        base=post.base or "",
        vehicle=post.vehicle or "",
        dates=post.dates,
        officers=post.officers,
        stations=post.stations,
        skills=frozenset(post.roles),
        shift=post.hours,
        max_drive_minutes=0,
        home_when_off=True,
    )
