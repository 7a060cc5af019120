"""What the scenario's closures take out of the graph on a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from optimizer.domain.scenario import Scenario
from optimizer.travel.packed import NO_ROAD, Packed


@dataclass(frozen=True, slots=True)
class Closed:
    """Direct ways and places that cannot be used, by place number.

    Parameters
    ----------
    ways
        Pairs of places between which no direct way may be used, smaller number first.
    places
        Places that cannot be entered, left or passed through.
    """

    ways: frozenset[tuple[int, int]] = frozenset()
    places: frozenset[int] = frozenset()

    def forbids(self, origin: int, destination: int) -> bool:
        """Whether a direct way between two places is closed, in either direction."""
        pair = min(origin, destination), max(origin, destination)
        return pair in self.ways or origin in self.places or destination in self.places

    def close(self, roads: Packed) -> None:
        """Take what is closed out of direct roads of shape (places, places), in place.

        The diagonal stays: a team that sleeps at a closed place is there.
        """
        for one, other in self.ways:
            roads[one, other] = roads[other, one] = NO_ROAD
        for place in self.places:
            roads[place, :] = NO_ROAD
            roads[:, place] = NO_ROAD
            roads[place, place] = 0


def closed_on(scenario: Scenario, day: date) -> Closed:
    """What is closed on one date; equal for dates with the same closures."""
    numbers = {place: number for number, place in enumerate(scenario.places)}
    ways: set[tuple[int, int]] = set()
    places: set[int] = set()
    for closure in scenario.closures:
        if not closure.start <= day <= closure.end:
            continue
        at = sorted(numbers[place] for place in closure.places)
        if len(at) == 1:
            places.add(at[0])
        elif at[0] != at[1]:
            ways.add((at[0], at[1]))
    return Closed(frozenset(ways), frozenset(places))
