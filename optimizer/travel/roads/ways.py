"""What was measured for one kind of movement: ways between all places, and where each joins the roads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from optimizer.domain.roads import RoadClosure
from optimizer.domain.scenario import Place
from optimizer.travel.packed import NO_ROAD, Packed
from optimizer.travel.roads.closed import closed_roads
from optimizer.travel.roads.measure import measured
from optimizer.travel.roads.network import Network
from optimizer.travel.roads.passage import Passage
from optimizer.travel.roads.snapping import Snap, Snapper

MEASURED_BY = 2
"""Raised when the same places would be measured otherwise than before on the same network."""


@dataclass(frozen=True, slots=True)
class Join:
    """Where a place joins the roads, or the nearest road that it does not join.

    Parameters
    ----------
    joined
        False for a place with no road of the main network within reach.
    walk_m
        Metres on foot to the road.
    lat, lon
        The point on the road.
    road
        Number and name of the road; empty where it has none.
    over_water
        Whether the way on foot crosses water.
    water
        ``sea`` or ``lake`` for a place that lies in it; empty on land.
    shore_m
        Metres from such a place to the shore.
    bridge
        Whether the way on foot goes over a bridge.
    """

    joined: bool
    walk_m: float
    lat: float
    lon: float
    road: str
    over_water: bool
    water: str = ""
    shore_m: float = 0.0
    bridge: bool = False


@dataclass(frozen=True)
class MeasuredWays:
    """Packed ways of shape (places, places), and what there is to tell about them.

    Parameters
    ----------
    joins
        Of every place; None where the vehicle can use no road at all.
    unmatched
        Numbers of the closures, among those that were given, that no road answers to.
    """

    ways: Packed
    joins: tuple[Join | None, ...]
    unmatched: tuple[int, ...] = ()


def measure_ways(
    passage: Passage, places: Sequence[Place], closures: Sequence[RoadClosure], *, walking_kmh: float
) -> MeasuredWays:
    """Measure the ways between places, with the given roads closed."""
    snapper = Snapper(passage)
    snaps = snapper.all(places)
    closed = closed_roads(passage.network, closures)
    return MeasuredWays(
        ways=measured(passage, places, snaps, closed, snapper.dry, walking_kmh=walking_kmh),
        joins=tuple(_join(snapper, passage.network, *one) for one in zip(places, snaps, strict=True)),
        unmatched=closed.unmatched,
    )


def _join(snapper: Snapper, network: Network, place: Place, snap: Snap | None) -> Join | None:
    nearest = snap or snapper.nearest(place)
    if nearest is None:
        return None
    afloat = snapper.afloat(place)
    return Join(
        joined=snap is not None,
        walk_m=nearest.walk_m,
        lat=nearest.lat,
        lon=nearest.lon,
        road=network.label(nearest.edge),
        over_water=nearest.over_water,
        water=afloat.water if afloat else "",
        shore_m=afloat.shore_m if afloat else 0.0,
        bridge=bool(nearest.bridge),
    )


def write_ways(made: MeasuredWays, path: Path) -> None:
    """Write measured ways as numpy's archive of arrays."""
    told = {
        "joins": [None if one is None else asdict(one) for one in made.joins],
        "unmatched": made.unmatched,
        "made_by": MEASURED_BY,
    }
    text = np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), dtype=np.uint8)
    with path.open("wb") as opened:
        np.savez_compressed(opened, ways=np.where(made.ways < NO_ROAD, made.ways, -1), told=text)


def read_ways(path: Path, places: int, *, of_any_version: bool) -> MeasuredWays:
    """The measured ways of an archive.

    Parameters
    ----------
    of_any_version
        Whether those that an earlier version measured will do.

    Raises
    ------
    OSError, ValueError, KeyError, TypeError
        If this is not such an archive, or one of another number of places, or of another version.
    """
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as archive:
        ways: Packed = archive["ways"].astype(np.int64)
        told = json.loads(archive["told"].tobytes())
    joins = tuple(None if one is None else Join(**one) for one in told["joins"])
    if ways.shape != (places, places) or len(joins) != places:
        message = "ways between other places"
        raise ValueError(message)
    if told["made_by"] != MEASURED_BY and not of_any_version:
        message = "measured by another version"
        raise ValueError(message)
    return MeasuredWays(np.where(ways < 0, NO_ROAD, ways), joins, tuple(told["unmatched"]))
