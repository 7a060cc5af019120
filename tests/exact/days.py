"""Every day route of a team: made step by step, and of those alike in all that matters the best is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import NamedTuple

from optimizer.domain.scenario import Pin, Scenario, Site, Team
from optimizer.travel.matrix import Leg, TravelMatrix
from tests.exact.meetings import Stage
from tests.exact.people import Drawn, Offer, People
from tests.exact.times import end_of_break, start_of_visit

PROMISE_MDONG = 10**15
"""More for a pin that is kept than everything else is worth."""


class Outcome(NamedTuple):
    """What matters of a day once it is over; `work_min` is 0 and `stages` are empty where they do not."""

    end: str
    drawn: Drawn
    work_min: int = 0
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class Trip:
    """A day begun: where the team is, since when, whom it has served and what it has gained so far.

    Parameters
    ----------
    sites
        Those visited, where changes are charged.
    kept
        Numbers of the pins that are kept.
    stages
        All that was done, where teams may be in each other's way.
    """

    place: str
    drawn: Drawn
    at_min: int
    work_min: int = 0
    drive_min: int = 0
    gain_mdong: int = 0
    is_rested: bool = True
    sites: frozenset[str] = frozenset()
    kept: frozenset[int] = frozenset()
    stages: tuple[Stage, ...] = ()

    def beats(self, other: Trip) -> bool:
        """Whether whatever the other trip can still do, this one can do as well."""
        return (
            self.at_min <= other.at_min
            and self.work_min <= other.work_min
            and self.drive_min <= other.drive_min
            and self.gain_mdong >= other.gain_mdong
            and self.is_rested >= other.is_rested
        )


class Days:
    """The day routes of a scenario's teams."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix, people: People) -> None:
        self._scenario, self._travel, self._people = scenario, travel, people
        self._most = people.most()
        self._counts_work = scenario.objective.unevenness_dong > 0
        self._counts_sites = scenario.earlier is not None and scenario.objective.change_dong > 0
        self.limited = frozenset(
            site.id
            for site in scenario.sites.values()
            if site.max_teams is not None and site.max_teams < len(scenario.teams)
        )
        self._made: dict[tuple[str, date, str], Mapping[Outcome, int]] = {}

    def outcomes(self, team: Team, day: date, start: str) -> Mapping[Outcome, int]:
        """The most that a team can gain on a date, in mđ, by how the date ends; staying is free."""
        key = team.id, day, start
        if key not in self._made:
            self._made[key] = self._make(team, day, start)
        return self._made[key]

    def _make(self, team: Team, day: date, start: str) -> Mapping[Outcome, int]:
        found = {Outcome(start, self._people.nobody): -self._change_mdong(team, day, frozenset())}
        for trip in self._trips(team, day, start) if day in team.dates else ():
            for end in self._beds(team):
                for arrived in self._go(team, day, trip, end):
                    if not arrived.is_rested:
                        continue
                    meets = any(stage.place in self.limited for stage in arrived.stages)
                    outcome = Outcome(
                        end,
                        arrived.drawn,
                        arrived.work_min if self._counts_work else 0,
                        arrived.stages if meets else (),
                    )
                    gain = arrived.gain_mdong - self._change_mdong(team, day, arrived.sites)
                    gain += PROMISE_MDONG * len(arrived.kept)
                    found[outcome] = max(gain, found.get(outcome, gain))
        return found

    def _trips(self, team: Team, day: date, start: str) -> Iterable[Trip]:
        """Every trip worth making, up to its last visit, the journey to the bed left out."""
        kept: dict[tuple[object, ...], list[Trip]] = {}
        is_rested = team.pause is None
        fresh = [Trip(start, self._people.nobody, team.shift.start_min, is_rested=is_rested)]
        while fresh:
            trip = fresh.pop()
            work_min = trip.work_min if self._counts_work else 0
            trips = kept.setdefault(
                (trip.place, trip.drawn, trip.sites, trip.kept, trip.stages, work_min), []
            )
            if any(other.beats(trip) for other in trips):
                continue
            trips[:] = [other for other in trips if not trip.beats(other)]
            trips.append(trip)
            fresh += self._visits(team, day, trip)
        return [trip for trips in kept.values() for trip in trips]

    def _visits(self, team: Team, day: date, trip: Trip) -> Iterator[Trip]:
        """The trip with one visit more: each site, break, number of cases and start that may be wanted."""
        for site in self._scenario.sites.values():
            offers = tuple(self._people.offers(team, site, day))
            arrivals = self._go(team, day, trip, site.id) if offers else ()
            for there in arrivals:
                free_min = (team.shift.end_min - there.at_min - site.setup_minutes) * team.stations
                for amounts in self._amounts(offers, there.drawn, free_min):
                    yield from self._visit(team, day, there, site, dict(zip(offers, amounts, strict=True)))

    def _visit(
        self, team: Team, day: date, there: Trip, site: Site, amounts: Mapping[Offer, int]
    ) -> Iterator[Trip]:
        work_min = sum(offer.minutes * number for offer, number in amounts.items())
        length_min = site.setup_minutes + -(-work_min // team.stations)
        own = {self._people.own_service(offer, site): number for offer, number in amounts.items()}
        promises = [
            (number, pin)
            for number, pin in enumerate(self._scenario.pins)
            if (pin.team, pin.date, pin.site) == (team.id, day, site.id)
        ]
        windows = self._scenario.windows(site, day)
        for exact_min in {None, *(pin.start_min for _, pin in promises)}:
            start_min = start_of_visit(windows, there.at_min, length_min, exact_min)
            if start_min is None:
                continue
            kept = {number for number, pin in promises if _keeps(pin, start_min, own)}
            visited = replace(
                there,
                drawn=self._draw(there.drawn, amounts),
                at_min=start_min + length_min,
                work_min=there.work_min + length_min,
                gain_mdong=there.gain_mdong + sum(offer.mdong * number for offer, number in amounts.items()),
                sites=there.sites | {site.id} if self._counts_sites else there.sites,
                kept=there.kept | kept,
                stages=_last_is_visit(there.stages, length_min, exact_min),
            )
            if _within_limits(team, visited):
                yield visited

    def _amounts(self, offers: tuple[Offer, ...], drawn: Drawn, free_min: int) -> Iterator[tuple[int, ...]]:
        """Every way of serving somebody, as far as there can ever be so many."""
        ranges = []
        for offer in offers:
            most = self._most[offer.cell] - drawn[offer.cell]
            if offer.turnout is not None:
                most = min(most, self._most[offer.turnout] - drawn[offer.turnout])
            ranges.append(range(min(most, free_min // offer.minutes) + 1))
        for amounts in product(*ranges):
            minutes = sum(offer.minutes * number for offer, number in zip(offers, amounts, strict=True))
            if 0 < minutes <= free_min:
                yield amounts

    @staticmethod
    def _draw(drawn: Drawn, amounts: Mapping[Offer, int]) -> Drawn:
        total = list(drawn)
        for offer, number in amounts.items():
            total[offer.cell] += number
            if offer.turnout is not None:
                total[offer.turnout] += number
        return tuple(total)

    def _go(self, team: Team, day: date, trip: Trip, place: str) -> Iterator[Trip]:
        """The trip gone on to a place, the break before, after or not; only what fits the day."""
        rests = [(False, False)]
        if not trip.is_rested:
            rests += [(True, False), (False, True)]
        for before, after in rests:
            leaving = _rested(team, trip) if before else trip
            gone = self._gone(team, day, leaving, place) if leaving else None
            arrived = _rested(team, gone) if gone and after else gone
            if arrived is None or not _within_limits(team, arrived):
                continue
            if self.limited:
                leg_min = arrived.work_min - trip.work_min
                arrived = replace(arrived, stages=(*trip.stages, Stage(place, leg_min, (before, after))))
            yield arrived

    def _gone(self, team: Team, day: date, trip: Trip, place: str) -> Trip | None:
        """The trip gone on to a place; None where there is no road."""
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
        return replace(
            trip,
            place=place,
            at_min=trip.at_min + leg.minutes,
            work_min=trip.work_min + leg.minutes,
            drive_min=trip.drive_min + leg.drive_minutes,
            gain_mdong=trip.gain_mdong - cost_mdong,
        )

    def _beds(self, team: Team) -> Iterator[str]:
        yield team.base
        for place in self._scenario.sleeping_places:
            site = self._scenario.sites.get(place)
            if site is None or not site.vehicles or team.vehicle in site.vehicles:
                yield place

    def _change_mdong(self, team: Team, day: date, sites: frozenset[str]) -> int:
        """What is charged because a team visits other sites on a date than it was told to."""
        if not self._counts_sites or self._scenario.earlier is None:
            return 0
        told = {at for name, on, at in self._scenario.earlier.visits if (name, on) == (team.id, day)}
        return len(told ^ sites) * self._scenario.objective.change_dong * 1000


def _last_is_visit(stages: tuple[Stage, ...], length_min: int, start_min: int | None) -> tuple[Stage, ...]:
    """The stages, where they are kept, with a visit at the end of the last one."""
    if not stages:
        return ()
    return (*stages[:-1], stages[-1]._replace(length_min=length_min, start_min=start_min))


def _rested(team: Team, trip: Trip) -> Trip | None:
    """The trip after the break; None if it is too late for it."""
    end_min = end_of_break(team, trip.at_min)
    return None if end_min is None else replace(trip, at_min=end_min, is_rested=True)


def _within_limits(team: Team, trip: Trip) -> bool:
    return (
        trip.at_min <= team.shift.end_min
        and (team.max_work_minutes is None or trip.work_min <= team.max_work_minutes)
        and (team.max_drive_minutes is None or trip.drive_min <= team.max_drive_minutes)
    )


def _keeps(pin: Pin, start_min: int, own: Mapping[str | None, int]) -> bool:
    """Whether a visit that starts then and serves so many of those who live there keeps a pin."""
    return pin.start_min in {None, start_min} and all(
        own.get(service, 0) >= cases for service, cases in pin.cases.items()
    )
