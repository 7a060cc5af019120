"""The ways of a day route as a map draws them: stretch by stretch, driven or by a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.legs import stops
from optimizer.travel.hops import Hop, WayFinder
from optimizer.travel.matrix import TravelMatrix

SLOWEST_FLIGHT_KMH = 200.0
"""A link that is faster than this from door to door can only be a flight."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One hop of a leg, and when it begins, in minutes since midnight."""

    hop: Hop
    depart_min: int


class Ways:
    """Finds the stretches of day routes, and of every leg but once."""

    def __init__(self, scenario: Scenario, travel: TravelMatrix) -> None:
        self._scenario = scenario
        self._travel = travel
        self.hops = cache(WayFinder(scenario, travel).hops)
        """The hops of one leg; see `WayFinder.hops`."""

    def stretches(self, route: Route) -> Iterator[Stretch]:
        """Every stretch of a day route in the order of travel.

        A leg where there is no road has none: a map of a broken plan shows a gap there.

        Raises
        ------
        KeyError
            If the route names a team, place or date that the scenario does not know.
        """
        vehicle = self._scenario.teams[route.team].vehicle
        departures = (route.depart, *(visit.finish for visit in route.visits))
        for depart_min, (origin, destination) in zip(departures, pairwise(stops(route)), strict=True):
            leg = self._travel.leg(vehicle, route.date, origin, destination)
            if leg is None:
                continue
            clock_min = _rested(route, depart_min, leg.minutes)
            for hop in self.hops(vehicle, route.date, origin, destination):
                yield Stretch(hop, clock_min)
                clock_min += hop.minutes


def _rested(route: Route, depart_min: int, minutes: int) -> int:
    """When a leg really begins that could at `depart_min`: after the break, if that would split it."""
    for taken in route.breaks:
        if depart_min <= taken.start < depart_min + minutes:
            return taken.start + taken.minutes
    return depart_min


def is_flight(hop: Hop) -> bool:
    """Whether a hop is too fast for a coach, a train or a ferry."""
    return hop.by_link and hop.minutes > 0 and hop.metres * 0.06 / hop.minutes >= SLOWEST_FLIGHT_KMH
