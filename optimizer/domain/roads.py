"""Real roads: the extract or the server that travel is measured on, speeds, and what is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Movement(StrEnum):
    """How a vehicle moves, which decides what roads it may use and how fast."""

    CAR = "car"
    MOTORBIKE = "motorbike"
    FOOT = "foot"
    BOAT = "boat"


@dataclass(frozen=True, slots=True)
class Speeds:
    """Speeds of one kind of movement, in km/h.

    Parameters
    ----------
    classes
        By class of road, in the words of OpenStreetMap; a class that is not listed is not used.
    limits
        The most there can be on a surface, grade of track or smoothness; 0 for what is not passable.
    """

    classes: Mapping[str, float]
    limits: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class RoadMap:
    """An OpenStreetMap extract on which travel is measured.

    Parameters
    ----------
    file
        Its name, as the scenario gives it.
    sha256
        Digest of its content.
    speeds
        For every kind of movement.
    walking_kmh
        Speed on foot between a place and its road.
    folder
        Folder of the scenario on this machine, where what was measured is kept.
    path
        Where the extract lies on this machine; empty beside a plan, which does without it.
    """

    file: str
    sha256: str
    speeds: Mapping[Movement, Speeds]
    walking_kmh: float
    folder: str = field(default="", compare=False)
    path: str = field(default="", compare=False)


class ServerKind(StrEnum):
    """Programs that answer questions about ways over the network."""

    OSRM = "osrm"
    VALHALLA = "valhalla"


@dataclass(frozen=True, slots=True)
class RouteServer:
    """A routing server that is asked for travel, or its program on this machine.

    Parameters
    ----------
    url
        Its address; empty for the program on this machine, which works on an extract.
    file, sha256
        Name and digest of that extract.
    folder
        Folder of the scenario on this machine, in which what it told is kept.
    path
        Where the extract lies on this machine.
    """

    kind: ServerKind
    url: str = ""
    file: str = ""
    sha256: str = ""
    folder: str = field(default="", compare=False)
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class RoadClosure:
    """Roads that cannot be used from `start` to `end`, both dates included.

    Given by the id of an OpenStreetMap way, by a road's name or number, or by a point in degrees
    and a radius.
    """

    start: date
    end: date
    way: int | None = None
    name: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_m: float = 0.0
