"""The best plan of a tiny campaign, by trying everything: the rules as they are written, in exact integers.

For each team and date, every day route is made step by step, and of those that serve the same
cases and end at the same place the cheapest is kept.  The dates are then put together, with
where every team is and which cases are left as the state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.travel.matrix import Leg, TravelMatrix

Served = tuple[int, ...]
"""Cases by cell, in the order of `Exact.cells`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One plannable service at one site."""

    site: Site
    service: Service

    @property
    def outstanding(self) -> int:
        """Cases at the start."""
        return self.site.cases[self.service.id]


@dataclass(frozen=True, slots=True)
class Trip:
    """A day begun: where the team is, since when, and what it has cost so far."""

    place: str
    served: Served
    at_min: int
    work_min: int
    drive_min: int
    cost_mdong: int

    def beats(self, other: Trip) -> bool:
        """Whether whatever the other trip can still do, this one can do as cheaply."""
        return (
            self.at_min <= other.at_min
            and self.work_min <= other.work_min
            and self.drive_min <= other.drive_min
            and self.cost_mdong <= other.cost_mdong
        )


class Exact:
    """The best objective of a scenario with few enough cases to try everything."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario = scenario
        self._travel = travel
        self.cells = tuple(
            Cell(site, scenario.services[service])
            for site in scenario.sites.values()
            for service in site.cases
            if scenario.services[service].plannable
        )
        self._nobody: Served = (0,) * len(self.cells)
        self._days: dict[tuple[str, date, str], Mapping[tuple[str, Served], int]] = {}

    def best_mdong(self) -> int:
        """The objective of a best plan, in thousandths of a đồng."""
        teams = tuple(self._scenario.teams.values())
        dates = tuple(self._scenario.horizon.dates())
        start = (tuple((team.base, 0) for team in teams), self._nobody)
        plans = {start: 0}
        for day in dates:
            for number, team in enumerate(teams):
                plans = self._after(plans, team, number, day, last=day == dates[-1])
        worth = [
            self._value_mdong(served) - cost
            for (whereabouts, served), cost in plans.items()
            if all(place == team.base for (place, _), team in zip(whereabouts, teams, strict=True))
        ]
        return max(worth)

    def _after(
        self,
        plans: Mapping[tuple[tuple[tuple[str, int], ...], Served], int],
        team: Team,
        number: int,
        day: date,
        *,
        last: bool,
    ) -> dict[tuple[tuple[tuple[str, int], ...], Served], int]:
        """Cheapest cost by (place and nights away of every team, cases served) after one more team-day."""
        night_mdong = 0 if last else team.officers * self._scenario.objective.night_dong * 1000
        after: dict[tuple[tuple[tuple[str, int], ...], Served], int] = {}
        for (whereabouts, served), cost in plans.items():
            place, away = whereabouts[number]
            for (end, more), day_cost in self._routes(team, day, place).items():
                total = tuple(map(sum, zip(served, more, strict=True)))
                if not self._within_outstanding(total):
                    continue
                nights = 0 if end == team.base else away + 1
                if nights > team.max_nights:
                    continue
                moved = (*whereabouts[:number], (end, nights), *whereabouts[number + 1 :])
                spent = cost + day_cost + (night_mdong if nights else 0)
                if spent < after.get((moved, total), spent + 1):
                    after[moved, total] = spent
        return after

    def _routes(self, team: Team, day: date, start: str) -> Mapping[tuple[str, Served], int]:
        """The cheapest cost of a team's day by where it ends and whom it serves; staying is free."""
        key = team.id, day, start
        if key not in self._days:
            ends = {(start, self._nobody): 0}
            if day in team.dates:
                for trip in self._trips(team, day, start):
                    for end in self._beds(team):
                        arrived = self._go(team, day, trip, end)
                        if arrived is not None:
                            known = ends.get((end, arrived.served), arrived.cost_mdong)
                            ends[end, arrived.served] = min(known, arrived.cost_mdong)
            self._days[key] = ends
        return self._days[key]

    def _trips(self, team: Team, day: date, start: str) -> Iterable[Trip]:
        """Every trip worth making, up to its last visit, the journey to the bed left out."""
        kept: dict[tuple[str, Served], list[Trip]] = {}
        fresh = [Trip(start, self._nobody, team.shift.start_min, 0, 0, 0)]
        while fresh:
            trip = fresh.pop()
            trips = kept.setdefault((trip.place, trip.served), [])
            if any(other.beats(trip) for other in trips):
                continue
            trips[:] = [other for other in trips if not trip.beats(other)]
            trips.append(trip)
            fresh += self._visits(team, day, trip)
        return [trip for trips in kept.values() for trip in trips]

    def _visits(self, team: Team, day: date, trip: Trip) -> Iterator[Trip]:
        """The trip with one visit more: each site and number of cases, in the first window long enough."""
        for site in self._scenario.sites.values():
            if day not in self._scenario.open_dates(site):
                continue
            there = self._go(team, day, trip, site.id)
            if there is None:
                continue
            for more in self._amounts(team, site, trip.served):
                length_min = site.setup_minutes + -(-self._station_min(more) // team.stations)
                for window in self._scenario.windows(site, day):
                    finish_min = max(there.at_min, window.start_min) + length_min
                    if finish_min <= window.end_min:
                        visited = Trip(
                            site.id,
                            tuple(map(sum, zip(trip.served, more, strict=True))),
                            finish_min,
                            there.work_min + length_min,
                            there.drive_min,
                            there.cost_mdong,
                        )
                        if self._within_limits(team, visited):
                            yield visited
                        break

    def _amounts(self, team: Team, site: Site, served: Served) -> Iterator[Served]:
        """Every way of serving somebody at a site."""
        most = [
            cell.outstanding - done if cell.site.id == site.id and _fit(team, cell) else 0
            for cell, done in zip(self.cells, served, strict=True)
        ]
        for amounts in product(*(range(number + 1) for number in most)):
            if any(amounts):
                yield amounts

    def _go(self, team: Team, day: date, trip: Trip, place: str) -> Trip | None:
        """The trip gone on to a place; None where there is no road or the day is over."""
        leg = self._travel.leg(team.vehicle, day, trip.place, place)
        if trip.place == place:
            leg = Leg(0, 0, 0, 0, 0)
        if leg is None:
            return None
        per_officer = leg.minutes * self._scenario.objective.officer_minute_dong + leg.fare_dong
        cost_mdong = (
            leg.charged_metres * self._scenario.vehicles[team.vehicle].dong_per_km
            + team.officers * per_officer * 1000
        )
        gone = Trip(
            place,
            trip.served,
            trip.at_min + leg.minutes,
            trip.work_min + leg.minutes,
            trip.drive_min + leg.drive_minutes,
            trip.cost_mdong + cost_mdong,
        )
        return gone if self._within_limits(team, gone) else None

    @staticmethod
    def _within_limits(team: Team, trip: Trip) -> bool:
        return (
            trip.at_min <= team.shift.end_min
            and (team.max_work_minutes is None or trip.work_min <= team.max_work_minutes)
            and (team.max_drive_minutes is None or trip.drive_min <= team.max_drive_minutes)
        )

    def _beds(self, team: Team) -> Iterator[str]:
        yield team.base
        for place in self._scenario.sleeping_places:
            site = self._scenario.sites.get(place)
            if site is None or not site.vehicles or team.vehicle in site.vehicles:
                yield place

    def _within_outstanding(self, served: Served) -> bool:
        return all(done <= cell.outstanding for cell, done in zip(self.cells, served, strict=True))

    def _station_min(self, amounts: Served) -> int:
        return sum(
            number * (cell.service.minutes or 0) for cell, number in zip(self.cells, amounts, strict=True)
        )

    def _value_mdong(self, served: Served) -> int:
        return sum(
            number * self._scenario.case_mdong(cell.site, cell.service)
            for cell, number in zip(self.cells, served, strict=True)
        )


def _fit(team: Team, cell: Cell) -> bool:
    """Skills, what the site lacks and the team does not make up for, and the vehicle."""
    skilled = cell.site.requires | cell.service.requires <= team.skills
    equipped = (cell.service.needs & cell.site.lacks) <= team.makes_up_for
    return skilled and equipped and (not cell.site.vehicles or team.vehicle in cell.site.vehicles)
