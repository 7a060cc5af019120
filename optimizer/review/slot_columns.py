"""What a plan's slots allow, in columns: a row per date on which a team may have a route."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.costs import rates_mdong
from optimizer.review.fitness import lacks
from optimizer.review.legs import route_legs
from optimizer.review.reach import Flags, Ints, limit_min
from optimizer.review.rest import break_terms
from optimizer.review.standing import Slot
from optimizer.review.work import day_work_min
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True)
class SlotColumns:
    """Columns by slot."""

    scenario: Scenario
    travel: TravelMatrix
    slots: tuple[Slot, ...]

    @cached_property
    def days(self) -> Ints:
        """Day number of each slot."""
        horizon = self.scenario.horizon
        return column(horizon.day_number(slot.day) for slot in self.slots)

    @cached_property
    def layers(self) -> Ints:
        """Number of the travel layer of each slot."""
        numbers = self.travel.layer_numbers
        return column(numbers[slot.team.vehicle, slot.day] for slot in self.slots)

    @cached_property
    def teams(self) -> Ints:
        """Number of each slot's team, in the scenario's order."""
        numbers = {team: number for number, team in enumerate(self.scenario.teams)}
        return column(numbers[slot.team.id] for slot in self.slots)

    @cached_property
    def stations(self) -> Ints:
        """Stations of each slot's team."""
        return column(slot.team.stations for slot in self.slots)

    @cached_property
    def shift_min(self) -> Ints:
        """Length of the shift of each slot's team."""
        shifts = (slot.team.shift for slot in self.slots)
        return column(shift.end_min - shift.start_min for shift in shifts)

    @cached_property
    def most_work_min(self) -> Ints:
        """Limit on work of each slot."""
        return column(limit_min(slot.team.max_work_minutes) for slot in self.slots)

    @cached_property
    def most_drive_min(self) -> Ints:
        """Limit on driving of each slot."""
        return column(limit_min(slot.team.max_drive_minutes) for slot in self.slots)

    @cached_property
    def break_terms(self) -> tuple[Ints, Ints, Ints]:
        """Length of each slot's break, and the first and last minute at which it may begin."""
        terms = np.array([break_terms(slot.team.pause) for slot in self.slots], dtype=np.int64)
        length, opens, closes = terms.reshape(len(self.slots), 3).T
        return length, opens, closes

    @cached_property
    def metre_mdong(self) -> Ints:
        """Cost of a charged metre of each slot, in thousandths of a đồng."""
        return column(rates_mdong(self.scenario, slot.team).metre for slot in self.slots)

    @cached_property
    def minute_mdong(self) -> Ints:
        """Cost of a minute of travel of each slot, in thousandths of a đồng."""
        return column(rates_mdong(self.scenario, slot.team).minute for slot in self.slots)

    @cached_property
    def fare_mdong(self) -> Ints:
        """Cost of a đồng of fare of each slot, in thousandths of a đồng."""
        return column(rates_mdong(self.scenario, slot.team).fare_dong for slot in self.slots)

    @cached_property
    def work_min(self) -> Ints:
        """Minutes of travel, set-up and service of each slot's route."""
        return column(
            0
            if slot.route is None
            else day_work_min(
                self.scenario, slot.team, slot.route, route_legs(self.travel, slot.team, slot.route)
            )
            for slot in self.slots
        )

    @cached_property
    def ends(self) -> tuple[Ints, Ints]:
        """Where each slot starts and ends, as numbers of the matrix."""
        numbers, slots = self.travel.numbers, self.slots
        return column(numbers[slot.start] for slot in slots), column(numbers[slot.end] for slot in slots)

    def fit(self, site: Site, service: Service) -> Flags:
        """Whether the team of each slot is fit for a service at a site."""
        fit = [not lacks(team, site, service).count for team in self.scenario.teams.values()]
        return np.array(fit, dtype=np.bool_)[self.teams]

    def fit_for_any(self, site: Site, services: Iterable[Service]) -> Flags:
        """Whether the team of each slot is fit for one of some services at a site."""
        fit = [self.fit(site, service) for service in services]
        return np.any(fit, axis=0) if fit else np.zeros(len(self.slots), dtype=np.bool_)

    def has_window(self, site: Site) -> Flags:
        """Whether a site has a window on the date of each slot."""
        windows = [bool(self.scenario.windows(site, day)) for day in self.scenario.horizon.dates()]
        return np.array(windows, dtype=np.bool_)[self.days]


def column(values: Iterable[int]) -> Ints:
    """Integers as an array."""
    return np.fromiter(values, dtype=np.int64)
