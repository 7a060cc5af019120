"""What every opening of a plan offers one site: how much work fits in, and what the way there costs.

The reckoning is exact: an opening is taken if and only if the day, with the visit in it, keeps
the shift, the windows, the roads and the limits on work and driving.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.costs import rates_mdong
from optimizer.review.fitness import lacks
from optimizer.review.openings import Ints, Openings
from optimizer.review.reach import limit_min
from optimizer.review.schedule import case_minutes
from optimizer.travel.matrix import TravelMatrix

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rooms:
    """The openings that have room for work at one site.

    Parameters
    ----------
    site
        The site.
    row
        Rows of the openings.
    capacity_min
        Station-minutes of service on offer, set-up already taken off; positive.
    delta_mdong
        What the objective changes by, but for the value of the cases gained.
    uncut_capacity_min
        The station-minutes on offer while the visit that the variant cuts is not cut; may be negative.
    """

    site: Site
    row: Ints
    capacity_min: Ints
    delta_mdong: Ints
    uncut_capacity_min: Ints


@dataclass(frozen=True, slots=True)
class Offers:
    """What openings offer to one service at a site, other services left there filling what remains.

    Parameters
    ----------
    cases
        Cases gained by service id, each parallel to `row`.
    delta_mdong
        What the objective changes by; of a variant that cuts a visit, before anything is cut.
    way_mdong
        The part of it that is not the worth of the cases gained.
    used_min
        Station-minutes that the cases gained take.
    uncut_capacity_min
        As in `Rooms`.
    """

    row: Ints
    cases: Mapping[str, Ints]
    delta_mdong: Ints
    way_mdong: Ints
    used_min: Ints
    uncut_capacity_min: Ints

    def among(self, chosen: Ints) -> Offers:
        """The offers at some positions."""
        return Offers(
            self.row[chosen],
            {service: count[chosen] for service, count in self.cases.items()},
            self.delta_mdong[chosen],
            self.way_mdong[chosen],
            self.used_min[chosen],
            self.uncut_capacity_min[chosen],
        )


@dataclass(frozen=True)
class _Gauge:
    """Columns by slot, and the days and roads that they need."""

    scenario: Scenario
    travel: TravelMatrix
    openings: Openings

    @cached_property
    def days(self) -> Ints:
        """Day number of each slot."""
        horizon = self.scenario.horizon
        return _column(horizon.day_number(slot.day) for slot in self.openings.slots)

    @cached_property
    def layers(self) -> Ints:
        """Number of the travel layer of each slot."""
        numbers = self.travel.layer_numbers
        return _column(numbers[slot.team.vehicle, slot.day] for slot in self.openings.slots)

    @cached_property
    def teams(self) -> Ints:
        """Number of each slot's team, in the scenario's order."""
        numbers = {team: number for number, team in enumerate(self.scenario.teams)}
        return _column(numbers[slot.team.id] for slot in self.openings.slots)

    @cached_property
    def stations(self) -> Ints:
        """Stations of each slot's team."""
        return _column(slot.team.stations for slot in self.openings.slots)

    @cached_property
    def shift_min(self) -> Ints:
        """Length of the shift of each slot's team."""
        shifts = (slot.team.shift for slot in self.openings.slots)
        return _column(shift.end_min - shift.start_min for shift in shifts)

    @cached_property
    def most_work_min(self) -> Ints:
        """Limit on work of each slot."""
        return _column(limit_min(slot.team.max_work_minutes) for slot in self.openings.slots)

    @cached_property
    def most_drive_min(self) -> Ints:
        """Limit on driving of each slot."""
        return _column(limit_min(slot.team.max_drive_minutes) for slot in self.openings.slots)

    @cached_property
    def rates(self) -> tuple[Ints, Ints, Ints]:
        """Cost of a charged metre, a minute and a đồng of fare of each slot, in thousandths of a đồng."""
        rates = np.array(
            [rates_mdong(self.scenario, slot.team) for slot in self.openings.slots], dtype=np.int64
        ).reshape(-1, 3)
        return rates[:, 0], rates[:, 1], rates[:, 2]

    @cached_property
    def ends(self) -> tuple[Ints, Ints]:
        """Where each slot starts and ends, as numbers of the matrix."""
        numbers, slots = self.travel.numbers, self.openings.slots
        return _column(numbers[slot.start] for slot in slots), _column(numbers[slot.end] for slot in slots)


