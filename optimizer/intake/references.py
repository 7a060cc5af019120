"""Ids across sections: every name that is used is given somewhere, and once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from optimizer.domain.crews import STATIONS
from optimizer.domain.errors import Where
from optimizer.domain.forming import numbered_ids
from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm
from optimizer.intake.items import SiteForm
from optimizer.intake.nearest import Hint
from optimizer.intake.officers import HistoryForm, KitForm, OfficerForm
from optimizer.intake.phrases import Phrase
from optimizer.intake.promises import PinForm, RecordForm
from optimizer.intake.teams import DEFAULT_VEHICLE

Ids = Collection[str] | None
"""Ids that are given; None where their section could not be read, so that nothing is known."""

_SECTIONS = ("services", "hours", "bases", "lodgings", "sites", "teams", "vehicles", "brings", "duties")


@dataclass(frozen=True, slots=True)
class Names:
    """Every id of a scenario by kind, those of items with findings included.

    `renamed` maps ids of sites that named persons to the codes that stand for them.
    """

    services: Ids
    hours: Ids
    bases: Ids
    lodgings: Ids
    sites: Ids
    teams: Ids
    vehicles: Ids
    things: Ids
    duties: Ids
    officers: Ids
    renamed: Mapping[str, str]

    def place(self, wanted: str) -> str:
        """The id under which a place is known inside."""
        return self.renamed.get(wanted, wanted)

    @property
    def places(self) -> Ids:
        """Ids of bases, lodgings and sites, in the order of `Scenario.places`."""
        if self.bases is None or self.lodgings is None or self.sites is None:
            return None
        return dict.fromkeys((*self.bases, *self.lodgings, *self.sites))


@dataclass(frozen=True, slots=True)
class Rows:
    """What may be kept in tables, wherever it was written."""

    sites: Sequence[SiteForm]
    pins: Sequence[PinForm] = ()
    record: Sequence[RecordForm] = ()
    officers: Sequence[OfficerForm] = ()
    history: Sequence[HistoryForm] = ()
    kits: Sequence[KitForm] = ()


def ids_by_section(document: Mapping[str, Any]) -> dict[str, Ids]:
    """The ids of every section of a scenario file, before it is known to be right."""
    return {section: ids_written(document.get(section)) for section in _SECTIONS}


def ids_written(section: Any) -> Ids:
    """Ids in a section as read: keys of a map, `id` of items."""
    if section is None:
        return ()
    if isinstance(section, dict):
        return dict.fromkeys(map(str, section))
    if isinstance(section, list):
        return dict.fromkeys(str(item["id"]) for item in section if isinstance(item, dict) and "id" in item)
    return None


def check_references(form: ScenarioForm, rows: Rows, names: Names, findings: Findings) -> None:
    """Tell of every id that is used and not given."""
    vehicles = (DEFAULT_VEHICLE,) if names.vehicles == () else names.vehicles
    given = {
        "base": names.bases,
        "hours": names.hours,
        "place": names.places,
        "service": names.services,
        "site": names.sites,
        "team": names.teams,
        "thing": names.things,
        "vehicle": vehicles,
        "duty": names.duties,
        "officer": names.officers,
        "unit": None if names.officers is None else sorted({one.unit for one in rows.officers if one.unit}),
        "kit": None if vehicles is None or names.things is None else (STATIONS, *names.things, *vehicles),
    }
    used = chain(
        _of_teams(form),
        _of_sites(rows.sites),
        _of_ways(form, names),
        _of_services(form),
        _of_people(form, names),
        _of_crews(form),
        _of_officers(form, rows),
        _of_promises(rows, names),
    )
    for kind, wanted, where in used:
        known = given[kind]
        if wanted is not None and known is not None and wanted not in known:
            phrase = Phrase(f"kind.{kind}")
            findings.add("E301", where, kind=phrase, id=wanted, hint=Hint(wanted, known))


Use = tuple[str, str | None, Where]
"""What kind of thing is named, its id, and where."""


def _of_teams(form: ScenarioForm) -> Iterator[Use]:
    for team in form.teams or ():
        yield "base", team.base, team.where("base")
        yield "vehicle", team.vehicle, team.where("vehicle")
        for thing in sorted(team.brings):
            yield "thing", thing, team.where("brings")


def _of_sites(sites: Iterable[SiteForm]) -> Iterator[Use]:
    for site in sites:
        yield "hours", site.hours, site.where("hours")
        for vehicle in sorted(site.vehicles):
            yield "vehicle", vehicle, site.where("vehicles")
        for service in site.cases:
            yield "service", service, site.where("cases", service)


def _of_ways(form: ScenarioForm, names: Names) -> Iterator[Use]:
    for link in form.links:
        yield "place", names.place(link.from_), link.where("from")
        yield "place", names.place(link.to), link.where("to")
        yield "vehicle", link.vehicle, link.where("vehicle")
    for closure in form.closures:
        for key, place in (("from", closure.from_), ("to", closure.to), ("site", closure.site)):
            yield "place", None if place is None else names.place(place), closure.where(key)


def _of_services(form: ScenarioForm) -> Iterator[Use]:
    for service in form.services.values():
        if service.then is not None:
            yield "service", service.then.service, service.then.where("service")


def _of_people(form: ScenarioForm, names: Names) -> Iterator[Use]:
    for shuttle in form.shuttles:
        yield "site", names.place(shuttle.from_), shuttle.where("from")
        yield "site", names.place(shuttle.to), shuttle.where("to")
    if form.gather is not None:
        for wanted in form.gather.services:
            yield "service", wanted, form.gather.where("services")


def _of_crews(form: ScenarioForm) -> Iterator[Use]:
    for crew in form.crews:
        yield "base", crew.base, crew.where("base")
        yield "vehicle", crew.vehicle, crew.where("vehicle")
        for key in ("brings", "may_bring"):
            for thing in sorted(getattr(crew, key)):
                yield "thing", thing, crew.where(key)
    for post in form.posts:
        yield "base", post.base, post.where("base")
    units = [(one.units, one.where("units")) for one in form.crews]
    units += [(one.units, one.where("units")) for one in form.posts]
    for chosen, where in units:
        for unit in sorted(chosen):
            yield "unit", unit, where


def _of_officers(form: ScenarioForm, rows: Rows) -> Iterator[Use]:
    for officer in rows.officers:
        for duty in sorted(officer.duties):
            yield "duty", duty, officer.where("duties")
    for kit in rows.kits:
        yield "kit", kit.kind, kit.where("kind")
    for key in ("together", "apart"):
        for at, wish in enumerate(getattr(form, key)):
            for officer_id in wish:
                yield "officer", officer_id, form.where(key, at)


def _of_promises(rows: Rows, names: Names) -> Iterator[Use]:
    for pin in rows.pins:
        yield "team", pin.team, pin.where("team")
        yield "site", names.place(pin.site), pin.where("site")
        for service in pin.cases:
            yield "service", service, pin.where("cases", service)
    for done in rows.record:
        yield "site", names.place(done.site), done.where("site")
        yield "service", done.service, done.where("service")


def check_once(form: ScenarioForm, sites: Iterable[SiteForm], findings: Findings) -> None:
    """Tell of ids that are given twice: teams among themselves, places among all places."""
    _once(((team.id, team.where("id")) for team in form.teams or ()), findings)
    crews = {crew.id: crew for crew in form.crews}
    posts = [(post.id, post.where("id")) for post in form.posts]
    _once([*((crew.id, crew.where("id")) for crew in form.crews), *posts], findings)
    formed = [
        (team, crew.where("id")) for crew in crews.values() for team in numbered_ids(crew.id, crew.teams.most)
    ]
    _once([*formed, *(post for post in posts if post[0] not in crews)], findings)
    places = [*form.bases, *form.lodgings, *sites]
    _once(((place.id, place.where("id")) for place in places), findings)


def _once(ids: Iterable[tuple[str, Where]], findings: Findings) -> None:
    first: dict[str, Where] = {}
    for name, where in ids:
        if name in first:
            findings.add("E302", where, id=name, first=WherePhrase(first[name]))
        else:
            first[name] = where


@dataclass(frozen=True, slots=True)
class WherePhrase:
    """A place as a value of a finding."""

    where: Where

    def __format__(self, language: str) -> str:
        return self.where.text("vi" if language == "vi" else "en")
