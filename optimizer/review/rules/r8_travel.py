"""R8 travel: times and distances are those of the travel matrix; no road is no road, never zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, place_name, route_breach
from optimizer.review.legs import stops
from optimizer.travel.matrix import Leg


def roads_exist(scenario: Scenario, route: Route, legs: Sequence[Leg | None]) -> Iterator[Breach]:
    """There is a way from each stop to the next."""
    for leg, (origin, destination) in zip(legs, pairwise(stops(route)), strict=True):
        if leg is None and origin in scenario.places and destination in scenario.places:
            yield route_breach(
                scenario,
                route,
                "R8.no_road",
                origin=place_name(scenario, origin),
                destination=place_name(scenario, destination),
            )


def arrivals_after_travel(scenario: Scenario, route: Route, legs: Sequence[Leg | None]) -> Iterator[Breach]:
    """Nobody arrives sooner than the leg takes from leaving the stop before it."""
    leaves_min = (route.depart, *(visit.finish for visit in route.visits))
    arrives_min = (*(visit.arrive for visit in route.visits), route.arrive)
    for leg, leave_min, arrive_min, place in zip(
        legs, leaves_min, arrives_min, stops(route)[1:], strict=True
    ):
        if leg is not None and arrive_min < leave_min + leg.minutes:
            yield route_breach(
                scenario,
                route,
                "R8.too_soon",
                place=place_name(scenario, place),
                arrive=format_clock(arrive_min),
                earliest=format_clock(leave_min + leg.minutes),
                leave=format_clock(leave_min),
                minutes=leg.minutes,
            )


def sums_stated(scenario: Scenario, route: Route, legs: Sequence[Leg | None]) -> Iterator[Breach]:
    """The route's kilometres (to three decimals) and travel minutes are the sums of its legs."""
    known = [leg for leg in legs if leg is not None]
    if len(known) < len(legs):
        return
    km = sum(leg.metres for leg in known) / 1000
    travel_min = sum(leg.minutes for leg in known)
    if route.km != km:
        yield route_breach(scenario, route, "R8.km", stated=route.km, real=km)
    if route.travel_minutes != travel_min:
        yield route_breach(scenario, route, "R8.travel_minutes", stated=route.travel_minutes, real=travel_min)
