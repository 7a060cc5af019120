"""The table of a given travel matrix: millions of rows into five columns of integers.

Rows are taken in blocks.  A block in which every number is right goes through at the speed of
C; only a block with one that is not is looked at row by row.
"""

from __future__ import annotations

import gc
import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.errors import Where
from optimizer.domain.scenario import LegTable
from optimizer.intake.cleaning import clean_text
from optimizer.intake.collect import Findings
from optimizer.intake.nearest import Hint
from optimizer.intake.tables import table_rows

MOST_LEGS = 10_000_000
MOST_MINUTES = 14_400
MOST_KM = 40_000.0
_MOST_BAD_ROWS = 10_000
_BLOCK = 4_096
_REQUIRED = ("from", "to", "minutes", "km")
_ROWS_BEFORE_HEADING = 20
_UNKNOWN, _EVERY_VEHICLE = -2, -1
_COLUMNS = ("origin", "destination", "minutes", "metres", "vehicle")


def _empty() -> array[int]:
    return array("i")


@dataclass(slots=True)
class _Legs:
    """The columns so far, and what is known of places and vehicles."""

    file: str
    places: Mapping[str, int]
    vehicles: Mapping[str, int]
    findings: Findings
    origin: array[int] = field(default_factory=_empty)
    destination: array[int] = field(default_factory=_empty)
    minutes: array[int] = field(default_factory=_empty)
    metres: array[int] = field(default_factory=_empty)
    vehicle: array[int] = field(default_factory=_empty)
    unknown: dict[str, int] = field(default_factory=dict)
    rows_unknown: int = 0
    rows_bad: int = 0


def read_legs(
    path: Path, file: str, places: Mapping[str, int], vehicles: Mapping[str, int], findings: Findings
) -> LegTable | None:
    """The legs of a table ``from,to,minutes,km[,vehicle]``, or None where it has no such columns.

    Minutes with a fraction are rounded up, kilometres to the metre.  Legs from a place to
    itself are left out, and so are those of places that the scenario does not have.

    Parameters
    ----------
    places
        Number of each place by the id that the table knows it by.
    vehicles
        Number of each vehicle by its id.
    """
    legs = _Legs(file, places, vehicles, findings)
    with _no_collecting(), table_rows(path, file, findings) as rows:
        columns = None if rows is None else _columns(rows, file, findings)
        if rows is None or columns is None:
            return None
        first_row = columns.pop("")
        while block := list(islice(rows, _BLOCK)):
            if not _take_block(legs, block, columns, first_row):
                _take_rows(legs, block, columns, first_row)
            first_row += len(block)
            if first_row > MOST_LEGS:
                findings.add("E015", Where(file=file, line=first_row), most=MOST_LEGS)
                break
            if legs.rows_bad > _MOST_BAD_ROWS:
                findings.add("E405", Where(file=file, line=first_row), rows=legs.rows_bad)
                break
    _tell_unknown(legs)
    _tell_repeated(legs)
    _tell_unreached(legs)
    return LegTable(legs.origin, legs.destination, legs.minutes, legs.metres, legs.vehicle)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without looking for cycles of garbage, which rows of text cannot form: a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _columns(rows: Iterable[list[str]], file: str, findings: Findings) -> dict[str, int] | None:
    """Place of each column by name, and under "" the number of the first row below the heading."""
    before = findings.errors
    for number, cells in enumerate(islice(rows, _ROWS_BEFORE_HEADING), start=1):
        heading = [clean_text(cell)[0].casefold() for cell in cells]
        if not any(heading):
            continue
        lacking = [name for name in _REQUIRED if name not in heading]
        for name in lacking:
            findings.add("E201", Where(file=file), column=name, columns=", ".join(filter(None, heading)))
        known = (*_REQUIRED, "vehicle")
        for name in heading:
            if name and name not in known:
                findings.add("W201", Where(file=file, column=name), column=name, hint=Hint(name, known))
        if lacking:
            return None
        return {"": number + 1, **{name: heading.index(name) for name in known if name in heading}}
    if findings.errors == before:
        findings.add("E006", Where(file=file))
    return None


def _take_block(
    legs: _Legs, block: Sequence[Sequence[str]], columns: Mapping[str, int], first_row: int
) -> bool:
    """Take a block in which every number is right; False, and nothing taken, otherwise."""
    try:
        by_column = list(zip(*block, strict=True))
        minutes = array("i", map(math.ceil, map(float, by_column[columns["minutes"]])))
        metres = array("i", [round(1000 * km) for km in map(float, by_column[columns["km"]])])
        vehicle = array("i", [_EVERY_VEHICLE]) * len(block)
        if "vehicle" in columns:
            numbers = {**legs.vehicles, "": _EVERY_VEHICLE}
            vehicle = array("i", map(numbers.__getitem__, by_column[columns["vehicle"]]))
    except (KeyError, IndexError, ValueError, OverflowError):
        return False
    if min(*minutes, 0) < 0 or max(minutes) > MOST_MINUTES or min(metres) < 0 or max(metres) > MOST_KM * 1000:
        return False
    origin = _numbers(legs, by_column[columns["from"]], first_row)
    destination = _numbers(legs, by_column[columns["to"]], first_row)
    _keep(legs, (origin, destination, minutes, metres, vehicle))
    return True


