"""Walks side by side until a limit is reached or someone says stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

from optimizer.engine.compile import Instance
from optimizer.engine.walk import Standing, Walk

Clock = Callable[[], float]

CHUNKS = 500
"""Steps of the temperature, at least, when the number of rounds is given."""

MOST_ROUNDS = 500
"""Rounds at most between two looks at the clock, when the number of rounds is given."""

CHUNK_SECONDS = 0.05
"""Length of a step of the temperature when the time is given."""

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


def run_walk(walk: Walk, limit: Limit, stop: threading.Event, clock: Clock) -> None:
    """Construct a plan and anneal it until the limit."""
    begun = clock()
    walk.construct()
    chunk = 20
    if limit.iterations is not None:
        chunk = max(1, min(MOST_ROUNDS, limit.iterations // CHUNKS))
    while not stop.is_set():
        spent, made = clock() - begun, walk.made
        if limit.seconds is not None and spent >= limit.seconds:
            break
        if limit.iterations is not None:
            if made >= limit.iterations:
                break
            walk.advance(min(chunk, limit.iterations - made), made / limit.iterations)
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
    clock: Clock = time.perf_counter,
) -> tuple[Walk, int]:
    """Run `workers` walks in threads; returns the best (the first of equals) and all rounds made.

    An interrupt from the keyboard ends the search, not the program.
    """
    walks = [Walk(instance, first_round_state(seed, worker)) for worker in range(workers)]
    begun = clock()
    with ThreadPoolExecutor(workers, thread_name_prefix="walk") as pool:
        running = [pool.submit(run_walk, walk, limit, stop, clock) for walk in walks]
        while True:
            try:
                while wait(running, timeout=REPORT_SECONDS).not_done:
                    report(_made(walks), _best(walks).standing(), clock() - begun)
                break
            except KeyboardInterrupt:
                stop.set()
            except Exception:
                stop.set()  # else the walks would go on to the limit before anybody hears of it
                raise
        for future in running:
            future.result()
    return _best(walks), _made(walks)


def _best(walks: list[Walk]) -> Walk:
    return max(walks, key=lambda walk: walk.objective_mdong)


def _made(walks: list[Walk]) -> int:
    return sum(walk.made for walk in walks)
