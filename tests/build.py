"""Small scenarios written in Python, for tests of every room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.plan import Visit
from optimizer.domain.scenario import Place, Scenario, Service, Site, Team, Vehicle

START = date(2023, 4, 24)  # a Monday
FLAT = Vehicle(id="car", speed_kmh=60.0, detour=1.0, dong_per_km=1000)
"""One kilometre a minute as the crow flies, 1,000 đ a kilometre."""

KM_NORTH = 1 / 111.19508
"""Degrees of latitude in one kilometre on a sphere of 6371.0088 km."""


def day(offset: int) -> date:
    """The date `offset` days after the start."""
    return START + timedelta(days=offset)


def base(place_id: str = "home", *, km_north: float = 0.0) -> Place:
    """A base `km_north` kilometres north of latitude 20."""
    return Place(id=place_id, name=f"Công an {place_id}", lat=20.0 + km_north * KM_NORTH, lon=105.0)


def site(
    site_id: str, *, km_north: float = 10.0, cases: Mapping[str, int] | None = None, **more: Any
) -> Site:
    """A site `km_north` kilometres north of the base, with ten ID cards outstanding."""
    return Site(
        id=site_id,
        name=f"Thôn {site_id}",
        lat=20.0 + km_north * KM_NORTH,
        lon=105.0,
        cases={"cccd": 10} if cases is None else dict(cases),
        **more,
    )


def team(team_id: str = "to-1", *, days: int = 1, **more: Any) -> Team:
    """A team of two officers and one station at base ``home``, available on every date."""
    defaults: dict[str, Any] = {
        "name": team_id,
        "base": "home",
        "vehicle": "car",
        "dates": frozenset(day(offset) for offset in range(days)),
    }
    return Team(id=team_id, **(defaults | more))


def hours(hours_id: str, *windows: tuple[int, int], days: int = 1) -> Hours:
    """The same windows, in minutes since midnight, on every date."""
    opened = tuple(Window(start, end) for start, end in windows)
    return Hours(id=hours_id, windows={day(offset): opened for offset in range(days)})


def scenario(*sites: Site, days: int = 1, **more: Any) -> Scenario:
    """A scenario of `sites` with one base, one team and one service of 12 minutes."""
    made = Scenario(
        name="thử",
        horizon=Horizon(start=START, days=days),
        services={"cccd": Service(id="cccd", name="Cấp CCCD", minutes=12)},
        bases={"home": base()},
        sites={one.id: one for one in sites},
        teams={"to-1": team(days=days)},
        vehicles={"car": FLAT},
    )
    return replace(made, **more)


def with_guests(visit: Visit, guests: Mapping[str, Mapping[str, int]]) -> Visit:
    """The same visit with people from other sites, by home site and service."""
    return visit.model_copy(update={"guests": {home: dict(cases) for home, cases in guests.items()}})
