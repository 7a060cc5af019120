"""The officers, kinds of crews and posts of the domain, with every default filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from optimizer.domain.calendar import Horizon, Hours
from optimizer.domain.crews import (
    Crewing,
    CrewKind,
    Duty,
    Fairness,
    Officer,
    Post,
    Rest,
    Worked,
)
from optimizer.domain.scenario import Vehicle
from optimizer.intake.crews import CrewForm, PostForm
from optimizer.intake.format import ScenarioForm
from optimizer.intake.officers import HistoryForm, KitForm, OfficerForm
from optimizer.intake.references import Rows
from optimizer.intake.teams import make_pause, team_dates


def make_crewing(
    form: ScenarioForm,
    rows: Rows,
    *,
    horizon: Horizon,
    vehicles: Mapping[str, Vehicle],
    duties: Mapping[str, Hours],
) -> Crewing | None:
    """What teams are formed from; None where they are given."""
    if form.officers is None:
        return None
    history = _history(rows.history, rows.officers)
    return Crewing(
        officers={
            one.id: _officer(one, horizon, history.get(one.id, Worked()).rests_until) for one in rows.officers
        },
        kinds={crew.id: _kind(crew, horizon, vehicles, _drivers(form)) for crew in form.crews},
        duties={
            duty: Duty(duty, one.name or duty, duties.get(duty, Hours(duty)))
            for duty, one in form.duties.items()
        },
        posts={post.id: _post(post, horizon, vehicles) for post in form.posts},
        kits=_kits(rows.kits),
        together=tuple(tuple(dict.fromkeys(wish)) for wish in form.together if len(set(wish)) > 1),
        apart=tuple(tuple(dict.fromkeys(wish)) for wish in form.apart if len(set(wish)) > 1),
        rest=Rest(form.rest.days_in_a_row, form.rest.days_a_week, form.rest.after_nights),
        fairness=Fairness(form.fairness.day_away, form.fairness.evening, form.fairness.weekend),
        history=history,
    )


def _officer(form: OfficerForm, horizon: Horizon, rests_until: date | None) -> Officer:
    resting = {day for day in horizon.dates() if rests_until is not None and day <= rests_until}
    return Officer(
        id=form.id,
        name=form.name or form.id,
        unit=form.unit,
        skills=form.skills,
        level=form.level,
        days_off=frozenset(day for day in form.days_off if day in horizon) | resting,
        duties=tuple(sorted(form.duties)),
        max_days=form.max_days,
    )


def _drivers(form: ScenarioForm) -> dict[str, str]:
    """The skill of who drives, by vehicle; vehicles that anybody may drive are absent."""
    return {vehicle: one.driver for vehicle, one in form.vehicles.items() if one.driver is not None}


def _kind(
    form: CrewForm, horizon: Horizon, vehicles: Mapping[str, Vehicle], drivers: Mapping[str, str]
) -> CrewKind:
    vehicle = form.vehicle or next(iter(vehicles))
    driver = {drivers[vehicle]: 1} if vehicle in drivers else {}
    return CrewKind(
        id=form.id,
        name=form.name or form.id,
        base=form.base,
        vehicle=vehicle,
        dates=team_dates(form, horizon),
        teams=form.teams,
        officers=form.officers,
        stations=form.stations,
        operator=form.operator,
        roles=driver | {skill: number for skill, number in form.roles.items() if number},
        leader=form.leader,
        brings=form.brings,
        may_bring=form.may_bring,
        units=form.units,
        shift=form.shift,
        max_work_minutes=form.max_work_minutes,
        max_drive_minutes=form.max_drive_minutes,
        max_nights=form.max_nights,
        pause=make_pause(form.break_),
        end_anywhere=form.end_anywhere,
    )


def _post(form: PostForm, horizon: Horizon, vehicles: Mapping[str, Vehicle]) -> Post:
    return Post(
        id=form.id,
        name=form.name or form.id,
        hours=form.hours,
        dates=post_dates(form, horizon),
        officers=form.officers,
        roles={skill: number for skill, number in form.roles.items() if number},
        units=form.units,
        base=form.base,
        vehicle=next(iter(vehicles)) if form.stations else None,
        stations=form.stations,
    )


def post_dates(form: PostForm, horizon: Horizon) -> frozenset[date]:
    """Dates of the horizon on which a post is staffed."""
    closed = frozenset(form.days_off) | (frozenset() if form.works_holidays else horizon.holidays)
    return frozenset(horizon.dates()) - closed


def _kits(forms: Iterable[KitForm]) -> dict[str, int]:
    kits: dict[str, int] = {}
    for form in forms:
        kits[form.kind] = kits.get(form.kind, 0) + form.number
    return kits


def _history(forms: Iterable[HistoryForm], officers: Sequence[OfficerForm]) -> dict[str, Worked]:
    """What was worked, summed by officer; officers who are no longer there are left out."""
    known = {one.id for one in officers}
    history: dict[str, Worked] = {}
    for form in forms:
        if form.officer in known:
            before = history.get(form.officer, Worked())
            history[form.officer] = replace(
                before,
                days_away=before.days_away + form.days_away,
                evenings=before.evenings + form.evenings,
                weekends=before.weekends + form.weekends,
                in_a_row=max(before.in_a_row, form.in_a_row),
                rests_until=max((day for day in (before.rests_until, form.rests_until) if day), default=None),
            )
    return history
