"""The table of a given travel matrix: millions of rows into five columns of integers.

Rows are taken in blocks.  A block in which every row is right goes through at the speed of
C; only a block with a row that is not is looked at row by row.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np

from optimizer.domain.errors import Where
from optimizer.domain.scenario import LegTable
from optimizer.intake.cleaning import clean_text
from optimizer.intake.collect import Findings
from optimizer.intake.nearest import Hint
from optimizer.intake.tables import table_rows

MOST_LEGS = 10_000_000
MOST_MINUTES = 14_400
MOST_KM = 40_000.0
_BLOCK = 32_768
_REQUIRED = ("from", "to", "minutes", "km")
_EVERY_VEHICLE = -1


@dataclass(slots=True)
class _Legs:
    """The columns so far, and what is known of places and vehicles."""

    file: str
    places: Mapping[str, int]
    vehicles: Mapping[str, int]
    findings: Findings
    origin: array[int] = field(default_factory=lambda: array("i"))
    destination: array[int] = field(default_factory=lambda: array("i"))
    minutes: array[int] = field(default_factory=lambda: array("i"))
    metres: array[int] = field(default_factory=lambda: array("i"))
    vehicle: array[int] = field(default_factory=lambda: array("i"))
    unknown: dict[str, int] = field(default_factory=dict)
    rows_unknown: int = 0


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
    with table_rows(path, file, findings) as rows:
        columns = None if rows is None else _columns(rows, file, findings)
        if rows is None or columns is None:
            return None
        first_row = columns.pop("")
        while block := list(islice(rows, _BLOCK)):
            if not _take_block(legs, block, columns):
                _take_rows(legs, block, columns, first_row)
            first_row += len(block)
            if first_row > MOST_LEGS:
                findings.add("E015", Where(file=file, line=first_row), most=MOST_LEGS)
                break
    _tell_unknown(legs)
    _tell_repeated(legs)
    return LegTable(legs.origin, legs.destination, legs.minutes, legs.metres, legs.vehicle)


def _columns(rows: Iterator[list[str]], file: str, findings: Findings) -> dict[str, int] | None:
    """Place of each column by name, and under "" the number of the first row below the heading."""
    for number, cells in enumerate(islice(rows, 20), start=1):
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
    if not findings.errors:
        findings.add("E006", Where(file=file))
    return None


def _take_block(legs: _Legs, block: Sequence[Sequence[str]], columns: Mapping[str, int]) -> bool:
    """Take a block in which every row is right; False, and nothing taken, otherwise."""
    try:
        by_column = list(zip(*block, strict=True))
        origin = array("i", map(legs.places.__getitem__, by_column[columns["from"]]))
        destination = array("i", map(legs.places.__getitem__, by_column[columns["to"]]))
        minutes = array("i", map(math.ceil, map(float, by_column[columns["minutes"]])))
        kilometres = list(map(float, by_column[columns["km"]]))
        vehicle = array("i", [_EVERY_VEHICLE]) * len(block)
        if "vehicle" in columns:
            numbers = {**legs.vehicles, "": _EVERY_VEHICLE}
            vehicle = array("i", map(numbers.__getitem__, by_column[columns["vehicle"]]))
        metres = array("i", [round(km * 1000) for km in kilometres])
    except (KeyError, IndexError, ValueError, OverflowError):
        return False
    in_range = 0 <= min(minutes) <= max(minutes) <= MOST_MINUTES and 0 <= min(kilometres) <= max(kilometres) <= MOST_KM
    if not in_range or any(map(int.__eq__, origin, destination)):
        return False
    legs.origin.extend(origin)
    legs.destination.extend(destination)
    legs.minutes.extend(minutes)
    legs.metres.extend(metres)
    legs.vehicle.extend(vehicle)
    return True


def _take_rows(
    legs: _Legs, block: Sequence[Sequence[str]], columns: Mapping[str, int], first_row: int
) -> None:
    """Take the rows of a block that are right, and tell of the others."""
    for number, cells in enumerate(block, start=first_row):
        if not any(cells):
            continue
        row = {name: clean_text(cells[at])[0] if at < len(cells) else "" for name, at in columns.items()}
        where = Where(file=legs.file, line=number)
        minutes = _quantity(row["minutes"], MOST_MINUTES)
        km = _quantity(row["km"], MOST_KM)
        vehicle = legs.vehicles.get(row["vehicle"]) if row.get("vehicle") else _EVERY_VEHICLE
        if minutes is None:
            legs.findings.add("E402", Where(legs.file, number, "minutes"), text=row["minutes"], most=MOST_MINUTES)
        if km is None:
            legs.findings.add("E402", Where(legs.file, number, "km"), text=row["km"], most=f"{MOST_KM:g}")
        if vehicle is None:
            legs.findings.add("E403", where, id=row["vehicle"], hint=Hint(row["vehicle"], list(legs.vehicles)))
        unknown = [row[end] for end in ("from", "to") if row[end] not in legs.places]
        for name in unknown:
            if len(legs.unknown) < 1000 or name in legs.unknown:
                legs.unknown.setdefault(name, number)
        legs.rows_unknown += bool(unknown)
        if minutes is None or km is None or vehicle is None or unknown:
            continue
        origin, destination = legs.places[row["from"]], legs.places[row["to"]]
        if origin != destination:
            legs.origin.append(origin)
            legs.destination.append(destination)
            legs.minutes.append(math.ceil(minutes))
            legs.metres.append(round(km * 1000))
            legs.vehicle.append(vehicle)


def _quantity(text: str, most: float) -> float | None:
    """A number from 0 to `most`, or None."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= most else None


def _tell_unknown(legs: _Legs) -> None:
    if legs.unknown:
        name, row = next(iter(legs.unknown.items()))
        known = list(legs.places)
        where = Where(file=legs.file, line=row)
        legs.findings.add(
            "W401",
            where,
            rows=legs.rows_unknown,
            ids=", ".join(list(legs.unknown)[:5]),
            hint=Hint(name, known),
        )


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
