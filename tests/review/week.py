"""A small legal plan whose every number is worked out by hand, and travel along a straight road.

Home (km 0), Thôn a (km 10, open 08:00–10:30), Thôn b (km 30, a lodging); one kilometre a minute.

Date 0, to-1: 07:00 home → 07:10 a, waits, 08:00–09:20 (20 + 5 × 12 = 80), → 09:40 b,
    09:40–10:48 (20 + 3 × 12 + 2 × 6 = 68), sleeps at b.                      30 km, 30 minutes
Date 1, to-1: 08:00–09:08 at b (20 + 4 × 12 = 68), → 09:38 home.              30 km, 30 minutes
Date 2: nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Place, Scenario, Service
from optimizer.travel.matrix import Layer, Leg, TravelMatrix
from tests import build

SERVICES = {
    "cccd": Service(id="cccd", name="Cấp CCCD", minutes=12, needs=frozenset({"power"})),
    "vneid": Service(id="vneid", name="Định danh mức 2", minutes=6, value_dong=200_000),
    "away": Service(id="away", name="Đi làm ăn xa", minutes=None, plannable=False),
}


def week(*, team: Mapping[str, Any] | None = None, **more: Any) -> Scenario:
    """The scenario, with other fields for `team`, for site ``a`` (as `a`) or ``b``, or for itself."""
    sites = [
        build.site("a", **({"cases": {"cccd": 10, "away": 4}, "hours": "mornings"} | more.pop("a", {}))),
        build.site(
            "b",
            **({"km_north": 30.0, "cases": {"cccd": 7, "vneid": 2}, "lodging": True} | more.pop("b", {})),
        ),
    ]
    defaults: dict[str, Any] = {
        "services": SERVICES,
        "hours": {"mornings": build.hours("mornings", (8 * 60, 10 * 60 + 30), days=3)},
        "teams": {"to-1": build.team(**({"days": 3, "name": "Tổ 1", "max_nights": 1} | dict(team or {})))},
    }
    return build.scenario(*sites, days=3, **(defaults | more))


def visit(site: str, start: str, finish: str, *, arrive: str | None = None, **cases: int) -> Visit:
    """A visit; it begins on arrival unless `arrive` says otherwise."""
    return Visit.model_validate(
        {"site": site, "arrive": arrive or start, "start": start, "finish": finish, "cases": cases}
    )


def route(
    offset: int,
    start: str,
    depart: str,
    *visits: Visit,
    end: str,
    arrive: str,
    km: float,
    team: str = "to-1",
    breaks: Mapping[str, int] | None = None,
) -> Route:
    """A route `offset` days after the start; at one kilometre a minute its minutes are its kilometres."""
    return Route.model_validate(
        {
            "team": team,
            "date": build.day(offset),
            "start": start,
            "depart": depart,
            "end": end,
            "arrive": arrive,
            "visits": visits,
            "breaks": [{"start": at, "minutes": minutes} for at, minutes in (breaks or {}).items()],
            "km": km,
            "travel_minutes": round(km),
        }
    )


def legal_routes() -> list[Route]:
    """The routes above."""
    return [
        route(
            0,
            "home",
            "07:00",
            visit("a", "08:00", "09:20", arrive="07:10", cccd=5),
            visit("b", "09:40", "10:48", cccd=3, vneid=2),
            end="b",
            arrive="10:48",
            km=30.0,
        ),
        route(1, "b", "08:00", visit("b", "08:00", "09:08", cccd=4), end="home", arrive="09:38", km=30.0),
    ]


def with_visit(routes: list[Route], route_number: int, visit_number: int, **fields: object) -> list[Route]:
    """The routes with some fields of one visit replaced."""
    visits = list(routes[route_number].visits)
    visits[visit_number] = visits[visit_number].model_copy(update=fields)
    return with_route(routes, route_number, visits=tuple(visits))


def with_route(routes: list[Route], route_number: int, **fields: object) -> list[Route]:
    """The routes with some fields of one route replaced."""
    changed = list(routes)
    changed[route_number] = changed[route_number].model_copy(update=fields)
    return changed


def straight(
    scenario: Scenario,
    *,
    no_road: Collection[tuple[str, str]] = (),
    legs: Mapping[tuple[str, str], Leg] | None = None,
) -> TravelMatrix:
    """Travel along the meridian at one kilometre a minute, but for `no_road` and the given `legs`."""
    places = list(scenario.places.values())
    metres = np.array([[_metres(one, other) for other in places] for one in places], dtype=np.int32)
    minutes = -(-metres // 1000)
    layer = Layer(
        minutes=minutes,
        drive_minutes=minutes.copy(),
        metres=metres,
        charged_metres=metres.copy(),
        fare_dong=np.zeros_like(metres),
        reachable=np.ones(metres.shape, dtype=np.bool_),
    )
    ids = [place.id for place in places]
    for origin, destination in no_road:
        layer.reachable[ids.index(origin), ids.index(destination)] = False
    for (origin, destination), leg in (legs or {}).items():
        at = ids.index(origin), ids.index(destination)
        layer.minutes[at], layer.drive_minutes[at] = leg.minutes, leg.drive_minutes
        layer.metres[at], layer.charged_metres[at] = leg.metres, leg.charged_metres
        layer.fare_dong[at] = leg.fare_dong
    return TravelMatrix(
        place_ids=tuple(ids),
        layers=(layer,),
        layer_numbers={
            (vehicle, day): 0 for vehicle in scenario.vehicles for day in scenario.horizon.dates()
        },
    )


def _metres(one: Place, other: Place) -> int:
    return round(abs(one.lat - other.lat) / build.KM_NORTH * 1000)
