from __future__ import annotations

from fractions import Fraction
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.scenario import Place, Vehicle
from optimizer.travel.estimate import driving_minutes, great_circle_m, road_metres
from tests.travel.graphs import estimated


def place(lat: float, lon: float) -> Place:
    return Place("", "", lat, lon)


def great_circle(one: Place, other: Place) -> float:
    return float(great_circle_m([one], [other])[0, 0])


def test_great_circles_of_known_length():
    # A degree of a meridian is 6,371,008.8 m × π / 180 = 111,195.08 m.
    assert great_circle(place(20, 105), place(21, 105)) == pytest.approx(111_195.08, abs=0.01)
    # A degree of the 60th parallel: 2 × 6,371,008.8 × asin(cos 60° × sin 0.5°) = 55,597.01 m.
    assert great_circle(place(60, 10), place(60, 11)) == pytest.approx(55_597.01, abs=0.01)
    # Half way round: 6,371,008.8 × π = 20,015,114.44 m.
    assert great_circle(place(0, 0), place(0, 180)) == pytest.approx(20_015_114.44, abs=0.01)


def test_places_at_the_same_coordinates_are_no_distance_apart():
    assert great_circle(place(20.874, 105.252), place(20.874, 105.252)) == 0


def test_the_detour_lengthens_the_straight_line_and_metres_are_rounded():
    # 1000.4 m × 1.6 = 1600.64 m; 1000.2 m × 1.6 = 1600.32 m
    straight = np.array([1000.4, 1000.2])
    assert road_metres(straight, Vehicle("car", detour=1.6)).tolist() == [1601, 1600]


@pytest.mark.parametrize(
    ("metres", "speed_kmh", "minutes"),
    [
        (9_800, 28.0, 21),  # 9.8 ÷ 28 × 60 = 21 exactly; in binary fractions 21.000000000000004
        (9_801, 28.0, 22),
        (27_300, 27.3, 60),  # an hour exactly, at a speed that is no binary fraction
        (1, 28.0, 1),
        (0, 28.0, 0),
        (40_000_000, 0.7, 3_428_572),  # 40,000 ÷ 0.7 × 60 = 3,428,571.43
    ],
)
def test_minutes_are_rounded_up_and_whole_minutes_stay(metres: int, speed_kmh: float, minutes: int):
    moves = Vehicle("car", speed_kmh=speed_kmh)
    assert driving_minutes(np.array([metres]), moves).tolist() == [minutes]


@given(metres=st.integers(0, 60_000_000), tenths=st.integers(1, 3000))
def test_minutes_are_exact_at_any_speed(metres: int, tenths: int):
    moves = Vehicle("car", speed_kmh=tenths / 10)
    expected = ceil(Fraction(metres, 1000) / Fraction(tenths, 10) * 60)
    assert driving_minutes(np.array([metres]), moves).tolist() == [expected]


coordinates = st.tuples(st.floats(8, 24), st.floats(102, 110))


@given(one=coordinates, other=coordinates)
def test_an_estimate_is_that_of_plain_arithmetic(one: tuple[float, float], other: tuple[float, float]):
    moves = Vehicle("car", speed_kmh=27.5, detour=1.45)
    metres = road_metres(great_circle_m([place(*one)], [place(*other)]), moves)
    minutes = driving_minutes(metres, moves)
    assert (minutes[0, 0], metres[0, 0]) == estimated(place(*one), place(*other), moves)
