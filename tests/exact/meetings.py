"""Whether two teams can make their day routes without being at work at a site at the same time."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Team
from tests.exact.times import end_of_break, start_of_visit


class Stage(NamedTuple):
    """A leg with what follows it: a visit, or at the end of the day nothing.

    `rests` tells whether the break is taken before the leg, and whether after it; a visit has a
    length, and an exact start if one is wanted.
    """

    place: str
    leg_min: int
    rests: tuple[bool, bool] = (False, False)
    length_min: int = 0
    start_min: int | None = None


@dataclass(frozen=True, slots=True)
class DayRoute:
    """A team, its stages of one date, and the windows of the places on that date."""

    team: Team
    stages: tuple[Stage, ...]
    windows: Mapping[str, tuple[Window, ...]]

    def visits(self, not_before: Mapping[int, int]) -> Mapping[int, tuple[int, int]] | None:
        """Start and finish of every visit, by stage, each as early as it may be; None if one is too late.

        Parameters
        ----------
        not_before
            First minute at which visits may start, by stage.
        """
        now: int | None = self.team.shift.start_min
        found = {}
        for number, stage in enumerate(self.stages):
            for rests, leg_min in zip(stage.rests, (stage.leg_min, 0), strict=True):
                now = end_of_break(self.team, now) if now is not None and rests else now
                now = None if now is None else now + leg_min
            if now is not None and stage.length_min:
                ready_min = max(now, not_before.get(number, 0))
                start = start_of_visit(
                    self.windows[stage.place], ready_min, stage.length_min, stage.start_min
                )
                now = None if start is None else start + stage.length_min
                if start is not None and now is not None:
                    found[number] = start, now
            if now is None or now > self.team.shift.end_min:
                return None
        return found


def keep_apart(one: DayRoute, other: DayRoute, limited: Container[str]) -> bool:
    """Whether both can be made with no moment at which both are at work at one of the limited sites."""
    meetings = [
        (here, there)
        for here, stage in enumerate(one.stages)
        for there, twin in enumerate(other.stages)
        if stage.place == twin.place and stage.place in limited and stage.length_min and twin.length_min
    ]
    return any(_in_order(one, other, dict(zip(meetings, order, strict=True))) for order in _orders(meetings))


def _orders(meetings: list[tuple[int, int]]) -> product[tuple[bool, ...]]:
    return product((True, False), repeat=len(meetings))


def _in_order(one: DayRoute, other: DayRoute, first: Mapping[tuple[int, int], bool]) -> bool:
    """Whether it can be done with `one` first at those meetings that say so, and `other` at the rest."""
    waits: tuple[dict[int, int], dict[int, int]] = {}, {}
    while True:
        visits = one.visits(waits[0]), other.visits(waits[1])
        if visits[0] is None or visits[1] is None:
            return False
        late = False
        for (here, there), is_first in first.items():
            (_, finish), (start, _) = visits[0][here], visits[1][there]
            if not is_first:
                (_, finish), (start, _) = visits[1][there], visits[0][here]
            if start < finish:
                waits[is_first][there if is_first else here] = finish
                late = True
        if not late:
            return True
