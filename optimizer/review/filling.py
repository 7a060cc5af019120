"""What to serve in the station-minutes that a visit has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from optimizer.review.served import Cell
from optimizer.review.stays import Cases
from optimizer.review.wanted import Wanted


def best_filling(
    asked: Wanted, wanted: Iterable[Wanted], *, most: Mapping[Cell, int], capacity_min: int
) -> Cases:
    """The more valuable of two ways to use a visit for at least one case of `asked`.

    Either as much of it as fits, or one case of it and then whatever is worth most per minute.

    Parameters
    ----------
    wanted
        What the team could serve there, `asked` among it.
    most
        How many cases of each cell may be served on the date; `asked` has at least one.
    capacity_min
        Station-minutes, enough for one case.
    """
    worth = {one.cell: one.worth_mdong for one in wanted}
    ways = _fillings(asked, wanted, most=most, capacity_min=capacity_min)
    return max(ways, key=lambda cases: sum(count * worth[cell] for cell, count in cases.items()))


def densest_first(wanted: Iterable[Wanted]) -> list[Wanted]:
    """By what a case is worth per station-minute, the most first; none that costs more than it is worth."""
    worthy = [one for one in wanted if one.worth_mdong >= 0]
    return sorted(worthy, key=lambda one: one.worth_mdong / one.minutes)[::-1]


def _fillings(
    asked: Wanted, wanted: Iterable[Wanted], *, most: Mapping[Cell, int], capacity_min: int
) -> Iterator[Cases]:
    as_many = min(capacity_min // asked.minutes, most[asked.cell])
    yield {asked.cell: as_many if asked.worth_mdong >= 0 else 1}
    mixed = {asked.cell: 1}
    spare_min = capacity_min - asked.minutes
    for other in densest_first(wanted):
        have = mixed.get(other.cell, 0)
        more = min(spare_min // other.minutes, most.get(other.cell, 0) - have)
        if more > 0:
            mixed[other.cell] = have + more
            spare_min -= more * other.minutes
    yield mixed
