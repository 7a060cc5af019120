"""What every sheet draws from: the plan, its scenario, the weeks, and the names of the sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario, Team
from optimizer.language import Language, catalogue, say
from optimizer.report.team_week import TeamWeek, team_weeks
from optimizer.report.workbook_sheets.naming import sheet_names
from optimizer.travel.hops import WayFinder
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True)
class Contents:
    """A plan with everything that its workbook says about it."""

    plan: Plan
    scenario: Scenario
    travel: TravelMatrix

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.scenario.language

    @cached_property
    def weeks(self) -> tuple[TeamWeek, ...]:
        """Every team's week, in the scenario's order."""
        return team_weeks(self.plan, self.scenario)

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets: the summary, every team, the unserved."""
        teams = [self.team_name(week.team) for week in self.weeks]
        return sheet_names([self.say("sheet.summary"), *teams, self.say("sheet.unserved")])

    @cached_property
    def served(self) -> Counter[str]:
        """Cases that the plan serves, by service."""
        return sum((week.cases for week in self.weeks), Counter[str]())

    @cached_property
    def outstanding(self) -> Counter[str]:
        """Cases outstanding at the start, by service."""
        counted: Counter[str] = Counter()
        for site in self.scenario.sites.values():
            counted.update(site.cases)
        return counted

    @cached_property
    def ways(self) -> WayFinder:
        """Finds the links that legs go by."""
        return WayFinder(self.scenario, self.travel)

    def say(self, key: str, **values: object) -> str:
        """A text of the workbook in the reader's language."""
        return say(f"book.{key}", self.language, **values)

    def team_name(self, team: Team) -> str:
        """The team's name; one known by its id only is called «Tổ <id>»."""
        return self.say("team.by_id", id=team.id) if team.name == team.id else team.name

    def place_name(self, place_id: str) -> str:
        """Name of a base, a lodging or a site."""
        return self.scenario.places[place_id].name

    def service_name(self, service_id: str) -> str:
        """Name of a service."""
        return self.scenario.services[service_id].name

    def words_for(self, kind: str, ids: Iterable[str]) -> str:
        """Ids of things, wants or vehicles in words, where the catalogue knows them."""
        known = catalogue()
        return ", ".join(
            self.say(f"{kind}.{one}") if f"book.{kind}.{one}" in known else one.replace("_", " ")
            for one in sorted(ids)
        )
