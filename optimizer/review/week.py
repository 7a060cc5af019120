"""The best sequence of days for one team, when one of them must serve a site: a dynamic program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from optimizer.review.reach import Flags, Ints

NEVER = -(1 << 60)
"""Worth of a day that cannot be: worse than any week, and far from overflowing when days are summed."""


class Step(NamedTuple):
    """One date: where the team wakes up and where it sleeps, as positions, and whether it serves the site."""

    origin: int
    destination: int
    is_serving: bool


def best_week(
    usual_mdong: Sequence[Ints],
    serving_mdong: Sequence[Ints],
    *,
    most_nights: int,
    night_mdong: int,
    may_end_away: bool = False,
) -> tuple[Step, ...] | None:
    """The days that are worth most together, exactly one of them serving the site.

    Parameters
    ----------
    usual_mdong, serving_mdong
        Per date, shape (places, places): worth of a day between two places to sleep that does not
        serve the site, and of one that does; `NEVER` where it cannot be.  Place 0 is the base.
    most_nights
        Most consecutive nights away.
    night_mdong
        Cost of one night away.
    may_end_away
        Whether the last date may end anywhere; the night after it is free and not counted.

    Returns
    -------
    One step per date, or None if there is no such week.
    """
    places = len(usual_mdong[0])
    worth = np.full((2, most_nights + 1 + may_end_away, places), NEVER, dtype=np.int64)
    worth[0, 0, 0] = 0
    days: list[_Origins] = []
    for number, (usual, serving) in enumerate(zip(usual_mdong, serving_mdong, strict=True), start=1):
        is_last = may_end_away and number == len(usual_mdong)
        cost_mdong = 0 if is_last else night_mdong
        not_yet, not_yet_from = _evening(worth[0], usual, cost_mdong)
        done, done_from = _evening(worth[1], usual, cost_mdong)
        just_now, now_from = _evening(worth[0], serving, cost_mdong)
        is_now = just_now > done
        days.append(_Origins(not_yet_from, np.where(is_now, now_from, done_from), is_now))
        worth = np.stack((not_yet, np.maximum(done, just_now)))
        if may_end_away and not is_last:
            worth[:, -1] = NEVER  # a night too many
    evenings = worth[1] if may_end_away else worth[1, :1, :1]
    nights, place = divmod(int(evenings.argmax()), evenings.shape[1])
    if evenings[nights, place] <= NEVER // 2:
        return None
    return _traced(days, nights, place)


class _Origins(NamedTuple):
    """Nights and place of the morning before each evening on the best way, of shape (2, nights, places)."""

    not_served: Ints
    served: Ints
    is_serving: Flags


def _evening(worth: Ints, day_mdong: Ints, night_mdong: int) -> tuple[Ints, Ints]:
    """Best worth after a day, by nights away and place, and the morning that it came from."""
    total = np.maximum(worth[:, :, None] + day_mdong[None, :, :], NEVER)
    nights, places = worth.shape
    evening = np.full((nights, places), NEVER, dtype=np.int64)
    morning = np.zeros((2, nights, places), dtype=np.int64)
    evening[1:, 1:] = total[:-1, :, 1:].max(axis=1) - night_mdong
    morning[0, 1:, 1:] = np.arange(nights - 1)[:, None]
    morning[1, 1:, 1:] = total[:-1, :, 1:].argmax(axis=1)
    home = int(total[:, :, 0].argmax())
    evening[0, 0] = total[:, :, 0].max()
    morning[:, 0, 0] = divmod(home, places)
    return evening, morning


def _traced(days: Sequence[_Origins], nights: int, place: int) -> tuple[Step, ...]:
    """The steps of the best week, from its last evening, after so many nights away, back."""
    is_served = True
    steps: list[Step] = []
    for day in reversed(days):
        is_serving = is_served and bool(day.is_serving[nights, place])
        morning = (day.served if is_served else day.not_served)[:, nights, place]
        steps.append(Step(int(morning[1]), place, is_serving))
        is_served = is_served and not is_serving
        nights, place = int(morning[0]), int(morning[1])
    steps.reverse()
    return tuple(steps)
