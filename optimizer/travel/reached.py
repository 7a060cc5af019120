"""Everything that is to be told about a scenario's travel before a plan is made."""

from __future__ import annotations

from optimizer.domain.errors import Finding, ScenarioError, Severity
from optimizer.domain.scenario import Scenario
from optimizer.travel.cut_off import cut_off
from optimizer.travel.matrix import TravelMatrix


def travel_findings(scenario: Scenario, travel: TravelMatrix) -> tuple[Finding, ...]:
    """Warnings about places that are far from roads or cut off.

    Raises
    ------
    ScenarioError
        With every finding, if one of them is an error: a place that no road leads to.
    """
    of_roads = (*_of_roads(scenario), *_of_server(scenario))
    if any(one.severity is Severity.ERROR for one in of_roads):
        raise ScenarioError(of_roads)  # they say why; that nobody gets there follows from it
    return (*of_roads, *cut_off(scenario, travel))


def _of_roads(scenario: Scenario) -> tuple[Finding, ...]:
    if scenario.roads is None:
        return ()
    from optimizer.travel.roads.source import ExtractRoads
    from optimizer.travel.roads.told import road_findings

    return road_findings(scenario, ExtractRoads(scenario, scenario.roads))


def _of_server(scenario: Scenario) -> tuple[Finding, ...]:
    if scenario.server is None:
        return ()
    from optimizer.travel.servers.source import ServerRoads
    from optimizer.travel.servers.told import server_findings

    return server_findings(scenario, ServerRoads(scenario, scenario.server))
