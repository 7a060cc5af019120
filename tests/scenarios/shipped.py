"""The scenarios that ship with the project, and the scripts beside them."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from optimizer.crews.first import estimated_crews
from optimizer.crews.form import Formed
from optimizer.crews.solving import Effort
from optimizer.domain.forming import formed, with_likely_teams
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, solve
from optimizer.intake import read_scenario
from optimizer.review.check import check_promises, check_routes
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix

ROOT = Path(__file__).parents[2]
FOLDERS = {file.parent.name: file.parent for file in sorted((ROOT / "scenarios").glob("*/scenario.yaml"))}


FORMING = 8.0
"""Effort for crews, by the solver's own clock."""


@cache
def shipped(name: str) -> Scenario:
    """The scenario of one folder, with the teams that the estimate forms where it has officers."""
    scenario = read_scenario(FOLDERS[name]).scenario
    return scenario if scenario.crewing is None else formed(scenario, crews_of(name).crews)


@cache
def crews_of(name: str) -> Formed:
    """The crews that the estimate forms from the officers of one folder."""
    scenario = read_scenario(FOLDERS[name]).scenario
    travel = build_matrix(with_likely_teams(scenario))
    return estimated_crews(scenario, travel, Effort(seconds=FORMING, is_repeatable=True))


@cache
def travel_of(name: str) -> TravelMatrix:
    """Its travel matrix."""
    return build_matrix(shipped(name))


@cache
def routes_found(name: str, iterations: int) -> tuple[Route, ...]:
    """The routes of a short search, valid and with every promise kept."""
    scenario, travel = shipped(name), travel_of(name)
    found = solve(scenario, travel, Options(seconds=None, iterations=iterations), pins=scenario.pins)
    assert check_routes(scenario, travel, found.routes) == ()
    assert check_promises(scenario, found.routes, ()) == ()
    return found.routes


def outstanding(name: str, *services: str, commune: str | None = None) -> int:
    """Cases of some services outstanding whatever is planned, over all sites or those of one commune."""
    scenario = shipped(name)
    return sum(
        scenario.outstanding(site, service)
        for site in scenario.sites.values()
        if commune in {None, site.commune}
        for service in services
    )


def script(path: str) -> ModuleType:
    """A script of the project as a module; its folder is on the import path meanwhile."""
    file = ROOT / path
    with patch.object(sys, "path", [str(file.parent), *sys.path]):
        return import_module(file.stem)
