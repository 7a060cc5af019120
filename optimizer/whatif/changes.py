"""More of something: officers, stations, teams or kits, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from optimizer.domain.errors import Finding, Severity, Where
from optimizer.intake.nearest import Hint

What = Literal["officers", "stations", "teams", "kits"]
WHATS: tuple[What, ...] = ("officers", "stations", "teams", "kits")


@dataclass(frozen=True, slots=True)
class Change:
    """So many more of something.

    Parameters
    ----------
    number
        How many more, at least 1.
    thing
        What kits these are: a thing brought or a vehicle; None for every one in turn, and for what
        is no kit.
    to
        Ids of those who get it: a team, a kind of crew or a post with stations; of officers and
        teams, the one that they are like.  Empty where it is everybody's, or not yet said.
    alike
        How many there are for whom it would be the same, these included.
    """

    what: What
    number: int
    thing: str | None = None
    to: tuple[str, ...] = ()
    alike: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A change as it was asked for, and where, for findings about it."""

    change: Change
    option: str
    text: str

    def finding(self, code: str, **values: object) -> Finding:
        """What is wrong with it."""
        return Finding(code, Severity.ERROR, Where(key=self.option), {"text": self.text, **values})

    def unknown(self, name: str, known: tuple[str, ...]) -> Finding:
        """Nobody and nothing is called that."""
        return self.finding("E902", name=name, hint=Hint(name, known))
