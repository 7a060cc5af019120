"""What every opening of a plan offers one site: how much work fits in, and what the way there costs.

The reckoning is exact: an opening is taken if and only if the day, with the visit in it, keeps
the shift, the break, the windows, the roads and the limits on work and driving, and no site gets
more teams at once than it has room for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.domain.calendar import Window
from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Service, Site
from optimizer.review.openings import NO_START, Openings
from optimizer.review.reach import Ints
from optimizer.review.rest import Rest, rested_after, rested_before
from optimizer.review.site_roads import Legs, roads_of
from optimizer.review.slot_columns import SlotColumns, column
from optimizer.review.standing import Standing


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
    day_min
        Minutes of travel, set-up and service of the day, but for the service at the site.
    """

    site: Site
    row: Ints
    capacity_min: Ints
    delta_mdong: Ints
    uncut_capacity_min: Ints
    day_min: Ints


class SiteTrial:
    """Tries sites on all openings of a plan."""

    def __init__(self, standing: Standing, openings: Openings, columns: SlotColumns) -> None:
        self.vacancies, self.scenario = standing.vacancies, standing.scenario
        self.travel, self.openings, self.columns = standing.travel, openings, columns
        self._layer_offset = columns.layers * len(standing.travel.place_ids)
        self._giving_up: dict[str, list[int]] = {}
        for number, variant in enumerate(openings.variants):
            for site in {stay.site for stay in variant.dropped}:
                self._giving_up.setdefault(site, []).append(number)

    def rooms(self, site: Site, services: Sequence[Service]) -> Rooms:
        """The openings with room at `site` for some services, in the order of their rows.

        Variants that give up a visit to `site` itself are left out.
        """
        columns, openings, place = self.columns, self.openings, self.travel.numbers[site.id]
        if not openings.slots:
            none = np.zeros(0, dtype=np.int64)
            return Rooms(site, none, none, none, none, none)
        roads = roads_of(self.travel, place)
        to, on = roads.to, roads.on
        rows = self._rows_within_reach(site, services, to, on)
        slot = openings.slot[rows]
        before = self._layer_offset[slot] + openings.before[rows]
        after = self._layer_offset[slot] + openings.after[rows]
        drive_min = openings.drive_min[rows] + to.drive_minutes[before] + on.drive_minutes[after]
        there_min, back_min = to.minutes[before], on.minutes[after]
        stay_min = self._longest_stay(
            site, rows, (openings.leave_min[rows], there_min), (openings.reach_min[rows], back_min)
        )
        rest_min = columns.most_work_min[slot] - openings.work_min[rows] - there_min - back_min
        stations = columns.stations[slot]
        capacity_min = (np.minimum(stay_min, rest_min) - site.setup_minutes) * stations - openings.load_min[
            rows
        ]
        some = (capacity_min > 0) & (drive_min <= columns.most_drive_min[slot])
        some &= to.is_open[before] & on.is_open[after]
        rows, before, after = rows[some], before[some], after[some]
        return Rooms(
            site=site,
            row=rows,
            capacity_min=capacity_min[some],
            delta_mdong=openings.delta_mdong[rows] - self._cost_mdong(rows, (to, before), (on, after)),
            uncut_capacity_min=self._uncut_capacity_min(site, rows, to.minutes[before], on.minutes[after]),
            day_min=openings.work_min[rows] + to.minutes[before] + on.minutes[after] + site.setup_minutes,
        )

    def _rows_within_reach(self, site: Site, services: Sequence[Service], to: Legs, on: Legs) -> Ints:
        """Rows whose day is open, whose team is fit, and whose shift is long enough to go there and back."""
        columns, openings = self.columns, self.openings
        start, end = (self._layer_offset + ends for ends in columns.ends)
        usable = to.is_open[start] & on.is_open[end] & columns.has_window(site)
        usable &= columns.fit_for_any(site, services)
        usable &= to.minutes[start] + on.minutes[end] + site.setup_minutes <= columns.shift_min
        longer = openings.longer_at.get(site.id, openings.gaps[:0])
        rows: Ints = np.concatenate((openings.gaps, longer))
        rows = rows[usable[openings.slot[rows]]]
        giving_up = self._giving_up.get(site.id)
        if giving_up:
            stays = np.ones(len(openings.variants), dtype=np.bool_)
            stays[giving_up] = False
            rows = rows[stays[openings.variant[rows]]]
        return rows

    def _longest_stay(
        self, site: Site, rows: Ints, way: tuple[Ints, Ints], way_on: tuple[Ints, Ints]
    ) -> Ints:
        """Minutes between arrival and departure inside the best window; 0 or less where there are none.

        Parameters
        ----------
        way, way_on
            When the team leaves and how long the leg takes; when it must be on and how long that leg takes.
        """
        slot, rest = self.openings.slot[rows], self.openings.rest[rows]
        length, opens, closes = self.columns.break_terms
        terms = length[slot], opens[slot], closes[slot]
        arrive_min = np.where(rest == Rest.BEFORE, rested_after(terms, *way), way[0] + way[1])
        depart_min = np.where(rest == Rest.AFTER, rested_before(terms, *way_on), way_on[0] - way_on[1])
        start_min = self.openings.start_min[rows]
        is_promised = start_min != NO_START
        longest_min = np.full(len(rows), -MINUTES_PER_DAY, dtype=np.int64)
        for open_min, close_min in self._window_columns(site):
            begin_min = np.maximum(open_min[slot], arrive_min)
            stay_min = np.minimum(close_min[slot], depart_min) - np.maximum(begin_min, start_min)
            stay_min[is_promised & (begin_min > start_min)] = -MINUTES_PER_DAY
            np.maximum(longest_min, stay_min, out=longest_min)
        return longest_min

    def _window_columns(self, site: Site) -> Iterator[tuple[Ints, Ints]]:
        """Start and end of the first window of every slot, then of its second, and so on."""
        if site.max_teams is None:
            of_day = [self.scenario.windows(site, day) for day in self.scenario.horizon.dates()]
            windows, at = of_day, self.columns.days
        else:
            slots = self.openings.slots
            windows = [self.vacancies.windows(slot.team, site, slot.day) for slot in slots]
            at = np.arange(len(slots))
        none = Window(MINUTES_PER_DAY, 0)
        for number in range(max(map(len, windows))):
            nth = [some[number] if number < len(some) else none for some in windows]
            yield column(one.start_min for one in nth)[at], column(one.end_min for one in nth)[at]

    def _uncut_capacity_min(self, site: Site, rows: Ints, there_min: Ints, back_min: Ints) -> Ints:
        """As the capacity, while the visit that the variant cuts is not cut."""
        columns, openings = self.columns, self.openings
        slot = openings.slot[rows]
        stay_min = self._longest_stay(
            site,
            rows,
            (openings.uncut_leave_min[rows], there_min),
            (openings.uncut_reach_min[rows], back_min),
        )
        rest_min = columns.most_work_min[slot] - openings.uncut_work_min[rows] - there_min - back_min
        capacity_min: Ints = (np.minimum(stay_min, rest_min) - site.setup_minutes) * columns.stations[slot]
        return capacity_min - openings.uncut_load_min[rows]

    def _cost_mdong(self, rows: Ints, to: tuple[Legs, Ints], on: tuple[Legs, Ints]) -> Ints:
        """What the legs to the site and on from it cost."""
        slot = self.openings.slot[rows]
        cost_mdong = np.zeros(len(rows), dtype=np.int64)
        for legs, at in (to, on):
            cost_mdong += legs.charged_metres[at] * self.columns.metre_mdong[slot]
            cost_mdong += legs.minutes[at] * self.columns.minute_mdong[slot]
            cost_mdong += legs.fare_dong[at] * self.columns.fare_mdong[slot]
        return cost_mdong
