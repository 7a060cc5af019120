"""Direct roads of a scenario that is measured on an extract, kept between runs."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from optimizer.domain.errors import Finding, ScenarioError, Severity, Where
from optimizer.domain.roads import Movement, RoadClosure, RoadMap
from optimizer.domain.scenario import Scenario
from optimizer.travel.packed import Packed
from optimizer.travel.roads.extract import read_extract
from optimizer.travel.roads.network import Network, read_network, write_network
from optimizer.travel.roads.passage import Passage, passage
from optimizer.travel.roads.scenery import (
    Scenery,
    frame_around,
    read_scenery,
    scenery_of,
    write_scenery,
)
from optimizer.travel.roads.shapes import Tracer
from optimizer.travel.roads.store import FOLDER, Store
from optimizer.travel.roads.ways import MeasuredWays, measure_ways, read_ways, write_ways

_READ_BY = 2
"""Raised when the same extract would be read otherwise than before."""

_DRAWN_BY = 1
"""Raised when the same extract would be drawn otherwise than before."""


class ExtractRoads:
    """Roads of every vehicle of a scenario, measured once for each way of moving and set of closures."""

    def __init__(self, scenario: Scenario, roads: RoadMap) -> None:
        self._scenario = scenario
        self._roads = roads
        self._store = Store(roads.folder)
        self._places = tuple(scenario.places.values())
        self._made: dict[tuple[Movement, tuple[RoadClosure, ...]], MeasuredWays] = {}

    def alike(self, vehicle: str, day: date) -> tuple[Movement, tuple[RoadClosure, ...]]:
        """How a vehicle moves, and what is closed on a date."""
        return self._scenario.vehicles[vehicle].movement, self.closures(day)

    def between_all(self, vehicle: str, day: date) -> Packed:
        """Direct roads of shape (places, places)."""
        return self.measured(vehicle, day).ways.copy()

    def into(self, vehicle: str, day: date, place: int) -> Packed:
        """Direct roads from every place to one, of shape (places,)."""
        return self.measured(vehicle, day).ways[:, place]

    def closures(self, day: date) -> tuple[RoadClosure, ...]:
        """The closures of a date; equal ones for dates on which the same roads are closed."""
        return tuple(one for one in self._scenario.road_closures if one.start <= day <= one.end)

    def measured(self, vehicle: str, day: date) -> MeasuredWays:
        """The ways of a vehicle on a date, with what is to be told about them.

        Raises
        ------
        ScenarioError
            If they have to be measured and the extract is not there or cannot be read.
        """
        state = self.alike(vehicle, day)
        if state not in self._made:
            name = self._name(*state)
            # A plan stands by what was measured for it, whichever version did: its folder has no extract.
            lasting = not self.has_extract
            kept = self._store.find(
                name, lambda path: read_ways(path, len(self._places), of_any_version=lasting)
            )
            self._made[state] = kept or self._measure(name, *state)
        return self._made[state]

    def is_kept(self) -> bool:
        """Whether every way that the scenario needs was measured before, so that nothing takes long."""
        return all(self._store.has(name) for name in self._names())

    def keep_with(self, folder: Path) -> None:
        """Copy everything measured for this scenario beside its frozen copy in a plan's folder.

        Raises
        ------
        OSError
            If the folder cannot be written.
        """
        for name in self._names():
            self._store.copy(name, folder / FOLDER)

    def tracer(self, movement: Movement, closures: tuple[RoadClosure, ...]) -> Tracer:
        """Draws the ways of a kind of movement with some roads closed."""
        return Tracer(self.passage(movement), self._places, closures, walking_kmh=self._roads.walking_kmh)

    def passage(self, movement: Movement) -> Passage:
        """What a kind of movement may use."""
        return passage(self.network, movement, self._roads.speeds[movement])

    @cached_property
    def network(self) -> Network:
        """The network of the extract.

        Raises
        ------
        ScenarioError
            If the extract is not there, or cannot be read.
        """
        store = Store(str(self.extract.parent), self._roads.folder)
        return network_of(self.extract, self._roads.sha256, store)

    def scenery(self) -> Scenery:
        """What a map of the scenario's places shows of the extract.

        Raises
        ------
        ScenarioError
            If the extract is not there, or cannot be read.
        """
        frame = frame_around(self._places)
        made_from = {"extract": self._roads.sha256, "drawn by": _DRAWN_BY, "frame": asdict(frame)}
        name = f"scenery-{_digest(made_from)}.json"
        kept = self._store.find(name, read_scenery)
        if kept is None:
            kept = scenery_of(self.extract, self.network, frame)
            self._store.keep(name, partial(write_scenery, kept))
        return kept

    @property
    def has_extract(self) -> bool:
        """Whether the extract is at hand: beside a plan it is not."""
        return self.extract.is_file()

    @property
    def extract(self) -> Path:
        """Where the extract lies, or would lie."""
        return Path(self._roads.path or self._roads.file)

    def _measure(self, name: str, movement: Movement, closures: tuple[RoadClosure, ...]) -> MeasuredWays:
        made = measure_ways(
            self.passage(movement), self._places, closures, walking_kmh=self._roads.walking_kmh
        )
        self._store.keep(name, lambda path: write_ways(made, path))
        return made

    def _names(self) -> set[str]:
        vehicles = {team.vehicle for team in self._scenario.teams.values()}
        states = {self.alike(vehicle, day) for vehicle in vehicles for day in self._scenario.horizon.dates()}
        return {self._name(*state) for state in states}

    def _name(self, movement: Movement, closures: tuple[RoadClosure, ...]) -> str:
        """Named by all that the ways depend on; the dates of closures are not among it."""
        speeds = self._roads.speeds[movement]
        shut = [{**asdict(one), "start": None, "end": None} for one in closures]
        made_from = {
            "extract": self._roads.sha256,
            "movement": movement,
            "classes": sorted(speeds.classes.items()),
            "limits": sorted(speeds.limits.items()),
            "walking": self._roads.walking_kmh,
            "closed": shut,
            "places": [(place.lat, place.lon) for place in self._places],
        }
        return f"ways-{_digest(made_from)}.npz"


def network_of(path: Path, sha256: str, store: Store) -> Network:
    """The network of an extract, read at most once.

    Raises
    ------
    ScenarioError
        If the extract is not there, or cannot be read.
    """
    name = f"network-{_digest({'extract': sha256, 'read by': _READ_BY})}.npz"
    kept = store.find(name, read_network)
    if kept is not None:
        return kept
    if not path.is_file():
        raise ScenarioError([Finding("T313", Severity.ERROR, Where(file=path.name))])
    network = read_extract(path)
    store.keep(name, lambda unfinished: write_network(network, unfinished))
    return network


def _digest(made_from: object) -> str:
    return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()[:24]
