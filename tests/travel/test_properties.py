from __future__ import annotations

import random
from unittest import mock

import pytest
from hypothesis import given, settings

from optimizer.domain.scenario import Scenario, Site, Vehicle
from optimizer.travel.build import build_matrix
from optimizer.travel.hops import WayFinder
from optimizer.travel.matrix import Leg
from tests.build import day, scenario
from tests.travel.graphs import true_legs
from tests.travel.scenarios import DAYS, VEHICLES, scenarios


@pytest.mark.parametrize("most_lost", [-1.0, 2.0], ids=["found anew", "detours"])
@settings(max_examples=150)
@given(made=scenarios())
def test_every_leg_is_the_shortest_by_networkx(most_lost: float, made: Scenario):
    with mock.patch("optimizer.travel.network.MOST_LOST", most_lost):
        travel = build_matrix(made)
    for vehicle in VEHICLES:
        for on in range(DAYS):
            legs = true_legs(made, vehicle, day(on))
            for origin in made.places:
                for destination in made.places:
                    expected = legs.get((origin, destination))
                    assert travel.leg(vehicle, day(on), origin, destination) == expected


@settings(max_examples=100)
@given(made=scenarios())
def test_hops_sum_to_their_leg_and_lead_from_its_origin_to_its_destination(made: Scenario):
    travel = build_matrix(made)
    finder = WayFinder(made, travel)
    for origin in made.places:
        for destination in made.places:
            leg = travel.leg("xe", day(1), origin, destination)
            if leg is None:
                continue
            way = finder.hops("xe", day(1), origin, destination)
            passed = [origin, *(hop.destination for hop in way)]
            assert [hop.origin for hop in way] == passed[:-1]
            assert passed[-1] == destination
            assert len(set(passed)) == len(passed)
            roads = [hop for hop in way if not hop.by_link]
            assert leg == Leg(
                minutes=sum(hop.minutes for hop in way),
                drive_minutes=sum(hop.minutes for hop in roads),
                metres=sum(hop.metres for hop in way),
                charged_metres=sum(hop.metres for hop in roads),
                fare_dong=sum(hop.fare_dong for hop in way),
            )


def test_a_dense_estimate_is_closed_where_rounding_makes_detours_shorter():
    # 130 places within 3 km: three blocks, and many ways on which another place saves a metre.
    chance = random.Random(7)  # noqa: S311
    sites = [
        Site(f"s{number}", "", 20 + chance.random() / 40, 105 + chance.random() / 40, cases={})
        for number in range(130)
    ]
    made = scenario(*sites, vehicles={"car": Vehicle("car", 28.0, 1.6)})
    travel = build_matrix(made)
    legs = true_legs(made, "car", day(0))
    found = {
        (origin, destination): travel.leg("car", day(0), origin, destination)
        for origin in made.places
        for destination in made.places
    }
    assert found == legs
    finder = WayFinder(made, travel)
    assert any(len(finder.hops("car", day(0), "home", one.id)) > 1 for one in sites)
