"""Promises: visits that must be in the plan whatever they cost, and those that cannot be.

A kilometre takes a minute and costs 2,000 đ for the two officers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Pin, Scenario, Service
from optimizer.engine.solve import Solution
from optimizer.travel.build import build_matrix
from tests import build
from tests.engine.searching import searched, told
from tests.exact import Best, Exact


def pin(site: str = "a", *, day: int = 0, team: str = "to-1", start: int | None = None, **cases: int) -> Pin:
    """A promise of a team to be at a site."""
    return Pin(team, build.day(day), site, start, cases)


def kept(made: Scenario, *pins: Pin) -> Solution:
    """The plan found, which keeps as many promises as the best one and is worth as much."""
    made = replace(made, pins=pins)
    solution = searched(made)
    best = Exact(made, build_matrix(made)).best()
    assert Best(len(pins) - len(solution.unkept), solution.objective_mdong) == best
    return solution


def days(solution: Solution) -> list[str]:
    return [told(route) for route in solution.routes]


def village(cases: int = 3, **more: Any) -> Scenario:
    """A village 10 km off with few cases of 12 minutes."""
    return build.scenario(build.site("a", cases={"cccd": cases}), **more)


def test_work_starts_at_the_minute_that_was_promised():
    solution = kept(village(), pin(start=600))
    assert days(solution) == ["to-1 on 0: a 10:00 3 cccd"]
    assert solution.unkept == ()


def test_at_least_as_many_are_served_as_were_promised():
    # 100 minutes of shift leave 60 for cases: 6 of 10, each worth 100,000 đ, or 5 of 12, each worth
    # 300,000 đ.  Four of the former were promised: 24 minutes are left, two of the latter.
    services = {
        "cccd": Service("cccd", "", 12),
        "quick": Service("quick", "", 9, 100_000),
    }
    made = build.scenario(
        build.site("a", cases={"cccd": 10, "quick": 10}),
        services=services,
        teams={"to-1": build.team(shift=Window(420, 520))},
    )
    assert days(kept(made)) == ["to-1 on 0: a 07:10 5 cccd"]
    assert days(kept(made, pin(quick=4))) == ["to-1 on 0: a 07:10 2 cccd, 4 quick"]


def test_a_promise_far_away_is_kept_with_a_night_there():
    # 200 minutes off and a shift of 300: nobody gets there and back in a day.
    made = build.scenario(
        build.site("a", km_north=200.0, cases={"cccd": 2}, lodging=True),
        build.site("b", cases={"cccd": 2}),
        days=2,
        teams={"to-1": build.team(days=2, shift=Window(420, 720), max_nights=1)},
    )
    # 2 × 300,000 đ do not pay for 400 km × 2,000 đ and a night of 2 × 500,000 đ.
    assert days(kept(made)) == ["to-1 on 0: b 07:10 2 cccd"]
    assert kept(made, pin()).objective_mdong == (4 * 300_000 - 400 * 2_000 - 1_000_000) * 1000
    assert [route.end for route in kept(made, pin(day=1)).routes] == ["a", "home"]


def test_a_promise_is_kept_whatever_it_costs():
    # The road is 2 × 200 km × 50,000 đ; the one case at a is worth nothing at all.
    dear = {"car": replace(build.FLAT, dong_per_km=50_000)}
    made = build.scenario(
        build.site("a", km_north=200.0, cases={"cccd": 1}, priority=0.0),
        build.site("b", km_north=-10.0, cases={"cccd": 2}),
        vehicles=dear,
    )
    solution = kept(made, pin())
    assert "a" in {visit.site for route in solution.routes for visit in route.visits}
    assert solution.objective_mdong < -20_000_000_000


def test_two_promises_at_different_places_are_both_kept_in_their_order():
    made = build.scenario(
        build.site("a", km_north=10.0, cases={"cccd": 3}), build.site("b", km_north=20.0, cases={"cccd": 3})
    )
    solution = kept(made, pin("a", start=720), pin("b", start=480))
    assert days(solution) == ["to-1 on 0: b 08:00 3 cccd; a 12:00 3 cccd"]


def test_two_promises_at_different_times_are_two_visits():
    solution = kept(village(), pin(start=480), pin(start=840))
    (route,) = solution.routes
    assert [visit.start for visit in route.visits] == [480, 840]


def test_promises_that_one_visit_keeps_are_one_visit():
    # The last two say what the first says; a visit for each would take its set-up from someone's time.
    solution = kept(village(), pin(start=600, cccd=2), pin(), pin(cccd=1))
    assert days(solution) == ["to-1 on 0: a 10:00 3 cccd"]
    assert solution.unkept == ()


def test_what_goes_with_a_promise_that_cannot_be_kept_is_kept_by_itself():
    # At a quarter past three in the morning nobody is there, but on that date somebody can be.
    at_night, sometime = pin(start=195), pin()
    solution = kept(village(), at_night, sometime)
    assert solution.unkept == (at_night,)
    assert days(solution) == ["to-1 on 0: a 07:10 3 cccd"]


def test_promises_that_nobody_can_keep_are_said():
    off = build.team("to-2", dates=frozenset())
    made = village(teams={"to-1": build.team(), "to-2": off})
    impossible = (
        pin(team="to-2"),
        pin(cccd=4),
        pin(start=180),
        pin(day=9),
        pin("nowhere"),
        pin(team="to-9"),
        pin(vneid2=1),
    )
    solution = searched(made, pins=impossible)
    assert solution.unkept == impossible
    assert days(solution) == ["to-1 on 0: a 07:10 3 cccd"]


def test_of_promises_that_contradict_each_other_one_is_kept():
    # Both ask for all three people.
    either = pin(start=480, cccd=3), pin(start=840, cccd=3)
    solution = kept(village(), *either)
    assert len(solution.unkept) == 1


def test_a_visit_that_keeps_a_promise_by_the_way_is_not_called_a_broken_one():
    # 30 of the 40 cases were promised to to-1 at eight: 20 + 360 minutes.
    made = village(40, teams={"to-1": build.team(), "to-2": build.team("to-2")})
    solution = searched(made, pins=(pin(start=480, cccd=30), pin(team="to-2")))
    assert solution.unkept == ()


def test_guests_do_not_count_towards_a_promise():
    gathering = build.scenario(
        build.site("a", cases={"cccd": 1}),
        build.site("b", km_north=12.0, cases={"cccd": 5}),
    )
    from optimizer.domain.scenario import Gathering

    made = replace(gathering, gathering=Gathering(3.0, 1.0))
    promised = pin(cccd=2)
    assert kept(made, promised).unkept == (promised,)
