"""The legs to one site and on from it, for all layers of the travel matrix at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.review.reach import Flags, Ints
from optimizer.travel.matrix import TravelMatrix

Int32s = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Legs:
    """Legs between a site and every place, of shape (layers × places); meaningless where not `is_open`."""

    minutes: Ints
    drive_minutes: Ints
    charged_metres: Ints
    fare_dong: Ints
    is_open: Flags


@dataclass(frozen=True, slots=True)
class SiteRoads:
    """The legs to a site and on from it."""

    to: Legs
    on: Legs


def roads_of(travel: TravelMatrix, place: int) -> SiteRoads:
    """The legs to a site and on from it, by the site's number in the matrix."""
    return SiteRoads(_legs_to(travel, place), _legs_on(travel, place))


def _legs_to(travel: TravelMatrix, place: int) -> Legs:
    """The legs to a site, from place ``p`` in layer ``l`` at ``l × places + p``."""
    return Legs(
        minutes=_flat([layer.minutes[:, place] for layer in travel.layers]),
        drive_minutes=_flat([layer.drive_minutes[:, place] for layer in travel.layers]),
        charged_metres=_flat([layer.charged_metres[:, place] for layer in travel.layers]),
        fare_dong=_flat([layer.fare_dong[:, place] for layer in travel.layers]),
        is_open=np.concatenate([layer.reachable[:, place] for layer in travel.layers]),
    )


def _legs_on(travel: TravelMatrix, place: int) -> Legs:
    """The legs on from a site, to place ``p`` in layer ``l`` at ``l × places + p``."""
    return Legs(
        minutes=_flat([layer.minutes[place] for layer in travel.layers]),
        drive_minutes=_flat([layer.drive_minutes[place] for layer in travel.layers]),
        charged_metres=_flat([layer.charged_metres[place] for layer in travel.layers]),
        fare_dong=_flat([layer.fare_dong[place] for layer in travel.layers]),
        is_open=np.concatenate([layer.reachable[place] for layer in travel.layers]),
    )


def _flat(columns: list[Int32s]) -> Ints:
    return np.concatenate(columns).astype(np.int64)
