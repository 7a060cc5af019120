"""From the order in which a solver serves chunks to day routes, cut to what is allowed and filled up.

What a solver's encoding could not say exactly is put right here: cases that do not fit into a
window or the shift are cut.  Then what each visit can still take is added, densest first, the
same for every solver and in its favour: none of them chooses amounts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario, Site
from optimizer.review.figures import objective_mdong
from optimizer.travel.matrix import TravelMatrix
from peers.work import Chunk, Task, TeamDay, fit_teams

Cases = dict[str, int]
"""Cases by service."""


@dataclass
class Stop:
    """Consecutive work at one site, wanted or planned."""

    site: Site
    cases: Cases


@dataclass
class Day:
    """A team-day and its stops in order."""

    at: TeamDay
    stops: list[Stop] = field(default_factory=list)


class Scheduler:
    """Gives stops their times of day."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario = scenario
        self._travel = travel

    def minutes(self, at: TeamDay, origin: str, destination: str) -> int | None:
        """Minutes of a leg; None without a road."""
        if origin == destination:
            return 0
        leg = self._travel.leg(at.team.vehicle, at.date, origin, destination)
        return leg.minutes if leg else None

    def work_min(self, at: TeamDay, cases: Mapping[str, int]) -> int:
        """Minutes of service."""
        work = sum((self._scenario.services[service].minutes or 0) * n for service, n in cases.items())
        return -(-work // at.team.stations)

    def visits(self, day: Day) -> tuple[list[Visit], int] | None:
        """Visits as early as they can be, and the arrival at the end; cases without room are left out.

        None where there is no road.
        """
        now, place, visits = day.at.team.shift.start_min, day.at.start, list[Visit]()
        for stop in day.stops:
            minutes = self.minutes(day.at, place, stop.site.id)
            if minutes is None:
                return None
            made = self._visits_at(day.at, stop, now + minutes)
            if made:
                visits += made
                now, place = made[-1].finish, stop.site.id
        home = self.minutes(day.at, place, day.at.end)
        return None if home is None else (visits, now + home)

    def _visits_at(self, at: TeamDay, stop: Stop, arrive: int) -> list[Visit]:
        """Visits for one stop, in as many windows as it takes."""
        if at.date not in self._scenario.open_dates(stop.site):
            return []
        wanted, made = dict(stop.cases), list[Visit]()
        for window in self._scenario.windows(stop.site, at.date):
            start = max(arrive, window.start_min)
            room = (window.end_min - start - stop.site.setup_minutes) * at.team.stations
            cases: Cases = {}
            for service in self._densest(stop.site, wanted):
                minutes = self._scenario.services[service].minutes or 0
                n = min(wanted[service], room // minutes)
                if n > 0:
                    cases[service] = n
                    wanted[service] -= n
                    room -= n * minutes
            if cases:
                finish = start + stop.site.setup_minutes + self.work_min(at, cases)
                made.append(Visit(site=stop.site.id, arrive=arrive, start=start, finish=finish, cases=cases))
                arrive = finish
            if not any(wanted.values()):
                break
        return made

    def _densest(self, site: Site, wanted: Cases) -> list[str]:
        services = self._scenario.services
        return sorted(
            (service for service in wanted if wanted[service] > 0),
            key=lambda one: -self._scenario.case_mdong(site, services[one]) / (services[one].minutes or 1),
        )


def merged(chunks: Iterable[Chunk]) -> list[Stop]:
    """Stops of chunks in order, neighbours at one site joined."""
    stops: list[Stop] = []
    for chunk in chunks:
        if not stops or stops[-1].site.id != chunk.site.id:
            stops.append(Stop(chunk.site, {}))
        cases = stops[-1].cases
        cases[chunk.service.id] = cases.get(chunk.service.id, 0) + chunk.cases
    return stops


def allowed(task: Task, at: TeamDay, chunk: Chunk) -> bool:
    """Whether a team-day may serve a chunk, times aside."""
    return at.team.id in task.fit_for(chunk) and bool(task.windows(chunk, at.date))


def cut_to_fit(scheduler: Scheduler, day: Day) -> None:
    """Cut cases, from the last stop on, until the day is over in time."""
    while day.stops:
        found = scheduler.visits(day)
        if found is not None:
            visits, arrive = found
            late = arrive - day.at.team.shift.end_min
            if late <= 0:
                day.stops = _stops_made(day, visits)
                return
            last = _stops_made(day, visits)[-1:] if visits else []
            if last and (shorter := _shortened(scheduler, day.at, last[0], late)):
                day.stops = [*_stops_made(day, visits)[:-1], shorter]
                continue
        day.stops.pop()


def _stops_made(day: Day, visits: Sequence[Visit]) -> list[Stop]:
    """The stops as far as they were visited."""
    sites = {stop.site.id: stop.site for stop in day.stops}
    stops: list[Stop] = []
    for visit in visits:
        if not stops or stops[-1].site.id != visit.site:
            stops.append(Stop(sites[visit.site], {}))
        for service, n in visit.cases.items():
            stops[-1].cases[service] = stops[-1].cases.get(service, 0) + n
    return stops


def _shortened(scheduler: Scheduler, at: TeamDay, stop: Stop, late_min: int) -> Stop | None:
    """The stop with so many fewer cases that `late_min` is saved; None if too few are left."""
    cases, whole = dict(stop.cases), scheduler.work_min(at, stop.cases)
    for service in sorted(cases, key=lambda one: cases[one]):
        while cases[service] > 0:
            cases[service] -= 1
            if whole - scheduler.work_min(at, cases) >= late_min:
                kept = {one: n for one, n in cases.items() if n > 0}
                return Stop(stop.site, kept) if kept else None
    return None


def top_up(scenario: Scenario, scheduler: Scheduler, days: Sequence[Day]) -> None:
    """Serve more where there is time left, densest services first."""
    left = {(site.id, service): n for site in scenario.sites.values() for service, n in site.cases.items()}
    for day in days:
        for stop in day.stops:
            for service, n in stop.cases.items():
                left[stop.site.id, service] -= n
    for day in days:
        offers = [
            (scenario.case_mdong(stop.site, scenario.services[service]) / minutes, k, service)
            for k, stop in enumerate(day.stops)
            for service in stop.site.cases
            if (minutes := scenario.services[service].minutes or 0)
            and scenario.services[service].plannable
            and left[stop.site.id, service] > 0
            and day.at.team.id in fit_teams(scenario, stop.site, scenario.services[service])
        ]
        for _, k, service in sorted(offers, key=lambda offer: (-offer[0], offer[1], offer[2])):
            site = day.stops[k].site.id
            left[site, service] -= _add_most(scheduler, day, k, service, left[site, service])


def _add_most(scheduler: Scheduler, day: Day, k: int, service: str, most: int) -> int:
    """Add as many cases of a service to stop `k` as fit; returns how many."""
    cases = day.stops[k].cases
    before = cases.get(service, 0)

    def fits(more: int) -> bool:
        cases[service] = before + more
        found = scheduler.visits(day)
        if found is None or found[1] > day.at.team.shift.end_min:
            return False
        return served(found[0]) == sum(sum(stop.cases.values()) for stop in day.stops)

    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    cases[service] = before + low
    if not cases[service]:
        del cases[service]
    return low


def served(visits: Iterable[Visit]) -> int:
    """Cases of visits."""
    return sum(sum(visit.cases.values()) for visit in visits)


def route(scheduler: Scheduler, travel: TravelMatrix, day: Day) -> Route | None:
    """The day route of a day that fits; None where the team stays where it is."""
    found = scheduler.visits(day)
    assert found is not None, f"no road on {day.at.date}"
    visits, arrive = found
    if not visits and day.at.start == day.at.end:
        return None
    chain = [day.at.start, *(visit.site for visit in visits), day.at.end]
    legs = [travel.leg(day.at.team.vehicle, day.at.date, *pair) for pair in pairwise(chain)]
    known = [leg for leg in legs if leg is not None]
    depart = day.at.team.shift.start_min
    if visits:
        first = visits[0].model_copy(update={"arrive": visits[0].start})
        visits[0] = first
        depart = first.start - known[0].minutes
    return Route(
        team=day.at.team.id,
        date=day.at.date,
        start=day.at.start,
        depart=depart,
        end=day.at.end,
        arrive=arrive,
        visits=tuple(visits),
        km=sum(leg.metres for leg in known) / 1000,
        travel_minutes=sum(leg.minutes for leg in known),
    )


def routes_of(task: Task, orders: Sequence[Sequence[int]], *, fill: bool = True) -> tuple[Route, ...]:
    """Day routes of a solver's answer.

    Parameters
    ----------
    orders
        Numbers of chunks in the order in which each team-day serves them.
    fill
        Whether visits are topped up.
    """
    scheduler = Scheduler(task.scenario, task.travel)
    days = []
    for at, order in zip(task.team_days, orders, strict=True):
        chunks = (task.chunks[number] for number in order)
        day = Day(at, merged(chunk for chunk in chunks if allowed(task, at, chunk)))
        cut_to_fit(scheduler, day)
        days.append(day)
    if fill:
        top_up(task.scenario, scheduler, days)
    found = (route(scheduler, task.travel, day) for day in days)
    return without_idle_trips(task, tuple(one for one in found if one is not None))


def without_idle_trips(task: Task, routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """The routes without trips, from leaving the base to being back, that cost more than they earn."""
    kept: list[Route] = []
    for team in task.scenario.teams.values():
        trip: list[Route] = []
        for one in sorted((one for one in routes if one.team == team.id), key=lambda one: one.date):
            trip.append(one)
            if one.end == team.base:
                if objective_mdong(task.scenario, task.travel, trip) > 0:
                    kept += trip
                trip = []
        kept += trip
    return tuple(kept)
