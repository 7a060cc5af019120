"""How time and memory of the travel matrix grow with the number of places.

Run ``python benchmarks/travel_growth.py``.  Every line is a process of its own, after one that
compiles, so that memory is that of the whole process and time is what a user waits for: numba's
loading included.  On a busy machine the processor's time tells more than the clock's.
"""

from __future__ import annotations

import resource
import time
from array import array
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import get_context

import numpy as np

from optimizer.domain.calendar import Horizon
from optimizer.domain.scenario import Closure, LegTable, Link, Place, Scenario, Site, Team, Vehicle
from optimizer.travel.build import build_matrix

START = date(2023, 4, 24)
DATES = frozenset(START + timedelta(days=number) for number in range(7))
SIZES = (100, 200, 400, 800, 1500, 2000, 3000)
LINKS = 20
TABLE_PLACES = 1550
"""A full table of as many places has 2.4 million rows."""


def province(places: int) -> Scenario:
    """Places scattered over a square of a hundred kilometres, and one car, for a week."""
    coordinates = np.random.default_rng(places).random((places, 2)).tolist()
    sites = {
        f"s{number}": Site(f"s{number}", "", 20 + north, 105 + east)
        for number, (north, east) in enumerate(coordinates[1:], start=1)
    }
    return Scenario(
        name="",
        horizon=Horizon(START, days=7),
        services={},
        bases={"home": Place("home", "", 20.5, 105.5)},
        sites=sites,
        teams={"to-1": Team("to-1", "", base="home", vehicle="car", dates=DATES)},
        vehicles={"car": Vehicle("car")},
    )


def estimated(places: int) -> Scenario:
    """Estimated roads and nothing else."""
    return province(places)


def linked(places: int) -> Scenario:
    """With links that are faster than the road, both ways."""
    made = province(places)
    ids = list(made.places)
    chance = np.random.default_rng(LINKS)
    links = []
    for _ in range(LINKS):
        origin, destination = chance.choice(ids, 2, replace=False).tolist()
        minutes = int(chance.integers(10, 60))
        links.append(Link(origin, destination, minutes, metres=80_000, dong_per_officer=90_000))
    return replace(made, links=tuple(links))


def closed(places: int) -> Scenario:
    """With links, and three different sets of closures in the week."""
    made = linked(places)
    middle, last = START + timedelta(days=3), START + timedelta(days=6)
    closures = (
        Closure(("s1",), START, middle),
        Closure(("home", "s2"), middle, last),
        Closure((made.links[0].origin, made.links[0].destination), last, last),
    )
    return replace(made, closures=closures)


def given(places: int) -> Scenario:
    """With a table of every pair of places, far from closed under the triangle inequality."""
    made = province(places)
    pairs = places * places
    minutes = array("i", np.random.default_rng(places).integers(1, 500, pairs).tolist())
    columns = LegTable(
        origin=array("i", (row // places for row in range(pairs))),
        destination=array("i", (row % places for row in range(pairs))),
        minutes=minutes,
        metres=array("i", (700 * one for one in minutes)),
        vehicle=array("i", [-1]) * pairs,
    )
    return replace(made, legs=columns)


KINDS = {"estimate": estimated, "20 links": linked, "links, closures": closed, "table": given}


def measured(kind: str, places: int) -> str:
    """One line: what was built, how long it took, and the most memory that the process used."""
    scenario = KINDS[kind](places)
    start, busy = time.perf_counter(), time.process_time()
    travel = build_matrix(scenario)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{kind:16} {places:6} {len(travel.layers):7} {seconds:8.2f} {busy:8.2f} {megabytes:7.0f}"


def main() -> None:
    """Print a table of time and memory by kind and number of places."""
    runs = [(kind, places) for kind in ("estimate", "20 links", "links, closures") for places in SIZES]
    runs.append(("table", TABLE_PLACES))
    print(f"{'kind':16} {'places':>6} {'layers':>7} {'seconds':>8} {'CPU s':>8} {'MB':>7}")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as fresh:
        fresh.submit(measured, "links, closures", 100).result()  # compiles
        for run in runs:
            print(fresh.submit(measured, *run).result(), flush=True)


if __name__ == "__main__":
    main()