def _numbers(legs: _Legs, written: Sequence[str], first_row: int) -> array[int]:
    """Numbers of places; those that the scenario does not have are noted."""
    numbers = array("i", map(legs.places.get, written, repeat(_UNKNOWN)))
    if _UNKNOWN in numbers:
        for at, number in enumerate(numbers):
            if number == _UNKNOWN:
                numbers[at] = _number(legs, clean_text(written[at])[0], first_row + at)
    return numbers


def _number(legs: _Legs, place: str, row: int) -> int:
    number = legs.places.get(place)
    if number is not None:
        return number
    if len(legs.unknown) < 1000:
        legs.unknown.setdefault(place, row)
    return _UNKNOWN


def _keep(legs: _Legs, columns: Sequence[array[int]]) -> None:
    """Append the legs between two different places of the scenario."""
    origin, destination = (np.frombuffer(column, dtype=np.intc) for column in columns[:2])
    known: NDArray[np.bool_] = (origin != _UNKNOWN) & (destination != _UNKNOWN)
    legs.rows_unknown += int(known.size - np.count_nonzero(known))
    kept = known & (origin != destination)
    for name, column in zip(_COLUMNS, columns, strict=True):
        if not kept.all():
            column = array("i", np.frombuffer(column, dtype=np.intc)[kept].tobytes())  # noqa: PLW2901
        getattr(legs, name).extend(column)


def _take_rows(
    legs: _Legs, block: Sequence[Sequence[str]], columns: Mapping[str, int], first_row: int
) -> None:
    """Take the rows of a block that are right, and tell of the others."""
    taken: list[tuple[int, int, int, int, int]] = []
    for number, cells in enumerate(block, start=first_row):
        if not any(cells):
            continue
        row = {name: clean_text(cells[at])[0] if at < len(cells) else "" for name, at in columns.items()}
        minutes = _quantity(legs, row["minutes"], MOST_MINUTES, Where(legs.file, number, "minutes"))
        km = _quantity(legs, row["km"], MOST_KM, Where(legs.file, number, "km"))
        vehicle = legs.vehicles.get(row["vehicle"]) if row.get("vehicle") else _EVERY_VEHICLE
        if vehicle is None:
            where = Where(legs.file, number, "vehicle")
            legs.findings.add(
                "E403", where, id=row["vehicle"], hint=Hint(row["vehicle"], list(legs.vehicles))
            )
        if minutes is None or km is None or vehicle is None:
            legs.rows_bad += 1
            continue
        ends = _number(legs, row["from"], number), _number(legs, row["to"], number)
        taken.append((*ends, math.ceil(minutes), round(km * 1000), vehicle))
    if taken:
        _keep(legs, [array("i", column) for column in zip(*taken, strict=True)])


def _quantity(legs: _Legs, text: str, most: float, where: Where) -> float | None:
    """A number from 0 to `most`, or None after a finding."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if 0 <= number <= most:
        return number
    legs.findings.add("E402", where, text=text, most=f"{most:g}")
    return None


def _tell_unknown(legs: _Legs) -> None:
    if legs.unknown:
        name, row = next(iter(legs.unknown.items()))
        values = {"rows": legs.rows_unknown, "ids": ", ".join(list(legs.unknown)[:5])}
        hint = Hint(name, list(legs.places))
        legs.findings.add("W401", Where(file=legs.file, line=row), hint=hint, **values)


def _tell_repeated(legs: _Legs) -> None:
    if not legs.origin:
        return
    count, vehicles = len(legs.places), len(legs.vehicles) + 1
    keys = np.frombuffer(legs.origin, dtype=np.intc).astype(np.int64) * count
    keys += np.frombuffer(legs.destination, dtype=np.intc)
    keys *= vehicles
    keys += np.frombuffer(legs.vehicle, dtype=np.intc)
    keys.sort()
    repeated = keys[1:][keys[1:] == keys[:-1]]
    if repeated.size:
        pair = (int(repeated[0]) + 1) // vehicles
        names = {number: name for name, number in legs.places.items()}
        values = {"origin": names[pair // count], "destination": names[pair % count]}
        legs.findings.add("E404", Where(file=legs.file), count=int(repeated.size), **values)


def _tell_unreached(legs: _Legs) -> None:
    if legs.findings.errors:  # places may be unreached for rows that are told of already
        return
    reached = np.zeros(max(legs.places.values(), default=-1) + 1, dtype=np.bool_)
    reached[np.frombuffer(legs.destination, dtype=np.intc)] = True
    lost = [place for place, number in legs.places.items() if not reached[number]]
    if lost:
        legs.findings.add("W402", Where(file=legs.file), count=len(lost), ids=", ".join(lost[:5]))
