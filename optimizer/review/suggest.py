"""Which site a person means: by id or name, with or without diacritics, and what is near if it is none."""

from __future__ import annotations

import difflib

from optimizer.domain.scenario import Scenario, Site
from optimizer.intake.cleaning import fold

_MOST_SUGGESTED = 5


def site_meant(scenario: Scenario, asked: str) -> Site | None:
    """The site with this id; else the only one whose id or name is this, diacritics and case aside."""
    if asked in scenario.sites:
        return scenario.sites[asked]
    wanted = _folded(asked)
    for same in (
        [site for site in scenario.sites.values() if _folded(site.id) == wanted],
        [site for site in scenario.sites.values() if _folded(site.name) == wanted],
    ):
        if len(same) == 1:
            return same[0]
    return None


def nearest_sites(scenario: Scenario, asked: str) -> tuple[Site, ...]:
    """Sites whose id or name is most like what was asked for, the likest first; five at most."""
    wanted = _folded(asked)
    if not wanted:
        return ()
    likeness = [
        (max(_likeness(wanted, _folded(site.id)), _likeness(wanted, _folded(site.name))), site)
        for site in scenario.sites.values()
    ]
    near = sorted((one for one in likeness if one[0] >= 0.6), key=lambda one: -one[0])
    return tuple(site for _, site in near[:_MOST_SUGGESTED])


def _likeness(wanted: str, known: str) -> float:
    """From 0 to 1; what is contained whole is like, the more so the more of it there is."""
    if not known:
        return 0.0
    if wanted in known:
        return 0.8 + 0.2 * len(wanted) / len(known)
    matcher = difflib.SequenceMatcher(None, wanted, known, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= 0.6 else 0.0


def _folded(text: str) -> str:
    """Folded text with blanks, hyphens and underscores all the same."""
    return " ".join(fold(text).replace("-", " ").replace("_", " ").split())
