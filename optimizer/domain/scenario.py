"""A campaign as the planner describes it, checked and with every default filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from optimizer.domain.calendar import ALL_DAY, Horizon, Hours, Window
from optimizer.domain.crews import Crewing
from optimizer.domain.places import Place, Site
from optimizer.domain.promises import EarlierPlan, Pin, WorkDone
from optimizer.domain.roads import RoadClosure, RoadMap, RouteServer
from optimizer.domain.services import FollowUp, Service
from optimizer.domain.teams import Break, Team, Vehicle
from optimizer.domain.turnout import Gathering, Shuttle
from optimizer.domain.ways import Closure, LegTable, Link
from optimizer.language import Language

__all__ = [
    "Break",
    "Closure",
    "EarlierPlan",
    "FollowUp",
    "Gathering",
    "LegTable",
    "Link",
    "Objective",
    "Pin",
    "Place",
    "Scenario",
    "Service",
    "Shuttle",
    "Site",
    "Team",
    "Vehicle",
    "WorkDone",
]


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
    crewing
        Officers and the rules by which teams are formed from them; None where teams are given.
        `teams` is empty until they are formed.
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
    crewing: Crewing | None = None
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
