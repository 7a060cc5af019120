"""The scenario of the domain from its forms, once they are known to be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from optimizer.domain.calendar import Horizon, Hours
from optimizer.domain.scenario import (
    Closure,
    LegTable,
    Link,
    Objective,
    Place,
    Scenario,
    Service,
)
from optimizer.intake.format import ScenarioForm
from optimizer.intake.items import PlaceForm, SiteForm
from optimizer.intake.references import Names
from optimizer.intake.sites import make_site
from optimizer.intake.teams import make_teams, make_vehicles


def build_scenario(
    form: ScenarioForm,
    sites: Sequence[SiteForm],
    *,
    name: str,
    horizon: Horizon,
    hours: Mapping[str, Hours],
    legs: LegTable | None,
    names: Names,
) -> Scenario:
    """The scenario of a form in which nothing is wrong; `name` is for one without a name."""
    vehicles = make_vehicles(form.vehicles)
    return Scenario(
        name=form.name or name,
        horizon=horizon,
        services=_services(form),
        bases=_places(form.bases),
        sites={site.id: make_site(site) for site in sites},
        teams=make_teams(form.teams or (), horizon, vehicles, form.brings),
        vehicles=vehicles,
        language=form.language,
        hours=hours,
        lodgings=_places(form.lodgings),
        things=dict(form.brings),
        objective=Objective(form.objective.officer_minute, form.objective.night),
        legs=legs,
        links=_links(form, names),
        closures=_closures(form, names),
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
        )
        for service_id, service in form.services.items()
    }


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
    )
