"""Ways measured here beside Valhalla's: ``python benchmarks/roads_against_valhalla.py region.osm.pbf``.

Needs the extra `valhalla` (``pip install -e '.[valhalla]'``, Python 3.12 or newer); both read the same
extract.  Places are drawn by lot on ordinary roads, so that both join them at the same spot, and
every pair farther apart than 500 m by road is compared.  Valhalla is asked as a scenario with
`travel: {source: valhalla}` asks it, and then for the shortest way, with and without turn
restrictions: that tells whether a way that differs is one that Valhalla forbids, or one that it
could go and finds slower.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.domain.scenario import Place
from optimizer.intake.speeds import shipped_speeds
from optimizer.travel.packed import NO_ROAD, unpack
from optimizer.travel.roads.extract import read_extract
from optimizer.travel.roads.network import Network
from optimizer.travel.roads.passage import passage
from optimizer.travel.roads.ways import measure_ways
from optimizer.travel.servers.tiles import LocalValhalla

Ratios = NDArray[np.float64]
ORDINARY = ("trunk", "primary", "secondary", "tertiary", "unclassified", "residential")
NEAR_M = 500.0
BLOCK = 20
"""Places of which Valhalla is asked for the ways to all others at once."""

SHARES = (5, 25, 50, 75, 95)
SHORTEST = {"shortest": True}
UNRESTRICTED = {"shortest": True, "ignore_restrictions": True}
APART, SHORTER = 0.02, 0.01
"""Share by which ways count as different, and as shorter."""


@dataclass(frozen=True)
class Told:
    """Seconds and metres of every pair, of shape (places, places); not a number where there is no way."""

    seconds: Ratios
    metres: Ratios


def places_on_roads(network: Network, main: NDArray[np.bool_], count: int, seed: int) -> list[Place]:
    """Points in the middle of stretches of ordinary roads, drawn by lot."""
    ordinary = np.array([kind.road_class in ORDINARY for kind in network.kinds])
    edges = np.flatnonzero(main & ordinary[network.way_kind[network.edge_way]])
    drawn = np.random.default_rng(seed).choice(edges, count, replace=False)
    points = (network.edge_first[drawn] + network.edge_last[drawn]) // 2
    return [
        Place(f"p{at}", f"p{at}", float(network.lat[point]), float(network.lon[point]))
        for at, point in enumerate(points.tolist())
    ]


def ours(extract: Path, count: int, seed: int) -> tuple[list[Place], Told]:
    """Places, and the ways of a car between them as they are measured here."""
    network, table = read_extract(extract), shipped_speeds()
    car = passage(network, Movement.CAR, table.movements[Movement.CAR])
    places = places_on_roads(network, car.main, count, seed)
    made = measure_ways(car, places, (), walking_kmh=table.walking_kmh)
    minutes, metres = (one.astype(np.float64) for one in unpack(made.ways))
    minutes[made.ways >= NO_ROAD] = metres[made.ways >= NO_ROAD] = np.nan
    return places, Told(minutes * 60, metres)


def as_scenarios_ask(extract: Path, places: Sequence[Place]) -> Told:
    """The same ways as a scenario with `source: valhalla` gets them; builds the tiles beside the extract."""
    digest = hashlib.sha256(extract.read_bytes()).hexdigest()
    server = RouteServer(
        ServerKind.VALHALLA, file=extract.name, sha256=digest, path=str(extract), folder=str(extract.parent)
    )
    valhalla = LocalValhalla(server)
    blocks = [valhalla(places[at : at + BLOCK], places, Movement.CAR) for at in range(0, len(places), BLOCK)]
    return Told(
        np.concatenate([block.seconds for block in blocks]),
        np.concatenate([block.metres for block in blocks]),
    )


def asked_directly(tiles: Path, places: Sequence[Place], options: Mapping[str, Any]) -> Told:
    """The same ways with other options of Valhalla's costing by car."""
    from valhalla import Actor, get_config

    # It wants an archive of tiles that exists, and is then told to take the folder.
    config = get_config(tile_extract=__file__, tile_dir=str(tiles), verbose=False)
    config["mjolnir"]["tile_extract"] = ""
    for limits in config["service_limits"].values():
        if isinstance(limits, dict) and "max_matrix_location_pairs" in limits:
            limits |= {"max_matrix_location_pairs": 1_000_000, "max_matrix_distance": 1e7}
    actor = Actor(config)
    spots = [{"lat": place.lat, "lon": place.lon} for place in places]
    rows = []
    for at in range(0, len(spots), BLOCK):
        asked = {
            "sources": spots[at : at + BLOCK],
            "targets": spots,
            "costing": "auto",
            "costing_options": {"auto": dict(options)},
        }
        rows += actor.matrix(asked)["sources_to_targets"]
    seconds = np.array([[cell["time"] for cell in row] for row in rows], dtype=np.float64)
    km = np.array([[cell["distance"] for cell in row] for row in rows], dtype=np.float64)
    return Told(seconds, km * 1000)


