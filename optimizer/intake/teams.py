"""The teams, their vehicles and what they bring, with every default filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from optimizer.domain.calendar import Horizon
from optimizer.domain.roads import Movement
from optimizer.domain.scenario import Break, Team, Vehicle
from optimizer.intake.items import BreakForm, TeamForm, TeamTerms, VehicleForm

DEFAULT_VEHICLE = "car"


def make_vehicles(forms: Mapping[str, VehicleForm]) -> dict[str, Vehicle]:
    """The vehicles as listed; with none listed, a car."""
    listed = forms or {DEFAULT_VEHICLE: VehicleForm()}
    return {
        vehicle: Vehicle(
            vehicle, form.speed_kmh, form.detour, form.dong_per_km, movement_of(vehicle, form.movement)
        )
        for vehicle, form in listed.items()
    }


def movement_of(vehicle: str, stated: str | None) -> Movement:
    """How a vehicle moves: as stated, else as its id says, else as a car."""
    known = {movement.value for movement in Movement}
    return Movement(stated or (vehicle if vehicle in known else DEFAULT_VEHICLE))


def make_teams(
    forms: Sequence[TeamForm],
    horizon: Horizon,
    vehicles: Mapping[str, Vehicle],
    things: Mapping[str, frozenset[str]],
) -> dict[str, Team]:
    """The teams by id; each drives the first vehicle listed unless it says otherwise."""
    return {form.id: _team(form, horizon, vehicles, things) for form in forms}


def team_dates(form: TeamTerms, horizon: Horizon) -> frozenset[date]:
    """Dates of the horizon on which a team works."""
    at_home = frozenset(form.days_off) | (frozenset() if form.works_holidays else horizon.holidays)
    return frozenset(horizon.dates()) - at_home


def _team(
    form: TeamForm,
    horizon: Horizon,
    vehicles: Mapping[str, Vehicle],
    things: Mapping[str, frozenset[str]],
) -> Team:
    return Team(
        id=form.id,
        name=form.name or form.id,
        base=form.base,
        vehicle=form.vehicle or next(iter(vehicles)),
        dates=team_dates(form, horizon),
        officers=form.officers,
        stations=form.stations,
        skills=form.skills,
        brings=form.brings,
        makes_up_for=frozenset().union(*(things[thing] for thing in form.brings)),
        shift=form.shift,
        max_work_minutes=form.max_work_minutes,
        max_drive_minutes=form.max_drive_minutes,
        max_nights=form.max_nights,
        pause=make_pause(form.break_),
        end_anywhere=form.end_anywhere,
        home_when_off=form.home_when_off,
    )


def make_pause(form: BreakForm | None) -> Break | None:
    """The break, if there is one."""
    return None if form is None else Break(form.minutes, form.between)
