"""What travel costs a team, leg by leg, in thousandths of a đồng."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Scenario, Team
from optimizer.travel.matrix import Layer


class Rates(NamedTuple):
    """Cost of a charged metre, of a minute and of a đồng of fare, in thousandths of a đồng."""

    metre: int
    minute: int
    fare_dong: int


def rates_mdong(scenario: Scenario, team: Team) -> Rates:
    """What a team is charged for travel."""
    return Rates(
        metre=scenario.vehicles[team.vehicle].dong_per_km,
        minute=team.officers * scenario.objective.officer_minute_dong * 1000,
        fare_dong=team.officers * 1000,
    )


def legs_mdong(rates: Rates, layer: Layer, legs: tuple[Any, Any]) -> NDArray[np.int64]:
    """Cost of legs; meaningless where there is no road.

    Parameters
    ----------
    legs
        Rows and columns of the matrices, as numpy takes an index.
    """
    return (
        np.asarray(layer.charged_metres[legs], dtype=np.int64) * rates.metre
        + np.asarray(layer.minutes[legs], dtype=np.int64) * rates.minute
        + np.asarray(layer.fare_dong[legs], dtype=np.int64) * rates.fare_dong
    )
