"""Pinned visits and frozen days."""

from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer.domain.scenario import Pin
from optimizer.report.promises import Promises
from tests import build
from tests.report import campaign
from tests.report.promised import KEPT, LOST, papers


def test_only_the_visit_that_keeps_a_pin_is_pinned() -> None:
    plan, scenario, _ = papers()
    promises = Promises(plan, scenario)
    pinned = [
        (route.team, route.date, visit.site)
        for route in plan.routes
        for visit in route.visits
        if promises.is_pinned(route, visit)
    ]
    assert pinned == [(KEPT.team, KEPT.date, KEPT.site)]


@pytest.mark.parametrize(
    ("pin", "is_kept"),
    [
        (Pin("to-1", build.day(0), "host"), True),
        (Pin("to-1", build.day(0), "host", start_min=480), True),
        (Pin("to-1", build.day(0), "host", start_min=481), False),
        (Pin("to-1", build.day(0), "host", cases={"vneid2": 6}), True),
        (Pin("to-1", build.day(0), "host", cases={"vneid2": 7}), False),  # 13 with guests, 6 of its own
        (Pin("to-1", build.day(1), "host"), False),
        (Pin("to-2", build.day(0), "host"), False),
        (Pin("to-1", build.day(0), "near"), False),
    ],
)
def test_a_visit_is_pinned_if_it_keeps_all_that_was_promised(pin: Pin, *, is_kept: bool) -> None:
    plan, scenario, _ = papers()
    promises = Promises(plan, replace(scenario, pins=(pin,)))
    monday = plan.routes[0]
    assert promises.is_pinned(monday, monday.visits[0]) is is_kept


def test_of_two_visits_a_day_to_one_site_only_the_promised_hour_is_pinned() -> None:
    plan, scenario, _ = papers()
    [visit] = plan.routes[0].visits
    later = visit.model_copy(update={"start": 600, "finish": 683})
    twice = plan.routes[0].model_copy(update={"visits": (later, visit)})
    promises = Promises(plan, scenario)
    assert [promises.is_pinned(twice, one) for one in twice.visits] == [False, True]


def test_days_up_to_the_last_frozen_one_stand_unless_they_had_to_be_changed() -> None:
    plan, scenario, _ = papers()
    promises = Promises(plan, scenario)
    assert [promises.was_frozen(build.day(day)) for day in range(5)] == [True, True, False, False, False]
    stands = {
        (team, day): promises.is_frozen(team, build.day(day)) for team in scenario.teams for day in range(3)
    }
    assert stands == {
        ("to-1", 0): True,  # as it was
        ("to-1", 1): True,  # without a route, as it was
        ("to-1", 2): False,  # after the last frozen date
        ("to-2", 0): True,
        ("to-2", 1): False,  # goes elsewhere than it was to
        ("to-2", 2): False,
    }


def test_a_frozen_day_that_gained_or_lost_its_route_does_not_stand() -> None:
    plan, scenario, _ = papers()
    monday = plan.routes[0]
    without = plan.model_copy(update={"routes": plan.routes[1:]})
    assert not Promises(without, scenario).is_frozen("to-1", monday.date)
    gained = plan.model_copy(
        update={"routes": (*plan.routes, monday.model_copy(update={"date": build.day(1)}))}
    )
    assert not Promises(gained, scenario).is_frozen("to-1", build.day(1))


def test_nothing_is_frozen_without_an_earlier_plan_or_a_date() -> None:
    plan, scenario, _ = papers()
    assert scenario.earlier
    undated = replace(scenario, earlier=replace(scenario.earlier, frozen_until=None))
    for one in (replace(scenario, earlier=None), undated, campaign.campaign()):
        assert not Promises(plan, one).is_frozen("to-1", build.day(0))


def test_conflicts_stand_by_date_with_the_pin_they_break() -> None:
    plan, scenario, _ = papers()
    promises = Promises(plan, scenario)
    assert [one.date for one in promises.conflicts] == [build.day(1), build.day(3)]
    assert [promises.pin_of(one) for one in promises.conflicts] == [None, LOST]
