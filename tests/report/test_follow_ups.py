"""Cases that follow others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from optimizer.domain.scenario import WorkDone
from optimizer.report.follow_ups import Batch, follow_ups
from optimizer.review.demand import Demand
from tests import build
from tests.report import campaign
from tests.report.promised import papers


def test_what_was_done_makes_cases_that_fall_due_and_are_planned_in_that_order() -> None:
    plan, scenario, _ = papers()
    host, wednesday = "host", build.day(2)
    batches = list(follow_ups(plan, scenario))
    # Five were collected four days before, two of them activated since.  Of Wednesday's five
    # activations three are therefore of those, and two of the six of Monday.
    assert batches[:2] == [
        Batch(host, "activate", "vneid2", date(2023, 4, 20), build.START, cases=3, planned=((wednesday, 3),)),
        Batch(host, "activate", "vneid2", build.START, wednesday, cases=6, planned=((wednesday, 2),)),
    ]
    assert [batch.left for batch in batches[:2]] == [0, 4]


def test_follow_ups_stand_at_the_home_of_those_who_were_served_elsewhere() -> None:
    plan, scenario, _ = papers()
    told = [
        (batch.site, batch.done and batch.done.day, batch.due.isoformat(), batch.cases, batch.left)
        for batch in follow_ups(plan, scenario)
        if batch.site != "host"
    ]
    assert told == [
        ("near", 24, "2023-04-26", 4, 0),
        ("near", 28, "2023-04-30", 3, 3),  # after the plan, which ends on the 28th
        ("far", 24, "2023-04-26", 3, 3),
        ("far", 25, "2023-04-27", 2, 2),
    ]


def test_batches_within_the_plan_add_up_to_what_is_due_and_left() -> None:
    plan, scenario, _ = papers()
    demand = Demand(scenario, plan.routes)
    for site in ("host", "near", "far"):
        batches = [
            one for one in follow_ups(plan, scenario) if one.site == site and one.due <= scenario.horizon.end
        ]
        assert sum(one.cases for one in batches) == sum(demand.due((site, "activate")).values())
        assert sum(one.left for one in batches) == demand.left((site, "activate"))


def test_cases_listed_from_the_start_stand_beside_those_that_follow() -> None:
    plan, scenario, _ = papers()
    host = scenario.sites["host"]
    listed = replace(host, cases={**host.cases, "activate": 1})
    told = [
        (one.first, one.cases, one.left)
        for one in follow_ups(plan, replace(scenario, sites={**scenario.sites, "host": listed}))
        if one.site == "host"
    ]
    # Alone from the start, it is due with the recorded ones and served before them.
    assert told == [(None, 1, 0), ("vneid2", 3, 0), ("vneid2", 6, 5)]


def test_a_site_where_no_first_step_was_done_has_ordinary_cases_only() -> None:
    plan, scenario, _ = papers()
    lost = replace(scenario.sites["lost"], cases={"activate": 7})
    sites = {**scenario.sites, "lost": lost}
    assert "lost" not in {one.site for one in follow_ups(plan, replace(scenario, sites=sites))}


@pytest.mark.parametrize(("done", "left"), [(0, 5), (4, 1), (5, 0), (9, 0)])
def test_follow_ups_done_earlier_are_not_due_again(done: int, left: int) -> None:
    plan, scenario, _ = papers()
    recorded = (
        WorkDone(build.START - timedelta(days=4), "far", "vneid2", 5),
        *([WorkDone(build.START - timedelta(days=1), "far", "activate", done)] if done else []),
    )
    batches = [one for one in follow_ups(plan, replace(scenario, work_done=recorded)) if one.site == "far"]
    assert sum(one.cases for one in batches if one.done and one.done < build.START) == left


def test_services_that_nothing_follows_have_no_batches() -> None:
    plan, scenario, _ = campaign.papers()
    assert list(follow_ups(plan, scenario)) == []
