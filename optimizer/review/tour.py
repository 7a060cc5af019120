"""The best week of one team that serves a given site once, with its nights chosen anew.

On each date the team keeps its visits, but may sleep elsewhere before and after; or it drops them and
moves or stays; or it drops them and serves the site.  The best such week among the places to sleep that
are given names what gives way where no route as it stands has room, because the team sleeps too far off.
Frozen dates stay as they are; visits that were promised, or are the first step of others, are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Site, Team
from optimizer.review.costs import legs_mdong, rates_mdong
from optimizer.review.figures import route_terms_mdong
from optimizer.review.filling import best_filling
from optimizer.review.reach import Flags, Ints, is_day_long_enough, limit_min
from optimizer.review.rest import break_terms, rested_after, rested_before
from optimizer.review.schedule import Times, day_times, stops_of
from optimizer.review.standing import Slot, Standing
from optimizer.review.stays import DayWork, Stay
from optimizer.review.timing import timed_route
from optimizer.review.wanted import Wanted, most_on
from optimizer.review.week import NEVER, Step, best_week
from optimizer.travel.matrix import Layer

Minutes = NDArray[np.integer]


@dataclass(frozen=True)
class Tour:
    """What is asked of a team's week.

    Parameters
    ----------
    beds
        Ids of the places where it may sleep, its base first; all where its routes end are among them.
    site
        Where it is to serve.
    asked
        The cell of which at least one case more is to be served there.
    wanted
        All that the team could serve there.
    """

    standing: Standing
    team: Team
    beds: tuple[str, ...]
    site: Site
    asked: Wanted
    wanted: Sequence[Wanted]

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.standing.scenario

    @cached_property
    def routes(self) -> Mapping[date, Route]:
        """The team's routes as they are, by date."""
        return {route.date: route for route in self.standing.by_team[self.team.id]}

    @cached_property
    def slots(self) -> Mapping[date, Slot]:
        """The dates on which the team's route may become another one."""
        return {slot.day: slot for slot in self.standing.slots if slot.team.id == self.team.id}

    def best(self) -> tuple[Route, ...] | None:
        """All routes of the best such week, or None if there is none with these places to sleep."""
        dates = list(self.scenario.horizon.dates())
        visiting = [self._visiting_mdong(day) for day in dates]
        idle = [self._idle_mdong(day) for day in dates]
        room = [self._capacity_min(day) for day in dates]
        steps = best_week(
            [np.maximum(visits, none) for visits, none in zip(visiting, idle, strict=True)],
            [self._serving_mdong(day, capacity) for day, capacity in zip(dates, room, strict=True)],
            most_nights=min(self.team.max_nights, len(dates)),
            night_mdong=self.team.officers * self.scenario.objective.night_dong * 1000,
            may_end_away=self.team.end_anywhere,
        )
        if steps is None:
            return None
        routes: list[Route | None] = []
        for number, (day, step) in enumerate(zip(dates, steps, strict=True)):
            leg = step.origin, step.destination
            if step.is_serving:
                most = most_on(self.wanted, number)
                gained = best_filling(self.asked, self.wanted, most=most, capacity_min=int(room[number][leg]))
                routes.append(self._timed(day, step, (Stay(self.site.id, gained),)))
            elif visiting[number][leg] > NEVER and visiting[number][leg] >= idle[number][leg]:
                routes.append(self._with_visits(day, step))
            elif step.origin != step.destination:
                routes.append(self._timed(day, step, ()))
        fitting = tuple(route for route in routes if route is not None)
        return fitting if len(fitting) == len(routes) else None

    def _with_visits(self, day: date, step: Step) -> Route | None:
        """The date's route, between the places of the step."""
        route = self.routes[day]
        if (route.start, route.end) == (self.beds[step.origin], self.beds[step.destination]):
            return route
        return self._timed(day, step, self.slots[day].work)

    def _timed(self, day: date, step: Step, work: DayWork) -> Route | None:
        standing = self.standing
        return timed_route(
            self.scenario,
            standing.travel,
            self.team,
            day,
            ends=(self.beds[step.origin], self.beds[step.destination]),
            work=work,
            vacancies=standing.vacancies,
        )

    def _is_kept(self, day: date) -> bool:
        """Whether the visits of a date must stay, whatever else the team does."""
        if day not in self.routes:
            return False
        slot = self.slots.get(day)
        return slot is None or not self.standing.may_drop(slot, 0, len(slot.work))

    def _idle_mdong(self, day: date) -> Ints:
        """Worth of a date without visits, between any two places to sleep."""
        places = self._places()
        worth = np.full((len(places), len(places)), NEVER, dtype=np.int64)
        if self._is_kept(day):
            return worth
        if day in self.slots:
            layer, legs = self._layer(day), (places[:, None], places[None, :])
            may_move = layer.reachable[legs] & is_day_long_enough(self.team, layer.minutes[legs])
            may_move &= self._within_limits(layer.minutes[legs], layer.drive_minutes[legs])
            worth = np.where(may_move, -legs_mdong(rates_mdong(self.scenario, self.team), layer, legs), NEVER)
        np.fill_diagonal(worth, 0)
        if day not in self.team.dates and self.team.home_when_off:
            worth[1:, 1:] = NEVER
        return worth

    def _frozen_mdong(self, route: Route) -> Ints:
        """Worth of a date that stands as it is, between any two places to sleep."""
        worth = np.full((len(self.beds), len(self.beds)), NEVER, dtype=np.int64)
        terms = route_terms_mdong(self.scenario, self.standing.travel, route)
        worth[self.beds.index(route.start), self.beds.index(route.end)] = sum(terms)
        return worth

    def _visiting_mdong(self, day: date) -> Ints:
        """Worth of a date with the visits that it has, between any two places to sleep."""
        places, route = self._places(), self.routes.get(day)
        worth = np.full((len(places), len(places)), NEVER, dtype=np.int64)
        if route is None:
            return worth
        slot = self.slots.get(day)
        if slot is None:
            return self._frozen_mdong(route)
        if not route.visits:
            return worth
        team, layer, rates = self.team, self._layer(day), rates_mdong(self.scenario, self.team)
        stops = stops_of(self.standing.vacancies, self.standing.travel, team, day, slot.work)
        first, last = stops[0].place, stops[-1].place
        inner = [(one.place, other.place) for one, other in pairwise(stops)]
        value_mdong = self.standing.worths.work_mdong(slot.work)
        value_mdong -= sum(int(legs_mdong(rates, layer, leg)) for leg in inner)
        inner_min = sum(int(layer.minutes[leg]) for leg in inner) + sum(one.length_min for one in stops)
        inner_drive_min = sum(int(layer.drive_minutes[leg]) for leg in inner)
        to = places, first
        for number, place in enumerate(places):
            times = day_times(layer, team, (first, int(place)), stops)
            fits = layer.reachable[to] & layer.reachable[last, place]
            fits &= self._in_time(layer.minutes[to], times)
            fits &= self._within_limits(
                layer.minutes[to] + layer.minutes[last, place] + inner_min,
                layer.drive_minutes[to] + layer.drive_minutes[last, place] + inner_drive_min,
            )
            cost_mdong = legs_mdong(rates, layer, to) + legs_mdong(rates, layer, (last, place))
            worth[:, number] = np.where(fits, value_mdong - cost_mdong, NEVER)
        return worth

    def _capacity_min(self, day: date) -> Ints:
        """Station-minutes for the site on a date, between any two places to sleep; 0 or less for none."""
        places, team, site = self._places(), self.team, self.site
        none = np.zeros((len(places), len(places)), dtype=np.int64)
        if day not in self.slots or self._is_kept(day) or not self._most(day):
            return none
        layer, place = self._layer(day), self.standing.travel.numbers[site.id]
        to_min, on_min = layer.minutes[places, place][:, None], layer.minutes[place, places][None, :]
        stay_min = none
        for arrive_min, depart_min in _stays(team, to_min.astype(np.int64), on_min.astype(np.int64)):
            for window in self.standing.vacancies.windows(team, site, day):
                begin = np.maximum(window.start_min, arrive_min)
                stay_min = np.maximum(stay_min, np.minimum(window.end_min, depart_min) - begin)
        stay_min = np.minimum(stay_min, limit_min(team.max_work_minutes) - to_min - on_min)
        drive_min = layer.drive_minutes[places, place][:, None] + layer.drive_minutes[place, places][None, :]
        may_go = layer.reachable[places, place][:, None] & layer.reachable[place, places][None, :]
        may_go &= drive_min <= limit_min(team.max_drive_minutes)
        return np.where(may_go, (stay_min - site.setup_minutes) * team.stations, 0).astype(np.int64)

    def _serving_mdong(self, day: date, capacity_min: Ints) -> Ints:
        """Worth of a date that serves the site, and nothing else, between any two places to sleep."""
        places, layer = self._places(), self._layer(day)
        place = self.standing.travel.numbers[self.site.id]
        rates = rates_mdong(self.scenario, self.team)
        cases = np.minimum(capacity_min // self.asked.minutes, self._most(day))
        cost_mdong = legs_mdong(rates, layer, (places, place))[:, None] + legs_mdong(
            rates, layer, (place, places)
        )
        value_mdong = cases * self.asked.worth_mdong
        return np.where(cases > 0, value_mdong - cost_mdong, NEVER).astype(np.int64)

    def _in_time(self, to_min: Minutes, times: Times) -> Flags:
        """Whether the first stop is reached in time from places that are so far away, the break taken."""
        start_min, terms = self.team.shift.start_min, break_terms(self.team.pause)
        way_min = to_min.astype(np.int64)
        if self.team.pause is None:
            in_time: Flags = start_min + way_min <= times.reaches[0]
            return in_time
        is_rested_later = start_min + way_min <= times.rested_reaches[0]
        is_rested_first = rested_after(terms, start_min, way_min) <= times.reaches[0]
        either: Flags = is_rested_later | is_rested_first
        return either

    def _within_limits(self, work_min: Minutes, drive_min: Minutes) -> Flags:
        within: Flags = (work_min <= limit_min(self.team.max_work_minutes)) & (
            drive_min <= limit_min(self.team.max_drive_minutes)
        )
        return within

    def _most(self, day: date) -> int:
        """How many cases of the asked cell may be served on a date."""
        return int(self.asked.most[self.scenario.horizon.day_number(day)])

    def _places(self) -> Ints:
        return np.array([self.standing.travel.numbers[bed] for bed in self.beds], dtype=np.int64)

    def _layer(self, day: date) -> Layer:
        return self.standing.travel.layer(self.team.vehicle, day)


def _stays(team: Team, to_min: Ints, on_min: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Earliest arrival at a site and latest departure from it, for each way to place the break."""
    shift, terms = team.shift, break_terms(team.pause)
    if team.pause is None:
        yield shift.start_min + to_min, shift.end_min - on_min
        return
    yield rested_after(terms, shift.start_min, to_min), shift.end_min - on_min
    yield shift.start_min + to_min, rested_before(terms, shift.end_min, on_min)
