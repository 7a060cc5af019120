"""From one week to the next on every shipped scenario: nothing is lost and nothing is counted twice."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.intake import read_scenario
from optimizer.report.workbook_sheets.contents import Contents
from tests.intake.returned import fill
from tests.scenarios.planned_by_hand import plan_of
from tests.scenarios.shipped import FOLDERS, shipped, travel_of


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_what_is_left_after_a_week_as_planned_is_what_the_next_one_starts_from(name: str, tmp_path: Path):
    scenario, plan = shipped(name), plan_of(name)
    contents = Contents(plan, scenario, travel_of(name))
    source = Path(shutil.copytree(FOLDERS[name], tmp_path / name))
    sheets = [str(fill(tmp_path / f"{at}.xlsx", contents, team)) for at, team in enumerate(scenario.teams)]
    assert main(["record", str(source), *sheets, "--json"]) == 0
    assert main(["next", str(source), "--days", "62", "--out", str(tmp_path / "sau"), "--json"]) == 0
    later = read_scenario(tmp_path / "sau").scenario

    served, made = Counter[str](), Counter[str]()
    for route in plan.routes:
        for visit in route.visits:
            for service, cases in visit.cases_by_service.items():
                served[service] += cases
                then = scenario.services[service].then
                if then is not None:
                    made[then.service] += cases
    for service in scenario.services:
        before, after = (
            sum(one.outstanding(site, service) for site in one.sites.values()) for one in (scenario, later)
        )
        assert after == before - served[service] + made[service], service
