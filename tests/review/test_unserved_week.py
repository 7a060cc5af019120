"""The best week of one team, against every week there is."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.review.week import NEVER, Step, best_week

PLACES = 3


@st.composite
def days(draw: st.DrawFn, number: int) -> list[np.ndarray]:
    worth = st.sampled_from([NEVER, NEVER, 0, -3, 5, 11, -20])
    made = []
    for _ in range(number):
        day = np.array([[draw(worth) for _ in range(PLACES)] for _ in range(PLACES)], dtype=np.int64)
        made.append(day)
    return made


@settings(max_examples=200)
@given(
    data=st.data(), number=st.integers(1, 4), most_nights=st.integers(0, 3), night=st.sampled_from([0, 2, 9])
)
def test_no_week_is_better_than_the_best_one(data: st.DataObject, number: int, most_nights: int, night: int):
    usual, serving = data.draw(days(number)), data.draw(days(number))
    weeks = [
        (worth_of(week, usual, serving, most_nights, night), week)
        for ends in product(range(PLACES), repeat=number)
        for served in range(number)
        for week in [week_of(ends, served)]
    ]
    possible = [worth for worth, _ in weeks if worth is not None]
    found = best_week(usual, serving, most_nights=most_nights, night_mdong=night)
    if found is None:
        assert not possible
    else:
        assert worth_of(found, usual, serving, most_nights, night) == max(possible)


def week_of(ends: tuple[int, ...], served: int) -> tuple[Step, ...]:
    starts = (0, *ends[:-1])
    return tuple(
        Step(start, end, number == served)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def worth_of(
    week: tuple[Step, ...],
    usual: list[np.ndarray],
    serving: list[np.ndarray],
    most_nights: int,
    night: int,
) -> int | None:
    """Worth of a week; None if a day of it cannot be, or it is away for too long or at the end."""
    total, away, at = 0, 0, 0
    for number, step in enumerate(week):
        day = (serving if step.is_serving else usual)[number]
        worth = int(day[step.origin, step.destination])
        away = 0 if step.destination == 0 else away + 1
        if worth == NEVER or step.origin != at or away > most_nights:
            return None
        total += worth - (night if away else 0)
        at = step.destination
    return total if at == 0 and sum(step.is_serving for step in week) == 1 else None
