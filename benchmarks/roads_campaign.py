"""A campaign on the real roads of any extract: ``python benchmarks/roads_campaign.py region.osm.pbf FOLDER``.

The settlements that the extract names (towns, villages, hamlets) become sites, drawn by lot; the
largest become bases.  One road that many legs use is closed on the third and fourth day.  It is chosen so
that nobody is cut off: the one whose closing makes the most ways between bases and sites minutes longer.
``--closed`` names another, by its id in OpenStreetMap or by its name.  One site in five can be worked
at on these two days only, so that somebody has to go around.

The folder is that of an ordinary scenario, with a copy of the extract in it; names and places in it are
© OpenStreetMap contributors.  The same extract, seed and options are always the same campaign.
"""

from __future__ import annotations

import argparse
import csv
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from settlements import bases_of, on_the_network, settlements

from optimizer.domain.roads import Movement, RoadClosure
from optimizer.domain.scenario import Place
from optimizer.intake.speeds import shipped_speeds
from optimizer.kernel_cache import prepare
from optimizer.travel.packed import NO_ROAD, unpack
from optimizer.travel.roads.closed import ClosedRoads
from optimizer.travel.roads.doors import doors_of
from optimizer.travel.roads.extract import read_extract
from optimizer.travel.roads.measure import arc_table
from optimizer.travel.roads.network import Network
from optimizer.travel.roads.passage import Passage, passage
from optimizer.travel.roads.snapping import Snapper
from optimizer.travel.roads.ways import measure_ways

START = date(2026, 3, 2)
"""A Monday."""

DAYS, CLOSED_DAYS = 6, (2, 3)
CANDIDATES = 40
"""Roads that are tried for closing, the most used first."""

FELT_MIN = 5.0
SEEN_M = 100.0
"""A closed stretch is at least so long, so that one can see on a map who goes along it."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A road that may be closed: its id, the share of ways to and from bases that grow, and by how much."""

    way: int
    share: float
    minutes: float

    @property
    def worth(self) -> tuple[bool, float]:
        """The greater, the more is seen of it in a plan."""
        return self.minutes >= FELT_MIN, self.share


def road_to_close(car: Passage, places: Sequence[Place], bases: int, *, walking_kmh: float) -> Closing:
    """The road whose closing makes the most ways to and from bases longer, and cuts nobody off.

    Parameters
    ----------
    places
        Bases first, then sites.
    """
    usual = measure_ways(car, places, (), walking_kmh=walking_kmh)
    best: Closing | None = None
    for way in _most_used(car, places, bases)[:CANDIDATES]:
        made = measure_ways(car, places, (RoadClosure(START, START, way=way),), walking_kmh=walking_kmh)
        if bool((made.ways >= NO_ROAD).any()):
            continue
        added = unpack(made.ways)[0] - unpack(usual.ways)[0]
        ends = np.concatenate([added[:bases, bases:].ravel(), added[bases:, :bases].ravel()])
        longer = ends > 0
        if longer.any():
            one = Closing(way, float(longer.mean()), float(ends[longer].mean()))
            best = one if best is None else max(best, one, key=lambda closing: closing.worth)
    if best is None:
        message = "every road that is much used cuts a place off when it is closed: name one with --closed"
        raise SystemExit(message)
    return best


def _most_used(car: Passage, places: Sequence[Place], bases: int) -> list[int]:
    """Ids of two-way ways on the quickest ways from bases to sites, by how many of these use them."""
    prepare()
    from optimizer.travel.roads.search import settle

    net: Network = car.network
    snaps = Snapper(car).all(places)
    doors = doors_of(car, snaps, ClosedRoads())
    first, heads, costs, edges = arc_table(car, ClosedRoads())
    best, came_by = np.empty(net.junctions, np.int64), np.empty(net.junctions, np.int64)
    room = np.empty(len(heads) + 2, np.int64), np.empty(len(heads) + 2, np.int64)
    used: Counter[int] = Counter()
    for base in range(bases):
        starts = doors.junctions[base], doors.leave[base]
        settle(first, heads, costs, *starts, np.ones(net.junctions, np.bool_), best, came_by, *room)
        for site in range(bases, len(places)):
            ends = [int(best[doors.junctions[site, side]] + doors.enter[site, side]) for side in (0, 1)]
            at, ways = int(doors.junctions[site, int(np.argmin(ends))]), set()
            while came_by[at] >= 0:
                arc = int(came_by[at])
                edge = int(edges[arc])
                ways.add(int(net.edge_way[edge]))
                at = int(net.edge_from[edge] if net.edge_to[edge] == heads[arc] else net.edge_to[edge])
            used.update(ways)
    lived_on = {int(net.edge_way[snap.edge]) for snap in snaps if snap is not None}
    one_way = set(net.edge_way[(car.forward_ms == 0) | (car.backward_ms == 0)].tolist())
    metres = np.bincount(net.edge_way, net.edge_dm, minlength=len(net.way_id)) / 10
    return [
        int(net.way_id[way])
        for way, _ in sorted(used.items(), key=lambda one: (-one[1], one[0]))
        if way not in lived_on and way not in one_way and metres[way] >= SEEN_M
    ]


