"""Spread each campaign's published totals over villages, the same way every time.

The reports name communes and totals, never cases per village or where a village lies.  A
campaign's folder therefore holds what is known, and what was decided about the rest:

``communes.csv``
    The communes with their centres, and how many villages each has.
``apportion.toml``
    The totals, and how they are spread; ``README.md`` explains every key.

This script writes ``sites.csv`` from them, and ``record.csv`` where earlier work is recorded:

1. The first village of a commune lies at most half a kilometre from its centre, the others
   anywhere within `radius_km`, evenly over the disc.
2. Every site has a size between 0.5 and 1.5, times the weight of its commune.
3. Each total is split in proportion to size × a number between 0.8 and 1.2, drawn afresh for
   every service; whole cases go to the largest remainders (Hamilton's method), so that the parts
   add up to the total exactly.
4. What villages lack falls on the remotest: those with the largest distance from the first
   commune's centre × a number between 0.5 and 1.5.

All numbers come from ``random.Random(seed).random()``, whose sequence Python promises to keep.

Usage: ``python scenarios/apportion.py [FOLDER ...]``, by default every folder beside it that
holds an ``apportion.toml``.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import asin, cos, pi, radians, sin, sqrt
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent
EARTH_KM = 6371.0088
KM_PER_DEGREE = EARTH_KM * pi / 180
PLACE_COLUMNS = ("id", "name", "commune", "lat", "lon")
RECORD_COLUMNS = ("date", "site", "service", "cases")
OPTION_COLUMNS = (
    "hours",
    "lacks",
    "requires",
    "lodging",
    "priority",
    "deadline",
    "max_teams",
    "setup_minutes",
)

Block = Mapping[str, Any]
"""A table of ``apportion.toml``."""


@dataclass(frozen=True)
class Commune:
    """A row of ``communes.csv``; `deadline` and `requires` go to each of its villages."""

    id: str
    name: str
    lat: float
    lon: float
    villages: int
    weight: float
    radius_km: float
    word: str
    named: tuple[str, ...]
    centre: str
    lodging: bool
    deadline: str
    requires: str


@dataclass
class Site:
    """A row of ``sites.csv`` in the making."""

    id: str
    name: str
    commune: Commune
    lat: float
    lon: float
    size: float
    at_centre: bool = False
    options: dict[str, str] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)
    done: list[tuple[date, str, int]] = field(default_factory=list)
    """Work recorded earlier: date, service, cases."""


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """Split `total` in proportion to `weights` into whole numbers that add up to it."""
    unit = total / sum(weights)
    quotas = [weight * unit for weight in weights]
    parts = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(parts)), key=lambda at: (parts[at] - quotas[at], at))
    for at in by_remainder[: total - sum(parts)]:
        parts[at] += 1
    return parts


def km_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance between two points in degrees."""
    north, east = radians(other_lat - lat), radians(other_lon - lon)
    across = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(across))


def read_communes(folder: Path, recipe: Block) -> list[Commune]:
    """The communes of one campaign, in the order of the file."""
    with (folder / "communes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Commune(
            id=row["id"],
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            villages=int(row["villages"]),
            weight=float(row.get("weight") or 1),
            radius_km=float(row.get("radius_km") or recipe["radius_km"]),
            word=row.get("word") or recipe["word"],
            named=tuple(name for name in (row.get("named") or "").split("|") if name),
            centre=row.get("centre") or "",
            lodging=row.get("lodging") == "yes",
            deadline=row.get("deadline") or "",
            requires=row.get("requires") or "",
        )
        for row in rows
    ]


def scatter(commune: Commune, hours: str, random: Random) -> list[Site]:
    """The villages of one commune; named ones take the last numbers."""
    sites = []
    options = {"hours": hours, "deadline": commune.deadline, "requires": commune.requires}
    first_named = commune.villages - len(commune.named) + 1
    for number in range(1, commune.villages + 1):
        within_km = 0.5 if number == 1 else commune.radius_km
        distance_km, bearing = within_km * sqrt(random.random()), 2 * pi * random.random()
        given = commune.named[number - first_named] if number >= first_named else f"{commune.word} {number}"
        sites.append(
            Site(
                id=f"{commune.id}-{number:02d}",
                name=f"{given} ({commune.name})",
                commune=commune,
                lat=commune.lat + distance_km * cos(bearing) / KM_PER_DEGREE,
                lon=commune.lon + distance_km * sin(bearing) / KM_PER_DEGREE / cos(radians(commune.lat)),
                size=commune.weight * (0.5 + random.random()),
                options={key: text for key, text in options.items() if text},
            )
        )
    return sites


