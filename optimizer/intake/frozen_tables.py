"""The tables of the frozen copy: sites, legs, recorded work."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from optimizer.domain.scenario import LegTable, Scenario, Site
from optimizer.intake.formulas import as_cell

SITES_FILE, TRAVEL_FILE, RECORD_FILE = "sites.csv", "travel.csv", "record.csv"
_LINES_AT_ONCE = 65_536


def csv_text(rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """A CSV in parts."""
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


def site_rows(scenario: Scenario) -> Iterator[list[Any]]:
    """The table of sites, its heading first."""
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


def leg_rows(scenario: Scenario, legs: LegTable) -> Iterator[tuple[Any, ...]]:
    """The travel table, its heading first."""
    places, vehicles = list(scenario.places), [*scenario.vehicles, ""]
    yield ("from", "to", "minutes", "km", "vehicle")
    for origin, destination, minutes, metres, vehicle in zip(
        legs.origin, legs.destination, legs.minutes, legs.metres, legs.vehicle, strict=True
    ):
        km = f"{metres // 1000}.{metres % 1000:03d}"
        yield places[origin], places[destination], minutes, km, vehicles[vehicle]


def record_rows(scenario: Scenario) -> Iterator[tuple[Any, ...]]:
    """The table of work done, its heading first."""
    yield ("date", "site", "service", "cases")
    for done in scenario.work_done:
        yield done.date, done.site, done.service, done.cases
