"""What a team could do, by trying everything with the checker: the judge of the review's reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import pairwise, product
from typing import NamedTuple

from optimizer.domain.plan import Conflict, Pause, Route, Visit
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.breach import Breach
from optimizer.review.check import check_demand, check_promises, check_route, check_sites, check_team
from optimizer.review.demand import Demand
from optimizer.review.figures import objective_mdong
from optimizer.review.nights import beds
from optimizer.review.promises import released_routes
from optimizer.travel.matrix import TravelMatrix


class Stop(NamedTuple):
    """A visit to be timed: its own cases, and those of guests by home site."""

    site: str
    cases: Mapping[str, int]
    guests: Mapping[str, Mapping[str, int]]


Work = Sequence[Stop]


def stop_for(host: str, home: str, cases: Mapping[str, int]) -> Stop:
    """A visit to `host` for people of `home`."""
    return Stop(host, cases, {}) if host == home else Stop(host, {}, {home: cases})


@dataclass(frozen=True)
class TryingAll:
    """Tries everything in one scenario."""

    scenario: Scenario
    travel: TravelMatrix

    def could_serve_once(
        self,
        team: Team,
        site: Site,
        service: Service,
        *,
        host: str | None = None,
        days: Container[date] | None = None,
    ) -> bool:
        """Whether some week of `team`, with nothing else in it, serves one case: every week is tried.

        Parameters
        ----------
        host
            Where, if not at the site itself.
        days
            When it may be served; any date if not given.
        """
        work = [stop_for(host or site.id, site.id, {service.id: 1})]

        @cache
        def is_valid(day: date, start: str, end: str, *, serves: bool) -> bool:
            if serves and days is not None and day not in days:
                return False
            timed = self._timings(team, day, (start, end), work if serves else [])
            return any(check_route(self.scenario, self.travel, route) == () for route in timed)

        return self._is_week(team, is_valid)

    def _is_week(self, team: Team, is_valid: Callable[..., bool]) -> bool:
        """Whether there is a week in which the team serves on exactly one date.

        Parameters
        ----------
        is_valid
            Whether a date may lead from one place to sleep to another, and serve or not.
        """
        dates = list(self.scenario.horizon.dates())
        places = list(dict.fromkeys((team.base, *self.scenario.sleeping_places)))

        @cache
        def is_possible(number: int, place: str, nights: int, *, served: bool) -> bool:
            if number == len(dates) and team.end_anywhere:
                return served  # at a lodging too, and the night after it is not counted
            if nights > team.max_nights:
                return False
            if number == len(dates):
                return served and place == team.base
            for end, serves in product(places, (False,) if served else (False, True)):
                stays = end == place and not serves
                if team.home_when_off and dates[number] not in team.dates and place != team.base:
                    continue
                if stays or is_valid(dates[number], place, end, serves=serves):
                    away = 0 if end == team.base else nights + 1
                    if is_possible(number + 1, end, away, served=served or serves):
                        return True
            return False

        return is_possible(0, team.base, 0, served=False)

    def could_be_served(
        self, home: Site, service: Service, hosts: Iterable[str], days: Container[date] | None = None
    ) -> bool:
        """Whether some team could serve one case at one of some sites on one of some dates."""
        return any(
            self.could_serve_once(team, home, service, host=host, days=days)
            for host in hosts
            for team in self.scenario.teams.values()
        )

    def dates_due(self, home: Site, service: Service, plan: Sequence[Route]) -> Sequence[date]:
        """The dates on which a case can be outstanding in some plan, this one or others.

        Every date of every first step is tried.  Where nothing is ever outstanding, the last date.
        """
        horizon = self.scenario.horizon
        due = [horizon.end, *Demand(self.scenario, plan).due((home.id, service.id))]
        for first in self.scenario.services.values():
            if first.then is not None and first.then.service == service.id:
                due += [
                    day + timedelta(days=first.then.after_days)
                    for day in self.dates_due(home, first, plan)
                    if self.could_be_served(home, first, self.scenario.sites, [day])
                ]
        return [day for day in horizon.dates() if day >= min(due)]

    def best_straight_mdong(
        self, routes: Sequence[Route], site: Site, service: Service, left: int
    ) -> int | None:
        """The most that serving more cases changes the objective by, nothing given up and every bed kept.

        At home and wherever people come to; promises that are kept stay kept.

        Returns
        -------
        None if no case more can be served so.
        """
        before = Plan(self, routes)
        found = [
            change_mdong
            for team in self.scenario.teams.values()
            for cases in range(1, left + 1)
            for host in self.scenario.sites
            for change_mdong in self._straight(team, before, stop_for(host, site.id, {service.id: cases}))
        ]
        return max(found, default=None)

    def _straight(self, team: Team, before: Plan, stop: Stop) -> Iterator[int]:
        """What every straight insertion of exactly these cases changes the objective by."""
        own = [route for route in before.routes if route.team == team.id]
        strangers = [route for route in before.routes if route.team != team.id]
        by_day = {route.date: route for route in own}
        slept = beds(self.scenario.horizon, team, own)
        at = team.base
        for day in self.scenario.horizon.dates():
            ends = at, slept[day]
            at = slept[day]
            visits = by_day[day].visits if day in by_day else ()
            others = [one for one in own if one.date != day]
            for work in _insertions([Stop(one.site, one.cases, one.guests) for one in visits], stop):
                for route in self._timings(team, day, ends, work, strangers):
                    if before.may_become(team, [*others, route]):
                        yield before.gain_mdong(team, [*others, route])
                        break

    def _timings(
        self, team: Team, day: date, ends: tuple[str, str], work: Work, strangers: Sequence[Route] = ()
    ) -> Iterator[Route]:
        """The route that does `work` for each place of its break, and as early as it can be in each window.

        Or as early as it can be after any of the `strangers` is done there, or when it is promised.
        """
        stops = [ends[0], *(one.site for one in work), ends[1]]
        legs = [self.travel.leg(team.vehicle, day, one, other) for one, other in pairwise(stops)]
        known = [leg for leg in legs if leg is not None]
        if len(known) < len(legs):
            return
        choices = [self._openings(team, one.site, day, strangers) for one in work]
        rests = range(2 * len(known)) if team.pause else (-1,)
        for opens, rest in product(product(*choices), rests):
            visits: list[Visit] = []
            taken: list[Pause] = []
            now = depart = team.shift.start_min
            for number, leg in enumerate(known):
                if rest == 2 * number:
                    now = self._rested(team, now, taken)
                    depart = depart if number else now
                now += leg.minutes
                arrive = now
                if rest == 2 * number + 1:
                    now = self._rested(team, now, taken)
                if number < len(work):
                    visits.append(self._visit(team, work[number], arrive, max(now, opens[number])))
                    now = visits[-1].finish
            yield Route(
                team=team.id,
                date=day,
                start=ends[0],
                depart=depart,
                end=ends[1],
                arrive=arrive,
                visits=tuple(visits),
                breaks=tuple(taken),
                km=sum(leg.metres for leg in known) / 1000,
                travel_minutes=sum(leg.minutes for leg in known),
            )

    def _openings(self, team: Team, site: str, day: date, strangers: Sequence[Route]) -> set[int]:
        """When a window opens, another team is done at a site, or the team promised to begin there."""
        opens = {window.start_min for window in self.scenario.windows(self.scenario.sites[site], day)}
        visits = (visit for route in strangers if route.date == day for visit in route.visits)
        opens |= {visit.finish for visit in visits if visit.site == site}
        earlier = self.scenario.earlier.routes if self.scenario.earlier else ()
        promised = {
            visit.start
            for route in earlier
            for visit in route.visits
            if (route.team, route.date, visit.site) == (team.id, day, site)
        }
        pinned = {
            pin.start_min
            for pin in self.scenario.pins
            if (pin.team, pin.date, pin.site) == (team.id, day, site)
        }
        return opens | promised | {start for start in pinned if start is not None}

    @staticmethod
    def _rested(team: Team, now: int, taken: list[Pause]) -> int:
        """When the break is over, begun as soon as it may be."""
        assert team.pause is not None
        start = max(now, team.pause.between.start_min)
        taken.append(Pause(start=start, minutes=team.pause.minutes))
        return start + team.pause.minutes

    def _visit(self, team: Team, stop: Stop, arrive: int, start: int) -> Visit:
        station_min = sum(
            count * (self.scenario.services[one].minutes or 0)
            for cases in (stop.cases, *stop.guests.values())
            for one, count in cases.items()
        )
        length_min = self.scenario.sites[stop.site].setup_minutes + -(-station_min // team.stations)
        return Visit(
            site=stop.site,
            arrive=arrive,
            start=start,
            finish=start + length_min,
            cases=dict(stop.cases),
            guests={home: dict(cases) for home, cases in stop.guests.items()},
        )


@dataclass(frozen=True)
class Plan:
    """Routes as they are, and what else they could be."""

    trying: TryingAll
    routes: Sequence[Route]

    @cached_property
    def objective_mdong(self) -> int:
        """What the plan is worth."""
        return objective_mdong(self.trying.scenario, self.trying.travel, self.routes)

    @cached_property
    def broken(self) -> Counter[Breach]:
        """Promises that the plan does not keep."""
        return self._broken_by(self.routes)

    def may_become(self, team: Team, routes: Sequence[Route]) -> bool:
        """Whether a team may have other routes: no rule is broken, and no promise that is kept."""
        scenario, travel = self.trying.scenario, self.trying.travel
        if check_team(scenario, travel, team, routes):
            return False
        changed = self._with(team, routes)
        if check_sites(scenario, changed) or check_demand(scenario, changed):
            return False
        return self.keeps_promises(changed)

    def keeps_promises(self, changed: Sequence[Route]) -> bool:
        """Whether other routes keep every promise that the plan keeps."""
        return self._broken_by(changed) <= self.broken

    def gain_mdong(self, team: Team, routes: Sequence[Route]) -> int:
        """What the objective gains by other routes of a team."""
        changed = self._with(team, routes)
        return objective_mdong(self.trying.scenario, self.trying.travel, changed) - self.objective_mdong

    def _broken_by(self, routes: Sequence[Route]) -> Counter[Breach]:
        """Promises that routes do not keep, with every route released that the plan does not hold."""
        scenario = self.trying.scenario
        listed = [
            Conflict(team=one.team, date=one.date, site="", reason="released")
            for one in released_routes(scenario, self.routes)
        ]
        return Counter(check_promises(scenario, routes, listed))

    def _with(self, team: Team, routes: Sequence[Route]) -> Sequence[Route]:
        return [*(route for route in self.routes if route.team != team.id), *routes]


def _insertions(work: Work, stop: Stop) -> Iterator[Work]:
    """`work` with one more visit at each position, and with more cases at each visit to its site."""
    for position in range(len(work) + 1):
        yield [*work[:position], stop, *work[position:]]
    for position, visited in enumerate(work):
        if visited.site == stop.site:
            yield [*work[:position], _longer(visited, stop), *work[position + 1 :]]


def _longer(visited: Stop, more: Stop) -> Stop:
    guests = {
        home: dict(Counter(visited.guests.get(home, {})) + Counter(more.guests.get(home, {})))
        for home in {**visited.guests, **more.guests}
    }
    return Stop(visited.site, dict(Counter(visited.cases) + Counter(more.cases)), guests)
