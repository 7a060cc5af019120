"""Named hours resolved for every date: a date beats a weekday, a weekday a range, a range ``daily``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic_core import PydanticCustomError

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.nearest import Hint
from optimizer.intake.times import parse_date

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY = "daily"

Windows = tuple[Window, ...]
WhereOf = Callable[[str], Where]


@dataclass(slots=True)
class _Week:
    daily: Windows | None = None
    ranges: dict[int, Windows] = field(default_factory=dict)
    weekdays: dict[int, Windows] = field(default_factory=dict)
    dates: dict[date, Windows] = field(default_factory=dict)

    def on(self, day: date) -> Windows | None:
        weekday = day.weekday()
        return self.dates.get(day, self.weekdays.get(weekday, self.ranges.get(weekday, self.daily)))


def resolve_hours(
    hours_id: str, entries: Mapping[str, Windows], horizon: Horizon, where: WhereOf, findings: Findings
) -> Hours:
    """The windows of one named hours on every date of the horizon that has an entry."""
    week = _Week()
    for key, windows in entries.items():
        _enter(week, key.strip().casefold(), windows, where(key), findings)
    for day in week.dates:
        if day not in horizon:
            findings.add("W307", where(day.isoformat()), date=day.isoformat())
    resolved = {day: week.on(day) for day in horizon.dates()}
    return Hours(hours_id, {day: windows for day, windows in resolved.items() if windows is not None})


def _enter(week: _Week, key: str, windows: Windows, where: Where, findings: Findings) -> None:
    if key == DAILY:
        week.daily = windows
    elif key in WEEKDAYS:
        week.weekdays[WEEKDAYS.index(key)] = windows
    elif (days := _days_of_range(key)) is not None:
        if any(day in week.ranges for day in days):
            findings.add("E125", where, key=key)
        week.ranges.update(dict.fromkeys(days, windows))
    else:
        try:
            day = parse_date(key)
        except PydanticCustomError as refused:
            if refused.type == "E115":
                findings.add("E115", where, text=key)
            else:
                findings.add("E124", where, key=key, hint=Hint(key, (*WEEKDAYS, "mon-fri", DAILY)))
            return
        if day in week.dates:
            findings.add("E125", where, key=key)
        week.dates[day] = windows


def _days_of_range(key: str) -> list[int] | None:
    """Weekday numbers of ``mon-fri``; ``sat-mon`` goes over the end of the week."""
    first, dash, last = (part.strip() for part in key.partition("-"))
    if not dash or first not in WEEKDAYS or last not in WEEKDAYS:
        return None
    start = WEEKDAYS.index(first)
    length = (WEEKDAYS.index(last) - start) % 7 + 1
    return [(start + offset) % 7 for offset in range(length)]
