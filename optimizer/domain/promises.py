"""What stands before planning begins: promises, work done, the plan that was handed out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from optimizer.domain.plan import Crew, Route


@dataclass(frozen=True, slots=True)
class Pin:
    """A promise already made: a visit that must be in the plan.

    Parameters
    ----------
    start_min
        Exact start of the visit's set-up, in minutes since midnight; None for any.
    cases
        Fewest cases of the site itself to serve, by service id; empty for any.
    """

    team: str
    date: date
    site: str
    start_min: int | None = None
    cases: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkDone:
    """Cases of one service served at one site before the horizon begins."""

    date: date
    site: str
    service: str
    cases: int


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """The plan that was handed out and is now made anew.

    Parameters
    ----------
    frozen_until
        Last date of which the routes stand as they were; None if none do.
    crews
        The crews that it was handed out with; none where teams are given.
    """

    routes: tuple[Route, ...]
    frozen_until: date | None = None
    crews: tuple[Crew, ...] = ()

    @property
    def visits(self) -> frozenset[tuple[str, date, str]]:
        """Team, date and site of every visit."""
        return frozenset((one.team, one.date, visit.site) for one in self.routes for visit in one.visits)
