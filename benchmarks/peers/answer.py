"""What a solver found: the chunks of each team-day in order, and how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """A solver's answer.

    Parameters
    ----------
    orders
        Numbers of chunks, in the order in which each team-day of the task serves them.
    build_seconds, seconds
        Time to write the task in the solver's terms, and time of the search.
    """

    orders: Sequence[Sequence[int]]
    build_seconds: float
    seconds: float
