"""What does not change from price to price: kinds of teams, their beds, and where they may work on a day."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.ground import Grounds
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.kernels.day import LIMIT, DayWork, Ground


@dataclass(frozen=True, slots=True)
class TeamKind:
    """Teams that are the same in every respect, and so have the same best week."""

    teams: tuple[int, ...]

    @property
    def team(self) -> int:
        """The first of them, which stands for all."""
        return self.teams[0]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.teams)


@dataclass(frozen=True, slots=True)
class Workday:
    """Where one team may work on one day.

    Parameters
    ----------
    work
        Latest times, toll and credit are left open.
    ground
        The legs between the sites.
    open
        By row: may the team work there at all?
    waypoint
        By row: may a visit there shorten the way, in money, between two other places?  Legs are the
        quickest ways, and not always the cheapest, so that a team may gain by a visit that is itself
        worth nothing.  Other sites can be left out when nothing there has a price and there is no toll.
    """

    work: DayWork
    ground: Ground
    open: NDArray[np.bool_]
    waypoint: NDArray[np.bool_]


class Workdays:
    """The workdays of a campaign; those that are the same are made once."""

    def __init__(self, problem: Problem, grounds: Grounds) -> None:
        self._problem = problem
        self._grounds = grounds
        self._made: dict[tuple[object, ...], Workday] = {}

    def on(self, team: int, d: int) -> Workday | None:
        """Where the team may work on a day; None if it has the day off."""
        problem, row = self._problem, self._problem.team[team]
        day = problem.day[team * problem.days + d]
        layer, tariff = int(day[arrays.LAYER]), int(day[arrays.TARIFF])
        if not day[arrays.AVAILABLE]:
            return None
        shift = int(row[arrays.SHIFT_START]), int(row[arrays.SHIFT_END])
        key = d, layer, tariff, shift, int(row[arrays.GROUP])
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, d: int, layer: int, tariff: int, shift: tuple[int, int], group: int) -> Workday:
        problem, order = self._problem, self._grounds.order
        site = problem.site[order]
        first, last = site[:, arrays.FIRST_DAY], site[:, arrays.LAST_DAY]
        may_work = problem.site_fit[group, order] & (first <= d) & (d <= last)
        window = np.clip(problem.window[site[:, arrays.HOURS], d, :, : arrays.LAST_START], *shift) - shift[0]
        window[window[:, :, 1] <= window[:, :, 0]] = (1, 0)
        sequence = np.argsort(window[:, :, 0] > window[:, :, 1], axis=1, kind="stable")
        window = np.take_along_axis(window, sequence[:, :, None], axis=1)
        work = DayWork(
            minutes=problem.minutes[layer],
            cost=self._grounds.cost[tariff],
            place=self._grounds.place,
            window=window.astype(np.int32),
            latest=np.zeros(len(order), np.int32),
            toll=0,
            credit=0,
        )
        may_work &= window[:, 0, 0] <= window[:, 0, 1]
        ground = self._grounds.on(layer, tariff)
        return Workday(work, ground, may_work, self._grounds.waypoint(layer, tariff))


def shift_minutes(team: NDArray[np.int64]) -> int:
    """Length of a team's shift, from its row."""
    return int(team[arrays.SHIFT_END] - team[arrays.SHIFT_START])


def beds_of(problem: Problem, team: int) -> NDArray[np.int64]:
    """Places where the team may begin or end a day, its base first."""
    home = int(problem.team[team, arrays.BASE])
    nights = problem.team[team, arrays.MAX_NIGHTS] > 0 and problem.days > 1
    if not nights and not problem.team[team, arrays.END_ANYWHERE]:
        return np.array([home])
    away = np.flatnonzero(problem.may_sleep[problem.team[team, arrays.GROUP]])
    return np.concatenate([[home], away[away != home]]).astype(np.int64)


def team_kinds(problem: Problem) -> tuple[TeamKind, ...]:
    """Teams by everything that tells them apart."""
    columns = [arrays.LAYER, arrays.TARIFF, arrays.AVAILABLE]
    members: dict[bytes, list[int]] = {}
    for t in range(problem.teams):
        days = problem.day[t * problem.days : (t + 1) * problem.days, columns]
        key = problem.team[t].tobytes() + days.tobytes() + problem.night[t].tobytes()
        members.setdefault(key, []).append(t)
    return tuple(TeamKind(tuple(teams)) for teams in members.values())


def unit_mdong(problem: Problem, dearest: float) -> int:
    """The smallest unit, in mđ, in which no team can gain more than the kernels' limit.

    Twice what its stations could do without a pause: a toll may give back as much again.

    Parameters
    ----------
    dearest
        The most that a station-minute can gain, in mđ.
    """
    shift = (problem.team[:, arrays.SHIFT_END] - problem.team[:, arrays.SHIFT_START]).max()
    most = 2 * problem.days * float(problem.team[:, arrays.STATIONS].max() * shift) * dearest
    return max(1, math.ceil(most / LIMIT))
