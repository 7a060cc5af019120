"""What may be served by whom: the cells of a campaign and the fitness of teams."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.scenario import Scenario, Service, Site, Team


@dataclass(frozen=True, slots=True)
class Cell:
    """One service at one site."""

    site: Site
    service: Service
    mdong: int

    @property
    def minutes(self) -> int:
        """Station-minutes per case."""
        assert self.service.minutes is not None  # intake demands them of plannable services
        return self.service.minutes

    @property
    def outstanding(self) -> int:
        """Cases at the start."""
        return self.site.cases[self.service.id]


def fits(team: Team, cell: Cell) -> bool:
    """Rule R5: skills, what is lacking and made up for, and the vehicle."""
    site, service = cell.site, cell.service
    return (
        site.requires <= team.skills
        and service.requires <= team.skills
        and service.needs & site.lacks <= team.makes_up_for
        and (not site.vehicles or team.vehicle in site.vehicles)
    )


def may_sleep(scenario: Scenario, team: Team, place: str) -> bool:
    """Rules R2 and R5: is the place a lodging, and can the team's vehicle reach it?"""
    if place in scenario.lodgings:
        return True
    site = scenario.sites.get(place)
    return site is not None and site.lodging and (not site.vehicles or team.vehicle in site.vehicles)


def cells_by_site(scenario: Scenario) -> dict[str, list[Cell]]:
    """The cells that some team can serve, densest first, of every site that has one."""
    teams = tuple(scenario.teams.values())
    found: dict[str, list[Cell]] = {}
    for site in scenario.sites.values():
        cells = [
            Cell(site, service, scenario.case_mdong(site, service))
            for service in scenario.services.values()
            if service.plannable and site.cases.get(service.id, 0) > 0
        ]
        served = [cell for cell in cells if any(fits(team, cell) for team in teams)]
        if served and scenario.open_dates(site):
            found[site.id] = sorted(served, key=lambda cell: -cell.mdong / cell.minutes)
    return found
