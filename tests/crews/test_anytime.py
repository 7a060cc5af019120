"""Crews come however little time there is, and stay whatever stops their forming."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.alternation import crewed_plan, search_with_crews
from optimizer.crews import solving
from optimizer.crews.draft import draft
from optimizer.crews.form import form_crews
from optimizer.crews.solving import Effort, Stages
from optimizer.crews.staff import Staff
from optimizer.domain.crews import Crewing, CrewKind, Officer, Range
from optimizer.domain.errors import ScenarioError
from optimizer.domain.forming import with_likely_teams
from optimizer.engine.solve import Options
from optimizer.planning import BrokenRulesError
from optimizer.review.check import check_plan
from optimizer.travel.build import build_matrix
from tests.crews.small import dates_of, draw, scenario_of
from tests.test_alternation import LIMITED, campaign

ONE_STEP = Effort(seconds=1e-9, is_repeatable=True)


@settings(max_examples=30)
@given(st.integers(0, 100_000))
def test_crews_are_found_in_no_time_wherever_there_are_any(seed: int):
    scenario, estimate = draw(seed)
    at_once = form_crews(Staff(scenario), estimate, ONE_STEP)
    in_time = form_crews(Staff(scenario), estimate, Effort(seconds=30, is_repeatable=True))
    assert (at_once is None) == (in_time is None)
    if at_once is not None and in_time is not None:
        assert at_once.worth_dong <= at_once.bound_dong
        assert in_time.is_worth_proven


def test_crews_that_are_there_when_it_is_stopped_are_kept(monkeypatch: pytest.MonkeyPatch):
    stop, first = Event(), Stages.any

    def interrupted(stages: Stages) -> object:
        found = first(stages)
        stop.set()
        return found

    monkeypatch.setattr(Stages, "any", interrupted)
    scenario = campaign()
    travel = build_matrix(with_likely_teams(scenario))
    options = Options(seconds=600.0)
    crewed = search_with_crews(scenario, travel, options, stop=stop)
    plan = crewed_plan(crewed, travel, options)
    assert check_plan(crewed.scenario, travel, plan) == ()
    assert len(plan.crews) == 2
    assert plan.made_by.iterations <= 1  # of ten minutes


def test_wishes_that_are_kept_by_chance_are_not_told_as_unkept(monkeypatch: pytest.MonkeyPatch):
    # The crews that come first stay: nobody has asked the solver to keep a wish.
    monkeypatch.setattr(Stages, "best", lambda *_, **__: None)
    scenario = campaign()
    assert scenario.crewing is not None
    pairs = tuple(combinations(scenario.crewing.officers, 2))
    wishing = replace(scenario, crewing=replace(scenario.crewing, together=pairs, apart=pairs))
    travel = build_matrix(with_likely_teams(wishing))
    crewed = search_with_crews(wishing, travel, LIMITED)
    # Of the ten pairs of five officers, those in the two teams of two are together, and eight are not.
    unkept = [one.wish for one in crewed_plan(crewed, travel, LIMITED).unkept_wishes]
    assert (unkept.count("apart"), unkept.count("together")) == (2, 8)


def test_what_is_stopped_before_there_are_crews_says_so():
    stop = Event()
    stop.set()
    scenario = campaign()
    with pytest.raises(KeyboardInterrupt):
        search_with_crews(
            scenario, build_matrix(with_likely_teams(scenario)), Options(seconds=600.0), stop=stop
        )


def test_what_is_neither_found_nor_refuted_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch):
    def late(_: Stages) -> object:
        raise TimeoutError

    monkeypatch.setattr(Stages, "any", late)
    scenario = campaign()
    with pytest.raises(ScenarioError) as told:
        search_with_crews(scenario, build_matrix(with_likely_teams(scenario)), LIMITED)
    (finding,) = told.value.findings
    assert finding.code == "E351"
    assert finding.values["seconds"] == f"{solving.FIRST_SECONDS:g}"


def test_the_draft_takes_who_is_scarce_where_needed_and_puts_days_off_together():
    dates = dates_of(3)
    away = frozenset({dates[0]})
    officers = {
        "driver": Officer("driver", "driver", skills=frozenset({"drive"})),
        "driver off": Officer("driver off", "driver off", skills=frozenset({"drive"}), days_off=away),
        "off": Officer("off", "off", days_off=away),
        "any": Officer("any", "any"),
    }
    kind = CrewKind("to", "to", "home", "car", frozenset(dates), teams=Range(2, 2), roles={"drive": 1})
    scenario = scenario_of(Crewing(officers, {"to": kind}), 3)
    # The first team takes the driver who is always free, then who costs no date: "any".  The second
    # loses the first date with its driver, so "off" costs nothing more.
    assert draft(Staff(scenario)) == {"driver": "to-1", "any": "to-1", "driver off": "to-2", "off": "to-2"}


def test_a_team_that_cannot_be_filled_is_not_drafted():
    officers = {"a": Officer("a", "a"), "b": Officer("b", "b")}
    kind = CrewKind("to", "to", "home", "car", frozenset(dates_of(2)), leader=2)
    assert draft(Staff(scenario_of(Crewing(officers, {"to": kind}), 2))) == {}


def test_a_plan_whose_crews_break_a_rule_is_refused():
    scenario = campaign()
    travel = build_matrix(with_likely_teams(scenario))
    crewed = search_with_crews(scenario, travel, LIMITED)
    assert crewed.formed is not None
    first, second = crewed.formed.crews
    both = first.model_copy(update={"officers": (first.officers[0], second.officers[0])})
    broken = replace(crewed, formed=replace(crewed.formed, crews=(both, second)))
    with pytest.raises(BrokenRulesError) as told:
        crewed_plan(broken, travel, LIMITED)
    assert "R10" in {breach.code for breach in told.value.breaches}
