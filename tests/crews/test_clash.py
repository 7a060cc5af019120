"""Where no crews keep every rule, the fewest that clash are named, and the least that must give way."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from optimizer.crews.clash import clash_of
from optimizer.crews.model import CrewModel
from optimizer.crews.rules import Rule
from optimizer.crews.staff import Staff
from optimizer.crews.wording import clash_error, rule_text
from optimizer.domain.calendar import Window
from optimizer.domain.crews import Crewing, CrewKind, Officer, Post, Range, Rest, Worked
from tests.crews.small import dates_of, draw, scenario_of

DATES = dates_of(7)


def staff_of(posts: dict[str, int], row: int | None, **officers: str) -> Staff:
    """Officers by their skills, posts by how many they ask for, and one team that asks for one driver."""
    kind = CrewKind("to", "Tổ", "home", "car", frozenset(DATES), officers=Range(1, 1), roles={"drive": 1})
    crewing = Crewing(
        officers={one: Officer(one, one, skills=frozenset(has.split())) for one, has in officers.items()},
        kinds={"to": kind},
        posts={
            name: Post(name, name, Window(420, 1020), frozenset(DATES), officers=number)
            for name, number in posts.items()
        },
        rest=Rest(days_in_a_row=row),
    )
    return Staff(scenario_of(crewing, 7))


def test_two_posts_and_rest_clash_and_nothing_else_is_named():
    # Three officers work at most 6 of 7 dates: 18 dates, and the posts ask for 3 x 7 = 21.
    clash = clash_of(staff_of({"gate": 2, "desk": 1}, 6, a="drive", b="", c=""))
    assert clash.is_smallest
    assert {(rule.key, rule.of) for rule in clash.rules} == {("post", "gate"), ("post", "desk"), ("row", "")}
    assert sum(relief.by * max(1, len(relief.on)) for relief in clash.relief) == 3


def test_a_role_that_nobody_has_clashes_with_there_being_a_team():
    clash = clash_of(staff_of({}, None, a="", b=""))
    assert set(clash.rules) == {Rule("teams", "to", number=1), Rule("role", "to", "drive", 1)}
    assert sum(relief.by for relief in clash.relief) == 1


def test_a_clash_is_told_in_plain_words_in_both_languages():
    (finding,) = clash_error(clash_of(staff_of({"gate": 3}, None, a="drive", b=""))).findings
    assert finding.code == "E350"
    assert "chốt “gate” luôn có 3 người" in finding.cause("vi")
    assert "the post “gate” always has 3 officers" in finding.cause("en")
    assert "chốt “gate” bớt 1 người" in finding.action("vi")
    assert "2023-04-28" in finding.action("en")


def test_dates_worked_before_clash_under_the_limit_that_the_planner_gave():
    # A has worked three dates in a row, the most there may be, and the post waits for A on the first date.
    staff = staff_of({"gate": 1}, 3, a="drive")
    (post,) = staff.crewing.posts.values()
    first = {"gate": replace(post, dates=frozenset(DATES[:1]))}
    worked = {"a": Worked(in_a_row=3)}
    clash = clash_of(
        Staff(replace(staff.scenario, crewing=replace(staff.crewing, posts=first, history=worked)))
    )
    assert set(clash.rules) == {Rule("post", "gate", number=1), Rule("row_before", "", number=3)}
    (finding,) = clash_error(clash).findings
    assert "không ai làm quá 3 ngày liền, tính cả những ngày ngay trước đợt này" in finding.cause("vi")


def test_stations_that_anybody_may_operate_are_told_without_a_skill():
    rule = Rule("operator", "to")
    assert rule_text(rule, "vi") == "mỗi bộ thu nhận của tổ “to” có một người"
    assert rule_text(rule, "en") == "each station of a team of “to” has an officer"


@settings(max_examples=25)
@given(st.integers(0, 100_000))
def test_no_fewer_rules_clash_and_each_is_needed(seed: int):
    scenario, _ = draw(seed)
    assert scenario.crewing is not None
    greedy = {post.id: replace(post, officers=2) for post in scenario.crewing.posts.values()}
    staff = Staff(replace(scenario, crewing=replace(scenario.crewing, posts=greedy)))
    if _can_be_kept(staff, None):
        return
    clash = clash_of(staff, seconds=60)
    assert clash.is_smallest
    assert not _can_be_kept(staff, set(clash.rules))
    every = set(CrewModel(staff, "switched").switches)
    for fewer in combinations(sorted(every), len(clash.rules) - 1):
        assert _can_be_kept(staff, set(fewer))


def _can_be_kept(staff: Staff, rules: set[Rule] | None) -> bool:
    crews = CrewModel(staff, "hard" if rules is None else "switched")
    for rule, switch in crews.switches.items():
        crews.model.add(switch == int(rule in (rules or ())))
    solver = cp_model.CpSolver()
    solver.parameters.catch_sigint_signal = False
    return solver.solve(crews.model) != cp_model.INFEASIBLE
