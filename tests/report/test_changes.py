"""A plan beside the one that was handed out before."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.scenario import EarlierPlan
from optimizer.report.changes import Comparison, Fate
from tests import build
from tests.report.promised import papers


def test_every_visit_is_new_kept_or_dropped_by_team_date_and_site() -> None:
    plan, scenario, _ = papers()
    told = [
        (one.team, one.date.day, one.site, one.fate.value, one.is_moved)
        for one in Comparison(plan, scenario).visits
    ]
    assert told == [
        ("to-1", 24, "host", "kept", False),
        ("to-1", 26, "near", "kept", True),  # an hour earlier, and one case more
        ("to-1", 26, "host", "new", False),
        ("to-1", 28, "near", "new", False),
        ("to-2", 25, "host", "new", False),
        ("to-2", 25, "lost", "dropped", False),
    ]


def test_new_and_dropped_visits_are_those_that_the_objective_charges() -> None:
    plan, scenario, _ = papers()
    changed = [one for one in Comparison(plan, scenario).visits if one.fate is not Fate.KEPT]
    assert plan.figures.terms.change == -len(changed) * scenario.objective.change_dong


def test_a_route_is_compared_visit_by_visit() -> None:
    plan, scenario, _ = papers()
    comparison = Comparison(plan, scenario)
    wednesday = plan.routes[2]
    near, host = comparison.of(wednesday)
    assert near
    assert host
    assert (near.now, near.before and near.before.start) == (wednesday.visits[0], 492)
    assert (host.now, host.before) == (wednesday.visits[1], None)


def test_two_visits_a_day_are_compared_in_order_and_one_too_many_is_kept() -> None:
    plan, scenario, _ = papers()
    monday = plan.routes[0]
    [visit] = monday.visits
    again = visit.model_copy(update={"start": 700, "finish": 783, "cases": {"cccd": 1}, "guests": {}})
    twice = monday.model_copy(update={"visits": (visit, again)})
    first, second = Comparison(plan.model_copy(update={"routes": (twice,)}), scenario).of(twice)
    assert first
    assert second
    assert (first.fate, first.is_moved) == (Fate.KEPT, False)
    assert (second.fate, second.before, second.is_moved) == (Fate.KEPT, None, False)


def test_people_who_come_from_elsewhere_instead_make_a_visit_another() -> None:
    plan, scenario, _ = papers()
    assert scenario.earlier
    monday = plan.routes[0]
    alone = monday.visits[0].model_copy(update={"guests": {}})
    before = EarlierPlan((monday.model_copy(update={"visits": (alone,)}),))
    [compared] = Comparison(plan, replace(scenario, earlier=before)).of(monday)
    assert compared
    assert (compared.fate, compared.is_moved) == (Fate.KEPT, True)


def test_visits_of_teams_that_are_no_more_are_dropped_and_stand_last() -> None:
    plan, scenario, _ = papers()
    assert scenario.earlier
    gone = plan.routes[0].model_copy(update={"team": "to-0"})
    before = EarlierPlan((*scenario.earlier.routes, gone))
    last = Comparison(plan, replace(scenario, earlier=before)).visits[-1]
    assert (last.team, last.date, last.fate) == ("to-0", build.day(0), Fate.DROPPED)


def test_without_an_earlier_plan_there_is_nothing_to_compare() -> None:
    plan, scenario, _ = papers()
    comparison = Comparison(plan, replace(scenario, earlier=None))
    assert comparison.visits == ()
    assert comparison.of(plan.routes[2]) == [None, None]
