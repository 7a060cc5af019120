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

PLAIN_EVERY_SECONDS = 10.0
REFRESHED_PER_SECOND = 4


@contextmanager
def watching(options: Options, stop: Event, speaker: Speaker) -> Iterator[Callable[[Progress], None]]:
    """Yield what the search tells its progress to, and show it on the stream of remarks.

    Parameters
    ----------
    options
        The limits of the search, from which the rest of it is told.
    stop
        Set once the search has been asked to stop.
    """
    from optimizer.kernel_cache import compiled

    if not compiled():
        speaker.remark(speaker.text("cli.plan.first_run"))
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
    latest: Progress | None = None
    heard_at: float = field(default=0.0)

    def hear(self, progress: Progress) -> None:
        """Take in a report of the search."""
        self.latest = progress
        self.heard_at = self.clock()

    def text(self) -> str:
        """The line, in the reader's language."""
        from optimizer.report.formats import count_text, rough_dong_text

        speaker, latest = self.speaker, self.latest
        if self.stop.is_set():
            return speaker.text("cli.progress.stopping")
        if latest is None:
            return speaker.text("cli.progress.starting")
        if latest.compiling:
            waited = round(self.clock() - self.heard_at)
            return speaker.text("cli.progress.compiling", seconds=waited)
        language = speaker.language
        return speaker.text(
            "cli.progress.line",
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

    def _left(self, latest: Progress) -> str:
        from optimizer.report.formats import count_text

        language = self.speaker.language
        if self.options.seconds is not None:
            elapsed = latest.elapsed_seconds + self.clock() - self.heard_at
            seconds = max(0, round(self.options.seconds - elapsed))
            return self.speaker.text("cli.progress.seconds_left", seconds=count_text(seconds, language))
        return self.speaker.text(
            "cli.progress.iterations",
            done=count_text(latest.iteration, language),
            limit=count_text(self.options.iterations or 0, language),
        )


@dataclass
class _PlainLines:
    """Prints the line at the first report and then every ten seconds."""

    line: ProgressLine
    speaker: Speaker
    printed_at: float | None = None

    def __call__(self, progress: Progress) -> None:
        self.line.hear(progress)
        now = self.line.clock()
        if self.printed_at is None or now - self.printed_at >= PLAIN_EVERY_SECONDS:
            self.printed_at = now
            self.speaker.remark(self.line.text())
