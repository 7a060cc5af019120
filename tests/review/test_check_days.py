"""R3, R4 and R8: the times of one day."""

from __future__ import annotations

import pytest

from optimizer.domain.calendar import Window
from optimizer.domain.clock import parse_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.check import check_routes
from optimizer.travel.matrix import Leg, TravelMatrix
from tests import build
from tests.review.week import legal_routes, route, straight, visit, week, with_route, with_visit


def keys(scenario: Scenario, routes: list[Route], travel: TravelMatrix | None = None) -> list[str]:
    return [breach.key for breach in check_routes(scenario, travel or straight(scenario), routes)]


@pytest.mark.parametrize(
    ("shift", "expected"),
    [
        (("07:00", "10:48"), []),  # to the minute
        (("07:01", "10:48"), ["R3.early"]),
        (("07:00", "10:47"), ["R3.late"]),
    ],
)
def test_a_day_lies_inside_the_shift(shift: tuple[str, str], expected: list[str]):
    window = Window(*(parse_clock(text) for text in shift))
    assert keys(week(team={"shift": window}), legal_routes()) == expected


@pytest.mark.parametrize(("limit", "expected"), [(178, []), (177, ["R3.work"])])
def test_work_is_travel_setup_and_service_but_not_waiting(limit: int, expected: list[str]):
    # Date 0: 30 travel + 80 + 68 = 178; the 50 minutes of waiting at a are free.
    # Date 1: 30 + 68 = 98.
    assert keys(week(team={"max_work_minutes": limit}), legal_routes()) == expected


@pytest.mark.parametrize(("limit", "expected"), [(30, []), (29, ["R3.drive", "R3.drive"])])
def test_driving_is_limited_on_each_date(limit: int, expected: list[str]):
    assert keys(week(team={"max_drive_minutes": limit}), legal_routes()) == expected


def test_minutes_of_a_link_are_work_but_not_driving():
    # home → b becomes a flight of 30 minutes with 5 minutes of driving to it.
    flight = Leg(minutes=30, drive_minutes=5, metres=30_000, charged_metres=2_000, fare_dong=900_000)
    routes = [
        route(0, "home", "08:00", end="b", arrive="08:30", km=30.0),
        route(1, "b", "08:00", end="home", arrive="08:30", km=30.0),
    ]
    both_ways = {("home", "b"): flight, ("b", "home"): flight}
    rested = week(team={"max_drive_minutes": 5, "max_work_minutes": 30})
    assert keys(rested, routes, straight(rested, legs=both_ways)) == []
    tired = week(team={"max_drive_minutes": 4, "max_work_minutes": 30})
    assert keys(tired, routes, straight(tired, legs=both_ways)) == ["R3.drive", "R3.drive"]


def test_work_does_not_begin_before_arrival():
    late = with_visit(legal_routes(), 0, 1, arrive=parse_clock("09:41"))
    assert keys(week(), late) == ["R3.before_arrival"]


def test_a_visit_may_wait_before_it_begins():
    # Half an hour of waiting at a on arrival, as in the legal plan, or on the road to it.
    dawdling = with_visit(legal_routes(), 0, 0, arrive=parse_clock("08:00"))
    assert keys(week(), dawdling) == []


@pytest.mark.parametrize("shift_min", [-1, 1])
def test_a_visit_lasts_exactly_its_length(shift_min: int):
    # b on date 1 is the only visit of the day, and there is time to spare before home.
    routes = with_route(legal_routes(), 1, arrive=parse_clock("09:45"))
    wrong = with_visit(routes, 1, 0, finish=parse_clock("09:08") + shift_min)
    assert keys(week(), wrong) == ["R4.length"]


def test_stations_share_the_cases_and_a_broken_minute_counts_whole():
    # b, date 1: 20 + ceil(4 × 12 / 5) = 20 + ceil(9.6) = 30 minutes with five stations.
    five = week(team={"stations": 5})
    day = route(0, "home", "08:00", visit("b", "08:30", "09:00", cccd=4), end="home", arrive="09:30", km=60.0)
    assert keys(five, [day]) == []
    day = route(0, "home", "08:00", visit("b", "08:30", "08:59", cccd=4), end="home", arrive="09:30", km=60.0)
    assert keys(five, [day]) == ["R4.length"]


def test_services_of_a_visit_share_the_stations_before_rounding():
    # 3 × 12 + 2 × 6 = 48 over 5 stations: ceil(9.6) = 10, not ceil(7.2) + ceil(2.4) = 11.
    five = week(team={"stations": 5})
    mixed = visit("b", "08:30", "09:00", cccd=3, vneid=2)
    day = route(0, "home", "08:00", mixed, end="home", arrive="09:30", km=60.0)
    assert keys(five, [day]) == []


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ([("08:00", "09:20")], []),  # to the minute
        ([("08:01", "09:20")], ["R4.window"]),
        ([("08:00", "09:19")], ["R4.window"]),
        ([("06:00", "07:00"), ("08:00", "09:20")], []),
        ([("08:00", "09:00"), ("09:00", "10:00")], ["R4.window"]),  # touching, not joined
        ([], ["R4.closed"]),
    ],
)
def test_work_lies_inside_one_window(windows: list[tuple[str, str]], expected: list[str]):
    opened = build.hours("mornings", *((parse_clock(a), parse_clock(b)) for a, b in windows), days=3)
    assert keys(week(hours={"mornings": opened}), legal_routes()) == expected


def test_a_site_may_be_visited_twice_a_day_with_setup_each_time():
    # 20 + 2 × 12 = 44 each.
    twice = route(
        0,
        "home",
        "08:00",
        visit("b", "08:30", "09:14", cccd=2),
        visit("b", "09:14", "09:58", cccd=2),
        end="home",
        arrive="10:28",
        km=60.0,
    )
    assert keys(week(), [twice]) == []


def test_no_road_is_never_a_short_one():
    scenario = week()
    cut = straight(scenario, no_road={("a", "b")})
    assert keys(scenario, legal_routes(), cut) == ["R8.no_road"]


@pytest.mark.parametrize(
    ("wrong", "place", "earliest"),
    [
        (with_route(legal_routes(), 1, arrive=parse_clock("09:37")), "Công an home", "09:38"),
        (with_visit(legal_routes(), 0, 1, arrive=parse_clock("09:39")), "Thôn b", "09:40"),
        (with_route(legal_routes(), 0, depart=parse_clock("07:01")), "Thôn a", "07:11"),
    ],
)
def test_nobody_arrives_before_the_road_is_travelled(wrong: list[Route], place: str, earliest: str):
    scenario = week()
    (breach,) = check_routes(scenario, straight(scenario), wrong)
    assert breach.key == "R8.too_soon"
    assert (breach.values["place"], breach.values["earliest"]) == (place, earliest)


def test_kilometres_and_minutes_are_those_of_the_matrix():
    assert keys(week(), with_route(legal_routes(), 0, km=30.001)) == ["R8.km"]
    assert keys(week(), with_route(legal_routes(), 1, travel_minutes=29)) == ["R8.travel_minutes"]


def test_kilometres_are_stated_to_the_metre():
    scenario = week()
    crooked = Leg(minutes=30, drive_minutes=30, metres=30_007, charged_metres=30_007, fare_dong=0)
    travel = straight(scenario, legs={("b", "home"): crooked})
    assert keys(scenario, with_route(legal_routes(), 1, km=30.007), travel) == []
    assert keys(scenario, with_route(legal_routes(), 1, km=30.01), travel) == ["R8.km"]
