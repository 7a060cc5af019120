"""Whether one team could keep some promises in one week, had it nothing else to do.

Every order of the visits, every place to sleep before and after, and every way to take the break is
tried with the checker.  Where these are too many nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations, product

import numpy as np

from optimizer.domain.calendar import Hours, Window
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Pin, Scenario, Site, Team
from optimizer.review.catchment import Catchment
from optimizer.review.check import check_route
from optimizer.review.fitness import lacks
from optimizer.review.hosts import Hosts
from optimizer.review.passage import Passage
from optimizer.review.promises import is_kept
from optimizer.review.reach import Flags, Ints, daily_moves, reach_of
from optimizer.review.schedule import stops_of, visit_minutes
from optimizer.review.site_roads import roads_of
from optimizer.review.stays import Stay, station_minutes
from optimizer.review.timing import timed_route
from optimizer.review.vacancies import Vacancies
from optimizer.travel.matrix import TravelMatrix

_MOST_BEDS = 10
"""Places to sleep up to which every one is tried."""

_MOST_VISITS = 4
"""Promises of one date up to which every order is tried."""


@dataclass(frozen=True)
class PromiseWeek:
    """One team's week.

    Parameters
    ----------
    frozen
        Routes that stand as they are, those of other teams too: they may fill a site.
    """

    scenario: Scenario
    travel: TravelMatrix
    team: Team
    frozen: Sequence[Route] = ()

    def cannot_keep(self, pins: Iterable[Pin]) -> bool:
        """Whether it is proven that no week keeps the team's frozen routes and all of `pins`.

        Other cases, of guests too, may be served where a promise names none.
        """
        visits = {day: _merged(of_day) for day, of_day in _by_date(pins).items()}
        reach = reach_of(self.scenario, self.travel, self.team)
        usable = {int(place) for place in (*reach.usable(), *reach.beds())}
        places = np.array([reach.places[0], *sorted(usable - {int(reach.places[0])})])
        too_many = visits and len(places) > _MOST_BEDS
        if too_many or any(len(one) > _MOST_VISITS for one in visits.values()):
            return False
        dates = list(self.scenario.horizon.dates())
        idle = daily_moves(self.travel, self.team, dates, places)
        moves = [
            self._moves(day, places, visits.get(day, ()), moves)
            for day, moves in zip(dates, idle, strict=True)
        ]
        return not self._is_week(moves)

    def could_keep_alone(self, pin: Pin) -> bool:
        """Whether some week, with nothing else in it, keeps one promise: all places to sleep are tried."""
        scenario, site = self.scenario, self.scenario.sites[pin.site]
        reach = reach_of(scenario, self.travel, self.team)
        roads = roads_of(self.travel, self.travel.numbers[site.id])
        for stay in self._stays(pin):
            if any(lacks(self.team, site, scenario.services[service]).count for _, service in stay.cases):
                continue
            length_min = visit_minutes(site, station_minutes(scenario, stay.cases), self.team.stations)
            (stop,) = stops_of(Vacancies(scenario), self.travel, self.team, pin.date, [stay])
            asked, hours = _only_on(site, pin.date, stop.windows)
            opened = replace(scenario, hours={**scenario.hours, hours.id: hours})
            if Passage.of(opened, self.travel, reach, roads, (asked, length_min)).trip() is not None:
                return True
        return False

    def _moves(self, day: date, places: Ints, visits: Sequence[Pin], idle: Flags) -> Flags:
        """Shape (places, places): from which place to sleep a date may lead to which other."""
        ids = [self.travel.place_ids[int(place)] for place in places]
        stays = np.eye(len(ids), dtype=np.bool_)
        route = next((one for one in self.frozen if (one.team, one.date) == (self.team.id, day)), None)
        if route is not None:
            fixed = np.zeros_like(stays)
            if route.start in ids and route.end in ids and _holds(route, visits):
                fixed[ids.index(route.start), ids.index(route.end)] = True
            return fixed
        if self._is_frozen_off(day):
            return np.zeros_like(stays) if visits else stays
        if not visits:
            return idle
        may_work = np.zeros_like(stays)
        for origin, start in enumerate(ids):
            for destination, end in enumerate(ids):
                may_work[origin, destination] = self._is_day(day, (start, end), visits)
        return may_work

    def _is_frozen_off(self, day: date) -> bool:
        """Whether the team has no route on a frozen date and must not get one."""
        earlier = self.scenario.earlier
        if earlier is None or earlier.frozen_until is None or day > earlier.frozen_until:
            return False
        return all((one.team, one.date) != (self.team.id, day) for one in earlier.routes)

    def _is_day(self, day: date, ends: tuple[str, str], visits: Sequence[Pin]) -> bool:
        """Whether some route keeps all promises of a date between two places to sleep."""
        vacancies = Vacancies(self.scenario, self.frozen)
        for order in permutations(visits):
            for work in product(*(self._stays(pin) for pin in order)):
                route = timed_route(
                    self.scenario, self.travel, self.team, day, ends=ends, work=work, vacancies=vacancies
                )
                if route is not None and not check_route(self.scenario, self.travel, route):
                    return True
        return False

    def _stays(self, pin: Pin) -> Iterator[Stay]:
        """The shortest visits that keep a promise: for the cases that it names, or for any one."""
        if pin.cases:
            cases = {(pin.site, service): count for service, count in pin.cases.items()}
            yield Stay(pin.site, cases, pin.start_min)
            return
        for cell in self._cells(pin):
            yield Stay(pin.site, {cell: 1}, pin.start_min)

    def _cells(self, pin: Pin) -> Iterator[tuple[str, str]]:
        """Cells of which one case is enough for a promise: the quickest of the site, and of its guests."""
        host, scenario = self.scenario.sites[pin.site], self.scenario
        hosts = Hosts(scenario, Catchment(scenario), ())
        for homes in ((host,), tuple(hosts.homes(host))):
            found = [
                (station_minutes(scenario, {(home.id, service.id): 1}), home.id, service.id)
                for home in homes
                for service in scenario.services.values()
                if service.plannable
                and not lacks(self.team, host, service).count
                and pin.date in scenario.open_dates(home)
                and (home is host or hosts.remaining(home, host, service) > 0)
                and could_be_due(scenario, home.id, service.id, pin.date)
            ]
            if found:
                yield min(found)[1:]

    def _is_week(self, moves: Sequence[Flags]) -> bool:
        """Whether dates can follow each other, from the base and back, with few enough nights away."""
        team = self.team
        at = {(0, 0)}
        for number, may_move in enumerate(moves):
            is_last = number == len(moves) - 1
            evening: set[tuple[int, int]] = set()
            for place, nights in at:
                for end in np.flatnonzero(may_move[place]):
                    away = 0 if end == 0 else nights + 1
                    if away <= team.max_nights or (is_last and team.end_anywhere):
                        evening.add((int(end), away))
            at = evening
        return any(place == 0 or team.end_anywhere for place, _ in at)


def _only_on(site: Site, day: date, windows: tuple[Window, ...]) -> tuple[Site, Hours]:
    """The site as it is if people can be met in some windows of one date and at no other time."""
    hours = Hours(id=f"promised at {site.id}", windows={day: windows})
    return replace(site, hours=hours.id, release=None, deadline=None), hours


def could_be_due(scenario: Scenario, site: str, service: str, day: date) -> int:
    """No fewer cases of a cell than can be outstanding up to a date, whatever is planned."""
    due = scenario.due(scenario.sites[site], service)
    most = sum(cases for since, cases in due.items() if since <= day)
    for first in scenario.services.values():
        if first.then is not None and first.then.service == service and first.plannable:
            earlier = day.fromordinal(day.toordinal() - first.then.after_days)
            if earlier >= scenario.horizon.start:
                most += could_be_due(scenario, site, first.id, earlier)
    return most


def _by_date(pins: Iterable[Pin]) -> Mapping[date, list[Pin]]:
    found: dict[date, list[Pin]] = {}
    for pin in pins:
        found.setdefault(pin.date, []).append(pin)
    return found


def _merged(pins: Sequence[Pin]) -> Sequence[Pin]:
    """The promises of one date: those that one visit keeps together are one."""
    visits: list[Pin] = []
    for pin in sorted(pins, key=lambda one: one.start_min is None):
        for number, other in enumerate(visits):
            if pin.site == other.site and pin.start_min in {None, other.start_min}:
                services = {**other.cases, **pin.cases}
                most = {one: max(other.cases.get(one, 0), pin.cases.get(one, 0)) for one in services}
                visits[number] = replace(other, cases=most)
                break
        else:
            visits.append(pin)
    return visits


def _holds(route: Route, visits: Sequence[Pin]) -> bool:
    """Whether a frozen route keeps the promises of its date."""
    return all(is_kept(pin, (route,)) for pin in visits)
