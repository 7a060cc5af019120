"""What stands against a team serving a site even once in an otherwise empty week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import Any

from optimizer.domain.calendar import Window
from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.passage import Passage, Trip, longest_window_min
from optimizer.review.reach import Reach, limit_min, reach_of
from optimizer.review.schedule import case_minutes, visit_minutes
from optimizer.travel.matrix import TravelMatrix

_ENDLESS_MIN = 1_000_000
"""A day as long as it takes: only to say when a team would be back."""


class Hindrance(IntEnum):
    """What hinders a team that is fit, from the farthest off to the nearest miss."""

    NO_DATES = 1
    CLOSED = 2
    SHORT_WINDOW = 3
    NO_ROAD = 4
    OFF = 5
    NIGHTS = 6
    OUTSIDE_SHIFT = 7
    MISSED = 8
    LATE = 9
    WORK = 10
    DRIVE = 11
    BREAK = 12


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a team, were it fit, could not serve one case.

    Parameters
    ----------
    values
        Dates, windows and minutes that show it, by name.
    minutes
        What tells a near miss from a far one of the same kind: minutes of work or driving of the day,
        of the way there, or since midnight when the team would be back.
    dates
        Dates on which the team would have to work.
    """

    hindrance: Hindrance
    values: Mapping[str, Any] = field(default_factory=dict)
    minutes: int = 0
    dates: tuple[date, ...] = ()


class IdleTeams:
    """Teams with nothing else to do: which of them could serve which site, and why not.

    What was found is kept: many sites ask the same of teams that are alike.
    """

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self.scenario, self.travel = scenario, travel
        self._reaches: dict[tuple[object, ...], Reach] = {}
        self._trips: dict[tuple[object, ...], Trip | None] = {}
        self._obstacles: dict[tuple[object, ...], Obstacle] = {}

    def reach(self, team: Team) -> Reach:
        """Where the team could be on each date."""
        alike = _alike(team)
        if alike not in self._reaches:
            self._reaches[alike] = reach_of(self.scenario, self.travel, team)
        return self._reaches[alike]

    def passage(self, team: Team, site: Site, service: Service) -> Passage:
        """The team's ways to a site for one case."""
        return Passage.of(
            self.scenario,
            self.travel,
            self.reach(team),
            site,
            one_case_min(team, site, service),
            within_min=team.shift.end_min - team.shift.start_min,
        )

    def trip(self, team: Team, site: Site, service: Service) -> Trip | None:
        """The shortest trip on which the team, were it fit, serves one case; None if there is none."""
        asked = _asked(team, site, service)
        if asked not in self._trips:
            self._trips[asked] = self.passage(team, site, service).trip()
        return self._trips[asked]

    def obstacle(self, team: Team, site: Site, service: Service) -> Obstacle | None:
        """What hinders the team, were it fit; None if it could serve one case."""
        if self.trip(team, site, service) is not None:
            return None
        asked = _asked(team, site, service)
        if asked not in self._obstacles:
            self._obstacles[asked] = self._found(team, site, service)
        return self._obstacles[asked]

    def _found(self, team: Team, site: Site, service: Service) -> Obstacle:
        """What hinders the team even if it need not rest; its break if nothing else does."""
        if team.pause is None:
            return self._of_rested(team, site, service)
        unresting = replace(team, pause=None)
        pause = {"minutes": team.pause.minutes, "between": team.pause.between}
        return self.obstacle(unresting, site, service) or Obstacle(Hindrance.BREAK, pause)

    def _of_rested(self, team: Team, site: Site, service: Service) -> Obstacle:
        scenario, length_min = self.scenario, one_case_min(team, site, service)
        dates = sorted(scenario.open_dates(site))
        if not dates:
            return Obstacle(Hindrance.NO_DATES)
        longest_min = max(longest_window_min(scenario, site, day) for day in dates)
        if not longest_min:
            return Obstacle(Hindrance.CLOSED, {"dates": tuple(dates)})
        if longest_min < length_min:
            return Obstacle(Hindrance.SHORT_WINDOW, {"longest": longest_min, "needed": length_min})
        long_enough = tuple(day for day in dates if longest_window_min(scenario, site, day) >= length_min)
        if not team.dates & set(long_enough):
            return Obstacle(Hindrance.OFF, {"dates": long_enough}, dates=long_enough)
        ways = Passage.of(self.scenario, self.travel, self.reach(team), site, length_min)
        if not ways.has_way:
            rested = replace(team, max_nights=scenario.horizon.days)
            with_nights = Passage.of(self.scenario, self.travel, self.reach(rested), site, length_min)
            is_near = with_nights.has_way
            return Obstacle(Hindrance.NIGHTS if is_near else Hindrance.NO_ROAD, {"nights": team.max_nights})
        return _of_time(scenario, team, site, ways)


