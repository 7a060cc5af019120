"""A server on this machine that fails in every way there is, and then answers, or never does."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Thread

import pytest

from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.domain.scenario import Place
from optimizer.travel.servers.patience import WAITS_S
from optimizer.travel.servers.port import Block, RoutingServer, ServerError

HERE, THERE = Place("a", "a", 20.0, 105.0), Place("b", "b", 20.1, 105.1)
TABLE = json.dumps({"durations": [[61.5]], "distances": [[1000.2]]}).encode()

WELL, RESET, SILENT, CLOSED, CUT, CUT_UNTOLD, HTML = (
    "well",
    "reset",
    "silent",
    "closed",
    "cut",
    "cut without a length",
    "html",
)


def answer_of(does: str | int) -> bytes:
    """What is sent, byte for byte; each answer says that the connection ends with it, as it does."""
    if isinstance(does, int):
        head = f"HTTP/1.1 {does} No\r\nContent-Type: text/plain\r\nConnection: close\r\n"
        return f"{head}Content-Length: 4\r\n\r\nbusy".encode()
    if does.startswith("302 "):
        found = f"HTTP/1.1 302 Found\r\nLocation: {does[4:]}\r\nConnection: close\r\n"
        return f"{found}Content-Type: text/plain\r\nContent-Length: 0\r\n\r\n".encode()
    if does == HTML:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
        return head + b"Content-Length: 6\r\n\r\n<html>"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    if does != CUT_UNTOLD:
        head += f"Content-Length: {len(TABLE)}\r\n".encode()
    return head + b"Connection: close\r\n\r\n" + (TABLE if does == WELL else TABLE[:20])


class Failing:
    """Accepts one connection after the other, and does with each what it was told to."""

    def __init__(self, does: Sequence[str | int]) -> None:
        self._does = list(does)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.1)
        self.over = Event()
        self._held: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.asked = 0
        self.is_silent = SILENT in does

    def run(self) -> None:
        while not self.over.is_set():
            try:
                connection, _ = self._listening.accept()
            except TimeoutError:
                continue
            self._serve(connection, self._does[min(self.asked, len(self._does) - 1)])

    def _serve(self, connection: socket.socket, does: str | int) -> None:
        self.asked += 1
        connection.settimeout(5)
        if does == SILENT:
            self._held.append(connection)
            return
        with connection, suppress(OSError):  # who asked may be gone
            connection.recv(65_536)
            if does == RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            elif does != CLOSED:
                connection.sendall(answer_of(does))

    def close(self) -> None:
        for one in (*self._held, self._listening):
            one.close()


@contextmanager
def failing(*does: str | int) -> Iterator[Failing]:
    server = Failing(does)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        thread.join()
        server.close()


def ask(server: Failing, slept: list[float]) -> Block:
    # A busy machine may take its time to answer; only who waits for silence waits less.
    timeout_s = 1.5 if server.is_silent else 30
    port = RoutingServer(RouteServer(ServerKind.OSRM, server.url), timeout_s=timeout_s, sleep=slept.append)
    return port([HERE], [THERE], Movement.CAR)


@pytest.mark.parametrize(
    "fails", [429, 500, 502, 503, 504, RESET, SILENT, CLOSED, CUT, CUT_UNTOLD, HTML], ids=str
)
def test_what_may_pass_is_asked_again(fails: str | int):
    slept: list[float] = []
    with failing(fails, fails, WELL) as server:
        block = ask(server, slept)
    assert (block.seconds[0, 0], block.metres[0, 0]) == (61.5, 1000.2)
    assert (server.asked, slept) == (3, [1.0, 2.0])


@pytest.mark.parametrize(
    ("fails", "told"),
    [
        (503, "UnavailableError: HTTP 503"),
        (SILENT, "Timeout"),
        (CLOSED, "Connection"),
        (CUT, "Broken|Incomplete|Chunked|Connection"),
        (HTML, "JSONParseError"),
    ],
    ids=str,
)
def test_after_the_last_try_it_is_an_error(fails: str | int, told: str):
    slept: list[float] = []
    with failing(fails) as server, pytest.raises(ServerError, match=told) as caught:
        ask(server, slept)
    assert server.asked == len(WAITS_S) + 1
    assert slept == list(WAITS_S)
    assert "105" not in str(caught.value)


@pytest.mark.parametrize("fails", [400, 401, 404, 501], ids=str)
def test_what_would_fail_again_is_asked_once(fails: int):
    slept: list[float] = []
    with failing(fails, WELL) as server, pytest.raises(ServerError):
        ask(server, slept)
    assert (server.asked, slept) == (1, [])


def test_coordinates_are_not_sent_on_to_another_address():
    with failing(WELL) as other, failing(f"302 {other.url}/elsewhere") as server:
        with pytest.raises(ServerError):
            ask(server, [])
        assert (server.asked, other.asked) == (1, 0)


def test_an_address_that_is_none_is_asked_once():
    slept: list[float] = []
    port = RoutingServer(RouteServer(ServerKind.OSRM, "http://[::1"), sleep=slept.append)
    with pytest.raises(ServerError):
        port([HERE], [THERE], Movement.CAR)
    assert slept == []
