from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer.domain.errors import ScenarioError
from optimizer.domain.scenario import Pin, Scenario
from optimizer.whatif.changes import Change
from optimizer.whatif.given_teams import each, more
from tests import build
from tests.whatif.cases import ask

THINGS = {"ve_tinh": frozenset({"network"}), "may_phat": frozenset({"power"})}


def four_teams() -> Scenario:
    """Two teams alike, one with more stations, one that brings a generator."""
    teams = {
        "to-1": build.team("to-1"),
        "to-2": build.team("to-2"),
        "to-3": build.team("to-3", stations=3),
        "to-4": build.team("to-4", brings=frozenset({"may_phat"}), makes_up_for=frozenset({"power"})),
    }
    return build.scenario(build.site("a"), teams=teams, things=THINGS)


def codes(error: ScenarioError) -> list[str]:
    return [one.code for one in error.findings]


def test_teams_that_are_alike_are_tried_once():
    assert each(four_teams(), ask("stations")) == (
        Change("stations", 1, to=("to-1",), alike=2),
        Change("stations", 1, to=("to-3",)),
        Change("stations", 1, to=("to-4",)),
    )
    assert [one.to for one in each(four_teams(), ask("teams"))] == [("to-1",), ("to-3",), ("to-4",)]


def test_a_team_with_a_promise_is_like_no_other():
    promised = replace(four_teams(), pins=(Pin("to-2", build.day(0), "a"),))
    assert [one.to for one in each(promised, ask("stations"))] == [("to-1",), ("to-2",), ("to-3",), ("to-4",)]


def test_only_who_is_named_gets_it():
    assert each(four_teams(), ask("stations", 2, "to-2")) == (Change("stations", 2, to=("to-2",)),)


def test_a_thing_goes_to_those_who_do_not_have_it():
    assert [(one.thing, one.to) for one in each(four_teams(), ask("kits"))] == [
        ("ve_tinh", ("to-1",)),
        ("ve_tinh", ("to-3",)),
        ("ve_tinh", ("to-4",)),
        ("may_phat", ("to-1",)),
        ("may_phat", ("to-3",)),
    ]


def test_two_of_a_thing_go_to_two_teams_that_are_alike():
    (change,) = each(four_teams(), ask("kits", 2, thing="ve_tinh"))
    assert change.to == ("to-1", "to-2")
    teams = more(four_teams(), change).teams
    assert [sorted(team.makes_up_for) for team in teams.values()] == [["network"], ["network"], [], ["power"]]


def test_stations_are_added_to_those_of_the_team():
    teams = more(four_teams(), Change("stations", 2, to=("to-3",))).teams
    assert [team.stations for team in teams.values()] == [1, 1, 5, 1]


def test_new_teams_are_like_the_named_one_but_for_their_names():
    scenario = four_teams()
    teams = more(more(scenario, Change("teams", 2, to=("to-3",))), Change("teams", 1, to=("to-3",))).teams
    assert list(teams) == ["to-1", "to-2", "to-3", "to-4", "+1", "+2", "+3"]
    assert all(replace(teams[f"+{at}"], id="to-3", name="to-3") == teams["to-3"] for at in (1, 2, 3))
    assert teams["+2"].name == "to-3 (thêm 2)"


def test_officers_of_given_teams_are_not_to_be_had():
    with pytest.raises(ScenarioError) as told:
        each(four_teams(), ask("officers"))
    assert codes(told.value) == ["E903"]


def test_who_and_what_is_unknown_is_told_with_what_was_probably_meant():
    for wanted in (ask("stations", 1, "to_3"), ask("kits", 1, thing="ve-tinh")):
        with pytest.raises(ScenarioError) as told:
            each(four_teams(), wanted)
        assert codes(told.value) == ["E902"]
        assert "Có phải ý bạn là" in told.value.findings[0].action("vi")


def test_nobody_takes_a_thing_twice():
    for wanted in (ask("kits", 1, "to-4", thing="may_phat"), ask("kits", 2, "to-1", thing="ve_tinh")):
        with pytest.raises(ScenarioError) as told:
            each(four_teams(), wanted)
        assert codes(told.value) == ["E904"]
