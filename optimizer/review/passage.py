"""Whether an otherwise idle team could work once at a site, and what it would take if not.

Exact: all dates, all places to wake up and to sleep (`Reach`), all windows, the shift and the break in
it, the limits.
The team goes straight to the site and straight on.  Legs being shortest, a stop on the way never
saves time; it could save driving where a flight leaves from there, and such a stop is no idle week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from optimizer.domain.calendar import Window
from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Scenario, Site
from optimizer.review.reach import Flags, Ints, Reach, limit_min
from optimizer.review.rest import break_terms, rested_after, rested_before
from optimizer.review.site_roads import Legs, SiteRoads
from optimizer.travel.matrix import TravelMatrix

Least = Literal["travel", "arrive", "drive"]


@dataclass(frozen=True, slots=True)
class Trip:
    """One visit in an otherwise empty week.

    Parameters
    ----------
    day_number
        The date, counted from the horizon's start.
    ends
        Where the team sleeps before and after, as positions in `Reach.places`.
    to_min, on_min
        Travel there and on from there.
    drive_min
        Driving on both.
    arrive_min
        When the team is where it sleeps and has taken its break, having started with its shift.
    """

    day_number: int
    ends: tuple[int, int]
    to_min: int
    on_min: int
    drive_min: int
    arrive_min: int


@dataclass(frozen=True)
class Passage:
    """All ways of one team to a site and on from it, for a visit of `length_min` minutes.

    Only dates on which the site is open and the team works, and only origins and destinations that
    roads and nights allow on some date.  A place that another one betters is left out too: one that
    is as good for nights, and nearer both in minutes and in driving, on each of the dates.

    Parameters
    ----------
    dates
        Day numbers.
    origins, destinations
        Where the team wakes up and sleeps, as positions in `Reach.places`.
    to_min, to_drive
        Shape (dates, origins): minutes of travel, and of driving, to the site.
    on_min, on_drive
        Shape (dates, destinations): the same from the site on.
    may_go
        Shape (dates, origins, destinations): whether roads and nights allow it.
    windows
        Starts and ends of each date's first window, then of its second, and so on; a date without
        one ends before it starts.
    """

    reach: Reach
    length_min: int
    dates: Ints
    origins: Ints
    destinations: Ints
    to_min: Ints
    on_min: Ints
    to_drive: Ints
    on_drive: Ints
    may_go: Flags
    windows: tuple[tuple[Ints, Ints], ...]

    @classmethod
    def of(
        cls, scenario: Scenario, travel: TravelMatrix, reach: Reach, roads: SiteRoads, visit: tuple[Site, int]
    ) -> Passage:
        """The ways of `reach.team`, whether or not it is fit for the site.

        Parameters
        ----------
        roads
            The legs to the site and on from it.
        visit
            The site, and the minutes of the visit.
        """
        team, (site, length_min) = reach.team, visit
        opened = scenario.open_dates(site) & team.dates
        days = [day for day in scenario.horizon.dates() if day in opened and scenario.windows(site, day)]
        dates = np.array([scenario.horizon.day_number(day) for day in days], dtype=np.int64)
        layers = np.array([travel.layer_numbers[team.vehicle, day] for day in days], dtype=np.int64)
        ways = layers[:, None] * len(travel.place_ids) + reach.places[None, :]
        behind, before = reach.nights_behind[dates], reach.nights_before[dates + 1].copy()
        before[:, 0] = team.max_nights + 1
        to_open = roads.to.is_open[ways] & (behind <= team.max_nights)
        on_open = roads.on.is_open[ways] & (before >= 0)
        origins = _front(roads.to, ways, behind, to_open)
        destinations = _front(roads.on, ways, before, on_open)
        may_go = behind[:, origins, None] < before[:, None, destinations]
        may_go &= to_open[:, origins, None] & on_open[:, None, destinations]
        return cls(
            reach=reach,
            length_min=length_min,
            dates=dates,
            origins=origins,
            destinations=destinations,
            to_min=roads.to.minutes[ways[:, origins]],
            on_min=roads.on.minutes[ways[:, destinations]],
            to_drive=roads.to.drive_minutes[ways[:, origins]],
            on_drive=roads.on.drive_minutes[ways[:, destinations]],
            may_go=may_go,
            windows=tuple(_window_columns([scenario.windows(site, day) for day in days])),
        )

    @property
    def has_way(self) -> bool:
        """Whether roads and nights allow any way at all, however long."""
        return bool(self.may_go.any())

    def least_minutes_there(self) -> int:
        """Minutes of the shortest way to the site, however long."""
        to_min = np.broadcast_to(self.to_min[:, :, None], self.may_go.shape)
        return int(to_min[self.may_go].min())

    def trip(
        self,
        *,
        shift: Window | None = None,
        max_work: int | None = None,
        max_drive: int | None = None,
        least: Least = "travel",
    ) -> Trip | None:
        """The best trip by `least`, ties by date, or None if there is none; each limit may be given anew."""
        team = self.reach.team
        shift = team.shift if shift is None else shift
        max_work = limit_min(team.max_work_minutes) if max_work is None else max_work
        max_drive = limit_min(team.max_drive_minutes) if max_drive is None else max_drive
        travel_min = self.to_min[:, :, None] + self.on_min[:, None, :]
        drive_min = self.to_drive[:, :, None] + self.on_drive[:, None, :]
        allowed = self.may_go & (travel_min + self.length_min <= max_work) & (drive_min <= max_drive)
        found: list[tuple[int, tuple[int, int, int], Trip]] = []
        for starts, ends in self.windows if allowed.any() else ():
            for finish, arrive in self._through(shift.start_min, starts):
                fits = allowed & (finish <= ends[:, None])[:, :, None] & (arrive <= shift.end_min)
                if fits.any():
                    measured = {"travel": travel_min, "arrive": arrive, "drive": drive_min}[least]
                    at = _least_at(measured, fits)
                    trip = self._as_trip(at, int(drive_min[at]), int(arrive[at]))
                    found.append((int(measured[at]), at, trip))
        return min(found, key=lambda one: one[:2])[2] if found else None

    def latest_departure_min(self, shift_end_min: int) -> int | None:
        """When a shift that ends at `shift_end_min` must start at the latest; None if no start will do."""
        team = self.reach.team
        travel_min = self.to_min[:, :, None] + self.on_min[:, None, :]
        drive_min = self.to_drive[:, :, None] + self.on_drive[:, None, :]
        allowed = self.may_go & (travel_min + self.length_min <= limit_min(team.max_work_minutes))
        allowed &= drive_min <= limit_min(team.max_drive_minutes)
        departures: list[int] = []
        for starts, ends in self.windows:
            for begin, depart in self._backwards(shift_end_min, ends):
                fits = allowed & (begin >= starts[:, None])[:, None, :] & (depart >= 0)
                if fits.any():
                    departures.append(int(depart[fits].max()))
        return max(departures, default=None)

    def _through(self, start_min: int, opens: Ints) -> Iterator[tuple[Ints, Ints]]:
        """When work is finished and the day is over at the earliest, for each way to place the break.

        Shape (dates, origins) and (dates, origins, destinations); windows open at `opens`.
        """
        terms, on_min = break_terms(self.reach.team.pause), self.on_min[:, None, :]
        finish = np.maximum(start_min + self.to_min, opens[:, None]) + self.length_min
        if self.reach.team.pause is None:
            yield finish, finish[:, :, None] + on_min
            return
        yield finish, rested_after(terms, finish[:, :, None], on_min)
        rested = np.maximum(rested_after(terms, start_min, self.to_min), opens[:, None]) + self.length_min
        yield rested, rested[:, :, None] + on_min

    def _backwards(self, end_min: int, closes: Ints) -> Iterator[tuple[Ints, Ints]]:
        """When work must begin and the day start at the latest, for each way to place the break.

        Shape (dates, destinations) and (dates, origins, destinations); windows close at `closes`.
        """
        terms, to_min = break_terms(self.reach.team.pause), self.to_min[:, :, None]
        begin = np.minimum(closes[:, None], end_min - self.on_min) - self.length_min
        if self.reach.team.pause is None:
            yield begin, begin[:, None, :] - to_min
            return
        yield begin, rested_before(terms, begin[:, None, :], to_min)
        rests_later = (
            np.minimum(closes[:, None], rested_before(terms, end_min, self.on_min)) - self.length_min
        )
        yield rests_later, rests_later[:, None, :] - to_min

    def _as_trip(self, at: tuple[int, int, int], drive_min: int, arrive_min: int) -> Trip:
        day, origin, destination = at
        return Trip(
            day_number=int(self.dates[day]),
            ends=(int(self.origins[origin]), int(self.destinations[destination])),
            to_min=int(self.to_min[day, origin]),
            on_min=int(self.on_min[day, destination]),
            drive_min=drive_min,
            arrive_min=arrive_min,
        )


def is_surely_too_far(travel: TravelMatrix, reach: Reach, roads: SiteRoads, length_min: int) -> bool:
    """Whether even the nearest beds before and after are too far for a shift or a day's work.

    A quick look that is right whenever it says so.
    """
    team = reach.team
    layers = {number for (vehicle, _), number in travel.layer_numbers.items() if vehicle == team.vehicle}
    offsets = np.array(sorted(layers), dtype=np.int64) * len(travel.place_ids)
    to, on = ((offsets[:, None] + places).ravel() for places in (reach.usable(), reach.beds()))
    to_min, on_min = roads.to.minutes[to[roads.to.is_open[to]]], roads.on.minutes[on[roads.on.is_open[on]]]
    most_min = min(team.shift.end_min - team.shift.start_min, limit_min(team.max_work_minutes))
    return not len(to_min) or not len(on_min) or int(to_min.min() + on_min.min()) + length_min > most_min


def longest_window_min(scenario: Scenario, site: Site, day: date) -> int:
    """Length of a site's longest window on a date; 0 if it is closed."""
    return max((one.end_min - one.start_min for one in scenario.windows(site, day)), default=0)


