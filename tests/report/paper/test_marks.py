from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from optimizer.report.ground import packed_line
from optimizer.report.paper.land import unpacked
from optimizer.report.paper.marks import Marker, curve
from optimizer.report.paper.week_map import day_stroke

HERE, THERE = (10.0, 20.0), (50.0, 20.0)


def test_a_bent_line_goes_from_end_to_end_and_there_and_back_lie_apart():
    there, back = curve(HERE, THERE, 0.1), curve(THERE, HERE, 0.1)
    assert tuple(there[0]) == pytest.approx(HERE)
    assert tuple(there[-1]) == pytest.approx(THERE)
    # Its middle is as far off as the bend says: 40 mm × 0.1 = 4 mm, down on paper.
    middle = curve(HERE, THERE, 0.1)[len(there) // 2 - 1 : len(there) // 2 + 1].mean(axis=0)
    assert middle == pytest.approx((30.0, 24.0), abs=0.1)
    assert np.abs(there[::-1] - back)[:, 1].max() == pytest.approx(8.0, abs=0.1)


def test_days_of_a_week_have_lines_that_differ_without_their_colours():
    strokes = [(one.width, one.dash, one.gap) for one in map(day_stroke, range(7))]
    assert not [pair for pair in combinations(strokes, 2) if pair[0] == pair[1]]


def test_longer_numbers_have_wider_marks():
    widths = [Marker("number", text).width_mm for text in ("1", "12", "123", "1,2,3…")]
    assert widths == sorted(widths)
    assert widths[0] == Marker("base").width_mm == Marker("lodging").width_mm


def test_what_was_packed_is_unpacked_to_the_hundred_thousandth_of_a_degree():
    line = ((20.98765, 105.12345), (20.98001, 105.2), (21.0, 104.99999))
    assert unpacked(packed_line(line)) == pytest.approx(np.array(line), abs=1e-9)
