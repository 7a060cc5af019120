from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from optimizer.report.paper.room import Box, Room, around, beside, nearby

FRAME = Box(10.0, 20.0, 60.0, 40.0)
PLACES = st.lists(st.tuples(st.floats(0, 90), st.floats(0, 80)), max_size=40)


@given(PLACES)
def test_marks_and_names_never_meet_and_stay_in_the_frame(places: list[tuple[float, float]]):
    room = Room(FRAME)
    marks = [room.place(nearby(*at, 4.2, 4.2, 20.0)) for at in places]
    names = [room.place(beside(*mark.middle, 18.0, 2.5, 2.6)) for mark in marks if mark]
    placed = [box for box in (*marks, *names) if box]
    assert not [pair for pair in combinations(placed, 2) if pair[0].meets(pair[1])]
    assert all(FRAME.holds(box) for box in placed)


def test_a_mark_stands_on_its_point_where_it_can_and_close_by_where_not():
    room = Room(FRAME)
    assert room.place(nearby(30.0, 40.0, 4.0, 4.0, 20.0)) == around(30.0, 40.0, 4.0, 4.0)
    second = room.place(nearby(30.0, 40.0, 4.0, 4.0, 20.0))
    assert second  # steps of 2.4 mm to the right: the second of them is free
    assert second.middle == (34.8, 40.0)


def test_what_is_taken_is_left_free():
    room = Room(FRAME)
    room.take(Box(10.0, 20.0, 60.0, 40.0))
    assert room.place(nearby(30.0, 40.0, 4.0, 4.0, 20.0)) is None


def test_boxes_that_share_an_edge_do_not_meet():
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).meets(Box(9.9, 9.9, 10, 10))
    assert Box(0, 0, 10, 10).smaller(1, 2, 3, 4) == Box(1, 2, 6, 4)
