from __future__ import annotations

import pytest

from optimizer.domain.scenario import Closure, Link
from optimizer.travel.build import build_matrix
from optimizer.travel.hops import Hop, hops
from tests.build import day, scenario, site
from tests.travel.graphs import given, towns


def test_a_leg_by_air_goes_by_road_to_the_airport_and_from_it():
    # 20 km to Nội Bài, the flight, 5 km from Tân Sơn Nhất
    made = scenario(
        site("nội-bài", km_north=20),
        site("tân-sơn-nhất", km_north=900),
        site("q1", km_north=905),
        links=(Link("nội-bài", "tân-sơn-nhất", minutes=130, metres=1_160_000, dong_per_officer=1_500_000),),
    )
    assert hops(made, build_matrix(made), "car", day(0), "home", "q1") == (
        Hop("home", "nội-bài", 20, 20_000, 0, by_link=False),
        Hop("nội-bài", "tân-sơn-nhất", 130, 1_160_000, 1_500_000, by_link=True),
        Hop("tân-sơn-nhất", "q1", 5, 5000, 0, by_link=False),
    )


def test_a_direct_road_is_one_hop_even_where_the_way_through_a_village_is_as_short():
    made = scenario(site("giữa", km_north=5), site("bản", km_north=10))
    way = hops(made, build_matrix(made), "car", day(0), "home", "bản")
    assert way == (Hop("home", "bản", 10, 10_000, 0, by_link=False),)


def test_from_a_place_to_itself_there_are_no_hops():
    made = towns(1)
    assert hops(made, build_matrix(made), "car", day(0), "s1", "s1") == ()


def test_hops_of_a_date_avoid_what_is_closed_on_it():
    legs = given((0, 1, 10, 9000), (0, 2, 12, 9500), (2, 1, 12, 9500))
    made = towns(2, days=2, legs=legs, closures=(Closure(("home", "s1"), day(1), day(1)),))
    travel = build_matrix(made)
    assert [hop.destination for hop in hops(made, travel, "car", day(0), "home", "s1")] == ["s1"]
    assert [hop.destination for hop in hops(made, travel, "car", day(1), "home", "s1")] == ["s2", "s1"]


def test_of_links_alike_the_hop_is_the_cheaper():
    dear = Link("home", "s1", minutes=15, metres=100, dong_per_officer=900)
    cheap = Link("home", "s1", minutes=15, metres=100, dong_per_officer=800)
    for links in ((dear, cheap), (cheap, dear)):
        made = towns(1, legs=given(), links=links)
        way = hops(made, build_matrix(made), "car", day(0), "home", "s1")
        assert way == (Hop("home", "s1", 15, 100, 800, by_link=True),)


def test_hops_do_not_use_a_closed_way_that_is_as_long_as_the_way_round_it():
    legs = given((0, 1, 24, 19_000), (0, 2, 12, 9500), (2, 1, 12, 9500), (2, 3, 0, 0), (3, 1, 12, 9500))
    shut = Closure(("home", "s1"), day(0), day(0)), Closure(("s3",), day(0), day(0))
    made = towns(3, legs=legs, closures=shut)
    way = hops(made, build_matrix(made), "car", day(0), "home", "s1")
    assert [hop.destination for hop in way] == ["s2", "s1"]


def test_where_there_is_no_road_there_are_no_hops_to_tell():
    made = towns(1, legs=given())
    with pytest.raises(ValueError, match="no road from 'home' to 's1'"):
        hops(made, build_matrix(made), "car", day(0), "home", "s1")
