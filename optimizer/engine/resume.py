"""A plan from elsewhere, written into a walk as far as it can be carried out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route, Visit
from optimizer.engine.compile import Instance
from optimizer.engine.hosts import NOBODY, keeps
from optimizer.engine.kernels import arrays, edits, resume
from optimizer.engine.kernels.arrays import Problem, Scratch, State

Nights = list[int]
"""Places where a team sleeps, by day."""


def most_stops(routes: Iterable[Route]) -> int:
    """Visits of the longest route; 0 without routes."""
    return max((len(route.visits) for route in routes), default=0)


def take_over(instance: Instance, state: State, scratch: Scratch, routes: Sequence[Route], now: int) -> None:
    """Make of routes the plan that a walk begins with.

    Stays that are not allowed are spent at home; visits that cannot be made are left out, and
    cases that are not outstanding.  Days that must stand come first, then day by day.
    """
    problem = instance.problem
    edits.return_to_best(problem, state)
    known = {r: route for route in routes for r in _day_route(instance, route)}
    for t in range(problem.teams):
        _lodge(instance, state, scratch, t, _nights(instance, known, t))
    for r, route in known.items():
        _propose(instance, state, r, route)

    def when(r: int) -> tuple[bool, int]:
        return not problem.day[r, arrays.FROZEN], r % problem.days

    scratch.counter[arrays.TOUCHES] = 0
    for _, together in groupby(sorted(known, key=when), key=when):
        _admit(problem, state, scratch, tuple(together), now)
    resume.adopt(problem, state)


def _admit(problem: Problem, state: State, scratch: Scratch, routes: Sequence[int], now: int) -> None:
    """Take day routes into the plan now: follow-ups of the same date wait for their first steps."""
    for r in routes:
        resume.place(problem, state, r)
    while sum(resume.serve_more(problem, state, r) for r in routes):
        pass
    for r in routes:
        resume.fit_in(problem, state, scratch, r, now)
    resume.make_good(problem, state, scratch, now)


def _day_route(instance: Instance, route: Route) -> Iterator[int]:
    """The number of a route's team and date, if both are known."""
    if route.team in instance.teams and route.date in instance.dates:
        yield instance.teams.index(route.team) * len(instance.dates) + instance.dates.index(route.date)


def _lodge(instance: Instance, state: State, scratch: Scratch, t: int, nights: Nights) -> None:
    """Let a team sleep as its routes say; else as few nights away as may be, and then every stay that may."""
    problem = instance.problem

    def may(wanted: Nights) -> bool:
        scratch.work[arrays.NIGHT, : problem.days] = wanted
        return bool(resume.lodge(problem, state, scratch, t))

    if may(nights):
        return
    base, frozen = int(problem.team[t, arrays.BASE]), problem.day[:, arrays.FROZEN]
    fixed = max((d + 1 for d in range(problem.days) if frozen[t * problem.days + d]), default=0)
    asleep_at = nights[fixed - 1] if fixed else base
    kept = [base] * problem.days
    for home in range(fixed, problem.days + 1):
        kept = nights[:fixed] + [asleep_at] * (home - fixed) + [base] * (problem.days - home)
        if may(kept):
            break
    for stay in _stays(nights, base, fixed):
        more = [nights[d] if d in stay else kept[d] for d in range(problem.days)]
        kept = more if may(more) else kept
    may(kept)


def _stays(nights: Nights, base: int, since: int) -> list[range]:
    """Days of unbroken absences, from some day on."""
    stays = []
    for away, days in groupby(range(since, len(nights)), key=lambda d: nights[d] != base):
        of_stay = tuple(days)
        stays += [range(of_stay[0], of_stay[-1] + 1)] if away else []
    return stays


def _nights(instance: Instance, known: Mapping[int, Route], t: int) -> Nights:
    """Where a team sleeps after each day, as its routes say."""
    place = {name: number for number, name in reversed(tuple(enumerate(instance.places)))}
    asleep_at, nights = int(instance.problem.team[t, arrays.BASE]), []
    for d in range(instance.problem.days):
        route = known.get(t * instance.problem.days + d)
        asleep_at = place.get(route.end, asleep_at) if route is not None else asleep_at
        nights.append(asleep_at)
    return nights


def _propose(instance: Instance, state: State, r: int, route: Route) -> None:
    """Write a route's stops into the best plan, for the kernels to judge."""
    stops, kept = [], set[int]()
    for visit in route.visits:
        for site, window, amounts in _stops(instance, route, r, visit, kept):
            stops.append((site, window, amounts))
            kept |= {site} if instance.hosts[site].pin is not None else set()
    state.route[arrays.BEST, r, arrays.STOPS] = len(stops)
    for k, (site, window, amounts) in enumerate(stops):
        state.stop[arrays.BEST, r, k, [arrays.SITE, arrays.WINDOW]] = site, window
        state.amount[arrays.BEST, r, k] = 0
        state.amount[arrays.BEST, r, k, : len(amounts)] = amounts


def _stops(
    instance: Instance, route: Route, r: int, visit: Visit, kept: Container[int]
) -> Iterator[tuple[int, int, NDArray[np.int64]]]:
    """Site, window and amounts of a visit; none if the site or the hours are not there any more.

    Parameters
    ----------
    kept
        Sites of promises that other visits of the route keep.
    """
    problem = instance.problem
    for i in _sites(instance, route, visit):
        windows = problem.window[problem.site[i, arrays.HOURS], r % problem.days]
        holds = (windows[:, arrays.OPEN] <= visit.start) & (visit.finish <= windows[:, arrays.CLOSE])
        served = visit.served
        amounts = [
            served.get(slot.cell.site.id, {}).get(slot.cell.service.id, 0) for slot in instance.hosts[i].slots
        ]
        if i not in kept and holds.any():
            yield i, int(holds.argmax()), np.array(amounts, np.int64)
            break


def _sites(instance: Instance, route: Route, visit: Visit) -> list[int]:
    """The promises that a visit keeps, those that others go with first, and then the site itself."""
    found = [i for i, host in enumerate(instance.hosts) if host.site.id == visit.site]
    promised = [i for i in found if (pin := instance.hosts[i].pin) is not None and keeps(pin, route, visit)]
    leaders_first = sorted(promised, key=lambda i: instance.hosts[i].leader != NOBODY)
    return leaders_first + [i for i in found if instance.hosts[i].pin is None]
