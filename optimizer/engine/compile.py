"""Scenario and travel matrix → the arrays of the search, and a found plan back.

String ids never enter the kernels and array indices never leave this room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Pin, Scenario, Team
from optimizer.engine.cells import Slot, all_cells, fits, may_sleep, slots_by_host
from optimizer.engine.demand import Demand, demand
from optimizer.engine.earlier import TeamDay, earlier_visits
from optimizer.engine.hosts import Host, all_hosts, window_rows
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import Problem
from optimizer.engine.ways import leg_metres, leg_minutes, neighbours
from optimizer.travel.matrix import Layer, TravelMatrix


@dataclass(frozen=True)
class Instance:
    """The arrays of a campaign and what their numbers mean.

    Parameters
    ----------
    problem
        What the kernels see.
    metres
        Length of legs, shape (layers, places, places).
    teams, dates, places
        Ids by number; `places` ends with the sites of `hosts`.
    hosts
        Where visits can be made, by site number: sites first, then promises.
    offset_mdong
        What every plan pays for visits of the earlier plan that nobody could make.
    """

    problem: Problem
    metres: NDArray[np.int32]
    teams: tuple[str, ...]
    dates: tuple[date, ...]
    places: tuple[str, ...]
    hosts: tuple[Host, ...]
    offset_mdong: int

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots by number."""
        return tuple(slot for host in self.hosts for slot in host.slots)


def compile_instance(
    scenario: Scenario,
    travel: TravelMatrix,
    *,
    pins: Iterable[Pin] = (),
    frozen: Container[TeamDay] = (),
) -> Instance | None:
    """The arrays of a scenario; None if no team may serve any case.

    Parameters
    ----------
    pins
        Promises to keep.
    frozen
        Team and date of every day route that may not be changed.
    """
    hosts = all_hosts(scenario, slots_by_host(scenario, all_cells(scenario)), pins)
    if not hosts:
        return None
    with_host = {host.site.id for host in hosts}
    others = tuple(place for place in scenario.places if place not in with_host)
    places = others + tuple(host.site.id for host in hosts)
    number = {place: at for at, place in reversed(tuple(enumerate(places)))}
    teams, dates = tuple(scenario.teams.values()), tuple(scenario.horizon.dates())
    order = np.array([travel.numbers[place] for place in places])
    groups = _groups(teams)
    wanted = demand(scenario, hosts)
    fit = np.array([[fits(team, slot) for host in hosts for slot in host.slots] for team in groups.values()])
    first_slot = np.cumsum([0, *(len(host.slots) for host in hosts)])
    minutes, drive = leg_minutes(travel, order)
    cost, day = _days(scenario, travel, order, frozen)
    window, _, hours = window_rows(scenario, hosts)
    first_site = len(others)
    near, beds, around = neighbours(minutes.min(axis=0), first_site, _bed_numbers(scenario, number))
    earlier = earlier_visits(scenario, {place: at - first_site for place, at in number.items()})
    day[:, arrays.EARLIER] = earlier.of_day
    problem = Problem(
        minutes=minutes,
        drive=drive,
        cost=cost,
        window=window,
        site=_sites(scenario, hosts, wanted, first_slot, hours),
        team=_teams(teams, number, list(groups)),
        day=day,
        fit=fit,
        site_fit=np.logical_or.reduceat(fit, first_slot[:-1], axis=1),
        may_sleep=np.array(
            [[may_sleep(scenario, team, place) for place in places] for team in groups.values()]
        ),
        night=np.array([team.officers * scenario.objective.night_dong * 1000.0 for team in teams]),
        near=near,
        beds=beds,
        around=around,
        bonus=_bonus(hosts),
        was_visited=earlier.was_visited,
        change=earlier.change_mdong,
        uneven=scenario.objective.unevenness_dong * 1000,
        sites=len(hosts),
        teams=len(teams),
        days=len(dates),
        first_site=first_site,
        **wanted._asdict(),
    )
    return Instance(
        problem,
        leg_metres(travel, order),
        tuple(scenario.teams),
        dates,
        places,
        hosts,
        -round(earlier.change_mdong) * earlier.beyond,
    )


def _bonus(hosts: Sequence[Host]) -> NDArray[np.float64]:
    """As much for a promise as sums that stay exact allow: no plan gains or costs nearly as much."""
    promises = sum(host.pin is not None for host in hosts)
    led = Counter(host.leader for host in hosts)
    bonus = 2**51 // max(1, promises)
    return np.array(
        [0.0 if host.pin is None else float(bonus * (1 + led[at])) for at, host in enumerate(hosts)]
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
    frozen: Container[TeamDay],
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Leg costs by tariff, and what is known of every day route; earlier visits are left 0."""
    tariffs: dict[tuple[int, str, int], int] = {}
    rows = []
    for team in scenario.teams.values():
        for day in scenario.horizon.dates():
            layer = travel.layer_numbers[team.vehicle, day]
            officers = team.officers if _paid_by_officer(scenario, travel.layers[layer]) else 0
            tariff = tariffs.setdefault((layer, team.vehicle, officers), len(tariffs))
            rows.append((layer, tariff, day in team.dates, (team.id, day) in frozen, 0))
    costs = np.zeros((len(tariffs), len(order), len(order)))
    for cost, (layer, vehicle, officers) in zip(costs, tariffs, strict=True):
        _write_costs(cost, scenario, travel.layers[layer], vehicle, officers, order)
    return costs, np.array(rows, np.int64)


def _paid_by_officer(scenario: Scenario, layer: Layer) -> bool:
    """Does a leg cost more for more officers?  Where not, teams of all sizes share one matrix."""
    return scenario.objective.officer_minute_dong > 0 or bool(layer.fare_dong.any())


def _write_costs(
    cost: NDArray[np.float64],
    scenario: Scenario,
    layer: Layer,
    vehicle: str,
    officers: int,
    order: NDArray[np.intp],
) -> None:
    """Write what every leg costs one team, in mđ; row by row, since a second matrix may be large."""
    per_km = float(scenario.vehicles[vehicle].dong_per_km)
    per_minute = scenario.objective.officer_minute_dong * 1000.0
    for row, place in enumerate(order):
        legs = cost[row]
        legs += layer.charged_metres[place, order] * per_km
        if officers:
            per_officer = layer.minutes[place, order] * per_minute + layer.fare_dong[place, order] * 1000.0
            legs += officers * per_officer
        legs[~layer.reachable[place, order]] = 0.0
    np.fill_diagonal(cost, 0.0)


def _sites(
    scenario: Scenario,
    hosts: Sequence[Host],
    wanted: Demand,
    first_slot: NDArray[np.intp],
    hours: Sequence[int],
) -> NDArray[np.int64]:
    spot = {host.site.id: at for at, host in reversed(tuple(enumerate(hosts)))}
    team = {name: t for t, name in enumerate(scenario.teams)}
    rows = []
    for at, host in enumerate(hosts):
        slots = wanted.slot[first_slot[at] : first_slot[at + 1]]
        days = wanted.stock[slots[:, arrays.CELL]]
        first, last = int(days[:, arrays.OPENS].min()), int(days[:, arrays.CLOSES].max())
        if host.pin is not None:
            first = last = scenario.horizon.day_number(host.pin.date)
        rows.append(
            (
                host.site.setup_minutes,
                hours[at],
                first,
                last,
                first_slot[at],
                len(host.slots),
                slots[:, arrays.MINUTES].min(),
                host.site.max_teams or 0,
                spot[host.site.id],
                -1 if host.pin is None else team[host.pin.team],
                host.leader,
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
            team.home_when_off,
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
