"""What stands before planning begins: visits promised, work recorded, the plan handed out earlier."""

from __future__ import annotations

from typing import Annotated

from optimizer.intake.fields import Cases, Id, Name
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Clock, Date


class PinForm(Section):
    """A visit already promised, which must be in the plan; as a row of a table, each service is a column."""

    team: Id = about("schema.pin.team")
    date: Date = about("schema.pin.date")
    site: Id = about("schema.pin.site")
    start: Clock | None = about("schema.pin.start", None)
    cases: dict[Id, Cases] = about("schema.pin.cases", {}, unit="cases")


class RecordForm(Section):
    """Work done before the first date, from which follow-ups are outstanding."""

    date: Date = about("schema.record.date")
    site: Id = about("schema.record.site")
    service: Id = about("schema.record.service")
    cases: Cases = about("schema.record.cases", unit="cases")


class EarlierForm(Section):
    """The plan that was handed out and is now made anew."""

    plan: Name = about("schema.earlier.plan")
    freeze_until: Date | None = about("schema.earlier.freeze_until", None)


PinsSource = Annotated[TableFile | Annotated[tuple[PinForm, ...], InList], FileOrList]
RecordSource = Annotated[TableFile | Annotated[tuple[RecordForm, ...], InList], FileOrList]
