"""What the tags of an OpenStreetMap way say about who may use it, in which direction, and how fast."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from optimizer.domain.roads import Movement

FERRY = "ferry"
"""Class of a ferry line, beside the classes of `highway` and `waterway`."""

CONDITIONS = ("surface", "tracktype", "smoothness")
WATERWAYS = frozenset({"river", "canal", "fairway"})

_ACCESS: Mapping[Movement, tuple[str, ...]] = {
    Movement.CAR: ("motorcar", "motor_vehicle", "vehicle", "access"),
    Movement.MOTORBIKE: ("motorcycle", "motor_vehicle", "vehicle", "access"),
    Movement.FOOT: ("foot", "access"),
    Movement.BOAT: ("motorboat", "boat", "access"),
}
_FORBIDDING = frozenset({"no", "private", "military"})
_OPENING = frozenset({"yes", "designated", "permissive", "official"})
_SHUT_CLASSES = frozenset(
    {"construction", "proposed", "abandoned", "razed", "platform", "raceway", "corridor"}
)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3})(?::(\d{2}))?")
_ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")
_SPEED = re.compile(r"(\d{1,3})(?:\s*(?:km/h|kmh|kph))?")
_MPH = re.compile(r"(\d{1,3})\s*mph")
_KM_PER_MILE = 1.609344


class RoadKind(NamedTuple):
    """What a speed depends on: the class of a road, its surface, grade of track and smoothness."""

    road_class: str
    conditions: tuple[str, ...]


def road_kind(tags: Mapping[str, str]) -> RoadKind | None:
    """The kind of a way, or None for one on which nothing moves."""
    if tags.get("area") == "yes":
        return None
    conditions = tuple(word for word in (tags.get(key, "") for key in CONDITIONS) if word)
    highway = tags.get("highway")
    if highway and highway not in _SHUT_CLASSES:
        return RoadKind(highway, conditions)
    if tags.get("route") == "ferry":
        return RoadKind(FERRY, ())
    if tags.get("waterway") in WATERWAYS:
        return RoadKind(tags["waterway"], ())
    return None


def forbidden(tags: Mapping[str, str], movement: Movement) -> bool:
    """Whether the tags keep a kind of movement out; the most specific tag decides."""
    said = (tags[key] for key in _ACCESS[movement] if key in tags)
    return next(said, "") in _FORBIDDING


def opened(tags: Mapping[str, str], movement: Movement) -> bool:
    """Whether the tags let a kind of movement in by name, whatever the class of the road."""
    said = (tags[key] for key in _ACCESS[movement][:-1] if key in tags)
    return next(said, "") in _OPENING


def direction(tags: Mapping[str, str]) -> int:
    """1 for one way as drawn, -1 for one way against it, 0 for both."""
    oneway = tags.get("oneway", "")
    if oneway in ("-1", "reverse"):
        return -1
    if oneway in ("yes", "true", "1"):
        return 1
    circles = tags.get("junction") in ("roundabout", "circular") or tags.get("highway") == "motorway"
    return 1 if circles and oneway != "no" else 0


def follows_direction(movement: Movement) -> bool:
    """Whether one-way signs bind a kind of movement."""
    return movement in (Movement.CAR, Movement.MOTORBIKE)


def duration_minutes(tags: Mapping[str, str]) -> float:
    """Minutes that a crossing takes; 0 where the tags do not say."""
    text = tags.get("duration", "").strip()
    iso = _ISO_DURATION.fullmatch(text)
    if iso:
        return int(iso[1] or 0) * 60.0 + int(iso[2] or 0)
    clock = _CLOCK.fullmatch(text)
    if not clock:
        return 0.0
    return int(clock[1] or 0) * 60.0 + int(clock[2]) + int(clock[3] or 0) / 60.0


def speed_limit_kmh(tags: Mapping[str, str]) -> float:
    """The signed speed limit; 0 where there is none or it is not a number."""
    text = tags.get("maxspeed", "").strip()
    metric, imperial = _SPEED.fullmatch(text), _MPH.fullmatch(text)
    if metric:
        return float(metric[1])
    return round(int(imperial[1]) * _KM_PER_MILE, 1) if imperial else 0.0


def barred(tags: Mapping[str, str], movement: Movement) -> bool:
    """Whether a barrier on a road stops a kind of movement."""
    barrier = tags.get("barrier", "")
    if not barrier or opened(tags, movement):
        return False
    if forbidden(tags, movement):
        return True
    too_wide = barrier in ("bollard", "block", "cycle_barrier", "motorcycle_barrier", "stile", "turnstile")
    return too_wide and (
        movement is Movement.CAR
        or (movement is Movement.MOTORBIKE and barrier in ("motorcycle_barrier", "stile", "turnstile"))
    )


def label(tags: Mapping[str, str]) -> str:
    """What people call a road: its number and its name."""
    return " ".join(word for word in (tags.get("ref", ""), tags.get("name", "")) if word)
