"""A team's week as papers show it: every date in order, with a route or without."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import fsum

from optimizer.domain.plan import Plan, Route
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.nights import beds


@dataclass(frozen=True, slots=True)
class TeamDay:
    """One date of a team.

    Parameters
    ----------
    route
        Where the team goes; None if it stays where it is.
    sleeps_at
        Id of the place where the team is at the end of the date.
    """

    day: date
    route: Route | None
    sleeps_at: str

    @property
    def cases(self) -> Counter[str]:
        """Cases served by service, those of guests included."""
        served: Counter[str] = Counter()
        for visit in self.route.visits if self.route else ():
            served.update(visit.cases_by_service)
        return served


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """Every date of the horizon of one team, in order."""

    team: Team
    days: tuple[TeamDay, ...]

    @property
    def routes(self) -> tuple[Route, ...]:
        """The team's day routes, in order."""
        return tuple(one.route for one in self.days if one.route)

    @property
    def visits(self) -> int:
        """Number of visits."""
        return sum(len(route.visits) for route in self.routes)

    @property
    def cases(self) -> Counter[str]:
        """Cases served by service."""
        return sum((one.cases for one in self.days), Counter[str]())

    @property
    def km(self) -> float:
        """Length of all legs."""
        return fsum(route.km for route in self.routes)

    @property
    def travel_minutes(self) -> int:
        """Time of all legs."""
        return sum(route.travel_minutes for route in self.routes)

    @property
    def nights(self) -> int:
        """Nights away from base, between two dates of the horizon."""
        return sum(one.sleeps_at != self.team.base for one in self.days[:-1])


def team_weeks(plan: Plan, scenario: Scenario) -> tuple[TeamWeek, ...]:
    """The week of every team, in the scenario's order, teams without a route included."""
    routes = {(route.team, route.date): route for route in plan.routes}
    return tuple(_week(team, scenario, routes) for team in scenario.teams.values())


def _week(team: Team, scenario: Scenario, routes: dict[tuple[str, date], Route]) -> TeamWeek:
    own = {day: routes.get((team.id, day)) for day in scenario.horizon.dates()}
    slept = beds(scenario.horizon, team, filter(None, own.values()))
    return TeamWeek(team, tuple(TeamDay(day, own[day], place) for day, place in slept.items()))
