"""The plan that a careful person makes by hand, to measure the search against.

1. *Own communes.*  Work goes to the nearest base that has a team fit for it.  Around each base
   the communes are taken in turn, as the hand of a clock passes them, and cut so that each
   team's share suits its stations and days; a commune on the cut belongs to both neighbours.
2. *Nearest village first.*  Every day each team goes where it can begin work soonest among its
   own villages, the nearest of them first; it serves as many people as the hours, the shift and
   the limits of work and driving allow, and goes on to the next.  A team that must take a break
   takes it before its work where that begins no later for it, else keeps its visit short enough
   to take it afterwards; where only so many teams may work at once, the later ones keep away.
   Follow-ups wait in their village from their date on, for the next round.
3. *Promises first.*  On the day of a promise the team goes there before anywhere else, from its
   base, and the people promised for are not served by others before.  Nobody is asked to come from elsewhere.
4. *Home at night*, unless home is more than an hour away and a lodging is much nearer; and home
   when the limit of nights or the end of the horizon says so.

Usage: ``python benchmarks/baseline.py SCENARIO ... [--plans FOLDER]``; with `FOLDER`, the figures
of the plans in ``FOLDER/<name of the scenario's folder>`` stand beside.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
from own_communes import share_out
from team_day import Day
from waiting import Waiting, expected

from optimizer.alternation import estimated_crews
from optimizer.crews.solving import Effort
from optimizer.domain.calendar import Window
from optimizer.domain.forming import formed, with_likely_teams
from optimizer.domain.plan import Pause, Route, Visit
from optimizer.domain.scenario import Pin, Scenario, Site, Team
from optimizer.intake import fingerprint, read_plan, read_scenario
from optimizer.review.check import check_promises, check_routes
from optimizer.review.figures import figures
from optimizer.review.reach import is_day_long_enough
from optimizer.review.vacancies import Vacancies
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import Leg, TravelMatrix

NEAR_HOME_MIN = 60
"""Nobody sleeps out when home is no farther than this."""

Planned = tuple[Visit, tuple[Pause, ...]]
"""A visit, and the break before it if one is taken there."""


class HandPlanner:
    """Plans date by date, all teams drawing on the same outstanding cases."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario = scenario
        self._travel = travel
        self._waiting = Waiting(scenario)
        self._vacancies = Vacancies(scenario)
        shares = share_out(scenario, travel, expected(scenario))
        promised = [(pin.team, (pin.site, service)) for pin in scenario.pins for service in pin.cases]
        self._own = {
            team: cells.union(cell for promising, cell in promised if promising == team)
            for team, cells in shares.items()
        }

    def plan(self) -> tuple[Route, ...]:
        """The day routes of all teams."""
        routes: list[Route] = []
        asleep_at = {team.id: team.base for team in self._scenario.teams.values()}
        nights = dict.fromkeys(asleep_at, 0)
        for today in self._scenario.horizon.dates():
            self._waiting.begin(today)
            for team in self._scenario.teams.values():
                if today in team.dates:
                    beds = self._beds(team, today, nights[team.id])
                    self._vacancies = Vacancies(self._scenario, (one for one in routes if one.date == today))
                    route = self._route(Day(team, today, asleep_at[team.id], beds))
                    routes += [route] if route else []
                    asleep_at[team.id] = route.end if route else team.base
                nights[team.id] = 0 if asleep_at[team.id] == team.base else nights[team.id] + 1
        return tuple(routes)

    def _beds(self, team: Team, today: date, nights: int) -> tuple[str, ...]:
        """Where the team may sleep: at base, and where it can still get home in time from."""
        following = min((day for day in team.dates if day > today), default=None)
        is_promised = any((pin.team, pin.date) == (team.id, following) for pin in self._scenario.pins)
        if following is None or is_promised or nights + (following - today).days > team.max_nights:
            return (team.base,)
        if team.home_when_off and (following - today).days > 1:
            return (team.base,)
        return (team.base, *self._beds_away(team, following))

    def _beds_away(self, team: Team, following: date) -> Iterator[str]:
        for place in self._scenario.sleeping_places:
            site = self._scenario.sites.get(place)
            barred = site is not None and site.vehicles and team.vehicle not in site.vehicles
            home = self._travel.leg(team.vehicle, following, place, team.base)
            if barred or home is None or not within_limits(team, home.minutes, home):
                continue
            if is_day_long_enough(team, np.array(home.minutes)):
                yield place

    def _leg(self, day: Day, origin: str, destination: str) -> Leg | None:
        return self._travel.leg(day.team.vehicle, day.date, origin, destination)

    def _route(self, day: Day) -> Route | None:
        """The whole day of one team; None if it stays at its base."""
        pins = [pin for pin in self._scenario.pins if (pin.team, pin.date) == (day.team.id, day.date)]
        for pin in sorted(pins, key=lambda pin: pin.start_min or 0):
            self._waiting.redeem(pin)
            self._add(day, self._promised_visit(day, pin))
        while (found := self._next_visit(day)) is not None:
            self._add(day, found)
        if not day.visits and day.start == day.team.base:
            return None
        return self._written(day, self._end(day) if day.visits else day.team.base)

    def _add(self, day: Day, found: Planned | None) -> None:
        """Go there and serve the people, if there is such a visit."""
        if found is None:
            return
        visit, breaks = found
        leg = self._leg(day, day.at, visit.site)
        assert leg is not None
        day.breaks += breaks
        day.work_min += leg.minutes + visit.finish - visit.start
        day.drive_min += leg.drive_minutes
        day.visits.append(visit)
        self._waiting.serve(visit, day.date)

    def _promised_visit(self, day: Day, pin: Pin) -> Planned | None:
        """The visit that keeps a promise; None if it cannot be kept."""
        site = self._scenario.sites[pin.site]
        leg = self._leg(day, day.at, site.id)
        if leg is None or day.date not in self._scenario.open_dates(site):
            return None
        there_min = day.free_min + leg.minutes
        for window in self._vacancies.windows(day.team, site, day.date):
            start = max(there_min, window.start_min) if pin.start_min is None else pin.start_min
            if start >= max(there_min, window.start_min):
                left = Window(start, window.end_min)
                cases = self._cases_in(day, site, leg, left, rests_later=day.must_rest)
                if cases:
                    return self._written_visit(day, site, (there_min, start), cases), ()
        return None

    def _next_visit(self, day: Day) -> Planned | None:
        """Work in one of the team's own villages: where it begins soonest, then the nearest."""
        ranked = []
        for site_id in dict.fromkeys(site for site, _ in self._own[day.team.id]):
            leg = self._leg(day, day.at, site_id)
            visit = self._visit(day, self._scenario.sites[site_id], leg) if leg else None
            if leg and visit:
                ranked.append((visit[0].start, leg.minutes, site_id, visit))
        return min(ranked, key=lambda one: one[:3])[3] if ranked else None

    def _visit(self, day: Day, site: Site, leg: Leg) -> Planned | None:
        """The earliest visit that serves somebody, and as many people as there is time for."""
        if day.date not in self._scenario.open_dates(site):
            return None
        there_min = day.free_min + leg.minutes
        for window in self._vacancies.windows(day.team, site, day.date):
            rested = day.rested(leg.minutes) if day.must_rest else None
            if rested is not None:
                taken, ready_min = rested
                start = max(ready_min, window.start_min)
                cases = self._cases_in(day, site, leg, Window(start, window.end_min), rests_later=False)
                # Rest comes first where work would have to wait all the same, or could not be left in time.
                soon = self._cases_in(
                    day, site, leg, Window(max(there_min, window.start_min), window.end_min), rests_later=True
                )
                if cases and (ready_min <= window.start_min or not soon):
                    is_there = taken.start >= there_min
                    arrive = there_min if is_there else ready_min
                    return self._written_visit(day, site, (arrive, start), cases), (taken,)
            start = max(there_min, window.start_min)
            cases = self._cases_in(day, site, leg, Window(start, window.end_min), rests_later=day.must_rest)
            if cases:
                return self._written_visit(day, site, (there_min, start), cases), ()
        return None

    def _cases_in(
        self, day: Day, site: Site, leg: Leg, window: Window, *, rests_later: bool
    ) -> dict[str, int]:
        """Whom the team can serve if it begins work when the window begins."""
        spare = max(
            (
                self._spare_min(day, leg, site.id, window.start_min, bed, rests_later=rests_later)
                for bed in day.beds
            ),
            default=0,
        )
        length_min = min(window.end_min - window.start_min, spare)
        return self._cases(day.team, site, (length_min - site.setup_minutes) * day.team.stations)

    def _written_visit(self, day: Day, site: Site, begins: tuple[int, int], cases: dict[str, int]) -> Visit:
        used_min = sum(self._minutes(service) * count for service, count in cases.items())
        arrive, start = begins
        finish = start + site.setup_minutes + -(-used_min // day.team.stations)
        return Visit(site=site.id, arrive=arrive, start=start, finish=finish, cases=cases)

    def _spare_min(self, day: Day, leg: Leg, site_id: str, start: int, bed: str, *, rests_later: bool) -> int:
        """Minutes that a visit may take from `start` if the team is to sleep at `bed`."""
        back = self._leg(day, site_id, bed)
        drive_min = day.drive_min + leg.drive_minutes + (back.drive_minutes if back else 0)
        limit = day.team.max_drive_minutes
        if back is None or (limit is not None and drive_min > limit):
            return 0
        leave_min = day.last_rest_min(back.minutes) if rests_later else day.team.shift.end_min - back.minutes
        spare = leave_min - start
        if day.team.max_work_minutes is None:
            return spare
        return min(spare, day.team.max_work_minutes - day.work_min - leg.minutes - back.minutes)

    def _cases(self, team: Team, site: Site, station_min: int) -> dict[str, int]:
        """People served in `station_min`, service by service in the order of the scenario."""
        cases: dict[str, int] = {}
        for service in self._scenario.services:
            waiting = self._waiting.free(site.id, service)
            if waiting and (site.id, service) in self._own[team.id]:
                count = min(waiting, max(station_min, 0) // self._minutes(service))
                station_min -= count * self._minutes(service)
                cases |= {service: count} if count else {}
        return cases

    def _minutes(self, service: str) -> int:
        minutes = self._scenario.services[service].minutes
        assert minutes is not None
        return minutes

    def _end(self, day: Day) -> str:
        """Home if it is near or nothing else is much nearer, else the nearest bed."""
        ways = {}
        for bed in day.beds:
            leg = self._leg(day, day.at, bed)
            if (
                leg
                and self._done_min(day, leg) <= day.team.shift.end_min
                and within_limits(day.team, day.work_min + leg.minutes, leg, day.drive_min)
            ):
                ways[bed] = leg.minutes
        nearest = min(ways, key=lambda bed: (ways[bed], bed))
        home_min = ways.get(day.team.base)
        if home_min is not None and (home_min <= NEAR_HOME_MIN or 2 * ways[nearest] > home_min):
            return day.team.base
        return nearest

    def _done_min(self, day: Day, leg: Leg) -> int:
        """When the day is over if `leg` is its last."""
        if not day.must_rest:
            return day.free_min + leg.minutes
        rested = day.rested(leg.minutes)
        return rested[1] if rested else day.team.shift.end_min + 1

    def _written(self, day: Day, end: str) -> Route:
        """The day as a route that leaves no sooner than it must."""
        stops = (day.start, *(visit.site for visit in day.visits), end)
        legs = [leg for pair in pairwise(stops) if (leg := self._leg(day, *pair))]
        visits = list(day.visits)
        breaks = list(day.breaks)
        arrive = day.free_min + legs[-1].minutes
        if day.must_rest and (rested := day.rested(legs[-1].minutes)):
            breaks.append(rested[0])
            arrive = arrive if rested[0].start >= arrive else rested[1]
        depart = arrive - legs[0].minutes
        if visits:
            first = visits[0]
            is_resting_there = any(first.arrive <= taken.start < first.start for taken in breaks)
            first_arrive = breaks[0].start if is_resting_there else first.start
            depart = first_arrive - legs[0].minutes
            visits[0] = first.model_copy(update={"arrive": first_arrive})
        return Route(
            team=day.team.id,
            date=day.date,
            start=day.start,
            depart=depart,
            end=end,
            arrive=arrive,
            visits=tuple(visits),
            breaks=tuple(breaks),
            km=sum(leg.metres for leg in legs) / 1000,
            travel_minutes=sum(leg.minutes for leg in legs),
        )


def within_limits(team: Team, work_min: int, leg: Leg, drive_min: int = 0) -> bool:
    """Whether a day of `work_min` that ends with `leg` keeps to the limits of work and driving."""
    drive_min += leg.drive_minutes
    return work_min <= (team.max_work_minutes or work_min) and drive_min <= (
        team.max_drive_minutes or drive_min
    )


def plan_by_hand(scenario: Scenario, travel: TravelMatrix) -> tuple[Route, ...]:
    """The day routes that a careful person would write down.

    Raises
    ------
    ValueError
        If they break a rule, which would be a mistake in this file.
    """
    routes = HandPlanner(scenario, travel).plan()
    breaches = (*check_routes(scenario, travel, routes), *check_promises(scenario, routes, ()))
    if breaches:
        raise ValueError("\n".join(breach.text("en") for breach in breaches))
    return routes


def shown(name: str, scenario: Scenario, travel: TravelMatrix, routes: Sequence[Route]) -> str:
    """One line of the table.

    Follow-ups are those whose first step the routes serve as well; guests come by themselves or are driven.
    """
    found = figures(scenario, travel, routes)
    follow_ups = found.cases - round(found.coverage * found.of)
    driven = {(shuttle.origin, shuttle.destination) for shuttle in scenario.shuttles}
    guests = {False: 0, True: 0}
    for route in routes:
        for visit in route.visits:
            for home, cases in visit.guests.items():
                guests[(home, visit.site) in driven] += sum(cases.values())
    return (
        f"{name:<12} {found.cases:>6} of {found.of:>6} {found.coverage:>6.1%} {found.km:>8.1f} km"
        f" {found.nights:>3} nights {found.objective / 1e6:>8.2f} million đ"
        f" {follow_ups:>5} follow-ups {guests[False]:>5} came {guests[True]:>5} driven"
    )


def with_teams(scenario: Scenario) -> tuple[Scenario, TravelMatrix]:
    """The scenario with its teams, those that the estimate forms where it has officers, and its travel."""
    travel = build_matrix(with_likely_teams(scenario))
    if scenario.crewing is None:
        return scenario, travel
    made = estimated_crews(scenario, travel, Effort(seconds=6.0, is_repeatable=True))
    return formed(scenario, made.crews), travel


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what a plan by hand amounts to, scenario by scenario."""
    parser = argparse.ArgumentParser(description="Plan scenarios as a careful person does by hand.")
    parser.add_argument("scenarios", nargs="+", type=Path, help="scenario folders")
    parser.add_argument("--plans", type=Path, help="folder with a plan's folder for each scenario")
    options = parser.parse_args(arguments)
    for folder in options.scenarios:
        if not (folder / "scenario.yaml").exists():
            continue  # scenarios/* holds more than scenarios
        scenario, travel = with_teams(read_scenario(folder).scenario)
        print(shown(folder.name, scenario, travel, plan_by_hand(scenario, travel)))
        planned = options.plans / folder.name if options.plans else None
        if planned is not None and (planned / "plan.json").exists():
            read = read_plan(planned)
            if read.plan.scenario.sha256 == fingerprint(scenario):
                print(shown("  planned", read.scenario, travel, read.plan.routes))
            else:
                print("  planned: from another version of this scenario")


if __name__ == "__main__":
    main()
