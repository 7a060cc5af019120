"""Officers, what they do besides, and the rules by which teams are formed from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.teams import Break

STATIONS = "stations"
"""The kind of kit that capture kits are; other kinds are things brought and vehicles."""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person who may be in a team or at a post, known by a code.

    Parameters
    ----------
    level
        Seniority; a team may ask for one of a level or above.
    duties
        Ids of the duties that keep this officer busy at their times.
    max_days
        Most dates of the horizon on which this officer works; None for no limit.
    """

    id: str
    name: str
    unit: str = ""
    skills: frozenset[str] = frozenset()
    level: int = 0
    days_off: frozenset[date] = frozenset()
    duties: tuple[str, ...] = ()
    max_days: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """What keeps officers from teams and posts at its times."""

    id: str
    name: str
    when: Hours


@dataclass(frozen=True, slots=True)
class Worked:
    """What an officer worked in earlier weeks.

    Parameters
    ----------
    in_a_row
        Dates worked right before the horizon, without one between.
    rests_until
        Last date of rest after nights away before the horizon; its dates are among the officer's days off.
    """

    days_away: int = 0
    evenings: int = 0
    weekends: int = 0
    in_a_row: int = 0
    rests_until: date | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From `least` to `most`, both included."""

    least: int
    most: int

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most


@dataclass(frozen=True, slots=True)
class CrewKind:
    """Teams of one kind that are formed from officers.

    Parameters
    ----------
    teams, officers, stations
        How many teams there are, how many officers each has, and how many capture kits.
    operator
        Skill that as many members have as the team has stations; None: any member serves.
    roles
        At least so many members with each skill; a member counts for every skill it has.
    leader
        Level that at least one member has; None for none asked.
    brings, may_bring
        Things that every team has, and things that a team may be given.
    units
        Units whose officers may be members; empty for all.
    dates
        Dates of the horizon on which teams of this kind may work at all.
    """

    id: str
    name: str
    base: str
    vehicle: str
    dates: frozenset[date]
    teams: Range = Range(1, 1)
    officers: Range = Range(2, 2)
    stations: Range = Range(1, 1)
    operator: str | None = None
    roles: Mapping[str, int] = field(default_factory=dict)
    leader: int | None = None
    brings: frozenset[str] = frozenset()
    may_bring: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    shift: Window = Window(7 * 60, 17 * 60 + 30)
    max_work_minutes: int | None = None
    max_drive_minutes: int | None = None
    max_nights: int = 0
    pause: Break | None = None
    end_anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post that is staffed on each of its dates; with stations, a fixed collection point.

    Parameters
    ----------
    officers
        Fewest officers there on a date.
    roles
        Fewest of them with each skill.
    base, vehicle
        Base where its stations stand, and the vehicle that its team would have; None without stations.
    """

    id: str
    name: str
    hours: Window
    dates: frozenset[date]
    officers: int = 1
    roles: Mapping[str, int] = field(default_factory=dict)
    units: frozenset[str] = frozenset()
    base: str | None = None
    vehicle: str | None = None
    stations: int = 0


@dataclass(frozen=True, slots=True)
class Rest:
    """Limits of an officer's working dates; None for no limit.

    Parameters
    ----------
    after_nights
        Dates without work after coming back from nights away.
    """

    days_in_a_row: int | None = None
    days_a_week: int | None = None
    after_nights: int = 0


@dataclass(frozen=True, slots=True)
class Fairness:
    """Points of the first day away, evening and weekend of an officer; the n-th weighs n times as much."""

    day_away: int = 1
    evening: int = 1
    weekend: int = 2


@dataclass(frozen=True, slots=True)
class Crewing:
    """Who there is, what there is, and how teams are to be formed.

    Parameters
    ----------
    kits
        How many there are in all, by kind: `STATIONS`, a thing brought or a vehicle.  A kind
        that is not listed is not counted.
    together, apart
        Ids of officers who wish to be in one team, and of those no two of whom do.
    """

    officers: Mapping[str, Officer]
    kinds: Mapping[str, CrewKind]
    duties: Mapping[str, Duty] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)
    kits: Mapping[str, int] = field(default_factory=dict)
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    rest: Rest = Rest()
    fairness: Fairness = Fairness()
    history: Mapping[str, Worked] = field(default_factory=dict)

    def is_free(self, officer: Officer, hours: Window, day: date) -> bool:
        """Whether neither a day off nor a duty keeps an officer from work in these hours of a date."""
        return day not in officer.days_off and not any(
            window.start_min < hours.end_min and hours.start_min < window.end_min
            for duty in officer.duties
            for window in self.duties[duty].when.on(day)
        )

    def worked_by(self, officer_id: str) -> Worked:
        """What an officer worked in earlier weeks; nothing where it is not recorded."""
        return self.history.get(officer_id, Worked())


def is_weekend(horizon: Horizon, day: date) -> bool:
    """Whether a date is a Saturday, a Sunday or a holiday."""
    return day.weekday() >= 5 or day in horizon.holidays
