"""When a search ends, and what it has to show for it."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.scenario import Service
from optimizer.engine.solve import Options, Progress, Solution, solve
from optimizer.review.check import check_routes
from optimizer.review.figures import figures, objective_mdong
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.campaigns import valley

VALLEY = valley()
TRAVEL = build_matrix(VALLEY)
ENDLESS = 10**12
"""Rounds that no machine makes while a test waits."""


def assert_sound(found: Solution) -> None:
    assert check_routes(VALLEY, TRAVEL, found.routes) == ()
    assert found.objective_mdong == objective_mdong(VALLEY, TRAVEL, found.routes) > 0


def test_no_rounds_give_the_first_plan():
    found = solve(VALLEY, TRAVEL, Options(seconds=None, iterations=0))
    assert_sound(found)
    assert found.iterations == 0


def test_the_rounds_told_are_the_rounds_asked_for():
    assert solve(VALLEY, TRAVEL, Options(seconds=None, iterations=37)).iterations == 37
    assert solve(VALLEY, TRAVEL, Options(seconds=None, iterations=37, workers=2)).iterations == 2 * 37


def test_a_search_that_is_stopped_before_it_begins_gives_the_first_plan():
    stop = threading.Event()
    stop.set()
    found = solve(VALLEY, TRAVEL, Options(seconds=None, iterations=ENDLESS), stop=stop)
    assert_sound(found)
    assert found.iterations == 0


@pytest.mark.parametrize("iterations", [None, ENDLESS])
def test_the_clock_ends_a_search_whether_or_not_its_rounds_are_counted(iterations: int | None):
    solve(VALLEY, TRAVEL, Options(seconds=None, iterations=1))  # whatever has to be compiled
    begun = time.perf_counter()
    found = solve(VALLEY, TRAVEL, Options(seconds=0.5, iterations=iterations))
    assert_sound(found)
    assert found.iterations > 0
    assert time.perf_counter() - begun < 10.0


def test_progress_is_told_as_the_search_goes_and_once_at_its_end():
    told: list[Progress] = []
    found = solve(VALLEY, TRAVEL, Options(seconds=0.7), progress=told.append)
    told = [one for one in told if not one.compiling]
    assert len(told) > 2
    assert [one.iteration for one in told] == sorted(one.iteration for one in told)
    assert [one.objective_dong for one in told] == sorted(one.objective_dong for one in told)
    last, summed = told[-1], figures(VALLEY, TRAVEL, found.routes)
    assert last.objective_dong * 1000 == found.objective_mdong
    assert (last.cases, last.of, last.km, last.nights) == (summed.cases, summed.of, summed.km, summed.nights)


def test_an_interrupt_while_progress_is_told_ends_the_search_with_its_best():
    stop = threading.Event()

    def interrupt(progress: Progress) -> None:
        if not progress.compiling and not stop.is_set():
            raise KeyboardInterrupt

    found = solve(VALLEY, TRAVEL, Options(seconds=None, iterations=ENDLESS), progress=interrupt, stop=stop)
    assert_sound(found)
    assert stop.is_set()


def test_an_error_while_progress_is_told_ends_the_search_at_once():
    def fail(progress: Progress) -> None:
        if not progress.compiling:
            raise BrokenPipeError

    solve(VALLEY, TRAVEL, Options(seconds=None, iterations=1))  # whatever has to be compiled
    begun = time.perf_counter()
    with pytest.raises(BrokenPipeError):
        solve(VALLEY, TRAVEL, Options(seconds=100.0), progress=fail)
    assert time.perf_counter() - begun < 10.0


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send to another process")
def test_ctrl_c_ends_the_search_with_its_best():
    script = f"""
        from optimizer.engine.solve import Options, solve
        from tests.engine.test_stops import TRAVEL, VALLEY, assert_sound

        def tell(progress):
            print("searching", flush=True)

        found = solve(VALLEY, TRAVEL, Options(seconds=None, iterations={ENDLESS}, workers=2), progress=tell)
        assert_sound(found)
        print("ended", found.iterations)
    """
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True
    ) as search:
        assert search.stdout is not None
        search.stdout.readline()
        search.stdout.readline()  # the first line may have told of compiling
        search.send_signal(signal.SIGINT)
        said, _ = search.communicate(timeout=60)
    assert search.returncode == 0
    assert int(said.splitlines()[-1].removeprefix("ended ")) > 0


def test_nothing_to_plan_is_an_empty_plan():
    for made in (
        build.scenario(),
        build.scenario(build.site("a", cases={})),
        build.scenario(build.site("a", requires=frozenset({"đi rừng"}))),
        build.scenario(build.site("a", release=build.day(9))),
        replace(
            build.scenario(build.site("a")),
            services={"cccd": Service(id="cccd", name="Đi làm ăn xa", minutes=None, plannable=False)},
        ),
    ):
        found = solve(made, build_matrix(made), Options(seconds=None, iterations=10))
        assert found == Solution((), 0, 0, 0.0)


def test_work_that_does_not_pay_is_left():
    made = build.scenario(build.site("a", km_north=250.0, cases={"cccd": 1}))
    found = solve(made, build_matrix(made), Options(seconds=None, iterations=10))
    assert (found.routes, found.objective_mdong) == ((), 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"seed": -1},
        {"workers": 0},
        {"seconds": None},
        {"seconds": 0.0},
        {"seconds": -1.0},
        {"seconds": math.nan},
        {"iterations": -1},
    ],
)
def test_options_that_make_no_sense_are_refused(wrong: dict[str, Any]):
    with pytest.raises(ValueError, match="needed"):
        Options(**wrong)
