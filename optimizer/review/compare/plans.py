"""Two plans compared: figures, visits, sites, teams, and what they were made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from optimizer.domain.plan import Figures, Plan
from optimizer.domain.scenario import Scenario
from optimizer.review.compare.given import Given, given
from optimizer.review.compare.sites import SiteChange, site_changes
from optimizer.review.compare.teams import TeamChange, team_changes
from optimizer.review.compare.visits import Kind, VisitChange, visit_changes


class Side(NamedTuple):
    """One of two plans, with the scenario it was made from; its figures are those of its routes."""

    plan: Plan
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of both plans, in the unit that `Figures` has it in; terms are ``terms.km``."""

    name: str
    before: float
    after: float

    @property
    def by(self) -> float:
        """How much more it is after, with no rounding but that of the figures themselves."""
        return float(Decimal(str(self.after)) - Decimal(str(self.before)))


@dataclass(frozen=True)
class Comparison:
    """What changed from one plan to another.

    Parameters
    ----------
    visits
        Every visit of both plans, those that are the same included.
    sites
        The sites of which something is to be told.
    teams
        All teams.
    """

    figures: tuple[FigureChange, ...]
    visits: tuple[VisitChange, ...]
    sites: tuple[SiteChange, ...]
    teams: tuple[TeamChange, ...]
    given: Given

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How many visits differ in each way most of all, in the order of `Kind`."""
        counted = Counter(one.kind for one in self.visits)
        return {kind: counted[kind] for kind in Kind}

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (
            any(one.by for one in self.figures)
            or any(number for kind, number in self.counts.items() if kind is not Kind.SAME)
            or self.sites
            or any(one.differs for one in self.teams)
            or self.given
        )


def compared(before: Side, after: Side) -> Comparison:
    """Compare two plans, of one scenario or of two; what has the same id is the same."""
    visits = visit_changes(before.plan.routes, after.plan.routes)
    return Comparison(
        figures=tuple(_figure_changes(before.plan.figures, after.plan.figures)),
        visits=visits,
        sites=site_changes(before, after, visits),
        teams=team_changes(before, after, visits),
        given=given(before.scenario, after.scenario),
    )


def _figure_changes(before: Figures, after: Figures) -> Iterator[FigureChange]:
    for name in ("cases", "of", "coverage", "km", "travel_minutes", "nights", "objective"):
        yield FigureChange(name, getattr(before, name), getattr(after, name))
    terms = after.terms.model_dump()
    for name, dong in before.terms.model_dump().items():
        yield FigureChange(f"terms.{name}", dong, terms[name])
