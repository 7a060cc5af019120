"""What the format has and this version cannot do: told, never ignored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm, SiteForm

_SECTIONS = ("officers", "crews", "posts", "pins", "record", "gather", "shuttles")
_SOURCES = frozenset({"estimate", "matrix"})


def check_supported(form: ScenarioForm, sites: Sequence[SiteForm], findings: Findings) -> None:
    """Tell of every key in use whose rule this version does not know."""
    for key, where in _in_use(form, sites):
        findings.add("E130", where, key=key)


def _in_use(form: ScenarioForm, sites: Sequence[SiteForm]) -> Iterator[tuple[str, Where]]:
    for section in _SECTIONS:
        if getattr(form, section):
            yield section, form.where(section)
    for key in ("unevenness", "change"):
        if getattr(form.objective, key):
            yield f"objective.{key}", form.objective.where(key)
    if form.travel is not None and form.travel.source not in _SOURCES:
        yield f"travel.source: {form.travel.source}", form.travel.where("source")
    for service in form.services.values():
        if service.then is not None:
            yield "then", service.where("then")
    for team in form.teams or ():
        if team.break_ is not None:
            yield "break", team.where("break")
        if team.end_anywhere:
            yield "end_anywhere", team.where("end_anywhere")
    for site in sites:
        if site.max_teams is not None:
            yield "max_teams", site.where("max_teams")
