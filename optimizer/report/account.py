"""A plan with what every account of it draws on: weeks, counts, comings, promises, staff, changes, ways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from optimizer.domain.plan import Plan
from optimizer.domain.roads import Movement
from optimizer.domain.scenario import Scenario
from optimizer.language import Language
from optimizer.report.changes import Comparison
from optimizer.report.parties import Parties
from optimizer.report.promises import Promises
from optimizer.report.staff import Staff
from optimizer.report.tally import Tally
from optimizer.report.team_week import TeamWeek, team_weeks
from optimizer.report.ways import Ways
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.on_foot import Walk, walks


@dataclass(frozen=True)
class Account:
    """A plan, its scenario and its travel; all else is worked out once, when it is first asked for."""

    plan: Plan
    scenario: Scenario
    travel: TravelMatrix

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.scenario.language

    @cached_property
    def weeks(self) -> tuple[TeamWeek, ...]:
        """The week of every team, in the scenario's order."""
        return team_weeks(self.plan, self.scenario)

    @cached_property
    def tally(self) -> Tally:
        """Counts cases where their people live."""
        return Tally(self.plan, self.scenario)

    @cached_property
    def parties(self) -> Parties:
        """Who comes to a visit from elsewhere."""
        return Parties(self.scenario)

    @cached_property
    def promises(self) -> Promises:
        """What was promised."""
        return Promises(self.plan, self.scenario)

    @cached_property
    def staff(self) -> Staff:
        """Who does what."""
        return Staff(self.plan, self.scenario)

    @cached_property
    def comparison(self) -> Comparison:
        """Every visit beside the earlier plan."""
        return Comparison(self.plan, self.scenario)

    @cached_property
    def ways(self) -> Ways:
        """Finds the stretches of routes."""
        return Ways(self.scenario, self.travel)

    @cached_property
    def walks(self) -> dict[tuple[Movement, str], Walk]:
        """The ways on foot between places and their roads."""
        return walks(self.scenario)
