"""Day routes of a plan that is known, for the program that mixes routes into weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from optimizer.domain.plan import Route
from optimizer.engine.compile import Instance
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.pricing import DayRoute, by_cell
from optimizer.engine.workdays import TeamKind


def known_routes(
    instance: Instance, kinds: Iterable[TeamKind], routes: Iterable[Route]
) -> Iterator[DayRoute]:
    """A plan's routes as the pricing of weeks writes them, each by the team that stands for its kind."""
    problem = instance.problem
    place = {name: at for at, name in reversed(tuple(enumerate(instance.places)))}
    slots = [
        {slot.cell.key: int(problem.site[i, arrays.FIRST_SLOT]) + q for q, slot in enumerate(host.slots)}
        for i, host in enumerate(instance.hosts)
    ]
    stands_for = {team: kind.team for kind in kinds for team in kind.teams}
    for route in routes:
        t, d = stands_for[instance.teams.index(route.team)], instance.dates.index(route.date)
        layer, tariff = problem.day[t * problem.days + d, [arrays.LAYER, arrays.TARIFF]]
        chain = [place[name] for name in (route.start, *(visit.site for visit in route.visits), route.end)]
        legs = chain[:-1], chain[1:]
        amounts: Counter[int] = Counter()
        for visit in route.visits:
            at = slots[place[visit.site] - problem.first_site]
            for home, by_service in visit.served.items():
                for service, number in by_service.items():
                    amounts[at[home, service]] += number
        worth = sum(int(problem.value[s]) * number for s, number in amounts.items())
        worth -= int(problem.cost[tariff][legs].sum())
        work = sum(visit.finish - visit.start for visit in route.visits)
        work += int(problem.minutes[layer][legs].sum())
        yield DayRoute(t, d, chain[0], chain[-1], by_cell(problem, amounts), worth, work)


def on_other_days(problem: Problem, route: DayRoute) -> Iterator[DayRoute]:
    """The same route on every other day on which the team can make it just so."""
    site = np.array([_home_of(problem, cell) for cell, _ in route.cases], np.int64)
    here = problem.day[route.team * problem.days + route.day]
    hours = problem.site[site, arrays.HOURS]
    home = problem.team[route.team, arrays.BASE]
    for d in range(problem.days):
        there = problem.day[route.team * problem.days + d]
        if (
            d != route.day
            and (d < problem.days - 1 or route.bed == home)
            and (d > 0 or route.origin == home)
            and (here == there).all()
            and (problem.site[site, arrays.FIRST_DAY] <= d).all()
            and (problem.site[site, arrays.LAST_DAY] >= d).all()
            and (problem.window[hours, d] == problem.window[hours, route.day]).all()
        ):
            yield replace(route, day=d)


def _home_of(problem: Problem, cell: int) -> int:
    """The first site where a cell can be served: its own, if that can be."""
    return int(problem.slot[problem.user[problem.first_user[cell]], arrays.HOST])
