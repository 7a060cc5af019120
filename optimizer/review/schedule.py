"""When a team can be where on one date: the earliest and the latest times of a fixed order of stops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from optimizer.domain.calendar import Window
from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.travel.matrix import Layer, TravelMatrix

Cases = Mapping[str, int]
"""Cases by service id."""

Work = Sequence[tuple[str, Cases]]
"""Visits in order: site id and cases."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Work to be timed: at a place, by row number of the matrix, inside one of its windows."""

    place: int
    length_min: int
    windows: tuple[Window, ...]


def case_minutes(service: Service) -> int:
    """Minutes of one station per case.

    Raises
    ------
    ValueError
        If the service has no known minutes: it is not plannable.
    """
    if service.minutes is None:
        message = f"service {service.id!r} has no minutes"
        raise ValueError(message)
    return service.minutes


def station_minutes(scenario: Scenario, cases: Cases) -> int:
    """Minutes that one station would need for `cases`.

    Raises
    ------
    ValueError
        If a service has no known minutes.
    """
    return sum(count * case_minutes(scenario.services[service]) for service, count in cases.items())


def visit_minutes(site: Site, station_min: int, stations: int) -> int:
    """Length of a visit: set-up, then the work shared by the stations, rounded up."""
    return site.setup_minutes + -(-station_min // stations)


def stops_of(scenario: Scenario, travel: TravelMatrix, team: Team, day: date, work: Work) -> list[Stop]:
    """The stops at which `team` does `work` on a date."""
    stops = []
    for site_id, cases in work:
        site = scenario.sites[site_id]
        length_min = visit_minutes(site, station_minutes(scenario, cases), team.stations)
        stops.append(Stop(travel.numbers[site_id], length_min, scenario.windows(site, day)))
    return stops


def earliest_finishes(layer: Layer, start: int, leave_min: int, stops: Sequence[Stop]) -> list[int] | None:
    """When each stop is finished at the earliest, leaving `start` at `leave_min`.

    Returns
    -------
    One time per stop, or None where a leg has no road or no window is long enough.
    """
    finishes: list[int] = []
    at, now = start, leave_min
    for stop in stops:
        if not layer.reachable[at, stop.place]:
            return None
        arrive = now + int(layer.minutes[at, stop.place])
        finish = _earliest(stop, arrive)
        if finish is None:
            return None
        finishes.append(finish)
        at, now = stop.place, finish
    return finishes


def latest_starts(layer: Layer, end: int, arrive_min: int, stops: Sequence[Stop]) -> list[int] | None:
    """When each stop must be started at the latest to reach `end` by `arrive_min`.

    Returns
    -------
    One time per stop, or None where a leg has no road or no window is long enough.
    """
    starts: list[int] = []
    at, by = end, arrive_min
    for stop in reversed(stops):
        if not layer.reachable[stop.place, at]:
            return None
        start = _latest(stop, by - int(layer.minutes[stop.place, at]))
        if start is None:
            return None
        starts.append(start)
        at, by = stop.place, start
    starts.reverse()
    return starts


def timed_route(
    scenario: Scenario,
    travel: TravelMatrix,
    team: Team,
    day: date,
    *,
    ends: tuple[str, str],
    work: Work,
) -> Route | None:
    """The day route that does `work` in this order, each visit as early as it can be.

    The team leaves just in time for its first visit.  Limits on work and driving are not looked at.

    Parameters
    ----------
    ends
        Where the route starts and where it ends.

    Returns
    -------
    The route, or None if it does not fit into the shift and the windows, or has a leg without a road.
    """
    layer = travel.layer(team.vehicle, day)
    numbers = [travel.numbers[place] for place in (ends[0], *(site for site, _ in work), ends[1])]
    if not all(layer.reachable[leg] for leg in pairwise(numbers)):
        return None
    legs_min = [int(layer.minutes[leg]) for leg in pairwise(numbers)]
    stops = stops_of(scenario, travel, team, day, work)
    finishes = earliest_finishes(layer, numbers[0], team.shift.start_min, stops)
    if finishes is None:
        return None
    starts = [finish - stop.length_min for finish, stop in zip(finishes, stops, strict=True)]
    depart = starts[0] - legs_min[0] if starts else team.shift.start_min
    leaves = [depart, *finishes]
    arrives = [leave + leg_min for leave, leg_min in zip(leaves, legs_min, strict=True)]
    if arrives[-1] > team.shift.end_min:
        return None
    return Route(
        team=team.id,
        date=day,
        start=ends[0],
        depart=depart,
        end=ends[1],
        arrive=arrives[-1],
        visits=tuple(
            Visit(site=site, arrive=arrive, start=start, finish=finish, cases=dict(cases))
            for (site, cases), arrive, start, finish in zip(work, arrives[:-1], starts, finishes, strict=True)
        ),
        km=sum(int(layer.metres[leg]) for leg in pairwise(numbers)) / 1000,
        travel_minutes=sum(legs_min),
    )


def _earliest(stop: Stop, arrive_min: int) -> int | None:
    for window in stop.windows:
        finish = max(arrive_min, window.start_min) + stop.length_min
        if finish <= window.end_min:
            return finish
    return None


def _latest(stop: Stop, leave_by_min: int) -> int | None:
    for window in reversed(stop.windows):
        start = min(leave_by_min, window.end_min) - stop.length_min
        if start >= window.start_min:
            return start
    return None
