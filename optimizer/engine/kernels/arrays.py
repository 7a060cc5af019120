"""The arrays that every kernel works on, and the names of their columns.

A *day route* ``r = team * days + day`` is the unit of the search; it exists for every team
and day, mostly with stops, sometimes empty.  A *place* is a base, lodging or site; sites
come last, so site ``i`` is place ``first_site + i``.  A *cell* is one service at one site:
its cases are served in any amounts by any visits.  The cells of a site are consecutive and
ordered by value per station-minute; a *slot* counts them from 0.

Money is in thousandths of a đồng held in float64: integers, hence exact sums below 2**53.
Few wide arrays compile faster than many narrow ones.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

_OPTIONS: dict[str, Any] = {
    "cache": True,
    "error_model": "numpy",
    "no_cfunc_wrapper": True,
    # Kernels allocate nothing, so that they need no reference counts: five times as fast without.
    "_nrt": False,
}

kernel: Callable[[Kernel], Kernel] = njit(**_OPTIONS | {"no_cpython_wrapper": True})
"""A function that only other kernels call."""

entry: Callable[[Kernel], Kernel] = njit(**_OPTIONS | {"nogil": True})
"""A function that Python calls; it releases the GIL, so that walks run side by side."""


def indices(count: int) -> list[int]:
    """0 … `count` - 1 as numpy integers: numba compiles a callee anew for every Python literal."""
    return cast("list[int]", list(np.arange(count)))


MAX_STOPS = indices(25)[24]
"""Most stops of one day route."""

MAX_VISITS = 500
"""Most visits that one site may have over the horizon."""

NO_ROAD_MIN = 1 << 20
"""Stands for an unreachable leg inside the kernels: longer than any shift, and a full day
route of them still fits 32 bits."""

NO_LIMIT_MIN = 1 << 28
"""Stands for an absent limit inside the kernels."""

# Columns of Problem.site
SETUP, HOURS, FIRST_DAY, LAST_DAY, FIRST_CELL, CELLS, QUICKEST, MOST_TEAMS = indices(8)
# Columns of Problem.team
BASE, STATIONS, SHIFT_START, SHIFT_END, GROUP, MAX_NIGHTS, MAX_WORK, MAX_DRIVE = indices(8)
BREAK, BREAK_FROM, BREAK_TO, END_ANYWHERE = (8 + column for column in indices(4))
# Columns of Problem.day
LAYER, TARIFF, AVAILABLE = indices(3)
# First index of State.stop, .amount, .route and .worth
NOW, BEFORE, BEST = indices(3)
# Columns of State.stop
SITE, WINDOW, EARLIEST, LATEST, DURATION, WORK = indices(6)
# Columns of State.route
STOPS, FROM, TO, GAP, WORKED, DRIVEN, BREAK_AT, DIRTY = indices(8)
# Columns of State.money
ROUTES, NIGHTS, BEST_TOTAL = indices(3)
# Rows of Scratch.work
TOUCHED, CANDIDATE, TRIED, NIGHT, POINTER = indices(5)
# Rows of Scratch.stamp
ROUTE_TOUCHED, ROUTE_LISTED, SITE_REMOVED, SITE_LISTED = indices(4)
# Entries of Scratch.counter
LISTINGS, TOUCHES = indices(2)


class Problem(NamedTuple):
    """What does not change during a search.

    Parameters
    ----------
    minutes, drive
        int32 (layers, places, places): travel minutes, and those of them spent driving.
    cost
        float64 (tariffs, places, places): a leg's cost in mđ for a team's day.
    window
        int64 (hours, days, windows, 2): start and end minute; equal where there is none.
    site, team, day
        int64, columns above; `day` has a row per day route.
    cell
        int64 (cells,): station-minutes per case.
    value, density
        float64 (cells,): mđ per case, and mđ per station-minute.
    outstanding
        int64 (cells,): cases at the start.
    fit
        bool (groups, cells): may a team of this group serve the cell?
    site_fit
        bool (groups, sites): any cell of the site?
    may_sleep
        bool (groups, places): may a team of this group sleep there, away from its base?
    night
        float64 (teams,): mđ per night away.
    near
        int64 (sites, neighbours): other sites by travel time, each site first of its own row.
    beds
        int64 (sites, beds): places to sleep by travel time.
    around
        int64 (places,): the site nearest to a place; a site itself.
    """

    minutes: NDArray[np.int32]
    drive: NDArray[np.int32]
    cost: NDArray[np.float64]
    window: NDArray[np.int64]
    site: NDArray[np.int64]
    team: NDArray[np.int64]
    day: NDArray[np.int64]
    cell: NDArray[np.int64]
    value: NDArray[np.float64]
    density: NDArray[np.float64]
    outstanding: NDArray[np.int64]
    fit: NDArray[np.bool_]
    site_fit: NDArray[np.bool_]
    may_sleep: NDArray[np.bool_]
    night: NDArray[np.float64]
    near: NDArray[np.int64]
    beds: NDArray[np.int64]
    around: NDArray[np.int64]
    sites: int
    teams: int
    days: int
    first_site: int


class State(NamedTuple):
    """One walk of the search: the plan now, the touched routes before, the best plan.

    Parameters
    ----------
    stop
        int64 (3, routes, MAX_STOPS, 6).
    amount
        int64 (3, routes, MAX_STOPS, slots): cases served.
    route
        int64 (3, routes, 8).
    worth
        float64 (3, routes): value of cases less the cost of legs.
    left
        int64 (cells,): cases not served by the plan now.
    visits
        int64 (sites, 1 + room): how many day routes visit a site, and which.
    money
        float64 (3,): Σ worth of routes, cost of nights, best total so far.
    seed
        uint64 (1,): state of the random numbers.
    """

    stop: NDArray[np.int64]
    amount: NDArray[np.int64]
    route: NDArray[np.int64]
    worth: NDArray[np.float64]
    left: NDArray[np.int64]
    visits: NDArray[np.int64]
    money: NDArray[np.float64]
    seed: NDArray[np.uint64]


class Scratch(NamedTuple):
    """Room to work in, without meaning between rounds except for the stamps.

    Parameters
    ----------
    work
        int64 (5, n): lists; n is the largest of routes, sites, days.
    key
        float64 (n,): sort keys of the candidates.
    stamp
        int64 (4, n): the round in which a route or site was last touched or listed.
    counter
        int64 (2,): listings made, routes touched in this round.
    tally
        float64 (operators, 3): rounds, accepted rounds and new bests of each ruin.
    """

    work: NDArray[np.int64]
    key: NDArray[np.float64]
    stamp: NDArray[np.int64]
    counter: NDArray[np.int64]
    tally: NDArray[np.float64]


def new_state(problem: Problem, seed: int) -> State:
    """A walk in which every team stays at its base."""
    routes, slots = problem.teams * problem.days, int(problem.site[:, CELLS].max())
    state = State(
        stop=np.zeros((3, routes, MAX_STOPS, 6), np.int64),
        amount=np.zeros((3, routes, MAX_STOPS, slots), np.int64),
        route=np.zeros((3, routes, 8), np.int64),
        worth=np.zeros((3, routes)),
        left=problem.outstanding.copy(),
        visits=np.zeros((problem.sites, 1 + min(MAX_VISITS, routes * MAX_STOPS)), np.int64),
        money=np.zeros(3),
        seed=np.array([seed], np.uint64),
    )
    home = np.repeat(problem.team[:, BASE], problem.days)
    state.route[:, :, FROM] = home
    state.route[:, :, TO] = home
    return state


def new_scratch(problem: Problem, operators: int) -> Scratch:
    """Working room for walks on `problem`."""
    size: int = max(problem.teams * problem.days, problem.sites, problem.days, MAX_STOPS)
    return Scratch(
        work=np.zeros((5, size), np.int64),
        key=np.zeros(size),
        stamp=np.zeros((4, size), np.int64),
        counter=np.zeros(2, np.int64),
        tally=np.zeros((operators, 3)),
    )
