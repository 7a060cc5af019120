"""Searches for variants as they run: a live line on a terminal, elsewhere a line for each that is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from optimizer.cli.speaker import Speaker

if TYPE_CHECKING:
    from rich.text import Text

    from optimizer.alternation import Crewed
    from optimizer.engine.solve import Progress
    from optimizer.whatif.side_by_side import Watcher


@contextmanager
def watching_variants(texts: Sequence[str], speaker: Speaker) -> Iterator[Watcher]:
    """Yield what the searches tell their progress to, and show it on the stream of remarks.

    Parameters
    ----------
    texts
        What is searched for, in the order of the searches.
    """
    line = VariantsLine(texts, speaker)
    if not speaker.err.isatty():
        yield _PlainLines(line)
        return
    from rich.console import Console
    from rich.live import Live

    with Live(line, console=Console(file=speaker.err), refresh_per_second=4, transient=True):
        yield line


@dataclass
class VariantsLine:
    """One line that says how many searches are done, and which run with what they have found."""

    texts: Sequence[str]
    speaker: Speaker
    running: dict[int, Progress] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)

    def goes_on(self, number: int, progress: Progress) -> None:
        """Take in how a search fares."""
        if number not in self.done:
            self.running[number] = progress

    def is_done(self, number: int, found: Crewed) -> None:  # noqa: ARG002 -- what watchers are told
        """Take in that a search has come to its end."""
        self.running.pop(number, None)
        self.done.add(number)

    def text(self) -> str:
        """The line, in the reader's language."""
        from optimizer.report.formats import counted_text

        speaker = self.speaker
        now = [
            speaker.text(
                "cli.whatif.one",
                variant=self.texts[number],
                cases=counted_text("cases", one.cases, speaker.language),
            )
            for number, one in sorted(self.running.items())
        ]
        return speaker.text(
            "cli.whatif.running", done=len(self.done), count=len(self.texts), variants="; ".join(now)
        )

    def __rich__(self) -> Text:
        from rich.text import Text

        return Text(self.text(), no_wrap=True, overflow="ellipsis")


@dataclass
class _PlainLines:
    """Prints a line whenever a search has come to its end."""

    line: VariantsLine

    def goes_on(self, number: int, progress: Progress) -> None:
        """Keep quiet."""

    def is_done(self, number: int, found: Crewed) -> None:
        """Say which one, and what was found."""
        from optimizer.report.formats import rough_dong_text

        line, speaker = self.line, self.line.speaker
        line.is_done(number, found)
        worth = rough_dong_text(found.found.solution.objective_mdong / 1000, speaker.language)
        done, count = len(line.done), len(line.texts)
        speaker.remark(
            speaker.text("cli.whatif.done", done=done, count=count, variant=line.texts[number], worth=worth)
        )
