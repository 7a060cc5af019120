"""What other solvers are given adds up to the campaign, and whatever they answer becomes a valid plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options, solve
from optimizer.review.check import check_routes
from optimizer.review.figures import objective_mdong
from optimizer.review.nights import beds
from optimizer.travel.build import build_matrix
from tests import build
from tests.benchmarks.scripts import benchmark

family = benchmark("family")
work = benchmark("peers.work")
nights = benchmark("peers.nights")
days = benchmark("peers.days")

NAMES = ("scarce-near-24-3-3", "plenty-remote-24-3-5")
PATTERNS = ("home", "trips", "ours")
Which = tuple[str, str]
"""Name of a campaign, and pattern of nights."""


def campaign(name: str) -> Scenario:
    made: Scenario = family.family_campaign(name)
    return made


@cache
def task(name: str, pattern: str) -> Any:
    scenario = campaign(name)
    travel = build_matrix(scenario)
    if pattern == "home":
        at = nights.at_home(scenario)
    elif pattern == "trips":
        at = nights.on_trips(scenario, travel)
    else:
        found = solve(scenario, travel, Options(seconds=None, iterations=200))
        at = nights.as_in(scenario, found.routes)
    return work.Task(scenario, travel, work.chunks(scenario, 90), at)


TASKS = [(name, pattern) for name in NAMES for pattern in PATTERNS]
EASY = (("plenty-near-6-2-3", "home"), ("plenty-remote-6-1-4", "trips"))
"""So small that solvers have an answer at once, however busy the machine is."""


def test_chunks_add_up_to_the_demand_and_none_is_too_long():
    scenario = campaign(NAMES[0])
    for minutes in (30, 90, 1000):
        found = work.chunks(scenario, minutes)
        for site in scenario.sites.values():
            for service, cases in site.cases.items():
                sizes = [one.cases for one in found if (one.site.id, one.service.id) == (site.id, service)]
                assert sum(sizes) == cases
                assert max(sizes) - min(sizes) <= 1
        assert all(one.minutes(2) <= minutes or one.cases == 1 for one in found)


def test_a_chunk_takes_fewer_stations_longer():
    site = build.site("s1", cases={"cccd": 25})
    (chunk,) = work.chunks(build.scenario(site), 1000)
    # 25 cases of 12 minutes: 300 station-minutes
    assert [chunk.minutes(stations) for stations in (1, 2, 7)] == [300, 150, 43]
    assert chunk.worth_mdong == 25 * 300_000 * 1000


def test_work_that_nobody_is_fit_for_is_left_out():
    site = build.site("s1", requires=frozenset({"tiếng-mông"}))
    assert work.chunks(build.scenario(site, build.site("s2")), 60) == work.chunks(
        build.scenario(build.site("s2")), 60
    )


@pytest.mark.parametrize("name", NAMES)
def test_trips_keep_to_the_limit_of_nights_and_end_at_home(name: str):
    scenario = campaign(name)
    at = task(name, "trips").team_days
    away = 0
    for team in scenario.teams.values():
        slept = {one.date: one.end for one in at if one.team.id == team.id}
        assert slept[max(slept)] == team.base
        in_a_row, bed = 0, team.base
        for day in scenario.horizon.dates():
            bed = slept.get(day, bed)
            in_a_row = in_a_row + 1 if bed != team.base else 0
            assert in_a_row <= team.max_nights
            away += bed != team.base
        for one in at:
            if one.team.id == team.id and one.date > min(slept):
                before = max(day for day in slept if day < one.date)
                assert one.start == slept[before]
    assert away > 0 or "near" in name


def test_nights_are_copied_from_a_plan():
    scenario = campaign(NAMES[1])
    found = solve(scenario, build_matrix(scenario), Options(seconds=None, iterations=200))
    at = nights.as_in(scenario, found.routes)
    for team in scenario.teams.values():
        slept = beds(scenario.horizon, team, (one for one in found.routes if one.team == team.id))
        for one in at:
            if one.team.id == team.id:
                assert one.end == slept[one.date]
                assert one.start == slept.get(one.date - timedelta(days=1), team.base)
    assert any(one.end != one.team.base for one in at)


@given(which=st.sampled_from(TASKS), random=st.randoms(use_true_random=False), fill=st.booleans())
def test_any_answer_becomes_valid_routes(which: Which, random: Random, *, fill: bool):
    of = task(*which)
    orders: list[list[int]] = [[] for _ in of.team_days]
    for chunk in random.sample(range(len(of.chunks)), random.randint(0, len(of.chunks))):
        random.choice(orders).append(chunk)
    routes = days.routes_of(of, orders, fill=fill)
    assert check_routes(of.scenario, of.travel, routes) == ()


@given(st.sampled_from(TASKS), st.randoms(use_true_random=False))
def test_topping_up_is_never_for_the_worse(which: Which, random: Random):
    of = task(*which)
    orders: list[list[int]] = [[] for _ in of.team_days]
    for chunk in random.sample(range(len(of.chunks)), len(of.chunks) // 2):
        random.choice(orders).append(chunk)
    before, after = (
        objective_mdong(of.scenario, of.travel, days.routes_of(of, orders, fill=fill))
        for fill in (False, True)
    )
    assert after >= before


def test_a_chunk_too_long_for_the_window_is_cut_and_goes_on_in_the_next():
    # 60 minutes away; 20 of set-up; noon from 660 to 720: 40 minutes for 3 cases of 12; then 1000 to 1100.
    scenario = build.scenario(
        build.site("s1", km_north=60.0, cases={"cccd": 8}, hours="split"),
        hours={"split": build.hours("split", (660, 720), (1000, 1100))},
        teams={"to-1": build.team(shift=build.Window(420, 1160))},
    )
    travel = build_matrix(scenario)
    made = work.Task(scenario, travel, work.chunks(scenario, 1000), nights.at_home(scenario))
    (route,) = days.routes_of(made, [[0]])
    # The shift ends at 1160, an hour's way home: the second visit must be over by 1100, with 5 cases at 1080.
    assert [(one.start, one.finish, dict(one.cases)) for one in route.visits] == [
        (660, 716, {"cccd": 3}),
        (1000, 1080, {"cccd": 5}),
    ]
    short = replace(scenario, teams={"to-1": build.team(shift=build.Window(420, 1130))})
    # Home by 1130: the second visit is over by 1070, 50 minutes for 4 cases.
    made = replace(made, scenario=short, team_days=nights.at_home(short))
    (route,) = days.routes_of(made, [[0]])
    assert route.visits[1].cases == {"cccd": 4}
    assert route.arrive == 1128


def test_what_is_left_of_a_site_is_added_where_there_is_time():
    scenario = build.scenario(build.site("s1", km_north=60.0, cases={"cccd": 30}))
    travel = build_matrix(scenario)
    chunks = work.chunks(scenario, 60)  # of two stations: chunks of ten
    made = work.Task(scenario, travel, chunks, nights.at_home(scenario))
    assert [one.cases for one in chunks] == [10, 10, 10]
    (route,) = days.routes_of(made, [[1]], fill=False)
    assert route.visits[0].cases == {"cccd": 10}
    (route,) = days.routes_of(made, [[1]])
    # 420 + 60 + 20 of set-up; the shift ends at 1050, less 60 for the way home: 490 minutes, 40 cases.
    assert route.visits[0].cases == {"cccd": 30}


def test_a_trip_that_earns_nothing_is_not_made():
    scenario = build.scenario(
        build.site("s1", km_north=60.0, lodging=True),
        days=2,
        teams={"to-1": build.team(days=2, max_nights=1)},
    )
    travel = build_matrix(scenario)
    away = tuple(
        work.TeamDay(team, day, *ends)
        for team in scenario.teams.values()
        for day, ends in zip(scenario.horizon.dates(), (("home", "s1"), ("s1", "home")), strict=True)
    )
    made = work.Task(scenario, travel, work.chunks(scenario, 1000), away)
    assert days.routes_of(made, [[], []]) == ()
    assert len(days.routes_of(made, [[0], []])) == 2
    assert len(days.routes_of(made, [[], [0]])) == 2


def answered(module: str, which: Which, **more: object) -> None:
    """Has a solver answer for a second, and its answer judged."""
    given = task(*which)
    found = benchmark(module).solve(given, 1.0, **more)
    numbers = [number for order in found.orders for number in order]
    assert len(set(numbers)) == len(numbers)
    routes = days.routes_of(given, found.orders)
    assert check_routes(given.scenario, given.travel, routes) == ()
    assert objective_mdong(given.scenario, given.travel, routes) > 0


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("which", EASY)
def test_ortools_answers(which: Which, *, exact: bool):
    answered("peers.with_ortools", which, exact=exact)


@pytest.mark.peers
@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("which", EASY)
def test_pyvrp_answers(which: Which, *, exact: bool):
    answered("peers.with_pyvrp", which, seed=1, exact=exact)


@pytest.mark.peers
def test_pyvrp_answers_where_load_dimensions_say_who_may_serve(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(benchmark("peers.with_pyvrp"), "MOST_PROFILE_BYTES", 0)
    answered("peers.with_pyvrp", EASY[0], seed=1, exact=True)


@pytest.mark.peers
@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize("which", EASY)
def test_vroom_answers(which: Which, *, safe: bool):
    answered("peers.with_vroom", which, safe=safe)


def test_hours_that_differ_by_date_are_told_on_one_clock():
    scenario = campaign(EASY[0][0])
    first, *others = scenario.horizon.dates()
    hours = {
        name: replace(one, windows={day: one.on(day) for day in others})
        for name, one in scenario.hours.items()
    }
    other = replace(scenario, hours=hours)
    made = replace(task(*EASY[0]), scenario=other)
    assert not made.same_every_day
    assert [made.offset_min(day) for day in other.horizon.dates()] == [0, 1440, 2880]
    found = benchmark("peers.with_ortools").solve(made, 1.0, exact=True)
    routes = days.routes_of(made, found.orders)
    assert check_routes(other, made.travel, routes) == ()
    assert routes
    assert all(one.date > first for one in routes)
