"""Cases counted where their people live."""

from __future__ import annotations

from optimizer.report.tally import Tally
from tests.report import campaign
from tests.report.promised import papers


def test_cases_are_served_of_the_site_where_people_live() -> None:
    plan, scenario, _ = papers()
    assert Tally(plan, scenario).served == {
        ("host", "cccd"): 4,
        ("host", "vneid2"): 6,
        ("near", "vneid2"): 4 + 3,  # four of them at the host
        ("far", "vneid2"): 3 + 2,  # all of them at the host
        ("near", "activate"): 4,
        ("host", "activate"): 5,
    }


def test_what_is_due_holds_follow_ups_of_earlier_work_and_of_the_plan() -> None:
    plan, scenario, _ = papers()
    due = {site.id: dict(Tally(plan, scenario).due(site)) for site in scenario.sites.values()}
    # Host: 5 recorded of which 2 are done, and 6 of Monday, due on Wednesday.  Near: 4 of Monday; the
    # 3 of Friday fall due on Sunday, after the plan.  Far: 3 of Monday and 2 of Tuesday.
    assert due == {
        "host": {"cccd": 10, "vneid2": 8, "activate": 3 + 6},
        "near": {"vneid2": 10, "activate": 4},
        "far": {"vneid2": 9, "activate": 5},
        "lost": {"cccd": 5},
    }


def test_follow_ups_that_the_plan_makes_are_told_apart_from_what_was_outstanding() -> None:
    plan, scenario, _ = papers()
    tally = Tally(plan, scenario)
    assert tally.due_by_service == {"cccd": 15, "vneid2": 27, "activate": 18}
    assert tally.arising_by_service == {"activate": 6 + 4 + 5}
    # Five activated at the host where three were outstanding, four of the near village where none was.
    assert tally.follow_ups_served == 2 + 4
    assert plan.figures.cases - tally.follow_ups_served == round(plan.figures.coverage * plan.figures.of)


def test_without_follow_ups_the_cases_due_are_those_listed() -> None:
    plan, scenario, _ = campaign.papers()
    tally = Tally(plan, scenario)
    assert tally.arising_by_service == {}
    assert tally.follow_ups_served == 0
    assert {site.id: dict(tally.due(site)) for site in scenario.sites.values()} == {
        site.id: dict(site.cases) for site in scenario.sites.values()
    }
