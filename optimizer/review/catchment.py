"""Who may come to a visit at another site than their own, and how many of them."""

from __future__ import annotations

from enum import Enum, auto
from fractions import Fraction
from math import floor

from optimizer.domain.scenario import Scenario, Service, Shuttle, Site
from optimizer.travel.estimate import great_circle_m


class Coming(Enum):
    """How people get to a visit away from home, or why they do not."""

    GATHERING = auto()
    SHUTTLE = auto()
    NOT_OFFERED = auto()
    NOT_FOR_THIS_SERVICE = auto()
    TOO_FAR = auto()

    @property
    def is_possible(self) -> bool:
        """Whether they may come at all."""
        return self in {Coming.GATHERING, Coming.SHUTTLE}


class Catchment:
    """Who may be served away from home in one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._shuttles = {(one.origin, one.destination): one for one in scenario.shuttles}
        self._metres: dict[tuple[str, str], float] = {}

    def coming(self, home: Site, host: Site, service: Service) -> Coming:
        """How cases of a plannable service come from one site to another.

        Where a shuttle runs they take it, also where they might come by themselves.
        """
        if self.shuttle(home.id, host.id) is not None:
            return Coming.SHUTTLE
        gathering = self._scenario.gathering
        if gathering is None:
            return Coming.NOT_OFFERED
        if gathering.services and service.id not in gathering.services:
            return Coming.NOT_FOR_THIS_SERVICE
        is_near = self.distance_m(home, host) <= gathering.radius_km * 1000
        return Coming.GATHERING if is_near else Coming.TOO_FAR

    def shuttle(self, home_id: str, host_id: str) -> Shuttle | None:
        """The shuttle from one site to another; None if none runs."""
        return self._shuttles.get((home_id, host_id))

    def distance_m(self, home: Site, host: Site) -> float:
        """The great circle between two sites."""
        pair = home.id, host.id
        if pair not in self._metres:
            self._metres[pair] = float(great_circle_m([home], [host])[0, 0])
        return self._metres[pair]

    def most_gathered(self, home: Site, service: Service) -> int:
        """Most cases of a site that may be served wherever they come to by themselves, over a plan."""
        gathering = self._scenario.gathering
        turnout = 0.0 if gathering is None else gathering.turnout
        return whole_share(turnout, self._scenario.outstanding(home, service.id))

    def most_shuttled(self, home: Site, host: Site, service: Service) -> int:
        """Most cases of a site that the shuttle to another may bring there, over a plan."""
        shuttle = self.shuttle(home.id, host.id)
        turnout = 0.0 if shuttle is None else shuttle.turnout
        return whole_share(turnout, self._scenario.outstanding(home, service.id))


def whole_share(turnout: float, cases: int) -> int:
    """Whole cases in a share of them: of the decimal that was written, so that 0.29 of 100 are 29."""
    return floor(Fraction(str(turnout)) * cases)
