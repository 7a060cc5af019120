"""Crews and routes in turn: from officers to a plan that keeps every rule, again and again the same."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from optimizer import alternation
from optimizer.alternation import Crewed, crewed_plan, search_with_crews
from optimizer.crews.first import estimated_crews
from optimizer.crews.solving import Effort
from optimizer.domain.calendar import Window
from optimizer.domain.crews import Crewing, CrewKind, Officer, Post, Range, Rest
from optimizer.domain.errors import ScenarioError
from optimizer.domain.forming import crewing_of, with_likely_teams
from optimizer.domain.plan import Crew, Does, Plan
from optimizer.domain.promises import Pin
from optimizer.domain.scenario import EarlierPlan, Scenario
from optimizer.engine.solve import Options
from optimizer.intake import fingerprint, read_plan, write_plan
from optimizer.review.check import check_plan
from optimizer.travel.build import build_matrix
from tests import build

DATES = frozenset(build.day(offset) for offset in range(4))
LIMITED = Options(seconds=None, iterations=400)
EFFORT = Effort(seconds=5.0, is_repeatable=True)


def campaign(rest: int = 0, nights: int = 0, far_km: float = 60.0) -> Scenario:
    """Two villages, one of which is served in Thái; two Thái speakers, one of whom is off on a date.

    A post is a fixed collection point: it serves the ten cases at the base, before teams set out.
    """
    village = build.site("a", km_north=20.0, cases={"cccd": 60}, requires=frozenset({"thai"}))
    far = build.site("b", km_north=far_km, cases={"cccd": 400}, lodging=True)
    here = build.site("here", km_north=0.0, cases={"cccd": 10}, hours="early")
    officers = {
        "o1": Officer("o1", "o1", skills=frozenset({"thai"}), days_off=frozenset({build.day(0)})),
        "o2": Officer("o2", "o2", skills=frozenset({"thai"})),
        "o3": Officer("o3", "o3"),
        "o4": Officer("o4", "o4"),
        "o5": Officer("o5", "o5", days_off=frozenset({build.day(0)})),
    }
    kind = CrewKind(
        "to", "Tổ", "home", "car", DATES, teams=Range(2, 2), officers=Range(2, 2), max_nights=nights
    )
    post = Post("desk", "Bàn", Window(300, 390), DATES, base="home", vehicle="car", stations=1)
    crewing = Crewing(officers, {"to": kind}, posts={"desk": post}, rest=Rest(after_nights=rest))
    hours = {"early": build.hours("early", (300, 390), days=4)}
    return replace(build.scenario(village, far, here, days=4, hours=hours), teams={}, crewing=crewing)


def planned(scenario: Scenario) -> tuple[Plan, Crewed]:
    travel = build_matrix(with_likely_teams(scenario))
    crewed = search_with_crews(scenario, travel, LIMITED)
    plan = crewed_plan(crewed, travel, LIMITED)
    assert check_plan(crewed.scenario, travel, plan) == ()
    return plan, crewed


def test_officers_with_the_same_date_off_go_together_and_a_speaker_goes_in_time():
    plan, _ = planned(campaign())
    teams = {crew.team: crew for crew in plan.crews}
    assert sorted(teams) == ["to-1", "to-2"]
    together = next(crew for crew in plan.crews if "o1" in crew.officers)
    other = next(crew for crew in plan.crews if crew is not together)
    # Whoever goes without o1 and o5 may leave on the first date as well.
    if "o5" in together.officers:
        assert build.day(0) in other.dates
    assert all(
        "thai" in teams[route.team].skills
        for route in plan.routes
        for visit in route.visits
        if visit.site == "a"
    )


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Counts searches."""
    counted = Mock(wraps=alternation.search)
    monkeypatch.setattr(alternation, "search", counted)
    return counted


def test_no_turn_is_taken_for_crews_that_promise_no_more(searches: Mock):
    planned(campaign())
    assert searches.call_count == 2  # the first and the last


def test_a_turn_is_taken_from_crews_that_are_worth_less(searches: Mock):
    # Nearly all cases ask for Thái; where both speakers wish to go together, one team serves them alone.
    scenario = campaign()
    sites = {
        name: replace(site, cases={"cccd": 400 if name == "a" else 10})
        for name, site in scenario.sites.items()
    }
    scenario = replace(scenario, sites=sites)
    _, start = planned(replace(scenario, crewing=replace(crewing_of(scenario), together=(("o1", "o2"),))))
    searches.reset_mock()
    crewed = search_with_crews(scenario, build_matrix(with_likely_teams(scenario)), LIMITED, start=start)
    assert searches.call_count > 2
    assert crewed.found.rank > start.found.rank


def test_crews_have_the_skills_that_promised_visits_need():
    # Both Thái speakers in one team would be worth more, but both teams are promised where Thái is spoken.
    promised = (Pin("to-1", build.day(1), "a"), Pin("to-2", build.day(2), "a"))
    plan, crewed = planned(replace(campaign(), pins=promised))
    assert plan.conflicts == ()
    assert crewed.found.solution.unkept == ()


def test_a_promise_kept_outranks_what_is_worth_more():
    _, crewed = planned(campaign())
    solution = crewed.found.solution
    worth_more = replace(
        solution,
        unkept=(Pin("to-1", build.day(1), "a"),),
        objective_mdong=solution.objective_mdong + 1,
    )
    assert crewed.found.rank > replace(crewed.found, solution=worth_more).rank


