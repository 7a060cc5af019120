from __future__ import annotations

import random
from array import array
from itertools import pairwise

import numpy as np
import pytest

from optimizer.domain.scenario import Closure, LegTable, Link, Scenario, Vehicle
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import Leg
from tests.build import FLAT, base, day, scenario, site, team
from tests.travel.graphs import given, towns


def leg(made: Scenario, origin: str, destination: str, *, vehicle: str = "car", on: int = 0) -> Leg | None:
    return build_matrix(made).leg(vehicle, day(on), origin, destination)


def road(minutes: int, metres: int) -> Leg:
    return Leg(minutes, minutes, metres, metres, 0)


def test_an_estimated_leg_is_the_road_as_the_crow_flies():
    # 10 km at 60 km/h without detour
    assert leg(scenario(site("bản", km_north=10)), "home", "bản") == road(10, 10_000)


def test_an_estimated_leg_depends_on_the_vehicle():
    # 10 km × 1.5 = 15 km; ÷ 24 km/h × 60 = 37.5 → 38 minutes
    made = scenario(
        site("bản", km_north=10),
        vehicles={"car": FLAT, "xe": Vehicle("xe", speed_kmh=24, detour=1.5)},
        teams={"to-1": team(), "to-2": team("to-2", vehicle="xe")},
    )
    assert leg(made, "bản", "home", vehicle="xe") == road(38, 15_000)
    assert leg(made, "bản", "home", vehicle="car") == road(10, 10_000)


def test_places_at_the_same_coordinates_are_reached_at_once():
    made = scenario(site("bản", km_north=10), site("bản-tối", km_north=10))
    assert leg(made, "bản", "bản-tối") == road(0, 0)


def test_a_place_is_no_way_from_itself():
    assert leg(scenario(site("bản")), "bản", "bản") == road(0, 0)


def test_a_given_leg_has_a_direction_and_a_missing_one_is_no_road():
    made = towns(2, legs=given((0, 1, 7, 5000)))
    assert leg(made, "home", "s1") == road(7, 5000)
    assert leg(made, "s1", "home") is None
    assert leg(made, "home", "s2") is None
    assert leg(made, "s2", "s2") == road(0, 0)


def test_a_given_table_may_be_empty():
    travel = build_matrix(towns(1, legs=given()))
    assert travel.layers[0].reachable.tolist() == [[True, False], [False, True]]


def test_of_two_given_legs_the_shorter_counts_by_minutes_then_metres():
    made = towns(2, legs=given((0, 1, 9, 100), (0, 1, 7, 5000), (0, 1, 7, 4000), (0, 0, 5, 5)))
    assert leg(made, "home", "s1") == road(7, 4000)
    assert leg(made, "home", "home") == road(0, 0)


def test_a_given_table_is_closed_by_shortest_paths():
    # home → s1 → s2 takes 10 + 10 < 30 minutes; back s2 → home takes 20 = 10 + 10 minutes, but 9 km < 8 + 2
    legs = given((0, 1, 10, 8000), (1, 2, 10, 2000), (0, 2, 30, 5000), (2, 0, 20, 9000), (1, 0, 10, 8000))
    made = towns(2, legs=legs)
    assert leg(made, "home", "s2") == road(20, 10_000)
    assert leg(made, "s2", "home") == road(20, 9000)
    assert leg(made, "s2", "s1") == road(30, 17_000)


def test_given_legs_of_one_vehicle_are_beside_those_of_every_vehicle():
    vehicles = {"car": FLAT, "xe": Vehicle("xe"), "bò": Vehicle("bò")}
    teams = {name: team(name, vehicle=name) for name in vehicles}
    made = towns(1, legs=given((0, 1, 30, 9000), (0, 1, 12, 4000, 1)), vehicles=vehicles, teams=teams)
    assert leg(made, "home", "s1", vehicle="car") == road(30, 9000)
    assert leg(made, "home", "s1", vehicle="xe") == road(12, 4000)
    travel = build_matrix(made)
    assert travel.layer("bò", day(0)) is travel.layer("car", day(0))


# A base, and an island 300 km north: 300 minutes and 300 km by road, were there one.
FLIGHT = Link("home", "đảo", minutes=50, metres=310_000, dong_per_officer=900_000)


def test_a_flight_that_is_faster_replaces_the_road_and_is_neither_driven_nor_charged():
    made = scenario(site("đảo", km_north=300), links=(FLIGHT,))
    assert leg(made, "home", "đảo") == Leg(50, 0, 310_000, 0, 900_000)
    assert leg(made, "đảo", "home") == Leg(50, 0, 310_000, 0, 900_000)


