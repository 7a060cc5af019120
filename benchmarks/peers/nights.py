"""Where teams sleep, said beforehand, since no general solver decides it.

`at_home` is every team at its base every night.  `on_trips` deals trips out greedily: a trip takes
a team to a place for some days, where it works on what is around, and back; the trip that earns
most a day is taken first, and its work is no longer there for the next.  `as_in` copies the
nights of a plan, ours for instance.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.nights import beds
from optimizer.travel.matrix import TravelMatrix
from peers.work import NO_ROAD_MIN, TeamDay, fit_teams

NEAR_MIN = 60
"""Work is around a place if it is no farther than this."""

USEFUL = 0.3
"""Share of the time at a place that is left for service after set-up, local travel and waiting."""

MOST_HUBS = 40
"""Places with most work around them, among which trips choose."""


def at_home(scenario: Scenario) -> tuple[TeamDay, ...]:
    """Every team-day begins and ends at base."""
    return tuple(TeamDay(team, day, team.base, team.base) for team, day in _team_dates(scenario))


def as_in(scenario: Scenario, routes: Iterable[Route]) -> tuple[TeamDay, ...]:
    """Team-days that begin and end where teams sleep in a plan."""
    routes = tuple(routes)
    found = []
    for team in scenario.teams.values():
        slept = beds(scenario.horizon, team, (one for one in routes if one.team == team.id))
        found += [
            TeamDay(team, day, slept.get(day - timedelta(days=1), team.base), slept[day])
            for day in sorted(team.dates)
        ]
    return tuple(found)


def on_trips(scenario: Scenario, travel: TravelMatrix) -> tuple[TeamDay, ...]:
    """Team-days of trips dealt out greedily; a day on no trip is spent at base."""
    dealer = _Dealer(scenario, travel)
    where = {(team.id, day): team.base for team, day in _team_dates(scenario)}
    bed = dict(where)
    for trip in dealer.trips():
        days = [trip.first + timedelta(days=n) for n in range((trip.last - trip.first).days + 1)]
        for day in days:
            if (trip.team.id, day) in bed and day < trip.last:
                bed[trip.team.id, day] = trip.place
            if (trip.team.id, day) in where and day > trip.first:
                where[trip.team.id, day] = trip.place
    return tuple(
        TeamDay(team, day, where[team.id, day], bed[team.id, day]) for team, day in _team_dates(scenario)
    )


def _team_dates(scenario: Scenario) -> Iterator[tuple[Team, date]]:
    for team in scenario.teams.values():
        for day in sorted(team.dates):
            yield team, day


@dataclass(frozen=True, slots=True)
class Trip:
    """A team's days at one place; a trip of one day sleeps at base."""

    team: Team
    place: str
    first: date
    last: date


