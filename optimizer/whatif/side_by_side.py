"""Searches for several variants at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from optimizer.alternation import Crewed
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, Progress
from optimizer.review.exchange import Exchanging
from optimizer.travel.matrix import TravelMatrix
from optimizer.whatif.replan import replanned

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.queues import SimpleQueue

LOOKS_A_SECOND = 5
"""How often progress is told, and a wish to stop heard."""


class Watcher(Protocol):
    """Is told how the searches fare, by the number of the scenario in the order in which they were given."""

    def goes_on(self, number: int, progress: Progress) -> None:
        """A search is under way."""

    def is_done(self, number: int, found: Crewed) -> None:
        """A search has come to its end."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, and whether it was stopped early."""

    crewed: Crewed
    is_cut: bool


@dataclass(frozen=True, slots=True)
class _Room:
    """What all searches of one process share."""

    travel: TravelMatrix
    base: Crewed
    options: Options
    told: SimpleQueue[tuple[int, Progress]]
    stop: threading.Event


_rooms: list[_Room] = []
"""The room of this process, once it has been entered."""


def replanned_side_by_side(
    scenarios: Sequence[Scenario],
    travel: TravelMatrix,
    base: Crewed,
    options: Options,
    *,
    processes: int,
    watcher: Watcher,
    stop: threading.Event,
) -> tuple[Found | None, ...]:
    """Plan every scenario from the base's plan; None for those that had not begun when `stop` was set.

    Parameters
    ----------
    options
        The limits of each search.
    processes
        How many run at once, at least 1.
    """
    context = multiprocessing.get_context("spawn")
    told: SimpleQueue[tuple[int, Progress]] = context.SimpleQueue()
    # Every process hears it end, even if this one is killed; an event would wait for those that died.
    hearing, speaking = context.Pipe(duplex=False)
    entering = (travel, base, options, told, hearing)
    with ProcessPoolExecutor(
        min(processes, len(scenarios)), mp_context=context, initializer=_enter, initargs=entering
    ) as pool:
        try:
            with _deaf_to_interrupts():  # as processes that begin now then are: they are told by `stop`
                running = [pool.submit(_search, number, one) for number, one in enumerate(scenarios)]
            _watch(running, told, watcher, stop, speaking)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        finally:
            speaking.close()
            hearing.close()
    return tuple(None if future.cancelled() else future.result() for future in running)


def _watch(
    running: Sequence[Future[Found | None]],
    told: SimpleQueue[tuple[int, Progress]],
    watcher: Watcher,
    stop: threading.Event,
    speaking: Connection,
) -> None:
    """Tell what the searches tell, until all have come to their end or are asked to."""
    waiting = set(running)
    while waiting:
        done, waiting = wait(waiting, timeout=1 / LOOKS_A_SECOND)
        while not told.empty():
            watcher.goes_on(*told.get())
        for number, future in enumerate(running):
            found = future.result() if future in done and not future.cancelled() else None
            if found is not None:
                watcher.is_done(number, found.crewed)
        if stop.is_set() and not speaking.closed:
            speaking.close()
            for future in waiting:
                future.cancel()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _enter(
    travel: TravelMatrix,
    base: Crewed,
    options: Options,
    told: SimpleQueue[tuple[int, Progress]],
    hearing: Connection,
) -> None:
    """Make ready the process in which searches are to run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stop = threading.Event()

    def pass_on() -> None:
        hearing.poll(None)
        stop.set()

    threading.Thread(target=pass_on, daemon=True).start()
    _rooms.append(_Room(travel, base, options, told, stop))


def _search(number: int, scenario: Scenario) -> Found | None:
    room = _rooms[-1]
    if room.stop.is_set():
        return None

    def tell(seen: Progress | Exchanging) -> None:
        if isinstance(seen, Progress):  # a line of the table needs no word of the exchanges
            room.told.put((number, seen))

    crewed = replanned(scenario, room.travel, room.base, room.options, progress=tell, stop=room.stop)
    return Found(crewed, is_cut=room.stop.is_set())
