"""Walks side by side until a limit is reached or someone says stop."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from optimizer.domain.plan import Route
from optimizer.engine.compile import Instance
from optimizer.engine.walk import Standing, Walk

Clock = Callable[[], float]

CHUNKS = 500
"""Steps of the temperature, at least, when the number of rounds is given."""

MOST_ROUNDS = 500
"""Rounds at most between two looks at the clock, when the number of rounds is given."""

CHUNK_SECONDS = 0.05
"""Length of a step of the temperature when the time is given."""

MEETINGS = (0.5, 0.75, 1.0)
"""Shares of the limit at which walks meet; the last is the end."""

REPORT_SECONDS = 0.2
"""How often progress is reported."""


@dataclass(frozen=True, slots=True)
class Limit:
    """When a search ends: after so many rounds, or so many seconds, whichever is first.

    The temperature falls with the rounds if they are given, else with the clock; only the
    former makes a search repeatable.
    """

    iterations: int | None
    seconds: float | None


def first_round_state(seed: int, worker: int) -> int:
    """Seed of one worker's random numbers: apart for neighbouring seeds and workers."""
    return (seed * 0x9E3779B97F4A7C15 + worker * 0xD1B54A32D192ED03) % (1 << 64)


def run_walk(
    walk: Walk,
    limit: Limit,
    stop: threading.Event,
    clock: Clock,
    *,
    begun: float | None = None,
    until: float = 1.0,
) -> None:
    """Anneal a walk until a share `until` of the limit; a new walk constructs a plan first.

    Parameters
    ----------
    begun
        When the search began, by the clock; now, if left out.
    """
    begun = clock() if begun is None else begun
    if walk.rounds == 0:
        walk.construct()
    chunk = 20
    if limit.iterations is not None:
        chunk = max(1, min(MOST_ROUNDS, limit.iterations // CHUNKS))
    while not stop.is_set():
        spent, made = clock() - begun, walk.made
        if limit.seconds is not None and spent >= limit.seconds * until:
            break
        if limit.iterations is not None:
            left = math.ceil(limit.iterations * until) - made
            if left <= 0:
                break
            walk.advance(min(chunk, left), made / limit.iterations)
        elif limit.seconds is not None:
            before = clock()
            walk.advance(chunk, spent / limit.seconds)
            pace = CHUNK_SECONDS / max(1e-5, clock() - before)
            chunk = max(1, int(chunk * min(2.0, pace)))


def run_walks(
    instance: Instance,
    limit: Limit,
    *,
    seed: int,
    workers: int,
    report: Callable[[int, Standing, float], None],
    stop: threading.Event,
    start: Sequence[Route] = (),
    clock: Clock = time.perf_counter,
) -> tuple[Walk, int]:
    """Run `workers` walks in threads; returns the best (the first of equals) and all rounds made.

    Walks meet now and then, and those that have fallen behind go on from the best plan of all.
    An interrupt from the keyboard ends the search, not the program.
    """
    walks = [Walk(instance, first_round_state(seed, worker), start) for worker in range(workers)]
    begun = clock()
    with ThreadPoolExecutor(workers, thread_name_prefix="walk") as pool:
        for until in MEETINGS if workers > 1 else MEETINGS[-1:]:
            running = [
                pool.submit(run_walk, walk, limit, stop, clock, begun=begun, until=until) for walk in walks
            ]
            _watch(running, stop, lambda: report(_made(walks), _best(walks).standing(), clock() - begun))
            if until < 1.0 and not stop.is_set():
                _meet(walks)
    return _best(walks), _made(walks)


def _watch(running: Sequence[Future[None]], stop: threading.Event, tell: Callable[[], None]) -> None:
    """Report until all walks have come to their end."""
    while True:
        try:
            while wait(running, timeout=REPORT_SECONDS).not_done:
                tell()
            break
        except KeyboardInterrupt:
            stop.set()
        except Exception:
            stop.set()  # else the walks would go on to the limit before anybody hears of it
            raise
    for future in running:
        future.result()


def _meet(walks: Sequence[Walk]) -> None:
    """Let every walk that has fallen behind go on from the best plan of all."""
    best = _best(walks)
    for walk in walks:
        if walk.total_mdong < best.total_mdong:
            walk.go_on_from(best)


def _best(walks: Sequence[Walk]) -> Walk:
    return max(walks, key=lambda walk: walk.total_mdong)


def _made(walks: Sequence[Walk]) -> int:
    return sum(walk.made for walk in walks)
