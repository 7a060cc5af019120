"""The frozen copy of a scenario that lies beside its plan, and the fingerprint of it.

The copy is an ordinary scenario in the one way of writing it: every value stated, hours and
days off resolved to dates.  It is made from the domain alone, so nothing that the planner's
files held besides can slip into a plan's folder.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from optimizer.domain.calendar import Horizon
from optimizer.domain.errors import OutputError
from optimizer.domain.scenario import Break, Closure, LegTable, Link, Place, Scenario, Service, Site, Team
from optimizer.intake.format import SCENARIO_FORMAT
from optimizer.intake.formulas import as_cell
from optimizer.intake.times import window_text
from optimizer.intake.whole_files import cannot_write, written_whole

YAML_FILE, SITES_FILE, TRAVEL_FILE = "scenario.yaml", "sites.csv", "travel.csv"
_BARE = re.compile(r"[a-z_]+")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_LINES_AT_ONCE = 65_536

Text = Callable[[], Iterator[str]]


def fingerprint(scenario: Scenario) -> str:
    """SHA-256 of the frozen copy, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for name, text in _files(scenario).items():
        digest.update(f"{name}\n".encode())
        for part in text():
            digest.update(part.encode())
    return digest.hexdigest()


def write_frozen(scenario: Scenario, folder: Path) -> None:
    """Write the frozen copy into `folder`, each file whole or not at all.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    files = _files(scenario)
    for name, text in files.items():
        encoding = "utf-8" if name == YAML_FILE else "utf-8-sig"
        with (
            written_whole(folder / name) as path,
            path.open("w", encoding=encoding, newline="") as opened,
        ):
            opened.writelines(text())
    if scenario.legs is None:
        try:
            (folder / TRAVEL_FILE).unlink(missing_ok=True)
        except OSError as problem:
            raise OutputError([cannot_write(folder / TRAVEL_FILE, problem)]) from problem


def _files(scenario: Scenario) -> Mapping[str, Text]:
    """The text of each file, in parts, by its name."""
    files: dict[str, Text] = {
        YAML_FILE: lambda: (f"{line}\n" for line in _yaml_lines(scenario)),
        SITES_FILE: lambda: _csv_text(_site_rows(scenario)),
    }
    legs = scenario.legs
    if legs is not None:
        files[TRAVEL_FILE] = lambda: _csv_text(_leg_rows(scenario, legs))
    return files


def _yaml_lines(scenario: Scenario) -> Iterator[str]:
    yield from _entries(
        {
            "format": SCENARIO_FORMAT,
            "name": scenario.name,
            "language": scenario.language,
            "horizon": _horizon(scenario.horizon),
            "objective": {
                "officer_minute": scenario.objective.officer_minute_dong,
                "night": scenario.objective.night_dong,
            },
        }
    )
    yield from _map("services", {one.id: _service(one) for one in scenario.services.values()})
    yield from _hours(scenario)
    yield from _list("bases", map(_place, scenario.bases.values()))
    yield from _list("lodgings", map(_place, scenario.lodgings.values()))
    yield f"sites: {SITES_FILE}"
    yield from _map("brings", {thing: sorted(tags) for thing, tags in scenario.things.items()})
    vehicles = {
        one.id: {"speed_kmh": one.speed_kmh, "detour": one.detour, "dong_per_km": one.dong_per_km}
        for one in scenario.vehicles.values()
    }
    yield from _map("vehicles", vehicles)
    yield from _list("teams", (_team(team, scenario.horizon) for team in scenario.teams.values()))
    matrix = {"source": "matrix", "file": TRAVEL_FILE}
    yield from _entries({"travel": {"source": "estimate"} if scenario.legs is None else matrix})
    yield from _list("links", map(_link, scenario.links))
    yield from _list("closures", map(_closure, scenario.closures))
    yield from _list("published", scenario.published)
    yield from _list("assumed", scenario.assumed)


def _horizon(horizon: Horizon) -> dict[str, Any]:
    holidays = sorted(day.isoformat() for day in horizon.holidays)
    return {"start": horizon.start.isoformat(), "days": horizon.days, "holidays": holidays}


def _service(service: Service) -> dict[str, Any]:
    return {
        "name": service.name,
        "minutes": service.minutes,
        "value": service.value_dong,
        "needs": sorted(service.needs),
        "requires": sorted(service.requires),
        "plannable": service.plannable,
    }


def _hours(scenario: Scenario) -> Iterator[str]:
    if not scenario.hours:
        return
    yield "hours:"
    for hours in scenario.hours.values():
        if not hours.windows:
            yield f"  {_key(hours.id)}: {{}}"
            continue
        yield f"  {_key(hours.id)}:"
        for day, windows in sorted(hours.windows.items()):
            yield f"    {day.isoformat()}: {_flow([window_text(window) for window in windows])}"


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


def _entries(values: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)}: {_flow(value)}" for key, value in values.items())


def _map(section: str, values: Mapping[str, Any]) -> Iterator[str]:
    if values:
        yield f"{section}:"
        yield from (f"  {line}" for line in _entries(values))


def _list(section: str, values: Iterable[Any]) -> Iterator[str]:
    items = [f"  - {_flow(value)}" for value in values]
    if items:
        yield f"{section}:"
        yield from items


def _flow(value: Any) -> str:
    """YAML on one line: text in quotes, blank values left out."""
    if isinstance(value, dict):
        filled = (f"{_key(key)}: {_flow(item)}" for key, item in value.items() if item is not None)
        return "{" + ", ".join(filled) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return _UNPRINTABLE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", json.dumps(text, ensure_ascii=False))


def _csv_text(rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for number, row in enumerate(rows, start=1):
        # Only text can be a formula; a number may begin with its sign.
        writer.writerow([as_cell(cell) if isinstance(cell, str) else cell for cell in row])
        if number % _LINES_AT_ONCE == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


_SITE_COLUMNS: Mapping[str, Callable[[Site], Any]] = {
    "id": lambda site: site.id,
    "name": lambda site: site.name,
    "commune": lambda site: site.commune,
    "lat": lambda site: site.lat,
    "lon": lambda site: site.lon,
    "hours": lambda site: site.hours,
    "lacks": lambda site: " ".join(sorted(site.lacks)),
    "requires": lambda site: " ".join(sorted(site.requires)),
    "lodging": lambda site: "yes" if site.lodging else "no",
    "priority": lambda site: site.priority,
    "release": lambda site: site.release,
    "deadline": lambda site: site.deadline,
    "setup_minutes": lambda site: site.setup_minutes,
    "vehicles": lambda site: " ".join(sorted(site.vehicles)),
    "max_teams": lambda site: site.max_teams,
}
_ONLY_IF_USED = frozenset({"max_teams"})
"""Columns left out where no site has a value: the copy of a scenario stays as earlier versions wrote it."""


def _site_rows(scenario: Scenario) -> Iterator[list[Any]]:
    sites = scenario.sites.values()
    columns = {
        name: column
        for name, column in _SITE_COLUMNS.items()
        if name not in _ONLY_IF_USED or any(column(site) is not None for site in sites)
    }
    yield [*columns, *scenario.services]
    for site in sites:
        counts = [site.cases.get(service, "") for service in scenario.services]
        yield [*(column(site) for column in columns.values()), *counts]


def _leg_rows(scenario: Scenario, legs: LegTable) -> Iterator[tuple[str, str, int, str, str]]:
    places, vehicles = list(scenario.places), [*scenario.vehicles, ""]
    yield ("from", "to", "minutes", "km", "vehicle")  # type: ignore[misc]
    for origin, destination, minutes, metres, vehicle in zip(
        legs.origin, legs.destination, legs.minutes, legs.metres, legs.vehicle, strict=True
    ):
        km = f"{metres // 1000}.{metres % 1000:03d}"
        yield places[origin], places[destination], minutes, km, vehicles[vehicle]
