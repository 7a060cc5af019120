"""The links that a vehicle may use on a date, one direction each."""

from __future__ import annotations

from typing import NamedTuple

from optimizer.domain.scenario import Scenario
from optimizer.travel.closed import Closed


class UsableLink(NamedTuple):
    """A link in one direction, by place number."""

    origin: int
    destination: int
    minutes: int
    metres: int
    fare_dong: int


def usable_links(scenario: Scenario, vehicle: str, closed: Closed) -> tuple[UsableLink, ...]:
    """The scenario's links for one vehicle, without those that are closed.

    A link that is not one way comes twice, once in each direction.
    """
    numbers = {place: number for number, place in enumerate(scenario.places)}
    usable: list[UsableLink] = []
    for link in scenario.links:
        origin, destination = numbers[link.origin], numbers[link.destination]
        if link.vehicle not in {None, vehicle} or closed.forbids(origin, destination):
            continue
        cost = link.minutes, link.metres, link.dong_per_officer
        usable.append(UsableLink(origin, destination, *cost))
        if not link.one_way:
            usable.append(UsableLink(destination, origin, *cost))
    return tuple(usable)
