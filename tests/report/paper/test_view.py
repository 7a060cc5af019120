from __future__ import annotations

import numpy as np
import pytest

from optimizer.report.paper.clusters import divided
from optimizer.report.paper.room import Box, around
from optimizer.report.paper.view import COUNTRY, View, view_of

FRAME = Box(12.0, 30.0, 186.0, 112.0)
HANOI, SAIGON = [21.028, 105.852], [10.776, 106.70]
ISLANDS = np.array([[16.533, 111.608], [15.783, 111.2], [8.645, 111.92], [11.43, 114.331], [10.733, 115.8]])


def look(points: np.ndarray, frame: Box) -> View:
    return view_of(points, frame, frame.smaller(5, 5, 5, 5))


def inside(view: View, points: np.ndarray) -> bool:
    return all(view.frame.holds(around(float(x), float(y), 0, 0)) for x, y in view.on_paper(points))


def test_a_kilometre_is_as_long_on_paper_as_the_scale_says():
    # 0.1° of a meridian = 11,119.5 m; 1:100,000 → 111.2 mm, the room has 102; 1:150,000 → 74.1 mm.
    points = np.array([[20.0, 105.0], [20.1, 105.0]])
    view = look(points, FRAME)
    assert view.denominator == 150_000
    (_, low), (_, high) = view.on_paper(points)
    assert low - high == pytest.approx(74.13, abs=0.01)


def test_north_is_up_and_east_is_right():
    view = look(np.array([[20.0, 105.0], [20.1, 105.1]]), FRAME)
    (west_x, south_y), (east_x, north_y) = view.on_paper(np.array([[20.0, 105.0], [20.1, 105.1]]))
    assert west_x < east_x
    assert north_y < south_y


def test_a_view_from_hanoi_to_saigon_shows_the_whole_country_with_both_archipelagos():
    view = look(np.array([HANOI, SAIGON]), FRAME)
    assert view.is_national
    assert inside(view, np.vstack([COUNTRY, ISLANDS]))


def test_a_district_is_no_national_view():
    assert not look(np.array([[20.9, 105.0], [21.1, 105.2]]), FRAME).is_national


def test_places_close_together_in_a_wide_view_get_an_inset_at_a_larger_scale():
    around_saigon = [[10.776, 106.70], [10.80, 106.72], [10.83, 106.66]]
    block = divided(np.array([HANOI, *around_saigon]), FRAME, look, most_insets=2, share=0.5)
    overview, inset = block.views
    assert overview.is_national
    assert inset.denominator * 3 <= overview.denominator
    assert inside(inset, np.array(around_saigon))
    assert not overview.frame.meets(inset.frame)
    assert FRAME.holds(overview.frame)
    assert FRAME.holds(inset.frame)


def test_a_small_area_and_lone_places_need_no_inset():
    district = np.array([[20.9, 105.0], [21.1, 105.2], [21.1, 105.201]])
    assert len(divided(district, FRAME, look, most_insets=2, share=0.5).views) == 1
    apart = np.array([HANOI, SAIGON])
    assert len(divided(apart, FRAME, look, most_insets=2, share=0.5).views) == 1
