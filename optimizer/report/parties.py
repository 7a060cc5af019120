"""Who comes to a visit from other sites, and who is brought there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.domain.plan import Plan, Route, Visit
from optimizer.domain.scenario import Scenario
from optimizer.review.catchment import Catchment


@dataclass(frozen=True, slots=True)
class Party:
    """The people of one site who are served at one visit elsewhere.

    Parameters
    ----------
    home
        Id of the site where they live.
    cases
        Cases by service.
    by_shuttle
        Whether they are brought; else they come by themselves.
    """

    home: str
    cases: Mapping[str, int]
    by_shuttle: bool

    @property
    def number_of_cases(self) -> int:
        """Cases of all services."""
        return sum(self.cases.values())


class Parties:
    """The parties of a scenario's visits."""

    def __init__(self, scenario: Scenario) -> None:
        self._catchment = Catchment(scenario)

    def of(self, visit: Visit) -> tuple[Party, ...]:
        """The parties of one visit, in the plan's order."""
        return tuple(
            Party(home, cases, by_shuttle=self._catchment.shuttle(home, visit.site) is not None)
            for home, cases in visit.guests.items()
        )

    def coming(self, plan: Plan) -> Iterator[tuple[Route, Visit, Party]]:
        """Every party of a plan with its visit, in the plan's order."""
        for route in plan.routes:
            for visit in route.visits:
                for party in self.of(visit):
                    yield route, visit, party
