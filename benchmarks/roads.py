"""How long travel on real roads takes: on an extract, and on a made-up grid of half a million junctions.

    python benchmarks/roads.py --extract region.osm.pbf --places 200 --core 0
    python benchmarks/roads.py --grid 707 --places 500
    python benchmarks/roads.py --extract region.osm.pbf --against-scipy 50

From an extract means: its content hashed, read, every place joined to a road, all pairs measured, and
everything kept.  From what is kept means: its content hashed, and the matrix read.  Kernels are
compiled before the clock starts; the first run on a machine waits some seconds more for them.
Seconds of processor are those of all threads: on a busy machine they tell more than the clock does.

``--against-scipy`` asks `scipy.sparse.csgraph.dijkstra` for the quickest ways from so many junctions, on one
core, and checks that both find the same times.  Ours finds the metres of the same ways too: scipy counts
in floating point, in which milliseconds and decimetres of a way do not both fit.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np

from optimizer.domain.calendar import Horizon
from optimizer.domain.roads import Movement, RoadMap
from optimizer.domain.scenario import Place, Scenario, Service, Site, Team, Vehicle
from optimizer.intake.speeds import shipped_speeds
from optimizer.kernel_cache import prepare
from optimizer.travel.packed import METRE_BITS, NO_ROAD, Packed
from optimizer.travel.roads.closed import ClosedRoads
from optimizer.travel.roads.extract import read_extract
from optimizer.travel.roads.measure import arc_table
from optimizer.travel.roads.network import Network
from optimizer.travel.roads.passage import passage
from optimizer.travel.roads.source import ExtractRoads
from optimizer.travel.roads.ways import measure_ways

START = date(2023, 4, 24)
SPACING_DEGREES = 0.002


def places_beside(network: Network, count: int, seed: int) -> list[Place]:
    """Places some hundred metres from junctions that cars can get to, drawn by lot."""
    lots = np.random.default_rng(seed)
    main = np.flatnonzero(passage(network, Movement.CAR, shipped_speeds().movements[Movement.CAR]).main)
    points = network.edge_first[lots.choice(main, count, replace=False)]
    lat = network.lat[points] + lots.normal(0, 0.001, count)
    lon = network.lon[points] + lots.normal(0, 0.001, count)
    return [Place(f"p{at}", f"p{at}", float(lat[at]), float(lon[at])) for at in range(count)]


def scenario_of(places: Sequence[Place], roads: RoadMap) -> Scenario:
    """A base and sites at these places, and one team that drives."""
    base, *others = places
    return Scenario(
        name="roads",
        horizon=Horizon(START, 1),
        services={"cccd": Service("cccd", "cccd", 12)},
        bases={base.id: base},
        sites={one.id: Site(one.id, one.name, one.lat, one.lon, cases={"cccd": 1}) for one in others},
        teams={"t": Team("t", "t", base.id, "car", frozenset({START}))},
        vehicles={"car": Vehicle("car")},
        roads=roads,
    )


def write_grid(side: int, path: Path) -> None:
    """A square of `side` × `side` junctions, every third street a main road, some of them one way."""
    import osmium

    with osmium.SimpleWriter(str(path)) as writer:
        for row in range(side):
            for column in range(side):
                at = 105.0 + column * SPACING_DEGREES, 20.0 + row * SPACING_DEGREES
                writer.add_node(osmium.osm.mutable.Node(id=1 + row * side + column, location=at))
        for street in range(side):
            road_class = "tertiary" if street % 3 == 0 else "residential"
            tags = {"highway": road_class, **({"oneway": "yes"} if street % 7 == 1 else {})}
            along = [1 + street * side + column for column in range(side)]
            across = [1 + row * side + street for row in range(side)]
            for offset, nodes in ((1, along), (side + 1, across)):
                for first in range(0, side - 1, 100):
                    way = (street + offset) * 1000 + first // 100
                    part = nodes[first : first + 101]
                    writer.add_way(osmium.osm.mutable.Way(id=way, nodes=part, tags=tags))


def peak_gb() -> float:
    """The most memory this process has used."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


Made = TypeVar("Made")


def timed(what: str, make: Callable[[], Made]) -> Made:
    """Make something, and print how long that took."""
    begun, worked = time.perf_counter(), time.process_time()
    made = make()
    clock, processor = time.perf_counter() - begun, time.process_time() - worked
    print(f"  {what}: {clock:.3f} s, of processor {processor:.3f} s, peak memory {peak_gb():.2f} GB")
    return made