def document(
    name: str, bases: Sequence[Place], teams: int, closed: dict[str, Any], extract: str
) -> dict[str, Any]:
    """The scenario without its table of sites: teams by car, and every fourth by motorbike."""
    return {
        "format": "luudong/1",
        "name": name,
        "horizon": {"start": START, "days": DAYS},
        "services": {
            "cccd": {"name": "Cấp CCCD gắn chip", "minutes": 12, "needs": ["power"]},
            "vneid2": {"name": "Định danh mức 2", "minutes": 6, "needs": ["power"], "value": 200_000},
        },
        "hours": {
            "office": {"daily": ["07:30-11:30", "13:30-17:00"]},
            "noon": {"daily": ["10:00-16:30"]},
            "market": {_day(number): ["08:00-16:30"] for number in CLOSED_DAYS},
        },
        "brings": {"generator": ["power"]},
        "bases": [_written(base) for base in bases],
        "sites": "sites.csv",
        "teams": [_team(number, bases, teams) for number in range(1, teams + 1)],
        "vehicles": {
            "car": {"dong_per_km": 4000},
            "motorbike": {"speed_kmh": 24, "detour": 1.5, "dong_per_km": 1200},
        },
        "travel": {"source": "roads", "file": extract},
        "closures": [{**closed, "start": _day(CLOSED_DAYS[0]), "end": _day(CLOSED_DAYS[-1])}],
    }


def _day(number: int) -> date:
    """A date of its own each time, or the writer would put down a reference to an earlier one."""
    return START + timedelta(days=number)


def _written(place: Place) -> dict[str, Any]:
    return {"id": place.id, "name": place.name, "lat": place.lat, "lon": place.lon}


def _team(number: int, bases: Sequence[Place], teams: int) -> dict[str, Any]:
    return {
        "id": f"to-{number}",
        "name": f"Tổ {number}",
        "base": bases[(number - 1) * len(bases) // teams].id,
        "officers": 3,
        "stations": 2,
        "brings": ["generator"],
        "vehicle": "motorbike" if number % 4 == 0 else "car",
    }


def write_sites(path: Path, sites: Sequence[Place], seed: int) -> int:
    """Write the table of sites with their outstanding cases, drawn by lot; how many cases there are."""
    lots = np.random.default_rng(seed)
    total = 0
    with path.open("w", encoding="utf-8-sig", newline="") as opened:
        table = csv.writer(opened)
        table.writerow(["id", "name", "lat", "lon", "hours", "lacks", "cccd", "vneid2"])
        for site in sites:
            cases = [max(1, round(float(lots.lognormal(mean, 0.6)))) for mean in (3.1, 2.6)]
            lacks = "power" if lots.random() < 0.2 else ""
            hours = str(lots.choice(["office", "noon", "market"], p=[0.5, 0.3, 0.2]))
            table.writerow([site.id, site.name, site.lat, site.lon, hours, lacks, *cases])
            total += sum(cases)
    return total


def build(extract: Path, folder: Path, *, sites: int, teams: int, bases: int, seed: int, closed: str) -> str:
    """Make the folder, and say what it holds."""
    network, table = read_extract(extract), shipped_speeds()
    passages = [passage(network, one, table.movements[one]) for one in (Movement.CAR, Movement.MOTORBIKE)]
    found = on_the_network(settlements(extract), passages)
    homes = bases_of(found, bases)
    others = [one.place for one in found if one not in homes]
    if len(others) < sites:
        message = f"the extract has {len(others)} settlements on the roads, and not {sites}"
        raise SystemExit(message)
    drawn = np.sort(np.random.default_rng(seed).permutation(len(others))[:sites])
    chosen = [others[at] for at in drawn.tolist()]
    told = ""
    if not closed:
        places = [*(one.place for one in homes), *chosen]
        shutting = road_to_close(passages[0], places, bases, walking_kmh=table.walking_kmh)
        closed = str(shutting.way)
        told = (
            f" ({shutting.share:.0%} of ways to and from bases become {shutting.minutes:.0f} minutes longer)"
        )
    shut: dict[str, Any] = {"way": int(closed)} if closed.isdigit() else {"road": closed}
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(extract, folder / extract.name)
    cases = write_sites(folder / "sites.csv", chosen, seed)
    made = document(folder.name, [one.place for one in homes], teams, shut, extract.name)
    text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=110)
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return (
        f"{folder}: {sites} sites, {cases} cases,"
        f" {teams} teams from {', '.join(one.place.name for one in homes)};"
        f" closed on days {CLOSED_DAYS[0] + 1} and {CLOSED_DAYS[1] + 1}: {closed}{told}"
    )


def main() -> None:
    """Read the command line and make the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("extract", type=Path, metavar="EXTRACT", help="an .osm.pbf file")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the scenario is written")
    parser.add_argument("--sites", type=int, default=60)
    parser.add_argument("--teams", type=int, default=5)
    parser.add_argument("--bases", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--closed", default="", metavar="WAY|NAME", help="close this road instead")
    given = parser.parse_args()
    print(
        build(
            given.extract,
            given.folder,
            sites=given.sites,
            teams=given.teams,
            bases=given.bases,
            seed=given.seed,
            closed=given.closed,
        )
    )


if __name__ == "__main__":
    main()
