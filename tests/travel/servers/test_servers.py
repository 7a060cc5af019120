"""Travel asked of a server: a fake one behind the port, and real requests to one on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.domain.scenario import Place, Scenario, Vehicle
from optimizer.kernel_cache import prepare
from optimizer.travel.build import build_matrix
from optimizer.travel.packed import NO_ROAD, unpack
from optimizer.travel.reached import travel_findings
from optimizer.travel.servers import source
from optimizer.travel.servers.port import Block, RoutingServer, ServerError
from optimizer.travel.servers.source import ServerRoads
from optimizer.travel.source import keep_measured
from tests.build import day, scenario, site, team


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()  # kernels stay where they are
    monkeypatch.setenv("LUUDONG_CACHE", str(tmp_path / "cache"))


def asking(
    folder: Path,
    url: str = "http://nowhere.invalid",
    kind: ServerKind = ServerKind.OSRM,
    sites: int = 3,
    **more: Any,
) -> Scenario:
    """A base and sites in one line, a kilometre apart."""
    made = scenario(
        *(site(f"s{number}", km_north=number) for number in range(1, sites + 1)),
        vehicles={"xe": Vehicle("xe", movement=Movement.CAR)},
        teams={"to-1": team(vehicle="xe")},
        server=RouteServer(kind, url, str(folder)),
    )
    return replace(made, **more)


class FakeServer:
    """Tells 90 s and 1,000.4 m for each kilometre north, none for the way south to the base."""

    def __init__(self, fails_at: int | None = None) -> None:
        self.asked: list[tuple[int, int]] = []
        self._fails_at = fails_at

    def __call__(self, origins: Sequence[Place], destinations: Sequence[Place], movement: Movement) -> Block:
        assert movement is Movement.CAR
        if len(self.asked) == self._fails_at:
            message = "gone"
            raise ServerError(message)
        self.asked.append((len(origins), len(destinations)))
        km = np.array([[abs(one.lat - other.lat) * 111.19508 for other in destinations] for one in origins])
        lost = np.array(
            [[one.id != "home" and other.id == "home" for other in destinations] for one in origins]
        )
        return Block(np.where(lost, np.nan, km * 90), np.where(lost, np.nan, km * 1000.4))


def roads(made: Scenario, fake: FakeServer) -> ServerRoads:
    assert made.server is not None
    return ServerRoads(made, made.server, lambda _: fake)


def test_minutes_are_rounded_up_and_a_null_is_no_road(tmp_path: Path):
    ways = roads(asking(tmp_path), FakeServer()).between_all("xe", day(0))
    minutes, metres = unpack(ways)
    # 1, 2, 3 km at 90 s are 1.5, 3 and 4.5 minutes.
    assert (minutes[0].tolist(), metres[0].tolist()) == ([0, 2, 3, 5], [0, 1000, 2001, 3001])
    assert ways[1:, 0].tolist() == [NO_ROAD] * 3
    assert ways.diagonal().tolist() == [0] * 4


def test_a_server_is_asked_in_blocks_and_only_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source, "BLOCK", 2)
    made, fake = asking(tmp_path, sites=4), FakeServer()
    first = roads(made, fake).between_all("xe", day(0))
    assert fake.asked == [(2, 2), (2, 2), (2, 1), (2, 2), (2, 2), (2, 1), (1, 2), (1, 2), (1, 1)]
    whole = FakeServer()
    monkeypatch.setattr(source, "BLOCK", 40)
    assert np.array_equal(roads(asking(tmp_path / "b", sites=4), whole).between_all("xe", day(0)), first)
    again = roads(made, FakeServer(fails_at=0))
    assert np.array_equal(again.between_all("xe", day(0)), first)
    assert np.array_equal(again.into("xe", day(0), 2), first[:, 2])


def test_an_answer_that_breaks_off_is_an_error_and_nothing_of_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(source, "BLOCK", 2)
    made = asking(tmp_path)
    with pytest.raises(ScenarioError) as caught:
        roads(made, FakeServer(fails_at=3)).between_all("xe", day(0))
    (finding,) = caught.value.findings
    assert finding.code == "T321"
    assert "gone" in finding.cause("vi")
    assert "estimate" in finding.action("en")
    assert not list(tmp_path.rglob("*.npz"))


def test_a_plan_needs_no_server(tmp_path: Path):
    made = asking(tmp_path)
    expected = roads(made, FakeServer()).between_all("xe", day(0))
    keep_measured(made, tmp_path / "plan" / "scenario")
    assert made.server is not None
    frozen = replace(made, server=replace(made.server, folder=str(tmp_path / "plan" / "scenario")))
    assert np.array_equal(roads(frozen, FakeServer(fails_at=0)).between_all("xe", day(0)), expected)
    assert build_matrix(frozen).leg("xe", day(0), "home", "s1") is not None


def test_no_server_knows_boats(tmp_path: Path):
    made = asking(tmp_path, vehicles={"xe": Vehicle("xe", movement=Movement.BOAT)})
    with pytest.raises(ScenarioError, match="T322"):
        build_matrix(made)


@contextmanager
def serving(answer: object, status: int = 200) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """A server on this machine that always gives one answer; its address, and what it was asked."""
    asked: list[tuple[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def _reply(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            asked.append((self.path, json.loads(self.rfile.read(length)) if length else None))
            body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = _reply  # noqa: N815 - as the library calls them

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def port(kind: ServerKind, url: str) -> RoutingServer:
    return RoutingServer(RouteServer(kind, url), timeout_s=2, waits_s=(0,), sleep=lambda _: None)


HERE, THERE = Place("a", "a", 20.0, 105.0), Place("b", "b", 20.1, 105.1)


def test_osrm_is_asked_for_a_table_of_both():
    told = {"code": "Ok", "durations": [[61.5, None]], "distances": [[1000.2, None]]}
    with serving(told) as (url, asked):
        block = port(ServerKind.OSRM, url)([HERE], [THERE, HERE], Movement.CAR)
    assert block.seconds.tolist()[0][0] == 61.5
    assert np.isnan(block.metres[0, 1])
    ((path, _),) = asked
    assert path.startswith("/table/v1/driving/105,20;105.1,20.1;105,20?")
    assert "sources=0" in path
    assert "destinations=1%3B2" in path


def test_valhalla_is_asked_for_sources_and_targets():
    told = {"sources_to_targets": [[{"time": 120, "distance": 1.5}, {"time": None, "distance": None}]]}
    with serving(told) as (url, asked):
        block = port(ServerKind.VALHALLA, url)([HERE], [THERE, HERE], Movement.MOTORBIKE)
    assert (block.seconds[0, 0], block.metres[0, 0]) == (120, 1500)
    assert np.isnan(block.seconds[0, 1])
    ((path, body),) = asked
    assert path == "/sources_to_targets"
    assert body["costing"] == "motorcycle"
    assert body["targets"][0] == {"lat": 20.1, "lon": 105.1}


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"<html>hello</html>", 200),
        ([], 200),
        ({}, 200),
        ({"durations": [[1]], "distances": [[1, 2]]}, 200),
        ({"durations": [["far"]], "distances": [[1]]}, 200),
        ({"durations": [[-5]], "distances": [[1]]}, 200),
        ({"durations": [[1]], "distances": "1"}, 200),
        ({"code": "TooBig", "message": "Too many table coordinates"}, 400),
        ({"code": "Down"}, 503),
    ],
)
@pytest.mark.parametrize("kind", ServerKind)
def test_rubbish_is_an_error_and_never_a_road(kind: ServerKind, answer: object, status: int):
    with serving(answer, status) as (url, _), pytest.raises(ServerError):
        port(kind, url)([HERE], [THERE], Movement.CAR)


def far_away(distance: object) -> dict[str, Any]:
    """An answer in which the second place is joined to a road so many metres away."""
    return {
        "durations": [[0, 600], [660, 0]],
        "distances": [[0, 5000], [5500, 0]],
        "sources": [
            {"distance": 12.5, "location": [105.0, 20.0], "name": "Phố"},
            {"distance": distance, "location": [105.02, 20.0], "name": "Đường liên xã"},
        ],
    }


def test_a_place_that_a_server_joins_to_a_far_road_is_told(tmp_path: Path):
    with serving(far_away(2345.6)) as (url, _):
        made = asking(tmp_path, url, sites=1)
        (finding,) = travel_findings(made, build_matrix(made))
    assert finding.code == "T205"
    assert "is 2.3 km from “Đường liên xã” (nearest at 20.0000, 105.0200)." in finding.cause("en")
    assert "1 km" in finding.cause("vi")
    # What it told is kept: it is told again without the server.
    assert [one.code for one in travel_findings(made, build_matrix(made))] == ["T205"]


@pytest.mark.parametrize("distance", [999.0, None, "far", -5, True])
def test_what_a_server_does_not_say_is_not_told(tmp_path: Path, distance: object):
    with serving(far_away(distance)) as (url, _):
        made = asking(tmp_path, url, sites=1)
        assert travel_findings(made, build_matrix(made)) == ()


def test_nothing_of_rubbish_that_a_terminal_would_obey_is_repeated():
    with serving(b"\x1b[31m\x00<html>", 200) as (url, _), pytest.raises(ServerError) as caught:
        port(ServerKind.OSRM, url)([HERE], [THERE], Movement.CAR)
    assert "[31m" in str(caught.value)
    assert str(caught.value).isprintable()


def test_nobody_there_is_an_error():
    with pytest.raises(ServerError, match="Connection") as caught:
        port(ServerKind.OSRM, "http://127.0.0.1:9")([HERE], [THERE], Movement.CAR)
    assert "105" not in str(caught.value)


def test_a_scenario_is_planned_by_what_its_server_tells(tmp_path: Path):
    told = {"durations": [[0, 600], [660, 0]], "distances": [[0, 5000], [5500, 0]]}
    with serving(told) as (url, _):
        travel = build_matrix(asking(tmp_path, url, sites=1))
    there = travel.leg("xe", day(0), "home", "s1")
    assert there is not None
    assert (there.minutes, there.metres) == (10, 5000)
