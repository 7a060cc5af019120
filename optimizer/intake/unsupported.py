"""What the format has and this version cannot do: told, never ignored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm
from optimizer.intake.sections import Section

_SECTIONS = ("officers", "crews", "posts", "pins", "record", "gather", "shuttles")
_WEIGHTS = ("unevenness", "change")
_OF_SERVICES = ("then",)
_SOURCES = frozenset({"estimate", "matrix"})

ANNOUNCED: Mapping[str, Sequence[str]] = {
    "ScenarioForm": _SECTIONS,
    "ObjectiveForm": _WEIGHTS,
    "ServiceForm": _OF_SERVICES,
}
"""Keys whose use is refused, by section."""


def check_supported(form: ScenarioForm, findings: Findings) -> None:
    """Tell of every key in use whose rule this version does not know."""
    used: list[tuple[Section, str]] = [
        *((form, key) for key in _SECTIONS),
        *((form.objective, key) for key in _WEIGHTS),
        *((service, key) for service in form.services.values() for key in _OF_SERVICES),
    ]
    for section, key in used:
        if getattr(section, key):
            findings.add("E130", section.where(key), key=key)
    if form.travel is not None and form.travel.source not in _SOURCES:
        findings.add("E130", form.travel.where("source"), key=f"source: {form.travel.source}")
