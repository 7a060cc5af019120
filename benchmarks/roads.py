"""How long travel on real roads takes: on an extract, and on a made-up grid of half a million junctions.

    python benchmarks/roads.py --extract region.osm.pbf --places 200
    python benchmarks/roads.py --grid 707 --places 500

Kernels are compiled before the clock starts; the first run on a machine waits some seconds more for them.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from optimizer.domain.calendar import Horizon
from optimizer.domain.roads import Movement, RoadMap
from optimizer.domain.scenario import Place, Scenario, Service, Site, Team, Vehicle
from optimizer.intake.speeds import shipped_speeds
from optimizer.travel.packed import NO_ROAD
from optimizer.travel.roads.extract import read_extract
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


def measure(extract: Path, count: int) -> None:
    """Read, join and measure anew, then again from what is kept."""
    speeds = shipped_speeds()
    digest = hashlib.sha256(extract.read_bytes()).hexdigest()
    roads = RoadMap(
        extract.name, digest, speeds.movements, speeds.walking_kmh, str(extract.parent), str(extract)
    )
    network = read_extract(extract)
    places = places_beside(network, count, seed=1)
    car = passage(network, Movement.CAR, speeds.movements[Movement.CAR])
    measure_ways(car, places[:2], (), walking_kmh=speeds.walking_kmh)  # compiles
    del network, car
    made = scenario_of(places, roads)
    begun = time.perf_counter()
    ways = ExtractRoads(made, roads).between_all("car", START)
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    again = ExtractRoads(made, roads).between_all("car", START)
    kept = time.perf_counter() - begun
    assert np.array_equal(ways, again)
    network = ExtractRoads(made, roads).network
    print(f"{extract.name}: {network.junctions:,} junctions, {network.edges:,} edges, {count} places")
    print(
        f"  read and measured {first:.2f} s, from what is kept {kept:.3f} s, peak memory {peak_gb():.2f} GB"
    )
    print(f"  pairs without a road: {(ways >= NO_ROAD).mean():.1%}")


def main() -> None:
    """Measure an extract, or a grid that is made for it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--extract", type=Path)
    parser.add_argument("--grid", type=int, default=707, help="junctions on a side")
    parser.add_argument("--places", type=int, default=200)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "extract.osm.pbf"
        if arguments.extract is None:
            write_grid(arguments.grid, path)
        else:
            path.write_bytes(arguments.extract.read_bytes())
        measure(path, arguments.places)


if __name__ == "__main__":
    main()
