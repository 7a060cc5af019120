"""PyVRP: prize-collecting clients, one per chunk and window, at most one of each chunk's group.

Service takes a time that depends on the team's stations, which a client cannot say.  Where
`exact`, each chunk has clients for every number of stations, at locations of their own; else
those of the reference team stand for all.  Set-up rides on the way into another site.  Who may
not serve whom is said by forbidding distances in the routing profile where that takes little
memory, else by load dimensions of which only some vehicles have a capacity.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyvrp
from numpy.typing import NDArray
from pyvrp.stop import MaxRuntime

from peers.answer import Answer
from peers.work import REFERENCE_STATIONS, Chunk, Task, TeamDay

FORBIDDEN = 10**7
"""Distance, in units of money, of a way that a vehicle may not take."""

MOST_PROFILE_BYTES = 400_000_000
PLENTY = 10**6

Client = tuple[int, int, int, int]
"""Chunk, stations it is meant for, and earliest and latest start of service."""

Condition = frozenset[str | date]
"""Ids of the teams, or the dates, of which a team-day must be of one."""


@dataclass
class _Model:
    """The numbers that the clients and vehicles of one task refer to."""

    task: Task
    stations: tuple[int, ...]
    places: list[str] = field(default_factory=list)
    is_site: list[bool] = field(default_factory=list)
    numbers: dict[object, int] = field(default_factory=dict)

    def depot(self, place: str) -> int:
        """Location where routes begin or end."""
        return self._location(place, place, is_site=False)

    def location(self, client: Client) -> int:
        """Location of a client; those that the same teams may serve at one site share one."""
        chunk = self.task.chunks[client[0]]
        key = chunk.site.id, self.task.fit_for(chunk), client[1]
        return self._location(key, chunk.site.id, is_site=True)

    def _location(self, key: object, place: str, *, is_site: bool) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.places)
            self.places.append(place)
            self.is_site.append(is_site)
        return self.numbers[key]


def solve(task: Task, seconds: float, seed: int, *, exact: bool) -> Answer:
    """PyVRP's answer after `seconds` of search."""
    begun = time.perf_counter()
    counts = {one.team.stations for one in task.team_days} if exact else {REFERENCE_STATIONS}
    model = _Model(task, tuple(sorted(counts)))
    ends = sorted({one.start for one in task.team_days} | {one.end for one in task.team_days})
    depots = {place: number for number, place in enumerate(ends)}
    for place in ends:
        model.depot(place)
    clients = [client for number in range(len(task.chunks)) for client in _alternatives(model, number)]
    data = _data(model, depots, clients)
    built = time.perf_counter() - begun
    result = pyvrp.solve(data, MaxRuntime(seconds), seed=seed, collect_stats=False, display=False)
    orders: list[list[int]] = [[] for _ in task.team_days]
    for route in result.best.routes():
        orders[route.vehicle_type()] = [clients[visit.idx][0] for visit in route if visit.is_client()]
    return Answer(orders, built, time.perf_counter() - begun - built)


def _alternatives(model: _Model, number: int) -> list[Client]:
    """A client for every window of a chunk and every number of stations."""
    task, chunk = model.task, model.task.chunks[number]
    fit = {task.scenario.teams[team].stations for team in task.fit_for(chunk)}
    found = set()
    for stations in model.stations:
        if len(model.stations) > 1 and stations not in fit:
            continue
        for start, end in _windows(task, chunk):
            first, last = start + chunk.site.setup_minutes, end - chunk.minutes(stations)
            if first <= last:
                found.add((number, stations, first, last))
    return sorted(found)


def _windows(task: Task, chunk: Chunk) -> list[tuple[int, int]]:
    return sorted(
        {
            (task.offset_min(day) + window.start_min, task.offset_min(day) + window.end_min)
            for day in task.scenario.horizon.dates()
            for window in task.windows(chunk, day)
        }
    )


def _conditions(model: _Model, client: Client) -> frozenset[Condition]:
    """What a team-day must fulfil to serve a client, travel aside; conditions that all do are left out."""
    task, chunk = model.task, model.task.chunks[client[0]]
    fit = task.fit_for(chunk)
    alike = frozenset(one.team.id for one in task.team_days if one.team.stations == client[1])
    open_on = frozenset(one.date for one in task.team_days if task.windows(chunk, one.date))
    asked: set[Condition] = {fit, open_on} | ({alike} if len(model.stations) > 1 else set())
    return frozenset(one for one in asked if not all(_fulfils(team_day, one) for team_day in task.team_days))


