"""What a general solver is given: chunks of work, and team-days that begin and end somewhere."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.costs import legs_mdong, rates_mdong
from optimizer.review.fitness import lacks
from optimizer.travel.matrix import TravelMatrix

REFERENCE_STATIONS = 2
"""Stations of the team for which a chunk's minutes are meant."""

UNIT_DONG = 1000
"""Unit of money for solvers that overflow, or charge too little for being late, if it is finer."""

NO_ROAD_MIN = 100_000
"""Minutes that stand for no road: longer than the longest horizon."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some cases of one service at one site, all or none to be served in one go.

    Parameters
    ----------
    worth_mdong
        Worth of all of them together.
    """

    site: Site
    service: Service
    cases: int
    worth_mdong: int

    @property
    def worth(self) -> int:
        """Worth in the unit of money."""
        return self.worth_mdong // (1000 * UNIT_DONG)

    def minutes(self, stations: int) -> int:
        """Minutes that a team needs, set-up not counted."""
        return math.ceil(self.cases * (self.service.minutes or 0) / stations)


@dataclass(frozen=True, slots=True)
class TeamDay:
    """One team's date, from where it slept to where it is to sleep."""

    team: Team
    date: date
    start: str
    end: str


@dataclass(frozen=True)
class Task:
    """A campaign without its two hardest questions: how many cases, and where to sleep."""

    scenario: Scenario
    travel: TravelMatrix
    chunks: tuple[Chunk, ...]
    team_days: tuple[TeamDay, ...]

    @cached_property
    def fit(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """Teams that are fit for a service at a site, by both ids."""
        return {
            (chunk.site.id, chunk.service.id): fit_teams(self.scenario, chunk.site, chunk.service)
            for chunk in self.chunks
        }

    def fit_for(self, chunk: Chunk) -> frozenset[str]:
        """Teams that are fit for a chunk."""
        return self.fit[chunk.site.id, chunk.service.id]

    def windows(self, chunk: Chunk, day: date) -> tuple[Window, ...]:
        """Windows of a chunk's site on a date; none before its release or after its deadline."""
        return self._windows.get((chunk.site.id, day), ())

    @cached_property
    def _windows(self) -> Mapping[tuple[str, date], tuple[Window, ...]]:
        return {
            (site.id, day): self.scenario.windows(site, day)
            for site in self.scenario.sites.values()
            for day in self.scenario.open_dates(site)
        }

    @cached_property
    def same_every_day(self) -> bool:
        """Whether hours are the same on every date, so that one clock does for all."""
        dates = tuple(self.scenario.horizon.dates())
        return all(len({hours.on(day) for day in dates}) == 1 for hours in self.scenario.hours.values())

    def offset_min(self, day: date) -> int:
        """Minutes between midnight and the start of the clock."""
        return 0 if self.same_every_day else 1440 * self.scenario.horizon.day_number(day)

    @cached_property
    def kinds(self) -> tuple[tuple[str, int, date], ...]:
        """Vehicle, officers and one date of every kind of team-day that travels unlike the others."""
        found: dict[tuple[int, str, int], tuple[str, int, date]] = {}
        for one in self.team_days:
            found.setdefault(self._kind(one), (one.team.vehicle, one.team.officers, one.date))
        return tuple(found.values())

    @cached_property
    def _kind_numbers(self) -> Mapping[tuple[int, str, int], int]:
        numbers: dict[tuple[int, str, int], int] = {}
        for one in self.team_days:
            numbers.setdefault(self._kind(one), len(numbers))
        return numbers

    def _kind(self, one: TeamDay) -> tuple[int, str, int]:
        # Where an officer's minute costs nothing, the number of officers makes no difference.
        paid = one.team.officers if self.scenario.objective.officer_minute_dong else 0
        return self.travel.layer_numbers[one.team.vehicle, one.date], one.team.vehicle, paid

    def kind_of(self, one: TeamDay) -> int:
        """Index into `kinds` of how a team-day travels."""
        return self._kind_numbers[self._kind(one)]

    def legs(self, kind: int, places: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Minutes and units of money between places, for one kind of team-day.

        NO_ROAD_MIN where there is no road.
        """
        vehicle, officers, day = self.kinds[kind]
        layer = self.travel.layer(vehicle, day)
        team = next(one.team for one in self.team_days if self.kind_of(one) == kind)
        assert team.officers == officers
        at = np.array([self.travel.numbers[place] for place in places])
        pick = np.ix_(at, at)
        open_way = layer.reachable[pick]
        minutes = np.where(open_way, layer.minutes[pick], NO_ROAD_MIN).astype(np.int64)
        mdong = legs_mdong(rates_mdong(self.scenario, team), layer, pick)
        cost = np.where(open_way, np.rint(mdong / (1000 * UNIT_DONG)), 0)
        same = at[:, None] == at[None, :]
        minutes[same] = 0
        cost[same] = 0
        return minutes, cost.astype(np.int64)


def fit_teams(scenario: Scenario, site: Site, service: Service) -> frozenset[str]:
    """Teams that may serve a service at a site, hours and travel aside."""
    return frozenset(team.id for team in scenario.teams.values() if not lacks(team, site, service).count)


def chunks(scenario: Scenario, minutes: int) -> tuple[Chunk, ...]:
    """All demand that some team is fit for, in equal chunks of at most `minutes`.

    The minutes are those of a team with the reference number of stations.
    """
    found = []
    for site in scenario.sites.values():
        for service_id in site.cases:
            service = scenario.services[service_id]
            if service.plannable and scenario.open_dates(site) and fit_teams(scenario, site, service):
                found += _cell_chunks(scenario, site, service, minutes)
    return tuple(found)


def _cell_chunks(scenario: Scenario, site: Site, service: Service, minutes: int) -> list[Chunk]:
    cases = site.cases[service.id]
    most = max(1, minutes * REFERENCE_STATIONS // (service.minutes or 1))
    parts = math.ceil(cases / most)
    sizes = [cases * (part + 1) // parts - cases * part // parts for part in range(parts)]
    worth = scenario.case_mdong(site, service)
    return [Chunk(site, service, size, size * worth) for size in sizes if size]
