"""A plan as it stands, laid out for trying changes: where each team is on each date, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Site, Team
from optimizer.review.check import check_team
from optimizer.review.nights import beds
from optimizer.review.rules.r7_site import crowds
from optimizer.review.served import Cell, served_by_cell
from optimizer.review.vacancies import Vacancies
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True, slots=True)
class Slot:
    """A date on which a team may have a route: where it sleeps before and after, and its route if any."""

    team: Team
    day: date
    start: str
    end: str
    route: Route | None


@dataclass(frozen=True)
class Standing:
    """A plan's routes with what a reader of them looks up again and again."""

    scenario: Scenario
    travel: TravelMatrix
    routes: tuple[Route, ...]

    @cached_property
    def by_team(self) -> Mapping[str, tuple[Route, ...]]:
        """The routes of every team of the scenario, none for a team that stays at home."""
        found: dict[str, list[Route]] = {team: [] for team in self.scenario.teams}
        for route in self.routes:
            if route.team in found:
                found[route.team].append(route)
        return {team: tuple(routes) for team, routes in found.items()}

    @cached_property
    def broken(self) -> frozenset[str]:
        """Teams whose routes already break a rule: nothing can be tried on top of them."""
        alone = (
            team_id
            for team_id, routes in self.by_team.items()
            if routes and check_team(self.scenario, self.travel, self.scenario.teams[team_id], routes)
        )
        together = (team_id for crowd in crowds(self.scenario, self.routes) for team_id in crowd.teams)
        return frozenset((*alone, *together))

    @cached_property
    def vacancies(self) -> Vacancies:
        """When each team may work where, while the others keep their routes."""
        return Vacancies(self.scenario, self.routes)

    @cached_property
    def left(self) -> Mapping[Cell, int]:
        """Cases that the plan does not serve, by site and service, in the scenario's order."""
        served = served_by_cell(self.routes)
        remaining = {
            (site.id, service): cases - served.get((site.id, service), 0)
            for site in self.scenario.sites.values()
            for service, cases in site.cases.items()
        }
        return {cell: cases for cell, cases in remaining.items() if cases > 0}

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every date on which a team with sound routes may have one, team by team."""
        return tuple(
            slot
            for team in self.scenario.teams.values()
            if team.id not in self.broken
            for slot in self._slots_of(team)
        )

    def would_crowd(self, team: Team, changed: Iterable[Route]) -> bool:
        """Whether other routes of one team would meet too many teams at a site."""
        changed = tuple(changed)
        sites = (self.scenario.sites[visit.site] for route in changed for visit in route.visits)
        if all(site.max_teams is None for site in sites):
            return False
        others = (route for route in self.routes if route.team != team.id)
        return any(team.id in crowd.teams for crowd in crowds(self.scenario, (*others, *changed)))

    def plannable_left(self, site: Site) -> Mapping[str, int]:
        """Cases of plannable services left at one site, by service id."""
        return {
            service: self.left[site.id, service]
            for service in site.cases
            if (site.id, service) in self.left and self.scenario.services[service].plannable
        }

    def _slots_of(self, team: Team) -> Iterable[Slot]:
        routes = {route.date: route for route in self.by_team[team.id]}
        slept = beds(self.scenario.horizon, team, routes.values())
        at = team.base
        for day in self.scenario.horizon.dates():
            if day in team.dates:
                yield Slot(team, day, at, slept[day], routes.get(day))
            at = slept[day]
