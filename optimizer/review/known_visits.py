"""Which visits of two plans are the same one: those of the same team, on the same date, to the same site.

At another hour, or for other cases, a visit is still the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from optimizer.domain.plan import Route, Visit

Known = tuple[str, date, str]
"""Team, date and site of a visit."""


def known_visits(routes: Iterable[Route]) -> dict[Known, list[Visit]]:
    """Visits by what they are known by; a team may come to a site more than once on a date."""
    visits: dict[Known, list[Visit]] = {}
    for route in routes:
        for visit in route.visits:
            visits.setdefault((route.team, route.date, visit.site), []).append(visit)
    return visits
