"""Tries to serve what a plan leaves: straight insertions, and the displacements that lose least.

A straight insertion gives nothing up and keeps the nights: all of them are reckoned, so that "there
is none that pays" is a fact.  Displacements are many; the cheapest of those tried is *the cheapest
found*, no more.  The checker has found nothing against anything returned here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.change import Change, replaced, tried
from optimizer.review.filling import cheapest_first, worth_mdong
from optimizer.review.fitness import lacks
from optimizer.review.obstacle import IdleTeams
from optimizer.review.offers import Offers, offers_of
from optimizer.review.openings import DayWork, Openings, openings_of, with_visit
from optimizer.review.passage import Trip
from optimizer.review.reach import Ints, way_there_and_home
from optimizer.review.rooms import Rooms, SiteTrial
from optimizer.review.schedule import case_minutes
from optimizer.review.slot_columns import SlotColumns
from optimizer.review.squeeze import Squeeze
from optimizer.review.standing import Slot, Standing
from optimizer.review.timing import timed_route
from optimizer.review.tour import Tour

_TRIED = 3
"""Displacements of a kind that are tried in full, the most promising first."""

_NEAR_BEDS = 3
"""Places to sleep near a site that a new week may use, beside those that it needs."""

_FAR_MIN = 1_000_000
"""Farther than any place: only sorts teams without a road behind the others."""


@dataclass(frozen=True, slots=True)
class _ChangedDay:
    """Other work for a slot, and what it is reckoned to change in the objective."""

    slot: Slot
    work: DayWork
    delta_mdong: int


class Insertions:
    """Looks for room in one plan, for one service at one site at a time."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.idle = IdleTeams(standing.scenario, standing.travel)
        self._rooms: Rooms | None = None

    def straight(self, site: Site, service: Service, team: Team | None = None) -> Change | None:
        """The straight insertion that is best for the objective, or None if there is none.

        Of equals, a longer visit comes before one more visit.

        Parameters
        ----------
        team
            Only this team's routes, if given.
        """
        offers = self._offers(site, service, team)
        offers = offers.among(np.flatnonzero(self._is_intact[self.openings.variant[offers.row]]))
        is_longer = self.openings.is_longer[offers.row]
        in_order = np.lexsort((-is_longer, -offers.delta_mdong))
        days = (self._with_visit(site, offers, int(number)) for number in in_order)
        return self._first_valid(site, service, days)

    def displacing(self, site: Site, service: Service, team: Team | None = None) -> Change | None:
        """The best change found that drops or cuts visits on one date, or None if none makes room."""
        offers = self._offers(site, service, team)
        variant = self.openings.variant[offers.row]
        dropping = offers.among(np.flatnonzero(self._drops[variant]))
        cutting = offers.among(np.flatnonzero(self._cuts[variant]))
        promising_drops = np.argsort(-dropping.delta_mdong, kind="stable")[:_TRIED]
        promising_cuts = np.argsort(-self._promise_mdong(site, service, cutting), kind="stable")
        days = [self._with_visit(site, dropping, int(number)) for number in promising_drops]
        squeezed = (self._squeezed(site, service, cutting, int(number)) for number in promising_cuts)
        days += islice((day for day in squeezed if day is not None), _TRIED)
        return self._first_valid(site, service, sorted(days, key=lambda day: -day.delta_mdong))

    def with_new_nights(
        self, site: Site, service: Service, team: Team, trip: Trip | None = None
    ) -> Change | None:
        """The best week found for a team that is fit, with its nights chosen anew; None if none is found.

        Parameters
        ----------
        trip
            A trip of the team to the site; with one, a week is found unless the checker is against it.
        """
        standing = self.standing
        changed = Tour(
            vacancies=standing.vacancies,
            travel=standing.travel,
            team=team,
            routes={route.date: route for route in standing.by_team[team.id]},
            beds=self._beds(site, team, trip),
            site=site,
            service=service,
            left=standing.plannable_left(site),
        ).best()
        return tried(standing, site, service.id, changed) if changed else None

    def trips(self, site: Site, service: Service) -> Iterator[tuple[Team, Trip]]:
        """Fit teams that could serve one case in an otherwise empty week, the nearest first, and how."""
        for team in self.nearest(site, service):
            trip = self.idle.trip(team, site, service)
            if trip is not None:
                yield team, trip

    def nearest(self, site: Site, service: Service) -> list[Team]:
        """Fit teams, the one that sleeps nearest to the site first, as the plan stands."""
        scenario, travel = self.standing.scenario, self.standing.travel
        fit = [team for team in scenario.teams.values() if not lacks(team, site, service).count]
        there = travel.numbers[site.id]

        def distance_min(team: Team) -> tuple[bool, int]:
            layer = travel.layer(team.vehicle, scenario.horizon.start)
            beds = self._slept_at[team.id]
            reachable = layer.reachable[beds, there]
            return not reachable.any(), int(layer.minutes[beds, there][reachable].min(initial=_FAR_MIN))

        return sorted(fit, key=distance_min)

    @cached_property
    def _slept_at(self) -> Mapping[str, Ints]:
        """Base and beds of each team's routes, as numbers of the matrix."""
        numbers = self.standing.travel.numbers
        slept: dict[str, Ints] = {}
        for team in self.standing.scenario.teams.values():
            beds = {team.base, *(route.end for route in self.standing.by_team[team.id])}
            slept[team.id] = np.array(sorted(numbers[bed] for bed in beds if bed in numbers), dtype=np.int64)
        return slept

    @cached_property
    def openings(self) -> Openings:
        """All openings of the plan."""
        return openings_of(self.standing.vacancies, self.standing.travel, self.standing.slots)

    @cached_property
    def _trial(self) -> SiteTrial:
        return SiteTrial(self.standing.vacancies, self.standing.travel, self.openings, self._columns)

    @cached_property
    def _columns(self) -> SlotColumns:
        return SlotColumns(self.standing.scenario, self.standing.travel, self.openings.slots)

    @cached_property
    def _is_intact(self) -> NDArray[np.bool_]:
        return np.array([one.is_intact for one in self.openings.variants], dtype=np.bool_)

    @cached_property
    def _drops(self) -> NDArray[np.bool_]:
        return np.array([bool(one.dropped) for one in self.openings.variants], dtype=np.bool_)

    @cached_property
    def _cuts(self) -> NDArray[np.bool_]:
        return np.array([one.cut is not None for one in self.openings.variants], dtype=np.bool_)

    @cached_property
    def _cut_worth(self) -> NDArray[np.float64]:
        """Worth in thousandths of a đồng of a station-minute of the visit that a variant cuts; 0 for none."""
        scenario = self.standing.scenario
        worth = np.zeros(len(self.openings.variants))
        for number, variant in enumerate(self.openings.variants):
            if variant.cut is not None:
                site_id, cases = self._work(variant.slot)[variant.cut]
                site = scenario.sites[site_id]
                first = cheapest_first(scenario, site, cases)[0]
                worth[number] = scenario.case_mdong(site, first) / case_minutes(first)
        return worth

    def _promise_mdong(self, site: Site, service: Service, cutting: Offers) -> NDArray[np.float64]:
        """What cutting a visit may be worth, for one case or for all that there is room for: the better."""
        per_minute = self._cut_worth[self.openings.variant[cutting.row]]
        short_one = np.maximum(0, case_minutes(service) - cutting.uncut_capacity_min)
        short_all = np.maximum(0, cutting.used_min - cutting.uncut_capacity_min)
        one_mdong = self.standing.scenario.case_mdong(site, service)
        promise: NDArray[np.float64] = np.maximum(
            cutting.way_mdong + one_mdong - short_one * per_minute,
            cutting.delta_mdong - short_all * per_minute,
        )
        return promise

    def _offers(self, site: Site, service: Service, team: Team | None) -> Offers:
        if self._rooms is None or self._rooms.site is not site:
            self._rooms = self._trial.rooms(site)
        left = self.standing.plannable_left(site)
        offers = offers_of(self.openings, self._columns, self._rooms, service, left)
        if team is None:
            return offers
        of_team = np.array([slot.team is team for slot in self.openings.slots], dtype=np.bool_)
        return offers.among(np.flatnonzero(of_team[self.openings.slot[offers.row]]))

    def _with_visit(self, site: Site, offers: Offers, number: int) -> _ChangedDay:
        """The day that one offer makes, nothing cut."""
        row = int(offers.row[number])
        variant = self.openings.variants[int(self.openings.variant[row])]
        gained = {one: int(count[number]) for one, count in offers.cases.items() if count[number]}
        work = with_visit(
            variant.work,
            int(self.openings.position[row]),
            site.id,
            gained,
            is_longer=bool(self.openings.is_longer[row]),
        )
        return _ChangedDay(self.openings.slots[variant.slot], work, int(offers.delta_mdong[number]))

    def _squeezed(self, site: Site, service: Service, offers: Offers, number: int) -> _ChangedDay | None:
        """The best day that one offer makes with a visit cut, or None if no cut makes room."""
        row = int(offers.row[number])
        variant = self.openings.variants[int(self.openings.variant[row])]
        if variant.cut is None:
            return None
        slot, work = self.openings.slots[variant.slot], self._work(variant.slot)
        squeezed = Squeeze(
            vacancies=self.standing.vacancies,
            travel=self.standing.travel,
            slot=slot,
            work=work,
            cut=variant.cut,
            position=int(self.openings.position[row]),
            is_longer=bool(self.openings.is_longer[row]),
            site=site,
            service=service,
            left=self.standing.plannable_left(site),
        ).best()
        if squeezed is None:
            return None
        more_mdong = self._value_mdong(squeezed) - self._value_mdong(work)
        return _ChangedDay(slot, squeezed, int(offers.way_mdong[number]) + more_mdong)

    def _first_valid(self, site: Site, service: Service, days: Iterable[_ChangedDay]) -> Change | None:
        """The change by the first of some days against which the checker finds nothing."""
        scenario, travel = self.standing.scenario, self.standing.travel
        for day in days:
            slot = day.slot
            ends = slot.start, slot.end
            route = timed_route(
                scenario,
                travel,
                slot.team,
                slot.day,
                ends=ends,
                work=day.work,
                vacancies=self.standing.vacancies,
            )
            if route is not None:
                routes = replaced(self.standing.by_team[slot.team.id], route)
                change = tried(self.standing, site, service.id, routes)
                if change is not None:
                    return change
        return None

    def _value_mdong(self, work: DayWork) -> int:
        scenario = self.standing.scenario
        return sum(worth_mdong(scenario, scenario.sites[site], cases) for site, cases in work)

    def _work(self, slot_number: int) -> DayWork:
        route = self.openings.slots[slot_number].route
        return tuple((visit.site, visit.cases) for visit in route.visits) if route else ()

    def _beds(self, site: Site, team: Team, trip: Trip | None) -> tuple[str, ...]:
        """Places to sleep that a new week may use: those slept at, those on the way, those near the site."""
        scenario, travel, reach = self.standing.scenario, self.standing.travel, self.idle.reach(team)
        needed = way_there_and_home(scenario, travel, reach, trip.day_number, trip.ends) if trip else ()
        layer = travel.layer(team.vehicle, scenario.horizon.start)
        here = layer.minutes[travel.numbers[site.id], reach.places]
        open_roads = np.flatnonzero(layer.reachable[travel.numbers[site.id], reach.places])
        near = open_roads[np.argsort(here[open_roads], kind="stable")][:_NEAR_BEDS]
        positions = sorted({*needed, *(int(one) for one in near)})
        beds = (travel.place_ids[int(number)] for number in reach.places[positions])
        slept = (route.end for route in self.standing.by_team[team.id])
        return tuple(dict.fromkeys((team.base, *beds, *slept)))


def best_of(changes: Iterable[Change | None]) -> Change | None:
    """The change that is best for the objective, the first if several are; None if there is none."""
    found = [one for one in changes if one is not None]
    return max(found, key=lambda one: one.delta_mdong, default=None)
