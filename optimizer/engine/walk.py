"""One walk of the search, driven from Python in chunks of rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route
from optimizer.engine.amounts import best_amounts
from optimizer.engine.compile import Instance
from optimizer.engine.instant import cell_minutes, cell_values
from optimizer.engine.kernels import anneal, arrays, edits
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.resume import most_stops, take_over

HOT, COLD = 0.1, 0.001
"""Temperature at the start and end, where time is scarce, as shares of the mean worth of an available
team-day."""

COLD_LEG = 1 / 3
"""Temperature at the end, where time is ample, as a share of the cost of the leg from a site to its
nearest neighbour: only ways are weighed there."""

WARM = 0.02
"""Temperature at the start of a search that goes on from a plan, as such a share."""

PRICE_SHARE = 0.65
"""Price of a station-minute during insertion, where time is scarce, as a share of Σ value ÷ Σ minutes of
the demand."""

SCARCE, LEAST_SCARCITY = 1 / 3, 0.1
"""Time is as scarce as can be where a greedy plan falls short of all that is outstanding by this share of
its worth, proportionally less so where it comes nearer, but never less than `LEAST_SCARCITY`.

Where nearly all is served, the search is one for the shortest ways: it should begin colder and not pay for
minutes that nobody needs.
"""

RUIN_WEIGHTS = {
    anneal.STRINGS: 0.72,
    anneal.WHOLE_DAYS: 0.03,
    anneal.SLEEP_BETWEEN: 0.125,
    anneal.SLEEP_ELSEWHERE: 0.125,
    anneal.REDRAW_ABSENCE: 0.03,
}
"""Shares of the ruins; a plan whose teams cannot stay away draws the first two only."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the best plan of a walk amounts to."""

    objective_mdong: int
    cases: int
    metres: int
    nights: int


