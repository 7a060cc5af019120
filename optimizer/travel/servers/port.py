"""The one thing that is asked of a routing server, and its real implementation."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.domain.scenario import Place
from optimizer.travel.servers.failure import Failure, Why, failure_of, told
from optimizer.travel.servers.patience import WAITS_S, asked_patiently, refuse_unavailable

TIMEOUT_S = 30
"""Without a byte of an answer."""

PROFILES: Mapping[ServerKind, Mapping[Movement, str]] = {
    ServerKind.OSRM: {Movement.CAR: "driving", Movement.MOTORBIKE: "driving", Movement.FOOT: "foot"},
    ServerKind.VALHALLA: {
        Movement.CAR: "auto",
        Movement.MOTORBIKE: "motorcycle",
        Movement.FOOT: "pedestrian",
    },
}
"""What each server calls the ways of moving; one that is missing it does not know."""

Table = NDArray[np.float64]


class Joined(NamedTuple):
    """Where a server joins a place to a road: how far away, and the spot."""

    metres: float
    lat: float
    lon: float
    road: str


@dataclass(frozen=True, slots=True)
class Block:
    """Seconds and metres of shape (origins, destinations); NaN where there is no road.

    Parameters
    ----------
    joined
        Of every origin, where the server says so; OSRM does.
    """

    seconds: Table
    metres: Table
    joined: Sequence[Joined | None] = ()


class ServerError(Exception):
    """The server did not answer, or its answer cannot be understood.

    Parameters
    ----------
    message
        For people who look after servers.
    failure
        What is told to planners; the message if it is not given.
    """

    def __init__(self, message: str, failure: Failure | None = None) -> None:
        self.failure = failure or Failure(words=told(message))
        super().__init__(message)


class NotInstalledError(ServerError):
    """What would answer on this machine is not installed."""


class MatrixPort(Protocol):
    """Asks for the ways from some places to others."""

    def __call__(self, origins: Sequence[Place], destinations: Sequence[Place], movement: Movement) -> Block:
        """The seconds and metres of every pair.

        Raises
        ------
        ServerError
            If there is no answer that can be understood.
        """


class RoutingServer:
    """A server that is asked over the network, a few times over if it may be down for a moment.

    Parameters
    ----------
    timeout_s
        Seconds without an answer after which a try is given up.
    waits_s
        Seconds between the tries.
    sleep
        Waits so many seconds.
    """

    def __init__(
        self,
        server: RouteServer,
        *,
        timeout_s: float = TIMEOUT_S,
        waits_s: Sequence[float] = WAITS_S,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        import routingpy  # here, as only scenarios with a server need it

        clients: Mapping[ServerKind, Callable[..., Any]] = {
            ServerKind.OSRM: routingpy.OSRM,
            ServerKind.VALHALLA: routingpy.Valhalla,
        }
        self._kind = server.kind
        self._client = clients[server.kind](
            base_url=server.url.rstrip("/"),
            user_agent="luudong",
            timeout=timeout_s,
            # Before the client tries again by itself, which it would for one status and no other.
            hooks={"response": refuse_unavailable},
            allow_redirects=False,  # where places are is nobody else's business
        )
        self._waits_s, self._sleep = waits_s, sleep

    def __call__(self, origins: Sequence[Place], destinations: Sequence[Place], movement: Movement) -> Block:
        """The seconds and metres of every pair.

        Raises
        ------
        ServerError
            If there is no answer that can be understood.
        """
        locations = [[place.lon, place.lat] for place in (*origins, *destinations)]
        ask = partial(
            self._client.matrix,
            locations=locations,
            profile=PROFILES[self._kind][movement],
            sources=list(range(len(origins))),
            destinations=list(range(len(origins), len(locations))),
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # told as what it comes to in the end
            try:
                answer = asked_patiently(ask, self._waits_s, self._sleep)
                shape = len(origins), len(destinations)
                return Block(
                    table(answer.durations, shape),
                    table(answer.distances, shape),
                    _joined(answer.raw) if self._kind is ServerKind.OSRM else (),
                )
            except ServerError:
                raise
            except Exception as problem:
                # The client lets errors of its own, of the connection and of rubbish through.
                raise ServerError(_reason(problem), failure_of(problem)) from problem


def table(rows: Any, shape: tuple[int, int]) -> Table:
    """A table of numbers, null being no road.

    Raises
    ------
    ServerError
        If it is not a table of that shape, or holds what is no time or length.
    """
    try:
        table = np.array([[_number(cell) for cell in row] for row in rows])
    except (TypeError, ValueError) as problem:
        message = "the answer is not a table of numbers"
        raise ServerError(message, Failure(Why.RUBBISH)) from problem
    if table.shape != shape or bool((table < 0).any()) or bool(np.isinf(table).any()):
        message = f"the answer is not a table of {shape[0]} × {shape[1]} times and lengths"
        raise ServerError(message, Failure(Why.RUBBISH))
    return table


def _joined(raw: Any) -> list[Joined | None]:
    """Where OSRM joins the origins of its answer, as far as it says so."""
    told = raw.get("sources") if isinstance(raw, dict) else None
    return [_joined_one(one) for one in told] if isinstance(told, list) else []


def _joined_one(told: Any) -> Joined | None:
    try:
        lon, lat = (_number(one) for one in told["location"])
        metres = _number(told["distance"])
        return Joined(metres, lat, lon, str(told.get("name") or "")) if metres >= 0 else None
    except (TypeError, ValueError, KeyError, AttributeError):
        return None


def _number(cell: Any) -> float:
    if cell is None:
        return np.nan
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        message = f"not a number: {cell!r}"
        raise TypeError(message)
    return float(cell)


def _reason(problem: Exception) -> str:
    # An answer that is rubbish may hold what a terminal would obey.
    # What follows is the whole address asked, coordinates and all.
    text = told(str(problem).partition(" with url")[0])
    return f"{type(problem).__name__}: {text}" if text else type(problem).__name__