def one_case_min(team: Team, site: Site, service: Service) -> int:
    """Length of a visit for one case."""
    return visit_minutes(site, case_minutes(service), team.stations)


def _of_time(scenario: Scenario, team: Team, site: Site, ways: Passage) -> Obstacle:
    """The obstacle of a team that works on the right dates and has a road."""
    shift, length_min = team.shift, ways.length_min
    windows = [
        window
        for day in sorted(scenario.open_dates(site) & team.dates)
        for window in scenario.windows(site, day)
        if window.end_min - window.start_min >= length_min
    ]
    shared_min = (min(one.end_min, shift.end_min) - max(one.start_min, shift.start_min) for one in windows)
    if max(shared_min) < length_min:
        return Obstacle(Hindrance.OUTSIDE_SHIFT, {"windows": tuple(dict.fromkeys(windows)), "shift": shift})
    long_day = ways.trip(max_work=MINUTES_PER_DAY)
    if long_day is not None:
        return _too_much_work(team, long_day, length_min)
    long_drive = ways.trip(max_drive=MINUTES_PER_DAY, least="drive")
    if long_drive is not None:
        limit = limit_min(team.max_drive_minutes)
        return Obstacle(
            Hindrance.DRIVE, {"minutes": long_drive.drive_min, "limit": limit}, long_drive.drive_min
        )
    endless = Window(shift.start_min, _ENDLESS_MIN)
    late = ways.trip(shift=endless, max_work=_ENDLESS_MIN, max_drive=_ENDLESS_MIN, least="arrive")
    if late is None:
        there_min = ways.least_minutes_there()
        return Obstacle(
            Hindrance.MISSED, {"there": there_min, "windows": tuple(dict.fromkeys(windows))}, there_min
        )
    if late.arrive_min <= shift.end_min:
        return _too_much_work(team, late, length_min)
    spent = {"to": late.to_min, "work": length_min, "on": late.on_min, "arrive": late.arrive_min}
    limits = {"shift_end": shift.end_min, "nights": team.max_nights}
    return Obstacle(Hindrance.LATE, spent | limits, late.arrive_min)


def _too_much_work(team: Team, trip: Trip, length_min: int) -> Obstacle:
    minutes = trip.to_min + trip.on_min + length_min
    return Obstacle(Hindrance.WORK, {"minutes": minutes, "limit": limit_min(team.max_work_minutes)}, minutes)


def _alike(team: Team) -> tuple[object, ...]:
    """What two teams must share to be able to be at the same places."""
    return (
        team.base,
        team.vehicle,
        team.dates,
        team.shift,
        team.max_work_minutes,
        team.max_drive_minutes,
        team.max_nights,
        team.pause,
        team.end_anywhere,
    )


def _asked(team: Team, site: Site, service: Service) -> tuple[object, ...]:
    """What must be the same for two questions to have the same answer."""
    open_when = site.hours, site.release, site.deadline
    return (*_alike(team), site.id, open_when, one_case_min(team, site, service))
