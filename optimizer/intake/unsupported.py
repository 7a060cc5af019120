"""What the format has and this version cannot do: told, never ignored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm

_SECTIONS = ("officers", "crews", "posts")

ANNOUNCED: Mapping[str, Sequence[str]] = {"ScenarioForm": _SECTIONS}
"""Keys whose use is refused, by section."""


def check_supported(form: ScenarioForm, findings: Findings) -> None:
    """Tell of every key in use whose rule this version does not know."""
    for key in _SECTIONS:
        if getattr(form, key):
            findings.add("E130", form.where(key), key=key)
