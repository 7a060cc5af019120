from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.crews import STATIONS, Crewing, CrewKind, Officer, Post, Range
from optimizer.domain.errors import ScenarioError
from optimizer.domain.forming import crewing_of, team_ids
from optimizer.domain.scenario import Scenario
from optimizer.whatif.changes import Change
from optimizer.whatif.crew_rules import each, more
from tests import build
from tests.whatif.cases import ask

DATES = frozenset({build.day(0)})
THINGS = {"ve_tinh": frozenset({"network"})}


def campaign(kits: Mapping[str, int] | None = None, *, units: bool = False) -> Scenario:
    """Five officers, one kind of one team with a thing and one of up to two, and a collection point."""
    skilled = {"a": ("lai_xe", "thu_nhan"), "b": ("thu_nhan",), "c": ("nu",), "d": ("lai_xe", "thu_nhan")}
    officers = {
        one: Officer(one, one.upper(), unit="qlhc" if one < "d" else "huyen", skills=frozenset(skills))
        for one, skills in skilled.items()
    } | {"e": Officer("e", "E", unit="qlhc", level=1)}
    kind = CrewKind("to-1", "Tổ 1", "home", "car", DATES, stations=Range(1, 2), brings=frozenset({"ve_tinh"}))
    other = CrewKind("khac", "Khác", "home", "car", DATES, teams=Range(1, 2))
    if units:
        other = replace(other, units=frozenset({"huyen"}))
    post = Post("chot", "Chốt", Window(420, 1020), DATES, base="home", vehicle="car", stations=1)
    crewing = Crewing(officers, {"to-1": kind, "khac": other}, posts={"chot": post}, kits=kits or {})
    return replace(build.scenario(build.site("a")), teams={}, things=THINGS, crewing=crewing)


def changed(scenario: Scenario, change: Change) -> Crewing:
    return crewing_of(more(scenario, change))


def test_officers_are_like_those_whom_no_other_outdoes():
    # b is outdone by a, and d is as a is; c alone is a woman, e alone has a level.
    assert [one.to for one in each(campaign(), ask("officers"))] == [("a",), ("c",), ("e",)]


def test_units_count_where_teams_ask_for_them():
    assert [one.to for one in each(campaign(units=True), ask("officers"))] == [("a",), ("c",), ("d",), ("e",)]


def test_a_new_officer_is_as_able_and_has_nothing_else_to_do():
    scenario = campaign()
    busy = replace(crewing_of(scenario).officers["a"], days_off=DATES, duties=("truc",), max_days=1)
    crewing = replace(crewing_of(scenario), officers={**crewing_of(scenario).officers, "a": busy})
    made = changed(replace(scenario, crewing=crewing), Change("officers", 2, to=("a",)))
    assert list(made.officers)[-2:] == ["a+1", "a+2"]
    assert made.officers["a+1"] == Officer(
        "a+1", "A (thêm 1)", unit="qlhc", skills=frozenset({"lai_xe", "thu_nhan"})
    )


def test_another_station_is_there_for_every_kind_and_there_is_room_for_it():
    (change,) = each(campaign({STATIONS: 3}), ask("stations"))
    made = changed(campaign({STATIONS: 3}), change)
    assert made.kits == {STATIONS: 4}
    assert [kind.stations for kind in made.kinds.values()] == [Range(1, 3), Range(1, 2)]


def test_stations_that_were_not_counted_are_as_many_as_may_be_used():
    # 1 team of up to 2, 2 teams of 1 and a post of 1: five, and one more.
    assert changed(campaign(), Change("stations", 1)).kits == {STATIONS: 6}


def test_a_station_may_be_for_one_kind_or_for_a_collection_point():
    made = changed(campaign({STATIONS: 3}), Change("stations", 1, to=("khac",)))
    assert [kind.stations for kind in made.kinds.values()] == [Range(1, 2), Range(1, 2)]
    made = changed(campaign({STATIONS: 3}), Change("stations", 1, to=("chot",)))
    assert (made.posts["chot"].stations, made.kits[STATIONS]) == (2, 4)
    assert made.kinds == crewing_of(campaign()).kinds


def test_another_team_comes_with_its_kits_and_leaves_the_ids_of_the_others():
    scenario = campaign({STATIONS: 3, "ve_tinh": 1, "car": 3})
    assert [one.to for one in each(scenario, ask("teams"))] == [("to-1",), ("khac",)]
    made = changed(scenario, Change("teams", 2, to=("to-1",)))
    assert made.kits == {STATIONS: 5, "ve_tinh": 3, "car": 5}
    assert [team for kind in made.kinds.values() for team in team_ids(kind)] == [
        "to-1",
        "khac-1",
        "khac-2",
        "to-1+1-1",
        "to-1+1-2",
    ]
    assert made.kinds["to-1+1"].teams == Range(0, 2)


def test_another_thing_may_go_to_any_team():
    (change,) = each(campaign({"ve_tinh": 1}), ask("kits"))
    made = changed(campaign({"ve_tinh": 1}), change)
    assert made.kits == {"ve_tinh": 2}
    assert [kind.may_bring for kind in made.kinds.values()] == [frozenset(), {"ve_tinh"}]


def test_vehicles_that_are_counted_are_kits():
    assert [one.thing for one in each(campaign({"car": 2}), ask("kits"))] == ["ve_tinh", "car"]
    made = changed(campaign({"car": 2}), Change("kits", 1, "car"))
    assert made.kits == {"car": 3}
    assert made.kinds == crewing_of(campaign()).kinds


@pytest.mark.parametrize(
    "wanted",
    [
        ask("officers", 1, "aa"),
        ask("stations", 1, "to"),
        ask("teams", 1, "chot"),
        ask("kits", 1, thing="car"),
    ],
    ids=lambda one: one.option,
)
def test_who_and_what_is_unknown_is_told(wanted: object):
    with pytest.raises(ScenarioError) as told:
        each(campaign(), wanted)  # type: ignore[arg-type]
    assert [one.code for one in told.value.findings] == ["E902"]
