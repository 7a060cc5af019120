"""R3: the break that a team must take on every date with a route."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.clock import parse_clock
from optimizer.domain.scenario import Break, Scenario
from optimizer.language import say
from optimizer.review.check import check_route
from tests.review.week import route, straight, visit, week

AT_ANY_TIME = ("07:00", "17:29")


def resting(between: tuple[str, str] = AT_ANY_TIME, minutes: int = 30) -> Scenario:
    """The week of a team that must rest for half an hour; its shift is 07:00-17:30."""
    return week(team={"pause": Break(minutes, Window(*map(parse_clock, between)))})


def keys(scenario: Scenario, breaks: dict[str, int], **fields: Any) -> list[str]:
    """What is wrong with a day of two visits and long waits.

    08:00 home → 08:10 a, waits, 09:00-10:20 (20 + 5 × 12), → (20 minutes) 11:15 b, waits,
    12:00-13:08 (20 + 3 × 12 + 2 × 6), → (30 minutes) 14:10 home.
    """
    day = route(
        0,
        "home",
        "08:00",
        visit("a", "09:00", "10:20", arrive="08:10", cccd=5),
        visit("b", "12:00", "13:08", arrive="11:15", cccd=3, vneid=2),
        end="home",
        arrive="14:10",
        km=60.0,
        breaks=breaks,
    )
    found = check_route(scenario, straight(scenario), day.model_copy(update=fields))
    assert all("{" not in breach.text("vi") + breach.text("en") for breach in found)
    return [breach.key for breach in found]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("07:00", []),  # before departure, from the first minute of the shift
        ("07:30", []),  # … up to departure
        ("07:31", ["R3.break_overlaps"]),
        ("08:00", ["R3.break_overlaps"]),  # on the way to a
        ("08:09", ["R3.break_overlaps"]),
        ("08:10", []),  # waiting at a
        ("08:30", []),
        ("08:31", ["R3.break_overlaps"]),  # over at 09:01, when work has begun
        ("09:30", ["R3.break_overlaps"]),
        ("10:19", ["R3.break_overlaps"]),
        ("10:20", []),  # at a still: 10:50 and 20 minutes of travel is 11:10
        ("10:25", []),  # 10:55 and 20 minutes is 11:15
        ("10:26", ["R3.break_overlaps"]),  # neither after the leg, over at 10:40, nor before it
        ("10:39", ["R3.break_overlaps"]),
        ("10:40", []),  # travelled first
        ("11:15", []),  # waiting at b
        ("11:30", []),
        ("11:31", ["R3.break_overlaps"]),
        ("12:30", ["R3.break_overlaps"]),
        ("13:08", []),  # at b still: 13:38 and 30 minutes is 14:08
        ("13:10", []),
        ("13:11", ["R3.break_overlaps"]),
        ("13:37", ["R3.break_overlaps"]),
        ("13:38", []),  # travelled first
        ("14:10", []),  # after arrival
        ("17:00", []),  # … up to the end of the shift
        ("17:01", ["R3.break_shift"]),
    ],
)
def test_a_break_overlaps_neither_travel_nor_service_and_splits_no_leg(start: str, expected: list[str]):
    assert keys(resting(), {start: 30}) == expected


def test_a_break_before_the_shift_is_none():
    assert keys(resting(("06:00", "17:00")), {"06:59": 30}) == ["R3.break_shift"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [("14:09", ["R3.break_window"]), ("14:10", []), ("15:00", []), ("15:01", ["R3.break_window"])],
)
def test_a_break_begins_within_its_window_both_ends_included(start: str, expected: list[str]):
    assert keys(resting(("14:10", "15:00")), {start: 30}) == expected


def test_it_is_the_beginning_that_lies_in_the_window_not_the_end():
    assert keys(resting(("14:10", "14:11"), minutes=120), {"14:11": 120}) == []


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        ({}, ["R3.break_number"]),
        ({"07:00": 30, "14:10": 30}, ["R3.break_number"]),
        ({"14:10": 29}, ["R3.break_minutes"]),
        ({"14:10": 31}, ["R3.break_minutes"]),
    ],
)
def test_exactly_the_break_that_is_required_is_listed(breaks: dict[str, int], expected: list[str]):
    assert keys(resting(), breaks) == expected


def test_a_team_without_a_break_lists_none():
    assert keys(week(), {}) == []
    assert keys(week(), {"14:10": 30}) == ["R3.break_none"]


def test_a_day_that_only_moves_the_team_has_its_break_too():
    scenario = resting()
    there = route(0, "home", "08:00", end="b", arrive="08:30", km=30.0)
    assert [one.key for one in check_route(scenario, straight(scenario), there)] == ["R3.break_number"]
    rested = route(0, "home", "08:00", end="b", arrive="08:30", km=30.0, breaks={"08:30": 30})
    assert check_route(scenario, straight(scenario), rested) == ()


def test_a_break_is_not_work():
    # 60 minutes of travel, 80 and 68 of work.
    limited = week(
        team={"pause": Break(30, Window(parse_clock("07:00"), 1000)), "max_work_minutes": 60 + 80 + 68}
    )
    assert keys(limited, {"14:10": 30}) == []


def test_the_breach_names_the_times():
    scenario = resting(("11:00", "13:30"))
    day = route(0, "home", "08:00", end="b", arrive="08:30", km=30.0, breaks={"09:00": 30})
    (breach,) = check_route(scenario, straight(scenario), day)
    said = say("R3.break_window", "vi", start="09:00", between="11:00–13:30")
    assert breach.text("vi") == f"R3 · Tổ 1, 24/04: {said}"
