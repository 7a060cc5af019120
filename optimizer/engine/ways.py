"""The travel matrix as the kernels read it, and who is near whom."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels import arrays
from optimizer.travel.matrix import TravelMatrix

NEAR_SITES = 120
"""Length of the neighbour lists that ruins walk along."""

NEAR_BEDS = 6
"""Places to sleep listed for every site."""


def leg_minutes(travel: TravelMatrix, order: NDArray[np.intp]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Minutes and driving minutes of every layer, in the order of the instance's places."""
    pick = np.ix_(order, order)
    minutes = np.stack([_masked(layer.minutes, layer.reachable, pick) for layer in travel.layers])
    if all(layer.drive_minutes is layer.minutes for layer in travel.layers):
        return minutes, minutes
    drive = np.stack([_masked(layer.drive_minutes, layer.reachable, pick) for layer in travel.layers])
    return minutes, drive


def leg_metres(travel: TravelMatrix, order: NDArray[np.intp]) -> NDArray[np.int32]:
    """Metres of every layer, in the order of the instance's places."""
    metres = np.stack([layer.metres[np.ix_(order, order)] for layer in travel.layers])
    metres[:, range(len(order)), range(len(order))] = 0
    return metres


def _masked(
    legs: NDArray[np.int32], reachable: NDArray[np.bool_], pick: tuple[NDArray[np.intp], ...]
) -> NDArray[np.int32]:
    masked = np.where(reachable[pick], legs[pick], np.int32(arrays.NO_ROAD_MIN)).astype(np.int32)
    np.fill_diagonal(masked, 0)
    return masked


def neighbours(
    minutes: NDArray[np.int32], first_site: int, beds: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Nearest sites and beds of every site, and the site nearest to every place.

    Parameters
    ----------
    minutes
        The shortest legs of any vehicle and date, so that nothing is far for being cut off once.
    """
    between = minutes[first_site:, first_site:].copy()
    np.fill_diagonal(between, -1)  # a site comes first in its own list, whatever shares its coordinates
    near = np.argsort(between, axis=1, kind="stable")[:, :NEAR_SITES]
    to_beds = minutes[first_site:][:, beds]
    nearest_beds = beds[np.argsort(to_beds, axis=1, kind="stable")[:, :NEAR_BEDS]]
    from_place = minutes[:, first_site:].copy()
    from_place[first_site:] = between
    around = np.argmin(from_place, axis=1)
    return near.astype(np.int64), np.ascontiguousarray(nearest_beds, np.int64), around.astype(np.int64)
