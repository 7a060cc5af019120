"""From a scenario's files to a scenario, or to every finding about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from optimizer.domain.calendar import Horizon, Hours
from optimizer.domain.errors import Finding, ScenarioError
from optimizer.domain.forming import numbered_ids, with_likely_teams
from optimizer.domain.scenario import LegTable, Scenario
from optimizer.intake.build import build_scenario
from optimizer.intake.collect import Findings
from optimizer.intake.coordinates import check_coordinates
from optimizer.intake.crew_sense import check_crewing, check_enough
from optimizer.intake.document import read_document
from optimizer.intake.earlier import EarlierAsked, read_earlier
from optimizer.intake.follow_ups import check_follow_ups
from optimizer.intake.format import ScenarioForm
from optimizer.intake.formulas import as_cell
from optimizer.intake.hours import resolve_hours
from optimizer.intake.keeping import check_pins
from optimizer.intake.legs import read_legs
from optimizer.intake.officer_tables import read_history, read_kits, read_officers
from optimizer.intake.officers import OfficerForm
from optimizer.intake.origins import Located
from optimizer.intake.paths import ScenarioFiles, check_tables_read, locate_scenario, locate_table
from optimizer.intake.promise_sense import check_dates, check_use
from optimizer.intake.promise_tables import read_pins, read_record
from optimizer.intake.references import Ids, Names, Rows, check_once, check_references, ids_by_section
from optimizer.intake.road_map import read_road_map, read_server
from optimizer.intake.scrub import scrub_texts
from optimizer.intake.sense import (
    check_filled,
    check_horizon,
    check_people,
    check_possible,
    check_services,
    check_sites,
    check_teams,
    check_ways,
    check_worth,
    is_known,
)
from optimizer.intake.sites import SitesRead, read_sites_table, scrub_sites_list
from optimizer.intake.teams import make_vehicles
from optimizer.intake.validate import FormRead, read_form


@dataclass(frozen=True, slots=True)
class ScenarioRead:
    """A scenario, and what should be looked at before its plan is trusted."""

    scenario: Scenario
    warnings: tuple[Finding, ...]


def read_scenario(
    path: Path | str,
    *,
    earlier: Path | str | None = None,
    freeze_until: str | None = None,
    extract: Path | str | None = None,
) -> ScenarioRead:
    """Read a scenario from its folder or its YAML file.

    Parameters
    ----------
    earlier
        Plan that is made anew: its file or folder, in place of the one that the scenario names.
    freeze_until
        Last date of the earlier plan that stands as it was, such as ``2023-04-24`` or ``24/04/2023``.

    extract
        Where the OpenStreetMap extract lies that the scenario names, if not in its folder.

    Raises
    ------
    ScenarioError
        With every finding, if any of them is an error.
    """
    findings = Findings()
    files = locate_scenario(Path(path), findings)
    document = None if files is None else read_document(files, findings)
    asked = EarlierAsked(None if earlier is None else Path(earlier), freeze_until)
    handed = None if extract is None else Path(extract)
    scenario = None if files is None or document is None else _read(files, document, asked, handed, findings)
    if scenario is None or findings.errors:
        raise ScenarioError(findings.listed())
    return ScenarioRead(scenario, findings.warnings())


def _read(
    files: ScenarioFiles, document: Located, asked: EarlierAsked, extract: Path | None, findings: Findings
) -> Scenario | None:
    """The scenario, or None after errors; every check is made, whatever the others found."""
    scrub_texts(document, findings)
    renamed = scrub_sites_list(document, findings)
    written = ids_by_section(document)
    read = read_form(document, findings)
    form = read.form
    sites = _sites(files, read, SitesRead((), written["sites"], renamed), findings)
    officers = read_officers(files.folder, form, findings)
    names = _names(written, read, sites, officers)
    horizon = check_horizon(form, findings)
    hours = _hours(form, horizon, findings)
    duties = _duties(form, horizon, findings)
    rows = Rows(
        sites.forms,
        read_pins(files.folder, form, names, horizon, findings),
        read_record(files.folder, form, names, horizon, findings),
        officers or (),
        read_history(files.folder, form, findings),
        read_kits(files.folder, form, findings),
    )
    known = horizon if is_known(horizon, read) else None
    earlier = read_earlier(files.folder, read, asked, names=names, horizon=known, findings=findings)
    _check(read, rows, horizon, findings)
    check_references(form, rows, names, findings)
    legs = _legs(files, form, names, findings)
    roads = read_road_map(files.folder, form, extract, findings)
    server = read_server(files.folder, form, extract, findings)
    tables: list[object] = [form.sites, form.travel and form.travel.file, form.pins, form.record]
    tables += [form.officers, form.history, form.kits]
    check_tables_read(files.folder, [table for table in tables if isinstance(table, str)], findings)
    if findings.errors:
        return None
    name = files.folder.resolve().name
    scenario = build_scenario(
        form,
        rows,
        name=name,
        horizon=horizon,
        hours=hours,
        legs=legs,
        roads=roads,
        server=server,
        earlier=earlier,
        names=names,
        duties=duties,
    )
    if scenario.crewing is not None:
        check_enough(scenario.crewing, form, findings)
    likely = with_likely_teams(scenario)
    check_possible(likely, form, rows, findings)
    check_pins(likely, rows.pins, findings)
    return scenario


def _sites(files: ScenarioFiles, read: FormRead, inline: SitesRead, findings: Findings) -> SitesRead:
    form = read.form
    if not isinstance(form.sites, str):
        if not form.sites and not read.spoilt("sites"):
            findings.add("E205", form.where("sites"))
        return replace(inline, forms=form.sites)
    path = locate_table(files.folder, form.sites, form.where("sites"), findings)
    services = {service_id: service.name or service_id for service_id, service in form.services.items()}
    table = None if path is None else read_sites_table(path, form.sites, services, findings)
    return table or SitesRead((), None, {})


def _names(
    written: Mapping[str, Ids], read: FormRead, sites: SitesRead, officers: Sequence[OfficerForm] | None
) -> Names:
    known = {section: None if read.lost(section) else ids for section, ids in written.items()}
    form = read.form
    if form.teams is None and (form.crews or form.posts):
        unknown = read.spoilt("crews") or read.spoilt("posts")
        known["teams"] = None if unknown else _formed_teams(form)
    return Names(
        services=known["services"],
        hours=known["hours"],
        bases=known["bases"],
        lodgings=known["lodgings"],
        sites=None if read.lost("sites") else sites.ids,
        teams=known["teams"],
        vehicles=known["vehicles"],
        things=known["brings"],
        duties=known["duties"],
        officers=None if officers is None or read.spoilt("officers") else {one.id for one in officers},
        renamed=sites.renamed,
    )


def _hours(form: ScenarioForm, horizon: Horizon, findings: Findings) -> dict[str, Hours]:
    resolved = {}
    for hours_id, entries in form.hours.items():
        where = partial(form.where, "hours", hours_id)
        resolved[hours_id] = resolve_hours(hours_id, entries, horizon, where, findings)
    return resolved


def _formed_teams(form: ScenarioForm) -> tuple[str, ...]:
    """Ids of teams that may be formed, and of posts that are teams."""
    formed = (team for crew in form.crews for team in numbered_ids(crew.id, crew.teams.most))
    return (*formed, *(post.id for post in form.posts if post.stations))


def _duties(form: ScenarioForm, horizon: Horizon, findings: Findings) -> dict[str, Hours]:
    return {
        duty_id: resolve_hours(duty_id, duty.when, horizon, partial(duty.where, "when"), findings)
        for duty_id, duty in form.duties.items()
    }


def _check(read: FormRead, rows: Rows, horizon: Horizon, findings: Findings) -> None:
    form = read.form
    for place in (*form.bases, *form.lodgings, *rows.sites):
        check_coordinates(place, findings)
    check_once(form, rows.sites, findings)
    check_filled(read, findings)
    check_services(read, findings)
    check_follow_ups(form, findings)
    check_sites(form, rows.sites, horizon, findings)
    check_worth(form, rows, findings)
    check_people(form, findings)
    if is_known(horizon, read):
        check_dates(rows, horizon, findings)
    check_use(form, rows, findings)
    check_teams(form, horizon, findings)
    check_crewing(read, rows, horizon, findings)
    check_ways(read, findings)


def _legs(files: ScenarioFiles, form: ScenarioForm, names: Names, findings: Findings) -> LegTable | None:
    travel = form.travel
    if travel is None or travel.source != "matrix" or travel.file is None:
        return None
    path = locate_table(files.folder, travel.file, travel.where("file"), findings)
    if path is None or names.places is None:
        return None
    places = {place: number for number, place in enumerate(names.places)}
    places |= {old: places[new] for old, new in names.renamed.items()}
    places |= {as_cell(place): number for place, number in places.items()}
    vehicles = {vehicle: number for number, vehicle in enumerate(make_vehicles(form.vehicles))}
    vehicles |= {as_cell(vehicle): number for vehicle, number in vehicles.items()}
    return read_legs(path, travel.file, places, vehicles, findings)
