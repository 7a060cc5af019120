"""What a team's time would be worth before any route is known.

In each pool of cases one station-minute of service takes so much of a team's shift: the way there
and back, spread over the days of a stay, the hours in which nobody can be met, set-up and the ways
between sites.  So a minute of shift has a price in each pool, and as many minutes as there are cases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.crews.pools import Pool, Pooling
from optimizer.domain.crews import CrewKind
from optimizer.domain.forming import crewing_of
from optimizer.domain.scenario import Scenario
from optimizer.travel.matrix import Layer, TravelMatrix

SPARE_SHARE = 0.02
"""Price of a minute of shift that no pool needs, as a share of the mean: routes may need it after all."""

_UNIT_DONG = 10
"""Prices are whole multiples of it per minute of shift."""


@dataclass(frozen=True, slots=True)
class Share:
    """A pool as teams of one kind see it.

    Parameters
    ----------
    price_dong
        Worth of a minute of one station's shift spent on the pool, ways and nights paid.
    shift_min
        Such minutes that the whole pool would take.
    """

    pool: int
    price_dong: int
    shift_min: int


@dataclass(frozen=True)
class Estimate:
    """What a week is worth to crews, before routes.

    Parameters
    ----------
    pools
        The cases.
    shares
        By kind: what its teams can do in each pool that is worth it.
    day_min
        By kind: minutes of shift that a station gives on a date.
    spare_dong
        Price of a minute of shift that no pool needs.
    setting_out_dong
        By kind: what it costs to set out and come back once more, instead of staying away; 0 for
        teams that sleep at home.
    officer_day_dong
        By kind: what one officer more costs on the way and at night, on a date on which the team leaves.
    """

    pools: tuple[Pool, ...]
    shares: Mapping[str, tuple[Share, ...]]
    day_min: Mapping[str, int]
    spare_dong: int
    setting_out_dong: Mapping[str, int]
    officer_day_dong: Mapping[str, int]


class Estimator:
    """Estimates of one scenario; what plans turned out to need makes the next one truer."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario, self._travel, self._crewing = scenario, travel, crewing_of(scenario)

    def estimate(
        self,
        stretch: Mapping[tuple[object, ...], float] | None = None,
        wanted: Mapping[tuple[object, ...], float] | None = None,
    ) -> Estimate:
        """The estimate.

        Parameters
        ----------
        stretch
            By key of a pool: how many times as long its cases took in a plan as was estimated; 1 if not told.
        wanted
            By key of a pool: how many times as many minutes are paid its price; 1 if not told.
        """
        pools = self._pools
        shares = {
            kind.id: tuple(self._shares(kind, pools, stretch or {}, wanted or {}))
            for kind in self._crewing.kinds.values()
        }
        prices = [share.price_dong for of_kind in shares.values() for share in of_kind]
        spare = max(1, round(SPARE_SHARE * sum(prices) / len(prices) / _UNIT_DONG)) if prices else 1
        return Estimate(
            pools=pools,
            shares=shares,
            day_min={kind.id: day_minutes(kind) for kind in self._crewing.kinds.values()},
            spare_dong=spare * _UNIT_DONG,
            setting_out_dong={
                kind.id: self._setting_out_dong(kind, pools, shares[kind.id])
                for kind in self._crewing.kinds.values()
            },
            officer_day_dong={
                kind.id: self._officer_day_dong(kind, pools, shares[kind.id])
                for kind in self._crewing.kinds.values()
            },
        )

    @cached_property
    def _pools(self) -> tuple[Pool, ...]:
        return Pooling(self._scenario, self._travel).pools()

    def _layer(self, vehicle: str) -> Layer:
        return self._travel.layer(vehicle, self._scenario.horizon.start)

    def _shares(
        self,
        kind: CrewKind,
        pools: Sequence[Pool],
        stretch: Mapping[tuple[object, ...], float],
        wanted: Mapping[tuple[object, ...], float],
    ) -> Iterator[Share]:
        for number, pool in enumerate(pools):
            if pool.vehicles and kind.vehicle not in pool.vehicles:
                continue
            shift_per_min, cost_dong = self._shift_per_minute(kind, pool)
            if shift_per_min is None:
                continue
            shift_per_min *= stretch.get(pool.key, 1.0)
            price = pool.mdong_per_min / 1000 / shift_per_min - cost_dong
            rounded = round(price / _UNIT_DONG) * _UNIT_DONG
            if rounded > 0:
                most_min = pool.station_min * shift_per_min * wanted.get(pool.key, 1.0)
                yield Share(number, rounded, round(most_min))

    def _setting_out_dong(self, kind: CrewKind, pools: Sequence[Pool], shares: Sequence[Share]) -> int:
        """Time and money of a way there and back, over the pools by what they take of the shift."""
        if not shares or not kind.max_nights:
            return 0
        layer, here = self._layer(kind.vehicle), self._travel.numbers[kind.base]
        total = 0.0
        for share in shares:
            there = np.array([self._travel.numbers[site] for site in pools[share.pool].sites])
            there = there[layer.reachable[here, there]]
            minutes = 2 * float(np.mean(layer.minutes[here, there]))
            lost = minutes * kind.stations.least * share.price_dong
            total += share.shift_min * (lost + self._day_dong(kind, layer, here, there, 0))
        return round(total / sum(share.shift_min for share in shares) / _UNIT_DONG) * _UNIT_DONG

    def _officer_day_dong(self, kind: CrewKind, pools: Sequence[Pool], shares: Sequence[Share]) -> int:
        """What one officer costs on a date, over the pools by what they take of the shift."""
        layer, here = self._layer(kind.vehicle), self._travel.numbers[kind.base]
        nights, total = self._nights(kind), 0.0
        for share in shares:
            there = np.array([self._travel.numbers[site] for site in pools[share.pool].sites])
            there = there[layer.reachable[here, there]]
            total += share.shift_min * self._person_dong(layer, here, there, nights)
        return round(total / max(1, sum(share.shift_min for share in shares)) / _UNIT_DONG) * _UNIT_DONG

    def _nights(self, kind: CrewKind) -> int:
        """Nights of a stay."""
        return min(kind.max_nights, self._scenario.horizon.days - 1) if self._scenario.sleeping_places else 0

    def _shift_per_minute(self, kind: CrewKind, pool: Pool) -> tuple[float | None, float]:
        """Minutes of a station's shift for one of service, and the đồng that such a minute costs."""
        scenario, layer = self._scenario, self._layer(kind.vehicle)
        here = self._travel.numbers[kind.base]
        there = np.array([self._travel.numbers[site] for site in pool.sites])
        there = there[layer.reachable[here, there]]
        if not len(there):
            return None, 0.0
        nights = self._nights(kind)
        way_min = float(np.mean(layer.minutes[here, there] + layer.minutes[there, here])) / (nights + 1)
        shift = day_minutes(kind)
        usable = min(self._met_minutes(kind, pool), shift - way_min)
        stations = (kind.stations.least + kind.stations.most) / 2
        sites = [scenario.sites[site] for site in pool.sites]
        between = _hop_min(layer, there) + float(np.mean([site.setup_minutes for site in sites]))
        on_site = pool.station_min / stations + between * len(sites)
        usable *= (pool.station_min / stations) / max(1.0, on_site)
        if usable <= 0:
            return None, 0.0
        day_dong = self._day_dong(kind, layer, here, there, nights)
        return shift / usable, day_dong / (shift * stations)

    def _met_minutes(self, kind: CrewKind, pool: Pool) -> float:
        """Minutes of the shift in which people of the pool can be met, on a mean date of it."""
        site = self._scenario.sites[pool.sites[0]]
        found = [
            sum(
                max(0, min(one.end_min, kind.shift.end_min) - max(one.start_min, kind.shift.start_min))
                for one in self._scenario.windows(site, day)
            )
            for day in pool.dates
        ]
        return sum(found) / max(1, len(found))

    def _day_dong(
        self, kind: CrewKind, layer: Layer, here: int, there: NDArray[np.intp], nights: int
    ) -> float:
        """Mean cost of a day out: the way there and back spread over a stay, and the nights."""
        per_km = self._scenario.vehicles[kind.vehicle].dong_per_km
        km = float(np.mean(layer.charged_metres[here, there])) / 1000
        way_dong = 2 * km * per_km / (nights + 1)
        return way_dong + kind.officers.least * self._person_dong(layer, here, there, nights)

    def _person_dong(self, layer: Layer, here: int, there: NDArray[np.intp], nights: int) -> float:
        """Mean cost of a day out for one officer: time, fares and nights."""
        objective = self._scenario.objective
        minutes = float(np.mean(layer.minutes[here, there]))
        fare = float(np.mean(layer.fare_dong[here, there]))
        way = minutes * objective.officer_minute_dong + fare
        return (2 * way + nights * objective.night_dong) / (nights + 1)


def day_minutes(kind: CrewKind) -> int:
    """Minutes that a team can spend on a date: its shift, or what of it may be worked."""
    length = kind.shift.end_min - kind.shift.start_min
    if kind.pause is not None:
        length -= kind.pause.minutes
    return length if kind.max_work_minutes is None else min(length, kind.max_work_minutes)


def _hop_min(layer: Layer, there: NDArray[np.intp]) -> float:
    """Minutes between neighbouring sites of a pool."""
    if len(there) < 2:
        return 0.0
    legs = layer.minutes[np.ix_(there, there)].astype(float)
    np.fill_diagonal(legs, np.inf)
    return float(np.mean(legs.min(axis=1)))
