"""A plan as it stands, laid out for trying changes: where each team is on each date, and what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.breach import Breach
from optimizer.review.catchment import Catchment
from optimizer.review.check import check_demand, check_team
from optimizer.review.demand import Demand
from optimizer.review.held import Held, Hold
from optimizer.review.hosts import Hosts
from optimizer.review.ledger import Ledger
from optimizer.review.nights import beds
from optimizer.review.rules.r7_site import crowds
from optimizer.review.served import Cell, served_by_cell, served_by_date
from optimizer.review.stays import Cases, DayWork
from optimizer.review.vacancies import Vacancies
from optimizer.review.wanted import AllWanted
from optimizer.review.worths import Worths
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True, slots=True)
class Slot:
    """A date on which a team may have a route: where it sleeps before and after, and its route if any.

    Parameters
    ----------
    work
        The visits of the route, without their times but for starts that were promised.
    holds
        What was promised of them, by position; visits that were not promised are absent.
    """

    team: Team
    day: date
    start: str
    end: str
    route: Route | None
    work: DayWork = ()
    holds: Mapping[int, Hold] = field(default_factory=dict)


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
    def ledger(self) -> Ledger:
        """The cases due, served and left."""
        return Ledger(self.scenario, Demand(self.scenario, self.routes))

    @cached_property
    def hosts(self) -> Hosts:
        """Where people may be served beside their own site."""
        return Hosts(self.scenario, Catchment(self.scenario), self.routes)

    @cached_property
    def worths(self) -> Worths:
        """What cases are worth."""
        return Worths(self.scenario, Catchment(self.scenario))

    @cached_property
    def wanted(self) -> AllWanted:
        """What visits to each site could serve."""
        return AllWanted(self.scenario, self.ledger, self.hosts, self.worths)

    @cached_property
    def held(self) -> Held:
        """What was promised and is kept."""
        return Held(self.scenario, self.routes)

    @property
    def left(self) -> Mapping[Cell, int]:
        """Cases that the plan leaves, by home site and service, in the scenario's order."""
        return self.ledger.left

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every date on which a team with sound routes may have another one, team by team.

        Frozen dates are none of them.
        """
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

    def may_go(self, slot: Slot, position: int) -> Cases:
        """Cases of one visit of a slot that could go: neither promised nor the first step of others."""
        hold, stay = slot.holds.get(position, Hold()), slot.work[position]
        free = {
            cell: min(count - hold.cases.get(cell, 0), self.ledger.spare(cell, slot.day))
            for cell, count in stay.cases.items()
        }
        return {cell: count for cell, count in free.items() if count > 0}

    def may_drop(self, slot: Slot, first: int, last: int) -> bool:
        """Whether the visits of a slot from `first` to before `last` could go altogether."""
        if any(first <= position < last for position in slot.holds):
            return False
        gone: Counter[Cell] = Counter()
        for stay in slot.work[first:last]:
            gone.update(stay.cases)
        return self.ledger.may_lose(gone, slot.day)

    def breaks_demand(self, team: Team, changed: Iterable[Route]) -> bool:
        """Whether other routes of one team would serve more than is due, or than people come.

        Only cells of which they serve other numbers, or on other dates, and follow-ups of these are
        looked at, and so only routes that serve them or their first steps.
        """
        changed = tuple(changed)
        then, now = served_by_date(self.by_team[team.id]), served_by_date(changed)
        cells = {cell for cell in {*then, *now} if then.get(cell) != now.get(cell)}
        if not self.hosts.is_used and not self.ledger.has_follow_ups:
            return any(
                _total(now, cell) - _total(then, cell) > max(0, self.left.get(cell, 0)) for cell in cells
            )
        cells |= {
            (home, step.service)
            for home, service in tuple(cells)
            if (step := self.scenario.services[service].then) is not None
        }
        routes = (*self._others_serving(team, cells), *changed)
        names = {(home, self.scenario.services[service].name) for home, service in cells}
        found = (
            _excess(one)
            for one in check_demand(self.scenario, routes)
            if (one.site, one.values["service"]) in names
        )
        return any(one not in self._excesses for one in found)

    def _others_serving(self, team: Team, cells: Iterable[Cell]) -> Iterable[Route]:
        """Routes of other teams that serve some cells, or the first steps of these."""
        at: set[int] = set()
        for home, service in cells:
            steps = (
                one.id for one in self.scenario.services.values() if one.then and one.then.service == service
            )
            at.update(*(self._serving.get((home, one), ()) for one in (service, *steps)))
        return (self.routes[number] for number in sorted(at) if self.routes[number].team != team.id)

    @cached_property
    def _serving(self) -> Mapping[Cell, tuple[int, ...]]:
        """Positions of the routes that serve each cell."""
        found: dict[Cell, tuple[int, ...]] = {}
        for number, route in enumerate(self.routes):
            for cell in served_by_cell((route,)):
                found[cell] = (*found.get(cell, ()), number)
        return found

    @cached_property
    def _excesses(self) -> frozenset[tuple[object, ...]]:
        """What the plan itself serves beyond what is due."""
        return frozenset(map(_excess, check_demand(self.scenario, self.routes)))

    def _slots_of(self, team: Team) -> Iterable[Slot]:
        routes = {route.date: route for route in self.by_team[team.id]}
        slept = beds(self.scenario.horizon, team, routes.values())
        at = team.base
        for day in self.scenario.horizon.dates():
            if day in team.dates and not self.held.is_frozen(team.id, day):
                route = routes.get(day)
                if route is None:
                    yield Slot(team, day, at, slept[day], None)
                else:
                    work = tuple(self.held.stays(route))
                    yield Slot(team, day, at, slept[day], route, work, self.held.holds(route))
            at = slept[day]


def _total(served: Mapping[Cell, Mapping[date, int]], cell: Cell) -> int:
    return sum(served.get(cell, {}).values())


def _excess(one: Breach) -> tuple[object, ...]:
    """What two breaches of demand share that are about the same cases."""
    return one.key, one.site, one.values.get("service"), one.values.get("host")
