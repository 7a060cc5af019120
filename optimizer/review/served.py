"""How many cases a set of routes serves: of whom, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from optimizer.domain.plan import Route

Cell = tuple[str, str]
"""The id of the site where people live and a service id."""


class Served(NamedTuple):
    """Cases of one cell that one visit serves.

    Parameters
    ----------
    home
        Id of the site where the people live.
    host
        Id of the site that the team visits: `home` itself but for guests.
    """

    home: str
    host: str
    service: str
    date: date
    cases: int


def served(routes: Iterable[Route]) -> Iterator[Served]:
    """Every entry of every visit: those of the site itself first, then those of its guests."""
    for route in routes:
        for visit in route.visits:
            for service, cases in visit.cases.items():
                yield Served(visit.site, visit.site, service, route.date, cases)
            for home, guests in visit.guests.items():
                for service, cases in guests.items():
                    yield Served(home, visit.site, service, route.date, cases)


def served_by_cell(routes: Iterable[Route]) -> Mapping[Cell, int]:
    """Cases served over all routes, by home site and service; cells not served are absent."""
    totals: dict[Cell, int] = {}
    for one in served(routes):
        cell = one.home, one.service
        totals[cell] = totals.get(cell, 0) + one.cases
    return totals


def served_by_date(routes: Iterable[Route]) -> Mapping[Cell, Mapping[date, int]]:
    """Cases served on each date, by home site and service; dates and cells without any are absent."""
    totals: dict[Cell, dict[date, int]] = {}
    for one in served(routes):
        by_date = totals.setdefault((one.home, one.service), {})
        by_date[one.date] = by_date.get(one.date, 0) + one.cases
    return totals