def test_a_flight_is_part_of_the_ways_to_places_around_it():
    # 20 km by road, the flight, 5 km by road: 20 + 50 + 5 minutes, 20 + 310 + 5 km
    sites = site("cảng", km_north=-20), site("đảo", km_north=300), site("bắc", km_north=305)
    made = scenario(*sites, links=(FLIGHT,))
    assert leg(made, "cảng", "bắc") == Leg(75, 25, 335_000, 25_000, 900_000)


def test_two_flights_in_a_row_cost_two_fares():
    links = (
        Link("home", "s1", minutes=50, metres=400_000, dong_per_officer=700_000),
        Link("s2", "s1", minutes=40, metres=300_000, dong_per_officer=600_000),
    )
    made = towns(2, legs=given((0, 1, 800, 380_000), (1, 2, 700, 290_000)), links=links)
    assert leg(made, "home", "s2") == Leg(90, 0, 700_000, 0, 1_300_000)


def test_a_link_slower_than_the_road_is_not_taken():
    made = scenario(site("bản", km_north=10), links=(Link("home", "bản", minutes=11, metres=1),))
    assert leg(made, "home", "bản") == road(10, 10_000)


def test_a_one_way_link_leads_one_way():
    made = towns(1, legs=given(), links=(Link("s1", "home", minutes=15, metres=0, one_way=True),))
    assert leg(made, "s1", "home") == Leg(15, 0, 0, 0, 0)
    assert leg(made, "home", "s1") is None


def test_of_links_alike_the_cheaper_is_taken():
    dear = Link("home", "s1", minutes=15, metres=100, dong_per_officer=900)
    cheap = Link("s1", "home", minutes=15, metres=100, dong_per_officer=800)
    for links in ((dear, cheap), (cheap, dear)):
        assert leg(towns(1, legs=given(), links=links), "home", "s1") == Leg(15, 0, 100, 0, 800)


def test_a_road_as_long_as_a_paid_link_is_preferred():
    link = Link("home", "s1", minutes=15, metres=4000, dong_per_officer=1)
    assert leg(towns(1, legs=given((0, 1, 15, 4000)), links=(link,)), "home", "s1") == road(15, 4000)


def test_a_free_ferry_as_long_as_the_road_is_preferred_for_it_charges_no_kilometres():
    link = Link("home", "s1", minutes=15, metres=4000)
    assert leg(towns(1, legs=given((0, 1, 15, 4000)), links=(link,)), "home", "s1") == Leg(15, 0, 4000, 0, 0)


def test_a_link_of_one_vehicle_is_not_for_the_others():
    made = towns(
        1,
        legs=given((0, 1, 30, 9000)),
        links=(Link("home", "s1", minutes=5, metres=500, vehicle="xe"),),
        vehicles={"car": FLAT, "xe": Vehicle("xe")},
        teams={"to-1": team(), "to-2": team("to-2", vehicle="xe")},
    )
    assert leg(made, "home", "s1", vehicle="car") == road(30, 9000)
    assert leg(made, "home", "s1", vehicle="xe") == Leg(5, 0, 500, 0, 0)


def test_a_link_from_a_place_to_itself_changes_nothing():
    made = towns(1, legs=given((0, 1, 30, 9000)), links=(Link("s1", "s1", minutes=0, metres=0),))
    assert leg(made, "home", "s1") == road(30, 9000)


def test_a_closed_way_is_closed_in_both_directions_on_its_dates_only():
    # The direct way home – s1 takes 10 minutes, the one through s2 12 + 12.
    roads = [(0, 1, 10, 9000), (0, 2, 12, 9500), (2, 1, 12, 9500)]
    both = given(*roads, *((to, start, minutes, metres) for start, to, minutes, metres in roads))
    closure = Closure(("s1", "home"), start=day(1), end=day(2))
    made = towns(2, days=4, legs=both, closures=(closure,))
    travel = build_matrix(made)
    legs = [travel.leg("car", day(on), "home", "s1") for on in range(4)]
    assert legs == [road(10, 9000), road(24, 19_000), road(24, 19_000), road(10, 9000)]
    assert travel.leg("car", day(1), "s1", "home") == road(24, 19_000)
    assert travel.leg("car", day(1), "home", "s2") == road(12, 9500)
    assert len(travel.layers) == 2


def test_an_estimated_way_that_is_closed_leads_through_another_place():
    # 10 km direct; by way of the school 3 km further north, 13 + 3 km
    made = scenario(
        site("bản", km_north=10),
        site("trường", km_north=13),
        closures=(Closure(("home", "bản"), day(0), day(0)),),
    )
    assert leg(made, "home", "bản") == road(16, 16_000)


