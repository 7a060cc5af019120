"""What the week behind counts for its officers, by the plan that was handed out and what was reported."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from optimizer.cli.plan_folder import default_folder
from optimizer.domain.crews import Worked
from optimizer.domain.errors import Finding, PlanError, RecordError, Severity, Where
from optimizer.domain.scenario import Scenario
from optimizer.intake import PlanRead, read_plan
from optimizer.review.officers_worked import officers_worked


@dataclass(frozen=True, slots=True)
class Counted:
    """What officers have worked, by id; None where teams are given, or no plan tells."""

    plan: Path | None = None
    worked: Mapping[str, Worked] | None = None
    warnings: tuple[Finding, ...] = ()


def week_counted(
    scenario: Scenario, arguments: argparse.Namespace, reported: Collection[tuple[str, date]], start: date
) -> Counted:
    """What the officers of a scenario have worked by `start`.

    The plan is the one given, else the one that lies where a plan of the scenario lies by default.

    Raises
    ------
    PlanError
        If the plan given cannot be read.
    RecordError
        If it is not a plan of this scenario's officers and dates.
    """
    if scenario.crewing is None:
        return Counted()
    path = arguments.plan or default_folder(arguments.scenario)
    try:
        read: PlanRead | None = read_plan(path)
    except PlanError:
        if arguments.plan is not None:
            raise
        read = None
    if read is None or not _is_of(read, scenario):
        where = Where(file=str(path))
        if arguments.plan is not None:
            raise RecordError([Finding("E806", Severity.ERROR, where, {"plan": path})])
        return Counted(warnings=(Finding("W804", Severity.WARNING, where, {"plan": path}),))
    known = officers_worked(read.scenario, read.plan, reported, start)
    crewing = scenario.crewing
    return Counted(
        path,
        {
            # Who came after the plan was made has not worked in it.
            one: known.get(one, replace(crewing.worked_by(one), in_a_row=0, rests_until=None))
            for one in crewing.officers
        },
    )


def _is_of(read: PlanRead, scenario: Scenario) -> bool:
    """Whether a plan has crews of this scenario's dates; the planner may have changed the file since."""
    return bool(read.plan.roster) and read.scenario.horizon.start == scenario.horizon.start
