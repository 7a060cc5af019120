"""Plans by hand of the shipped scenarios, in their folders."""

from __future__ import annotations

from pathlib import Path

from optimizer.crews.roster import roster
from optimizer.domain.plan import MadeBy, Plan, ScenarioStamp
from optimizer.intake import fingerprint, write_plan
from optimizer.review.figures import figures
from tests.scenarios.shipped import crews_of, script, shipped, travel_of

baseline = script("benchmarks/baseline.py")


def plan_of(name: str) -> Plan:
    """The plan by hand of one scenario."""
    scenario, travel = shipped(name), travel_of(name)
    routes = baseline.plan_by_hand(scenario, travel)
    made = crews_of(name) if scenario.crewing is not None else None
    return Plan(
        crews=made.crews if made else (),
        roster=roster(scenario, made.crews, routes, made.posted) if made else (),
        scenario=ScenarioStamp(name=scenario.name, sha256=fingerprint(scenario)),
        made_by=MadeBy(version="0.1.0", seed=1, seconds=0.0, iterations=0),
        routes=routes,
        figures=figures(scenario, travel, routes),
    )


def folder_of(name: str, folder: Path) -> Path:
    """The folder of that plan."""
    write_plan(plan_of(name), shipped(name), folder)
    return folder
