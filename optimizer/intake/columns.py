"""A table's columns by what they mean, and its rows as maps that forms read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from optimizer.domain.errors import Where
from optimizer.intake.cleaning import fold
from optimizer.intake.collect import Findings
from optimizer.intake.nearest import Hint
from optimizer.intake.origins import Located, RowOrigin
from optimizer.intake.persons import masked_heading
from optimizer.intake.scrub import scrub_column
from optimizer.intake.tables import Table


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of one kind of table may be.

    Parameters
    ----------
    names
        Columns with a meaning of their own.
    required
        Those of them that must be there.
    meant
        What planners call them, folded, for hints only.
    services
        Services, each with a column of cases, by id, with their names for people.
    with_cases
        Whether a service's column must be there.
    """

    names: Sequence[str]
    required: Sequence[str]
    meant: Mapping[str, str]
    services: Mapping[str, str] = field(default_factory=dict)
    with_cases: bool = False

    @property
    def known(self) -> Sequence[str]:
        """Every column that is read; where a service has the id of another column, that one."""
        return [*self.names, *(service for service in self.services if service not in self.names)]


def table_maps(table: Table, columns: Columns, findings: Findings) -> list[Located] | None:
    """The rows by column, cases of services under ``cases``; None if a required column is not there."""
    places = _places(table, columns, findings)
    if places is None:
        return None
    _tell_overlong(table, findings)
    return [_row(table.file, columns, places, number, cells) for number, cells in table.rows]


def _places(table: Table, columns: Columns, findings: Findings) -> dict[int, str] | None:
    """What each column holds, by its place."""
    known = columns.known
    by_case = {name.casefold(): name for name in reversed(known)}
    places: dict[int, str] = {}
    heading_row = Where(file=table.file)
    for at, heading in enumerate(table.heading):
        name = heading if heading in known else by_case.get(heading.casefold())
        if name is None:
            _unknown_column(table, at, columns, findings)
        elif name in places.values():
            findings.add("E202", Where(file=table.file, column=heading), column=heading)
        else:
            places[at] = name
    found = set(places.values())
    lacking = [name for name in columns.required if name not in found]
    for name in lacking:
        findings.add("E201", heading_row, column=name, columns=_said(table.heading))
    services = columns.services
    if columns.with_cases and services and not found & set(services):
        findings.add("E203", heading_row, services=", ".join(services), columns=_said(table.heading))
    return None if lacking else places


def _said(heading: Sequence[str]) -> str:
    return ", ".join(masked_heading(name) for name in heading if name)


def _unknown_column(table: Table, at: int, columns: Columns, findings: Findings) -> None:
    heading = table.heading[at]
    values = [(number, cells[at]) for number, cells in table.rows if at < len(cells) and cells[at]]
    if not heading:
        if values:
            findings.add("W203", Where(file=table.file, line=values[0][0]), columns=len(table.heading))
        return
    said = masked_heading(heading)
    where = Where(file=table.file, column=said)
    told = scrub_column(heading, values, where, findings)
    if not told:
        folded = " ".join(re.sub(r"[\W_]+", " ", fold(heading)).split())
        by_name = {fold(name): service for service, name in columns.services.items()}
        meant = by_name.get(fold(heading)) or columns.meant.get(folded, heading)
        findings.add("W201", where, column=said, hint=Hint(meant, columns.known))


def _tell_overlong(table: Table, findings: Findings) -> None:
    # A note beside a sheet is harmless; in a CSV an unquoted comma has moved every cell.
    code, width = "W203" if table.is_workbook else "E204", len(table.heading)
    for number, cells in table.rows:
        if any(cells[width:]):
            findings.add(code, Where(file=table.file, line=number), columns=width)


def _row(
    file: str, columns: Columns, places: Mapping[int, str], number: int, cells: Sequence[str]
) -> Located:
    row = Located()
    row.origin = RowOrigin(file, number)
    cases: dict[str, str] = {}
    for at, name in places.items():
        cell = cells[at] if at < len(cells) else ""
        if name in columns.names and cell:
            row[name] = cell
        elif name not in columns.names and cell not in ("", "-"):
            cases[name] = cell
    if cases:
        row["cases"] = cases
    return row
