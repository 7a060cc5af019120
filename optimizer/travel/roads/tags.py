"""What the tags of an OpenStreetMap way say about who may use it, in which direction, and how fast."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from optimizer.domain.roads import Movement

FERRY = "ferry"
"""Class of a ferry line, beside the classes of `highway` and `waterway`."""

CONDITIONS = ("surface", "tracktype", "smoothness", "sac_scale")
WATERWAYS = frozenset({"river", "canal", "fairway"})

_ACCESS: Mapping[Movement, tuple[str, ...]] = {
    Movement.CAR: ("motorcar", "motor_vehicle", "vehicle", "access"),
    Movement.MOTORBIKE: ("motorcycle", "motor_vehicle", "vehicle", "access"),
    Movement.FOOT: ("foot", "access"),
    Movement.BOAT: ("motorboat", "boat", "access"),
}
_FORBIDDING = frozenset(
    {"no", "private", "military", "agricultural", "forestry", "emergency", "psv", "bus", "use_sidepath"}
)
_OPENING = frozenset({"yes", "designated", "permissive", "official", "destination"})
_SHUT_CLASSES = frozenset(
    {"construction", "proposed", "abandoned", "razed", "platform", "raceway", "corridor"}
)
_FENCED_CLASSES = frozenset({"motorway", "motorway_link", FERRY})
_ONE_WAY: Mapping[str, int] = {"yes": 1, "true": 1, "1": 1, "-1": -1, "reverse": -1, "no": 0}
_STOPS_CARS = frozenset(
    {"bollard", "block", "chain", "log", "debris", "planter", "jersey_barrier", "cycle_barrier"}
)
_STOPS_WHEELS = frozenset(
    {"motorcycle_barrier", "stile", "turnstile", "full-height_turnstile", "kissing_gate", "horse_stile"}
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
    words = [word.strip() for word in next(said, "").split(";")]
    if words != [""]:
        return all(word in _FORBIDDING for word in words)
    # An expressway by its sign, whatever its class.
    return tags.get("motorroad") == "yes" and movement in (Movement.MOTORBIKE, Movement.FOOT)


def opened(tags: Mapping[str, str], movement: Movement) -> bool:
    """Whether the tags let a kind of movement in by name, whatever the class of the road."""
    said = (tags[key] for key in _ACCESS[movement][:-1] if key in tags)
    return next(said, "") in _OPENING


def direction(tags: Mapping[str, str], movement: Movement) -> int:
    """1 for one way as drawn, -1 for one way against it, 0 for both.

    A sign for a kind of movement decides before the one for all; that binds cars and motorbikes only.
    """
    names = [key for key in _ACCESS[movement] if key != "access" and f"oneway:{key}" in tags]
    if names:
        return _ONE_WAY.get(tags[f"oneway:{names[0]}"], 0)
    if movement not in (Movement.CAR, Movement.MOTORBIKE):
        return 0
    circles = tags.get("junction") in ("roundabout", "circular") or tags.get("highway") == "motorway"
    return _ONE_WAY.get(tags.get("oneway", ""), 1 if circles else 0)


def joinable(tags: Mapping[str, str]) -> bool:
    """Whether one gets on and off anywhere along it: not on ferries, bridges, expressways, nor in tunnels."""
    kind = road_kind(tags)
    inside = any(tags.get(key, "no") != "no" for key in ("bridge", "tunnel"))
    return kind is not None and kind.road_class not in _FENCED_CLASSES and not inside


def walked_bridge(tags: Mapping[str, str]) -> bool:
    """Whether a way is a bridge that one may cross on foot."""
    kind = road_kind(tags)
    if kind is None or "highway" not in tags or kind.road_class in _FENCED_CLASSES:
        return False
    return tags.get("bridge", "no") != "no" and not forbidden(tags, Movement.FOOT)


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
    on_wheels = movement in (Movement.CAR, Movement.MOTORBIKE)
    if on_wheels and (barrier in _STOPS_WHEELS or tags.get("locked") == "yes"):
        return True
    return movement is Movement.CAR and barrier in _STOPS_CARS


def label(tags: Mapping[str, str]) -> str:
    """What people call a road: its number and its name."""
    return " ".join(word for word in (tags.get("ref", ""), tags.get("name", "")) if word)
