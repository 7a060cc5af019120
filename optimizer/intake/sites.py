"""The sites: from a table or a list to forms, with every row's findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.errors import Where
from optimizer.domain.scenario import Site
from optimizer.intake.collect import Findings
from optimizer.intake.columns import Columns, table_maps
from optimizer.intake.items import SiteForm
from optimizer.intake.origins import Located
from optimizer.intake.references import Ids, ids_written
from optimizer.intake.scrub import scrub_sites
from optimizer.intake.tables import read_table
from optimizer.intake.validate import read_row

MOST_SITES = 20_000
SITE_COLUMNS = tuple(name for name in SiteForm.model_fields if name != "cases")
_REQUIRED = ("id", "lat", "lon")
_SOMEWHERE = {"lat": 16.0, "lon": 107.0}
"""In the middle of Vietnam, where no check of coordinates has anything to say."""
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
    table = read_table(path, file, MOST_SITES, findings, heading="id")
    columns = Columns(SITE_COLUMNS, _REQUIRED, _MEANT, services, with_cases=True)
    rows = None if table is None else table_maps(table, columns, findings)
    if rows is None:
        return None
    if not rows:
        findings.add("E205", Where(file=file))
    renamed = scrub_sites(rows, findings)
    ids = ids_written(rows)
    return SitesRead([_form(row, findings) for row in rows], ids, renamed)


def _form(row: Located, findings: Findings) -> SiteForm:
    nameless = {"id": f"? {row.origin.where(()).line}"}
    stand_ins: dict[str, Mapping[str, object]] = {"id": nameless, "lat": _SOMEWHERE, "lon": _SOMEWHERE}
    return read_row(row, SiteForm, stand_ins, findings)


def scrub_sites_list(document: Located, findings: Findings) -> Mapping[str, str]:
    """Replace persons in sites written inline; the codes by replaced id."""
    written = document.get("sites")
    rows = [row for row in written if isinstance(row, Located)] if isinstance(written, list) else []
    return scrub_sites(rows, findings)


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
