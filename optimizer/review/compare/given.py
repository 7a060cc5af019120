"""What two plans were made from: what only one scenario has, and what both have, but not alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, hypot, radians

from optimizer.domain.scenario import Place, Scenario

SAME_PLACE_KM = 2.0
"""A place whose position was corrected by less is still the same place."""

_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Differing:
    """Ids of one kind of thing: only in the earlier scenario, only in the later, in both but not alike."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.by_side)

    @property
    def by_side(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by ``before``, ``after`` and ``otherwise``, where there are any."""
        sides = {"before": self.before, "after": self.after, "otherwise": self.otherwise}
        return {side: ids for side, ids in sides.items() if ids}


@dataclass(frozen=True, slots=True)
class Given:
    """In what two scenarios differ.

    Parameters
    ----------
    teams
        Those that are formed from officers are never told as given otherwise.
    dates
        Whether they span different dates.
    rates
        Whether time, kilometres, nights or unevenness are charged otherwise, or cases are worth
        something else: then what the plans are worth cannot be compared.
    """

    sites: Differing
    teams: Differing
    services: Differing
    officers: Differing
    dates: bool
    rates: bool

    def __bool__(self) -> bool:
        things = self.sites, self.teams, self.services, self.officers
        return any(things) or self.dates or self.rates


def given(before: Scenario, after: Scenario) -> Given:
    """In what two scenarios differ."""
    return Given(
        sites=_differing(before.sites, after.sites),
        teams=_teams(before, after),
        services=_differing(before.services, after.services),
        officers=_differing(_officers(before), _officers(after)),
        dates=(before.horizon.start, before.horizon.end) != (after.horizon.start, after.horizon.end),
        rates=_rates(before) != _rates(after),
    )


def are_related(before: Scenario, after: Scenario) -> bool:
    """Whether two scenarios have a site in common: the same id, at the same place."""
    return any(
        _is_same_place(before.sites[site], after.sites[site]) for site in _both(before.sites, after.sites)
    )


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> Differing:
    return Differing(
        before=tuple(one for one in before if one not in after),
        after=tuple(one for one in after if one not in before),
        otherwise=tuple(one for one in _both(before, after) if before[one] != after[one]),
    )


def _teams(before: Scenario, after: Scenario) -> Differing:
    """A team that is formed is what its officers make it: it is not given otherwise."""
    teams = _differing(before.teams, after.teams)
    are_formed = before.crewing is not None and after.crewing is not None
    return replace(teams, otherwise=()) if are_formed else teams


def _officers(scenario: Scenario) -> Mapping[str, object]:
    return {} if scenario.crewing is None else scenario.crewing.officers


def _both(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    return [one for one in after if one in before]


def _rates(scenario: Scenario) -> object:
    values = {one.id: one.value_dong for one in scenario.services.values()}
    ways = {one.id: one.dong_per_km for one in scenario.vehicles.values()}
    # What changes to an earlier plan are charged says nothing of other plans.
    return replace(scenario.objective, change_dong=0), values, ways


def _is_same_place(one: Place, other: Place) -> bool:
    north = (one.lat - other.lat) * _KM_PER_DEGREE
    east = (one.lon - other.lon) * _KM_PER_DEGREE * cos(radians(one.lat))
    return hypot(north, east) <= SAME_PLACE_KM