def row(title: str, here: Told, there: Told) -> str:
    """A line of the table: ratios of metres, of minutes, and how many pairs only one found a way for."""
    counted = _counted(here, there)
    metres = np.percentile(here.metres[counted] / there.metres[counted], SHARES)
    minutes = np.percentile(here.seconds[counted] / there.seconds[counted], SHARES)
    alone = int((np.isfinite(here.metres) != np.isfinite(there.metres)).sum())
    close = float((np.abs(here.metres[counted] / there.metres[counted] - 1) <= APART).mean())

    def told(shares: Ratios) -> str:
        return " | ".join(f"{share:.3f}" for share in shares.tolist())

    return f"| {title} | {counted.sum()} | {told(metres)} | {close:.0%} | {told(minutes)} | {alone} |"


def _counted(here: Told, there: Told) -> NDArray[np.bool_]:
    """Pairs that both know a way for, and that are not next to each other."""
    both: NDArray[np.bool_] = np.isfinite(here.metres) & np.isfinite(there.metres)
    both[both] &= there.metres[both] > NEAR_M
    return both


def explained(here: Told, quickest: Told, shortest: Told, unrestricted: Told) -> str:
    """What the pairs that differ are: another choice among ways that both know, or a way that one forbids."""
    counted = _counted(here, quickest) & np.isfinite(shortest.metres) & np.isfinite(unrestricted.metres)
    ours, theirs = here.metres[counted], quickest.metres[counted]
    apart = np.abs(ours / theirs - 1) > APART
    forbidden = apart & (ours < shortest.metres[counted] * (1 - SHORTER))
    by_sign = forbidden & (ours >= unrestricted.metres[counted] * (1 - SHORTER))
    return (
        f"{apart.sum()} of {counted.sum()} pairs differ by more than {APART:.0%}: in"
        f" {(apart & ~forbidden).sum()} Valhalla may go as short a way too and takes another, in"
        f" {by_sign.sum()} a turn restriction forbids it, in {(forbidden & ~by_sign).sum()} something else"
    )


def farthest_apart(places: Sequence[Place], here: Told, there: Told, count: int) -> list[str]:
    """The pairs whose metres differ most, so that one can look where they are."""
    ratio, counted = np.ones_like(here.metres), _counted(here, there)
    ratio[counted] = here.metres[counted] / there.metres[counted]
    order = np.argsort(-np.abs(np.log(ratio)), axis=None)[:count]
    lines = []
    for one, other in zip(*np.unravel_index(order, ratio.shape), strict=True):
        ends = " to ".join(f"{places[at].lat:.5f}, {places[at].lon:.5f}" for at in (int(one), int(other)))
        lines.append(f"- {ends}: {here.metres[one, other]:.0f} m, and {there.metres[one, other]:.0f} m there")
    return lines


def main() -> None:
    """Read the command line, measure, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("extract", type=Path, metavar="EXTRACT", help="an .osm.pbf file")
    parser.add_argument("--places", type=int, default=60)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--farthest", type=int, default=6, help="pairs to name that differ most")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        extract = Path(shutil.copyfile(given.extract, Path(folder) / "extract.osm.pbf"))
        places, here = ours(extract, given.places, given.seed)
        there = as_scenarios_ask(extract, places)
        tiles = next(Path(folder).glob("*/tiles-*"))
        shortest, unrestricted = (asked_directly(tiles, places, one) for one in (SHORTEST, UNRESTRICTED))
        rows = {"quickest": there, "shortest": shortest, "shortest, no turn restrictions": unrestricted}
        heads = " | ".join(f"{share} %" for share in SHARES)
        print(f"| Valhalla | pairs | metres: {heads} | within 2 % | minutes: {heads} | found by one only |")
        print("|---|--:|" + "--:|" * (2 * len(SHARES) + 2))
        for title, told in rows.items():
            print(row(title, here, told))
        print(explained(here, there, shortest, unrestricted))
        print("\n".join(farthest_apart(places, here, there, given.farthest)))


if __name__ == "__main__":
    main()
