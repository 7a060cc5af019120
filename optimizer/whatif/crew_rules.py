"""More of something where teams are formed from officers: the forming decides who gets it.

Nothing that was possible before becomes impossible, so the crews of the base keep every rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from optimizer.domain.crews import STATIONS, Crewing, CrewKind, Officer, Range
from optimizer.domain.errors import ScenarioError
from optimizer.domain.forming import crewing_of
from optimizer.domain.scenario import Scenario
from optimizer.language import say
from optimizer.whatif.changes import Asked, Change


def each(scenario: Scenario, wanted: Asked) -> tuple[Change, ...]:
    """The change for each officer, kind of crew or kit for which it makes a difference.

    Raises
    ------
    ScenarioError
        If it cannot be meant, or nobody has a use for it.
    """
    crewing, change = crewing_of(scenario), wanted.change
    known = {
        "officers": tuple(crewing.officers),
        "stations": (*crewing.kinds, *(post.id for post in crewing.posts.values() if post.stations)),
        "teams": tuple(crewing.kinds),
        "kits": tuple(crewing.kinds),
    }[change.what]
    if change.to and change.to[0] not in known:
        raise ScenarioError([wanted.unknown(change.to[0], known)])
    if change.what == "kits":
        return _kits(scenario, wanted)
    if change.to or change.what == "stations":
        return (change,)
    if change.what == "teams":
        return tuple(replace(change, to=(kind,)) for kind in crewing.kinds)
    return tuple(replace(change, to=(one.id,)) for one in _most_able(crewing))


def more(scenario: Scenario, change: Change) -> Scenario:
    """The scenario with more of what teams are formed from."""
    crewing = crewing_of(scenario)
    if change.what == "officers":
        made = _with_officers(scenario, crewing, crewing.officers[change.to[0]], change.number)
    elif change.what == "stations":
        made = _with_stations(crewing, change)
    elif change.what == "teams":
        made = _with_teams(scenario, crewing, crewing.kinds[change.to[0]], change.number)
    else:
        made = _with_kits(crewing, change)
    return replace(scenario, crewing=made)


def _kits(scenario: Scenario, wanted: Asked) -> tuple[Change, ...]:
    crewing, change = crewing_of(scenario), wanted.change
    counted = tuple(kind for kind in crewing.kits if kind in scenario.vehicles)
    known = (*scenario.things, *counted)
    if change.thing is not None and change.thing not in known:
        raise ScenarioError([wanted.unknown(change.thing, known)])
    if change.thing is None and not known:
        raise ScenarioError([wanted.finding("E904")])
    return tuple(replace(change, thing=thing) for thing in ((change.thing,) if change.thing else known))


def _most_able(crewing: Crewing) -> tuple[Officer, ...]:
    """Officers whom no other outdoes in skills and level; units count where teams or posts ask for them."""
    kinds, posts = crewing.kinds.values(), crewing.posts.values()
    asks = any(kind.units for kind in kinds) or any(post.units for post in posts)
    able: dict[tuple[str, frozenset[str], int], Officer] = {}
    for one in crewing.officers.values():
        able.setdefault((one.unit if asks else "", one.skills, one.level), one)

    def is_outdone(mine: tuple[str, frozenset[str], int]) -> bool:
        return any(
            mine != other and mine[0] == other[0] and mine[1] <= other[1] and mine[2] <= other[2]
            for other in able
        )

    return tuple(one for key, one in able.items() if not is_outdone(key))


def _with_officers(scenario: Scenario, crewing: Crewing, like: Officer, number: int) -> Crewing:
    """More officers of the same unit, skills and level, who have no other duties and no days off."""
    new = {
        one: Officer(
            id=one,
            name=say("whatif.added", scenario.language, name=like.name, number=at),
            unit=like.unit,
            skills=like.skills,
            level=like.level,
        )
        for at, one in enumerate(_free_ids(like.id, crewing.officers, number), 1)
    }
    return replace(crewing, officers={**crewing.officers, **new})


def _with_stations(crewing: Crewing, change: Change) -> Crewing:
    """More capture kits, and room for them in the teams, or at the post, that may have them."""
    number, to = change.number, change.to
    kinds = {
        kind.id: replace(kind, stations=Range(kind.stations.least, kind.stations.most + number))
        if not to or kind.id in to
        else kind
        for kind in crewing.kinds.values()
    }
    posts = {
        post.id: replace(post, stations=post.stations + number) if post.id in to else post
        for post in crewing.posts.values()
    }
    kits = {**crewing.kits, STATIONS: _number(crewing, STATIONS) + number}
    return replace(crewing, kinds=kinds, posts=posts, kits=kits)


def _with_teams(scenario: Scenario, crewing: Crewing, like: CrewKind, number: int) -> Crewing:
    """Room for more teams of a kind, with the least capture kits, the things and the vehicle of one.

    They are a kind of their own: the ids of the teams that there are stay.
    """
    (kind_id,) = _free_ids(like.id, {**crewing.kinds, **crewing.posts}, 1)
    name = say("whatif.added_kind", scenario.language, name=like.name)
    kind = replace(like, id=kind_id, name=name, teams=Range(0, number))
    needs = {STATIONS: like.stations.least, like.vehicle: 1, **dict.fromkeys(like.brings, 1)}
    kits = {
        of: count + number * needs.get(of, 0)  # what is not counted is there for everybody
        for of, count in crewing.kits.items()
    }
    return replace(crewing, kinds={**crewing.kinds, kind_id: kind}, kits=kits)


def _with_kits(crewing: Crewing, change: Change) -> Crewing:
    """More of one kind of kit; where it is a thing, any team may be given it."""
    thing, number = change.thing or "", change.number
    kits = {**crewing.kits, thing: _number(crewing, thing) + number}
    is_vehicle = any(kind.vehicle == thing for kind in crewing.kinds.values())
    kinds = {
        kind.id: kind
        if is_vehicle or thing in kind.brings or (change.to and kind.id not in change.to)
        else replace(kind, may_bring=kind.may_bring | {thing})
        for kind in crewing.kinds.values()
    }
    return replace(crewing, kinds=kinds, kits=kits)


def _number(crewing: Crewing, of: str) -> int:
    """How many there are of a kind of kit; where they are not counted, as many as teams and posts may use."""
    if of in crewing.kits:
        return crewing.kits[of]
    if of == STATIONS:
        teams = sum(kind.teams.most * kind.stations.most for kind in crewing.kinds.values())
        return teams + sum(post.stations for post in crewing.posts.values())
    return sum(
        kind.teams.most
        for kind in crewing.kinds.values()
        if of == kind.vehicle or of in kind.brings | kind.may_bring
    )


def _free_ids(like: str, taken: Mapping[str, object], number: int) -> list[str]:
    ids = (f"{like}+{at}" for at in range(1, len(taken) + number + 1))
    return [one for one in ids if one not in taken][:number]
