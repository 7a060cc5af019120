"""Calendars that phones may have already: whose they are, and which events this plan must answer for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from optimizer.report.workbook_sheets.contents import Contents

OURS = UUID("a3a2c1e6-6f0e-5d5b-9f0c-2d0a6f6a7b11")
UID_END = "@luudong"
OFFICE = "x-luudong-office"
"""The property of a calendar by which one office's files are told from another's in the same folder."""

CANCELLED = "CANCELLED"
FOLDER = "ics"

_LARGEST_BYTES = 20_000_000


def office_of(contents: Contents) -> str:
    """Who hands out the calendars: known by the first base, which stays while teams come and go."""
    first = next(iter(contents.scenario.bases.values()))
    return str(uuid5(OURS, f"{first.id}\n{first.name}"))


def read_handed_out(folder: Path) -> dict[str, bytes]:
    """The calendars in a folder of exports, by their names without the ending; those that can be read."""
    read = {}
    for path in sorted((folder / FOLDER).glob("*.ics")):
        with suppress(OSError):
            if path.stat().st_size <= _LARGEST_BYTES:
                read[path.stem] = path.read_bytes()
    return read


def dropped_teams(contents: Contents) -> tuple[str, ...]:
    """Ids of teams of the earlier plan that the scenario has no more."""
    earlier = contents.scenario.earlier
    routes = earlier.routes if earlier else ()
    return tuple(dict.fromkeys(one.team for one in routes if one.team not in contents.scenario.teams))


def left_behind(contents: Contents, handed_out: Mapping[str, bytes], written: set[str]) -> Iterator[str]:
    """Names of calendars that nothing is written to now, and that still have events to be called off."""
    for name, content in handed_out.items():
        if name not in written and any(True for _ in handed_out_events(content, contents)):
            yield name


def handed_out_events(content: bytes, contents: Contents) -> Iterator[Event]:
    """The events of a calendar of this office that lie in the horizon; none of a file that is not one.

    What lies before or after is of another plan, which stands.
    """
    try:
        calendar = Calendar.from_ical(content) if content else None
    except Exception:  # noqa: BLE001 - a damaged file may fail anywhere inside its reader
        return
    if calendar is None or str(calendar.get(OFFICE, "")) != office_of(contents):
        return
    horizon = contents.scenario.horizon
    for event in calendar.walk("VEVENT"):
        begins, ends = _day(event, "dtstart"), _day(event, "dtend")
        if (
            isinstance(event, Event)
            and str(event.get("uid", "")).endswith(UID_END)
            and begins is not None
            and horizon.start <= begins <= horizon.end
            and ends is not None
        ):
            yield event


def _day(event: object, name: str) -> date | None:
    """The date of a moment of an event; None where it has none."""
    try:
        moment = event.decoded(name, None) if isinstance(event, Event) else None
    except Exception:  # noqa: BLE001 - what was edited by hand may say anything
        return None
    if isinstance(moment, datetime):
        return moment.date()
    return moment if isinstance(moment, date) else None
