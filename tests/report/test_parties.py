"""People who come to a visit from other sites."""

from __future__ import annotations

from optimizer.report.parties import Parties, Party
from tests.report.promised import papers


def test_who_has_a_shuttle_is_brought_and_the_others_come_by_themselves() -> None:
    plan, scenario, _ = papers()
    monday = plan.routes[0].visits[0]
    assert Parties(scenario).of(monday) == (
        Party("near", {"vneid2": 4}, by_shuttle=False),
        Party("far", {"vneid2": 3}, by_shuttle=True),
    )


def test_every_coming_of_a_plan_is_told_with_its_visit() -> None:
    plan, scenario, _ = papers()
    told = [
        (route.team, route.date.day, visit.site, party.home, party.number_of_cases)
        for route, visit, party in Parties(scenario).coming(plan)
    ]
    assert told == [
        ("to-1", 24, "host", "near", 4),
        ("to-1", 24, "host", "far", 3),
        ("to-2", 25, "host", "far", 2),
    ]
