"""What a scenario lists: services, bases, sites, teams, vehicles, and the keys of each."""

from __future__ import annotations

from typing import Literal

from optimizer.intake.fields import (
    MOST_DONG,
    Cases,
    Id,
    Minutes,
    Name,
    Real,
    SomeMinutes,
    SomeTeams,
    Tag,
    Tags,
    Whole,
    YesNo,
)
from optimizer.intake.sections import Section, about
from optimizer.intake.times import Date, WindowText


class ThenForm(Section):
    """What has to follow a case: so many days later it is outstanding at the same site."""

    service: Id = about("schema.then.service")
    after_days: Whole = about("schema.then.after_days", 0, unit="days", ge=0, le=366)


class ServiceForm(Section):
    """A procedure that stations perform for people."""

    name: Name | None = about("schema.service.name", None)
    minutes: SomeMinutes | None = about("schema.service.minutes", None, unit="min")
    value: Whole = about("schema.service.value", 300_000, unit="đ", ge=0, le=MOST_DONG)
    needs: Tags = about("schema.service.needs", frozenset())
    requires: Tags = about("schema.service.requires", frozenset())
    plannable: YesNo = about("schema.service.plannable", default=True)
    then: ThenForm | None = about("schema.service.then", None)


class PlaceForm(Section):
    """A base or a lodging."""

    id: Id = about("schema.place.id")
    name: Name | None = about("schema.place.name", None)
    lat: Real = about("schema.place.lat", unit="°")
    lon: Real = about("schema.place.lon", unit="°")


class SiteForm(PlaceForm):
    """A place where cases are outstanding; as a row of a table, each service is a column."""

    commune: Name = about("schema.site.commune", "")
    district: Name = about("schema.site.district", "")
    hours: Id | None = about("schema.site.hours", None)
    lacks: Tags = about("schema.site.lacks", frozenset())
    requires: Tags = about("schema.site.requires", frozenset())
    lodging: YesNo = about("schema.site.lodging", default=False)
    priority: Real = about("schema.site.priority", 1.0, ge=0, le=1000)
    release: Date | None = about("schema.site.release", None)
    deadline: Date | None = about("schema.site.deadline", None)
    max_teams: SomeTeams | None = about("schema.site.max_teams", None, unit="teams")
    setup_minutes: Minutes = about("schema.site.setup_minutes", 20, unit="min")
    vehicles: Tags = about("schema.site.vehicles", frozenset())
    cases: dict[Id, Cases] = about("schema.site.cases", {}, unit="cases")


class BreakForm(Section):
    """A break that a team must take on each day it has a route."""

    minutes: Whole = about("schema.break.minutes", unit="min", ge=1, le=1440)
    between: WindowText = about("schema.break.between")


class TeamTerms(Section):
    """What teams have in common, whether they are given or formed from officers."""

    id: Id = about("schema.team_terms.id")
    name: Name | None = about("schema.team_terms.name", None)
    base: Id = about("schema.team_terms.base")
    brings: Tags = about("schema.team_terms.brings", frozenset())
    vehicle: Tag | None = about("schema.team_terms.vehicle", None)
    shift: WindowText = about("schema.team_terms.shift", "07:00-17:30", validate_default=True)
    max_work_minutes: Minutes | None = about("schema.team_terms.max_work_minutes", None, unit="min")
    max_drive_minutes: Minutes | None = about("schema.team_terms.max_drive_minutes", None, unit="min")
    max_nights: Whole = about("schema.team_terms.max_nights", 0, unit="nights", ge=0, le=62)
    break_: BreakForm | None = about("schema.team_terms.break", None, alias="break")
    days_off: tuple[Date, ...] = about("schema.team_terms.days_off", ())
    works_holidays: YesNo = about("schema.team_terms.works_holidays", default=False)
    end_anywhere: YesNo = about("schema.team_terms.end_anywhere", default=False)


class TeamForm(TeamTerms):
    """Officers who travel and work together."""

    officers: Whole = about("schema.team.officers", 2, unit="officers", ge=1, le=100)
    stations: Whole = about("schema.team.stations", 1, ge=1, le=100)
    skills: Tags = about("schema.team.skills", frozenset())
    home_when_off: YesNo = about("schema.team.home_when_off", default=False)


class VehicleForm(Section):
    """How a team moves."""

    speed_kmh: Real = about("schema.vehicle.speed_kmh", 28.0, unit="km/h", gt=0, le=1000)
    detour: Real = about("schema.vehicle.detour", 1.6, ge=1, le=20)
    movement: Literal["car", "motorbike", "foot", "boat"] | None = about("schema.vehicle.movement", None)
    driver: Tag | None = about("schema.vehicle.driver", None)
    dong_per_km: Whole = about("schema.vehicle.dong_per_km", 4000, unit="đ/km", ge=0, le=10_000_000)