def test_the_fixed_collection_point_serves_what_is_at_its_place_and_never_drives():
    plan, _ = planned(campaign())
    at_desk = [route for route in plan.routes if route.team == "desk"]
    served = [visit for route in at_desk for visit in route.visits]
    assert {visit.site for visit in served} == {"here"}
    assert sum(visit.number_of_cases for visit in served) == 10
    assert sum(route.km for route in at_desk) == 0
    staffed = [day for entry in plan.roster for day in entry.days if day.does is Does.POST]
    assert len(staffed) == 4
    assert {one.at for one in staffed} == {"desk"}


def test_the_same_seed_and_rounds_give_the_same_crews_and_plan():
    assert planned(campaign())[0] == planned(campaign())[0]


def test_officers_rest_after_nights_away():
    plan, crewed = planned(campaign(rest=2, nights=2, far_km=170.0))
    for entry in plan.roster:
        out = [one.does is Does.TEAM for one in entry.days]
        team = entry.team
        for number, one in enumerate(entry.days[:-1]):
            route = next((r for r in plan.routes if (r.team, r.date) == (team, one.date)), None)
            if out[number] and route is not None and route.start != "home" and route.end == "home":
                rests = entry.days[number + 1 : number + 3]
                assert all(day.does in (Does.REST, Does.OFF) for day in rests)
    assert any(route.start == "b" for route in crewed.found.solution.routes)


def test_a_plan_with_crews_is_written_and_read_with_its_teams(tmp_path: Path):
    scenario = campaign()
    plan, crewed = planned(scenario)
    assert fingerprint(crewed.scenario) == fingerprint(scenario)
    write_plan(plan, crewed.scenario, tmp_path)
    read = read_plan(tmp_path)
    assert read.plan == plan
    assert read.scenario.teams == crewed.scenario.teams
    assert read.scenario.crewing == scenario.crewing


def test_a_plan_made_anew_keeps_the_crews_that_were_handed_out(tmp_path: Path):
    scenario = campaign()
    plan, _ = planned(scenario)
    # Two officers change places: such crews are nobody's first choice, but they were handed out.
    first, second = plan.crews
    given = (
        first.model_copy(update={"officers": (second.officers[0], first.officers[1])}),
        second.model_copy(update={"officers": (first.officers[0], second.officers[1])}),
    )
    again, _ = planned(replace(scenario, earlier=EarlierPlan((), None, given)))
    assert [set(crew.officers) for crew in again.crews] == [set(crew.officers) for crew in given]
    assert scenario.crewing is not None
    others = {name: one for name, one in scenario.crewing.officers.items() if name != "o2"}
    gone = replace(scenario.crewing, officers=others)
    formed_anew, _ = planned(replace(scenario, crewing=gone, earlier=EarlierPlan((), None, given)))
    assert len(formed_anew.crews) == 2
    write_plan(again, replace(scenario, earlier=EarlierPlan((), None, given)), tmp_path)
    read = read_plan(tmp_path)
    assert read.scenario.earlier == EarlierPlan((), None, given)


def test_nobody_joins_a_crew_that_was_handed_out_unless_a_member_is_gone():
    scenario = campaign()
    assert scenario.crewing is not None
    kind = replace(scenario.crewing.kinds["to"], officers=Range(2, 3))
    people = {**scenario.crewing.officers, "o1": Officer("o1", "o1")}
    crewing = replace(scenario.crewing, officers=people, kinds={"to": kind}, posts={})
    travel = build_matrix(with_likely_teams(scenario))

    def officers_of(crewing: Crewing, given: tuple[Crew, ...]) -> list[set[str]]:
        again = replace(scenario, crewing=crewing, earlier=EarlierPlan((), None, given))
        return [set(crew.officers) for crew in estimated_crews(again, travel, EFFORT).crews]

    made = estimated_crews(replace(scenario, crewing=crewing), travel, EFFORT).crews
    # Neither team speaks Thái: o2, who does and is always free, would be worth it.
    named = zip(made, (("o3", "o4"), ("o1", "o5")), strict=True)
    given = tuple(crew.model_copy(update={"officers": officers}) for crew, officers in named)
    assert officers_of(crewing, given) == [{"o3", "o4"}, {"o1", "o5"}]
    left = {name: one for name, one in crewing.officers.items() if name != "o4"}
    assert officers_of(replace(crewing, officers=left), given) == [{"o3", "o2"}, {"o1", "o5"}]


def test_rules_that_clash_are_told_before_any_search():
    scenario = campaign()
    assert scenario.crewing is not None
    few = dict(list(scenario.crewing.officers.items())[:4])
    crewing = replace(scenario.crewing, officers=few, rest=Rest(days_in_a_row=2), posts={})
    kinds = {"to": replace(crewing.kinds["to"], roles={"thai": 2})}
    with pytest.raises(ScenarioError) as told:
        planned(replace(scenario, crewing=replace(crewing, kinds=kinds)))
    assert [one.code for one in told.value.findings] == ["E350"]


def test_given_teams_are_left_as_they_are():
    scenario = build.scenario(build.site("a"))
    plan, crewed = planned(scenario)
    assert crewed.formed is None
    assert (plan.crews, plan.roster) == ((), ())
    assert '"roster"' not in plan.model_dump_json()


def test_an_interrupt_after_a_search_is_still_heard():
    # The solver would take the signal for itself, and the next Ctrl-C would end the program without a plan.
    program = """
import signal
from tests.test_alternation import campaign, planned
planned(campaign())
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("heard")
"""
    ran = subprocess.run(  # noqa: S603 - this very interpreter, on the text above
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "heard\n", ran.stderr
