"""Whether a team may work at a site at all, and perform a service there."""

from __future__ import annotations

from optimizer.domain.scenario import Service, Site, Team


def may_work(team: Team, site: Site) -> bool:
    """Whether the team has the skills that the site asks for, and a vehicle that gets there."""
    return site.requires <= team.skills and (not site.vehicles or team.vehicle in site.vehicles)


def may_serve(team: Team, site: Site, service: Service) -> bool:
    """Whether the team may work at the site and has all that the service needs there."""
    return (
        may_work(team, site)
        and service.requires <= team.skills
        and service.needs & site.lacks <= team.makes_up_for
    )