def beside(villages: Sequence[Site], block: Block, random: Random) -> list[Site]:
    """Second sites, with hours of their own, in some villages of each commune."""
    found: list[Site] = []
    for commune in dict.fromkeys(village.commune for village in villages):
        own = [village for village in villages if village.commune is commune]
        drawn = sorted(own, key=lambda _: random.random())[: block["per_commune"]]
        found += [
            Site(
                id=f"{host.id}-{block['suffix']}",
                name=f"{block['name']} – {host.name}",
                commune=commune,
                lat=host.lat,
                lon=host.lon,
                size=commune.weight * (0.5 + random.random()),
                options={key: block[key] for key in OPTION_COLUMNS if key in block},
            )
            for host in drawn
        ]
    return found


def at_centres(villages: Sequence[Site], block: Block, random: Random) -> list[Site]:
    """One further site at the centre of each commune: a reception point, a post, a school."""
    return [
        Site(
            id="-".join(part for part in (commune.id, block.get("suffix")) if part),
            name=commune.centre or f"{block['name']} – {commune.name}",
            commune=commune,
            lat=commune.lat,
            lon=commune.lon,
            size=commune.weight * (0.5 + random.random()),
            at_centre=True,
            options={key: block[key] for key in OPTION_COLUMNS if key in block},
        )
        for commune in dict.fromkeys(village.commune for village in villages)
    ]


def split(sites: Sequence[Site], cases: Mapping[str, int], random: Random) -> Iterator[tuple[Site, str, int]]:
    """Each total over `sites`: site, service and its part."""
    for service, total in cases.items():
        weights = [site.size * (0.8 + 0.4 * random.random()) for site in sites]
        for site, count in zip(sites, shares(total, weights), strict=True):
            yield site, service, count


def mark(villages: Sequence[Site], block: Block, origin: Commune, random: Random) -> None:
    """Write a tag on exactly `villages` of the villages, the remotest first."""
    remoteness = {
        site.id: km_between(origin.lat, origin.lon, site.lat, site.lon) * (0.5 + random.random())
        for site in villages
    }
    for site in sorted(villages, key=lambda site: -remoteness[site.id])[: block["villages"]]:
        before = site.options.get(block["column"], "")
        site.options[block["column"]] = f"{before} {block['tag']}".strip()


def among(villages: Sequence[Site], block: Block) -> list[Site]:
    """The villages that a block speaks of: those of `only` some communes, or `without` some."""
    only = block.get("only", [village.commune.id for village in villages])
    return [
        village
        for village in villages
        if village.commune.id in only and village.commune.id not in block.get("without", ())
    ]


def make_sites(folder: Path) -> list[Site]:
    """All sites of one campaign, commune by commune, its centre first."""
    recipe = tomllib.loads((folder / "apportion.toml").read_text(encoding="utf-8"))
    random = Random(recipe["seed"])  # noqa: S311 - the same villages every time, no secret
    communes = read_communes(folder, recipe)
    villages = [site for one in communes for site in scatter(one, recipe["hours"], random)]
    everywhere = list(villages)
    for block in recipe["outstanding"]:
        sites = among(villages, block)
        if "beside" in block:
            sites = beside(sites, block["beside"], random)
            everywhere += sites
        elif "centre" in block:
            sites = at_centres(sites, block["centre"], random)
            everywhere += sites
        for site, service, count in split(sites, block["cases"], random):
            site.cases[service] = site.cases.get(service, 0) + count
    for block in recipe.get("mark", []):
        mark(among(villages, block), block, communes[0], random)
    for block in recipe.get("record", []):
        for site, service, count in split(among(villages, block), block["cases"], random):
            site.done.append((block["date"], service, count))
    everywhere.sort(key=lambda site: (communes.index(site.commune), not site.at_centre, site.id))
    for commune in communes:
        if commune.lodging:
            next(site for site in everywhere if site.commune is commune).options["lodging"] = "yes"
    return everywhere


def write_tables(folder: Path, into: Path) -> list[Path]:
    """Write the tables of the campaign in `folder` to the folder `into`; returns their files."""
    sites = make_sites(folder)
    options = [column for column in OPTION_COLUMNS if any(column in site.options for site in sites)]
    services = sorted({service for site in sites for service in site.cases})
    rows = [
        [site.id, site.name, site.commune.name, f"{site.lat:.3f}", f"{site.lon:.3f}"]
        + [site.options.get(column, "") for column in options]
        + [str(site.cases.get(service) or "") for service in services]
        for site in sites
    ]
    written = [write(into / "sites.csv", [*PLACE_COLUMNS, *options, *services], rows)]
    done = sorted((day, site.id, service, cases) for site in sites for day, service, cases in site.done)
    if done:
        written.append(write(into / "record.csv", RECORD_COLUMNS, done))
    return written


def write(target: Path, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """Write one table to the file `target`."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)
    return target


def main(arguments: Sequence[str]) -> None:
    """Write the tables of the named folders, or of every folder with a recipe."""
    recipes = sorted(HERE.glob("*/apportion.toml"))
    folders = [Path(name) for name in arguments] or [recipe.parent for recipe in recipes]
    for folder in folders:
        print(*write_tables(folder, folder), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
