"""Whether pins and recorded work have dates that make sense, and what recorded work is good for."""

from __future__ import annotations

from optimizer.domain.calendar import Horizon
from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm
from optimizer.intake.references import Rows


def check_dates(rows: Rows, horizon: Horizon, findings: Findings) -> None:
    """Tell of pins outside the horizon, and of work recorded inside or after it."""
    for pin in rows.pins:
        if pin.date not in horizon:
            values = {"date": pin.date, "start": horizon.start, "end": horizon.end}
            findings.add("E315", pin.where("date"), **values)
    for done in rows.record:
        if done.date >= horizon.start:
            findings.add("E316", done.where("date"), date=done.date, start=horizon.start)


def check_use(form: ScenarioForm, rows: Rows, findings: Findings) -> None:
    """Tell of recorded services that no follow-up comes of: the planner may think that they count."""
    useful = {service_id for service_id, service in form.services.items() if service.then is not None}
    useful |= {service.then.service for service in form.services.values() if service.then is not None}
    told: set[str] = set()
    for done in rows.record:
        if done.service in form.services and done.service not in useful | told:
            told.add(done.service)
            findings.add("W319", done.where("service"), id=done.service)
