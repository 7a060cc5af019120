"""Plans go to disk and come back, with their scenario; what is broken is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.errors import OutputError, PlanError
from optimizer.domain.plan import Figures, MadeBy, Plan, Reason, Route, ScenarioStamp, Terms, Unserved, Visit
from optimizer.domain.scenario import Scenario
from optimizer.intake import fingerprint, read_plan, write_plan
from tests import build


def small_plan(scenario: Scenario) -> Plan:
    visit = Visit(site="a", arrive=480, start=490, finish=600, cases={"cccd": 4})
    return Plan(
        scenario=ScenarioStamp(name=scenario.name, sha256=fingerprint(scenario)),
        made_by=MadeBy(version="0.1.0", seed=1, seconds=0.5, iterations=7),
        routes=(
            Route(
                team="to-1",
                date=date(2023, 4, 24),
                start="home",
                depart=420,
                end="home",
                arrive=1440,
                visits=(visit, visit),
                km=20.0,
                travel_minutes=20,
            ),
        ),
        unserved=(Unserved(site="a", service="cccd", cases=6, reason=Reason.CROWDED_OUT, detail="…"),),
        figures=Figures(
            cases=4,
            of=10,
            coverage=0.4,
            km=20.0,
            travel_minutes=20,
            nights=0,
            objective=1_160_000.0,
            terms=Terms(value=1_200_000.0, km=-20_000.0, travel=-20_000.0, fares=0.0, nights=0.0),
        ),
    )


@pytest.fixture
def scenario() -> Scenario:
    return build.scenario(build.site("a"))


@pytest.fixture
def folder(scenario: Scenario, tmp_path: Path) -> Path:
    write_plan(small_plan(scenario), scenario, tmp_path)
    return tmp_path


def test_a_plan_is_read_back_from_its_folder_and_from_its_file(folder: Path, scenario: Scenario):
    for path in (folder, folder / "plan.json", str(folder)):
        read = read_plan(path)
        assert read.plan == small_plan(scenario)
        assert read.scenario == scenario


def test_a_visit_is_one_line_and_times_are_readable(folder: Path):
    lines = (folder / "plan.json").read_text(encoding="utf-8").splitlines()
    visits = [line for line in lines if '"site": "a", "arrive": "08:00"' in line]
    assert len(visits) == 2
    assert all(len(line) < 180 for line in lines)
    assert any('"arrive": "24:00"' in line for line in lines)


def test_cases_of_guests_stand_under_from_and_are_read_back(scenario: Scenario, tmp_path: Path):
    plan = small_plan(scenario)
    guests = {"b": {"cccd": 3}, "c": {"cccd": 1, "vneid2": 2}}
    visit = Visit(site="a", arrive=480, start=490, finish=600, cases={}, guests=guests)
    route = plan.routes[0].model_copy(update={"visits": (plan.routes[0].visits[0], visit)})
    plan = plan.model_copy(update={"routes": (route,)})
    text = write_plan(plan, scenario, tmp_path).read_text(encoding="utf-8")
    assert '"cases": {}, "from": {"b": {"cccd": 3}, "c": {"cccd": 1, "vneid2": 2}}}' in text
    assert text.count('"from"') == 1
    assert "guests" not in text
    assert read_plan(tmp_path).plan == plan


def test_the_same_plan_is_the_same_bytes(folder: Path, scenario: Scenario, tmp_path: Path):
    write_plan(small_plan(scenario), scenario, tmp_path / "again")
    for name in ("plan.json", "scenario/scenario.yaml", "scenario/sites.csv"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


def test_a_plan_of_another_scenario_is_not_written(scenario: Scenario, tmp_path: Path):
    other = build.scenario(build.site("b"))
    with pytest.raises(ValueError, match="another scenario"):
        write_plan(small_plan(other), scenario, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_that_cannot_be_written_is_told(scenario: Scenario, tmp_path: Path):
    (tmp_path / "x").write_text("")
    with pytest.raises(OutputError):
        write_plan(small_plan(scenario), scenario, tmp_path / "x")


def edit(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        path = folder / "plan.json"
        written = json.loads(path.read_text(encoding="utf-8"))
        change(written)
        path.write_text(json.dumps(written), encoding="utf-8")

    return apply


def overwrite(content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / "plan.json").write_bytes(content)


def cut(folder: Path) -> None:
    path = folder / "plan.json"
    path.write_bytes(path.read_bytes()[:-40])


def lose_scenario(folder: Path) -> None:
    (folder / "scenario").rename(folder / "kịch bản")


def change_scenario(folder: Path) -> None:
    path = folder / "scenario" / "sites.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",10", ",11"), encoding="utf-8")


def break_scenario(folder: Path) -> None:
    path = folder / "scenario" / "scenario.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("days: 1", "days: 0"), encoding="utf-8")


BROKEN = [
    ("E601", lambda folder: (folder / "plan.json").unlink()),
    ("E602", cut),
    ("E602", overwrite(b'{"format": NaN}')),
    ("E602", overwrite(b"[" * 200_000)),
    ("E602", overwrite(b"day la van ban")),
    ("E603", overwrite(b'{"type": "FeatureCollection", "features": []}')),
    ("E603", overwrite(b'["luudong-plan/1"]')),
    ("E604", edit(lambda plan: plan.update(format="luudong-plan/2"))),
    ("E605", edit(lambda plan: plan["routes"][0].update(depart="25:00"))),
    ("E605", edit(lambda plan: plan["routes"][0].update(arrive=-1))),
    ("E605", edit(lambda plan: plan["routes"][0]["visits"][0].update(finish=1441))),
    ("E605", edit(lambda plan: plan["routes"][0]["visits"][0]["cases"].update(cccd=0))),
    ("E605", edit(lambda plan: plan.update(routess=[]))),
    ("E606", lose_scenario),
    ("E607", change_scenario),
    ("E305", break_scenario),
    ("E609", overwrite(b'{"format": "\xff\xfe\xfa"}')),
    ("E609", overwrite(b"")),
    ("E609", overwrite(b"\x00\x01\xff\xfe" * 50)),
]


@pytest.mark.parametrize(
    ("code", "spoil"), BROKEN, ids=[f"{code}-{at}" for at, (code, _) in enumerate(BROKEN)]
)
def test_a_plan_that_is_not_right_is_told(code: str, spoil: Callable[[Path], object], folder: Path):
    spoil(folder)
    with pytest.raises(PlanError) as raised:
        read_plan(folder)
    assert code in [finding.code for finding in raised.value.findings]
    for finding in raised.value.findings:
        assert code[0] in finding.text("vi")
        assert finding.text("en") != finding.text("vi")


@pytest.mark.parametrize("path", ["nowhere", "x" * 5000, "\x00"])
def test_a_path_without_a_plan_is_told(path: str, tmp_path: Path):
    with pytest.raises(PlanError) as raised:
        read_plan(tmp_path / path)
    assert [finding.code for finding in raised.value.findings] == ["E601"]


def test_a_broken_line_of_json_is_named(folder: Path):
    path = folder / "plan.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"routes": [', '"routes": ['[:-1]), encoding="utf-8"
    )
    with pytest.raises(PlanError) as raised:
        read_plan(folder)
    assert raised.value.findings[0].where.line is not None
