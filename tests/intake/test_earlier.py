"""The earlier plan is found, read as far as it counts, and kept with the plan that is made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.plan import Route
from optimizer.domain.scenario import EarlierPlan, Scenario
from optimizer.intake import fingerprint, read_plan, read_scenario, write_plan
from optimizer.intake.freeze import write_frozen
from tests import build
from tests.intake.cases import top
from tests.intake.folders import YAML, edited, write_folder
from tests.intake.promise_cases import PLAN
from tests.intake.test_plans import small_plan

TUESDAY = date(2023, 4, 25)
MONDAY = TUESDAY - timedelta(days=1)


def naming(more: str = "") -> str:
    return edited(YAML, top(f"earlier: {{plan: earlier.json{more}}}"))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The folder of a whole plan, made elsewhere."""
    scenario = build.scenario(build.site("a"))
    write_plan(small_plan(scenario), scenario, tmp_path / "tuần trước")
    return tmp_path / "tuần trước"


def test_only_the_routes_are_read(tmp_path: Path):
    earlier = read_scenario(write_folder(tmp_path, yaml=naming(), earlier_json=PLAN)).scenario.earlier
    assert earlier is not None
    assert earlier.visits == {("to-1", TUESDAY, "bua-sen")}
    assert earlier.routes[0].visits[0].start == 540
    assert earlier.frozen_until is None


@pytest.mark.parametrize("named", ["tuan-16/plan.json", "tuan-16", "tuan-16/"])
def test_a_whole_plan_is_named_by_its_file_or_its_folder(named: str, plan: Path, tmp_path: Path):
    yaml = edited(naming(", freeze_until: 24/04/2023"), {"earlier.json": named})
    folder = write_folder(tmp_path / "in", yaml=yaml)
    plan.rename(folder / "tuan-16")
    read = read_scenario(folder)
    assert read.scenario.earlier == EarlierPlan(read_plan(folder / "tuan-16").plan.routes, MONDAY)
    assert [one.code for one in read.warnings] == ["W323"]
    assert "1 id of the earlier plan (a)" in read.warnings[0].cause(
        "en"
    )  # its team and its base are here too


def test_a_plan_that_is_asked_for_goes_before_the_one_that_is_written(plan: Path, tmp_path: Path):
    folder = write_folder(tmp_path / "in", yaml=naming(", freeze_until: 2023-04-26"), earlier_json=PLAN)
    for asked in (plan, plan / "plan.json", str(plan)):
        earlier = read_scenario(folder, earlier=asked).scenario.earlier
        assert earlier == EarlierPlan(read_plan(plan).plan.routes, None)
    earlier = read_scenario(folder, earlier=plan, freeze_until="24/04/2023").scenario.earlier
    assert earlier is not None
    assert earlier.frozen_until == MONDAY


def test_a_plan_that_is_asked_for_spares_the_one_that_is_written_and_gone(plan: Path, tmp_path: Path):
    folder = write_folder(tmp_path / "in", yaml=naming())
    assert read_scenario(folder, earlier=plan).scenario.earlier is not None


def test_a_date_that_is_asked_for_goes_with_the_plan_that_is_written(tmp_path: Path):
    folder = write_folder(tmp_path, yaml=naming(", freeze_until: 2023-04-26"), earlier_json=PLAN)
    earlier = read_scenario(folder, freeze_until="2023-04-25").scenario.earlier
    assert earlier is not None
    assert (len(earlier.routes), earlier.frozen_until) == (1, TUESDAY)


@pytest.mark.parametrize(
    ("text", "code"), [("hôm qua", "E112"), ("31/04/2023", "E115"), ("1999-01-01", "E115"), ("", "E112")]
)
def test_a_date_that_is_none_is_told(text: str, code: str, plan: Path, tmp_path: Path):
    with pytest.raises(ScenarioError) as raised:
        read_scenario(write_folder(tmp_path / "in"), earlier=plan, freeze_until=text)
    found = [one for one in raised.value.findings if one.code.startswith("E")]
    assert [(one.code, one.where.key) for one in found] == [(code, "--freeze-until")]


