"""Officers, crews and posts in the frozen copy: the rules from which teams were formed, not the teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from optimizer.domain.calendar import Horizon, Hours
from optimizer.domain.clock import format_clock
from optimizer.domain.crews import Crewing, CrewKind, Officer, Post, Range, Rest
from optimizer.domain.teams import Break
from optimizer.intake.times import window_text
from optimizer.intake.yaml_text import entries, flow, key_text, list_of

OFFICERS_FILE, HISTORY_FILE = "officers.csv", "history.csv"


def crewing_lines(crewing: Crewing, horizon: Horizon) -> Iterator[str]:
    """The lines of everything that teams are formed from."""
    yield f"officers: {OFFICERS_FILE}"
    if crewing.duties:
        yield "duties:"
        for duty in crewing.duties.values():
            yield f"  {key_text(duty.id)}: {flow({'name': duty.name, 'when': _when(duty.when)})}"
    if crewing.history:
        yield f"history: {HISTORY_FILE}"
    yield from list_of("crews", (_kind(one, horizon) for one in crewing.kinds.values()))
    kits = ({"id": kind, "kind": kind, "number": number} for kind, number in crewing.kits.items())
    yield from list_of("kits", kits)
    yield from list_of("posts", (_post(one, horizon) for one in crewing.posts.values()))
    yield from list_of("together", (list(wish) for wish in crewing.together))
    yield from list_of("apart", (list(wish) for wish in crewing.apart))
    fairness = crewing.fairness
    yield from entries(
        {
            "rest": _rest(crewing.rest),
            "fairness": {
                "day_away": fairness.day_away,
                "evening": fairness.evening,
                "weekend": fairness.weekend,
            },
        }
    )


def officer_rows(crewing: Crewing) -> Iterator[tuple[Any, ...]]:
    """The table of officers, its heading first."""
    yield ("id", "name", "unit", "skills", "level", "days_off", "duties", "max_days")
    for one in crewing.officers.values():
        yield (*_who(one), " ".join(day.isoformat() for day in sorted(one.days_off)), *_else(one))


def history_rows(crewing: Crewing) -> Iterator[tuple[Any, ...]]:
    """The table of what was worked in earlier weeks, its heading first."""
    # Tables of before there was such a column stay as they were, and so does the plan's fingerprint.
    does_rest = any(past.rests_until for past in crewing.history.values())
    yield (
        "officer",
        "days_away",
        "evenings",
        "weekends",
        "in_a_row",
        *(["rests_until"] if does_rest else ()),
    )
    for officer, past in crewing.history.items():
        told = (officer, past.days_away, past.evenings, past.weekends, past.in_a_row)
        yield (*told, past.rests_until) if does_rest else told


def _who(one: Officer) -> tuple[Any, ...]:
    return one.id, one.name, one.unit, " ".join(sorted(one.skills)), one.level


def _else(one: Officer) -> tuple[Any, ...]:
    return " ".join(one.duties), one.max_days


def _when(hours: Hours) -> dict[str, list[str]]:
    return {
        day.isoformat(): [window_text(window) for window in windows]
        for day, windows in sorted(hours.windows.items())
    }


def _range(several: Range) -> int | str:
    return several.least if several.least == several.most else f"{several.least}-{several.most}"


def _kind(kind: CrewKind, horizon: Horizon) -> dict[str, Any]:
    return {
        "id": kind.id,
        "name": kind.name,
        "base": kind.base,
        "vehicle": kind.vehicle,
        "teams": _range(kind.teams),
        "officers": _range(kind.officers),
        "stations": _range(kind.stations),
        "operator": kind.operator,
        "roles": dict(kind.roles),
        "leader": kind.leader,
        "brings": sorted(kind.brings),
        "may_bring": sorted(kind.may_bring),
        "units": sorted(kind.units),
        "shift": window_text(kind.shift),
        "max_work_minutes": kind.max_work_minutes,
        "max_drive_minutes": kind.max_drive_minutes,
        "max_nights": kind.max_nights,
        "break": _break(kind.pause),
        "end_anywhere": kind.end_anywhere or None,
        "works_holidays": True,  # holidays on which they stay at home are among their days off
        "days_off": [day.isoformat() for day in horizon.dates() if day not in kind.dates],
    }


def _break(pause: Break | None) -> Mapping[str, Any] | None:
    if pause is None:
        return None
    between = pause.between
    return {
        "minutes": pause.minutes,
        "between": f"{format_clock(between.start_min)}-{format_clock(between.end_min)}",
    }


def _post(post: Post, horizon: Horizon) -> dict[str, Any]:
    return {
        "id": post.id,
        "name": post.name,
        "officers": post.officers,
        "roles": dict(post.roles),
        "units": sorted(post.units),
        "hours": window_text(post.hours),
        "works_holidays": True,
        "days_off": [day.isoformat() for day in horizon.dates() if day not in post.dates],
        "stations": post.stations or None,
        "base": post.base,
    }


def _rest(rest: Rest) -> dict[str, Any]:
    return {
        "days_in_a_row": rest.days_in_a_row,
        "days_a_week": rest.days_a_week,
        "after_nights": rest.after_nights,
    }
