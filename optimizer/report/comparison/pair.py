"""Two plans beside each other as every paper about them needs them: sides, names, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from optimizer.domain.errors import Finding, PlanError, Severity, Where
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Place, Scenario, Service, Site, Team
from optimizer.language import Language, say
from optimizer.report.ground import Ground
from optimizer.report.offline import plain
from optimizer.report.staff import Staff
from optimizer.review.check import check_plan
from optimizer.review.compare.given import are_related
from optimizer.review.compare.plans import Comparison, Side, compared
from optimizer.review.figures import figures
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.closed_drawn import ClosedRoad

_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Leaf:
    """One of two plans, with all that papers draw from.

    Parameters
    ----------
    label
        What the reader knows the plan by: the name of its folder.
    """

    plan: Plan
    scenario: Scenario
    travel: TravelMatrix
    label: str
    ground: Ground = field(default_factory=Ground)

    @cached_property
    def side(self) -> Side:
        """The plan with the figures of its routes as they are: it may have been changed by hand."""
        try:
            now = figures(self.scenario, self.travel, self.plan.routes)
        except ValueError:  # a leg without a road: the plan's own figures are all there is
            return Side(self.plan, self.scenario)
        proven = {"bound": self.plan.figures.bound, "gap": self.plan.figures.gap}
        return Side(self.plan.model_copy(update={"figures": now.model_copy(update=proven)}), self.scenario)

    @cached_property
    def breaches(self) -> int:
        """How often the plan breaks a rule."""
        return len(check_plan(self.scenario, self.travel, self.side.plan))


@dataclass(frozen=True)
class Pair:
    """Two plans; texts are in the language of the later one's scenario.

    Raises
    ------
    PlanError
        If their scenarios have no site in common.
    """

    before: Leaf
    after: Leaf

    def __post_init__(self) -> None:
        if not are_related(self.before.scenario, self.after.scenario):
            names = {"before": self.before.label, "after": self.after.label}
            raise PlanError([Finding("E610", Severity.ERROR, Where(file=self.after.label), names)])

    @property
    def language(self) -> Language:
        """The language of everything said."""
        return self.after.scenario.language

    @cached_property
    def comparison(self) -> Comparison:
        """What changed."""
        return compared(self.before.side, self.after.side)

    @property
    def leaves(self) -> tuple[Leaf, Leaf]:
        """The earlier plan, then the later one."""
        return self.before, self.after

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Places of both scenarios, as the later one has them; those of the earlier one alone are last."""
        return _both(self.after.scenario.places, self.before.scenario.places)

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """Teams of both scenarios."""
        return _both(self.after.scenario.teams, self.before.scenario.teams)

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """Services of both scenarios."""
        return _both(self.after.scenario.services, self.before.scenario.services)

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """Dates of both horizons, in order."""
        every = (day for leaf in self.leaves for day in leaf.scenario.horizon.dates())
        return tuple(sorted(set(every)))

    @cached_property
    def closed(self) -> tuple[ClosedRoad, ...]:
        """Roads that both plans know to be closed, then those of one alone, which name it."""
        then, now = (leaf.ground.closed for leaf in self.leaves)
        alone = [
            replace(road, name=self.say("closed_in_one", name=road.name, plan=leaf.label))
            for leaf, others in ((self.before, now), (self.after, then))
            for road in leaf.ground.closed
            if road not in others
        ]
        return (*(road for road in now if road in then), *alone)

    @cached_property
    def _staff(self) -> tuple[Staff, ...]:
        return tuple(Staff(leaf.plan, leaf.scenario) for leaf in (self.after, self.before))

    def say(self, key: str, **values: object) -> str:
        """A text of the catalogue, by what follows ``compare.``."""
        return say(f"compare.{key}", self.language, **values)

    def place_name(self, place_id: str) -> str:
        """Name of a place."""
        return plain(self.places[place_id].name) or plain(place_id)

    def commune(self, place_id: str) -> str:
        """Commune of a site; nothing for other places."""
        place = self.places[place_id]
        return plain(place.commune) if isinstance(place, Site) else ""

    def team_name(self, team_id: str) -> str:
        """Name of a team; its id if it has none."""
        team = self.teams.get(team_id)
        return plain(team.name if team else "") or plain(team_id)

    def service_name(self, service_id: str) -> str:
        """Name of a service."""
        return plain(self.services[service_id].name) or plain(service_id)

    def officers(self, officer_ids: Iterable[str]) -> str:
        """Names of officers, one after the other."""
        return ", ".join(map(self.officer_name, officer_ids))

    def officer_name(self, officer_id: str) -> str:
        """Name of an officer; the id of one whom neither scenario knows."""
        named = (staff.name(officer_id) for staff in self._staff)
        return plain(next((name for name in named if name != officer_id), officer_id))


def _both(first: Mapping[str, _Thing], second: Mapping[str, _Thing]) -> dict[str, _Thing]:
    return {**first, **{one: thing for one, thing in second.items() if one not in first}}
