"""The search as it runs: one live line on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from optimizer.cli.speaker import Speaker

if TYPE_CHECKING:
    from rich.text import Text

    from optimizer.engine.solve import Options, Progress
    from optimizer.review.exchange import Exchanging

PLAIN_EVERY_SECONDS = 10.0
REFRESHED_PER_SECOND = 4


def tell_of_compiling(speaker: Speaker) -> None:
    """Say that a first run compiles, before anything that has to wait for it: travel, then the search."""
    from optimizer.kernel_cache import compiled

    if not compiled():
        speaker.remark(speaker.text("cli.plan.first_run"))


@contextmanager
def watching(
    options: Options, stop: Event, speaker: Speaker
) -> Iterator[Callable[[Progress | Exchanging], None]]:
    """Yield what the search tells its progress to, and show it on the stream of remarks.

    Parameters
    ----------
    options
        The limits of the search, from which the rest of it is told.
    stop
        Set once the search has been asked to stop.
    """
    line = ProgressLine(options, stop, speaker)
    if not speaker.err.isatty():
        yield _PlainLines(line, speaker)
        return
    from rich.console import Console
    from rich.live import Live

    console = Console(file=speaker.err)
    with Live(line, console=console, refresh_per_second=REFRESHED_PER_SECOND, transient=True):
        yield line.hear


@dataclass
class ProgressLine:
    """One line that says how the search fares; the time left runs on between two reports.

    Parameters
    ----------
    clock
        Seconds, from any start.
    """

    options: Options
    stop: Event
    speaker: Speaker
    clock: Callable[[], float] = time.monotonic
    latest: Progress | Exchanging | None = None
    heard_at: float = field(default=0.0)

    def hear(self, progress: Progress | Exchanging) -> None:
        """Take in a report of the search, or of the exchanges after it."""
        self.latest = progress
        self.heard_at = self.clock()

    def text(self) -> str:
        """The line, in the reader's language."""
        from optimizer.report.formats import count_text, rough_dong_text
        from optimizer.review.exchange import Exchanging

        speaker, latest = self.speaker, self.latest
        if self.stop.is_set():
            return speaker.text("cli.progress.stopping")
        if latest is None:
            return speaker.text("cli.progress.starting")
        if isinstance(latest, Exchanging):
            return self._exchanging(latest)
        if latest.compiling:
            waited = round(self.clock() - self.heard_at)
            return speaker.text("cli.progress.compiling", seconds=waited)
        language = speaker.language
        return speaker.counted(
            "cli.progress.line",
            latest.nights,
            objective=rough_dong_text(latest.objective_dong, language),
            cases=count_text(latest.cases, language),
            of=count_text(latest.of, language),
            km=count_text(round(latest.km), language),
            nights=count_text(latest.nights, language),
            left=self._left(latest),
        )

    def __rich__(self) -> Text:
        from rich.text import Text

        return Text(self.text(), no_wrap=True, overflow="ellipsis")

    def _exchanging(self, latest: Exchanging) -> str:
        from optimizer.report.formats import count_text

        speaker = self.speaker
        made = count_text(latest.made, speaker.language)
        text = speaker.text("cli.progress.exchanging", made=made)
        if latest.seconds_left is None:
            return text
        return f"{text} · {self._seconds_left(latest.seconds_left)}"

    def _seconds_left(self, then: float) -> str:
        """What is left now of the seconds that were left at the latest report."""
        from optimizer.report.formats import count_text

        seconds = max(0, round(then - (self.clock() - self.heard_at)))
        return self.speaker.text(
            "cli.progress.seconds_left", seconds=count_text(seconds, self.speaker.language)
        )

    def _left(self, latest: Progress) -> str:
        from optimizer.report.formats import count_text

        language = self.speaker.language
        if self.options.seconds is not None:
            return self._seconds_left(self.options.seconds - latest.elapsed_seconds)
        return self.speaker.text(
            "cli.progress.iterations",
            done=count_text(latest.iteration, language),
            limit=count_text(self.options.iterations or 0, language),
        )


@dataclass
class _PlainLines:
    """Prints the line at the first report of the search and of the exchanges, and then every ten seconds."""

    line: ProgressLine
    speaker: Speaker
    printed_at: float | None = None
    kind: type[Progress | Exchanging] | None = None

    def __call__(self, progress: Progress | Exchanging) -> None:
        self.line.hear(progress)
        now = self.line.clock()
        is_new = type(progress) is not self.kind
        if self.printed_at is None or is_new or now - self.printed_at >= PLAIN_EVERY_SECONDS:
            self.printed_at, self.kind = now, type(progress)
            self.speaker.remark(self.line.text())
