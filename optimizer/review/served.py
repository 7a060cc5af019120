"""How many cases a set of routes serves, site by site and service by service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from optimizer.domain.plan import Route

Cell = tuple[str, str]
"""A site id and a service id."""


def served_by_cell(routes: Iterable[Route]) -> Mapping[Cell, int]:
    """Cases served over all routes, by site id and service id; cells not served are absent."""
    served: dict[Cell, int] = {}
    for route in routes:
        for visit in route.visits:
            for service, cases in visit.cases.items():
                served[visit.site, service] = served.get((visit.site, service), 0) + cases
    return served
