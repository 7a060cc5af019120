from __future__ import annotations

import io
import threading
from dataclasses import dataclass

from optimizer.cli.progress import ProgressLine, watching
from optimizer.cli.speaker import Speaker
from optimizer.engine.solve import Options, Progress
from optimizer.language import Language
from optimizer.review.exchange import Exchanging


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def report(elapsed: float = 20.0, *, compiling: bool = False, iteration: int = 1200) -> Progress:
    return Progress(
        iteration=iteration,
        objective_dong=291_640_000.0,
        cases=1012,
        of=1032,
        km=2345.4,
        nights=22,
        elapsed_seconds=elapsed,
        compiling=compiling,
    )


def line(options: Options, clock: Clock, language: Language = "vi") -> ProgressLine:
    speaker = Speaker(language, out=io.StringIO(), err=io.StringIO())
    return ProgressLine(options, threading.Event(), speaker, clock)


def test_the_line_tells_cases_km_nights_worth_and_the_time_left():
    one = line(Options(seconds=60.0), Clock())
    one.hear(report(elapsed=20.0))
    assert one.text() == "1.012/1.032 hồ sơ · 2.345 km · 22 đêm · giá trị 291,6 triệu đ · còn 40 giây"


def test_the_time_left_runs_on_between_two_reports_and_stops_at_zero():
    clock = Clock()
    one = line(Options(seconds=60.0), clock, "en")
    one.hear(report(elapsed=20.0))
    clock.now += 15
    assert one.text().endswith("· 25 s left")
    clock.now += 100
    assert one.text().endswith("· 0 s left")


def test_without_a_limit_of_time_the_iterations_are_counted():
    one = line(Options(seconds=None, iterations=5000), Clock(), "en")
    one.hear(report())
    assert one.text().endswith("· iteration 1,200 of 5,000")


def test_the_line_says_what_is_being_waited_for():
    clock = Clock()
    one = line(Options(seconds=60.0), clock)
    assert one.text() == "Đang chuẩn bị tìm kiếm…"
    one.hear(report(compiling=True))
    clock.now += 12.4
    assert one.text() == "Đang biên dịch phần tìm kiếm, chỉ lần đầu… 12 giây"
    one.stop.set()
    assert one.text().startswith("Đang dừng")


def test_the_line_tells_the_exchanges_made_at_the_end_and_the_time_left_for_them():
    clock = Clock()
    one = line(Options(seconds=60.0), clock)
    one.hear(Exchanging(made=3, seconds_left=12.0))
    clock.now += 5
    assert one.text() == (
        "Đang thử đổi việc trong ngày của từng tổ để phục vụ thêm · đã đổi 3 chỗ · còn 7 giây"
    )
    one = line(Options(seconds=60.0), clock, "en")
    one.hear(Exchanging(made=3, seconds_left=None))
    assert one.text() == "Trying exchanges in each team's days that serve more · 3 made"


def test_away_from_a_terminal_the_exchanges_are_told_as_soon_as_they_begin():
    speaker = Speaker("en", out=io.StringIO(), err=io.StringIO())
    with watching(Options(seconds=60.0), threading.Event(), speaker) as watch:
        watch(report(47.9))
        for made in range(3):
            watch(Exchanging(made=made, seconds_left=12.0 - made))
    assert isinstance(speaker.err, io.StringIO)
    assert speaker.err.getvalue().count("Trying exchanges") == 1


def test_away_from_a_terminal_a_line_is_printed_now_and_then_and_never_among_the_results():
    speaker = Speaker("en", out=io.StringIO(), err=io.StringIO(), as_json=True)
    with watching(Options(seconds=60.0), threading.Event(), speaker) as watch:
        for elapsed in (1.0, 1.2, 1.4):
            watch(report(elapsed))
    assert isinstance(speaker.err, io.StringIO)
    assert isinstance(speaker.out, io.StringIO)
    assert speaker.err.getvalue().count("1,012 of 1,032 cases") == 1
    assert speaker.out.getvalue() == ""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_line_is_drawn_and_wiped_away():
    speaker = Speaker("en", out=io.StringIO(), err=Terminal())
    with watching(Options(seconds=60.0), threading.Event(), speaker) as watch:
        watch(report())
    assert isinstance(speaker.err, io.StringIO)
    drawn = speaker.err.getvalue()
    assert "1,012 of 1,032 cases" in drawn
    assert drawn.rstrip().endswith("\x1b[2K")
