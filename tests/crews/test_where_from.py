"""How many teams set out from which base is chosen where kinds leave it open; drivers go with vehicles."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.crews.first import estimated_crews
from optimizer.crews.form import Effort
from optimizer.domain.crews import Range
from optimizer.domain.errors import ScenarioError
from optimizer.domain.forming import with_likely_teams
from optimizer.domain.scenario import Scenario
from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix
from tests.intake.folders import edited

YAML = """\
format: luudong/1
name: "Hai trụ sở"
horizon: {start: 2023-04-24, days: 2}
services: {cccd: {name: "Cấp CCCD", minutes: 12}}
bases:
  - {id: dong, lat: 20.9, lon: 105.0}
  - {id: tay, lat: 20.9, lon: 106.0}
sites:
  - {id: a, lat: 20.9, lon: 106.02, cases: {cccd: 400}}
vehicles:
  o_to: {driver: lai_xe}
  xe_may: {}
officers:
  - {id: cb-1, skills: [lai_xe]}
  - {id: cb-2}
  - {id: cb-3, skills: [lai_xe]}
  - {id: cb-4}
crews:
  - {id: dong, base: dong, teams: "0-2", vehicle: o_to}
  - {id: tay, base: tay, teams: "0-2", vehicle: o_to}
"""


def scenario_of(text: str, folder: Path) -> Scenario:
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return read_scenario(folder).scenario


def crews_by_team(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    travel = build_matrix(with_likely_teams(scenario))
    made = estimated_crews(scenario, travel, Effort(seconds=20, is_repeatable=True))
    return {crew.team: crew.officers for crew in made.crews}


def test_all_teams_set_out_from_the_base_that_is_near(tmp_path: Path):
    # A hundred kilometres from the one base, two from the other.
    crews = crews_by_team(scenario_of(YAML, tmp_path))
    assert set(crews) == {"tay-1", "tay-2"}
    assert sorted(officer for members in crews.values() for officer in members) == [
        "cb-1",
        "cb-2",
        "cb-3",
        "cb-4",
    ]


def test_every_team_that_drives_has_a_driver_and_others_need_none(tmp_path: Path):
    scenario = scenario_of(
        edited(YAML, {'tay, teams: "0-2", vehicle: o_to': 'tay, teams: "0-2", vehicle: xe_may'}), tmp_path
    )
    assert scenario.crewing is not None
    assert [dict(kind.roles) for kind in scenario.crewing.kinds.values()] == [{"lai_xe": 1}, {}]
    assert scenario.crewing.kinds["tay"].teams == Range(0, 2)
    for members in crews_by_team(scenario_of(YAML, tmp_path)).values():
        assert {"cb-1", "cb-3"} & set(members)


def test_a_vehicle_that_nobody_can_drive_is_told_where_it_is_given(tmp_path: Path):
    with pytest.raises(ScenarioError) as caught:
        scenario_of(edited(YAML, {"driver: lai_xe": "driver: lai_tau"}), tmp_path)
    found = [(one.code, one.where.key, one.values["id"]) for one in caught.value.findings]
    assert found == [("E334", "crews[1].vehicle", "dong"), ("E334", "crews[2].vehicle", "tay")]


def test_no_team_at_all_is_no_number_of_teams(tmp_path: Path):
    with pytest.raises(ScenarioError) as caught:
        scenario_of(edited(YAML, {'dong, teams: "0-2"': 'dong, teams: "0-0"'}), tmp_path)
    assert [one.code for one in caught.value.findings] == ["E126"]
