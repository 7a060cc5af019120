"""What stands against a team serving a site even once in an otherwise empty week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import Any

from optimizer.domain.calendar import Window
from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.passage import Passage, Trip, is_surely_too_far, longest_window_min
from optimizer.review.reach import Reach, limit_min, reach_of
from optimizer.review.schedule import visit_minutes
from optimizer.review.site_roads import SiteRoads, roads_of
from optimizer.review.stays import case_minutes
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
    is_last
        Whether it is known that nothing else stands in the way.
    """

    hindrance: Hindrance
    values: Mapping[str, Any] = field(default_factory=dict)
    minutes: int = 0
    dates: tuple[date, ...] = ()
    is_last: bool = False


class IdleTeams:
    """Teams with nothing else to do: which of them could serve which site, and why not.

    What was found is kept: many sites ask the same of teams that are alike.
    """

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self.scenario, self.travel = scenario, travel
        self._reaches: dict[tuple[object, ...], Reach] = {}
        self._last_roads: tuple[str, SiteRoads] | None = None
        self._trips: dict[tuple[object, ...], Trip | None] = {}
        self._obstacles: dict[tuple[object, ...], Obstacle] = {}

    def reach(self, team: Team) -> Reach:
        """Where the team could be on each date."""
        alike = _alike(team)
        if alike not in self._reaches:
            self._reaches[alike] = reach_of(self.scenario, self.travel, team)
        return self._reaches[alike]

    def ways(self, team: Team, site: Site, service: Service) -> Passage:
        """The team's ways to a site for one case."""
        visit = site, one_case_min(team, site, service)
        return Passage.of(self.scenario, self.travel, self.reach(team), self._roads(site), visit)

    def trip(self, team: Team, site: Site, service: Service) -> Trip | None:
        """The shortest trip on which the team, were it fit, serves one case; None if there is none."""
        asked = _asked(team, site, service)
        if asked not in self._trips:
            length_min = one_case_min(team, site, service)
            windows = _windows(self.scenario, team, site, length_min)
            is_hopeless = _shared_min(windows, team.shift) < length_min or is_surely_too_far(
                self.travel, self.reach(team), self._roads(site), length_min
            )
            self._trips[asked] = None if is_hopeless else self.ways(team, site, service).trip()
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
        found = self.obstacle(unresting, site, service)
        # The break may stand in the way besides.
        return replace(found, is_last=False) if found else Obstacle(Hindrance.BREAK, pause)

    def _of_rested(self, team: Team, site: Site, service: Service) -> Obstacle:
        """The obstacle of a team that takes no break."""
        dates = sorted(self.scenario.open_dates(site))
        if not dates:
            return Obstacle(Hindrance.NO_DATES)
        length_min = one_case_min(team, site, service)
        longest_min = {day: longest_window_min(self.scenario, site, day) for day in dates}
        long_enough = tuple(day for day in dates if longest_min[day] >= length_min)
        if not any(longest_min.values()):
            return Obstacle(Hindrance.CLOSED, {"dates": tuple(dates)})
        if not long_enough:
            values = {"longest": max(longest_min.values()), "needed": length_min}
            return Obstacle(Hindrance.SHORT_WINDOW, values)
        if not team.dates & set(long_enough):
            return Obstacle(Hindrance.OFF, {"dates": long_enough}, dates=long_enough)
        return self._on_the_way(team, site, service)

    def _on_the_way(self, team: Team, site: Site, service: Service) -> Obstacle:
        """The obstacle of a team that works on a date on which a window is long enough."""
        if not self._has_way(team, site, service):
            rested = replace(team, max_nights=self.scenario.horizon.days)
            is_near = self.ways(rested, site, service).has_way
            return Obstacle(Hindrance.NIGHTS if is_near else Hindrance.NO_ROAD, {"nights": team.max_nights})
        length_min = one_case_min(team, site, service)
        windows = _windows(self.scenario, team, site, length_min)
        if _shared_min(windows, team.shift) < length_min:
            return Obstacle(Hindrance.OUTSIDE_SHIFT, {"windows": windows, "shift": team.shift})
        return _of_time(self.ways(team, site, service), windows)

    def _has_way(self, team: Team, site: Site, service: Service) -> bool:
        """Whether roads and nights allow any way; straight from the base and back is looked at first."""
        days = [
            day for day in self.scenario.open_dates(site) & team.dates if self.scenario.windows(site, day)
        ]
        there_and_back = (
            self.travel.leg(team.vehicle, day, team.base, site.id)
            and self.travel.leg(team.vehicle, day, site.id, team.base)
            for day in days
        )
        return any(there_and_back) or self.ways(team, site, service).has_way

    def _roads(self, site: Site) -> SiteRoads:
        """The legs to a site and on; of the last one asked for they are kept."""
        if self._last_roads is None or self._last_roads[0] != site.id:
            self._last_roads = site.id, roads_of(self.travel, self.travel.numbers[site.id])
        return self._last_roads[1]


