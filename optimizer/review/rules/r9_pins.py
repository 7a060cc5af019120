"""R9 pins: what was promised stands as it was, or is listed as a conflict, never silently dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.plan import Conflict, Route
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, breach
from optimizer.review.promises import is_kept, pins_of, released_routes


def pins_kept(scenario: Scenario, routes: Sequence[Route], conflicts: Sequence[Conflict]) -> Iterator[Breach]:
    """Every pin is kept, or listed as a conflict."""
    listed = {(one.team, one.date, one.site) for one in conflicts}
    for pin in scenario.pins:
        if not is_kept(pin, routes) and (pin.team, pin.date, pin.site) not in listed:
            yield breach(scenario, "R9.pin", team=pin.team, day=pin.date, site=pin.site)


def frozen_routes_stand(
    scenario: Scenario, routes: Sequence[Route], conflicts: Sequence[Conflict]
) -> Iterator[Breach]:
    """Every frozen route is in the plan unchanged; else it is listed, and its visits are kept or listed."""
    days = {(one.team, one.date) for one in conflicts}
    listed = {(one.team, one.date, one.site) for one in conflicts}
    for route in released_routes(scenario, routes):
        if (route.team, route.date) not in days:
            yield breach(scenario, "R9.frozen", team=route.team, day=route.date)
            continue
        for pin in pins_of(route):
            if not is_kept(pin, routes) and (pin.team, pin.date, pin.site) not in listed:
                yield breach(scenario, "R9.released", team=pin.team, day=pin.date, site=pin.site)


def frozen_days_off_stand(scenario: Scenario, routes: Sequence[Route]) -> Iterator[Breach]:
    """Up to the last frozen date no team has a route on a date on which it had none."""
    earlier = scenario.earlier
    if earlier is None or earlier.frozen_until is None:
        return
    had = {(one.team, one.date) for one in earlier.routes}
    for route in routes:
        if route.date <= earlier.frozen_until and (route.team, route.date) not in had:
            yield breach(scenario, "R9.frozen_off", team=route.team, day=route.date)
