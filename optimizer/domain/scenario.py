"""A campaign as the planner describes it, checked and with every default filled in."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from optimizer.domain.calendar import ALL_DAY, Horizon, Hours, Window
from optimizer.domain.plan import Route
from optimizer.domain.roads import Movement, RoadClosure, RoadMap, RouteServer
from optimizer.language import Language


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The service that each case served makes outstanding at its home site, `after_days` later."""

    service: str
    after_days: int


@dataclass(frozen=True, slots=True)
class Service:
    """A procedure that stations perform for people.

    Parameters
    ----------
    minutes
        Minutes of one station per case; None for a service that is not plannable.
    value_dong
        Worth of one case served, before a site's priority.
    needs
        What the site must offer or the team bring: power, network.
    requires
        Skills that the team must have.
    plannable
        False for cases that are only counted, such as people away with no known address.
    then
        What has to follow; None for nothing.
    """

    id: str
    name: str
    minutes: int | None
    value_dong: int = 300_000
    needs: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    plannable: bool = True
    then: FollowUp | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map, in degrees (WGS 84): a base, a lodging or a site."""

    id: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Site(Place):
    """A place where cases are outstanding.

    Parameters
    ----------
    cases
        Outstanding cases by service id; only positive counts are listed.
    hours
        Id of the hours in which people can be met; None for all day of every date.
    lacks
        What the site does not have: power, network.
    requires
        Skills a team must have to work here.
    lodging
        Whether a team may sleep here.
    priority
        Multiplies the value of each case.
    release, deadline
        First and last date on which cases may be served.
    setup_minutes
        Minutes between arriving at work and the first case, on every visit.
    vehicles
        Ids of the vehicles that can reach the site; empty for any.
    max_teams
        Most teams at work here at the same moment; None for no limit.
    """

    commune: str = ""
    cases: Mapping[str, int] = field(default_factory=dict)
    hours: str | None = None
    lacks: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    lodging: bool = False
    priority: float = 1.0
    release: date | None = None
    deadline: date | None = None
    setup_minutes: int = 20
    vehicles: frozenset[str] = frozenset()
    max_teams: int | None = None


@dataclass(frozen=True, slots=True)
class Vehicle:
    """How a team moves: speed in km/h, road length per straight line, running cost.

    `movement` decides which roads of an extract it may use, and how fast; `speed_kmh` and
    `detour` belong to the estimate.
    """

    id: str
    speed_kmh: float = 28.0
    detour: float = 1.6
    dong_per_km: int = 4000
    movement: Movement = Movement.CAR


@dataclass(frozen=True, slots=True)
class Break:
    """A break of so many minutes that a team must take each day it has a route.

    It begins within `between`, both ends included, and overlaps neither travel nor service.
    """

    minutes: int
    between: Window


@dataclass(frozen=True, slots=True)
class Team:
    """Officers who travel and work together.

    Parameters
    ----------
    base
        Id of the base where the team lives.
    stations
        Capture kits that work in parallel.
    makes_up_for
        What the team can offer where a site lacks it, from what it brings.
    dates
        Dates of the horizon on which the team may have a route.
    max_work_minutes, max_drive_minutes
        Most minutes of a day spent travelling and working, and spent driving; None for no limit.
    max_nights
        Most consecutive nights away from base.
    pause
        The break that the team must take on each day with a route; None for none.
    end_anywhere
        Whether the last day of the horizon may end at any lodging; the night after it is not counted.
    """

    id: str
    name: str
    base: str
    vehicle: str
    dates: frozenset[date]
    officers: int = 2
    stations: int = 1
    skills: frozenset[str] = frozenset()
    brings: frozenset[str] = frozenset()
    makes_up_for: frozenset[str] = frozenset()
    shift: Window = Window(7 * 60, 17 * 60 + 30)
    max_work_minutes: int | None = None
    max_drive_minutes: int | None = None
    max_nights: int = 0
    pause: Break | None = None
    end_anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Objective:
    """What is charged against the value of cases, in đồng.

    Parameters
    ----------
    officer_minute_dong
        A minute of travel of one officer.
    night_dong
        A night of one officer away from base.
    unevenness_dong
        A minute by which a team's work differs from the mean of all teams, over the whole plan.
    change_dong
        A visit (team, date, site) that is only in the plan or only in the earlier one.
    """

    officer_minute_dong: int = 500
    night_dong: int = 500_000
    unevenness_dong: int = 0
    change_dong: int = 0


@dataclass(frozen=True, slots=True)
class Gathering:
    """People who come by themselves to a visit at a site nearby.

    Parameters
    ----------
    radius_km
        Great-circle distance within which they come, the bound included.
    turnout
        Share of a site's outstanding cases of a service that may be served away from it.
    services
        Ids of the services for which they come; empty for all.
    """

    radius_km: float
    turnout: float
    services: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shuttle:
    """People of the site `origin` who are driven to visits at the site `destination`.

    Parameters
    ----------
    turnout
        Share of the outstanding cases of a service at `origin` that may be served so; it counts
        beside what `Gathering` allows, and in its place between these two sites.
    """

    origin: str
    destination: str
    turnout: float
    dong_per_case: int = 0


@dataclass(frozen=True, slots=True)
class Pin:
    """A promise already made: a visit that must be in the plan.

    Parameters
    ----------
    start_min
        Exact start of the visit's set-up, in minutes since midnight; None for any.
    cases
        Fewest cases of the site itself to serve, by service id; empty for any.
    """

    team: str
    date: date
    site: str
    start_min: int | None = None
    cases: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkDone:
    """Cases of one service served at one site before the horizon begins."""

    date: date
    site: str
    service: str
    cases: int


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """The plan that was handed out and is now made anew.

    Parameters
    ----------
    frozen_until
        Last date of which the routes stand as they were; None if none do.
    """

    routes: tuple[Route, ...]
    frozen_until: date | None = None

    @property
    def visits(self) -> frozenset[tuple[str, date, str]]:
        """Team, date and site of every visit."""
        return frozenset((one.team, one.date, visit.site) for one in self.routes for visit in one.visits)


@dataclass(frozen=True, slots=True)
class Link:
    """A flight, coach or ferry between two places: travel that is not driving.

    Its fare replaces the charge per km.  `vehicle` is None for a link that every team may use.
    """

    origin: str
    destination: str
    minutes: int
    metres: int
    dong_per_officer: int = 0
    vehicle: str | None = None
    one_way: bool = False


@dataclass(frozen=True, slots=True)
class Closure:
    """What cannot be used from `start` to `end`, both dates included.

    Either the direct way between `places`, in both directions, or one site altogether.
    """

    places: tuple[str, str] | tuple[str]
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class LegTable:
    """Legs given as a table: parallel columns of C ints, one row per directed leg.

    `origin` and `destination` number the places in the order of `Scenario.places`,
    `vehicle` the scenario's vehicles in order, -1 for every vehicle.
    """

    origin: array[int]
    destination: array[int]
    minutes: array[int]
    metres: array[int]
    vehicle: array[int]


@dataclass(frozen=True)
class Scenario:
    """Everything a plan is made from.

    Parameters
    ----------
    legs
        The given travel matrix; None where there is none.
    roads
        The extract on which travel is measured.
    server
        The routing server that is asked.  Without any of these, travel is estimated from coordinates.
    earlier
        The plan that this one replaces; None for a first plan.
    published, assumed
        Notes on which numbers were published and which are assumptions.
    """

    name: str
    horizon: Horizon
    services: Mapping[str, Service]
    bases: Mapping[str, Place]
    sites: Mapping[str, Site]
    teams: Mapping[str, Team]
    vehicles: Mapping[str, Vehicle]
    language: Language = "vi"
    hours: Mapping[str, Hours] = field(default_factory=dict)
    lodgings: Mapping[str, Place] = field(default_factory=dict)
    things: Mapping[str, frozenset[str]] = field(default_factory=dict)
    objective: Objective = field(default_factory=Objective)
    legs: LegTable | None = None
    roads: RoadMap | None = None
    server: RouteServer | None = None
    links: tuple[Link, ...] = ()
    closures: tuple[Closure, ...] = ()
    road_closures: tuple[RoadClosure, ...] = ()
    gathering: Gathering | None = None
    shuttles: tuple[Shuttle, ...] = ()
    pins: tuple[Pin, ...] = ()
    work_done: tuple[WorkDone, ...] = ()
    earlier: EarlierPlan | None = None
    published: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Bases, then lodgings, then sites, by id: the order in which places are numbered."""
        return {**self.bases, **self.lodgings, **self.sites}

    @cached_property
    def sleeping_places(self) -> Mapping[str, Place]:
        """Where a team may sleep away from its base: lodgings, and sites marked as such."""
        marked = {site.id: site for site in self.sites.values() if site.lodging}
        return {**self.lodgings, **marked}

    def windows(self, site: Site, day: date) -> tuple[Window, ...]:
        """The windows of one site on one date."""
        return ALL_DAY if site.hours is None else self.hours[site.hours].on(day)

    def open_dates(self, site: Site) -> frozenset[date]:
        """Dates of the horizon between a site's release and deadline."""
        return frozenset(
            day
            for day in self.horizon.dates()
            if (site.release is None or day >= site.release)
            and (site.deadline is None or day <= site.deadline)
        )

    def case_mdong(self, site: Site, service: Service) -> int:
        """Worth of one case at one site, in thousandths of a đồng."""
        return round(service.value_dong * site.priority * 1000)

    def due(self, site: Site, service_id: str) -> Mapping[date, int]:
        """Cases of a service at a site, by the date from which they are outstanding whatever is planned.

        Those listed are outstanding from the first date of the horizon, follow-ups of work done
        earlier from their own date on.  Follow-ups done earlier too are no longer due, the oldest
        first.  Dates are in order; those after the horizon are left out.
        """
        steps = {one.id: one.then for one in self.services.values() if one.then is not None}
        done = self._work_done_at.get(site.id, ())
        settled = sum(one.cases for one in done if one.service == service_id)
        cases: dict[date, int] = {}
        if site.cases.get(service_id, 0) > 0:
            cases[self.horizon.start] = site.cases[service_id]
        for one in sorted(done, key=lambda one: one.date):
            then = steps.get(one.service)
            if then is None or then.service != service_id:
                continue
            left = max(0, one.cases - settled)
            settled = max(0, settled - one.cases)
            day = max(self.horizon.start, one.date + timedelta(days=then.after_days))
            if left > 0 and day in self.horizon:
                cases[day] = cases.get(day, 0) + left
        return dict(sorted(cases.items()))

    @cached_property
    def _work_done_at(self) -> Mapping[str, list[WorkDone]]:
        by_site: dict[str, list[WorkDone]] = {}
        for one in self.work_done:
            by_site.setdefault(one.site, []).append(one)
        return by_site

    def outstanding(self, site: Site, service_id: str) -> int:
        """Cases of a service at a site that do not depend on the plan."""
        return sum(self.due(site, service_id).values())

    @cached_property
    def outstanding_cases(self) -> int:
        """Plannable cases outstanding whatever is planned; follow-ups that the plan itself makes are not."""
        services = [service.id for service in self.services.values() if service.plannable]
        return sum(self.outstanding(site, service) for site in self.sites.values() for service in services)