class SiteTrial:
    """Tries sites on all openings of a plan."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix, openings: Openings) -> None:
        self.scenario, self.travel, self.openings = scenario, travel, openings
        self._gauge = _Gauge(scenario, travel, openings)
        self._giving_up: dict[str, list[int]] = {}
        for number, variant in enumerate(openings.variants):
            for site in variant.dropped:
                self._giving_up.setdefault(site, []).append(number)

    def rooms(self, site: Site) -> Rooms:
        """The openings with room at `site`, in the order of their rows.

        Variants that give up a visit to `site` itself are left out.
        """
        roads = _Roads.of(self.travel, self.travel.numbers[site.id])
        rows = self._rows_within_reach(site, roads)
        gauge, openings = self._gauge, self.openings
        slot = openings.slot[rows]
        layer = gauge.layers[slot]
        to, on = (layer, openings.before[rows]), (layer, openings.after[rows])
        there_min = roads.to_minutes[to] + roads.on_minutes[on]
        drive_min = openings.drive_min[rows] + roads.to_drive[to] + roads.on_drive[on]
        keep = roads.to_open[to] & roads.on_open[on] & (drive_min <= gauge.most_drive_min[slot])
        rows, slot, there_min = rows[keep], slot[keep], there_min[keep]
        to, on = (to[0][keep], to[1][keep]), (on[0][keep], on[1][keep])

        def capacity(leave_min: Ints, reach_min: Ints, work_min: Ints, load_min: Ints) -> Ints:
            arrive, depart = leave_min[rows] + roads.to_minutes[to], reach_min[rows] - roads.on_minutes[on]
            room = self._longest(site, gauge.days[slot], arrive, depart)
            at_work = np.minimum(room, gauge.most_work_min[slot] - work_min[rows] - there_min)
            return (at_work - site.setup_minutes) * gauge.stations[slot] - load_min[rows]

        with_cut = capacity(openings.leave_min, openings.reach_min, openings.work_min, openings.load_min)
        without = capacity(
            openings.uncut_leave_min,
            openings.uncut_reach_min,
            openings.uncut_work_min,
            openings.uncut_load_min,
        )
        cost_mdong = sum(
            rate[slot] * (out[to] + back[on])
            for rate, out, back in zip(gauge.rates, *roads.charged, strict=True)
        )
        some = with_cut > 0
        delta_mdong = openings.delta_mdong[rows] - cost_mdong
        return Rooms(site, rows[some], with_cut[some], delta_mdong[some], without[some])

    def offers(self, rooms: Rooms, service: Service, left: Mapping[str, int]) -> Offers:
        """What `rooms` offer to `service`, with at least one case of it.

        Either as much of it as fits, or one case of it and then whatever is worth most per minute:
        the better of the two.

        Parameters
        ----------
        left
            Cases of every plannable service left at the site, by service id.
        """
        slot = self.openings.slot[rooms.row]
        minutes = case_minutes(service)
        fits = self._fit(rooms.site, service)[slot] & (rooms.capacity_min >= minutes)
        row, capacity_min = rooms.row[fits], rooms.capacity_min[fits]
        of_service = self._worth(rooms.site, service)
        alone = _most(capacity_min, minutes, left[service.id])
        mixed, mixed_mdong = self._mixed(rooms.site, service, left, slot[fits], capacity_min)
        is_mixed = mixed_mdong > alone * of_service
        cases = {other: np.where(is_mixed, count, 0) for other, count in mixed.items()}
        cases[service.id] = np.where(is_mixed, mixed[service.id], alone)
        gained = np.where(is_mixed, mixed_mdong, alone * of_service)
        used_min = np.zeros(len(row), dtype=np.int64)
        for other, count in cases.items():
            used_min += count * case_minutes(self.scenario.services[other])
        way_mdong = rooms.delta_mdong[fits]
        return Offers(row, cases, way_mdong + gained, way_mdong, used_min, rooms.uncut_capacity_min[fits])

    def _rows_within_reach(self, site: Site, roads: _Roads) -> Ints:
        """Rows whose day is open, whose team is fit, and whose shift is long enough to go there and back."""
        gauge, openings = self._gauge, self.openings
        open_days = np.zeros(self.scenario.horizon.days, dtype=np.bool_)
        for day in self.scenario.open_dates(site):
            number = self.scenario.horizon.day_number(day)
            open_days[number] = bool(self.scenario.windows(site, day))
        to, on = (gauge.layers, gauge.ends[0]), (gauge.layers, gauge.ends[1])
        there_min = roads.to_minutes[to] + roads.on_minutes[on] + site.setup_minutes
        usable = open_days[gauge.days] & roads.to_open[to] & roads.on_open[on]
        usable &= there_min <= gauge.shift_min
        usable &= self._any_fit(site)
        rows = np.concatenate((openings.gaps, openings.longer_at.get(site.id, openings.gaps[:0])))
        rows = rows[usable[openings.slot[rows]]]
        giving_up = self._giving_up.get(site.id)
        if giving_up:
            stays = np.ones(len(openings.variants), dtype=np.bool_)
            stays[giving_up] = False
            rows = rows[stays[openings.variant[rows]]]
        return rows

    def _longest(self, site: Site, days: Ints, arrive: Ints, depart: Ints) -> Ints:
        """Minutes between arrival and departure inside the best window; negative where none is left."""
        horizon = self.scenario.horizon
        windows = [self.scenario.windows(site, day) for day in horizon.dates()]
        longest = np.full(len(days), -MINUTES_PER_DAY, dtype=np.int64)
        for number in range(max(map(len, windows))):
            has = np.array([number < len(of_day) for of_day in windows])[days]
            starts = _column(of_day[number].start_min if number < len(of_day) else 0 for of_day in windows)
            ends = _column(of_day[number].end_min if number < len(of_day) else 0 for of_day in windows)
            stay = np.minimum(ends[days], depart) - np.maximum(starts[days], arrive)
            longest = np.maximum(longest, np.where(has, stay, longest))
        return longest

    def _mixed(
        self, site: Site, service: Service, left: Mapping[str, int], slot: Ints, capacity_min: Ints
    ) -> tuple[dict[str, Ints], Ints]:
        """One case of `service`, then the best per minute of everything left; and what it is all worth."""
        spare_min = capacity_min - case_minutes(service)
        gained_mdong = np.full(len(slot), self._worth(site, service), dtype=np.int64)
        cases: dict[str, Ints] = {}
        services = [self.scenario.services[service_id] for service_id in left]
        for other in sorted(services, key=lambda one: -self._worth(site, one) / case_minutes(one)):
            others_left = left[other.id] - (other.id == service.id)
            count = np.where(
                self._fit(site, other)[slot], _most(spare_min, case_minutes(other), others_left), 0
            )
            spare_min = spare_min - count * case_minutes(other)
            gained_mdong += count * self._worth(site, other)
            cases[other.id] = count + (other.id == service.id)
        return cases, gained_mdong

    def _worth(self, site: Site, service: Service) -> int:
        return self.scenario.case_mdong(site, service)

    def _fit(self, site: Site, service: Service) -> Flags:
        """Whether the team of each slot is fit for a service at a site."""
        fit = [not lacks(team, site, service).count for team in self.scenario.teams.values()]
        return np.array(fit, dtype=np.bool_)[self._gauge.teams]

    def _any_fit(self, site: Site) -> Flags:
        services = [self.scenario.services[service] for service in site.cases]
        fit = [self._fit(site, service) for service in services if service.plannable]
        return np.any(fit, axis=0) if fit else np.zeros(len(self.openings.slots), dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class _Roads:
    """Legs to a site and on from it, of shape (layers, places); where closed, the entries mean nothing."""

    to_minutes: Ints
    to_drive: Ints
    to_open: Flags
    on_minutes: Ints
    on_drive: Ints
    on_open: Flags
    charged: tuple[Sequence[Ints], Sequence[Ints]]

    @classmethod
    def of(cls, travel: TravelMatrix, place: int) -> _Roads:
        to = {name: _stack(getattr(layer, name)[:, place] for layer in travel.layers) for name in _LEG_PARTS}
        on = {name: _stack(getattr(layer, name)[place, :] for layer in travel.layers) for name in _LEG_PARTS}
        return cls(
            to["minutes"],
            to["drive_minutes"],
            to["reachable"].astype(np.bool_),
            on["minutes"],
            on["drive_minutes"],
            on["reachable"].astype(np.bool_),
            ([to[name] for name in _CHARGED], [on[name] for name in _CHARGED]),
        )


_CHARGED = ("charged_metres", "minutes", "fare_dong")
_LEG_PARTS = ("minutes", "drive_minutes", "charged_metres", "fare_dong", "reachable")


def _stack(columns: Iterable[NDArray[Any]]) -> Ints:
    return np.array(list(columns), dtype=np.int64)


def _column(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _most(capacity_min: Ints, minutes: int, left: int) -> Ints:
    """Most cases of `minutes` each, at most `left`, that fit into station-minutes."""
    return np.minimum(capacity_min // minutes, left)