class _Dealer:
    """Deals trips; cells are the services of sites, by number, densest first."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario = scenario
        self._travel = travel
        cells = [
            (site, scenario.services[service], n)
            for site in scenario.sites.values()
            for service, n in site.cases.items()
            if scenario.services[service].plannable and scenario.open_dates(site)
        ]
        density = [-scenario.case_mdong(site, one) / (one.minutes or 1) for site, one, _ in cells]
        cells = [cells[at] for at in np.argsort(density, kind="stable")]
        self._at = np.array([travel.numbers[site.id] for site, _, _ in cells])
        self._minutes = np.array([one.minutes or 1 for _, one, _ in cells])
        self._worth = np.array([scenario.case_mdong(site, one) for site, one, _ in cells]) / 1000
        self._left = np.array([n for _, _, n in cells])
        self._deadline = np.array([max(scenario.open_dates(site)).toordinal() for site, _, _ in cells])
        self._release = np.array([min(scenario.open_dates(site)).toordinal() for site, _, _ in cells])
        fit = {team: np.zeros(len(cells), np.bool_) for team in scenario.teams}
        for number, (site, one, _) in enumerate(cells):
            for team in fit_teams(scenario, site, one):
                fit[team][number] = True
        self._fit = fit
        self._hubs = self._best_hubs()

    def _legs(self, team: Team) -> NDArray[np.int64]:
        layer = self._travel.layer(team.vehicle, self._scenario.horizon.start)
        return np.where(layer.reachable, layer.minutes, NO_ROAD_MIN)

    def _best_hubs(self) -> Mapping[str, NDArray[np.intp]]:
        """Beds with most work around, and the cells around each."""
        legs = self._legs(next(iter(self._scenario.teams.values())))
        around: dict[str, NDArray[np.intp]] = {}
        for place in self._scenario.sleeping_places:
            around[place] = np.flatnonzero(legs[self._travel.numbers[place], self._at] <= NEAR_MIN)
        worth = {place: float((self._worth * self._left)[cells].sum()) for place, cells in around.items()}
        best: dict[str, NDArray[np.intp]] = {}
        for place in sorted(worth, key=lambda one: -worth[one]):
            # Hubs side by side are as good as one: keep those that reach something new.
            if len(best) < MOST_HUBS and all(len(np.setdiff1d(around[place], one)) for one in best.values()):
                best[place] = around[place]
        return best

    def trips(self) -> Iterator[Trip]:
        """Trips in the order in which they are dealt; each takes its work away."""
        free = {team.id: set(team.dates) for team in self._scenario.teams.values()}
        heap: list[tuple[float, int, Trip]] = []
        for number, trip in enumerate(self._candidates()):
            heapq.heappush(heap, (-float("inf"), number, trip))
        while heap:
            promised, number, trip = heapq.heappop(heap)
            days = self._days(trip)
            if not days or not set(days) <= free[trip.team.id]:
                continue
            earned, cells, taken = self._earned(trip, days)
            score = earned / len(days)
            if score <= 0:
                continue
            if heap and -score > heap[0][0] and -score > promised:
                heapq.heappush(heap, (-score, number, trip))  # worth less than when it was last looked at
                continue
            self._left[cells] -= taken
            free[trip.team.id] -= set(days)
            yield trip

    def _candidates(self) -> Iterator[Trip]:
        horizon = self._scenario.horizon
        for team in self._scenario.teams.values():
            for first in sorted(team.dates):
                for nights in range(team.max_nights + 1):
                    last = first + timedelta(days=nights)
                    if last in team.dates and last in horizon:
                        for place in self._hubs:
                            yield Trip(team, place, first, last)

    @staticmethod
    def _days(trip: Trip) -> list[date]:
        """Dates of the trip on which the team works."""
        return sorted(day for day in trip.team.dates if trip.first <= day <= trip.last)

    def _earned(self, trip: Trip, days: Sequence[date]) -> tuple[float, NDArray[np.intp], NDArray[np.int64]]:
        """What a trip earns in đồng, the cells that it works on, and the cases of each."""
        team, scenario = trip.team, self._scenario
        nothing = 0.0, np.zeros(0, np.intp), np.zeros(0, np.int64)
        there = self._travel.leg(team.vehicle, trip.first, team.base, trip.place)
        back = self._travel.leg(team.vehicle, trip.last, trip.place, team.base)
        shift = team.shift.end_min - team.shift.start_min
        if there is None or back is None:
            return nothing
        usable = len(days) * shift - there.minutes - back.minutes
        if usable <= 0 or max(there.minutes, back.minutes) > shift:
            return nothing
        cells = self._hubs[trip.place]
        cells = cells[self._fit[team.id][cells] & (self._left[cells] > 0)]
        cells = cells[
            (self._deadline[cells] >= trip.first.toordinal())
            & (self._release[cells] <= trip.last.toordinal())
        ]
        work = self._left[cells] * self._minutes[cells]
        room = np.clip(USEFUL * usable * team.stations - (np.cumsum(work) - work), 0, work)
        taken = (room // self._minutes[cells]).astype(np.int64)
        costs = scenario.objective
        travel_min = there.minutes + back.minutes
        nights = (trip.last - trip.first).days
        cost = (
            (there.metres + back.metres) / 1000 * scenario.vehicles[team.vehicle].dong_per_km
            + travel_min * team.officers * costs.officer_minute_dong
            + nights * team.officers * costs.night_dong
        )
        return float((taken * self._worth[cells]).sum()) - cost, cells, taken
