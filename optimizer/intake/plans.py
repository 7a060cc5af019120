"""Plans on disk: a readable ``plan.json``, and beside it the scenario it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.errors import PlanError, ScenarioError, Where
from optimizer.domain.forming import formed
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake.collect import Findings
from optimizer.intake.freeze import fingerprint, write_frozen
from optimizer.intake.plan_file import PLAN_FILE, plan_at, plan_text, read_plan_file
from optimizer.intake.read import read_scenario
from optimizer.intake.whole_files import written_whole

SCENARIO_FOLDER = "scenario"


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan, and the scenario it was made from, with the teams of its crews if it forms them."""

    plan: Plan
    scenario: Scenario


def write_plan(plan: Plan, scenario: Scenario, folder: Path) -> Path:
    """Write a plan and the frozen copy of its scenario into `folder`; the path of the plan file.

    Raises
    ------
    ValueError
        If the plan was made from another scenario.
    OutputError
        If a file cannot be written.
    """
    if plan.scenario.sha256 != fingerprint(scenario):
        message = "the plan was made from another scenario"
        raise ValueError(message)
    write_frozen(scenario, folder / SCENARIO_FOLDER)
    path = folder / PLAN_FILE
    write_plan_file(plan, path)
    return path


def write_plan_file(plan: Plan, path: Path) -> None:
    """Write a plan's file alone, whole or not at all.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    with written_whole(path) as unfinished:
        unfinished.write_text(plan_text(plan), encoding="utf-8", newline="\n")


def read_plan(path: Path | str) -> PlanRead:
    """Read a plan from its file or its folder, with the frozen scenario beside it.

    Raises
    ------
    PlanError
        With every finding, if the plan or its scenario cannot be read.
    """
    findings = Findings()
    file = plan_at(Path(path))
    if file is None:
        findings.add("E601", Where(file=str(path)))
    plan = None if file is None else read_plan_file(file, findings)
    scenario = None if file is None else _read_frozen(file.parent / SCENARIO_FOLDER, findings)
    if plan is not None and scenario is not None and plan.scenario.sha256 != fingerprint(scenario):
        findings.add("E607", Where(file=PLAN_FILE, key="scenario.sha256"))
    if plan is not None and scenario is not None and scenario.crewing is not None:
        # Without roads to go by not even the checker can judge a team.
        for at, crew in enumerate(plan.crews, start=1):
            if crew.vehicle not in scenario.vehicles:
                where = Where(file=PLAN_FILE, key=f"crews[{at}].vehicle")
                findings.add("E608", where, name=crew.vehicle)
    if plan is None or scenario is None or findings.errors:
        raise PlanError(findings.listed())
    return PlanRead(plan, formed(scenario, plan.crews))


def _read_frozen(folder: Path, findings: Findings) -> Scenario | None:
    if not folder.is_dir():
        findings.add("E606", Where(file=folder.name))
        return None
    try:
        return read_scenario(folder).scenario
    except ScenarioError as problem:
        findings.take(problem.findings)
        return None
