"""Scenario and travel matrix → the arrays of the search, and a found plan back.

String ids never enter the kernels and array indices never leave this room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Scenario, Team
from optimizer.engine.cells import Cell, cells_by_site, fits, may_sleep
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.ways import leg_metres, leg_minutes, neighbours
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True)
class Instance:
    """The arrays of a campaign and what their numbers mean.

    Parameters
    ----------
    problem
        What the kernels see.
    metres
        Length of legs, shape (layers, places, places).
    teams, dates, places, services
        Ids by number; `places` ends with the sites that have a cell, `services` has one
        entry per cell.
    """

    problem: Problem
    metres: NDArray[np.int32]
    teams: tuple[str, ...]
    dates: tuple[date, ...]
    places: tuple[str, ...]
    services: tuple[str, ...]


def compile_instance(scenario: Scenario, travel: TravelMatrix) -> Instance | None:
    """The arrays of a scenario; None if no team may serve any case."""
    cells = cells_by_site(scenario)
    if not cells:
        return None
    others = tuple(place for place in scenario.places if place not in cells)
    places = others + tuple(cells)
    number = {place: at for at, place in enumerate(places)}
    teams, dates = tuple(scenario.teams.values()), tuple(scenario.horizon.dates())
    order = np.array([travel.numbers[place] for place in places])
    flat = [cell for group in cells.values() for cell in group]
    groups = _groups(teams)
    fit = np.array([[fits(team, cell) for cell in flat] for team in groups.values()])
    first_cell = np.cumsum([0, *(len(group) for group in cells.values())])
    minutes, drive = leg_minutes(travel, order)
    cost, day = _days(scenario, travel, order, teams, dates)
    window, hours = _windows(scenario, dates)
    first_site = len(others)
    near, beds, around = neighbours(minutes.min(axis=0), first_site, _bed_numbers(scenario, number))
    density = np.array([cell.mdong / cell.minutes for cell in flat])
    problem = Problem(
        minutes=minutes,
        drive=drive,
        cost=cost,
        window=window,
        site=_sites(scenario, cells, first_cell, hours),
        team=_teams(teams, number, list(groups)),
        day=day,
        cell=np.array([cell.minutes for cell in flat], np.int64),
        value=np.array([cell.mdong for cell in flat], np.float64),
        density=density,
        outstanding=np.array([cell.outstanding for cell in flat], np.int64),
        fit=fit,
        site_fit=np.logical_or.reduceat(fit, first_cell[:-1], axis=1),
        may_sleep=np.array(
            [[may_sleep(scenario, team, place) for place in places] for team in groups.values()]
        ),
        night=np.array([team.officers * scenario.objective.night_dong * 1000.0 for team in teams]),
        near=near,
        beds=beds,
        around=around,
        sites=len(cells),
        teams=len(teams),
        days=len(dates),
        first_site=first_site,
    )
    return Instance(
        problem,
        leg_metres(travel, order),
        tuple(scenario.teams),
        dates,
        places,
        tuple(cell.service.id for cell in flat),
    )


def _abilities(team: Team) -> tuple[frozenset[str], frozenset[str], str]:
    return team.skills, team.makes_up_for, team.vehicle


def _groups(teams: tuple[Team, ...]) -> dict[tuple[frozenset[str], frozenset[str], str], Team]:
    """One team for each combination of what decides fitness."""
    return {_abilities(team): team for team in reversed(teams)}


def _days(
    scenario: Scenario,
    travel: TravelMatrix,
    order: NDArray[np.intp],
    teams: tuple[Team, ...],
    dates: tuple[date, ...],
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Leg costs by tariff, and layer, tariff and availability of every day route."""
    pick = np.ix_(order, order)
    per_minute = scenario.objective.officer_minute_dong * 1000.0
    tariffs: dict[tuple[int, str, int], int] = {}
    costs: list[NDArray[np.float64]] = []
    rows = []
    for team in teams:
        for day in dates:
            layer_number = travel.layer_numbers[team.vehicle, day]
            key = layer_number, team.vehicle, team.officers
            if key not in tariffs:
                tariffs[key] = len(costs)
                layer = travel.layers[layer_number]
                per_officer = layer.minutes[pick] * per_minute + layer.fare_dong[pick] * 1000.0
                running = layer.charged_metres[pick] * float(scenario.vehicles[team.vehicle].dong_per_km)
                cost = np.where(layer.reachable[pick], running + team.officers * per_officer, 0.0)
                np.fill_diagonal(cost, 0.0)
                costs.append(cost)
            rows.append((layer_number, tariffs[key], day in team.dates))
    return np.stack(costs), np.array(rows, np.int64)


def _windows(
    scenario: Scenario, dates: tuple[date, ...]
) -> tuple[NDArray[np.int64], Mapping[str | None, int]]:
    """Windows of every kind of hours on every date; the first kind is all day."""
    kinds: dict[str | None, list[tuple[Window, ...]]] = {None: [(Window(0, 24 * 60),)] * len(dates)}
    kinds |= {name: [hours.on(day) for day in dates] for name, hours in scenario.hours.items()}
    most = max(len(day) for days in kinds.values() for day in days)
    window = np.zeros((len(kinds), len(dates), most, 2), np.int64)
    for h, days in enumerate(kinds.values()):
        for d, windows in enumerate(days):
            for w, one in enumerate(windows):
                window[h, d, w] = one.start_min, one.end_min
    return window, {name: h for h, name in enumerate(kinds)}


def _sites(
    scenario: Scenario,
    cells: Mapping[str, list[Cell]],
    first_cell: NDArray[np.intp],
    hours: Mapping[str | None, int],
) -> NDArray[np.int64]:
    rows = []
    for at, (site_id, group) in enumerate(cells.items()):
        site = scenario.sites[site_id]
        open_days = [scenario.horizon.day_number(day) for day in scenario.open_dates(site)]
        rows.append(
            (
                site.setup_minutes,
                hours[site.hours],
                min(open_days),
                max(open_days),
                first_cell[at],
                len(group),
                min(cell.minutes for cell in group),
                site.max_teams or 0,
            )
        )
    return np.array(rows, np.int64)


def _teams(
    teams: tuple[Team, ...],
    number: Mapping[str, int],
    groups: list[tuple[frozenset[str], frozenset[str], str]],
) -> NDArray[np.int64]:
    no_limit = arrays.NO_LIMIT_MIN
    rows = [
        (
            number[team.base],
            team.stations,
            team.shift.start_min,
            team.shift.end_min,
            groups.index(_abilities(team)),
            team.max_nights,
            no_limit if team.max_work_minutes is None else team.max_work_minutes,
            no_limit if team.max_drive_minutes is None else team.max_drive_minutes,
            *_break(team),
            team.end_anywhere,
        )
        for team in teams
    ]
    return np.array(rows, np.int64)


def _break(team: Team) -> tuple[int, int, int]:
    """Length of a team's break, and first and last minute at which it may begin; zeros for none."""
    if team.pause is None:
        return 0, 0, 0
    return team.pause.minutes, team.pause.between.start_min, team.pause.between.end_min


def _bed_numbers(scenario: Scenario, number: Mapping[str, int]) -> NDArray[np.intp]:
    return np.array([number[place] for place in scenario.sleeping_places], np.intp)
