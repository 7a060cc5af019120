"""Cells and slots as arrays: what may be drawn on each day, and who draws on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Scenario, Shuttle
from optimizer.engine.cells import Cell, CellKey, Slot, most_away
from optimizer.engine.hosts import Host
from optimizer.engine.prospects import prospects_mdong

NO_END = 1 << 40
"""Cases in the stock that never runs out."""


class Demand(NamedTuple):
    """The arrays of the same names in `Problem`."""

    slot: NDArray[np.int64]
    stock: NDArray[np.int64]
    supply: NDArray[np.int64]
    user: NDArray[np.int64]
    first_user: NDArray[np.int64]
    value: NDArray[np.float64]
    density: NDArray[np.float64]
    certain: NDArray[np.float64]
    appeal: NDArray[np.float64]
    outstanding: NDArray[np.int64]


def demand(scenario: Scenario, hosts: Sequence[Host]) -> Demand:
    """Slots host by host; stocks: the cells in use, then the limits away from home, then the endless one."""
    cells = {slot.cell.key: slot.cell for host in hosts for slot in host.slots}
    number = {key: c for c, key in enumerate(cells)}
    stocks = [_cell_row(scenario, cell, number) for cell in cells.values()]
    supply = [_supply(scenario, cell) for cell in cells.values()]
    days = scenario.horizon.days
    limits: dict[tuple[CellKey, Shuttle | bool], int] = {}
    for host in hosts:
        for slot in host.slots:
            key = slot.cell.key, slot.away
            if slot.away is not False and key not in limits:
                limits[key] = len(stocks)
                stocks.append((0, days - 1, 0, -1, 0))
                supply.append([most_away(scenario, slot)] * days)
    endless = len(stocks)
    stocks.append((0, days - 1, 0, -1, 0))
    supply.append([NO_END] * days)
    rows = [
        (
            number[slot.cell.key],
            limits.get((slot.cell.key, slot.away), endless),
            slot.cell.minutes,
            host.least(slot),
            at,
        )
        for at, host in enumerate(hosts)
        for slot in host.slots
    ]
    slot_rows = np.array(rows, np.int64)
    of_cell = slot_rows[:, 0]
    flat: list[Slot] = [slot for host in hosts for slot in host.slots]
    value = np.array([slot.mdong for slot in flat], np.float64)
    certain = np.repeat(value[:, None], days, axis=1)
    appeal = certain + [prospects_mdong(scenario, slot.cell, cells) for slot in flat]
    return Demand(
        slot=slot_rows,
        stock=np.array(stocks, np.int64),
        supply=np.array(supply, np.int64),
        user=np.argsort(of_cell, kind="stable"),
        first_user=np.searchsorted(np.sort(of_cell), np.arange(len(cells) + 1)),
        value=value,
        density=appeal[:, 0] / slot_rows[:, 2],
        certain=certain,
        appeal=appeal,
        outstanding=np.array([cell.outstanding for cell in cells.values()], np.int64),
    )


def _cell_row(scenario: Scenario, cell: Cell, number: dict[CellKey, int]) -> tuple[int, ...]:
    """A row of `Problem.stock`."""
    days = [scenario.horizon.day_number(day) for day in scenario.open_dates(cell.site)]
    following, after = -1, 0
    if cell.then is not None:
        following = number.get((cell.site.id, cell.then.service), -1)
        after = cell.then.after_days
    return min(days), max(days), _grows(scenario, cell), following, after


def _grows(scenario: Scenario, cell: Cell) -> bool:
    """Do cases become outstanding after the first date?"""
    return cell.follows or any(day > scenario.horizon.start for day in cell.due)


def _supply(scenario: Scenario, cell: Cell) -> list[int]:
    """What may be drawn on each day; if it grows, what has become due until then."""
    open_dates, dates = scenario.open_dates(cell.site), tuple(scenario.horizon.dates())
    if _grows(scenario, cell):
        return [sum(cases for due, cases in cell.due.items() if due <= day) for day in dates]
    whole = sum(cell.due.values())
    return [whole if day in open_dates else 0 for day in dates]