def _fulfils(one: TeamDay, condition: Condition) -> bool:
    return one.team.id in condition or one.date in condition


def _data(model: _Model, depots: dict[str, int], clients: Sequence[Client]) -> pyvrp.ProblemData:
    """The task in PyVRP's terms."""
    task = model.task
    first = {model.location(client): client for client in clients}
    at = {location: _conditions(model, client) for location, client in first.items()}
    every = frozenset[Condition]().union(*at.values())
    unmet = [frozenset(one for one in every if not _fulfils(day, one)) for day in task.team_days]
    kinds = {(task.kind_of(one), missing) for one, missing in zip(task.team_days, unmet, strict=True)}
    by_profile = len(kinds) * len(model.places) ** 2 * 16 <= MOST_PROFILE_BYTES
    loads = [] if by_profile else sorted(every, key=sorted_names)
    profiles: dict[tuple[int, frozenset[Condition]], int] = {}
    distances: list[NDArray[np.int64]] = []
    durations: list[NDArray[np.int64]] = []
    vehicles = []
    for one, missing in zip(task.team_days, unmet, strict=True):
        profile = (task.kind_of(one), missing if by_profile else frozenset())
        if profile not in profiles:
            profiles[profile] = len(distances)
            shut = [location for location, conditions in at.items() if conditions & profile[1]]
            distance, duration = _matrices(model, profile[0], shut)
            distances.append(distance)
            durations.append(duration)
        clock = task.offset_min(one.date)
        vehicles.append(
            pyvrp.VehicleType(
                1,
                [0 if load in missing else PLENTY for load in loads],
                depots[one.start],
                depots[one.end],
                tw_early=clock + one.team.shift.start_min,
                tw_late=clock + one.team.shift.end_min,
                profile=profiles[profile],
            )
        )
    made, families = _clients(model, clients, at, loads)
    return pyvrp.ProblemData(
        [pyvrp.Location(0, 0) for _ in model.places],
        made,
        [pyvrp.Depot(model.depot(place)) for place in depots],
        vehicles,
        distances,
        durations,
        families,
    )


def sorted_names(condition: Condition) -> list[str]:
    """A key to sort conditions by."""
    return sorted(str(one) for one in condition)


def _matrices(model: _Model, kind: int, shut: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Distances in units of money and durations in minutes with set-up, between all locations."""
    minutes, cost = model.task.legs(kind, model.places)
    sites = model.task.scenario.sites
    setup = np.array(
        [
            sites[place].setup_minutes if is_site else 0
            for place, is_site in zip(model.places, model.is_site, strict=True)
        ]
    )
    ids = np.array(model.places)
    same = (ids[:, None] == ids[None, :]) & np.array(model.is_site)[:, None]
    duration = minutes + np.where(same, 0, setup[None, :])
    cost[:, shut] = FORBIDDEN
    cost[shut, :] = FORBIDDEN
    np.fill_diagonal(cost, 0)
    np.fill_diagonal(duration, 0)
    return cost, duration


def _clients(
    model: _Model,
    clients: Sequence[Client],
    at: Mapping[int, frozenset[Condition]],
    loads: Sequence[Condition],
) -> tuple[list[pyvrp.Client], list[pyvrp.ClientGroup]]:
    """Clients and the groups of which one at most is visited."""
    members: dict[int, list[int]] = {}
    for number, client in enumerate(clients):
        members.setdefault(client[0], []).append(number)
    families: dict[int, int] = {}
    for chunk, numbers in members.items():
        if len(numbers) > 1:
            families[chunk] = len(families)
    made = [
        pyvrp.Client(
            model.location(client),
            delivery=[int(load in at[model.location(client)]) for load in loads],
            service_duration=model.task.chunks[client[0]].minutes(client[1]),
            tw_early=client[2],
            tw_late=client[3],
            prize=model.task.chunks[client[0]].worth,
            required=False,
            group=families.get(client[0]),
        )
        for client in clients
    ]
    return made, [pyvrp.ClientGroup(members[chunk], required=False) for chunk in families]
