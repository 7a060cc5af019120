"""What a case served now may bring afterwards: the worth of the steps that follow it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from optimizer.domain.scenario import Scenario

if TYPE_CHECKING:
    from optimizer.engine.cells import Cell, CellKey

HOPE = 1.0
"""Share of the worth of a following step that its first step is credited with while plans are built."""


def prospects_mdong(scenario: Scenario, cell: Cell, cells: Mapping[CellKey, Cell]) -> list[float]:
    """Credit for a case of `cell`, by the day on which it is served; 0 where it is too late for what follows.

    Parameters
    ----------
    cells
        Those that somebody can serve.
    """
    days = scenario.horizon.days
    following = cells.get((cell.site.id, cell.then.service)) if cell.then is not None else None
    if cell.then is None or following is None:
        return [0.0] * days
    open_days = [scenario.horizon.day_number(day) for day in scenario.open_dates(cell.site)]
    further = prospects_mdong(scenario, following, cells)
    credit = []
    for day in range(days):
        soonest = min((at for at in open_days if at >= day + cell.then.after_days), default=None)
        credit.append(0.0 if soonest is None else HOPE * (following.mdong + further[soonest]))
    return credit