def test_a_closed_way_closes_the_links_on_it_too():
    made = scenario(
        site("đảo", km_north=300), links=(FLIGHT,), closures=(Closure(("đảo", "home"), day(0), day(0)),)
    )
    assert leg(made, "home", "đảo") is None


def test_a_closed_site_cannot_be_entered_left_or_passed_but_slept_at():
    roads = given((0, 1, 10, 9000), (1, 2, 10, 9000), (2, 1, 10, 9000), (1, 0, 10, 9000), (0, 2, 90, 70_000))
    ferry = Link("s1", "s2", minutes=1, metres=500)
    made = towns(2, days=2, legs=roads, links=(ferry,), closures=(Closure(("s1",), day(1), day(1)),))
    assert leg(made, "home", "s2", on=0) == Leg(11, 10, 9500, 9000, 0)
    assert leg(made, "home", "s2", on=1) == road(90, 70_000)
    assert leg(made, "home", "s1", on=1) is None
    assert leg(made, "s1", "home", on=1) is None
    assert leg(made, "s2", "s1", on=1) is None
    assert leg(made, "s1", "s1", on=1) == road(0, 0)


def test_closures_outside_the_horizon_make_no_layer():
    made = towns(1, days=3, legs=given((0, 1, 5, 5)), closures=(Closure(("s1",), day(3), day(9)),))
    assert len(build_matrix(made).layers) == 1


def test_dates_with_the_same_closures_share_a_layer():
    one, other = Closure(("s1",), day(0), day(0)), Closure(("s1",), day(2), day(2))
    travel = build_matrix(towns(1, days=3, closures=(one, other)))
    assert travel.layer("car", day(0)) is travel.layer("car", day(2))
    assert len(travel.layers) == 2


def test_vehicles_that_move_alike_share_a_layer_and_unused_ones_have_none():
    made = scenario(
        site("bản"),
        vehicles={"car": FLAT, "xe": Vehicle("xe", 60.0, 1.0, 500), "lừa": Vehicle("lừa", 4.0)},
        teams={"to-1": team(), "to-2": team("to-2", vehicle="xe")},
    )
    travel = build_matrix(made)
    assert travel.layer("car", day(0)) is travel.layer("xe", day(0))
    assert set(travel.layer_numbers) == {("car", day(0)), ("xe", day(0))}


def test_without_links_what_is_driven_and_charged_takes_no_memory_of_its_own():
    layer = build_matrix(scenario(site("bản"))).layers[0]
    assert layer.drive_minutes is layer.minutes
    assert layer.charged_metres is layer.metres
    assert layer.fare_dong.base is not None
    assert layer.fare_dong.strides == (0, 0)


def test_rows_and_columns_are_in_the_order_of_the_places():
    made = scenario(site("bản", km_north=3), bases={"home": base(), "kho": base("kho", km_north=1)})
    travel = build_matrix(made)
    assert travel.place_ids == ("home", "kho", "bản")
    assert travel.layers[0].minutes.tolist() == [[0, 1, 3], [1, 0, 2], [3, 2, 0]]
    assert travel.layers[0].minutes.dtype == np.int32


def test_a_table_of_the_widest_integers_stays_exact():
    # 2³⁰ − 2 minutes and 2³¹ − 1 metres are the longest way that can be told from no road.
    longest = 2**30 - 2, 2**31 - 1
    assert leg(towns(1, legs=given((0, 1, *longest))), "home", "s1") == road(*longest)


@pytest.mark.parametrize("count", [63, 64, 65, 129, 200])
def test_a_long_chain_of_legs_adds_up_across_blocks(count: int):
    order = list(range(count))
    random.Random(count).shuffle(order)  # noqa: S311
    rows = [(one, other, 1 + one % 3, 10 * other) for one, other in pairwise(order)]
    travel = build_matrix(towns(count - 1, legs=given(*rows)))
    start, end = travel.place_ids[order[0]], travel.place_ids[order[-1]]
    expected = road(sum(row[2] for row in rows), sum(row[3] for row in rows))
    assert travel.leg("car", day(0), start, end) == expected
    assert travel.leg("car", day(0), end, start) is None


def test_given_legs_are_read_as_they_stand():
    legs = LegTable(*(array("i", [value]) for value in (0, 1, 12, 3400, -1)))
    assert leg(towns(1, legs=legs), "home", "s1") == road(12, 3400)
