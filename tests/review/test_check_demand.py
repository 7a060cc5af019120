"""R5 and R6: what a team can do, and what there is to do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.clock import parse_clock
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.check import check_demand, check_routes
from tests import build
from tests.review.week import SERVICES, legal_routes, route, straight, visit, week, with_route, with_visit

POWER = frozenset({"power"})


def keys(scenario: Scenario, routes: list[Route]) -> list[str]:
    return [breach.key for breach in check_routes(scenario, straight(scenario), routes)]


@pytest.mark.parametrize(
    ("team", "site", "expected"),
    [
        ({}, {"lacks": POWER}, ["R5.lacks"]),
        ({"makes_up_for": POWER}, {"lacks": POWER}, []),
        ({"brings": POWER}, {"lacks": POWER}, ["R5.lacks"]),  # a thing called power is not power
        ({}, {"lacks": frozenset({"network"})}, []),  # nobody at a needs it
        ({}, {"requires": frozenset({"tày"})}, ["R5.site_skills"]),
        ({"skills": frozenset({"tày", "mường"})}, {"requires": frozenset({"tày"})}, []),
        ({}, {"vehicles": frozenset({"motorbike"})}, ["R5.vehicle"]),
        ({}, {"vehicles": frozenset({"motorbike", "car"})}, []),
    ],
)
def test_a_team_is_fit_for_a_site(team: dict[str, Any], site: dict[str, Any], expected: list[str]):
    assert keys(week(team=team, a=site | {"cases": {"cccd": 10}, "hours": None}), legal_routes()) == expected


def test_a_team_has_the_skills_of_each_service_it_offers():
    signed = replace(SERVICES["vneid"], requires=frozenset({"ký số"}))
    services = SERVICES | {"vneid": signed}
    assert keys(week(services=services), legal_routes()) == ["R5.service_skills"]
    assert keys(week(services=services, team={"skills": frozenset({"ký số"})}), legal_routes()) == []


def test_what_one_service_needs_does_not_trouble_another():
    # vneid needs nothing, so a visit to b for it alone is fine without power.
    dark = week(b={"lacks": POWER, "cases": {"vneid": 2}})
    only = visit("b", "08:30", "09:02", vneid=2)  # 20 + 2 × 6 = 32
    assert keys(dark, [route(0, "home", "08:00", only, end="home", arrive="09:32", km=60.0)]) == []


def test_a_team_does_not_sleep_where_its_vehicle_does_not_get():
    routes = [
        route(0, "home", "08:00", end="b", arrive="08:30", km=30.0),
        route(1, "b", "08:00", end="home", arrive="08:30", km=30.0),
    ]
    assert keys(week(b={"vehicles": frozenset({"motorbike"}), "lodging": True}), routes) == ["R5.vehicle"]


@pytest.mark.parametrize(("outstanding", "expected"), [(7, []), (6, ["R6.too_many"])])
def test_cases_of_all_visits_are_counted_together(outstanding: int, expected: list[str]):
    # 3 cards at b on date 0 and 4 on date 1.
    scenario = week(b={"cases": {"cccd": outstanding, "vneid": 2}, "lodging": True})
    assert keys(scenario, legal_routes()) == expected
    assert [one.key for one in check_demand(scenario, legal_routes())] == expected


def test_a_service_with_nothing_outstanding_is_not_served():
    assert keys(week(b={"cases": {"cccd": 7}, "lodging": True}), legal_routes()) == ["R6.too_many"]


def test_sites_and_services_nobody_knows_are_not_served():
    strange = with_visit(legal_routes(), 1, 0, cases={"visa": 4})
    assert keys(week(), strange) == ["R6.unknown_service"]
    lost = with_visit(legal_routes(), 1, 0, site="nowhere")
    assert keys(week(), lost) == ["R6.unknown_site"]


def test_a_base_is_not_a_site():
    at_home = visit("home", "08:00", "08:32", cccd=1)
    day = route(0, "home", "08:00", at_home, end="home", arrive="08:32", km=0.0)
    assert keys(week(), [day]) == ["R6.unknown_site"]


def test_cases_that_are_only_counted_are_never_served():
    only = visit("a", "08:00", "08:20", away=1)
    day = route(0, "home", "07:50", only, end="home", arrive="08:30", km=20.0)
    assert keys(week(), [day]) == ["R6.not_plannable"]


def test_a_visit_serves_somebody_of_each_service_it_names():
    # A file cannot hold such a count; a program can build one. 20 + 0 × 12 = 20 minutes.
    nobody = with_visit(legal_routes(), 1, 0, cases={"cccd": 0}, finish=parse_clock("08:20"))
    assert keys(week(), nobody) == ["R6.no_cases"]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({"release": build.day(0), "deadline": build.day(1)}, []),
        ({"release": build.day(1)}, ["R6.release"]),
        ({"deadline": build.day(0)}, ["R6.deadline"]),
    ],
)
def test_cases_are_served_between_release_and_deadline(times: dict[str, Any], expected: list[str]):
    # b is visited on dates 0 and 1.
    b = {"cases": {"cccd": 7, "vneid": 2}, "lodging": True} | times
    assert keys(week(b=b), legal_routes()) == expected


def test_every_breach_of_a_bad_day_is_told_and_in_order():
    # Leaves too early, reaches a too soon, works there beyond its hours and needs, sleeps nowhere known.
    scenario = week(a={"cases": {"cccd": 4}, "hours": "mornings", "lacks": POWER})
    bad = with_route(
        with_visit(legal_routes(), 0, 0, arrive=parse_clock("05:00"), start=parse_clock("07:59")),
        0,
        depart=parse_clock("04:59"),
        end="moon",
    )
    assert keys(scenario, bad) == [
        "R2.no_bed",
        "R2.start",
        "R3.early",
        "R4.length",
        "R4.window",
        "R5.lacks",
        "R6.too_many",
        "R8.too_soon",
    ]
