"""The earlier plan: which file it is in, what of it still counts, and what it names that is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError

from optimizer.domain.calendar import Horizon
from optimizer.domain.errors import Where
from optimizer.domain.plan import Route
from optimizer.domain.scenario import EarlierPlan
from optimizer.intake.collect import Findings
from optimizer.intake.paths import inside
from optimizer.intake.phrases import Phrase
from optimizer.intake.plan_file import plan_at, read_handed_out
from optimizer.intake.promises import EarlierForm
from optimizer.intake.references import Names
from optimizer.intake.times import parse_date
from optimizer.intake.validate import FormRead

FREEZE_UNTIL = "--freeze-until"
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class EarlierAsked:
    """What is asked for beside the scenario, and goes before what stands in it.

    Parameters
    ----------
    plan
        Plan file or folder anywhere; None for that of the scenario.
    freeze_until
        Last date to freeze, as a person writes it; None for that which goes with the plan.
    """

    plan: Path | None = None
    freeze_until: str | None = None


def read_earlier(
    folder: Path,
    read: FormRead,
    asked: EarlierAsked,
    *,
    names: Names,
    horizon: Horizon | None,
    findings: Findings,
) -> EarlierPlan | None:
    """The earlier plan on the dates of the horizon, or None where there is none or it cannot be read.

    Parameters
    ----------
    horizon
        None where it is not known: then no date is held against it.
    """
    written = read.form.earlier
    if asked.plan is not None:
        file, name = _asked_file(asked.plan, findings), str(asked.plan)
    elif written is not None:
        file, name = _written_file(folder, written, findings), written.plan
    else:
        _tell_lack(read, asked, findings)
        return None
    frozen_until = _frozen_until(written, asked, horizon, findings)
    handed_out = None if file is None else read_handed_out(file, name, findings)
    if handed_out is None:
        return None
    routes = handed_out.routes
    kept = tuple(route for route in routes if horizon is None or route.date in horizon)
    if len(kept) < len(routes):
        findings.add("W322", Where(file=name), count=len(routes) - len(kept))
    _tell_gone(kept, name, names, findings)
    return EarlierPlan(kept, frozen_until, handed_out.crews)


def _asked_file(path: Path, findings: Findings) -> Path | None:
    file = plan_at(path)
    if file is None:
        findings.add("E601", Where(file=str(path)))
    return file


def _written_file(folder: Path, written: EarlierForm, findings: Findings) -> Path | None:
    where = written.where("plan")
    path = inside(folder, written.plan)
    file = None if path is None else plan_at(path)
    if path is None or (file is not None and inside(folder, str(file.relative_to(folder))) is None):
        findings.add("E008", where, file=written.plan)
        return None
    if file is None:
        findings.add("E601", where)
    return file


def _tell_lack(read: FormRead, asked: EarlierAsked, findings: Findings) -> None:
    if asked.freeze_until is not None:
        findings.add("E317", Where(key=FREEZE_UNTIL))
    elif read.form.objective.change and not read.spoilt("earlier"):
        findings.add("W320", read.form.objective.where("change"))


def _frozen_until(
    written: EarlierForm | None, asked: EarlierAsked, horizon: Horizon | None, findings: Findings
) -> date | None:
    """The last date to freeze: as asked, else as written with the plan that is used."""
    if asked.freeze_until is not None:
        day, where = _asked_date(asked.freeze_until, findings), Where(key=FREEZE_UNTIL)
    elif asked.plan is None and written is not None:
        day, where = written.freeze_until, written.where("freeze_until")
    else:
        return None
    if day is not None and horizon is not None and day not in horizon:
        findings.add("W321", where, date=day, start=horizon.start, end=horizon.end)
    return day


def _asked_date(text: str, findings: Findings) -> date | None:
    try:
        return parse_date(text.strip())
    except PydanticCustomError as refused:
        values = {"text": text} if refused.type == "E115" else {"expected": Phrase("expected.date")}
        findings.add(refused.type, Where(key=FREEZE_UNTIL), **values)
        return None


def _tell_gone(routes: Sequence[Route], file: str, names: Names, findings: Findings) -> None:
    """Tell what the routes name that the scenario does not have: such visits count as changed."""
    gone = list(dict.fromkeys(_gone(routes, names)))
    if gone:
        named = ", ".join(gone[:_MOST_NAMED]) + (", …" if len(gone) > _MOST_NAMED else "")
        findings.add("W323", Where(file=file), count=len(gone), ids=named)


def _gone(routes: Sequence[Route], names: Names) -> Iterator[str]:
    for route in routes:
        if names.teams is not None and route.team not in names.teams:
            yield route.team
        for place in (route.start, *(visit.site for visit in route.visits), route.end):
            if names.places is not None and place not in names.places:
                yield place
