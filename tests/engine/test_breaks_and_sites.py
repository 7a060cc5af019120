"""Breaks, most teams at a site, and ending anywhere: small campaigns whose best plan is known by hand.

One kilometre a minute, 1,000 đ a kilometre, 2 officers at 500 đ a minute: a kilometre costs 2,000 đ.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Break, Objective, Scenario, Team
from optimizer.engine.solve import Options, Solution, solve
from optimizer.review.check import check_routes
from optimizer.review.figures import figures
from optimizer.travel.build import build_matrix
from tests import build


def searched(made: Scenario) -> Solution:
    travel = build_matrix(made)
    found = solve(made, travel, Options(seconds=None, iterations=500))
    assert check_routes(made, travel, found.routes) == ()
    return found


def rested(made: Scenario, between: tuple[int, int], minutes: int = 60, **team: Any) -> Scenario:
    """The scenario with a break for its only team, whose shift is 08:00-12:00."""
    fields: dict[str, Any] = {"shift": Window(480, 720), "pause": Break(minutes, Window(*between))} | team
    return replace(made, teams={"to-1": build.team(**fields)})


def told(route: Route) -> str:
    """The day in one line."""
    (visit,), (taken,) = route.visits, route.breaks
    clocks = (route.depart, taken.start, visit.arrive, visit.start, visit.finish, route.arrive)
    depart, pause, arrive, start, finish, home = map(format_clock, clocks)
    return f"{depart} → {arrive}, {start}-{finish} → {home}, nghỉ {pause}"


# A village 30 minutes off with 8 cases of 12 minutes: 30 + 20 + 96 + 30 = 176 minutes, and 60 of rest
# make 236 of the shift's 240: all of it is only served if the break fits in without waiting.
@pytest.mark.parametrize(
    ("between", "expected"),
    [
        # Before departure, which is then as late as it may be.
        ((480, 481), "09:00 → 09:30, 09:30-11:26 → 11:56, nghỉ 08:00"),
        # On arrival, before work.
        ((510, 511), "08:00 → 08:30, 09:30-11:26 → 11:56, nghỉ 08:30"),
        # After work, before the way home; at its last minute and at its first.
        ((600, 626), "08:00 → 08:30, 08:30-10:26 → 11:56, nghỉ 10:26"),
        ((626, 640), "08:00 → 08:30, 08:30-10:26 → 11:56, nghỉ 10:26"),
        # After arriving at base.
        ((656, 660), "08:00 → 08:30, 08:30-10:26 → 10:56, nghỉ 10:56"),
    ],
)
def test_a_break_is_taken_wherever_it_may_begin(between: tuple[int, int], expected: str):
    found = searched(rested(build.scenario(build.site("a", km_north=30.0, cases={"cccd": 8})), between))
    # 8 × 300,000 - 60 × 2,000
    assert found.objective_mdong == 2_280_000_000
    assert told(found.routes[0]) == expected


def test_a_break_while_waiting_costs_nothing():
    # From 09:31 on: 08:31 + 60 minutes of rest, and 116 of work is over at 11:27, at home by 11:57.
    village = build.site("a", km_north=30.0, cases={"cccd": 8}, hours="late")
    made = build.scenario(village, hours={"late": build.hours("late", (571, 720))})
    found = searched(rested(made, (485, 600)))
    assert found.objective_mdong == 2_280_000_000
    (route,) = found.routes
    assert route.visits[0].start == 571
    assert route.breaks[0].start + 60 <= 571


def test_a_break_takes_time_from_work():
    # A rest that begins at 09:00-09:30 leaves 08:30-11:30 at the village in two pieces.  With f the end of
    # the first visit, f - 08:30 - 20 minutes and 11:30 - (f + 60) - 20 are for cases: at 09:02, 1 and 5;
    # at 09:14, 2 and 4; at 09:26, 3 and 3.  One visit alone has room for 5, after a rest at 09:00.
    made = build.scenario(build.site("a", km_north=30.0, cases={"cccd": 8}))
    found = searched(rested(made, (540, 570)))
    assert found.objective_mdong == (6 * 300_000 - 60 * 2_000) * 1000
    assert searched(rested(made, (540, 570), pause=None)).objective_mdong == 2_280_000_000


def test_two_teams_may_not_work_at_a_small_house_at_once():
    # One window of 08:00-10:00 and 20 cases: 120 - 20 = 100 minutes, 8 cases for each team.
    house = build.site("a", km_north=30.0, cases={"cccd": 20}, hours="morning")
    teams = {name: build.team(name) for name in ("to-1", "to-2")}
    made = build.scenario(house, hours={"morning": build.hours("morning", (480, 600))}, teams=teams)
    assert searched(made).objective_mdong == 2 * (8 * 300_000 - 60 * 2_000) * 1000
    alone = replace(made, sites={"a": replace(house, max_teams=1)})
    assert searched(alone).objective_mdong == (8 * 300_000 - 60 * 2_000) * 1000
    pair = replace(made, sites={"a": replace(house, max_teams=2)})
    assert searched(pair).objective_mdong == searched(made).objective_mdong


def test_two_teams_may_work_at_a_small_house_in_different_windows():
    house = build.site("a", km_north=30.0, cases={"cccd": 20}, hours="twice", max_teams=1)
    teams = {name: build.team(name, shift=Window(420, 720)) for name in ("to-1", "to-2")}
    hours = {"twice": build.hours("twice", (480, 560), (560, 640))}
    # 80 - 20 = 60 minutes: 5 cases in each window.  One team works in both; the other has no room.
    found = searched(build.scenario(house, hours=hours, teams=teams))
    assert found.objective_mdong == (10 * 300_000 - 60 * 2_000) * 1000


def lodge(team: Team, days: int = 1, cases: int = 20, **objective: int) -> Scenario:
    """A village 100 minutes off, with a bed and 20 cases."""
    village = build.site("a", km_north=100.0, cases={"cccd": cases}, lodging=True)
    return build.scenario(village, days=days, teams={"to-1": team}, objective=Objective(**objective))


def test_a_team_that_may_end_anywhere_stays_where_it_worked():
    # 300 minutes of shift: there and back leaves 300 - 200 - 20 = 80 minutes, 6 cases; staying 180, 15 cases.
    home_again = searched(lodge(build.team(shift=Window(420, 720))))
    assert home_again.objective_mdong == (6 * 300_000 - 200 * 2_000) * 1000
    made = lodge(build.team(shift=Window(420, 720), end_anywhere=True))
    stays = searched(made)
    assert [route.end for route in stays.routes] == ["a"]
    # The night costs nothing: it is after the last date.
    assert stays.objective_mdong == (15 * 300_000 - 100 * 2_000) * 1000
    assert figures(made, build_matrix(made), stays.routes).nights == 0


@pytest.mark.parametrize(("home_when_off", "served"), [(False, 30), (True, 12)])
def test_a_team_that_is_home_when_off_does_not_stay_away_over_a_date_off(
    home_when_off: bool,  # noqa: FBT001
    served: int,
):
    # Works on the first and the third date, 300 minutes each.  Staying in the village between them leaves
    # 300 - 100 - 20 = 180 minutes on each, 15 cases; going home on each 80 minutes, 6 cases.
    dates = frozenset({build.day(0), build.day(2)})
    made = lodge(
        build.team(shift=Window(420, 720), max_nights=2, dates=dates, home_when_off=home_when_off),
        days=3,
        cases=40,
    )
    found = searched(made)
    assert sum(visit.number_of_cases for route in found.routes for visit in route.visits) == served


def test_only_the_night_after_the_last_date_is_free():
    # Two dates and no nights between them: home on the first, away on the second.
    made = lodge(build.team(days=2, shift=Window(420, 720), end_anywhere=True), days=2)
    found = searched(made)
    assert [route.end for route in found.routes] == ["home", "a"]
    # 6 and 14 of the 20 cases left; 300 km.
    assert found.objective_mdong == (20 * 300_000 - 300 * 2_000) * 1000
    assert figures(made, build_matrix(made), found.routes).nights == 0
