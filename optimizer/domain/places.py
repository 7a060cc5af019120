"""Points on the map: bases, lodgings, and sites where cases are outstanding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map, in degrees (WGS 84): a base, a lodging or a site."""

    id: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Site(Place):
    """A place where cases are outstanding.

    Parameters
    ----------
    cases
        Outstanding cases by service id; only positive counts are listed.
    hours
        Id of the hours in which people can be met; None for all day of every date.
    lacks
        What the site does not have: power, network.
    requires
        Skills a team must have to work here.
    lodging
        Whether a team may sleep here.
    priority
        Multiplies the value of each case.
    release, deadline
        First and last date on which cases may be served.
    setup_minutes
        Minutes between arriving at work and the first case, on every visit.
    vehicles
        Ids of the vehicles that can reach the site; empty for any.
    max_teams
        Most teams at work here at the same moment; None for no limit.
    """

    commune: str = ""
    cases: Mapping[str, int] = field(default_factory=dict)
    hours: str | None = None
    lacks: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    lodging: bool = False
    priority: float = 1.0
    release: date | None = None
    deadline: date | None = None
    setup_minutes: int = 20
    vehicles: frozenset[str] = frozenset()
    max_teams: int | None = None
