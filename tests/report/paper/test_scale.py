from __future__ import annotations

import numpy as np
import pytest

from optimizer.report.paper.scale import LADDER, Projection, bar_m, fitting, on_paper_mm, projection_around

HANOI, HUE = (21.028, 105.852), (16.463, 107.590)


def test_a_degree_to_the_north_is_a_degree_of_the_meridian():
    # 6,371,008.8 m × π / 180 = 111,195.08 m
    [[east, north]] = Projection(20.0, 105.0).metres(np.array([[21.0, 105.0]]))
    assert (east, north) == (pytest.approx(0.0, abs=1e-6), pytest.approx(111_195.08, abs=0.01))


def test_east_of_the_meridian_lengths_grow_as_transverse_mercator_says():
    # On the equator 8° east: artanh(sin 8°) = artanh(0.1391731) = 0.1400821; × 6,371,008.8 m = 892,464 m.
    # The arc itself is 889,561 m: 0.33 % less.
    [[east, north]] = Projection(0.0, 105.0).metres(np.array([[0.0, 113.0]]))
    assert east == pytest.approx(892_464, abs=5)
    assert north == pytest.approx(0.0, abs=1e-6)


def test_a_parallel_bends_to_the_north_away_from_the_meridian():
    # tan φ' = tan 20° / cos 2° = 0.3639702 / 0.9993908 → φ' = 20.0112°: 0.0112° × 111,195 = 1,248 m.
    [[_, north]] = Projection(20.0, 105.0).metres(np.array([[20.0, 107.0]]))
    assert north == pytest.approx(1_248, abs=3)


def test_hanoi_and_hue_are_as_far_apart_as_on_the_globe():
    # haversine: 21.028 N 105.852 E to 16.463 N 107.590 E = 539.9 km
    around = projection_around(np.array([HANOI, HUE]))
    apart = np.subtract(*around.metres(np.array([HANOI, HUE])))
    lat, lon = np.radians([HANOI[0], HUE[0]]), np.radians([HANOI[1], HUE[1]])
    half = np.sin((lat[0] - lat[1]) / 2) ** 2 + np.cos(lat).prod() * np.sin((lon[0] - lon[1]) / 2) ** 2
    globe = 2 * 6_371_008.8 * np.arcsin(np.sqrt(half))
    assert np.hypot(*apart) == pytest.approx(globe, rel=1e-4)


def test_what_is_on_the_far_side_of_the_globe_still_has_a_place():
    points = np.array([[0.0, -75.0], [0.0, 105.0], [89.0, 0.0], [0.0, 15.0]])
    assert np.isfinite(Projection(0.0, 105.0).metres(points)).all()


@pytest.mark.parametrize(
    ("wide_m", "high_m", "expected"),
    [
        (0, 0, 25_000),  # one place: the largest scale
        (7_500, 100, 50_000),  # 7.5 km / 150 mm = exactly 1:50,000
        (7_501, 100, 75_000),
        (100, 5_100, 75_000),  # 5.1 km / 100 mm = 1:51,000
        (1_510_000, 900_000, 15_000_000),  # 1,510 km / 150 mm = 1:10,066,667
        (1e9, 1e9, 400_000_000),
    ],
)
def test_the_scale_is_the_largest_of_the_ladder_at_which_the_area_fits(
    wide_m: float, high_m: float, expected: int
):
    assert fitting(wide_m, high_m, (150.0, 100.0)) == expected


def test_the_bar_is_a_round_length_that_has_room_at_every_scale():
    assert bar_m(50_000) == 1_000  # 20 mm; 2 km would take 40
    assert bar_m(100_000) == 2_000
    assert bar_m(10_000_000) == 200_000
    for denominator in LADDER:
        assert 10 <= on_paper_mm(bar_m(denominator), denominator) <= 32
    assert list(LADDER) == sorted(set(LADDER))
