"""R4, R5 and R6 for people who come to a visit at another site: who may, and how they are served."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from optimizer.review.catchment import Catchment
from optimizer.review.check import check_route, check_routes
from tests import build
from tests.review.hamlets import GATHERING, Guests, day_at, hamlets, keys
from tests.review.week import SERVICES, route, straight, visit

POWER = frozenset({"power"})


def test_people_from_nearby_are_served_beside_those_of_the_site():
    assert keys(hamlets(), day_at("centre", {"cccd": 10, "vneid": 3}, {"near": {"vneid": 3}})) == []


def test_a_visit_may_be_for_guests_alone():
    assert keys(hamlets(), day_at("centre", {}, {"near": {"vneid": 1}})) == []


@pytest.mark.parametrize(
    ("stations", "finish", "expected"),
    [
        # 2 × 12 + 1 × 6 of the site and 3 × 6 of guests: 48 minutes of one station, and 20 of set-up.
        (1, "10:08", []),
        (1, "09:50", ["R4.length"]),  # as if the guests took no time: 20 + 30
        (2, "09:44", []),  # 20 + 48 / 2
        (7, "09:27", []),  # 20 + ⌈48 / 7⌉: rounded up once
        (7, "09:28", ["R4.length"]),  # 20 + ⌈30 / 7⌉ + ⌈18 / 7⌉ = 20 + 5 + 3: not site by site
    ],
)
def test_guests_take_as_long_as_those_who_live_there(stations: int, finish: str, expected: list[str]):
    scenario = hamlets(teams={"to-1": build.team(days=3, stations=stations)})
    made = build.with_guests(visit("centre", "09:00", finish, cccd=2, vneid=1), {"near": {"vneid": 3}})
    found = check_route(
        scenario,
        straight(scenario),
        route(0, "home", "08:50", made, end="home", arrive="12:00", km=20.0),
    )
    assert [breach.key for breach in found] == expected


def test_guests_count_towards_the_days_work():
    # 20 minutes of travel, 20 of set-up, 6 of the site and 18 of guests: 64.
    guests = day_at("centre", {"vneid": 1}, {"near": {"vneid": 3}})
    limited = {limit: build.team(days=3, max_work_minutes=limit) for limit in (64, 63)}
    assert keys(hamlets(teams={"to-1": limited[64]}), guests) == []
    assert keys(hamlets(teams={"to-1": limited[63]}), guests) == ["R3.work"]


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        ({"centre": {"lacks": POWER}}, ["R5.lacks"]),
        ({"near": {"lacks": POWER}}, []),
        ({"centre": {"requires": frozenset({"tày"})}}, ["R5.site_skills"]),
        ({"near": {"requires": frozenset({"tày"})}}, []),
        ({"centre": {"vehicles": frozenset({"motorbike"})}}, ["R5.vehicle"]),
        ({"near": {"vehicles": frozenset({"motorbike"})}}, []),
        ({"centre": {"hours": "evenings"}}, ["R4.window"]),
        ({"near": {"hours": "evenings"}}, []),
    ],
)
def test_fitness_and_hours_are_those_of_the_host(sites: dict[str, Any], expected: list[str]):
    scenario = hamlets(
        **sites,
        gathering=replace(GATHERING, services=frozenset()),
        hours={"evenings": build.hours("evenings", (17 * 60, 21 * 60), days=3)},
    )
    assert keys(scenario, day_at("centre", {}, {"near": {"cccd": 2}})) == expected


def test_a_team_has_the_skills_for_what_guests_come_for():
    signed = replace(SERVICES["vneid"], requires=frozenset({"ký số"}))
    scenario = hamlets(services=SERVICES | {"vneid": signed})
    assert keys(scenario, day_at("centre", {"cccd": 1}, {"near": {"vneid": 1}})) == ["R5.service_skills"]


def test_room_for_teams_is_the_hosts():
    crowd = [
        day_at("centre", {"cccd": 1}, {"near": {"vneid": 1}}),
        day_at("centre", {}, {"near": {"vneid": 2}}, team="to-2"),
    ]
    assert keys(hamlets(centre={"max_teams": 1}), *crowd) == ["R7.crowded"]
    assert keys(hamlets(near={"max_teams": 1}), *crowd) == []


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        ({"near": {"release": build.day(1), "deadline": build.day(1)}}, []),
        ({"near": {"release": build.day(2)}}, ["R6.guest_release"]),
        ({"near": {"deadline": build.day(0)}}, ["R6.guest_deadline"]),
        ({"centre": {"release": build.day(2)}}, []),
        ({"centre": {"deadline": build.day(0)}}, []),
    ],
)
def test_guests_are_served_between_the_release_and_deadline_of_their_own_site(
    sites: dict[str, Any], expected: list[str]
):
    assert keys(hamlets(**sites), day_at("centre", {}, {"near": {"vneid": 1}}, offset=1)) == expected


def test_a_hosts_own_dates_bind_its_own_cases():
    late = hamlets(centre={"deadline": build.day(0)})
    both = day_at("centre", {"cccd": 1}, {"near": {"vneid": 1}}, offset=1)
    assert keys(late, both) == ["R6.deadline"]


def test_the_radius_is_included():
    scenario = hamlets()
    metres = Catchment(scenario).distance_m(scenario.sites["near"], scenario.sites["centre"])
    assert metres == pytest.approx(2000.0, abs=1e-3)
    exact = metres / 1000
    assert exact * 1000 == metres
    visited = day_at("centre", {}, {"near": {"vneid": 1}})
    for radius, expected in [
        (2.001, []),
        (exact, []),
        (math.nextafter(exact, 0.0), ["R6.too_far"]),
        (1.999, ["R6.too_far"]),
    ]:
        at = replace(GATHERING, radius_km=radius)
        assert keys(hamlets(gathering=at), visited) == expected


def test_people_gather_at_any_site_within_the_radius_of_theirs():
    # centre to near is as far as near to centre; far lies 4 km beyond near.
    assert keys(hamlets(), day_at("near", {}, {"centre": {"vneid": 1}})) == []
    assert keys(hamlets(), day_at("near", {}, {"far": {"vneid": 1}})) == ["R6.too_far"]


def test_people_gather_for_the_services_listed_or_for_all():
    for_cards = day_at("centre", {}, {"near": {"cccd": 2}})
    assert keys(hamlets(), for_cards) == ["R6.not_gathered"]
    assert keys(hamlets(gathering=replace(GATHERING, services=frozenset())), for_cards) == []
    assert keys(hamlets(gathering=None), for_cards) == ["R6.not_offered"]


def test_guests_for_a_service_that_is_only_counted_are_refused_once():
    scenario = hamlets(near={"cases": {"away": 5}}, gathering=replace(GATHERING, services=frozenset()))
    assert keys(scenario, day_at("centre", {}, {"near": {"away": 1}})) == ["R6.not_plannable"]


def test_a_visit_serves_somebody():
    assert keys(hamlets(), day_at("centre", {}, {})) == ["R6.nobody"]


@pytest.mark.parametrize(
    ("guests", "expected"),
    [
        ({"near": {}}, ["R6.no_guests"]),
        ({"near": {"vneid": 0}}, ["R6.no_cases"]),
        ({"nowhere": {"vneid": 1}}, ["R6.unknown_home"]),
        ({"home": {"vneid": 1}}, ["R6.unknown_home"]),  # a base is not a site
        ({"centre": {"vneid": 1}}, ["R6.own_site"]),
        ({"near": {"visa": 1}}, ["R6.unknown_service"]),
    ],
)
def test_guests_are_people_of_other_sites_for_known_services(guests: Guests, expected: list[str]):
    assert keys(hamlets(), day_at("centre", {"cccd": 1}, guests)) == expected


def test_guests_of_an_unknown_host_are_not_judged_further():
    lost = day_at("centre", {}, {"near": {"vneid": 1}})
    lost = lost.model_copy(update={"visits": (lost.visits[0].model_copy(update={"site": "nowhere"}),)})
    assert keys(hamlets(), lost) == ["R6.unknown_site"]


def test_why_people_may_not_come_reads_naturally():
    scenario = hamlets()
    day = day_at("centre", {"cccd": 1}, {"far": {"vneid": 1}})
    (breach,) = check_routes(scenario, straight(scenario), [day])
    assert breach.text("vi") == (
        "R6 · to-1, 24/04: Thôn centre – không làm được hồ sơ «Định danh mức 2» của Thôn far ở đây: "
        "cách 6,0 km, quá 3,0 km mà dân tự đến, và không có xe đưa đón giữa hai điểm"
    )
    assert breach.text("en") == (
        "R6 · to-1, 2023-04-24: Thôn centre – cases of “Định danh mức 2” of Thôn far cannot be served here: "
        "6.0 km away is beyond the radius of 3.0 km, and there is no shuttle between the two"
    )
