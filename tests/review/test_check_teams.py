"""R1 and R2: which dates a team works, and where it sleeps."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.calendar import Horizon
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.check import check_route, check_routes, check_team
from tests import build
from tests.review.week import legal_routes, route, straight, visit, week, with_route


def keys(scenario: Scenario, routes: list[Route]) -> list[str]:
    return [breach.key for breach in check_routes(scenario, straight(scenario), routes)]


def test_the_legal_plan_breaks_no_rule():
    assert keys(week(), legal_routes()) == []


def test_no_routes_break_no_rule():
    assert keys(week(), []) == []


def test_a_team_nobody_knows_is_named_whatever_else_it_does():
    routes = [*legal_routes(), route(2, "x", "00:00", end="y", arrive="00:00", km=5.0, team="to-9")]
    assert keys(week(), routes) == ["R1.unknown_team"]


def test_a_route_outside_the_horizon_is_no_day_of_the_plan():
    routes = [*legal_routes(), route(3, "b", "08:00", end="home", arrive="09:00", km=30.0)]
    assert keys(week(), routes) == ["R1.outside_horizon"]


def test_a_team_does_not_work_on_its_day_off():
    off = week(team={"dates": frozenset({build.day(0), build.day(2)})})
    assert keys(off, legal_routes()) == ["R1.day_off"]


def test_two_routes_on_one_date_are_one_too_many_even_if_they_join():
    # home → b, 30 minutes, on the same morning as the route on from b.
    first = route(1, "home", "07:00", end="b", arrive="07:30", km=30.0)
    second = legal_routes()[1]
    assert keys(week(), [first, second]) == ["R1.several_routes"]
    assert keys(week(), [second, first]) == ["R1.several_routes"]  # whatever order they are listed in


def test_a_route_starts_at_the_base_on_the_first_day():
    assert keys(week(), legal_routes()[1:]) == ["R2.start"]


def test_a_team_without_a_route_stays_where_it_is():
    # Two nights at b: the route home is on date 2 instead of date 1.
    routes = legal_routes()
    later = with_route(routes, 1, date=build.day(2))
    assert keys(week(team={"max_nights": 2}), later) == []
    assert keys(week(), later) == ["R2.nights"]


def test_a_route_does_not_start_where_another_team_slept():
    two = week(teams={name: build.team(name, days=3, max_nights=1) for name in ("to-1", "to-2")})
    routes = legal_routes()
    moved = [with_route(routes, 1, team="to-2")[1]]
    home = route(1, "b", "08:00", end="home", arrive="08:30", km=30.0)
    assert keys(two, [routes[0], home, *moved]) == ["R2.start"]


def test_a_route_does_not_end_where_nobody_may_sleep():
    # b is no lodging; the two routes are as they were.
    assert keys(week(b={"lodging": False}), legal_routes()) == ["R2.no_bed"]


def test_the_base_of_others_is_no_place_to_sleep():
    other = week(bases={"home": build.base(), "post": build.base("post", km_north=30.0)})
    routes = [
        route(0, "home", "08:00", end="post", arrive="08:30", km=30.0),
        route(1, "post", "08:00", end="home", arrive="08:30", km=30.0),
    ]
    assert keys(other, routes) == ["R2.no_bed"]
    slept_in = replace(other, lodgings={"post": other.bases["post"]})
    assert keys(slept_in, routes) == []


def test_every_team_is_home_when_the_last_date_ends():
    assert keys(week(team={"max_nights": 9}), legal_routes()[:1]) == ["R2.not_home"]


def test_nights_are_counted_anew_after_a_night_at_home():
    # Away in the nights after dates 0 and 2, at home after date 1: never two in a row.
    out, back = legal_routes()
    four_days = replace(week(team={"days": 4}), horizon=Horizon(build.START, 4))
    again = route(2, "home", "08:00", end="b", arrive="08:30", km=30.0)
    home = route(3, "b", "08:00", end="home", arrive="08:30", km=30.0)
    assert keys(four_days, [out, back, again, home]) == []


def test_a_move_without_visits_and_a_day_that_goes_nowhere_are_legal():
    routes = [
        route(0, "home", "08:00", end="b", arrive="08:30", km=30.0),
        route(1, "b", "08:00", end="home", arrive="08:30", km=30.0),
        route(2, "home", "08:00", end="home", arrive="08:00", km=0.0),
    ]
    assert keys(week(), routes) == []


def test_one_team_is_checked_without_what_the_plan_serves_in_all():
    # 6 + 5 = 11 cards of 10 outstanding at a, each team well within.
    scenario = week(teams={name: build.team(name, days=3) for name in ("to-1", "to-2")})
    # 20 + 6 × 12 = 92 minutes; 20 + 5 × 12 = 80 minutes.
    six = route(0, "home", "07:50", visit("a", "08:00", "09:32", cccd=6), end="home", arrive="09:42", km=20.0)
    five = route(
        0,
        "home",
        "07:50",
        visit("a", "08:00", "09:20", cccd=5),
        end="home",
        arrive="09:30",
        km=20.0,
        team="to-2",
    )
    travel = straight(scenario)
    assert check_team(scenario, travel, scenario.teams["to-1"], [six]) == ()
    assert check_team(scenario, travel, scenario.teams["to-2"], [five]) == ()
    assert [one.key for one in check_routes(scenario, travel, [six, five])] == ["R6.too_many"]


def test_one_route_is_checked_without_where_the_team_slept():
    scenario = week()
    assert check_route(scenario, straight(scenario), legal_routes()[1]) == ()
