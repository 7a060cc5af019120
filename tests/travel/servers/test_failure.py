"""What a server's failure comes to, told in both languages."""

from __future__ import annotations

import pytest

from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.travel.servers.failure import Failure, Why, refused
from optimizer.travel.servers.port import RoutingServer, ServerError
from tests.travel.servers.test_patience import (
    CLOSED,
    CUT,
    HERE,
    HTML,
    RESET,
    SILENT,
    THERE,
    ask,
    failing,
)
from tests.travel.servers.test_servers import port, serving


@pytest.mark.parametrize(
    ("fails", "vi", "en"),
    [
        (SILENT, "không trả lời kịp", "it did not answer in time"),
        (RESET, "kết nối bị ngắt giữa chừng", "the connection broke off"),
        (CLOSED, "kết nối bị ngắt giữa chừng", "the connection broke off"),
        (CUT, "kết nối bị ngắt giữa chừng", "the connection broke off"),
        (503, "máy chủ báo lỗi HTTP 503", "it answered with the error HTTP 503"),
        # The server's own words follow in parentheses.
        (404, "máy chủ báo lỗi HTTP 404 (busy)", "it answered with the error HTTP 404 (busy)"),
        (
            HTML,
            "câu trả lời không đúng dạng của loại máy chủ này (<html>)",
            "its answer is not of the form that such a server gives (<html>)",
        ),
    ],
    ids=str,
)
def test_what_goes_wrong_on_the_way_is_told_in_the_reader_s_language(fails: str | int, vi: str, en: str):
    with failing(fails) as server, pytest.raises(ServerError) as caught:
        ask(server, [])
    told = caught.value.failure
    assert (f"{told:vi}", f"{told:en}") == (vi, en)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://nowhere.invalid", "http://[::1"])
def test_an_address_where_nobody_is_is_told_as_such(url: str):
    port = RoutingServer(RouteServer(ServerKind.OSRM, url), waits_s=(), sleep=lambda _: None)
    with pytest.raises(ServerError) as caught:
        port([HERE], [THERE], Movement.CAR)
    assert f"{caught.value.failure:vi}" == "không kết nối được tới địa chỉ ấy"


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (ServerKind.OSRM, {"code": "NoSegment", "message": "Could not find a matching segment"}),
        (ServerKind.VALHALLA, {"error_code": 171, "error": "No suitable edges near location"}),
    ],
)
def test_a_place_that_a_server_cannot_join_to_a_road_is_told_as_such(kind: ServerKind, answer: object):
    with serving(answer, 400) as (url, _), pytest.raises(ServerError) as caught:
        port(kind, url)([HERE], [THERE], Movement.CAR)
    assert caught.value.failure.why is Why.NO_WAY
    assert f"{caught.value.failure:vi}".startswith("không tìm thấy đường gần một điểm nào đó")


@pytest.mark.parametrize("answer", [[], {}, {"durations": [[1]], "distances": [[1, 2]]}])
@pytest.mark.parametrize("kind", ServerKind)
def test_a_table_that_is_none_is_told_without_the_program_s_words(kind: ServerKind, answer: object):
    with serving(answer) as (url, _), pytest.raises(ServerError) as caught:
        port(kind, url)([HERE], [THERE], Movement.CAR)
    assert caught.value.failure == Failure(Why.RUBBISH)


def test_what_a_program_on_this_machine_says_is_sorted_too():
    assert refused("No path could be found for input").why is Why.NO_WAY
    assert f"{refused('out of tiles'):vi}" == "máy chủ gặp lỗi khác (out of tiles)"
