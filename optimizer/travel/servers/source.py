"""Direct roads of a scenario that asks a server, block by block, kept between runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

from optimizer.domain.errors import Finding, ScenarioError, Severity, Where
from optimizer.domain.roads import Movement, RouteServer
from optimizer.domain.scenario import Scenario
from optimizer.travel.packed import NO_ROAD, Packed, pack
from optimizer.travel.roads.store import FOLDER, Store
from optimizer.travel.roads.ways import Join, MeasuredWays, read_ways, write_ways
from optimizer.travel.servers.port import (
    PROFILES,
    Block,
    MatrixPort,
    NotInstalledError,
    RoutingServer,
    ServerError,
)
from optimizer.travel.servers.tiles import LocalValhalla

BLOCK = 40
"""Places on each side of one question: servers take a hundred together unless told otherwise."""


def connected(server: RouteServer) -> MatrixPort:
    """What is asked: the server at an address, or its program on this machine.

    Raises
    ------
    ServerError
        If the program is not installed, or cannot make anything of the extract.
    """
    return RoutingServer(server) if server.url else LocalValhalla(server)


class ServerRoads:
    """Roads of every vehicle as a server tells them; it is asked once for each way of moving.

    Parameters
    ----------
    connect
        Makes what is asked; called only if something has to be.
    """

    def __init__(
        self,
        scenario: Scenario,
        server: RouteServer,
        connect: Callable[[RouteServer], MatrixPort] = connected,
    ) -> None:
        self._scenario = scenario
        self._server = server
        self._connect = connect
        self._places = tuple(scenario.places.values())
        self._store = Store(server.folder)
        self._told: dict[Movement, MeasuredWays] = {}

    def alike(self, vehicle: str, _day: date) -> Movement:
        """How a vehicle moves."""
        return self._scenario.vehicles[vehicle].movement

    def between_all(self, vehicle: str, day: date) -> Packed:
        """Direct roads of shape (places, places).

        Raises
        ------
        ScenarioError
            If the server has to be asked and does not answer, or does not know this way of moving.
        """
        return self.told(vehicle, day).ways.copy()

    def into(self, vehicle: str, day: date, place: int) -> Packed:
        """Direct roads from every place to one, of shape (places,)."""
        return self.told(vehicle, day).ways[:, place]

    def told(self, vehicle: str, day: date) -> MeasuredWays:
        """The ways of a vehicle, with where the server joins places to roads if it says so.

        Raises
        ------
        ScenarioError
            If the server has to be asked and does not answer, or does not know this way of moving.
        """
        return self._ways(self.alike(vehicle, day))

    def keep_with(self, folder: Path) -> None:
        """Copy what the server told beside the frozen copy in a plan's folder, which then needs no server.

        Raises
        ------
        OSError
            If the folder cannot be written.
        """
        for movement in {
            self._scenario.vehicles[team.vehicle].movement for team in self._scenario.teams.values()
        }:
            self._store.copy(self._name(movement), folder / FOLDER)

    def _ways(self, movement: Movement) -> MeasuredWays:
        if movement not in self._told:
            name = self._name(movement)
            kept = self._store.find(
                name, lambda path: read_ways(path, len(self._places), of_any_version=True)
            )
            self._told[movement] = self._ask(movement, name) if kept is None else kept
        return self._told[movement]

    def _ask(self, movement: Movement, name: str) -> MeasuredWays:
        where = Where(key="travel.url" if self._server.url else "travel.file")
        values = {
            "url": self._server.url or self._server.file,
            "kind": self._server.kind.value,
            "movement": movement.value,
        }
        if movement not in PROFILES[self._server.kind]:
            raise ScenarioError([Finding("T322", Severity.ERROR, where, values)])
        try:
            made = self._asked(self._connect(self._server), movement)
        except NotInstalledError as problem:
            raise ScenarioError([Finding("T323", Severity.ERROR, where, values)]) from problem
        except ServerError as problem:
            finding = Finding("T321", Severity.ERROR, where, {**values, "reason": problem.failure})
            raise ScenarioError([finding]) from problem
        self._store.keep(name, lambda path: write_ways(made, path))
        return made

    def _asked(self, ask: MatrixPort, movement: Movement) -> MeasuredWays:
        count = len(self._places)
        ways = np.full((count, count), NO_ROAD, dtype=np.int64)
        joins: list[Join | None] = [None] * count
        for row in range(0, count, BLOCK):
            for column in range(0, count, BLOCK):
                origins, destinations = self._places[row : row + BLOCK], self._places[column : column + BLOCK]
                block = ask(origins, destinations, movement)
                ways[row : row + BLOCK, column : column + BLOCK] = _packed(block)
                for at, one in enumerate(block.joined[: len(origins)], start=row):
                    joins[at] = None if one is None else Join(True, *one, over_water=False)  # noqa: FBT003
        np.fill_diagonal(ways, 0)
        return MeasuredWays(ways, tuple(joins))

    def _name(self, movement: Movement) -> str:
        made_from = {
            "server": self._server.kind.value,
            "url": self._server.url,
            "extract": self._server.sha256,
            "movement": movement.value,
            "places": [(place.lat, place.lon) for place in self._places],
        }
        text = json.dumps(made_from, sort_keys=True)
        return f"ways-{hashlib.sha256(text.encode()).hexdigest()[:24]}.npz"


def _packed(block: Block) -> Packed:
    """Whole minutes, rounded up, and whole metres; null is no road, never nothing."""
    known = ~(np.isnan(block.seconds) | np.isnan(block.metres))
    minutes = np.ceil(np.where(known, block.seconds, 0.0) / 60).astype(np.int64)
    metres = np.rint(np.where(known, block.metres, 0.0)).astype(np.int64)
    return np.where(known, pack(minutes, metres), NO_ROAD)
