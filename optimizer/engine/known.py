"""Day routes of a plan that is known, for the program that mixes routes into weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route, Visit
from optimizer.engine.compile import Instance
from optimizer.engine.dayroutes import DayRoute, day_route
from optimizer.engine.instant import cell_minutes
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.offers import Demand, Stay
from optimizer.engine.pricing import Pricer


def known_routes(instance: Instance, pricer: Pricer, routes: Iterable[Route]) -> Iterator[DayRoute]:
    """A plan's routes as the pricing of weeks writes them, each by the team that stands for its kind.

    Visits where nobody could be served, of a plan that breaks rules, are left out.
    """
    problem = instance.problem
    place = {name: at for at, name in reversed(tuple(enumerate(instance.places)))}
    row = {int(at): number for number, at in enumerate(pricer.place)}
    stands_for = {team: kind.team for kind in pricer.kinds for team in kind.teams}
    for route in routes:
        stays: list[Stay] = []
        visits = [visit for visit in route.visits if place[visit.site] in row]
        for visit in visits:
            here = row[place[visit.site]]
            amounts = _amounts(instance, pricer, here, visit)
            if stays and stays[-1][0] == here:
                amounts = Counter(stays.pop()[1]) + amounts
            stays.append((here, amounts))
        yield day_route(
            problem,
            pricer.demand,
            pricer.place,
            stands_for[instance.teams.index(route.team)],
            instance.dates.index(route.date),
            (place[route.start], place[route.end]),
            stays,
            sum(visit.finish - visit.start for visit in visits),
        )


def _amounts(instance: Instance, pricer: Pricer, row: int, visit: Visit) -> Counter[int]:
    """Cases by slot of a visit."""
    host = instance.hosts[int(pricer.place[row]) - instance.problem.first_site]
    first = int(pricer.demand.offers.first[row])
    number = {slot.cell.key: first + q for q, slot in enumerate(host.slots)}
    return Counter(
        {
            number[home, service]: cases
            for home, by_service in visit.served.items()
            for service, cases in by_service.items()
            if (home, service) in number
        }
    )


def cost_shares(
    problem: Problem, demand: Demand, routes: Iterable[DayRoute]
) -> tuple[NDArray[np.float64], float]:
    """What a case of each cell costs a plan, in mđ, and the share of all work that the plan does.

    A route's cost is spread over its cases by their minutes.  Where nothing is served, a minute is
    taken to cost as much as the dearest that is.
    """
    cells, minutes = len(problem.outstanding), cell_minutes(problem)
    cost, served = np.zeros(cells), np.zeros(cells)
    for route in routes:
        cases = {at: number for at, number in route.drawn if at < cells and number > 0}
        value = sum(int(demand.most[at]) * number for at, number in cases.items())
        work = sum(int(minutes[at]) * number for at, number in cases.items())
        for at, number in cases.items():
            cost[at] += max(0, value - route.worth_mdong) * number * minutes[at] / work
            served[at] += number
    of_a_minute = cost / (np.maximum(served, 1.0) * minutes)
    of_a_minute[served == 0.0] = of_a_minute.max(initial=0.0)
    return of_a_minute * minutes, float(served @ minutes) / max(1.0, float(problem.outstanding @ minutes))


def on_other_days(problem: Problem, route: DayRoute) -> Iterator[DayRoute]:
    """The same route on every other day on which the team can make it just so."""
    site = np.array(route.sites, np.int64) - problem.first_site
    columns = [arrays.LAYER, arrays.TARIFF, arrays.AVAILABLE]
    here = problem.day[route.team * problem.days + route.day, columns]
    hours = problem.site[site, arrays.HOURS]
    home = problem.team[route.team, arrays.BASE]
    anywhere = problem.team[route.team, arrays.END_ANYWHERE]
    for d in range(problem.days):
        there = problem.day[route.team * problem.days + d, columns]
        if (
            d != route.day
            and (d < problem.days - 1 or route.bed == home or anywhere)
            and (d > 0 or route.origin == home)
            and (here == there).all()
            and (problem.site[site, arrays.FIRST_DAY] <= d).all()
            and (problem.site[site, arrays.LAST_DAY] >= d).all()
            and (problem.window[hours, d] == problem.window[hours, route.day]).all()
        ):
            yield replace(route, day=d)
