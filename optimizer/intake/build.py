"""The scenario of the domain from its forms, once they are known to be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from optimizer.domain.calendar import Horizon, Hours
from optimizer.domain.roads import RoadClosure, RoadMap, RouteServer
from optimizer.domain.scenario import (
    Closure,
    EarlierPlan,
    FollowUp,
    Gathering,
    LegTable,
    Link,
    Objective,
    Pin,
    Place,
    Scenario,
    Service,
    Shuttle,
    WorkDone,
)
from optimizer.intake.crewing import make_crewing
from optimizer.intake.format import ObjectiveForm, ScenarioForm
from optimizer.intake.items import PlaceForm
from optimizer.intake.references import Names, Rows
from optimizer.intake.sites import make_site
from optimizer.intake.teams import make_teams, make_vehicles


def build_scenario(
    form: ScenarioForm,
    rows: Rows,
    *,
    name: str,
    horizon: Horizon,
    hours: Mapping[str, Hours],
    legs: LegTable | None,
    roads: RoadMap | None,
    server: RouteServer | None,
    earlier: EarlierPlan | None,
    names: Names,
    duties: Mapping[str, Hours],
) -> Scenario:
    """The scenario of a form in which nothing is wrong; `name` is for one without a name."""
    vehicles = make_vehicles(form.vehicles)
    return Scenario(
        name=form.name or name,
        horizon=horizon,
        services=_services(form),
        bases=_places(form.bases),
        sites={site.id: make_site(site) for site in rows.sites},
        teams=make_teams(form.teams or (), horizon, vehicles, form.brings),
        vehicles=vehicles,
        language=form.language,
        hours=hours,
        lodgings=_places(form.lodgings),
        things=dict(form.brings),
        objective=_objective(form.objective),
        legs=legs,
        roads=roads,
        server=server,
        links=_links(form, names),
        closures=_closures(form, names),
        road_closures=_road_closures(form),
        gathering=_gathering(form),
        shuttles=_shuttles(form, names),
        pins=_pins(rows, names),
        work_done=_work_done(rows, names),
        earlier=earlier,
        crewing=make_crewing(form, rows, horizon=horizon, vehicles=vehicles, duties=duties),
        published=form.published,
        assumed=form.assumed,
    )


def _services(form: ScenarioForm) -> dict[str, Service]:
    return {
        service_id: Service(
            id=service_id,
            name=service.name or service_id,
            minutes=service.minutes,
            value_dong=service.value,
            needs=service.needs,
            requires=service.requires,
            plannable=service.plannable,
            then=None if service.then is None else FollowUp(service.then.service, service.then.after_days),
        )
        for service_id, service in form.services.items()
    }


def _objective(form: ObjectiveForm) -> Objective:
    return Objective(
        officer_minute_dong=form.officer_minute,
        night_dong=form.night,
        unevenness_dong=form.unevenness,
        change_dong=form.change,
    )


def _places(forms: Sequence[PlaceForm]) -> dict[str, Place]:
    return {form.id: Place(form.id, form.name or form.id, form.lat, form.lon) for form in forms}


def _links(form: ScenarioForm, names: Names) -> tuple[Link, ...]:
    return tuple(
        Link(
            origin=names.place(link.from_),
            destination=names.place(link.to),
            minutes=link.minutes,
            metres=round(link.km * 1000),
            dong_per_officer=link.dong_per_officer,
            vehicle=link.vehicle,
            one_way=link.one_way,
        )
        for link in form.links
    )


def _closures(form: ScenarioForm, names: Names) -> tuple[Closure, ...]:
    return tuple(
        Closure(
            places=(names.place(closure.site),)
            if closure.site is not None
            else (names.place(closure.from_ or ""), names.place(closure.to or "")),
            start=closure.start,
            end=closure.end,
        )
        for closure in form.closures
        if not closure.is_on_roads
    )


def _road_closures(form: ScenarioForm) -> tuple[RoadClosure, ...]:
    return tuple(
        RoadClosure(
            start=closure.start,
            end=closure.end,
            way=closure.way,
            name=closure.road or "",
            lat=closure.lat,
            lon=closure.lon,
            radius_m=0.0 if closure.lat is None else closure.radius_m,
        )
        for closure in form.closures
        if closure.is_on_roads
    )


def _gathering(form: ScenarioForm) -> Gathering | None:
    gather = form.gather
    if gather is None:
        return None
    return Gathering(gather.radius_km, gather.turnout, frozenset(gather.services))


def _shuttles(form: ScenarioForm, names: Names) -> tuple[Shuttle, ...]:
    return tuple(
        Shuttle(
            origin=names.place(shuttle.from_),
            destination=names.place(shuttle.to),
            turnout=shuttle.turnout,
            dong_per_case=shuttle.dong_per_case,
        )
        for shuttle in form.shuttles
    )


def _pins(rows: Rows, names: Names) -> tuple[Pin, ...]:
    return tuple(
        Pin(
            team=pin.team,
            date=pin.date,
            site=names.place(pin.site),
            start_min=pin.start,
            cases={service: count for service, count in pin.cases.items() if count},
        )
        for pin in rows.pins
    )


def _work_done(rows: Rows, names: Names) -> tuple[WorkDone, ...]:
    return tuple(
        WorkDone(done.date, names.place(done.site), done.service, done.cases)
        for done in rows.record
        if done.cases
    )