def digest_of(extract: Path) -> str:
    """The digest by which everything is kept."""
    with extract.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def measure(extract: Path, count: int) -> None:
    """Read, join and measure anew, then again from what is kept."""
    speeds = shipped_speeds()
    network = read_extract(extract)
    print(f"{extract.name}: {network.junctions:,} junctions, {network.edges:,} edges, {count} places")
    places = places_beside(network, count, seed=1)
    car = passage(network, Movement.CAR, speeds.movements[Movement.CAR])
    measure_ways(car, places[:2], (), walking_kmh=speeds.walking_kmh)  # compiles
    del network, car

    def matrix() -> Packed:
        roads = RoadMap(
            extract.name,
            digest_of(extract),
            speeds.movements,
            speeds.walking_kmh,
            str(extract.parent),
            str(extract),
        )
        return ExtractRoads(scenario_of(places, roads), roads).between_all("car", START)

    ways = timed("from the extract", matrix)
    again = timed("from what is kept", matrix)
    assert np.array_equal(ways, again)
    print(f"  pairs without a road: {(ways >= NO_ROAD).mean():.1%}")


def against_scipy(extract: Path, sources: int) -> None:
    """The same quickest ways from some junctions to all, by our search and by scipy's."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    prepare()
    from optimizer.travel.roads.search import settle

    network, speeds = read_extract(extract), shipped_speeds()
    car = passage(network, Movement.CAR, speeds.movements[Movement.CAR])
    first, heads, costs, _ = arc_table(car, ClosedRoads())
    count = network.junctions
    main = np.unique(network.edge_from[np.flatnonzero(car.main)])
    starts = np.random.default_rng(1).choice(main, sources, replace=False).astype(np.int64)
    best, came_by = np.empty(count, np.int64), np.empty(count, np.int64)
    room = np.empty(len(heads) + 2, np.int64), np.empty(len(heads) + 2, np.int64)
    free, everywhere = np.zeros(1, np.int64), np.ones(count, np.bool_)

    def ours() -> Packed:
        found = np.empty((sources, len(starts)), np.int64)
        for row, start in enumerate(starts.tolist()):
            settle(first, heads, costs, np.array([start]), free, everywhere, best, came_by, *room)
            found[row] = best[starts]
        return found

    # Of two arcs between the same junctions scipy would add the costs up.
    ms = costs >> METRE_BITS
    tails = np.repeat(np.arange(count), np.diff(first))
    order = np.lexsort((costs, heads, tails))
    kept = np.ones(len(order), np.bool_)
    kept[1:] = (np.diff(tails[order]) != 0) | (np.diff(heads[order]) != 0)
    chosen = order[kept]
    arcs = csr_array((ms[chosen].astype(np.float64), (tails[chosen], heads[chosen])), shape=(count, count))

    def theirs() -> Packed:
        found = np.full((sources, len(starts)), NO_ROAD >> METRE_BITS, np.int64)
        for row, start in enumerate(starts.tolist()):
            reached = dijkstra(arcs, indices=start)[starts]
            found[row, np.isfinite(reached)] = reached[np.isfinite(reached)].astype(np.int64)
        return found

    ours()  # compiles
    print(f"{extract.name}: {count:,} junctions, ways from {sources} of them to all, on one core")
    one, other = timed("ours", ours), timed("scipy's", theirs)
    assert np.array_equal(one >> METRE_BITS, other)


def main() -> None:
    """Measure an extract, or a grid that is made for it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--extract", type=Path)
    parser.add_argument("--grid", type=int, default=707, help="junctions on a side")
    parser.add_argument("--places", type=int, default=200)
    parser.add_argument("--core", type=int, help="use only this core")
    parser.add_argument("--against-scipy", type=int, default=0, metavar="JUNCTIONS")
    arguments = parser.parse_args()
    if arguments.core is not None:
        os.sched_setaffinity(0, {arguments.core})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "extract.osm.pbf"
        if arguments.extract is None:
            write_grid(arguments.grid, path)
        else:
            path.write_bytes(arguments.extract.read_bytes())
        if arguments.against_scipy:
            against_scipy(path, arguments.against_scipy)
        else:
            measure(path, arguments.places)


if __name__ == "__main__":
    main()
