"""What a team lacks to work at a site, whatever the date and the distance (rule R5)."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.scenario import Service, Site, Team


@dataclass(frozen=True, slots=True)
class Lacks:
    """What keeps a team from serving a service at a site at all.

    Parameters
    ----------
    skills
        Skills asked for that the team does not have.
    offers
        What the service needs and neither the site nor the team offers: power, network.
    vehicle
        Whether the team's vehicle is barred from the site.
    """

    skills: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    vehicle: bool = False

    @property
    def count(self) -> int:
        """How many kinds of things are lacking; 0 for a team that is fit."""
        return bool(self.skills) + bool(self.offers) + self.vehicle


def lacks(team: Team, site: Site, service: Service) -> Lacks:
    """What a team lacks to serve a service at a site."""
    return Lacks(
        skills=(site.requires | service.requires) - team.skills,
        offers=(service.needs & site.lacks) - team.makes_up_for,
        vehicle=bool(site.vehicles) and team.vehicle not in site.vehicles,
    )
