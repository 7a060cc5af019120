"""Follow-ups: small campaigns whose best plan is known by hand.

The village is 10 km and 10 minutes off: there and back costs 20 km × 1,000 đ and 20 minutes × 2 officers ×
500 đ, 40,000 đ in all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from optimizer.domain.scenario import FollowUp, Gathering, Scenario, Service, WorkDone
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.searching import searched, told
from tests.exact import Exact

TRIP_DONG = 40_000
COLLECTOR, ACTIVATOR = frozenset({"thu"}), frozenset({"kích"})


def village(*, after_days: int, days: int, **more: Any) -> Scenario:
    """Five people whose accounts are collected, 300,000 đ each, and activated later, 150,000 đ each."""
    services = {
        "collect": Service("collect", "Thu nhận", 12, then=FollowUp("activate", after_days)),
        "activate": Service("activate", "Kích hoạt", 4, 150_000),
    }
    site = build.site("a", cases={"collect": 5})
    return build.scenario(site, days=days, **({"services": services} | more))


def assert_best(made: Scenario, dong: int, *days: str) -> None:
    """The search finds the one best plan, which is worth what was worked out by hand."""
    assert Exact(made, build_matrix(made)).best_mdong() == dong * 1000
    solution = searched(made)
    assert solution.objective_mdong == dong * 1000
    assert [told(route) for route in solution.routes] == list(days)


def test_a_follow_up_is_served_when_it_is_due():
    assert_best(
        village(after_days=2, days=3),
        5 * 450_000 - 2 * TRIP_DONG,
        "to-1 on 0: a 07:10 5 collect",
        "to-1 on 2: a 07:10 5 activate",
    )


def test_a_follow_up_after_the_last_date_is_not_served():
    # On which of the two dates the first step is served is all one.
    made = village(after_days=2, days=2)
    assert searched(made).objective_mdong == (5 * 300_000 - TRIP_DONG) * 1000
    assert Exact(made, build_matrix(made)).best_mdong() == (5 * 300_000 - TRIP_DONG) * 1000


def test_a_follow_up_of_the_same_date_needs_no_second_visit():
    assert_best(
        village(after_days=0, days=1), 5 * 450_000 - TRIP_DONG, "to-1 on 0: a 07:10 5 activate, 5 collect"
    )


def test_a_return_after_seven_days_means_that_the_first_day_is_used():
    assert [told(route) for route in searched(village(after_days=7, days=8)).routes] == [
        "to-1 on 0: a 07:10 5 collect",
        "to-1 on 7: a 07:10 5 activate",
    ]


def test_another_team_may_serve_the_follow_up():
    services = {
        "collect": Service("collect", "", 12, requires=COLLECTOR, then=FollowUp("activate", 1)),
        "activate": Service("activate", "", 4, 150_000, requires=ACTIVATOR),
    }
    teams = {
        "to-1": build.team("to-1", days=2, skills=ACTIVATOR),
        "to-2": build.team("to-2", days=2, skills=COLLECTOR),
    }
    assert_best(
        village(after_days=1, days=2, services=services, teams=teams),
        5 * 450_000 - 2 * TRIP_DONG,
        "to-1 on 1: a 07:10 5 activate",
        "to-2 on 0: a 07:10 5 collect",
    )


def test_two_teams_share_a_follow_up_of_the_same_date_whoever_comes_first():
    # The one who activates has the morning, the one who collects the afternoon: rule R6 goes by dates.
    services = {
        "collect": Service("collect", "", 12, requires=COLLECTOR, then=FollowUp("activate", 0)),
        "activate": Service("activate", "", 4, 150_000, requires=ACTIVATOR),
    }
    morning, afternoon = (build.hours("", window).on(build.START)[0] for window in ((420, 720), (720, 1020)))
    teams = {
        "to-1": build.team("to-1", skills=ACTIVATOR, shift=morning),
        "to-2": build.team("to-2", skills=COLLECTOR, shift=afternoon),
    }
    assert_best(
        village(after_days=0, days=1, services=services, teams=teams),
        5 * 450_000 - 2 * TRIP_DONG,
        "to-1 on 0: a 07:10 5 activate",
        "to-2 on 0: a 12:10 5 collect",
    )


def test_a_chain_of_three_takes_three_visits():
    services = {
        "collect": Service("collect", "", 12, then=FollowUp("check", 1)),
        "check": Service("check", "", 5, 20_000, then=FollowUp("activate", 1)),
        "activate": Service("activate", "", 4, 150_000),
    }
    # Checking brings 100,000 đ, and 750,000 đ on the date after.
    assert_best(
        village(after_days=1, days=3, services=services),
        5 * 470_000 - 3 * TRIP_DONG,
        "to-1 on 0: a 07:10 5 collect",
        "to-1 on 1: a 07:10 5 check",
        "to-1 on 2: a 07:10 5 activate",
    )


def test_work_recorded_earlier_makes_follow_ups_due_on_their_date():
    # Three days after the 22nd is the 25th, the second date; nothing else is to do.
    made = village(after_days=3, days=3)
    made = replace(
        made,
        sites={"a": replace(made.sites["a"], cases={})},
        work_done=(WorkDone(build.day(-2), "a", "collect", 6), WorkDone(build.day(-1), "a", "activate", 1)),
    )
    solution = searched(made)
    assert {told(route) for route in solution.routes} <= {
        "to-1 on 1: a 07:10 5 activate",
        "to-1 on 2: a 07:10 5 activate",
    }
    assert solution.objective_mdong == (5 * 150_000 - TRIP_DONG) * 1000
    assert Exact(made, build_matrix(made)).best_mdong() == solution.objective_mdong


def test_guests_are_called_at_home_for_their_follow_up():
    # On the first date nobody can be met at a; its people come to b, 2 km on, to be collected.  Who may come
    # is counted from what is outstanding at the start: no follow-up is served away from home.
    made = village(after_days=1, days=2, gathering=Gathering(3.0, 1.0))
    sites = {
        "a": replace(made.sites["a"], hours="second"),
        "b": build.site("b", km_north=12.0, cases={}, hours="first"),
    }
    opened = build.hours("", (420, 1020), days=2).windows
    first, second = ({build.day(date): opened[build.day(date)]} for date in range(2))
    hours = {
        "first": replace(build.hours("first"), windows=first),
        "second": replace(build.hours("second"), windows=second),
    }
    # 24 km and minutes to b and back.
    assert_best(
        replace(made, sites=sites, hours=hours),
        5 * 450_000 - 48_000 - TRIP_DONG,
        "to-1 on 0: b 07:12 5 collect of a",
        "to-1 on 1: a 07:10 5 activate",
    )
