"""From files to scenarios and plans, and back: every finding at once, nothing guessed."""

from __future__ import annotations

from optimizer.intake.freeze import fingerprint
from optimizer.intake.plans import PlanRead, read_plan, write_plan
from optimizer.intake.read import ScenarioRead, read_scenario
from optimizer.intake.schemas import plan_schema, scenario_schema
from optimizer.intake.starter import write_starter

__all__ = [
    "PlanRead",
    "ScenarioRead",
    "fingerprint",
    "plan_schema",
    "read_plan",
    "read_scenario",
    "scenario_schema",
    "write_plan",
    "write_starter",
]
