"""The best plan of a walk, as routes with times of day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Pause, Route, Visit
from optimizer.domain.scenario import Pin
from optimizer.engine.compile import Instance
from optimizer.engine.hosts import keeps
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import State


@dataclass
class _Day:
    """A day as it goes by: the minute now, and the break when its place comes."""

    now: int
    pause: tuple[int, int]
    break_at: int
    breaks: list[Pause] = field(default_factory=list)

    def travel(self, leg: int, minutes: int) -> int:
        """Make one leg, with the break before or after it if it is there; returns the arrival."""
        self._rest(2 * leg)
        self.now += minutes
        arrive = self.now
        self._rest(2 * leg + 1)
        return arrive

    def _rest(self, place: int) -> None:
        if place == self.break_at:
            length, opens = self.pause
            self.breaks.append(Pause(start=max(self.now, opens), minutes=length))
            self.now = self.breaks[-1].start + length


def _pause(team: NDArray[np.int64]) -> tuple[int, int]:
    """Length of a team's break, and the first minute at which it may begin."""
    return int(team[arrays.BREAK]), int(team[arrays.BREAK_FROM])


def routes(instance: Instance, state: State, frozen: Iterable[Route] = ()) -> tuple[Route, ...]:
    """Day routes of the best plan, by team and date; a team that stays where it is has none.

    Parameters
    ----------
    frozen
        Routes that stand as they are.
    """
    problem = instance.problem
    standing = {(route.team, route.date): route for route in frozen}
    team_days = [(team, day) for team in instance.teams for day in instance.dates]
    found = (
        standing.get(team_days[r]) if problem.day[r, arrays.FROZEN] else _route(instance, state, r)
        for r in range(problem.teams * problem.days)
    )
    return tuple(route for route in found if route is not None)


def unkept(pins: Iterable[Pin], found: Sequence[Route]) -> tuple[Pin, ...]:
    """The promises that no visit keeps."""
    return tuple(
        pin for pin in pins if not any(keeps(pin, route, visit) for route in found for visit in route.visits)
    )


def _route(instance: Instance, state: State, r: int) -> Route | None:
    """One day route: visits as early as they can be, departure no earlier than it must be."""
    problem, row = instance.problem, state.route[arrays.BEST, r]
    stops, origin, end = int(row[arrays.STOPS]), int(row[arrays.FROM]), int(row[arrays.TO])
    if stops == 0 and origin == end:
        return None
    team_number, day_number = divmod(r, problem.days)
    team, layer = problem.team[team_number], int(problem.day[r, arrays.LAYER])
    minutes = problem.minutes[layer]
    day = _Day(now=int(team[arrays.SHIFT_START]), pause=_pause(team), break_at=int(row[arrays.BREAK_AT]))
    chain, visits = [origin], []
    for k in range(stops):
        site, window = (int(x) for x in state.stop[arrays.BEST, r, k, :2])
        place = problem.first_site + site
        opens = int(problem.window[problem.site[site, arrays.HOURS], day_number, window, arrays.OPEN])
        arrive = day.travel(k, int(minutes[chain[-1], place]))
        start = max(day.now, opens)
        if k == 0:
            arrive = day.breaks[0].start if day.break_at == 1 else start
        served, work = _served(instance, state, r, k, site)
        finish = start + int(problem.site[site, arrays.SETUP]) - (-work // int(team[arrays.STATIONS]))
        visits.append(
            Visit(
                site=instance.places[place],
                arrive=arrive,
                start=start,
                finish=finish,
                cases=served.pop(instance.places[place], {}),
                guests=served,
            )
        )
        day.now = finish
        chain.append(place)
    arrive = day.travel(stops, int(minutes[chain[-1], end]))
    chain.append(end)
    first_arrive = visits[0].arrive if visits else arrive
    return Route(
        team=instance.teams[team_number],
        date=instance.dates[day_number],
        start=instance.places[origin],
        depart=first_arrive - int(minutes[origin, chain[1]]),
        end=instance.places[end],
        arrive=arrive,
        visits=tuple(visits),
        breaks=tuple(day.breaks),
        km=int(instance.metres[layer, chain[:-1], chain[1:]].sum()) / 1000,
        travel_minutes=int(minutes[chain[:-1], chain[1:]].sum()),
    )


def _served(
    instance: Instance, state: State, r: int, k: int, site: int
) -> tuple[dict[str, dict[str, int]], int]:
    """Cases by home site and service of one stop, and the station-minutes they take."""
    served: dict[str, dict[str, int]] = {}
    work = 0
    slots = instance.hosts[site].slots
    for slot, cases in zip(slots, state.amount[arrays.BEST, r, k, : len(slots)].tolist(), strict=True):
        if cases > 0:
            served.setdefault(slot.cell.site.id, {})[slot.cell.service.id] = cases
            work += slot.cell.minutes * cases
    return {home: dict(sorted(served[home].items())) for home in sorted(served)}, work
