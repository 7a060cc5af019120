"""The scenario format ``luudong/1``: every section and key, with its default and its meaning.

These models say how a scenario is written; what it means to the planner is in
`optimizer.domain.scenario`.  The JSON Schema and the reference page are made from them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from optimizer.intake.crews import CrewForm, PostForm
from optimizer.intake.fields import MOST_DONG, Id, Name, Notes, Real, Sha256, Tag, Tags, Whole, YesNo
from optimizer.intake.gathering import GatherForm, ShuttleForm
from optimizer.intake.items import PlaceForm, ServiceForm, SiteForm, TeamForm, VehicleForm
from optimizer.intake.officers import (
    DutyForm,
    FairnessForm,
    HistorySource,
    KitsSource,
    OfficersSource,
    RestForm,
)
from optimizer.intake.promises import EarlierForm, PinsSource, RecordSource
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Date, Windows

SCENARIO_FORMAT = "luudong/1"
MOST_DAYS = 62


class HorizonForm(Section):
    """The consecutive dates that are planned."""

    start: Date = about("schema.horizon.start")
    days: Whole = about("schema.horizon.days", unit="days")
    holidays: tuple[Date, ...] = about("schema.horizon.holidays", ())


class TravelForm(Section):
    """Where minutes and kilometres between places come from."""

    source: Literal["estimate", "matrix", "roads", "osrm", "valhalla"] = about("schema.travel.source")
    file: Name | None = about("schema.travel.file", None)
    speeds: Name | None = about("schema.travel.speeds", None)
    sha256: Sha256 | None = about("schema.travel.sha256", None)
    url: Name | None = about("schema.travel.url", None)


class LinkForm(Section):
    """A flight, coach or ferry between two places: travel that is not driving."""

    from_: Id = about("schema.link.from", alias="from")
    to: Id = about("schema.link.to")
    minutes: Whole = about("schema.link.minutes", unit="min", ge=0, le=14_400)
    km: Real = about("schema.link.km", 0.0, unit="km", ge=0, le=40_000)
    dong_per_officer: Whole = about(
        "schema.link.dong_per_officer", 0, unit="đ per officer", ge=0, le=MOST_DONG
    )
    vehicle: Tag | None = about("schema.link.vehicle", None)
    one_way: YesNo = about("schema.link.one_way", default=False)


class ClosureForm(Section):
    """A way between two places, a site, or a road of the extract that cannot be used for some dates."""

    from_: Id | None = about("schema.closure.from", None, alias="from")
    to: Id | None = about("schema.closure.to", None)
    site: Id | None = about("schema.closure.site", None)
    way: Whole | None = about("schema.closure.way", None, ge=1, le=2**62)
    road: Name | None = about("schema.closure.road", None)
    lat: Real | None = about("schema.closure.lat", None, unit="°", ge=-90, le=90)
    lon: Real | None = about("schema.closure.lon", None, unit="°", ge=-180, le=180)
    radius_m: Real = about("schema.closure.radius_m", 50.0, unit="m", gt=0, le=50_000)
    start: Date = about("schema.closure.start")
    end: Date = about("schema.closure.end")

    @property
    def is_on_roads(self) -> bool:
        """Whether it closes roads of an extract, and not a way between places or a site."""
        return any(one is not None for one in (self.way, self.road, self.lat, self.lon))


class ObjectiveForm(Section):
    """What is charged against the value of cases."""

    officer_minute: Whole = about("schema.objective.officer_minute", 500, unit="đ", ge=0, le=10_000_000)
    night: Whole = about("schema.objective.night", 500_000, unit="đ", ge=0, le=MOST_DONG)
    unevenness: Whole = about("schema.objective.unevenness", 0, unit="đ", ge=0, le=10_000_000)
    change: Whole = about("schema.objective.change", 0, unit="đ", ge=0, le=MOST_DONG)


SitesSource = Annotated[TableFile | Annotated[tuple[SiteForm, ...], InList], FileOrList]


class ScenarioForm(Section):
    """A scenario file."""

    format: str = about("schema.scenario.format")
    name: Name | None = about("schema.scenario.name", None)
    language: Literal["vi", "en"] = about("schema.scenario.language", "vi")
    horizon: HorizonForm = about("schema.scenario.horizon")
    services: dict[Tag, ServiceForm] = about("schema.scenario.services")
    hours: dict[Id, dict[str, Windows]] = about("schema.scenario.hours", {})
    bases: tuple[PlaceForm, ...] = about("schema.scenario.bases")
    lodgings: tuple[PlaceForm, ...] = about("schema.scenario.lodgings", ())
    sites: SitesSource = about("schema.scenario.sites")
    teams: tuple[TeamForm, ...] | None = about("schema.scenario.teams", None)
    brings: dict[Tag, Tags] = about("schema.scenario.brings", {})
    vehicles: dict[Tag, VehicleForm] = about("schema.scenario.vehicles", {})
    travel: TravelForm | None = about("schema.scenario.travel", None)
    links: tuple[LinkForm, ...] = about("schema.scenario.links", ())
    closures: tuple[ClosureForm, ...] = about("schema.scenario.closures", ())
    objective: ObjectiveForm = about("schema.scenario.objective", ObjectiveForm())
    gather: GatherForm | None = about("schema.scenario.gather", None)
    shuttles: tuple[ShuttleForm, ...] = about("schema.scenario.shuttles", ())
    pins: PinsSource = about("schema.scenario.pins", ())
    record: RecordSource = about("schema.scenario.record", ())
    earlier: EarlierForm | None = about("schema.scenario.earlier", None)
    published: Notes = about("schema.scenario.published", ())
    assumed: Notes = about("schema.scenario.assumed", ())
    officers: OfficersSource | None = about("schema.scenario.officers", None)
    duties: dict[Tag, DutyForm] = about("schema.scenario.duties", {})
    history: HistorySource = about("schema.scenario.history", ())
    crews: tuple[CrewForm, ...] = about("schema.scenario.crews", ())
    kits: KitsSource = about("schema.scenario.kits", ())
    posts: tuple[PostForm, ...] = about("schema.scenario.posts", ())
    together: tuple[tuple[Id, ...], ...] = about("schema.scenario.together", ())
    apart: tuple[tuple[Id, ...], ...] = about("schema.scenario.apart", ())
    rest: RestForm = about("schema.scenario.rest", RestForm())
    fairness: FairnessForm = about("schema.scenario.fairness", FairnessForm())