def one_case_min(team: Team, site: Site, service: Service) -> int:
    """Length of a visit for one case."""
    return visit_minutes(site, case_minutes(service), team.stations)


def _windows(scenario: Scenario, team: Team, site: Site, length_min: int) -> tuple[Window, ...]:
    """Different windows of the dates on which the team works, long enough for a visit."""
    windows = (
        window
        for day in sorted(scenario.open_dates(site) & team.dates)
        for window in scenario.windows(site, day)
        if window.end_min - window.start_min >= length_min
    )
    return tuple(dict.fromkeys(windows))


def _shared_min(windows: Iterable[Window], shift: Window) -> int:
    """The longest stretch of a window that lies in the shift; 0 if none does."""
    shared = (min(one.end_min, shift.end_min) - max(one.start_min, shift.start_min) for one in windows)
    return max((0, *shared))


def _of_time(ways: Passage, windows: tuple[Window, ...]) -> Obstacle:
    """The obstacle of a team that works on the right dates and hours, and has a road."""
    team, length_min = ways.reach.team, ways.length_min
    shift = team.shift
    limits = limit_min(team.max_work_minutes), limit_min(team.max_drive_minutes)
    long_day = ways.trip(max_work=MINUTES_PER_DAY)
    if long_day is not None:
        minutes = long_day.to_min + long_day.on_min + length_min
        return Obstacle(Hindrance.WORK, {"minutes": minutes, "limit": limits[0]}, minutes, is_last=True)
    long_drive = ways.trip(max_drive=MINUTES_PER_DAY, least="drive")
    if long_drive is not None:
        minutes = long_drive.drive_min
        return Obstacle(Hindrance.DRIVE, {"minutes": minutes, "limit": limits[1]}, minutes, is_last=True)
    endless = Window(shift.start_min, _ENDLESS_MIN)
    late = ways.trip(shift=endless, max_work=_ENDLESS_MIN, max_drive=_ENDLESS_MIN, least="arrive")
    if late is None:
        there_min = ways.least_minutes_there()
        return Obstacle(Hindrance.MISSED, {"there": there_min, "windows": windows}, there_min)
    if late.arrive_min <= shift.end_min:
        minutes = late.to_min + late.on_min + length_min
        return Obstacle(Hindrance.WORK, {"minutes": minutes, "limit": limits[0]}, minutes)
    spent = {"to": late.to_min, "work": length_min, "on": late.on_min, "arrive": late.arrive_min}
    known = {"shift_end": shift.end_min, "nights": team.max_nights}
    return Obstacle(Hindrance.LATE, spent | known, late.arrive_min)


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
        team.home_when_off,
    )


def _asked(team: Team, site: Site, service: Service) -> tuple[object, ...]:
    """What must be the same for two questions to have the same answer."""
    open_when = site.hours, site.release, site.deadline
    return (*_alike(team), site.id, open_when, one_case_min(team, site, service))
