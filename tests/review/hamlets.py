"""Hamlets whose people may come to a visit at one another, on a straight road at one kilometre a minute.

Home (km 0), Thôn centre (km 10), Thôn near (km 12), Thôn far (km 16).  People gather within 3 km,
for level-2 accounts alone, 0.6 of them; a bus from far to centre may bring half.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Gathering, Scenario, Shuttle
from optimizer.review.check import check_routes
from tests import build
from tests.review.week import SERVICES, route, straight, visit

GATHERING = Gathering(radius_km=3.0, turnout=0.6, services=frozenset({"vneid"}))
BUS = Shuttle("far", "centre", turnout=0.5, dong_per_case=20_000)

Guests = Mapping[str, Mapping[str, int]]


def hamlets(
    *,
    centre: Mapping[str, Any] | None = None,
    near: Mapping[str, Any] | None = None,
    far: Mapping[str, Any] | None = None,
    **more: Any,
) -> Scenario:
    """The scenario, with other fields for a site, or for itself."""
    sites = [
        build.site("centre", **({"cases": {"cccd": 10, "vneid": 3}} | dict(centre or {}))),
        build.site("near", **({"km_north": 12.0, "cases": {"cccd": 4, "vneid": 5}} | dict(near or {}))),
        build.site("far", **({"km_north": 16.0, "cases": {"cccd": 8, "vneid": 9}} | dict(far or {}))),
    ]
    defaults: dict[str, Any] = {
        "services": SERVICES,
        "gathering": GATHERING,
        "teams": {name: build.team(name, days=3) for name in ("to-1", "to-2")},
    }
    return build.scenario(*sites, days=3, **(defaults | more))


def day_at(
    host: str, own: Mapping[str, int], guests: Guests, *, offset: int = 0, team: str = "to-1"
) -> Route:
    """A day with one visit at 09:00, of one station, there and back again."""
    km = {"centre": 10, "near": 12, "far": 16}[host]
    minutes = {"cccd": 12, "vneid": 6}
    length = 20 + sum(
        number * minutes.get(service, 0)
        for cases in (own, *guests.values())
        for service, number in cases.items()
    )
    made = build.with_guests(visit(host, "09:00", format_clock(540 + length), **own), guests)
    back = format_clock(540 + length + km)
    return route(
        offset, "home", format_clock(540 - km), made, end="home", arrive=back, km=2.0 * km, team=team
    )


def keys(scenario: Scenario, *routes: Route) -> list[str]:
    """How the routes break the rules."""
    return [breach.key for breach in check_routes(scenario, straight(scenario), routes)]
