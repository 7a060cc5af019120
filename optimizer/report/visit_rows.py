"""Every visit of a plan as one row: for a sheet that is pivoted, and for a table that machines read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Site, Team
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.review.legs import route_legs
from optimizer.travel.matrix import Leg


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit.

    Parameters
    ----------
    order
        Place of the visit in its day, from 1.
    leg
        The way there from the stop before; None where there is no road.
    """

    team: Team
    route: Route
    order: int
    visit: Visit
    site: Site
    leg: Leg | None

    @property
    def guests(self) -> int:
        """Cases of people who come from other sites."""
        return self.visit.number_of_cases - sum(self.visit.cases.values())


def visit_rows(contents: Contents) -> Iterator[VisitRow]:
    """Every visit, by team in the scenario's order, then date and time."""
    scenario = contents.scenario
    for week in contents.weeks:
        for route in week.routes:
            legs = route_legs(contents.travel, week.team, route)
            for order, (visit, leg) in enumerate(zip(route.visits, legs, strict=False), start=1):
                yield VisitRow(week.team, route, order, visit, scenario.sites[visit.site], leg)
