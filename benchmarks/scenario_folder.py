"""Writes a campaign made here as the folder of an ordinary scenario."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock
from optimizer.domain.scenario import LegTable, Place, Scenario, Service, Site, Team

SITES, TRAVEL = "sites.csv", "travel.csv"
SITE_COLUMNS = (
    "id", "name", "lat", "lon", "hours", "lacks", "requires", "lodging", "priority", "deadline",
    "setup_minutes",
)  # fmt: skip


def write_scenario(scenario: Scenario, folder: Path) -> None:
    """Write `scenario.yaml` and its tables; only what benchmarks use of the format is known here."""
    folder.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(_document(scenario), allow_unicode=True, sort_keys=False, width=110)
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    services = list(scenario.services)
    _write(
        folder / SITES,
        [*SITE_COLUMNS, *services],
        (_site_row(site, services) for site in scenario.sites.values()),
    )
    if scenario.legs is not None:
        _write(folder / TRAVEL, ["from", "to", "minutes", "km"], _leg_rows(scenario, scenario.legs))


def _write(file: Path, columns: list[str], rows: Iterable[Iterable[object]]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(columns)
        writer.writerows(rows)


def _document(scenario: Scenario) -> dict[str, Any]:
    costs = scenario.objective
    document: dict[str, Any] = {
        "format": "luudong/1",
        "name": scenario.name,
        "horizon": {"start": scenario.horizon.start, "days": scenario.horizon.days},
        "services": {service.id: _service(service) for service in scenario.services.values()},
        "hours": {
            hours.id: _hours(hours.windows, scenario.horizon.days) for hours in scenario.hours.values()
        },
        "bases": [_place(place) for place in scenario.bases.values()],
        "sites": SITES,
        "teams": [_team(scenario, team) for team in scenario.teams.values()],
        "vehicles": {
            one.id: {"speed_kmh": one.speed_kmh, "detour": one.detour, "dong_per_km": one.dong_per_km}
            for one in scenario.vehicles.values()
        },
        "objective": {"officer_minute": costs.officer_minute_dong, "night": costs.night_dong},
    }
    if scenario.things:
        document["brings"] = {thing: sorted(offers) for thing, offers in scenario.things.items()}
    if scenario.legs is not None:
        document["travel"] = {"source": "matrix", "file": TRAVEL}
    return document


def _place(place: Place) -> dict[str, Any]:
    return {"id": place.id, "name": place.name, "lat": float(place.lat), "lon": float(place.lon)}


def _service(service: Service) -> dict[str, Any]:
    written = {"name": service.name, "minutes": service.minutes, "value": service.value_dong}
    return written | ({"needs": sorted(service.needs)} if service.needs else {})


def _window(window: Window) -> str:
    return f"{format_clock(window.start_min)}-{format_clock(window.end_min)}"


def _hours(windows: Mapping[date, tuple[Window, ...]], days: int) -> dict[Any, list[str]]:
    written = {day: [_window(one) for one in on_day] for day, on_day in windows.items() if on_day}
    distinct = {tuple(texts) for texts in written.values()}
    if len(written) == days and len(distinct) == 1:
        return {"daily": list(distinct.pop())}
    return dict(written)


def _team(scenario: Scenario, team: Team) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": team.id,
        "name": team.name,
        "base": team.base,
        "officers": team.officers,
        "stations": team.stations,
        "vehicle": team.vehicle,
        "shift": _window(team.shift),
        "max_nights": team.max_nights,
    }
    if team.skills:
        written["skills"] = sorted(team.skills)
    if team.brings:
        written["brings"] = sorted(team.brings)
    off = [day for day in scenario.horizon.dates() if day not in team.dates]
    return written | ({"days_off": off} if off else {})


def _site_row(site: Site, services: list[str]) -> Iterable[object]:
    yield from (site.id, site.name, site.lat, site.lon, site.hours or "")
    yield from (" ".join(sorted(site.lacks)), " ".join(sorted(site.requires)), "yes" if site.lodging else "")
    yield from (site.priority, site.deadline or "", site.setup_minutes)
    yield from (site.cases.get(service, "") for service in services)


def _leg_rows(scenario: Scenario, legs: LegTable) -> Iterable[Iterable[object]]:
    ids = list(scenario.places)
    for origin, destination, minutes, metres in zip(
        legs.origin, legs.destination, legs.minutes, legs.metres, strict=True
    ):
        yield ids[origin], ids[destination], minutes, metres / 1000
