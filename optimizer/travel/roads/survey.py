"""What an extract holds: kilometres by class of road, who may use them, and roads by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from optimizer.domain.roads import Movement, Speeds
from optimizer.travel.roads.closed import same_name
from optimizer.travel.roads.network import Network
from optimizer.travel.roads.passage import passage
from optimizer.travel.roads.source import network_of
from optimizer.travel.roads.store import Store


@dataclass(frozen=True, slots=True)
class NamedRoad:
    """A way of the extract as a closure may name it."""

    way: int
    label: str
    road_class: str
    metres: int


@dataclass(frozen=True)
class Survey:
    """What an extract holds.

    Parameters
    ----------
    south, west, north, east
        The corners of its roads, in degrees.
    class_km
        Kilometres by class of road, the most first.
    usable_km, main_km
        Kilometres that each kind of movement may use, and those of its main network.
    """

    junctions: int
    edges: int
    south: float
    west: float
    north: float
    east: float
    class_km: Mapping[str, float]
    usable_km: Mapping[Movement, float]
    main_km: Mapping[Movement, float]


def open_extract(path: Path, sha256: str) -> Network:
    """The network of an extract anywhere; it is kept beside the file.

    Raises
    ------
    ScenarioError
        If it cannot be read.
    """
    return network_of(path, sha256, Store(str(path.parent)))


def survey(network: Network, speeds: Mapping[Movement, Speeds]) -> Survey:
    """Count what a network holds at the given speeds."""
    km = network.edge_dm / 10_000
    by_class: Counter[str] = Counter()
    for kind, length in zip(
        network.kinds,
        np.bincount(network.way_kind[network.edge_way], km, minlength=len(network.kinds)).tolist(),
        strict=True,
    ):
        by_class[kind.road_class] += length
    passages = {movement: passage(network, movement, table) for movement, table in speeds.items()}
    ends = np.concatenate([network.edge_first, network.edge_last])
    lat, lon = network.lat[ends], network.lon[ends]
    return Survey(
        junctions=network.junctions,
        edges=network.edges,
        south=float(lat.min()),
        west=float(lon.min()),
        north=float(lat.max()),
        east=float(lon.max()),
        class_km=dict(by_class.most_common()),
        usable_km={movement: float(km[one.usable].sum()) for movement, one in passages.items()},
        main_km={
            movement: float(km[one.main].sum()) for movement, one in passages.items() if one.usable.any()
        },
    )


def roads_named(network: Network, name: str) -> Iterator[NamedRoad]:
    """The ways that a closure by this name would take out, the longest first."""
    labels = {number for number, label in enumerate(network.labels) if same_name(name, label)}
    metres = np.bincount(network.edge_way, network.edge_dm, minlength=len(network.way_id)) / 10
    ways = np.flatnonzero(np.isin(network.way_label, list(labels)))
    for way in ways[np.argsort(-metres[ways], kind="stable")].tolist():
        yield NamedRoad(
            way=int(network.way_id[way]),
            label=network.labels[int(network.way_label[way])],
            road_class=network.kinds[int(network.way_kind[way])].road_class,
            metres=round(float(metres[way])),
        )
