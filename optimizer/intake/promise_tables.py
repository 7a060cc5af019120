"""Pins and recorded work: from a table or a list to forms, with every row's findings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from optimizer.domain.calendar import Horizon
from optimizer.intake.collect import Findings
from optimizer.intake.columns import Columns, table_maps
from optimizer.intake.format import ScenarioForm
from optimizer.intake.paths import locate_table
from optimizer.intake.promises import PinForm, RecordForm
from optimizer.intake.references import Names
from optimizer.intake.sections import Section
from optimizer.intake.tables import read_table
from optimizer.intake.validate import read_row

MOST_PINS, MOST_RECORDS = 20_000, 100_000
PIN_COLUMNS = tuple(name for name in PinForm.model_fields if name != "cases")
RECORD_COLUMNS = tuple(RecordForm.model_fields)
_MEANT_IN_PINS = {
    "to": "team",
    "to cong tac": "team",
    "ngay": "date",
    "ngay hen": "date",
    "diem": "site",
    "ma diem": "site",
    "thon": "site",
    "gio": "start",
    "gio hen": "start",
    "gio bat dau": "start",
}
_MEANT_IN_RECORDS = {
    "ngay": "date",
    "ngay lam": "date",
    "diem": "site",
    "ma diem": "site",
    "thon": "site",
    "thu tuc": "service",
    "ho so": "cases",
    "so ho so": "cases",
    "truong hop": "cases",
    "so truong hop": "cases",
    "so luong": "cases",
}
"""What planners call the columns, folded: for hints only."""

_Row = TypeVar("_Row", bound=Section)


def read_pins(
    folder: Path, form: ScenarioForm, names: Names, horizon: Horizon, findings: Findings
) -> Sequence[PinForm]:
    """The pins, those of a table in the order of its rows."""
    if not isinstance(form.pins, str):
        return form.pins
    services = {service: one.name or service for service, one in form.services.items()}
    columns = Columns(PIN_COLUMNS, ("team", "date", "site"), _MEANT_IN_PINS, services)
    stand_ins = {"team": _some(names.teams), "site": _some(names.sites), "date": horizon.start}
    path = locate_table(folder, form.pins, form.where("pins"), findings)
    return _read(
        path, form.pins, PinForm, columns=columns, most=MOST_PINS, stand_ins=stand_ins, findings=findings
    )


def read_record(
    folder: Path, form: ScenarioForm, names: Names, horizon: Horizon, findings: Findings
) -> Sequence[RecordForm]:
    """The recorded work, that of a table in the order of its rows."""
    if not isinstance(form.record, str):
        return form.record
    columns = Columns(RECORD_COLUMNS, RECORD_COLUMNS, _MEANT_IN_RECORDS)
    stand_ins = {
        "date": horizon.start - timedelta(days=1),
        "site": _some(names.sites),
        "service": _some(names.services),
        "cases": 0,
    }
    path = locate_table(folder, form.record, form.where("record"), findings)
    return _read(
        path,
        form.record,
        RecordForm,
        columns=columns,
        most=MOST_RECORDS,
        stand_ins=stand_ins,
        findings=findings,
    )


def _some(ids: Collection[str] | None) -> str:
    return next(iter(ids or ()), "?")


def _read(
    path: Path | None,
    file: str,
    form: type[_Row],
    *,
    columns: Columns,
    most: int,
    stand_ins: Mapping[str, Any],
    findings: Findings,
) -> Sequence[_Row]:
    table = None if path is None else read_table(path, file, most, findings, heading=columns.required[0])
    rows = None if table is None else table_maps(table, columns, findings)
    by_column = {column: {column: value} for column, value in stand_ins.items()}
    return [read_row(row, form, by_column, findings) for row in rows or ()]
