"""Places over which a way is cheaper than its direct leg."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from optimizer.engine.kernels.arrays import NO_ROAD_MIN, entry


@entry
def find_waypoints(
    minutes: NDArray[np.int32], cost: NDArray[np.int32], first_site: int, found: NDArray[np.bool_]
) -> None:
    """Mark the sites over which some way is cheaper, in money, than its direct leg."""
    places = len(minutes)
    for i in range(len(found)):
        z = first_site + i
        found[i] = False
        for x in range(places):
            if x == z or found[i] or minutes[x, z] >= NO_ROAD_MIN:
                continue
            for y in range(places):
                if y != z and minutes[z, y] < NO_ROAD_MIN and cost[x, z] + cost[z, y] < cost[x, y]:
                    found[i] = True
                    break
