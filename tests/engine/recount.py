"""The search's running figures, counted again from nothing.

Routes are judged and counted by the review, which shares no code with the engine; times and
slack by one fresh pass over copies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Pin, Scenario
from optimizer.engine.compile import Instance, compile_instance
from optimizer.engine.extract import routes
from optimizer.engine.kernels import anneal, arrays, timing
from optimizer.engine.kernels.arrays import Problem, State
from optimizer.engine.walk import Walk
from optimizer.review.check import check_routes
from optimizer.review.figures import route_terms_mdong, terms_mdong
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests.engine.stocks import Stocks

RUINS = ("strings", "whole days", "sleep between", "sleep elsewhere", "redraw absence")
"""The ruins in the order of their weights."""


@arrays.entry
def _refreshed(P: Problem, X: State, r: int):  # noqa: ANN202, N803 - a kernel, callable from here
    return timing.refresh(P, X, r)


class Steps:
    """A walk that is taken one round at a time, and counted again after each.

    Parameters
    ----------
    seed
        Of the walk's random numbers.
    pins
        Promises to keep.
    """

    def __init__(self, scenario: Scenario, seed: int = 1, pins: Sequence[Pin] = ()) -> None:
        self.scenario = scenario
        self.travel: TravelMatrix = build_matrix(scenario)
        instance = compile_instance(scenario, self.travel, pins=pins)
        assert instance is not None
        self.instance: Instance = instance
        self.walk = Walk(instance, seed)

    def ruin(self, ruin: int, temperature_mdong: float) -> bool:
        """Make one round with one ruin only; whether it was accepted."""
        walk, weights = self.walk, np.zeros(anneal.RUINS)
        weights[ruin] = 1.0
        accepted = walk.tally[ruin, 1]
        walk.rounds = anneal.walk(
            self.instance.problem,
            walk.state,
            walk._scratch,
            walk.rounds,
            1,
            temperature_mdong,
            walk.price_mdong,
            weights,
        )
        return bool(walk.tally[ruin, 1] > accepted)

    def check(self) -> None:
        """The plan now breaks no rule, and every running figure is what it should be.

        Raises
        ------
        AssertionError
            If not.
        """
        state, problem = self.walk.state, self.instance.problem
        plan = held(self.instance, state, arrays.NOW)
        assert check_routes(self.scenario, self.travel, plan) == ()
        terms = terms_mdong(self.scenario, self.travel, plan)
        assert state.money[arrays.NIGHTS] == -terms.nights
        assert state.money[arrays.UNEVENNESS] == -terms.unevenness
        worths = self._worths_mdong(plan)
        assert state.worth[arrays.NOW].tolist() == worths
        assert state.money[arrays.ROUTES] == sum(worths)
        assert sum(worths) - self._bonus() + self.instance.offset_mdong == (
            sum(terms) - terms.nights - terms.unevenness
        )
        assert state.left.tolist() == Stocks(self.scenario, self.instance).left(plan)
        assert visitors(state, problem.sites) == self._visitors(plan)
        self._check_times()

    def check_best(self) -> None:
        """The best plan breaks no rule and is worth what it is said to be.

        Raises
        ------
        AssertionError
            If not.
        """
        plan = held(self.instance, self.walk.state, arrays.BEST)
        assert check_routes(self.scenario, self.travel, plan) == ()
        assert self.walk.objective_mdong == sum(terms_mdong(self.scenario, self.travel, plan))

    def _worths_mdong(self, plan: tuple[Route, ...]) -> list[int]:
        worths = [0] * (len(self.instance.teams) * len(self.instance.dates))
        for route in plan:
            worths[self._route_number(route)] = sum(route_terms_mdong(self.scenario, self.travel, route))
        earlier = self.scenario.earlier.visits if self.scenario.earlier else frozenset()
        visits = {(route.team, route.date, visit.site) for route in plan for visit in route.visits}
        for team, day, _ in visits ^ earlier if self.scenario.earlier else ():
            if team in self.instance.teams and day in self.instance.dates:
                r = self.instance.teams.index(team) * len(self.instance.dates)
                r += self.instance.dates.index(day)
                worths[r] -= self.scenario.objective.change_dong * 1000
        for r, sites in enumerate(self._sites_now()):
            worths[r] += sum(int(self.instance.problem.bonus[i]) for i in sites)
        return worths

    def _sites_now(self) -> list[list[int]]:
        state = self.walk.state
        return [
            state.stop[arrays.NOW, r, : row[arrays.STOPS], arrays.SITE].tolist()
            for r, row in enumerate(state.route[arrays.NOW])
        ]

    def _bonus(self) -> int:
        return sum(int(self.instance.problem.bonus[i]) for sites in self._sites_now() for i in sites)

    def _visitors(self, plan: tuple[Route, ...]) -> list[Counter[int]]:
        number = {host.site.id: i for i, host in enumerate(self.instance.hosts) if host.pin is None}
        counted: list[Counter[int]] = [Counter() for _ in self.instance.hosts]
        for route in plan:
            for visit in route.visits:
                counted[number[visit.site]][self._route_number(route)] += 1
        return counted

    def _route_number(self, route: Route) -> int:
        days = len(self.instance.dates)
        return self.instance.teams.index(route.team) * days + self.instance.dates.index(route.date)

    def _check_times(self) -> None:
        """A fresh pass finds every route feasible and changes nothing: no time or slack is stale."""
        state, problem = self.walk.state, self.instance.problem
        copy = state._replace(stop=state.stop.copy(), route=state.route.copy(), worth=state.worth.copy())
        for r in range(problem.teams * problem.days):
            assert _refreshed(problem, copy, r)
        for fresh, kept in zip(copy, state, strict=True):
            assert np.array_equal(fresh, kept)


def held(instance: Instance, state: State, which: int) -> tuple[Route, ...]:
    """The routes that a walk holds under an index: the plan now, or the best."""

    def in_every_place(held: NDArray[Any]) -> NDArray[Any]:
        return held[[which] * 3]

    return routes(
        instance,
        state._replace(
            stop=in_every_place(state.stop),
            amount=in_every_place(state.amount),
            route=in_every_place(state.route),
        ),
    )


def visitors(state: State, sites: int) -> list[Counter[int]]:
    """How often each day route visits each site, as the walk's own table has it."""
    return [Counter(state.visits[i, 1 : 1 + state.visits[i, 0]].tolist()) for i in range(sites)]


def snapshot(state: State) -> tuple[Any, ...]:
    """All that means anything in a walk's plan now and best plan, apart from the random numbers."""
    stops = [
        (
            state.stop[which, r, : row[arrays.STOPS]].tolist(),
            state.amount[which, r, : row[arrays.STOPS]].tolist(),
        )
        for which in (arrays.NOW, arrays.BEST)
        for r, row in enumerate(state.route[which])
    ]
    return (
        stops,
        state.route[[arrays.NOW, arrays.BEST]].tolist(),
        state.worth[[arrays.NOW, arrays.BEST]].tolist(),
        state.left.tolist(),
        visitors(state, len(state.visits)),
        state.money.tolist(),
    )
