"""The rows of return sheets: what a team writes down of what was really done.

Places and services stand in a sheet as a person reads them, with their id in brackets at the end;
whoever adds a row by hand may write the id alone, or a name that only one of them has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from optimizer.domain.calendar import Horizon
from optimizer.domain.errors import Where
from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.intake.cleaning import clean_text, fold
from optimizer.intake.collect import Findings
from optimizer.intake.columns import Columns, table_maps
from optimizer.intake.fields import Cases, Note
from optimizer.intake.nearest import Hint
from optimizer.intake.origins import Located
from optimizer.intake.phrases import Phrase
from optimizer.intake.sections import Section
from optimizer.intake.tables import read_table
from optimizer.intake.times import Date
from optimizer.intake.validate import read_row

RETURN_COLUMNS = ("date", "start", "site", "service", "planned", "cases", "note", "team")
"""Columns of a return sheet from the left, by the names in its lower heading."""

MOST_ROWS = 20_000
_REQUIRED = ("date", "site", "service", "cases", "team")
_MEANT = {"ngay": "date", "diem": "site", "thu tuc": "service", "da lam": "cases", "to": "team"}
_BLANK_IN_SPARE_ROWS = ("date", "site", "service", "cases")
_STAND_INS: Mapping[str, Mapping[str, Any]] = {
    "date": {"date": date(2000, 1, 1)},
    "site": {"site": "?"},
    "service": {"service": "?"},
    "cases": {"cases": 0},
    "team": {"team": "?"},
}


class ReturnForm(Section):
    """One row: how many cases a team served of one service for the people of one site."""

    date: Date
    site: Note
    service: Note
    cases: Cases
    team: Note


@dataclass(frozen=True, slots=True)
class ReturnsRead:
    """What one sheet says: its rows, and how many planned ones were left blank, from which row on."""

    rows: tuple[ReturnForm, ...]
    blank: int
    first_blank: int | None


def site_label(site: Site) -> str:
    """``"Xóm Bưa Sen, Nánh Nghê [bua-sen]"``."""
    named = f"{site.name}, {site.commune}" if site.commune and site.commune not in site.name else site.name
    return f"{named} [{site.id}]"


def service_label(service: Service) -> str:
    """``"Cấp CCCD gắn chip [cccd]"``."""
    return f"{service.name} [{service.id}]"


class Labels:
    """Finds the ids that labels, ids and names of one scenario stand for."""

    def __init__(self, scenario: Scenario) -> None:
        self._known = {
            "site": _known({one.id: (site_label(one), one.name) for one in scenario.sites.values()}),
            "service": _known({one.id: (service_label(one), one.name) for one in scenario.services.values()}),
            "team": _known({one.id: (one.id, one.name) for one in scenario.teams.values()}),
        }
        self._ids = {
            "site": list(scenario.sites),
            "service": list(scenario.services),
            "team": list(scenario.teams),
        }

    def id_of(self, kind: str, written: str, where: Where, findings: Findings) -> str | None:
        """The id that is meant; None after a finding."""
        text = clean_text(written)[0]
        found = self._known[kind].get(text) or self._known[kind].get(fold(text))
        if found is None and text.endswith("]") and "[" in text:
            inside = text[text.rindex("[") + 1 : -1]
            found = inside if inside in self._ids[kind] else None
        if found is None:
            hint = Hint(text, self._ids[kind])
            findings.add("E301", where, kind=Phrase(f"kind.{kind}"), id=text, hint=hint)
        return found


def _known(named: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Ids by themselves, by label, and by folded name where only one has it; an id goes before all."""
    by_name: dict[str, list[str]] = {}
    for one, (_, name) in named.items():
        by_name.setdefault(fold(clean_text(name)[0]), []).append(one)
    return {
        **{name: ids[0] for name, ids in by_name.items() if len(ids) == 1},
        **{clean_text(label)[0]: one for one, (label, _) in named.items()},
        **{one: one for one in named},
    }


def read_returns(path: Path, file: str, scenario: Scenario, findings: Findings) -> ReturnsRead | None:
    """The rows of a sheet that were filled in, or None where it cannot be read as a whole.

    Parameters
    ----------
    file
        What findings call the file.
    """
    table = read_table(path, file, MOST_ROWS, findings, heading="date")
    columns = Columns(RETURN_COLUMNS, _REQUIRED, _MEANT)
    rows = None if table is None else table_maps(table, columns, findings)
    if rows is None:
        return None
    labels = Labels(scenario)
    read: list[ReturnForm] = []
    blank: list[int | None] = []
    for row in rows:
        if not any(row.get(column) for column in _BLANK_IN_SPARE_ROWS):
            continue
        if "cases" not in row:
            blank.append(row.origin.where(()).line)
            continue
        form = _row(row, labels, scenario.horizon, findings)
        if form is not None:
            read.append(form)
    return ReturnsRead(tuple(read), len(blank), blank[0] if blank else None)


def _row(row: Located, labels: Labels, horizon: Horizon, findings: Findings) -> ReturnForm | None:
    """A row with the ids that are meant; None after findings for every cell that does not fit."""
    before = findings.errors
    written = Located({column: row[column] for column in _REQUIRED if column in row})
    written.origin = row.origin
    form = read_row(written, ReturnForm, _STAND_INS, findings)
    # Where a cell was told of, something stands in its place that nobody wrote.
    sound = {column for column in _REQUIRED if written.get(column) == row.get(column)}
    ids: dict[str, str | None] = {
        kind: labels.id_of(kind, getattr(form, kind), form.where(kind), findings)
        for kind in ("site", "service", "team")
        if kind in sound
    }
    if "date" in sound and form.date not in horizon:
        findings.add("E801", form.where("date"), date=form.date, start=horizon.start, end=horizon.end)
    return None if findings.errors > before else form.model_copy(update=ids)
