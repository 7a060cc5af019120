"""PyVRP: prize-collecting clients, one per chunk and window, at most one of each chunk's group.

Service takes a time that depends on the team's stations, which a client cannot say.  Where
`exact`, each chunk has clients for every number of stations, at locations of their own; else
those of the reference team stand for all.  Set-up rides on the way into another site.  Who may
not serve whom is said by forbidding distances in the routing profile where that takes little
memory, else by load dimensions of which only some vehicles have a capacity.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyvrp
from numpy.typing import NDArray
from pyvrp.stop import MaxRuntime

from peers.answer import Answer
from peers.work import REFERENCE_STATIONS, Chunk, Task, TeamDay

UNIT_DONG = 1000
"""PyVRP charges at most 100,000 units for a minute too late: that must outweigh any prize."""

FORBIDDEN = 10**7
"""Distance, in such units, of a way that a vehicle may not take."""

MOST_PROFILE_BYTES = 400_000_000
PLENTY = 10**6

Client = tuple[int, int, int, int]
"""Chunk, stations it is meant for, and earliest and latest start of service."""


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
    found = set()
    for stations in model.stations:
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


def _may_serve(model: _Model, one: TeamDay, client: Client) -> bool:
    """Whether a team-day may serve a client, travel aside."""
    task, (number, stations, _, _) = model.task, client
    chunk = task.chunks[number]
    return (
        one.team.id in task.fit_for(chunk)
        and bool(task.windows(chunk, one.date))
        and (len(model.stations) == 1 or one.team.stations == stations)
    )


def _data(model: _Model, depots: dict[str, int], clients: Sequence[Client]) -> pyvrp.ProblemData:
    """The task in PyVRP's terms."""
    task = model.task
    for client in clients:
        model.location(client)
    forbidden = [_forbidden(model, one, clients) for one in task.team_days]
    kinds = {(task.kind_of(one), shut) for one, shut in zip(task.team_days, forbidden, strict=True)}
    by_profile = len(kinds) * len(model.places) ** 2 * 16 <= MOST_PROFILE_BYTES
    groups = [] if by_profile else sorted({who for who in _who_may(model, clients) if who != _ALL})
    profiles: dict[tuple[int, frozenset[int]], int] = {}
    distances: list[NDArray[np.int64]] = []
    durations: list[NDArray[np.int64]] = []
    vehicles = []
    for at, (one, shut) in enumerate(zip(task.team_days, forbidden, strict=True)):
        profile = (task.kind_of(one), shut if by_profile else frozenset())
        if profile not in profiles:
            profiles[profile] = len(distances)
            distance, duration = _matrices(model, *profile)
            distances.append(distance)
            durations.append(duration)
        clock = task.offset_min(one.date)
        vehicles.append(
            pyvrp.VehicleType(
                1,
                [PLENTY if at in who else 0 for who in groups],
                depots[one.start],
                depots[one.end],
                tw_early=clock + one.team.shift.start_min,
                tw_late=clock + one.team.shift.end_min,
                profile=profiles[profile],
            )
        )
    made, families = _clients(model, clients, groups)
    return pyvrp.ProblemData(
        [pyvrp.Location(0, 0) for _ in model.places],
        made,
        [pyvrp.Depot(model.depot(place)) for place in depots],
        vehicles,
        distances,
        durations,
        families,
    )


_ALL: tuple[int, ...] = ()
"""Stands for every team-day."""


def _who_may(model: _Model, clients: Sequence[Client]) -> list[tuple[int, ...]]:
    """The team-days that may serve each client."""
    cache: dict[object, tuple[int, ...]] = {}
    found = []
    for client in clients:
        chunk = model.task.chunks[client[0]]
        key = model.task.fit_for(chunk), client[1], chunk.site.hours, chunk.site.release, chunk.site.deadline
        if key not in cache:
            days = enumerate(model.task.team_days)
            who = tuple(at for at, one in days if _may_serve(model, one, client))
            cache[key] = _ALL if len(who) == len(model.task.team_days) else who
        found.append(cache[key])
    return found


def _forbidden(model: _Model, one: TeamDay, clients: Sequence[Client]) -> frozenset[int]:
    """Locations at which a team-day may not serve."""
    return frozenset(model.location(client) for client in clients if not _may_serve(model, one, client))


def _matrices(model: _Model, kind: int, shut: frozenset[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Distances in units of money and durations in minutes with set-up, between all locations."""
    minutes, dong = model.task.legs(kind, model.places)
    cost = np.rint(dong / UNIT_DONG).astype(np.int64)
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
    cost[:, sorted(shut)] = FORBIDDEN
    cost[sorted(shut), :] = FORBIDDEN
    np.fill_diagonal(cost, 0)
    np.fill_diagonal(duration, 0)
    return cost, duration


def _clients(
    model: _Model, clients: Sequence[Client], groups: Sequence[tuple[int, ...]]
) -> tuple[list[pyvrp.Client], list[pyvrp.ClientGroup]]:
    """Clients and the groups of which one at most is visited."""
    members: dict[int, list[int]] = {}
    for number, client in enumerate(clients):
        members.setdefault(client[0], []).append(number)
    families: dict[int, int] = {}
    for chunk, numbers in members.items():
        if len(numbers) > 1:
            families[chunk] = len(families)
    who = _who_may(model, clients) if groups else [_ALL] * len(clients)
    made = [
        pyvrp.Client(
            model.location(client),
            delivery=[int(one == may) for one in groups],
            service_duration=model.task.chunks[client[0]].minutes(client[1]),
            tw_early=client[2],
            tw_late=client[3],
            prize=model.task.chunks[client[0]].worth_mdong // (1000 * UNIT_DONG),
            required=False,
            group=families.get(client[0]),
        )
        for client, may in zip(clients, who, strict=True)
    ]
    return made, [pyvrp.ClientGroup(members[chunk], required=False) for chunk in families]
