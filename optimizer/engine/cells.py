"""What may be served, where and by whom: the cells of a campaign, its slots and the fitness of teams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from optimizer.domain.scenario import FollowUp, Scenario, Service, Shuttle, Site, Team
from optimizer.engine.prospects import prospects_mdong
from optimizer.travel.estimate import sites_within

CellKey = tuple[str, str]
"""Ids of a home site and a service."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One service of the people of one site.

    Parameters
    ----------
    due
        Cases by the date from which they are outstanding whatever is planned.
    outstanding
        The most cases that there can be, follow-ups of all first steps included.
    mdong
        Worth of a case.
    follows
        Whether the plan itself makes cases outstanding.
    """

    site: Site
    service: Service
    due: Mapping[date, int]
    outstanding: int
    mdong: int
    follows: bool

    @property
    def key(self) -> CellKey:
        """Ids of the home site and the service."""
        return self.site.id, self.service.id

    @property
    def minutes(self) -> int:
        """Station-minutes per case."""
        assert self.service.minutes is not None  # intake demands them of plannable services
        return self.service.minutes

    @property
    def then(self) -> FollowUp | None:
        """What a case served makes outstanding."""
        return self.service.then


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell that a visit at a host may serve.

    Parameters
    ----------
    away
        What limits how many cases are served away from home: the shuttle, or True for those
        who come by themselves; False at home.
    """

    host: Site
    cell: Cell
    away: Shuttle | bool

    @property
    def mdong(self) -> int:
        """Worth of a case less what it costs to bring people here."""
        fare = self.away.dong_per_case * 1000 if isinstance(self.away, Shuttle) else 0
        return self.cell.mdong - fare


def fits(team: Team, slot: Slot) -> bool:
    """Rule R5: skills, what is lacking at the host and made up for, and the vehicle."""
    host, service = slot.host, slot.cell.service
    return (
        host.requires <= team.skills
        and service.requires <= team.skills
        and service.needs & host.lacks <= team.makes_up_for
        and (not host.vehicles or team.vehicle in host.vehicles)
    )


def may_sleep(scenario: Scenario, team: Team, place: str) -> bool:
    """Rules R2 and R5: is the place a lodging, and can the team's vehicle reach it?"""
    if place in scenario.lodgings:
        return True
    site = scenario.sites.get(place)
    return site is not None and site.lodging and (not site.vehicles or team.vehicle in site.vehicles)


def share_of(turnout: float, cases: int) -> int:
    """Whole cases of a share, exact for shares written in decimals: 0.29 of 100 is 29."""
    return int(Decimal(str(turnout)) * cases)


def all_cells(scenario: Scenario) -> dict[CellKey, Cell]:
    """Every cell that there is or that the plan may make, first steps before what follows them."""
    cells: dict[CellKey, Cell] = {}
    services = _first_steps_first(scenario)
    for site in scenario.sites.values():
        if not scenario.open_dates(site):
            continue
        for service in services:
            due = scenario.due(site, service.id)
            made = sum(
                first.outstanding
                for first in (cells.get((site.id, other.id)) for other in services)
                if first is not None and first.then is not None and first.then.service == service.id
            )
            if made or due:
                worth = scenario.case_mdong(site, service)
                total = sum(due.values()) + made
                cells[site.id, service.id] = Cell(site, service, due, total, worth, made > 0)
    return cells


def _first_steps_first(scenario: Scenario) -> list[Service]:
    """The services that can be planned, each after those that it follows."""
    ordered: list[Service] = []
    waiting = [service for service in scenario.services.values() if service.plannable]
    while waiting:
        later = {service.then.service for service in waiting if service.then is not None}
        ready = [service for service in waiting if service.id not in later]
        ordered += ready
        waiting = [service for service in waiting if service.id in later]
    return ordered


def slots_by_host(scenario: Scenario, cells: Mapping[CellKey, Cell]) -> dict[str, list[Slot]]:
    """The slots that some team can serve, densest first, of every site that has one."""
    teams = tuple(scenario.teams.values())
    of_site: dict[str, list[Cell]] = {}
    for cell in cells.values():
        of_site.setdefault(cell.site.id, []).append(cell)
    homes: dict[str, dict[str, Shuttle | bool]] = {site: {site: False} for site in scenario.sites}
    if scenario.gathering is not None:
        for host_id, home in sites_within(scenario, scenario.gathering.radius_km):
            homes[host_id][home] = True
    for shuttle in scenario.shuttles:
        homes[shuttle.destination][shuttle.origin] = shuttle
    found: dict[str, list[Slot]] = {}
    for host_id, from_home in homes.items():
        host = scenario.sites[host_id]
        slots = [Slot(host, cell, away) for home, away in from_home.items() for cell in of_site.get(home, ())]
        slots = [
            slot for slot in slots if _would_come(scenario, slot) and any(fits(team, slot) for team in teams)
        ]
        if slots:
            found[host_id] = sorted(slots, key=lambda slot: -_density(scenario, slot, cells))
    return found


def _density(scenario: Scenario, slot: Slot, cells: Mapping[CellKey, Cell]) -> float:
    """What a station-minute brings, with the credit for what follows."""
    return (slot.mdong + prospects_mdong(scenario, slot.cell, cells)[0]) / slot.cell.minutes


def _would_come(scenario: Scenario, slot: Slot) -> bool:
    """Would anybody come for this service?

    Even where bringing them costs more than a case is worth: what follows may be worth more, and
    a visit that serves nobody else may lie on the cheapest way.
    """
    if slot.away is False:
        return True
    chosen = scenario.gathering.services if scenario.gathering and slot.away is True else frozenset()
    wanted = not chosen or slot.cell.service.id in chosen
    return wanted and most_away(scenario, slot) > 0


def most_away(scenario: Scenario, slot: Slot) -> int:
    """How many cases may be served under the limit of a slot away from home."""
    outstanding = sum(slot.cell.due.values())
    if isinstance(slot.away, Shuttle):
        return share_of(slot.away.turnout, outstanding)
    assert scenario.gathering is not None
    return share_of(scenario.gathering.turnout, outstanding)
