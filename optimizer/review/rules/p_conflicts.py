"""P4: what a plan lists as a conflict is a promise, is not kept, and is listed with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from optimizer.domain.plan import Conflict, Route
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, breach
from optimizer.review.legs import stops
from optimizer.review.promises import frozen_routes, is_kept, released_routes

_Named = tuple[str, date, str]
"""Team, date and site that a conflict names; no site for a route as a whole."""


def conflicts_are_real(
    scenario: Scenario, routes: Sequence[Route], conflicts: Sequence[Conflict]
) -> Iterator[Breach]:
    """Every conflict names a pin that is not kept, or a frozen route that does not stand, and says why."""
    promised = _promised(scenario)
    broken = _broken(scenario, routes)
    for one in conflicts:
        named = one.team, one.date, one.site
        if named not in broken:
            key = "P4.kept" if named in promised else "P4.unknown"
            yield breach(scenario, key, team=one.team, day=one.date, site=one.site)
        if not one.reason.strip():
            yield breach(scenario, "P4.no_reason", team=one.team, day=one.date, site=one.site)


def _promised(scenario: Scenario) -> frozenset[_Named]:
    pins = ((pin.team, pin.date, pin.site) for pin in scenario.pins)
    frozen = (named for route in frozen_routes(scenario) for named in _named(route))
    return frozenset((*pins, *frozen))


def _broken(scenario: Scenario, routes: Sequence[Route]) -> frozenset[_Named]:
    pins = ((pin.team, pin.date, pin.site) for pin in scenario.pins if not is_kept(pin, routes))
    released = (named for route in released_routes(scenario, routes) for named in _named(route))
    return frozenset((*pins, *released))


def _named(route: Route) -> Iterator[_Named]:
    """How a conflict may name a frozen route: as a whole, or by the place where it goes wrong."""
    for place in ("", *stops(route)):
        yield route.team, route.date, place
