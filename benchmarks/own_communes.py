"""Which villages are whose, when a person shares out a campaign by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import atan2, cos, radians

from optimizer.domain.scenario import Scenario
from optimizer.review.fitness import lacks
from optimizer.travel.matrix import TravelMatrix

Cell = tuple[str, str]
"""Site id and service id: the people outstanding for one service in one village."""


def share_out(
    scenario: Scenario, travel: TravelMatrix, outstanding: Mapping[Cell, int]
) -> Mapping[str, frozenset[Cell]]:
    """The cells that are each team's own, by team.

    Work that few teams are fit for is dealt first.  The cells of one base are laid on a line,
    commune by commune as the hand of a clock passes them, each as long as its minutes of work;
    the line is cut where each team's share is full, and a cell on the cut belongs to both.
    """
    groups: dict[tuple[str, ...], list[Cell]] = {}
    for cell in outstanding:
        groups.setdefault(nearest_fit_teams(scenario, travel, cell), []).append(cell)
    groups.pop((), None)
    own: dict[str, set[Cell]] = {team: set() for team in scenario.teams}
    load_min = dict.fromkeys(scenario.teams, 0.0)
    for teams, cells in sorted(groups.items(), key=lambda group: len(group[0])):
        work_min = {cell: outstanding[cell] * (scenario.services[cell[1]].minutes or 0) for cell in cells}
        spans = room(scenario, {team: load_min[team] for team in teams}, sum(work_min.values()))
        begin = 0.0
        for cell in clockwise(scenario, scenario.teams[teams[0]].base, cells):
            end = begin + work_min[cell]
            for team, (first, last) in spans.items():
                shared_min = min(end, last) - max(begin, first)
                if shared_min > 0:
                    own[team].add(cell)
                    load_min[team] += shared_min
            begin = end
    return {team: frozenset(cells) for team, cells in own.items()}


def nearest_fit_teams(scenario: Scenario, travel: TravelMatrix, cell: Cell) -> tuple[str, ...]:
    """The teams fit for a cell at the nearest base that has one; none where no team can go."""
    site, service = scenario.sites[cell[0]], scenario.services[cell[1]]
    minutes = {}
    for team in scenario.teams.values():
        leg = travel.leg(team.vehicle, scenario.horizon.start, team.base, site.id)
        limit = team.max_drive_minutes
        is_near = leg is not None and (limit is None or leg.drive_minutes <= limit)
        if leg and is_near and not lacks(team, site, service).count:
            minutes[team.id] = leg.minutes
    nearest = min(minutes, key=lambda team: minutes[team], default=None)
    base = scenario.teams[nearest].base if nearest else None
    return tuple(team for team in minutes if scenario.teams[team].base == base)


def room(
    scenario: Scenario, load_min: Mapping[str, float], work_min: int
) -> Mapping[str, tuple[float, float]]:
    """From where to where on a line of `work_min` minutes each team's share goes.

    Together with what they are loaded with already, shares suit the teams' stations and dates.
    """
    capacity = {
        team: scenario.teams[team].stations * len(scenario.teams[team].dates) or 1 for team in load_min
    }
    level = (work_min + sum(load_min.values())) / sum(capacity.values())
    shares = {team: max(0.0, level * capacity[team] - load_min[team]) for team in load_min}
    unit = work_min / sum(shares.values())
    spans, begin = {}, 0.0
    for team, share in shares.items():
        spans[team] = begin, begin + share * unit
        begin += share * unit
    return spans


def clockwise(scenario: Scenario, base_id: str, cells: Iterable[Cell]) -> list[Cell]:
    """Cells commune by commune round a base, village by village within each."""
    base = scenario.bases[base_id]
    members: dict[str, list[Cell]] = {}
    for cell in cells:
        members.setdefault(scenario.sites[cell[0]].commune or cell[0], []).append(cell)

    def bearing(commune: str) -> float:
        sites = [scenario.sites[site] for site, _ in members[commune]]
        north = sum(site.lat for site in sites) / len(sites) - base.lat
        east = (sum(site.lon for site in sites) / len(sites) - base.lon) * cos(radians(base.lat))
        return atan2(east, north)

    return [
        cell for commune in sorted(members, key=lambda one: (bearing(one), one)) for cell in members[commune]
    ]