def test_to_freeze_there_must_be_a_plan(tmp_path: Path):
    with pytest.raises(ScenarioError) as raised:
        read_scenario(write_folder(tmp_path), freeze_until="2023-04-25")
    assert [one.code for one in raised.value.findings] == ["E317"]


@pytest.mark.parametrize("asked", ["nowhere", "x" * 5000, "\x00", "."])
def test_a_plan_that_is_not_there_is_told(asked: str, tmp_path: Path):
    with pytest.raises(ScenarioError) as raised:
        read_scenario(write_folder(tmp_path), earlier=tmp_path / asked)
    assert [one.code for one in raised.value.findings] == ["E601"]


def test_to_charge_for_changes_an_earlier_plan_may_be_asked_for(plan: Path, tmp_path: Path):
    folder = write_folder(tmp_path / "in", yaml=edited(YAML, top("objective: {change: 100}")))
    assert [one.code for one in read_scenario(folder).warnings] == ["W320"]
    assert [one.code for one in read_scenario(folder, earlier=plan).warnings] == ["W323"]


def test_routes_outside_the_horizon_are_left_out_and_told(tmp_path: Path):
    route = PLAN.partition('"routes": [')[2].rpartition("]}")[0].strip()
    two = f'{{"format": "luudong-plan/1", "routes": [{route.replace("2023-04-25", "2023-04-18")}, {route}]}}'
    read = read_scenario(write_folder(tmp_path, yaml=naming(), earlier_json=two))
    assert read.scenario.earlier is not None
    assert [one.date for one in read.scenario.earlier.routes] == [TUESDAY]
    assert [one.code for one in read.warnings] == ["W322"]


def test_what_is_gone_is_listed_once(tmp_path: Path):
    gone = PLAN.replace("to-1", "to-9").replace('"home", "depart"', '"nha-khach", "depart"')
    warning = read_scenario(write_folder(tmp_path, yaml=naming(), earlier_json=gone)).warnings[0]
    assert warning.code == "W323"
    assert "2 ids of the earlier plan (to-9, nha-khach)" in warning.cause("en")


def test_a_plan_keeps_the_one_that_it_was_made_from(tmp_path: Path):
    scenario = _replanned(TUESDAY)
    write_plan(small_plan(scenario), scenario, tmp_path)
    assert read_plan(tmp_path).scenario == scenario
    assert sorted(path.name for path in (tmp_path / "scenario").iterdir()) == [
        "earlier.json",
        "scenario.yaml",
        "sites.csv",
    ]
    (tmp_path / "scenario" / "earlier.json").write_text(PLAN, encoding="utf-8")
    with pytest.raises(Exception, match="E607"):
        read_plan(tmp_path)


def test_the_fingerprint_is_of_the_earlier_plan_too():
    first = _replanned(MONDAY)
    others = [_replanned(TUESDAY), _replanned(None), replace(first, earlier=None)]
    others.append(replace(first, earlier=EarlierPlan((), MONDAY)))
    assert len({fingerprint(one) for one in (first, *others)}) == 5


def test_tables_that_are_no_longer_of_use_do_not_stay_behind(tmp_path: Path):
    write_frozen(_replanned(None), tmp_path)
    (tmp_path / "record.csv").write_text("date,site,service,cases\n")
    write_frozen(build.scenario(build.site("a")), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scenario.yaml", "sites.csv"]


def _replanned(frozen_until: date | None) -> Scenario:
    """A scenario of two days with the small plan as the earlier one."""
    scenario = build.scenario(build.site("a"), days=2)
    routes: tuple[Route, ...] = small_plan(scenario).routes
    return replace(scenario, earlier=EarlierPlan(routes, frozen_until))
