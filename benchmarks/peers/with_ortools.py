"""OR-Tools routing: optional nodes, a vehicle per team-day, guided local search.

A chunk is a disjunction whose penalty is its worth.  Where `exact`, it has a node for every number
of stations, else one that is meant for the reference team.  Set-up and service ride on the way
out of and into a node; the time of a node is the start of its service.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from peers.answer import Answer
from peers.work import REFERENCE_STATIONS, Chunk, Task, TeamDay


@dataclass(frozen=True, slots=True)
class Node:
    """A place; with a chunk and the stations it is meant for, unless teams begin or end there."""

    place: str
    chunk: int | None = None
    stations: int = 0


def solve(task: Task, seconds: float, *, exact: bool) -> Answer:
    """The answer of OR-Tools after `seconds` of search; nothing served if it found no first solution."""
    begun = time.perf_counter()
    nodes, ends = _nodes(task, exact=exact)
    manager = pywrapcp.RoutingIndexManager(
        len(nodes),
        len(task.team_days),
        [ends[one.start] for one in task.team_days],
        [ends[one.end] for one in task.team_days],
    )
    routing = pywrapcp.RoutingModel(manager)
    _add_travel(task, nodes, routing)
    _add_clock(task, nodes, manager, routing)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    strategies = routing_enums_pb2.FirstSolutionStrategy
    parameters.first_solution_strategy = strategies.LOCAL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(round(seconds * 1000))
    routing.CloseModelWithParameters(parameters)
    built = time.perf_counter() - begun
    found = routing.SolveWithParameters(parameters)
    spent = time.perf_counter() - begun - built
    orders: list[list[int]] = [[] for _ in task.team_days]
    for vehicle in range(len(task.team_days)) if found else ():
        at = found.Value(routing.NextVar(routing.Start(vehicle)))
        while not routing.IsEnd(at):
            chunk = nodes[manager.IndexToNode(at)].chunk
            if chunk is not None:
                orders[vehicle].append(chunk)
            at = found.Value(routing.NextVar(at))
    return Answer(orders, built, spent)


def _nodes(task: Task, *, exact: bool) -> tuple[list[Node], dict[str, int]]:
    """Where teams begin and end, then the chunks; and the numbers of the former by place."""
    ends = sorted({one.start for one in task.team_days} | {one.end for one in task.team_days})
    counts = sorted({one.team.stations for one in task.team_days}) if exact else [REFERENCE_STATIONS]
    nodes = [Node(place) for place in ends]
    for number, chunk in enumerate(task.chunks):
        nodes += [Node(chunk.site.id, number, count) for count in counts if _windows(task, chunk, count)]
    return nodes, {place: at for at, place in enumerate(ends)}


def _windows(task: Task, chunk: Chunk, stations: int) -> list[tuple[int, int]]:
    """First and last start of service, in every window."""
    setup, length = chunk.site.setup_minutes, chunk.minutes(stations)
    return sorted(
        {
            (clock + window.start_min + setup, clock + window.end_min - length)
            for day in task.scenario.horizon.dates()
            for clock in (task.offset_min(day),)
            for window in task.windows(chunk, day)
            if window.end_min - length >= window.start_min + setup
        }
    )


def _add_travel(task: Task, nodes: Sequence[Node], routing: Any) -> None:
    """Costs of legs, and the time dimension with set-up and service."""
    places = [node.place for node in nodes]
    ids = np.array(places)
    is_work = np.array([node.chunk is not None for node in nodes])
    same = (ids[:, None] == ids[None, :]) & is_work[:, None]
    setup = np.array(
        [task.chunks[node.chunk].site.setup_minutes if node.chunk is not None else 0 for node in nodes]
    )
    costs, clocks = [], {}
    for kind in range(len(task.kinds)):
        minutes, cost = task.legs(kind, places)
        costs.append(routing.RegisterTransitMatrix(cost.tolist()))
        for count in {one.team.stations for one in task.team_days if task.kind_of(one) == kind}:
            transit = minutes + np.where(same, 0, setup[None, :]) + _service(task, nodes, count)[:, None]
            clocks[kind, count] = routing.RegisterTransitMatrix(transit.tolist())
    for vehicle, one in enumerate(task.team_days):
        routing.SetArcCostEvaluatorOfVehicle(costs[task.kind_of(one)], vehicle)
    end = max(task.offset_min(day) for day in task.scenario.horizon.dates()) + 1440
    evaluators = [clocks[task.kind_of(one), one.team.stations] for one in task.team_days]
    routing.AddDimensionWithVehicleTransits(evaluators, end, end, False, "clock")  # noqa: FBT003


def _service(task: Task, nodes: Sequence[Node], stations: int) -> NDArray[np.int64]:
    return np.array(
        [task.chunks[node.chunk].minutes(stations) if node.chunk is not None else 0 for node in nodes]
    )


def _add_clock(task: Task, nodes: Sequence[Node], manager: Any, routing: Any) -> None:
    """Shifts, windows, who may serve what, and what it costs to leave it."""
    clock = routing.GetDimensionOrDie("clock")
    for vehicle, one in enumerate(task.team_days):
        at = task.offset_min(one.date)
        first, last = at + one.team.shift.start_min, at + one.team.shift.end_min
        clock.CumulVar(routing.Start(vehicle)).SetRange(first, last)
        clock.CumulVar(routing.End(vehicle)).SetRange(first, last)
    by_chunk: dict[int, list[int]] = {}
    allowed: dict[object, list[int]] = {}
    exact = len({node.stations for node in nodes if node.chunk is not None}) > 1
    for number, node in enumerate(nodes):
        if node.chunk is None:
            continue
        chunk, index = task.chunks[node.chunk], manager.NodeToIndex(number)
        windows = _windows(task, chunk, node.stations)
        variable = clock.CumulVar(index)
        variable.SetRange(windows[0][0], max(last for _, last in windows))
        for (_, end), (start, _) in pairwise(windows):
            if end + 1 < start:
                variable.RemoveInterval(end + 1, start - 1)
        key = task.fit_for(chunk), chunk.site.hours, chunk.site.release, chunk.site.deadline, node.stations
        if key not in allowed:
            allowed[key] = [
                vehicle
                for vehicle, one in enumerate(task.team_days)
                if _may_serve(task, one, chunk) and (not exact or one.team.stations == node.stations)
            ]
        routing.VehicleVar(index).SetValues([-1, *allowed[key]])
        by_chunk.setdefault(node.chunk, []).append(index)
    for number, indices in by_chunk.items():
        routing.AddDisjunction(indices, task.chunks[number].worth, 1)


def _may_serve(task: Task, one: TeamDay, chunk: Chunk) -> bool:
    return one.team.id in task.fit_for(chunk) and bool(task.windows(chunk, one.date))
