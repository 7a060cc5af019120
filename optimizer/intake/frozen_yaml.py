"""The scenario file of the frozen copy: every value stated, hours and days off resolved to dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from optimizer.domain.calendar import Horizon
from optimizer.domain.clock import format_clock
from optimizer.domain.roads import RoadClosure, RoadMap
from optimizer.domain.scenario import (
    Break,
    Closure,
    Gathering,
    Link,
    Objective,
    Pin,
    Place,
    Scenario,
    Service,
    Shuttle,
    Team,
    Vehicle,
)
from optimizer.intake.format import SCENARIO_FORMAT
from optimizer.intake.frozen_crews import crewing_lines
from optimizer.intake.frozen_tables import RECORD_FILE, SITES_FILE, TRAVEL_FILE
from optimizer.intake.speeds import SPEEDS_FILE
from optimizer.intake.times import window_text
from optimizer.intake.yaml_text import entries, flow, key_text, list_of, map_of

EARLIER_FILE = "earlier.json"


def yaml_lines(scenario: Scenario) -> Iterator[str]:
    """The lines of ``scenario.yaml``; rules that are not in use are not mentioned."""
    yield from entries(
        {
            "format": SCENARIO_FORMAT,
            "name": scenario.name,
            "language": scenario.language,
            "horizon": _horizon(scenario.horizon),
            "objective": _objective(scenario.objective),
        }
    )
    yield from map_of("services", {one.id: _service(one) for one in scenario.services.values()})
    yield from _hours(scenario)
    yield from list_of("bases", map(_place, scenario.bases.values()))
    yield from list_of("lodgings", map(_place, scenario.lodgings.values()))
    yield f"sites: {SITES_FILE}"
    yield from map_of("brings", {thing: sorted(tags) for thing, tags in scenario.things.items()})
    yield from map_of("vehicles", {one.id: _vehicle(one, scenario) for one in scenario.vehicles.values()})
    if scenario.crewing is None:
        yield from list_of("teams", (_team(team, scenario.horizon) for team in scenario.teams.values()))
    else:
        yield from crewing_lines(scenario.crewing, scenario.horizon)
    yield from entries({"travel": _travel(scenario)})
    yield from list_of("links", map(_link, scenario.links))
    yield from list_of(
        "closures", chain(map(_closure, scenario.closures), map(_road_closure, scenario.road_closures))
    )
    if scenario.gathering is not None:
        yield from entries({"gather": _gathering(scenario.gathering)})
    yield from list_of("shuttles", map(_shuttle, scenario.shuttles))
    yield from list_of("pins", map(_pin, scenario.pins))
    if scenario.work_done:
        yield f"record: {RECORD_FILE}"
    if scenario.earlier is not None:
        frozen_until = scenario.earlier.frozen_until
        day = None if frozen_until is None else frozen_until.isoformat()
        yield from entries({"earlier": {"plan": EARLIER_FILE, "freeze_until": day}})
    yield from list_of("published", scenario.published)
    yield from list_of("assumed", scenario.assumed)


def _horizon(horizon: Horizon) -> dict[str, Any]:
    holidays = sorted(day.isoformat() for day in horizon.holidays)
    return {"start": horizon.start.isoformat(), "days": horizon.days, "holidays": holidays}


def _objective(objective: Objective) -> dict[str, Any]:
    return {
        "officer_minute": objective.officer_minute_dong,
        "night": objective.night_dong,
        "unevenness": objective.unevenness_dong or None,
        "change": objective.change_dong or None,
    }


def _service(service: Service) -> dict[str, Any]:
    then = service.then
    return {
        "name": service.name,
        "minutes": service.minutes,
        "value": service.value_dong,
        "needs": sorted(service.needs),
        "requires": sorted(service.requires),
        "plannable": service.plannable,
        "then": None if then is None else {"service": then.service, "after_days": then.after_days},
    }


def _vehicle(vehicle: Vehicle, scenario: Scenario) -> dict[str, Any]:
    moves = {"speed_kmh": vehicle.speed_kmh, "detour": vehicle.detour, "dong_per_km": vehicle.dong_per_km}
    # Unstated where nothing is measured on roads, as the copies of earlier versions had it.
    return (
        moves
        if scenario.roads is None and scenario.server is None
        else {**moves, "movement": vehicle.movement.value}
    )


def _travel(scenario: Scenario) -> dict[str, Any]:
    roads = scenario.roads
    if roads is not None:
        return {"source": "roads", "file": roads.file, "speeds": SPEEDS_FILE, "sha256": roads.sha256}
    server = scenario.server
    if server is not None:
        extract = {"file": server.file or None, "sha256": server.sha256 or None}
        return {"source": server.kind.value, "url": server.url or None, **extract}
    if scenario.legs is not None:
        return {"source": "matrix", "file": TRAVEL_FILE}
    return {"source": "estimate"}


def speeds_lines(roads: RoadMap) -> Iterator[str]:
    """The lines of the table of speeds, every value stated."""
    yield from entries({"alone": True, "walking_kmh": roads.walking_kmh})
    for movement, speeds in roads.speeds.items():
        yield from map_of(movement.value, {"classes": dict(speeds.classes), "limits": dict(speeds.limits)})


def _hours(scenario: Scenario) -> Iterator[str]:
    if not scenario.hours:
        return
    yield "hours:"
    for hours in scenario.hours.values():
        if not hours.windows:
            yield f"  {key_text(hours.id)}: {{}}"
            continue
        yield f"  {key_text(hours.id)}:"
        for day, windows in sorted(hours.windows.items()):
            yield f"    {day.isoformat()}: {flow([window_text(window) for window in windows])}"


def _place(place: Place) -> dict[str, Any]:
    return {"id": place.id, "name": place.name, "lat": place.lat, "lon": place.lon}


def _team(team: Team, horizon: Horizon) -> dict[str, Any]:
    return {
        "id": team.id,
        "name": team.name,
        "base": team.base,
        "vehicle": team.vehicle,
        "officers": team.officers,
        "stations": team.stations,
        "skills": sorted(team.skills),
        "brings": sorted(team.brings),
        "shift": window_text(team.shift),
        "max_work_minutes": team.max_work_minutes,
        "max_drive_minutes": team.max_drive_minutes,
        "max_nights": team.max_nights,
        "break": None if team.pause is None else _break(team.pause),
        "end_anywhere": team.end_anywhere or None,  # like the break, unstated where it is not so
        "home_when_off": team.home_when_off or None,
        "works_holidays": True,  # holidays on which it stays at home are among its days off
        "days_off": [day.isoformat() for day in horizon.dates() if day not in team.dates],
    }


def _break(pause: Break) -> dict[str, Any]:
    return {"minutes": pause.minutes, "between": window_text(pause.between)}


def _link(link: Link) -> dict[str, Any]:
    return {
        "from": link.origin,
        "to": link.destination,
        "minutes": link.minutes,
        "km": link.metres / 1000,
        "dong_per_officer": link.dong_per_officer,
        "vehicle": link.vehicle,
        "one_way": link.one_way,
    }


def _closure(closure: Closure) -> dict[str, Any]:
    places = closure.places
    ends = {"site": places[0]} if len(places) == 1 else {"from": places[0], "to": places[1]}
    return {**ends, "start": closure.start.isoformat(), "end": closure.end.isoformat()}


def _road_closure(closure: RoadClosure) -> dict[str, Any]:
    spot = {"lat": closure.lat, "lon": closure.lon, "radius_m": closure.radius_m}
    return {
        "way": closure.way,
        "road": closure.name or None,
        **(spot if closure.lat is not None else {}),
        "start": closure.start.isoformat(),
        "end": closure.end.isoformat(),
    }


def _gathering(gathering: Gathering) -> dict[str, Any]:
    return {
        "radius_km": gathering.radius_km,
        "turnout": gathering.turnout,
        "services": sorted(gathering.services),
    }


def _shuttle(shuttle: Shuttle) -> dict[str, Any]:
    return {
        "from": shuttle.origin,
        "to": shuttle.destination,
        "turnout": shuttle.turnout,
        "dong_per_case": shuttle.dong_per_case,
    }


def _pin(pin: Pin) -> dict[str, Any]:
    return {
        "team": pin.team,
        "date": pin.date.isoformat(),
        "site": pin.site,
        "start": None if pin.start_min is None else format_clock(pin.start_min),
        "cases": dict(pin.cases),
    }
