"""The arrays that every kernel works on, and the names of their columns.

A *day route* ``r = team * days + day`` is the unit of the search; it exists for every team
and day, mostly with stops, sometimes empty.  A *place* is a base, lodging or site; sites
come last, so site ``i`` is place ``first_site + i``.  A *cell* is one service of the people of
one site, a *slot* a cell that a visit at a site may serve: its own, or that of people who come
there.  The slots of a site are consecutive and ordered by value per station-minute.

A *stock* is what slots draw on: the outstanding cases of a cell, or how many of them may be
served away from home.  Stocks are numbered with the cells first; the last one never runs out.

A promise to be at a site is a site of its own at the same spot, open to one team on one day,
with a bonus that outweighs all else.

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

inlined: Callable[[Kernel], Kernel] = njit(**_OPTIONS | {"no_cpython_wrapper": True, "forceinline": True})
"""A kernel with one caller in a hot loop: a call would copy every array's description to the stack."""

entry: Callable[[Kernel], Kernel] = njit(**_OPTIONS | {"nogil": True})
"""A function that Python calls; it releases the GIL, so that walks run side by side."""


def indices(count: int) -> list[int]:
    """0 … `count` - 1 as numpy integers: numba compiles a callee anew for every Python literal."""
    return cast("list[int]", list(np.arange(count)))


MAX_STOPS = indices(61)[60]
"""Most stops of one day route."""

MAX_VISITS = 500
"""Most visits that one site may have over the horizon."""

NO_ROAD_MIN = 1 << 20
"""Stands for an unreachable leg inside the kernels: longer than any shift, and a full day
route of them still fits 32 bits."""

NO_LIMIT_MIN = 1 << 28
"""Stands for an absent limit inside the kernels."""

# Columns of Problem.site
SETUP, HOURS, FIRST_DAY, LAST_DAY, FIRST_SLOT, SLOTS, QUICKEST, MOST_TEAMS = indices(8)
SPOT, FOR_TEAM, LEADER = (8 + column for column in indices(3))
# Columns of Problem.slot
CELL, CAP, MINUTES, LEAST, HOST = indices(5)
# Columns of Problem.stock
OPENS, CLOSES, FOLLOWS, NEXT, AFTER = indices(5)
# Last index of Problem.window
OPEN, CLOSE, LAST_START = indices(3)
# Columns of Problem.team
BASE, STATIONS, SHIFT_START, SHIFT_END, GROUP, MAX_NIGHTS, MAX_WORK, MAX_DRIVE = indices(8)
BREAK, BREAK_FROM, BREAK_TO, END_ANYWHERE, HOME_WHEN_OFF = (8 + column for column in indices(5))
# Columns of Problem.day
LAYER, TARIFF, AVAILABLE, FROZEN, EARLIER = indices(5)
# First index of State.stop, .amount, .route and .worth
NOW, BEFORE, BEST = indices(3)
# Columns of State.stop
SITE, WINDOW, EARLIEST, LATEST, DURATION, WORK = indices(6)
# Columns of State.route
STOPS, FROM, TO, GAP, WORKED, DRIVEN, BREAK_AT, DIRTY = indices(8)
# Columns of State.money
ROUTES, NIGHTS, BEST_TOTAL, UNEVENNESS = indices(4)
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
        int64 (hours, days, windows, 3): first and last minute and the latest minute at which a
        visit may start; all equal where there is no window.
    site, slot, stock, team, day
        int64, columns above; `day` has a row per day route, `stock` a row per cell first.
    supply
        int64 (stocks, days): what may be drawn on each day before anything is; of a stock that
        follows others, what has become due until then.
    user
        int64 (slots,): slots by cell; `first_user` (cells + 1,) tells where those of a cell begin.
    value, density
        float64 (slots,): mđ per case; and per station-minute, as on the first day of `appeal`.
    certain, appeal
        float64 (slots, days): mđ per case by itself; and with a share of what follows it, where that
        can still be done.
    bonus
        float64 (sites,): mđ for a visit that keeps a promise; 0 for every other site.
    outstanding
        int64 (cells,): the most cases there can ever be.
    fit
        bool (groups, slots): may a team of this group serve the slot?
    site_fit
        bool (groups, sites): any slot of the site?
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
    was_visited
        bool (day routes, sites): by the earlier plan; one entry if there is none.
    change, uneven
        mđ for a visit that differs from the earlier plan, and for a minute's difference from
        the mean work of teams.
    """

    minutes: NDArray[np.int32]
    drive: NDArray[np.int32]
    cost: NDArray[np.float64]
    window: NDArray[np.int64]
    site: NDArray[np.int64]
    team: NDArray[np.int64]
    slot: NDArray[np.int64]
    stock: NDArray[np.int64]
    day: NDArray[np.int64]
    supply: NDArray[np.int64]
    user: NDArray[np.int64]
    first_user: NDArray[np.int64]
    value: NDArray[np.float64]
    density: NDArray[np.float64]
    certain: NDArray[np.float64]
    appeal: NDArray[np.float64]
    bonus: NDArray[np.float64]
    outstanding: NDArray[np.int64]
    fit: NDArray[np.bool_]
    site_fit: NDArray[np.bool_]
    may_sleep: NDArray[np.bool_]
    night: NDArray[np.float64]
    near: NDArray[np.int64]
    beds: NDArray[np.int64]
    around: NDArray[np.int64]
    was_visited: NDArray[np.bool_]
    change: float
    uneven: int
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
        int64 (stocks, days): what the plan now leaves to be drawn on each day.
    margin
        int64 (stocks, days): of a stock that follows others, what has become due until each day
        less what has been drawn until then.
    visits
        int64 (sites, 1 + room): how many day routes visit a spot, and which.
    money
        float64 (4,): Σ worth of routes, cost of nights, best total so far, cost of unevenness.
    seed
        uint64 (1,): state of the random numbers.
    """

    stop: NDArray[np.int64]
    amount: NDArray[np.int64]
    route: NDArray[np.int64]
    worth: NDArray[np.float64]
    left: NDArray[np.int64]
    margin: NDArray[np.int64]
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


def new_state(problem: Problem, seed: int, most_stops: int = 0) -> State:
    """A walk in which every team stays at its base, with room for `most_stops` stops a day or more."""
    routes, slots = problem.teams * problem.days, int(problem.site[:, SLOTS].max())
    stops = max(int(MAX_STOPS), most_stops)
    state = State(
        stop=np.zeros((3, routes, stops, 6), np.int64),
        amount=np.zeros((3, routes, stops, slots), np.int64),
        route=np.zeros((3, routes, 8), np.int64),
        worth=np.zeros((3, routes)),
        left=np.zeros_like(problem.supply),
        margin=np.zeros_like(problem.supply),
        visits=np.zeros((problem.sites, 1 + min(MAX_VISITS, routes * stops)), np.int64),
        money=np.zeros(4),
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