def _front(legs: Legs, ways: Ints, nights: Ints, is_open: Flags) -> Ints:
    """Places that no other with the same nights betters, both in minutes and in driving, on some date.

    Parameters
    ----------
    ways, nights, is_open
        Shape (dates, places): where in `legs` each place is, what it means for nights, and whether it
        may be used.
    """
    kept = np.zeros(ways.shape[1], dtype=np.bool_)
    far = np.iinfo(np.int64).max
    for number in np.unique(nights[is_open]):
        allowed = is_open & (nights == number)
        order = np.argsort(np.where(allowed, legs.minutes[ways], far), axis=1, kind="stable")
        driven = np.take_along_axis(np.where(allowed, legs.drive_minutes[ways], far), order, axis=1)
        least = np.minimum.accumulate(driven, axis=1)
        betters = driven < np.concatenate((np.full((len(ways), 1), far), least[:, :-1]), axis=1)
        kept[order[betters]] = True
    return np.flatnonzero(kept)


def _least_at(measured: Ints, fits: Flags) -> tuple[int, int, int]:
    """Where `measured` is least among those that fit, the first if several are."""
    places = np.flatnonzero(fits)
    at = np.unravel_index(int(places[np.argmin(measured.ravel()[places])]), fits.shape)
    return int(at[0]), int(at[1]), int(at[2])


def _window_columns(windows: Sequence[Sequence[Window]]) -> Iterator[tuple[Ints, Ints]]:
    for number in range(max(map(len, windows), default=0)):
        none = Window(MINUTES_PER_DAY, 0)
        column = [of_day[number] if number < len(of_day) else none for of_day in windows]
        yield (
            np.array([one.start_min for one in column], dtype=np.int64),
            np.array([one.end_min for one in column], dtype=np.int64),
        )
