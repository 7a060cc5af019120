"""The sites: from a table or a list to forms, with every row's findings."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.errors import Where
from optimizer.domain.scenario import Site
from optimizer.intake.cleaning import fold
from optimizer.intake.collect import Findings
from optimizer.intake.items import SiteForm
from optimizer.intake.nearest import Hint
from optimizer.intake.origins import Located, RowOrigin
from optimizer.intake.persons import masked_heading
from optimizer.intake.references import Ids, ids_written
from optimizer.intake.scrub import scrub_column, scrub_sites
from optimizer.intake.tables import Table, read_table
from optimizer.intake.validate import read_site_row

MOST_SITES = 20_000
SITE_COLUMNS = tuple(name for name in SiteForm.model_fields if name != "cases")
_REQUIRED = ("id", "lat", "lon")
_MEANT = {
    "ma": "id",
    "ten": "name",
    "thon": "name",
    "xa": "commune",
    "phuong": "commune",
    "ten thon": "name",
    "ten ban": "name",
    "ten xom": "name",
    "ten diem": "name",
    "ma diem": "id",
    "gio": "hours",
    "khung gio": "hours",
    "gio gap dan": "hours",
    "thieu": "lacks",
    "con thieu": "lacks",
    "xa phuong": "commune",
    "ten xa": "commune",
    "ky nang": "requires",
    "phuong tien": "vehicles",
    "ngay bat dau": "release",
    "huyen": "district",
    "vi do": "lat",
    "latitude": "lat",
    "kinh do": "lon",
    "longitude": "lon",
    "lng": "lon",
    "uu tien": "priority",
    "han chot": "deadline",
}
"""What planners call the columns, folded: for hints only."""


@dataclass(frozen=True, slots=True)
class SitesRead:
    """The sites that could be read, and every id that is written.

    `ids` is None where the sites could not be read; `renamed` are ids that named persons, with
    the codes that stand for them.
    """

    forms: Sequence[SiteForm]
    ids: Ids
    renamed: Mapping[str, str]


def read_sites_table(
    path: Path, file: str, services: Mapping[str, str], findings: Findings
) -> SitesRead | None:
    """The sites of a table, or None where the table as a whole cannot be read.

    `services` are the names for people of the services, by id.
    """
    table = read_table(path, file, MOST_SITES, findings)
    if table is None:
        return None
    columns = _columns(table, services, findings)
    if columns is None:
        return None
    rows = [_row(table, columns, number, cells, findings) for number, cells in table.rows]
    if not rows:
        findings.add("E205", Where(file=file))
    renamed = scrub_sites(rows, findings)
    ids = ids_written(rows)
    return SitesRead([read_site_row(row, findings) for row in rows], ids, renamed)


def scrub_sites_list(document: Located, findings: Findings) -> Mapping[str, str]:
    """Replace persons in sites written inline; the codes by replaced id."""
    written = document.get("sites")
    rows = [row for row in written if isinstance(row, Located)] if isinstance(written, list) else []
    return scrub_sites(rows, findings)


def _columns(table: Table, services: Mapping[str, str], findings: Findings) -> dict[int, str] | None:
    """What each column holds, by its place; None if one that is required is not there."""
    known = [*SITE_COLUMNS, *services]
    by_case = {name.casefold(): name for name in reversed(known)}
    columns: dict[int, str] = {}
    heading_row = Where(file=table.file)
    for at, heading in enumerate(table.heading):
        name = heading if heading in known else by_case.get(heading.casefold())
        if name is None:
            _unknown_column(table, at, known, services, findings)
        elif name in columns.values():
            findings.add("E202", Where(file=table.file, column=heading), column=heading)
        else:
            columns[at] = name
    found = set(columns.values())
    lacking = [name for name in _REQUIRED if name not in found]
    for name in lacking:
        findings.add("E201", heading_row, column=name, columns=_said(table.heading))
    if services and not found & set(services):
        findings.add("E203", heading_row, services=", ".join(services), columns=_said(table.heading))
    return None if lacking else columns


def _said(heading: Sequence[str]) -> str:
    return ", ".join(masked_heading(name) for name in heading if name)


def _unknown_column(
    table: Table, at: int, known: Collection[str], services: Mapping[str, str], findings: Findings
) -> None:
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
        by_name = {fold(name): service for service, name in services.items()}
        meant = by_name.get(fold(heading)) or _MEANT.get(folded, heading)
        findings.add("W201", where, column=said, hint=Hint(meant, known))


def _row(
    table: Table, columns: dict[int, str], number: int, cells: Sequence[str], findings: Findings
) -> Located:
    row = Located()
    row.origin = RowOrigin(table.file, number)
    cases: dict[str, str] = {}
    for at, cell in enumerate(cells):
        name = columns.get(at)
        if not cell:
            continue
        if at >= len(table.heading):
            # A note beside a sheet is harmless; in a CSV an unquoted comma has moved every cell.
            code = "W203" if table.is_workbook else "E204"
            findings.add(code, Where(file=table.file, line=number), columns=len(table.heading))
            break
        if name in SITE_COLUMNS:
            row[name] = cell
        elif name is not None and cell != "-":
            cases[name] = cell
    row["cases"] = cases
    return row


def make_site(form: SiteForm) -> Site:
    """The site of the domain; services without outstanding cases are left out."""
    return Site(
        id=form.id,
        name=form.name or form.id,
        lat=form.lat,
        lon=form.lon,
        commune=form.commune,
        cases={service: count for service, count in form.cases.items() if count},
        hours=form.hours,
        lacks=form.lacks,
        requires=form.requires,
        lodging=form.lodging,
        priority=form.priority,
        release=form.release,
        deadline=form.deadline,
        setup_minutes=form.setup_minutes,
        vehicles=form.vehicles,
        max_teams=form.max_teams,
    )
