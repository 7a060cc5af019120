from __future__ import annotations

import pytest

from optimizer.domain.roads import Movement
from optimizer.travel.roads.tags import (
    FERRY,
    barred,
    direction,
    duration_minutes,
    forbidden,
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
        ({"highway": "motorway"}, 1),
        ({"highway": "motorway", "oneway": "no"}, 0),
        ({"oneway": "alternating"}, 0),
    ],
)
def test_directions(tags: dict[str, str], expected: int):
    assert direction(tags) == expected


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
