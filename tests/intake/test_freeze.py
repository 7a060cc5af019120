"""The frozen copy says the whole scenario and nothing else."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from optimizer.domain.scenario import Scenario
from optimizer.intake import fingerprint, read_scenario
from optimizer.intake.freeze import write_frozen
from tests import build, random_scenarios
from tests.intake.crew_cases import RIGHT
from tests.intake.folders import edited, write_folder
from tests.intake.strategies import scenarios

slow = settings(max_examples=60)


def frozen_and_read(scenario: Scenario) -> Scenario:
    with TemporaryDirectory() as folder:
        write_frozen(scenario, Path(folder))
        return read_scenario(folder).scenario


@slow
@given(scenarios())
def test_what_is_frozen_is_read_back_equal_with_the_same_fingerprint(scenario: Scenario):
    again = frozen_and_read(scenario)
    assert again == scenario
    assert fingerprint(again) == fingerprint(scenario)


@settings(max_examples=30)
@given(random_scenarios.scenarios(people=True, weights=True, promises=True))
def test_campaigns_of_every_kind_are_read_back_equal(scenario: Scenario):
    assert frozen_and_read(scenario) == scenario


def test_a_copy_of_a_copy_is_the_same_text(tmp_path: Path):
    first = read_scenario(write_folder(tmp_path / "a")).scenario
    write_frozen(first, tmp_path / "b")
    write_frozen(read_scenario(tmp_path / "b").scenario, tmp_path / "c")
    for name in ("scenario.yaml", "sites.csv"):
        assert (tmp_path / "b" / name).read_bytes() == (tmp_path / "c" / name).read_bytes()


def test_names_of_scenarios_written_in_python_are_frozen_too():
    scenario = build.scenario(build.site("a"), build.site("b", km_north=20, lodging=True), days=2)
    assert frozen_and_read(scenario) == scenario


def test_officers_and_the_rules_of_their_crews_are_read_back_equal(tmp_path: Path):
    rules = "apart: [[cb-2, cb-3]]\nfairness: {weekend: 4}\nrest: {days_in_a_row: 5, days_a_week: 6}\n"
    pause = 'break: {minutes: 30, between: "11:00-13:00"}'
    everything = {
        "posts:": f"{rules}posts:",
        "level: 2,": 'level: 2, days_off: "2023-04-25 2023-04-27", max_days: 4, name: "Đội trưởng",',
        "{id: chot,": "{id: chot, base: home, stations: 1, days_off: [2023-04-30],",
        "brings: [generator]}": f"brings: [], may_bring: [generator], {pause}}}",
    }
    scenario = read_scenario(write_folder(tmp_path, yaml=edited(RIGHT, everything))).scenario
    assert scenario.crewing is not None
    assert scenario.crewing.posts["chot"].stations == 1
    again = frozen_and_read(scenario)
    assert again == scenario
    assert fingerprint(again) == fingerprint(scenario)


def test_a_rest_that_goes_on_from_the_week_before_is_time_off_and_read_back_equal(tmp_path: Path):
    resting = {"days_away: 3": "days_away: 3, rests_until: 2023-04-25"}
    scenario = read_scenario(write_folder(tmp_path, yaml=edited(RIGHT, resting))).scenario
    assert scenario.crewing is not None
    # The scenario begins on 24 April.
    assert scenario.crewing.officers["cb-1"].days_off == {date(2023, 4, 24), date(2023, 4, 25)}
    again = frozen_and_read(scenario)
    assert again == scenario
    assert fingerprint(again) == fingerprint(scenario)


def test_any_change_changes_the_fingerprint():
    scenario = build.scenario(build.site("a"))
    other = replace(scenario, sites={"a": build.site("a", cases={"cccd": 11})})
    assert fingerprint(scenario) != fingerprint(other)
    assert len(fingerprint(scenario)) == 64


def test_an_older_travel_table_does_not_stay_behind(tmp_path: Path):
    (tmp_path / "travel.csv").write_text("from,to,minutes,km\n")
    write_frozen(build.scenario(build.site("a")), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scenario.yaml", "sites.csv"]


def test_tables_begin_with_the_mark_by_which_excel_knows_utf8(tmp_path: Path):
    write_frozen(build.scenario(build.site("a")), tmp_path)
    assert (tmp_path / "sites.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "scenario.yaml").read_bytes().startswith(b"format")


def test_nothing_in_a_frozen_table_is_a_formula_to_excel(tmp_path: Path):
    link = '=HYPERLINK("x";"y")'
    sites = {
        name: replace(build.site("a"), id=name, name=name) for name in (link, "-a", "+1", "@b", "'=c", "'d")
    }
    scenario = replace(build.scenario(build.site("a")), sites=sites)
    assert frozen_and_read(scenario) == scenario
    write_frozen(scenario, tmp_path)
    with (tmp_path / "sites.csv").open(encoding="utf-8-sig", newline="") as opened:
        cells = [cell for row in csv.reader(opened) for cell in row]
    assert f"'{link}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
