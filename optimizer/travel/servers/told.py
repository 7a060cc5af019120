"""What is to be told about places that a server joins to far roads: it does not count the way there."""

from __future__ import annotations

from optimizer.domain.errors import Finding, Severity, Where
from optimizer.domain.scenario import Scenario
from optimizer.travel.roads.snapping import FAR_M
from optimizer.travel.roads.told import Moving, Places, vehicles_by_movement, visited_joins
from optimizer.travel.servers.source import ServerRoads


def server_findings(scenario: Scenario, roads: ServerRoads) -> tuple[Finding, ...]:
    """A warning for every way of moving: ``T205``, joined to a road that is far away."""
    found = []
    for movement, vehicles in vehicles_by_movement(scenario).items():
        made = roads.told(min(vehicles), scenario.horizon.start)
        far = [one for one in visited_joins(scenario, vehicles, made) if one[1].walk_m > FAR_M]
        if far:
            values = {"moving": Moving(movement), "count": len(far), "places": Places(far)}
            found.append(Finding("T205", Severity.WARNING, Where(key="travel.url"), values))
    return tuple(found)
