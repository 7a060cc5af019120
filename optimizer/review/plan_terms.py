"""What another day route does to the terms of the objective that belong to the whole plan.

These are how unevenly the teams work, and how many visits differ from the plan handed out earlier.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from optimizer.domain.clock import MINUTES_PER_DAY
from optimizer.domain.scenario import Site
from optimizer.review.openings import Openings, Variant
from optimizer.review.reach import Ints
from optimizer.review.rooms import Rooms
from optimizer.review.slot_columns import SlotColumns, column
from optimizer.review.standing import Standing
from optimizer.review.work import work_by_team_min


class Evenness:
    """How unevenly the teams would work if one of them worked more or less on one date.

    Parameters
    ----------
    teams
        Number of teams.
    """

    def __init__(self, standing: Standing, columns: SlotColumns) -> None:
        scenario = standing.scenario
        self.teams = len(scenario.teams)
        self._columns = columns
        work = work_by_team_min(scenario, standing.travel, standing.routes)
        work_min = np.array([work[team] for team in scenario.teams], dtype=np.int64)
        more_min = np.arange(-MINUTES_PER_DAY, MINUTES_PER_DAY + 1, dtype=np.int64)
        apart_min = np.array([_apart_min(work_min, number, more_min) for number in range(self.teams)])
        charged = 1000 * scenario.objective.unevenness_dong * apart_min
        before = charged[0, MINUTES_PER_DAY]
        # A term is rounded once, halves up before the sign, as figures are.
        self._mdong = _rounded(before, self.teams) - _rounded(charged, self.teams)
        self._exact = before - charged

    def worth_mdong(self, slot: Ints, day_min: Ints) -> Ints:
        """What days that take `day_min` minutes of travel, set-up and service gain in the slots' place."""
        return self._looked_up(self._mdong, slot, day_min)

    def exact_worth(self, slot: Ints, day_min: Ints) -> Ints:
        """The same times the number of teams, before it is rounded."""
        return self._looked_up(self._exact, slot, day_min)

    def _looked_up(self, table: Ints, slot: Ints, day_min: Ints) -> Ints:
        more_min = np.clip(day_min - self._columns.work_min[slot], -MINUTES_PER_DAY, MINUTES_PER_DAY)
        found: Ints = table[self._columns.teams[slot], more_min + MINUTES_PER_DAY]
        return found


class Changes:
    """What is charged for visits that are in only one of two plans: this one and an earlier one."""

    def __init__(self, standing: Standing, openings: Openings) -> None:
        scenario = standing.scenario
        self._cost_mdong = scenario.objective.change_dong * 1000
        self._earlier = scenario.earlier.visits if scenario.earlier else frozenset()
        self._openings = openings
        self._dropping = column(self._dropped_mdong(one) for one in openings.variants)
        self._staying: dict[str, list[int]] = {}
        for number, variant in enumerate(openings.variants):
            for site in {stay.site for stay in variant.work}:
                self._staying.setdefault(site, []).append(number)

    def worth_mdong(self, rooms: Rooms) -> Ints:
        """What a visit in each of the rooms, and the visits dropped for it, change."""
        openings, site = self._openings, rooms.site
        variant = openings.variant[rooms.row]
        was_there = self._was_planned(site)[openings.slot[rooms.row]]
        is_new = np.ones(len(openings.variants), dtype=np.bool_)
        is_new[self._staying.get(site.id, [])] = False
        visiting = np.where(was_there, self._cost_mdong, -self._cost_mdong)
        worth: Ints = self._dropping[variant] + np.where(is_new[variant], visiting, 0)
        return worth

    def _was_planned(self, site: Site) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Whether each slot's team was to visit a site on its date."""
        planned = ((slot.team.id, slot.day, site.id) in self._earlier for slot in self._openings.slots)
        return np.fromiter(planned, dtype=np.bool_)

    def _dropped_mdong(self, variant: Variant) -> int:
        slot = self._openings.slots[variant.slot]
        gone = {stay.site for stay in variant.dropped} - {stay.site for stay in variant.work}
        was_planned = [(slot.team.id, slot.day, site) in self._earlier for site in gone]
        return self._cost_mdong * sum(-1 if one else 1 for one in was_planned)


def best_number(worth: Callable[[Ints], Ints], *, most: Ints, step: Ints) -> Ints:
    """The number of cases, from 1 to `most`, that is worth most.

    Parameters
    ----------
    worth
        What numbers of cases are worth.  From one number to the next but `step` it rises ever
        less, or falls ever more.
    """
    best = np.ones_like(most)
    for first in range(1, int(step.max(initial=0)) + 1):
        few, many = np.zeros_like(most), np.maximum(0, (most - first) // step)
        while (few < many).any():
            middle = (few + many) // 2
            number = first + step * middle
            rises = (few < many) & (worth(number + step) > worth(number))
            few, many = np.where(rises, middle + 1, few), np.where(rises, many, np.minimum(many, middle))
        number = first + step * few
        is_better = (first <= step) & (number <= most) & (worth(number) > worth(best))
        best = np.where(is_better, number, best)
    return best


def _apart_min(work_min: Ints, team: int, more_min: Ints) -> Ints:
    """How far all teams are from the mean if one works more, in minutes times the number of teams."""
    teams = len(work_min)
    total = work_min.sum() + more_min
    apart = np.zeros(len(more_min), dtype=np.int64)
    for number, minutes in enumerate(work_min):
        apart += np.abs(teams * (minutes + (more_min if number == team else 0)) - total)
    return apart


def _rounded(charged: Ints, teams: int) -> Ints:
    return (2 * charged + teams) // (2 * teams)
