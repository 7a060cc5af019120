"""A plan in the drawn valley: a team goes to the hamlet, around the circle and to the island."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options
from optimizer.intake import read_scenario
from optimizer.planning import make_plan
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests.cli.on_roads import write_on_roads

FIRST_DAY = date(2023, 4, 24)


def papers_on_roads(folder: Path, **spots: tuple[float, float]) -> tuple[Plan, Scenario, TravelMatrix]:
    """The plan with its scenario, read from `folder`, and its travel; `spots` move its places."""
    scenario = read_scenario(write_on_roads(folder, **spots)).scenario
    travel = build_matrix(scenario)
    return make_plan(scenario, travel, Options(seconds=None, iterations=60)), scenario, travel
