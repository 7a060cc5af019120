"""Officers, their history and kits: from a table or a list to forms, with every row's findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from optimizer.domain.crews import STATIONS
from optimizer.intake.collect import Findings
from optimizer.intake.columns import Columns, table_maps
from optimizer.intake.format import ScenarioForm
from optimizer.intake.officers import HistoryForm, KitForm, OfficerForm
from optimizer.intake.origins import Located
from optimizer.intake.paths import locate_table
from optimizer.intake.scrub import scrub_officers
from optimizer.intake.sections import Section
from optimizer.intake.tables import read_table
from optimizer.intake.validate import read_row

MOST_ROWS = 2_000
OFFICER_COLUMNS = tuple(OfficerForm.model_fields)
HISTORY_COLUMNS = tuple(HistoryForm.model_fields)
KIT_COLUMNS = tuple(KitForm.model_fields)
_MEANT_IN_OFFICERS = {
    "ma": "id",
    "ma can bo": "id",
    "ten": "name",
    "don vi": "unit",
    "ky nang": "skills",
    "cap bac": "level",
    "ngay nghi": "days_off",
    "nghi phep": "days_off",
    "nhiem vu": "duties",
    "nhiem vu khac": "duties",
    "so ngay toi da": "max_days",
}
_MEANT_IN_HISTORY = {
    "ma": "officer",
    "can bo": "officer",
    "ma can bo": "officer",
    "ngay luu dong": "days_away",
    "buoi toi": "evenings",
    "cuoi tuan": "weekends",
    "ngay lien": "in_a_row",
    "nghi den": "rests_until",
}
_MEANT_IN_KITS = {"ma": "id", "loai": "kind", "so luong": "number"}
"""What planners call the columns, folded: for hints only."""

_Row = TypeVar("_Row", bound=Section)


def read_officers(folder: Path, form: ScenarioForm, findings: Findings) -> Sequence[OfficerForm] | None:
    """The officers, those of a table in the order of its rows; None where the table cannot be read."""
    if not isinstance(form.officers, str):
        return form.officers or ()
    columns = Columns(OFFICER_COLUMNS, ("id",), _MEANT_IN_OFFICERS)
    path = locate_table(folder, form.officers, form.where("officers"), findings)
    return _read(path, form.officers, OfficerForm, columns=columns, stand_ins={"id": "?"}, findings=findings)


def read_history(folder: Path, form: ScenarioForm, findings: Findings) -> Sequence[HistoryForm]:
    """What was worked in earlier weeks."""
    if not isinstance(form.history, str):
        return form.history
    columns = Columns(HISTORY_COLUMNS, ("officer",), _MEANT_IN_HISTORY)
    path = locate_table(folder, form.history, form.where("history"), findings)
    stand_ins = {"officer": "?"}
    rows = _read(path, form.history, HistoryForm, columns=columns, stand_ins=stand_ins, findings=findings)
    return rows or ()


def read_kits(folder: Path, form: ScenarioForm, findings: Findings) -> Sequence[KitForm]:
    """The kits that are counted."""
    if not isinstance(form.kits, str):
        return form.kits
    columns = Columns(KIT_COLUMNS, ("id", "kind"), _MEANT_IN_KITS)
    path = locate_table(folder, form.kits, form.where("kits"), findings)
    stand_ins = {"id": "?", "kind": STATIONS}
    rows = _read(path, form.kits, KitForm, columns=columns, stand_ins=stand_ins, findings=findings)
    return rows or ()


def _read(
    path: Path | None,
    file: str,
    form: type[_Row],
    *,
    columns: Columns,
    stand_ins: Mapping[str, Any],
    findings: Findings,
) -> Sequence[_Row] | None:
    table = None if path is None else read_table(path, file, MOST_ROWS, findings, heading=columns.required[0])
    rows: list[Located] | None = None if table is None else table_maps(table, columns, findings)
    if rows is None:
        return None
    if form is OfficerForm:
        scrub_officers(rows, findings)
    by_column = {column: {column: value} for column, value in stand_ins.items()}
    return [read_row(row, form, by_column, findings) for row in rows]
