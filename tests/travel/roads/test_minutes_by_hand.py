"""Minutes and metres on the drawn valley, each computed by hand from the table of speeds.

Cars: secondary 38, residential 20, track on dirt min(12, 15) = 12 km/h; on foot 4 km/h.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Link
from tests.build import day
from tests.travel.roads.drawing import Drawing, valley
from tests.travel.roads.scenes import Spot, leg, scene

HAMLET, RING, ISLE, LONE = (0, 1.9), (2.3, -0.8), (6, -3), (20.5, 20)


def about(minutes: int, metres: int) -> tuple[int, object]:
    """Minutes to the minute and metres to two metres: points are drawn to the centimetre."""
    return minutes, pytest.approx(metres, abs=2)


def test_a_track_is_slower_than_the_road_that_leads_to_it(tmp_path: Path):
    made = scene(tmp_path, {"hamlet": HAMLET})
    # 2 km at 38 km/h are 3.16 min, 1.9 km at 12 km/h are 9.5 min: 12.66, rounded up once.
    assert leg(made, "home", "hamlet") == about(13, 3900)
    # A motorbike: 2 km at 35 are 3.43 min, 1.9 km at min(15, 18) are 7.6 min: 11.03.
    made = scene(tmp_path, {"hamlet": HAMLET}, movement=Movement.MOTORBIKE)
    assert leg(made, "home", "hamlet") == about(12, 3900)


def test_a_roundabout_is_left_the_way_it_turns(tmp_path: Path):
    made = scene(tmp_path, {"ring": RING})
    # A side of the circle is hypot(0.3, 0.3) = 0.424 km.  There: 0.5 km and one side at 20 km/h,
    # 0.924 km are 2.77 min; back: three sides and 0.5 km, 1.773 km are 5.32 min.
    assert leg(made, "home", "ring") == about(3, 924)
    assert leg(made, "ring", "home") == about(6, 1773)


def test_nobody_on_foot_minds_a_one_way_sign(tmp_path: Path):
    made = scene(tmp_path, {"ring": RING}, movement=Movement.FOOT)
    # 0.924 km at 4.5 km/h are 12.3 min, either way.
    assert leg(made, "home", "ring") == leg(made, "ring", "home") == about(13, 924)


def test_a_ferry_takes_as_long_as_it_says(tmp_path: Path):
    made = scene(tmp_path, {"isle": ISLE})
    # 2 km at 38 km/h are 3.16 min, the ferry 20 min for 3 km, 2 km at 20 km/h 6 min: 29.16.
    assert leg(made, "home", "isle") == about(30, 7000)


def test_an_island_that_no_ferry_serves_has_no_road(tmp_path: Path):
    made = scene(tmp_path, {"lone": LONE, "ring": RING})
    assert leg(made, "home", "lone") is None
    assert leg(made, "lone", "home") is None
    # A link leads there, and nothing else: 3 + 40 minutes through the circle.
    linked = scene(tmp_path, {"lone": LONE, "ring": RING}, links=(Link("ring", "lone", 40, 30_000),))
    assert leg(linked, "home", "lone") == about(43, 30_924)


def test_the_rest_is_on_foot(tmp_path: Path):
    made = scene(tmp_path, {"field": (1, 0.5)})
    # 1 km at 38 km/h are 1.58 min, 0.5 km on foot at 4 km/h 7.5 min: 9.08.
    assert leg(made, "home", "field") == about(10, 1500)


def test_two_neighbours_on_one_stretch_walk_if_that_is_quicker(tmp_path: Path):
    made = scene(tmp_path, {"a": (1, 0.5), "b": (1.1, 0.5), "same": (1, 0.5)})
    # By road: 7.5 min to it and 7.5 min from it.  Straight: 100 m at 4 km/h are 1.5 min.
    assert leg(made, "a", "b") == about(2, 100)
    assert leg(made, "a", "same") == (0, 0)


@pytest.mark.parametrize(
    "closure",
    [
        RoadClosure(day(1), day(1), way=4),
        RoadClosure(day(1), day(1), lat=20.00854, lon=105.0, radius_m=60),
    ],
    ids=["by way", "by spot"],
)
def test_a_closed_track_cuts_its_hamlet_off_on_its_date_only(tmp_path: Path, closure: RoadClosure):
    made = scene(tmp_path, {"hamlet": HAMLET}, days=3, road_closures=(closure,))
    assert leg(made, "home", "hamlet", on=0) == leg(made, "home", "hamlet", on=2) == about(13, 3900)
    assert leg(made, "home", "hamlet", on=1) is None
    assert leg(made, "hamlet", "home", on=1) is None


def test_a_detour_is_taken_around_a_closed_road(tmp_path: Path):
    drawn = valley().way(8, "west c4", highway="residential").way(9, "c1 east", highway="residential")
    shut = RoadClosure(day(0), day(0), name="hoa binh")
    made = scene(tmp_path, {"east": (4, 0)}, drawing=drawn, base=(0, 0), days=2, road_closures=(shut,))
    # Open: 4 km at 38 km/h, 6.32 min.  Closed: west-c4 hypot(1.7, 0.8) = 1.879, c4-c1 0.424,
    # c1-east hypot(2, 0.5) = 2.062: 4.365 km at 20 km/h are 13.09 min.
    assert leg(made, "home", "east", on=1) == about(7, 4000)
    assert leg(made, "home", "east", on=0) == about(14, 4365)


@pytest.mark.parametrize(("spot", "cut_off"), [((0, 0.5), False), ((0, 1.5), True), ((0, 1.0), True)])
def test_a_blocked_spot_cuts_off_what_is_behind_it(tmp_path: Path, spot: Spot, cut_off: bool):  # noqa: FBT001
    shut = RoadClosure(day(0), day(0), lat=20 + 1.0 / 111.19508, lon=105.0, radius_m=50)
    made = scene(tmp_path, {"on track": spot}, road_closures=(shut,))
    assert (leg(made, "home", "on track") is None) is cut_off


def test_a_barrier_stops_cars_and_lets_motorbikes_through(tmp_path: Path):
    drawn = (
        Drawing()
        .point("a", 0, 0)
        .point("gate", 1, 0, barrier="bollard")
        .point("b", 1.9, 0)
        .way(1, "a gate b", highway="residential")
    )
    # 1.9 km at 20 km/h are 5.7 min; a car stops at 1 km, and the rest is on foot: 3 + 13.5 min.
    there = scene(tmp_path, {"b": (1.9, 0)}, drawing=drawn, base=(0, 0), movement=Movement.MOTORBIKE)
    assert leg(there, "home", "b") == about(6, 1900)
    by_car = scene(tmp_path, {"b": (1.9, 0)}, drawing=drawn, base=(0, 0))
    assert leg(by_car, "home", "b") == about(17, 1900)


def test_a_boat_goes_by_river(tmp_path: Path):
    drawn = Drawing().point("a", 0, 0).point("b", 0, 2.9).way(1, "a b", waterway="river")
    made = scene(tmp_path, {"b": (0, 2.9)}, drawing=drawn, base=(0, 0), movement=Movement.BOAT)
    # 2.9 km at 12 km/h are 14.5 min.
    assert leg(made, "home", "b") == about(15, 2900)


def test_a_street_that_is_one_way_for_cars_only_is_ridden_against(tmp_path: Path):
    drawn = Drawing().point("a", 0, 0).point("b", 1, 0).point("c", 1, 1).point("d", 0, 1)
    drawn.way(1, "a b", highway="residential", oneway="yes", **{"oneway:motorcycle": "no"})
    drawn.way(2, "b c d a", highway="residential")
    by_car = scene(tmp_path, {"east": (1, 0)}, drawing=drawn, base=(0, 0))
    # There 1 km at 20 km/h, 3 min; back by car 3 km around, 9 min.
    assert leg(by_car, "home", "east") == about(3, 1000)
    assert leg(by_car, "east", "home") == about(9, 3000)
    by_bike = scene(tmp_path, {"east": (1, 0)}, drawing=drawn, base=(0, 0), movement=Movement.MOTORBIKE)
    assert leg(by_bike, "east", "home") == about(3, 1000)


def gated(**gate: str) -> Drawing:
    """A kilometre of road past a gate, and four around it."""
    drawn = Drawing().point("a", 0, 0).point("gate", 0.5, 0, **gate).point("b", 1, 0)
    drawn.point("c", 1, 1.5).point("d", 0, 1.5)
    return drawn.way(1, "a gate b", highway="tertiary").way(2, "b c d a", highway="tertiary")


@pytest.mark.parametrize(
    ("gate", "movement", "expected"),
    [
        # Through: 1 km at 30 km/h, on foot at 4.5 km/h 13.3 min; around: 4 km.
        ({"barrier": "gate"}, Movement.CAR, (2, 1000)),
        ({"barrier": "gate", "locked": "yes"}, Movement.CAR, (8, 4000)),
        ({"barrier": "gate", "locked": "yes"}, Movement.MOTORBIKE, (8, 4000)),
        ({"barrier": "gate", "locked": "yes"}, Movement.FOOT, (14, 1000)),
        ({"barrier": "gate", "access": "private"}, Movement.FOOT, (54, 4000)),
        ({"barrier": "bollard"}, Movement.CAR, (8, 4000)),
        ({"barrier": "bollard"}, Movement.MOTORBIKE, (2, 1000)),
        ({"barrier": "bollard", "motorcar": "yes"}, Movement.CAR, (2, 1000)),
    ],
)
def test_who_gets_past_what(
    tmp_path: Path, gate: dict[str, str], movement: Movement, expected: tuple[int, int]
):
    made = scene(tmp_path, {"b": (1, 0)}, drawing=gated(**gate), base=(0, 0), movement=movement)
    assert leg(made, "home", "b") == about(*expected)


@pytest.mark.parametrize(
    ("tags", "movement", "expected"),
    [
        # 3 km: motorbikes 10 km/h on a path, on foot 3.5; by the road 6 km at 35, 38 or 4.5 km/h.
        ({}, Movement.MOTORBIKE, (11, 6000)),
        ({"motor_vehicle": "no"}, Movement.MOTORBIKE, (11, 6000)),
        ({}, Movement.FOOT, (52, 3000)),
        ({"sac_scale": "mountain_hiking"}, Movement.FOOT, (72, 3000)),
        ({"foot": "no"}, Movement.FOOT, (80, 6000)),
    ],
)
def test_a_path_over_the_pass(
    tmp_path: Path, tags: dict[str, str], movement: Movement, expected: tuple[int, int]
):
    drawn = Drawing().point("a", 0, 0).point("b", 3, 0).point("c", 1.5, 2.598)
    drawn.way(1, "a b", highway="path", **tags).way(2, "a c b", highway="secondary")
    made = scene(tmp_path, {"b": (3, 0)}, drawing=drawn, base=(0, 0), movement=movement)
    assert leg(made, "home", "b") == about(*expected)


def test_a_steep_path_is_no_road_for_a_motorbike(tmp_path: Path):
    drawn = Drawing().point("a", 0, 0).point("b", 1, 0).point("c", 4, 0)
    drawn.way(1, "a b", highway="tertiary").way(2, "b c", highway="path")
    made = scene(tmp_path, {"c": (4, 0)}, drawing=drawn, base=(0, 0), movement=Movement.MOTORBIKE)
    # 1 km at 30 km/h and 3 km at 10 km/h.
    assert leg(made, "home", "c") == about(20, 4000)
    drawn = Drawing().point("a", 0, 0).point("b", 1, 0).point("c", 4, 0)
    drawn.way(1, "a b", highway="tertiary").way(2, "b c", highway="path", sac_scale="mountain_hiking")
    (tmp_path / "steep").mkdir()
    made = scene(tmp_path / "steep", {"c": (4, 0)}, drawing=drawn, base=(0, 0), movement=Movement.MOTORBIKE)
    # 1 km at 30 km/h, and the last 3 km on foot at 4 km/h.
    assert leg(made, "home", "c") == about(47, 4000)
