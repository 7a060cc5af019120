"""What the openings with room at a site offer to one cell of cases, at home or as guests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from optimizer.review.filling import densest_first
from optimizer.review.openings import Openings
from optimizer.review.plan_terms import Changes, Evenness, best_number
from optimizer.review.reach import Ints
from optimizer.review.rooms import Rooms
from optimizer.review.served import Cell
from optimizer.review.slot_columns import SlotColumns
from optimizer.review.wanted import Wanted

_MOST_MIXED = 200
"""Openings that are filled with cases of several sites, the most promising first."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What openings offer to one cell, other cells wanted there filling what remains.

    Parameters
    ----------
    rooms
        The openings' rooms, all at one site.
    asked
        The cell.
    cases
        Cases gained by cell, each parallel to `row`.
    delta_mdong
        What the objective changes by; of a variant that cuts a visit, before anything is cut.
    way_mdong
        The part of it that does not depend on the cases gained.
    used_min
        Station-minutes that the cases gained take.
    uncut_capacity_min
        As in `Rooms`.
    """

    rooms: Rooms
    asked: Wanted
    row: Ints
    cases: Mapping[Cell, Ints]
    delta_mdong: Ints
    way_mdong: Ints
    used_min: Ints
    uncut_capacity_min: Ints

    def among(self, chosen: Ints) -> Offers:
        """The offers at some positions."""
        return replace(
            self,
            row=self.row[chosen],
            cases={cell: count[chosen] for cell, count in self.cases.items()},
            delta_mdong=self.delta_mdong[chosen],
            way_mdong=self.way_mdong[chosen],
            used_min=self.used_min[chosen],
            uncut_capacity_min=self.uncut_capacity_min[chosen],
        )


class Bids:
    """Reckons what openings offer, with every term of the objective."""

    def __init__(
        self, openings: Openings, columns: SlotColumns, *, changes: Changes | None, evenness: Evenness | None
    ) -> None:
        self._openings, self._columns = openings, columns
        self._changes, self._evenness = changes, evenness

    def of(self, rooms: Rooms, asked: Wanted, wanted: Sequence[Wanted]) -> Offers:
        """What `rooms` offer to `asked`, with at least one case of it.

        Either as much of it as fits and pays, or one case of it and then whatever is worth most per
        minute: the better of the two.

        Parameters
        ----------
        wanted
            All that could be served at the site, `asked` among it.
        """
        slot = self._openings.slot[rooms.row]
        most = np.minimum(rooms.capacity_min // asked.minutes, asked.most[self._columns.days[slot]])
        fits = np.flatnonzero(self._columns.fit(rooms.site, asked.service)[slot] & (most > 0))
        way_mdong = rooms.delta_mdong[fits]
        if self._changes is not None:
            way_mdong = way_mdong + self._changes.worth_mdong(rooms)[fits]
        filling = _Filling(
            columns=self._columns,
            evenness=self._evenness,
            slot=slot[fits],
            capacity_min=rooms.capacity_min[fits],
            day_min=rooms.day_min[fits],
            load_min=self._openings.load_min[rooms.row[fits]],
        )
        cases = {one.cell: np.zeros(len(fits), dtype=np.int64) for one in densest_first(wanted)}
        cases[asked.cell], gained_mdong = filling.alone(asked, most[fits])
        mixing = np.arange(len(fits))
        if any(one.cell[0] != asked.cell[0] for one in wanted) and len(fits) > _MOST_MIXED:
            promise_mdong = way_mdong + filling.most_mdong(wanted)
            mixing = np.argsort(-promise_mdong, kind="stable")[:_MOST_MIXED]
        mixed, mixed_mdong = filling.among(mixing).mixed(rooms, asked, wanted)
        is_mixed = mixed_mdong > gained_mdong[mixing]
        gained_mdong[mixing[is_mixed]] = mixed_mdong[is_mixed]
        for cell, count in cases.items():
            count[mixing[is_mixed]] = mixed[cell][is_mixed] if cell in mixed else 0
        minutes = {one.cell: one.minutes for one in wanted}
        used_min = np.zeros_like(way_mdong)
        for cell, count in cases.items():
            used_min += count * minutes[cell]
        return Offers(
            rooms=rooms,
            asked=asked,
            row=rooms.row[fits],
            cases=cases,
            delta_mdong=way_mdong + gained_mdong,
            way_mdong=way_mdong,
            used_min=used_min,
            uncut_capacity_min=rooms.uncut_capacity_min[fits],
        )


@dataclass(frozen=True, slots=True)
class _Filling:
    """Rooms to be filled, in parallel columns."""

    columns: SlotColumns
    evenness: Evenness | None
    slot: Ints
    capacity_min: Ints
    day_min: Ints
    load_min: Ints

    def among(self, chosen: Ints) -> _Filling:
        """The rooms at some positions."""
        return replace(
            self,
            slot=self.slot[chosen],
            capacity_min=self.capacity_min[chosen],
            day_min=self.day_min[chosen],
            load_min=self.load_min[chosen],
        )

    def alone(self, asked: Wanted, most: Ints) -> tuple[Ints, Ints]:
        """How many cases of the asked cell alone are worth most, of at most so many; and what they gain."""
        number = most if asked.worth_mdong >= 0 else np.ones_like(most)
        if self.evenness is not None:
            evenness = self.evenness

            def worth(number: Ints) -> Ints:
                exact = evenness.exact_worth(self.slot, self._whole_day_min(number * asked.minutes))
                return evenness.teams * asked.worth_mdong * number + exact

            # So many cases more take the same whole minutes, however many there are already.
            stations = self.columns.stations[self.slot]
            number = best_number(worth, most=most, step=stations // np.gcd(stations, asked.minutes))
        return number, number * asked.worth_mdong + self._evenness_mdong(number * asked.minutes)

    def most_mdong(self, wanted: Sequence[Wanted]) -> Ints:
        """No less than what all that is wanted is worth in each room."""
        days, worthy = self.columns.days[self.slot], [one for one in wanted if one.worth_mdong > 0]
        every = sum((one.most[days] * one.worth_mdong for one in worthy), np.zeros_like(days))
        densest = max((one.worth_mdong / one.minutes for one in worthy), default=0.0)
        whole: Ints = np.minimum(every, np.ceil(self.capacity_min * densest).astype(np.int64))
        return whole

    def mixed(
        self, rooms: Rooms, asked: Wanted, wanted: Sequence[Wanted]
    ) -> tuple[Mapping[Cell, Ints], Ints]:
        """One case of `asked`, then the best per minute of all that is wanted; and what that gains."""
        days = self.columns.days[self.slot]
        spare_min = self.capacity_min - asked.minutes
        worth_mdong = np.full(len(days), asked.worth_mdong, dtype=np.int64)
        cases = {asked.cell: np.ones_like(days)}
        for other in densest_first(wanted):
            is_asked_for = other.cell == asked.cell
            most = np.minimum(spare_min // other.minutes, np.maximum(0, other.most[days] - is_asked_for))
            count = np.where(self.columns.fit(rooms.site, other.service)[self.slot], most, 0)
            spare_min = spare_min - count * other.minutes
            worth_mdong += count * other.worth_mdong
            cases[other.cell] = count + is_asked_for
        return cases, worth_mdong + self._evenness_mdong(self.capacity_min - spare_min)

    def _evenness_mdong(self, used_min: Ints) -> Ints:
        if self.evenness is None:
            return np.zeros_like(used_min)
        return self.evenness.worth_mdong(self.slot, self._whole_day_min(used_min))

    def _whole_day_min(self, used_min: Ints) -> Ints:
        """Minutes of travel, set-up and service of the days, with so many station-minutes gained."""
        stations = self.columns.stations[self.slot]
        whole: Ints = self.day_min - (-(self.load_min + used_min) // stations)
        return whole
