"""Sea, lakes and wide rivers: what lies in them, and that nobody walks over them.

A coast has land on its left: drawn from north to south, the land is in the east.
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.roads import Movement
from optimizer.domain.scenario import Link, Place
from optimizer.travel.build import build_matrix
from optimizer.travel.roads.extract import read_extract
from optimizer.travel.roads.shores import Shores
from tests.travel.roads.drawing import Drawing, at
from tests.travel.roads.scenes import Spot, leg, place, scene
from tests.travel.roads.test_snapping import join, told


def coast() -> Drawing:
    """The sea in the west, a road along it half a kilometre inland, and a small island without roads.

    ::

                     |   |
        sea   isle   |   | road
                     |   |
    """
    drawn = Drawing()
    for name, east, north in (
        ("north", 0, 20),
        ("south", 0, -20),
        ("r0", 0.5, -3),
        ("r1", 0.5, 3),
        ("i0", -4, -1),
        ("i1", -3, -1),
        ("i2", -3, 1),
        ("i3", -4, 1),
    ):
        drawn.point(name, east, north)
    return (
        drawn.way(1, "r0 r1", highway="tertiary", name="Đường ven biển")
        .way(2, "north south", natural="coastline")
        .way(3, "i0 i1 i2 i3 i0", natural="coastline")
    )


def test_a_site_in_the_sea_is_an_error_that_says_where_and_how_far_from_which_road(tmp_path: Path):
    found = told(scene(tmp_path, {"sea": (-2, 0), "on land": (0.2, 0)}, drawing=coast(), base=(0.5, 0)))
    # The island's shore at -3 is 1 km away, the mainland's 2 km; the road is 2.5 km away.
    assert found == {
        "T305": "Places in the sea, a lake or a river that no team gets to (car): 1. sea (sea; 20.0000,"
        " 104.9809) is 2.5 km from “Đường ven biển” (nearest at 20.0000, 105.0048), in the sea, 1000 m from"
        " the shore."
    }


def test_far_out_it_is_the_sea_as_well(tmp_path: Path):
    made = scene(tmp_path, {"sea": (-150, 0), "on land": (0.2, 0)}, drawing=coast(), base=(0.5, 0))
    assert list(told(made)) == ["T305"]


def test_a_site_drawn_a_little_beside_the_land_is_a_warning(tmp_path: Path):
    made = scene(tmp_path, {"pier": (-0.15, 0)}, drawing=coast(), base=(0.5, 0))
    assert "in the sea, 150 m from the shore" in told(made)["T204"]
    # 650 m on foot at 4 km/h are 9.75 min.
    assert leg(made, "home", "pier") == (10, 650)


def test_nobody_walks_from_an_island_over_the_sea(tmp_path: Path):
    made = scene(tmp_path, {"isle": (-3.5, 0), "on land": (0.2, 0)}, drawing=coast(), base=(0.5, 0))
    assert leg(made, "home", "isle") is None
    found = told(made)
    assert list(found) == ["T301"]
    assert "4.0 km from “Đường ven biển” (nearest at 20.0000, 105.0048), across water" in found["T301"]
    by_boat = replace(made, links=(Link("on land", "isle", 25, 4_000),))
    assert list(told(by_boat)) == ["T203"]
    assert build_matrix(by_boat) is not None


def test_a_ferry_joins_the_roads_of_an_island_but_nobody_boards_it_under_way(tmp_path: Path):
    drawn = coast().point("quay", -3.2, 0).point("pier", 0, 0).point("mid", 0.5, 0)
    drawn.way(7, "r0 mid r1", highway="tertiary", name="Đường ven biển")
    drawn.way(4, "mid pier", highway="service").way(5, "pier quay", route="ferry", duration="00:30")
    drawn.way(6, "quay i3", highway="track", name="Đường đảo")
    made = scene(tmp_path, {"isle": (-3.3, 0), "ship": (-1.6, 0.1)}, drawing=drawn, base=(0.5, 0))
    assert join(made, "isle").road == "Đường đảo"
    # 0.5 km at 15 km/h are 2 min, 30 min at sea, the rest is 100 m of walking and track: 33 to 34 min.
    there = leg(made, "home", "isle")
    assert there is not None
    assert there[0] in {33, 34, 35}
    assert join(made, "ship").joined is False


def test_a_place_on_a_pier_far_out_joins_its_road(tmp_path: Path):
    drawn = coast().point("mid", 0.5, 0).point("head", -1, 0)
    drawn.way(7, "r0 mid r1", highway="tertiary").way(4, "mid head", highway="service", name="Cầu cảng")
    made = scene(tmp_path, {"berth": (-0.9, 0.1)}, drawing=drawn, base=(0.5, 0))
    assert join(made, "berth").walk_m == pytest.approx(100, abs=1)
    assert list(told(made)) == ["T204"]


def bay() -> Drawing:
    """A bay reaches inland between a village in the south and the road in the north.

    ::

        coast ----------+ road A
              sea       |
        coast ----------+
                 village          road B, 4 km south
    """
    drawn = Drawing()
    for name, east, north in (
        ("w1", -30, 0),
        ("e1", 5, 0),
        ("e2", 5, -0.6),
        ("w2", -30, -0.6),
        ("a0", 0, 0.1),
        ("a1", 6, 0.1),
        ("b0", 0, -5),
        ("b1", 6, -5),
    ):
        drawn.point(name, east, north)
    # Land in the north lies left of a coast that goes east: so it runs from the mouth, and west again.
    return (
        drawn.way(1, "a0 a1", highway="tertiary", name="A")
        .way(2, "b0 b1", highway="tertiary", name="B")
        .way(3, "a1 b1", highway="tertiary", name="C")
        .way(4, "w1 e1 e2 w2", natural="coastline")
    )


def test_the_road_on_ones_own_shore_is_joined_however_much_farther(tmp_path: Path):
    made = scene(tmp_path, {"village": (1, -0.7)}, drawing=bay(), base=(6, -2))
    # 800 m over the bay to A, 4.3 km to B, 5 km to C.
    found = join(made, "village")
    assert (found.road, found.over_water) == ("B", False)
    assert found.walk_m == pytest.approx(4300, abs=2)
    assert "4.3 km from “B”" in told(made)["T201"]


def test_two_places_on_one_road_around_a_bay_are_not_walked_between(tmp_path: Path):
    drawn = Drawing()
    for name, east, north in (("w1", -30, 0), ("e1", 5, 0), ("e2", 5, -0.6), ("w2", -30, -0.6)):
        drawn.point(name, east, north)
    for name, east, north in (("a0", 0, 0.1), ("a1", 6, 0.1), ("b1", 6, -0.7), ("b0", 0, -0.7)):
        drawn.point(name, east, north)
    drawn.way(1, "a0 a1 b1 b0", highway="track", surface="mud", name="Quanh vịnh")
    dry = scene(tmp_path, {"one": (1, 0.1), "other": (1, -0.7)}, drawing=drawn, base=(6, 0))
    # Straight, 800 m at 4 km/h are 12 min; around, 5 + 0.8 + 5 km at 5 km/h are 129.6.
    assert leg(dry, "one", "other") == (12, pytest.approx(800, abs=1))
    wet = drawn.way(4, "w1 e1 e2 w2", natural="coastline")
    (tmp_path / "wet").mkdir()
    made = scene(tmp_path / "wet", {"one": (1, 0.1), "other": (1, -0.7)}, drawing=wet, base=(6, 0))
    assert leg(made, "one", "other") == (130, pytest.approx(10_800, abs=3))


def lake(**tags: str) -> Drawing:
    """A lake of 2 km by 2 km with an island of 400 m, and a road along its eastern shore."""
    drawn = Drawing()
    for name, east, north in (
        ("o0", 0, 0),
        ("o1", 2, 0),
        ("o2", 2, 2),
        ("o3", 0, 2),
        ("i0", 0.8, 0.8),
        ("i1", 1.2, 0.8),
        ("i2", 1.2, 1.2),
        ("i3", 0.8, 1.2),
        ("r0", 2.1, -3),
        ("r1", 2.1, 3),
    ):
        drawn.point(name, east, north)
    drawn.way(1, "r0 r1", highway="tertiary", name="Bờ hồ").way(2, "o0 o1 o2").way(3, "o2 o3 o0")
    return drawn.way(4, "i0 i1 i2 i3 i0").relation(9, [2, 3, 4], type="multipolygon", **tags)


@pytest.mark.parametrize("tags", [{"natural": "water"}, {"waterway": "riverbank"}, {"landuse": "reservoir"}])
def test_a_site_in_a_lake_is_an_error_and_one_on_its_island_is_not_in_it(
    tmp_path: Path, tags: dict[str, str]
):
    sites: dict[str, Spot] = {"lake": (0.4, 1), "isle": (1, 1), "on land": (2.3, 1)}
    found = told(scene(tmp_path, sites, drawing=lake(**tags), base=(2.1, 0)))
    assert sorted(found) == ["T301", "T305"]
    assert "lake (lake; " in found["T305"]
    # 400 m from the western shore, and as far from the island's.
    assert "in a lake or river, 400 m from the shore" in found["T305"]
    assert "isle (isle; " in found["T301"]
    assert "across water" in found["T301"]


def test_of_a_lake_that_the_extract_has_a_part_of_nobody_says_what_lies_in_it(tmp_path: Path):
    drawn = lake().relation(10, [2, 99], type="multipolygon", natural="water")
    found = told(scene(tmp_path, {"lake": (0.4, 1), "on land": (2.3, 1)}, drawing=drawn, base=(2.1, 0)))
    assert list(found) == ["T301"]  # its eastern shore is there, and is not crossed


def test_a_pond_is_walked_around(tmp_path: Path):
    drawn = Drawing().point("r0", 0, -3).point("r1", 0, 3).way(1, "r0 r1", highway="tertiary")
    for name, east, north in (("p0", 0.1, 0), ("p1", 0.3, 0), ("p2", 0.3, 0.2), ("p3", 0.1, 0.2)):
        drawn.point(name, east, north)
    drawn.way(2, "p0 p1 p2 p3 p0", natural="water")  # 800 m around
    made = scene(tmp_path, {"beyond": (0.4, 0.1)}, drawing=drawn, base=(0, 0))
    assert join(made, "beyond").walk_m == pytest.approx(400, abs=1)
    assert told(made) == {}


def test_a_stream_holds_nobody_up_and_a_river_under_the_ground_neither(tmp_path: Path):
    drawn = Drawing().point("r0", 0, -3).point("r1", 0, 3).way(1, "r0 r1", highway="tertiary")
    drawn.point("s0", 0.2, -5).point("s1", 0.2, 5).point("t0", 0.3, -5).point("t1", 0.3, 5)
    drawn.way(2, "s0 s1", waterway="stream").way(3, "t0 t1", waterway="river", tunnel="culvert")
    made = scene(tmp_path, {"beyond": (0.4, 0.1)}, drawing=drawn, base=(0, 0))
    assert join(made, "beyond").over_water is False


def test_a_boat_puts_people_ashore(tmp_path: Path):
    drawn = lake(natural="water").point("c0", 1.6, 0.1).point("c1", 1.6, 1.9)
    drawn.way(20, "c0 c1", waterway="fairway")
    made = scene(tmp_path, {"bank": (2.3, 1)}, drawing=drawn, base=(1.6, 0.5), movement=Movement.BOAT)
    assert told(made) == {}
    # 500 m at 15 km/h are 2 min, 700 m on foot 10.5 min.
    assert leg(made, "home", "bank") == (13, pytest.approx(1200, abs=2))


def test_a_dam_stops_a_boat(tmp_path: Path):
    drawn = Drawing()
    for name, east in (("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 4)):
        drawn.point(name, east, 0)
    drawn.point("d0", 2, 1).point("d1", 2, -1)
    drawn.way(1, "a b c d e", waterway="river")
    sites: dict[str, Spot] = {"below": (1, 0), "above": (3, 0)}
    made = scene(tmp_path, sites, drawing=drawn, base=(0, 0), movement=Movement.BOAT)
    # 3 km at 12 km/h are 15 min.
    assert leg(made, "home", "above") == (15, pytest.approx(3000, abs=2))
    drawn.way(2, "d0 c d1", waterway="dam")
    (tmp_path / "dammed").mkdir()
    made = scene(tmp_path / "dammed", sites, drawing=drawn, base=(0, 0), movement=Movement.BOAT)
    assert leg(made, "home", "below") == (5, pytest.approx(1000, abs=2))
    # 2 km on the water, 10 min, and the last one around the dam on foot, 15 min.
    assert leg(made, "home", "above") == (25, pytest.approx(3000, abs=2))


def test_a_place_beside_a_bridge_joins_the_road_where_it_lies_on_the_ground(tmp_path: Path):
    drawn = Drawing().point("a", -2, 0).point("b", 0, 0).point("c", 1, 0).point("d", 3, 0)
    drawn.way(1, "a b", highway="tertiary", name="Tây").way(2, "b c", highway="tertiary", bridge="yes")
    drawn.way(3, "c d", highway="tertiary", name="Đông")
    made = scene(tmp_path, {"under": (0.3, 0.4)}, drawing=drawn, base=(-1, 0))
    # hypot(0.3, 0.4) km to the western end, hypot(0.7, 0.4) to the eastern one.
    found = join(made, "under")
    assert found.road == "Tây"
    assert found.walk_m == pytest.approx(500, abs=1)


def test_where_a_coast_is_cut_off_nobody_says_which_side_is_the_sea(tmp_path: Path):
    drawn = Drawing().point("n", 0, 0).point("s", 0, -5).way(1, "n s", natural="coastline")
    drawn.point("r0", 1, -3).point("r1", 1, 3).way(2, "r0 r1", highway="tertiary")
    shores = Shores(read_extract(drawn.write(tmp_path / "map.osm.pbf")))
    assert shores.under(place("beyond the end", (-1, 2))) is None
    assert shores.under(place("beside it", (-1, -2))) is not None
    assert shores.under(place("inland", (1, -2))) is None


RADII = st.lists(st.floats(0.4, 3.0), min_size=3, max_size=12)


@settings(max_examples=60)
@given(RADII, st.lists(st.tuples(st.floats(0, 6.2), st.floats(0.01, 4.0)), min_size=1, max_size=8))
def test_a_ring_is_crossed_an_odd_number_of_times_from_the_inside_out(
    radii: list[float], spots: list[tuple[float, float]]
):
    drawn = Drawing().point("a", 40, 40).point("b", 41, 40).way(1, "a b", highway="tertiary")
    for number, radius in enumerate(radii):
        angle = 2 * math.pi * number / len(radii)
        drawn.point(f"p{number}", radius * math.cos(angle), radius * math.sin(angle))
    ring = " ".join(f"p{number}" for number in (*range(len(radii)), 0))
    with TemporaryDirectory() as folder:
        isle = Shores(
            read_extract(drawn.way(2, ring, natural="coastline").write(Path(folder) / "isle.osm.pbf"))
        )
        drawn._ways.pop()
        pool = Shores(read_extract(drawn.way(2, ring, natural="water").write(Path(folder) / "lake.osm.pbf")))
    middle = Place("m", "m", *at(0, 0))
    assert isle.under(middle) is None
    assert pool.under(middle) is not None
    for angle, radius in spots:
        spot = Place("p", "p", *at(radius * math.cos(angle), radius * math.sin(angle)))
        crossed, _ = isle.crossed(middle, np.array([spot.lat]), np.array([spot.lon]), most=99)
        at_sea, in_lake = isle.under(spot), pool.under(spot)
        near = at_sea or in_lake
        if near is None or near.shore_m < 1:
            continue  # on the very line: a centimetre decides
        assert (at_sea is not None) == (crossed[0] % 2 == 1)
        assert (in_lake is None) == (crossed[0] % 2 == 1)
