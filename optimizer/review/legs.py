"""The legs of a day route, as the travel matrix has them."""

from __future__ import annotations

from itertools import pairwise

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Team
from optimizer.travel.matrix import Leg, TravelMatrix


def stops(route: Route) -> tuple[str, ...]:
    """The places of a day route in order: start, sites, end."""
    return (route.start, *(visit.site for visit in route.visits), route.end)


def route_legs(travel: TravelMatrix, team: Team, route: Route) -> tuple[Leg | None, ...]:
    """The legs between the stops of a day route, one more than it has visits.

    Returns
    -------
    Each leg, or None where there is no road or a place is unknown.
    """
    return tuple(
        travel.leg(team.vehicle, route.date, origin, destination)
        if origin in travel.numbers and destination in travel.numbers
        else None
        for origin, destination in pairwise(stops(route))
    )