class Walk:
    """A plan that is ruined and recreated round by round; it remembers the best it has been.

    Parameters
    ----------
    instance
        The campaign.
    start
        Routes to go on from; none for a first plan by greedy insertion.
    seed
        Walks with the same seed and the same calls are the same, round for round.
    """

    def __init__(self, instance: Instance, seed: int, start: Sequence[Route] = ()) -> None:
        problem = instance.problem
        self.instance = instance
        self.rounds = 0
        self.state = arrays.new_state(problem, seed, most_stops(start))
        self._scratch = arrays.new_scratch(problem, anneal.RUINS)
        self._start = tuple(start)
        self._scarcity = 1.0
        self._team_days = max(1, int(problem.day[:, arrays.AVAILABLE].sum()))
        self._all_mdong, work_min = _all_that_is_outstanding(problem)
        self._full_price = PRICE_SHARE * self._all_mdong / work_min
        self._leg_mdong = _short_leg_mdong(problem)
        self._weights = np.array([RUIN_WEIGHTS[ruin] for ruin in range(anneal.RUINS)])
        may_stay = problem.days > 1 and problem.team[:, arrays.MAX_NIGHTS].any()
        if not (may_stay or problem.team[:, arrays.END_ANYWHERE].any()) or problem.beds.shape[1] == 0:
            self._weights[anneal.SLEEP_BETWEEN :] = 0.0

    @property
    def objective_mdong(self) -> int:
        """Objective of the best plan so far, in thousandths of a đồng."""
        problem, route = self.instance.problem, self.state.route[arrays.BEST]
        used = np.arange(self.state.stop.shape[2]) < route[:, arrays.STOPS, None]
        promises = problem.bonus[self.state.stop[arrays.BEST, :, :, arrays.SITE]][used].sum()
        return int(self.state.money[arrays.BEST_TOTAL] - promises) + self.instance.offset_mdong

    @property
    def total_mdong(self) -> float:
        """What the search looks at: the objective with the bonus of every promise kept."""
        return float(self.state.money[arrays.BEST_TOTAL])

    @property
    def made(self) -> int:
        """Rounds of ruin and recreate made so far."""
        return int(self.tally[:, 0].sum())

    @property
    def tally(self) -> NDArray[np.float64]:
        """Rounds, accepted rounds and new bests by ruin, shape (ruins, 3)."""
        return self._scratch.tally

    @property
    def price_mdong(self) -> float:
        """What a station-minute is worth during insertion."""
        return self._full_price * self._scarcity

    def warm_up(self) -> None:
        """Have every kernel compiled or loaded, on a walk that is then thrown away."""
        self.construct()
        self.advance(1, 0.0)
        self._take_amounts(self.state.amount[arrays.BEST].copy())

    def construct(self) -> None:
        """Make a first plan by greedy insertion, or take over the one that was given."""
        if self._start:
            first = Walk(self.instance, 0)
            first.construct()
            self._scarcity = first._scarcity
            self.rounds += 1
            take_over(self.instance, self.state, self._scratch, self._start, self.rounds)
            self.insert_everything(0.0)
        else:
            edits.return_to_best(self.instance.problem, self.state)
            self.insert_everything(self._full_price)
            self.insert_everything(0.0)
            short = 1.0 - self.objective_mdong / max(1.0, self._all_mdong)
            self._scarcity = min(1.0, max(LEAST_SCARCITY, short / SCARCE))

    def insert_everything(self, price: float) -> None:
        """Insert whatever fits anywhere, as long as it pays at `price` mđ a station-minute."""
        self.rounds += 1
        anneal.insert_all(self.instance.problem, self.state, self._scratch, price, self.rounds)

    def advance(self, rounds: int, fraction: float) -> None:
        """Make `rounds` rounds at the temperature that belongs to `fraction` (0 … 1) of the search."""
        worth = max(1.0, self.objective_mdong / self._team_days)
        hot = worth * (min(WARM, HOT * self._scarcity) if self._start else HOT * self._scarcity)
        cold = self._scarcity * COLD * worth + (1.0 - self._scarcity) * COLD_LEG * self._leg_mdong
        temperature = hot * (min(cold, hot) / hot) ** fraction
        problem, state, scratch = self.instance.problem, self.state, self._scratch
        self.rounds = anneal.walk(
            problem, state, scratch, self.rounds, rounds, temperature, self.price_mdong, self._weights
        )

    def go_on_from(self, other: Walk) -> None:
        """Take over the best plan of another walk on the same campaign."""
        for mine, theirs in (
            (self.state.stop, other.state.stop),
            (self.state.amount, other.state.amount),
            (self.state.route, other.state.route),
            (self.state.worth, other.state.worth),
        ):
            mine[arrays.BEST] = theirs[arrays.BEST]
        edits.return_to_best(self.instance.problem, self.state)

    def close(self) -> None:
        """Serve as many cases as the best plan's routes can, and try all that is left once more."""
        before, state = self.total_mdong, self.state
        parts = state.stop, state.amount, state.route, state.worth
        own = [part[arrays.BEST].copy() for part in parts]
        self._take_amounts(best_amounts(self.instance.problem, state))
        if self.total_mdong < before:  # more cases, but less evenly spread
            for part, kept in zip(parts, own, strict=True):
                part[arrays.BEST] = kept
            self._take_amounts(own[1])

    def _take_amounts(self, amounts: NDArray[np.int64]) -> None:
        problem, state = self.instance.problem, self.state
        state.amount[arrays.BEST] = amounts
        edits.return_to_best(problem, state)
        self.insert_everything(0.0)

    def standing(self) -> Standing:
        """What the best plan so far amounts to."""
        problem, state = self.instance.problem, self.state
        route, stop = state.route[arrays.BEST], state.stop[arrays.BEST]
        used = np.arange(stop.shape[1]) < route[:, arrays.STOPS, None]
        end = route[:, arrays.TO, None]
        on_the_way = np.where(used, stop[:, :, arrays.SITE] + problem.first_site, end)
        chain = np.concatenate([route[:, arrays.FROM, None], on_the_way, end], axis=1)
        layer = problem.day[:, arrays.LAYER, None]
        last_day = np.arange(len(route)) % problem.days == problem.days - 1
        home = np.repeat(problem.team[:, arrays.BASE], problem.days)
        return Standing(
            objective_mdong=self.objective_mdong,
            cases=int(state.amount[arrays.BEST].sum(axis=2)[used].sum()),
            metres=int(self.instance.metres[layer, chain[:, :-1], chain[:, 1:]].sum()),
            nights=int(((route[:, arrays.TO] != home) & ~last_day).sum()),
        )


def _all_that_is_outstanding(problem: Problem) -> tuple[float, float]:
    """Value in mđ and station-minutes of all cases that there can ever be."""
    value = float((problem.outstanding * cell_values(problem)).sum())
    return value, float((problem.outstanding * cell_minutes(problem)).sum())


def _short_leg_mdong(problem: Problem) -> float:
    """Median cost of the leg from a site to the one nearest to it; 0 where there is but one."""
    sites = problem.first_site + problem.near
    return float(np.median(problem.cost[0, sites[:, 0], sites[:, 1]])) if sites.shape[1] > 1 else 0.0
