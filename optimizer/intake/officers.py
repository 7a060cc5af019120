"""Officers, what they do besides and what they worked before: the keys of each."""

from __future__ import annotations

from typing import Annotated

from optimizer.intake.fields import Id, Name, Tag, Tags, Whole
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Date, Dates, Windows


class OfficerForm(Section):
    """An officer, known by a code; as a row of a table too."""

    id: Id = about("schema.officer.id")
    name: Name | None = about("schema.officer.name", None)
    unit: Name = about("schema.officer.unit", "")
    skills: Tags = about("schema.officer.skills", frozenset())
    level: Whole = about("schema.officer.level", 0, ge=0, le=100)
    days_off: Dates = about("schema.officer.days_off", ())
    duties: Tags = about("schema.officer.duties", frozenset())
    max_days: Whole | None = about("schema.officer.max_days", None, unit="days", ge=0, le=62)


class DutyForm(Section):
    """What keeps officers from teams and posts at its times."""

    name: Name | None = about("schema.duty.name", None)
    when: dict[str, Windows] = about("schema.duty.when")


class HistoryForm(Section):
    """What an officer worked in earlier weeks."""

    officer: Id = about("schema.history.officer")
    days_away: Whole = about("schema.history.days_away", 0, unit="days", ge=0, le=10_000)
    evenings: Whole = about("schema.history.evenings", 0, ge=0, le=10_000)
    weekends: Whole = about("schema.history.weekends", 0, unit="days", ge=0, le=10_000)
    in_a_row: Whole = about("schema.history.in_a_row", 0, unit="days", ge=0, le=366)
    rests_until: Date | None = about("schema.history.rests_until", None)


class RestForm(Section):
    """Limits of an officer's working dates, with a team or at a post."""

    days_in_a_row: Whole | None = about("schema.rest.days_in_a_row", None, unit="days", ge=1, le=62)
    days_a_week: Whole | None = about("schema.rest.days_a_week", None, unit="days", ge=1, le=7)
    after_nights: Whole = about("schema.rest.after_nights", 0, unit="days", ge=0, le=14)


class FairnessForm(Section):
    """Points of an officer's first day away, evening and weekend; the n-th weighs n times as much."""

    day_away: Whole = about("schema.fairness.day_away", 1, ge=0, le=1000)
    evening: Whole = about("schema.fairness.evening", 1, ge=0, le=1000)
    weekend: Whole = about("schema.fairness.weekend", 2, ge=0, le=1000)


class KitForm(Section):
    """How many there are of something that teams use."""

    id: Id = about("schema.kit.id")
    kind: Tag = about("schema.kit.kind")
    number: Whole = about("schema.kit.number", 1, ge=0, le=10_000)


OfficersSource = Annotated[TableFile | Annotated[tuple[OfficerForm, ...], InList], FileOrList]
HistorySource = Annotated[TableFile | Annotated[tuple[HistoryForm, ...], InList], FileOrList]
KitsSource = Annotated[TableFile | Annotated[tuple[KitForm, ...], InList], FileOrList]
