from __future__ import annotations

import pytest

from optimizer.domain.roads import Movement
from optimizer.travel.roads.tags import (
    FERRY,
    barred,
    direction,
    duration_minutes,
    forbidden,
    joinable,
    label,
    opened,
    road_kind,
    speed_limit_kmh,
)

CAR, BIKE, FOOT, BOAT = Movement.CAR, Movement.MOTORBIKE, Movement.FOOT, Movement.BOAT


@pytest.mark.parametrize(
    ("tags", "road_class"),
    [
        ({"highway": "track", "tracktype": "grade3", "surface": "dirt"}, "track"),
        ({"route": "ferry", "surface": "wood"}, FERRY),
        ({"waterway": "river"}, "river"),
        ({"highway": "construction"}, None),
        ({"highway": "pedestrian", "area": "yes"}, None),
        ({"waterway": "stream"}, None),
        ({"building": "yes"}, None),
    ],
)
def test_what_moves_where(tags: dict[str, str], road_class: str | None):
    kind = road_kind(tags)
    assert (kind and kind.road_class) == road_class


def test_surface_grade_and_smoothness_go_with_a_road():
    kind = road_kind({"highway": "track", "tracktype": "grade3", "surface": "dirt", "smoothness": "bad"})
    assert kind is not None
    assert kind.conditions == ("dirt", "grade3", "bad")


@pytest.mark.parametrize(
    ("tags", "movement", "out"),
    [
        ({"access": "private"}, CAR, True),
        ({"access": "no", "motorcar": "yes"}, CAR, False),
        ({"motor_vehicle": "no"}, BIKE, True),
        ({"motor_vehicle": "no"}, FOOT, False),
        ({"motorcycle": "yes", "motor_vehicle": "no"}, BIKE, False),
        ({"access": "destination"}, CAR, False),
        ({"boat": "no"}, BOAT, True),
        ({"motor_vehicle": "agricultural;forestry"}, CAR, True),
        ({"motor_vehicle": "forestry;destination"}, CAR, False),
        ({"highway": "trunk", "motorroad": "yes"}, BIKE, True),
        ({"highway": "trunk", "motorroad": "yes", "motorcycle": "yes"}, BIKE, False),
        ({"highway": "trunk", "motorroad": "yes"}, CAR, False),
    ],
)
def test_the_most_specific_tag_decides_who_is_kept_out(tags: dict[str, str], movement: Movement, out: bool):  # noqa: FBT001
    assert forbidden(tags, movement) is out


def test_a_path_is_opened_by_name_and_not_by_a_word_for_all():
    assert opened({"highway": "path", "motorcar": "yes"}, CAR)
    assert not opened({"highway": "path", "access": "yes"}, CAR)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"oneway": "yes"}, 1),
        ({"oneway": "-1"}, -1),
        ({"junction": "roundabout"}, 1),
        ({"junction": "roundabout", "oneway": "-1"}, -1),
        ({"highway": "motorway"}, 1),
        ({"highway": "motorway", "oneway": "no"}, 0),
    ],
)
def test_directions(tags: dict[str, str], expected: int):
    assert direction(tags, CAR) == direction(tags, BIKE) == expected
    assert direction(tags, FOOT) == direction(tags, BOAT) == 0


@pytest.mark.parametrize(
    ("tags", "movement", "expected"),
    [
        ({"oneway": "yes", "oneway:motorcycle": "no"}, BIKE, 0),
        ({"oneway": "yes", "oneway:motorcycle": "no"}, CAR, 1),
        ({"oneway": "yes", "oneway:motor_vehicle": "no"}, CAR, 0),
        ({"oneway:motorcar": "-1"}, CAR, -1),
        ({"oneway:foot": "yes"}, FOOT, 1),
        # Once this way and once that, by lights or by hours: it can be gone along both ways.
        ({"oneway": "alternating"}, CAR, 0),
        ({"oneway": "reversible"}, CAR, 0),
    ],
)
def test_a_sign_for_one_kind_decides_before_the_one_for_all(
    tags: dict[str, str], movement: Movement, expected: int
):
    assert direction(tags, movement) == expected


@pytest.mark.parametrize(
    ("tags", "anywhere"),
    [
        ({"highway": "tertiary"}, True),
        ({"highway": "tertiary", "bridge": "no"}, True),
        ({"highway": "tertiary", "bridge": "yes"}, False),
        ({"highway": "trunk", "tunnel": "yes"}, False),
        ({"highway": "motorway"}, False),
        ({"route": "ferry"}, False),
    ],
)
def test_one_gets_on_and_off_where_the_road_lies_on_the_ground(tags: dict[str, str], anywhere: bool):  # noqa: FBT001
    assert joinable(tags) is anywhere


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("00:20", 20), ("20", 20), ("1:30", 90), ("01:10:30", 70.5), ("PT1H5M", 65), ("soon", 0), ("", 0)],
)
def test_durations(text: str, minutes: float):
    assert duration_minutes({"duration": text}) == minutes


@pytest.mark.parametrize(
    ("text", "kmh"), [("40", 40), ("40 km/h", 40), ("30 mph", 48.3), ("signals", 0), ("VN:urban", 0)]
)
def test_speed_limits(text: str, kmh: float):
    assert speed_limit_kmh({"maxspeed": text}) == kmh


@pytest.mark.parametrize(
    ("tags", "movement", "stopped"),
    [
        ({"barrier": "bollard"}, CAR, True),
        ({"barrier": "bollard"}, BIKE, False),
        ({"barrier": "stile"}, BIKE, True),
        ({"barrier": "gate"}, CAR, False),
        ({"barrier": "gate", "locked": "yes"}, BIKE, True),
        ({"barrier": "gate", "locked": "yes"}, FOOT, False),
        ({"barrier": "debris"}, CAR, True),
        ({"barrier": "debris"}, BIKE, False),
        ({"barrier": "toll_booth"}, CAR, False),
        ({"barrier": "gate", "access": "private"}, FOOT, True),
        ({"barrier": "block", "motorcar": "yes"}, CAR, False),
        ({"highway": "crossing"}, CAR, False),
    ],
)
def test_barriers(tags: dict[str, str], movement: Movement, stopped: bool):  # noqa: FBT001
    assert barred(tags, movement) is stopped


def test_a_road_is_called_by_its_number_and_name():
    assert label({"ref": "QL 6", "name": "Đường Trần Hưng Đạo"}) == "QL 6 Đường Trần Hưng Đạo"
    assert label({}) == ""
