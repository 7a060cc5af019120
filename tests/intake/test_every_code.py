"""Every code of a finding about a scenario is brought about, in the right place, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from optimizer.intake import legs
from optimizer.language import catalogue
from tests.intake.cases import CASES, Case
from tests.intake.crew_cases import CREW_CASES, RIGHT
from tests.intake.folders import edited, findings, write_folder
from tests.intake.promise_cases import PROMISE_CASES
from tests.intake.road_cases import ROAD_CASES

OF_SCENARIOS = re.compile(r"[EW][0-7]\d\d\.cause")
CODES = {key.partition(".")[0] for key in catalogue() if OF_SCENARIOS.fullmatch(key)}
OF_PLANS_AND_OUTPUT = {code for code in CODES if code[1] in "67"}
BY_PATH_ALONE = {"E001", "E002", "E009", "E019"}
BY_OPTION_ALONE = {"E317"}
BY_FORMING_ALONE = {"E350", "E351"}


def test_the_scenario_that_cases_edit_is_right(tmp_path: Path):
    assert findings(write_folder(tmp_path)) == ()
    assert findings(write_folder(tmp_path / "crewed", yaml=RIGHT)) == ()


def test_leave_that_is_over_may_stay_in_a_list_of_officers(tmp_path: Path):
    leave = edited(RIGHT, {"unit: huyen, skills": "unit: huyen, days_off: [2023-03-20], skills"})
    assert findings(write_folder(tmp_path, yaml=leave)) == ()


def test_all_that_a_post_asks_for_in_vain_is_told_at_once(tmp_path: Path):
    post = "{id: chot, officers: 4, roles: {nu: 1, lai-xe: 2},"
    found = findings(write_folder(tmp_path, yaml=edited(RIGHT, {"{id: chot, units: [huyen],": post})))
    # Of three officers one drives, and none has the skill "nu".
    told = {(one.code, one.values.get("skill"), one.values.get("need")) for one in found}
    assert told == {("E335", None, 4), ("E334", "nu", None), ("E335", None, 2)}


@pytest.mark.parametrize("case", [*CASES, *PROMISE_CASES, *CREW_CASES, *ROAD_CASES], ids=str)
def test_a_finding_is_told_in_its_place_and_in_both_languages(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(legs, "MOST_LEGS", legs.MOST_LEGS)  # put back what a case lowers
    found = findings(case.write(tmp_path))
    of_code = [one for one in found if one.code == case.code]
    assert of_code, [one.text("en") for one in found]
    if case.code.startswith("W"):
        assert not [one.text("en") for one in found if one.code.startswith("E")]
    places = [(one.where.file, one.where.line, one.where.column) for one in of_code]
    assert (case.file, case.line, case.column) in places
    for one in found:
        for language in ("vi", "en"):
            text = one.text(language)
            assert "{" not in text.replace("{code}", "")
            assert one.code in text


def test_every_code_of_scenarios_has_a_case():
    told = {case.code for case in (*CASES, *PROMISE_CASES, *CREW_CASES, *ROAD_CASES)}
    assert (
        told - OF_PLANS_AND_OUTPUT
        == CODES - OF_PLANS_AND_OUTPUT - BY_PATH_ALONE - BY_OPTION_ALONE - BY_FORMING_ALONE
    )


def test_every_code_has_its_cause_and_action_in_two_different_languages():
    for code in CODES:
        for part in ("cause", "action"):
            words = catalogue()[f"{code}.{part}"]
            assert words.vi
            assert words.en
            assert words.vi != words.en
