"""The one thing that is asked of a routing server, and its real implementation."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.domain.scenario import Place

TIMEOUT_S = 30
RETRY_FOR_S = 60

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


@dataclass(frozen=True, slots=True)
class Block:
    """Seconds and metres of shape (origins, destinations); NaN where there is no road."""

    seconds: Table
    metres: Table


class ServerError(Exception):
    """The server did not answer, or its answer cannot be understood."""


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
    """A server that is asked over the network, a few times over if it is down for a moment."""

    def __init__(
        self, server: RouteServer, *, timeout_s: int = TIMEOUT_S, retry_for_s: int = RETRY_FOR_S
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
            retry_timeout=retry_for_s,
            retry_over_query_limit=True,
        )

    def __call__(self, origins: Sequence[Place], destinations: Sequence[Place], movement: Movement) -> Block:
        """The seconds and metres of every pair.

        Raises
        ------
        ServerError
            If there is no answer that can be understood.
        """
        locations = [[place.lon, place.lat] for place in (*origins, *destinations)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # told as what it comes to in the end
            try:
                answer = self._client.matrix(
                    locations=locations,
                    profile=PROFILES[self._kind][movement],
                    sources=list(range(len(origins))),
                    destinations=list(range(len(origins), len(locations))),
                )
                shape = len(origins), len(destinations)
                return Block(table(answer.durations, shape), table(answer.distances, shape))
            except ServerError:
                raise
            except Exception as problem:
                # The client lets errors of its own, of the connection and of rubbish through.
                raise ServerError(_reason(problem)) from problem


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
        raise ServerError(message) from problem
    if table.shape != shape or bool((table < 0).any()) or bool(np.isinf(table).any()):
        message = f"the answer is not a table of {shape[0]} × {shape[1]} times and lengths"
        raise ServerError(message)
    return table


def _number(cell: Any) -> float:
    if cell is None:
        return np.nan
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        message = f"not a number: {cell!r}"
        raise TypeError(message)
    return float(cell)


def _reason(problem: Exception) -> str:
    # An answer that is rubbish may hold what a terminal would obey.
    words = "".join(letter if letter.isprintable() else " " for letter in str(problem)).split()
    # What follows is the whole address asked, coordinates and all.
    text = " ".join(words).partition(" with url")[0]
    return f"{type(problem).__name__}: {text[:200]}" if text else type(problem).__name__
