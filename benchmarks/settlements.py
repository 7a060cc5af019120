"""The settlements of an extract: which there are, which of them lie on the roads, which are the largest."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from optimizer.domain.scenario import Place
from optimizer.travel.estimate import great_circle_m
from optimizer.travel.roads.passage import Passage
from optimizer.travel.roads.snapping import FAR_M, Snapper

KINDS = ("city", "town", "village", "hamlet", "isolated_dwelling")
"""Of settlements, the largest first."""

BASES_APART_M = 4_000.0


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement of the extract, with what decides how large it is taken to be."""

    place: Place
    kind: str
    people: int


def settlements(extract: Path) -> list[Settlement]:
    """The settlements that an extract names, the largest first; two at one spot are one."""
    import osmium

    found: dict[tuple[float, float], Settlement] = {}
    nodes = osmium.FileProcessor(str(extract), osmium.osm.NODE)
    for node in nodes.with_filter(osmium.filter.KeyFilter("place")):
        kind, name = node.tags.get("place"), node.tags.get("name")
        if kind in KINDS and name:
            people = node.tags.get("population", "")
            spot = round(node.location.lat, 6), round(node.location.lon, 6)
            found[spot] = Settlement(
                Place("", " ".join(name.split()), *spot),
                kind,
                int(people) if people.isascii() and people.isdigit() else 0,
            )
    order = sorted(
        found.values(),
        key=lambda one: (KINDS.index(one.kind), -one.people, one.place.name, one.place.lat, one.place.lon),
    )
    return _numbered(order)


def _numbered(found: Sequence[Settlement]) -> list[Settlement]:
    """With ids made from names: the map's numbers would be taken for those of persons and telephones."""
    seen: Counter[str] = Counter()
    numbered = []
    for one in found:
        plain = unicodedata.normalize("NFD", one.place.name.casefold().replace("đ", "d"))
        word = re.sub("[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:24] or "place"
        seen[word] += 1
        place_id = word if seen[word] == 1 else f"{word}-{seen[word]}"
        numbered.append(replace(one, place=replace(one.place, id=place_id)))
    return numbered


def on_the_network(found: Sequence[Settlement], passages: Sequence[Passage]) -> list[Settlement]:
    """Those that every vehicle gets within walking distance of, without crossing water."""
    places = [one.place for one in found]
    near = np.ones(len(found), dtype=np.bool_)
    for one in passages:
        snaps = Snapper(one).all(places)
        near &= [snap is not None and snap.walk_m <= FAR_M and not snap.over_water for snap in snaps]
    return [one for one, is_near in zip(found, near.tolist(), strict=True) if is_near]


def bases_of(found: Sequence[Settlement], count: int) -> list[Settlement]:
    """The largest settlements that lie some kilometres apart."""
    chosen: list[Settlement] = []
    for one in found:
        away = great_circle_m([one.place], [base.place for base in chosen]) if chosen else None
        if away is None or float(away.min()) >= BASES_APART_M:
            chosen.append(one)
        if len(chosen) == count:
            return chosen
    message = f"the extract has no {count} settlements that lie {BASES_APART_M:.0f} m apart"
    raise SystemExit(message)
