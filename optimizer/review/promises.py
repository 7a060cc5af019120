"""What was promised before a plan is made: pinned visits, and day routes that stand as they were.

A frozen route that a plan does not hold unchanged is *released*: what remains of it is that each
of its visits is a pin, with its start and its cases.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Pin, Scenario


def frozen_routes(scenario: Scenario) -> tuple[Route, ...]:
    """Routes of the earlier plan that stand: those of the horizon's dates up to the last frozen one.

    Dates before the horizon are over and done with.
    """
    earlier = scenario.earlier
    if earlier is None or earlier.frozen_until is None:
        return ()
    return tuple(
        one for one in earlier.routes if one.date in scenario.horizon and one.date <= earlier.frozen_until
    )


def released_routes(scenario: Scenario, routes: Iterable[Route]) -> tuple[Route, ...]:
    """Frozen routes that some routes do not hold unchanged."""
    by_day: dict[tuple[str, date], list[Route]] = {}
    for route in routes:
        by_day.setdefault((route.team, route.date), []).append(route)
    return tuple(one for one in frozen_routes(scenario) if one not in by_day.get((one.team, one.date), ()))


def pins_of(route: Route) -> tuple[Pin, ...]:
    """What remains promised of a route that is released."""
    return tuple(
        Pin(route.team, route.date, visit.site, start_min=visit.start, cases=visit.cases)
        for visit in route.visits
    )


def is_kept(pin: Pin, routes: Iterable[Route]) -> bool:
    """Whether some visit is by the pinned team, on its date, at its site, at its start, for its cases.

    Cases of guests do not count towards those pinned.
    """
    return any(
        visit.site == pin.site
        and pin.start_min in {None, visit.start}
        and all(visit.cases.get(service, 0) >= cases for service, cases in pin.cases.items())
        for route in routes
        if route.team == pin.team and route.date == pin.date
        for visit in route.visits
    )
