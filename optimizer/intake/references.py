"""Ids across sections: every name that is used is given somewhere, and once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm, SiteForm
from optimizer.intake.nearest import Hint
from optimizer.intake.phrases import Phrase
from optimizer.intake.teams import DEFAULT_VEHICLE

Ids = Collection[str] | None
"""Ids that are given; None where their section could not be read, so that nothing is known."""

_SECTIONS = ("services", "hours", "bases", "lodgings", "sites", "vehicles", "brings")


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
    vehicles: Ids
    things: Ids
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


def check_references(form: ScenarioForm, sites: Iterable[SiteForm], names: Names, findings: Findings) -> None:
    """Tell of every id that is used and not given."""
    known_vehicles = (DEFAULT_VEHICLE,) if names.vehicles == () else names.vehicles
    for team in form.teams or ():
        _check("base", team.base, names.bases, team.where("base"), findings)
        if team.vehicle is not None:
            _check("vehicle", team.vehicle, known_vehicles, team.where("vehicle"), findings)
        for thing in sorted(team.brings):
            _check("thing", thing, names.things, team.where("brings"), findings)
    for site in sites:
        if site.hours is not None:
            _check("hours", site.hours, names.hours, site.where("hours"), findings)
        for vehicle in sorted(site.vehicles):
            _check("vehicle", vehicle, known_vehicles, site.where("vehicles"), findings)
        for service in site.cases:
            _check("service", service, names.services, site.where("cases", service), findings)
    for link in form.links:
        _check("place", names.place(link.from_), names.places, link.where("from"), findings)
        _check("place", names.place(link.to), names.places, link.where("to"), findings)
        if link.vehicle is not None:
            _check("vehicle", link.vehicle, known_vehicles, link.where("vehicle"), findings)
    for closure in form.closures:
        for key, place in (("from", closure.from_), ("to", closure.to), ("site", closure.site)):
            if place is not None:
                _check("place", names.place(place), names.places, closure.where(key), findings)


def _check(kind: str, wanted: str, known: Ids, where: Where, findings: Findings) -> None:
    if known is not None and wanted not in known:
        findings.add("E301", where, kind=Phrase(f"kind.{kind}"), id=wanted, hint=Hint(wanted, known))


def check_once(form: ScenarioForm, sites: Iterable[SiteForm], findings: Findings) -> None:
    """Tell of ids that are given twice: teams among themselves, places among all places."""
    _once(((team.id, team.where("id")) for team in form.teams or ()), findings)
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
