"""What is left after work: by hand, and against people who are followed one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.after_work import Cell, after_work
from optimizer.domain.calendar import Horizon
from optimizer.domain.scenario import FollowUp, Scenario, Service, WorkDone
from tests import build

CHAIN = {
    "collect": Service(id="collect", name="Thu nhận", minutes=6, then=FollowUp("activate", 3)),
    "activate": Service(id="activate", name="Kích hoạt", minutes=4, then=FollowUp("teach", 2)),
    "teach": Service(id="teach", name="Hướng dẫn", minutes=2),
    "away": Service(id="away", name="Đi xa", minutes=None, plannable=False),
}
START = build.day(7)


def campaign(cases: dict[str, int], before: Sequence[WorkDone] = ()) -> Scenario:
    site = build.site("a", cases={service: count for service, count in cases.items() if count})
    return build.scenario(site, days=7, services=CHAIN, work_done=tuple(before))


def worked(offset: int, service: str, cases: int) -> WorkDone:
    return WorkDone(build.day(offset), "a", service, cases)


def begun_later(scenario: Scenario, done: Sequence[WorkDone], days: int = 30) -> Scenario:
    """The scenario that begins a week later, with what is left."""
    left = after_work(scenario, done, START)
    sites = {one.id: replace(one, cases=left.of_site(one.id)) for one in scenario.sites.values()}
    return replace(scenario, horizon=Horizon(START, days), sites=sites, work_done=left.work_done)


def test_what_was_done_is_taken_off_what_is_listed():
    left = after_work(campaign({"collect": 30, "away": 5}), [worked(0, "collect", 12)], START)
    # 30 − 12; those of Monday could be activated from Thursday on: listed, for that has passed.
    assert left.cases == {("a", "collect"): 18, ("a", "activate"): 12, ("a", "away"): 5}
    assert left.work_done == ()


def test_what_falls_due_after_the_new_start_stays_a_follow_up_of_its_work():
    done = [worked(3, "collect", 4), worked(6, "collect", 5)]
    left = after_work(campaign({"collect": 20}), done, START)
    # Thursday's 4 are due on Sunday; Sunday's 5 on Wednesday, after the new Monday.
    assert left.cases == {("a", "collect"): 11, ("a", "activate"): 4}
    assert left.work_done == (worked(6, "collect", 5),)


def test_work_takes_what_is_due_on_its_date_and_not_what_comes_later():
    # On Sunday 10 are activated: those listed, not the 5 collected on that day.
    done = [worked(6, "collect", 5), worked(6, "activate", 10)]
    scenario = campaign({"collect": 5, "activate": 10})
    later = begun_later(scenario, done)
    site = later.sites["a"]
    assert later.due(site, "activate") == {build.day(9): 5}
    # And the 10 can be taught two days after Sunday, on Tuesday.
    assert later.due(site, "teach") == {build.day(8): 10}


def test_follow_ups_known_before_are_settled_as_the_scenario_settles_them():
    before = [
        WorkDone(build.START - timedelta(days=4), "a", "collect", 6),
        WorkDone(build.START - timedelta(days=1), "a", "collect", 3),
        WorkDone(build.START - timedelta(days=1), "a", "activate", 4),
    ]
    left = after_work(campaign({}, before), [worked(0, "activate", 2)], START)
    # 6 − 4 = 2 were due on Monday and are activated then; 3 from Wednesday on are left.
    assert left.cases == {("a", "activate"): 3, ("a", "teach"): 6}


def test_more_than_was_outstanding_is_told_and_never_makes_a_count_negative():
    left = after_work(campaign({"collect": 3}), [worked(1, "collect", 5)], START)
    assert left.beyond == {("a", "collect"): 2}
    assert left.cases == {("a", "activate"): 5}


def test_nothing_done_leaves_everything():
    scenario = campaign({"collect": 3, "away": 1})
    assert after_work(scenario, [], START).cases == {("a", "collect"): 3, ("a", "away"): 1}


_WORK = st.lists(
    st.builds(
        worked, st.integers(0, 6), st.sampled_from(["collect", "activate", "teach"]), st.integers(1, 4)
    ),
    max_size=6,
)
_BEFORE = st.lists(
    st.builds(worked, st.integers(-4, -1), st.sampled_from(["collect", "activate"]), st.integers(1, 4)),
    max_size=3,
)


def following(scenario: Scenario, service: str, done: Sequence[WorkDone]) -> list[date]:
    """The date from which each person is to be followed up, in the order of the first steps."""
    dates: list[date] = []
    for one in sorted(done, key=lambda one: one.date):
        then = scenario.services[one.service].then
        if then and then.service == service:
            dates += [one.date + timedelta(days=then.after_days)] * one.cases
    return dates


def served(waiting: list[date], service: str, done: Sequence[WorkDone]) -> list[date]:
    """Who is left after work: on each date those go who may, the longest waiting first."""
    left = sorted(waiting)
    for one in sorted(done, key=lambda one: one.date):
        for _ in range(one.cases if one.service == service else 0):
            if left:
                left.remove(next((due for due in left if due <= one.date), left[0]))
    return left


def people(scenario: Scenario, done: Sequence[WorkDone]) -> dict[Cell, Counter[date]]:
    """Every person who is left, by the date from which: followed one by one, in plain steps.

    Work before the scenario counts as `Scenario.due` has it, whatever the order of its dates.
    """
    left: dict[Cell, Counter[date]] = {}
    for service in scenario.services:
        listed = [build.START] * scenario.sites["a"].cases.get(service, 0)
        settled = sum(one.cases for one in scenario.work_done if one.service == service)
        known = following(scenario, service, scenario.work_done)[settled:]
        waiting = [*listed, *known, *following(scenario, service, done)]
        left["a", service] = Counter(max(START, due) for due in served(waiting, service, done))
    return left


@given(
    cases=st.fixed_dictionaries({}, optional={name: st.integers(1, 6) for name in CHAIN}),
    before=_BEFORE,
    done=_WORK,
)
def test_the_new_scenario_has_due_exactly_who_is_left_and_when(
    cases: dict[str, int], before: list[WorkDone], done: list[WorkDone]
):
    scenario = campaign(cases, before)
    expected = people(scenario, done)
    later = begun_later(scenario, done)
    assert {service: Counter(later.due(later.sites["a"], service)) for service in CHAIN} == {
        service: expected["a", service] for service in CHAIN
    }
