"""R7: most teams at work at a site at the same moment; R2: a week that may end anywhere."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.check import check_routes
from optimizer.review.figures import figures
from tests import build
from tests.review.week import route, straight, visit, week


def together(most: int | None, teams: int = 3) -> Scenario:
    """Up to three teams that may all go to b, 30 minutes off."""
    names = {f"to-{number}": f"Tổ {number}" for number in range(1, teams + 1)}
    return week(
        b={"max_teams": most, "cases": {"cccd": 7}},
        teams={team: build.team(team, days=3, name=name, max_nights=1) for team, name in names.items()},
    )


def at_b(team: str, start: str, finish: str, *, offset: int = 0, depart: str = "07:30") -> Route:
    """One case at b: 20 minutes of set-up and 12 of service."""
    arrive = f"{int(finish[:2]):02d}:{finish[3:]}"
    hour, minute = divmod(int(arrive[:2]) * 60 + int(arrive[3:]) + 30, 60)
    return route(
        offset,
        "home",
        depart,
        visit("b", start, finish, arrive="08:00", cccd=1),
        end="home",
        arrive=f"{hour:02d}:{minute:02d}",
        km=60.0,
        team=team,
    )


def keys(scenario: Scenario, *routes: Route) -> list[str]:
    return [breach.key for breach in check_routes(scenario, straight(scenario), routes)]


@pytest.mark.parametrize(
    ("start", "finish", "expected"),
    [
        ("08:32", "09:04", []),  # begins when the other finishes
        ("08:31", "09:03", ["R7.crowded"]),
        ("08:00", "08:32", ["R7.crowded"]),
    ],
)
def test_teams_may_follow_each_other_but_not_meet(start: str, finish: str, expected: list[str]):
    first = at_b("to-1", "08:00", "08:32")
    assert keys(together(1), first, at_b("to-2", start, finish)) == expected
    assert keys(together(2), first, at_b("to-2", start, finish)) == []
    assert keys(together(None), first, at_b("to-2", start, finish)) == []


def test_a_third_team_is_one_too_many_only_while_both_others_are_there():
    first, second = at_b("to-1", "08:00", "08:32"), at_b("to-2", "08:20", "08:52")
    assert keys(together(2), first, second, at_b("to-3", "08:32", "09:04")) == []
    crowded = check_routes(
        together(2), straight(together(2)), [first, second, at_b("to-3", "08:30", "09:02")]
    )
    (breach,) = crowded
    assert breach.code == "R7"
    assert (breach.site, breach.date, breach.team) == ("b", build.day(0), "")
    assert breach.values["span"] == "08:30–08:32"
    assert breach.text("vi") == (
        "R7 · 24/04: Thôn b – có 3 tổ cùng làm việc lúc 08:30–08:32, chỉ được 2: Tổ 1, Tổ 2, Tổ 3"
    )


def test_teams_meet_only_on_the_same_date_and_a_waiting_team_is_not_at_work():
    # to-2 is at b from 08:00 on, and works from 08:32 on.
    assert keys(together(1), at_b("to-1", "08:00", "08:32"), at_b("to-2", "08:32", "09:04")) == []
    another_day = at_b("to-2", "08:00", "08:32", offset=1)
    assert keys(together(1), at_b("to-1", "08:00", "08:32"), another_day) == []


def test_a_team_does_not_meet_itself():
    # 20 + 12 twice, one after the other.
    twice = route(
        0,
        "home",
        "07:30",
        visit("b", "08:00", "08:32", cccd=1),
        visit("b", "08:32", "09:04", cccd=1),
        end="home",
        arrive="09:34",
        km=60.0,
    )
    assert keys(together(1, teams=1), twice) == []


def to_b(offset: int) -> Route:
    """A date that only takes the team from home to b."""
    return route(offset, "home", "08:00", end="b", arrive="08:30", km=30.0)


@pytest.mark.parametrize(
    ("max_nights", "end_anywhere", "offset", "expected"),
    [
        (0, True, 2, []),  # the night after the last date is not counted
        (0, False, 2, ["R2.not_home"]),
        (1, True, 1, []),  # one night between two dates
        (0, True, 1, ["R2.nights"]),
        (1, True, 0, ["R2.nights"]),  # two nights between dates
        (2, True, 0, []),
        (2, False, 0, ["R2.not_home"]),
    ],
)
def test_the_last_date_may_end_at_a_lodging_if_the_team_may_end_anywhere(
    max_nights: int,
    end_anywhere: bool,  # noqa: FBT001
    offset: int,
    expected: list[str],
):
    scenario = week(team={"max_nights": max_nights, "end_anywhere": end_anywhere})
    assert keys(scenario, to_b(offset)) == expected
    assert figures(scenario, straight(scenario), [to_b(offset)]).nights == 2 - offset


@pytest.mark.parametrize(
    ("home_when_off", "off", "expected"),
    [
        (False, 1, []),  # it sleeps at b through the date off, and goes home from there
        (True, 1, ["R2.off", "R2.off"]),  # the nights before and after it
        (True, 0, []),
    ],
)
def test_a_team_that_is_home_when_off_sleeps_there_before_and_after_each_date_off(
    home_when_off: bool,  # noqa: FBT001
    off: int,
    expected: list[str],
):
    dates = frozenset(build.day(offset) for offset in range(3)) - {build.day(off)}
    scenario = week(team={"max_nights": 2, "home_when_off": home_when_off, "dates": dates})
    if off == 0:
        there, back = to_b(1), route(2, "b", "08:00", end="home", arrive="08:30", km=30.0)
    else:
        there, back = to_b(0), route(2, "b", "08:00", end="home", arrive="08:30", km=30.0)
    assert keys(scenario, there, back) == expected


def test_no_team_may_end_where_nobody_can_sleep():
    scenario = week(team={"end_anywhere": True})
    to_a = route(2, "home", "08:00", end="a", arrive="08:10", km=10.0)
    assert keys(scenario, to_a) == ["R2.no_bed"]
