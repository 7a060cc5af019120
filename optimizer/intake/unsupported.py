"""What the format has and this version cannot do: told, never ignored."""

from __future__ import annotations

from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm

_SOURCES = frozenset({"estimate", "matrix"})


def check_supported(form: ScenarioForm, findings: Findings) -> None:
    """Tell of every key in use whose rule this version does not know."""
    if form.travel is not None and form.travel.source not in _SOURCES:
        findings.add("E130", form.travel.where("source"), key=f"source: {form.travel.source}")
