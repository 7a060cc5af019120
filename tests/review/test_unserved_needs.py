"""What is said to be enough is enough: with the remedy applied, a week that serves a case exists."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import event, given, settings

from optimizer.domain.calendar import Window
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.fitness import lacks
from optimizer.review.needs import Need, remedy
from optimizer.review.obstacle import IdleTeams
from optimizer.travel.build import build_matrix
from tests.random_scenarios import scenarios
from tests.review.exhaustive import TryingAll

SMALL = scenarios(most_teams=2, most_days=4, most_sites=4)


@settings(max_examples=150)
@given(made=SMALL)
def test_every_remedy_is_enough(made: Scenario):
    idle = IdleTeams(made, build_matrix(made))
    for team in made.teams.values():
        for site in made.sites.values():
            for service_id in site.cases:
                service = made.services[service_id]
                if service.plannable and not could(idle, team, site, service):
                    assert_enough(idle, team, site, service)


def could(idle: IdleTeams, team: Team, site: Site, service: Service) -> bool:
    return not lacks(team, site, service).count and idle.trip(team, site, service) is not None


def assert_enough(idle: IdleTeams, team: Team, site: Site, service: Service) -> None:
    found = remedy(idle, team, site, service)
    if not found.is_tried or not found.steps:
        event("nothing was found to be enough")
        return
    for last in found.either or (None,):
        needs = [*found.together, *([last] if last else [])]
        changed = idle.scenario
        for need in needs:
            event(need.key)
            changed = applied(changed, team.id, site.id, service, need)
        assert TryingAll(changed, idle.travel).could_serve_once(
            changed.teams[team.id], changed.sites[site.id], changed.services[service.id]
        )


def applied(  # noqa: C901 - one case for each kind of need
    made: Scenario, team_id: str, site_id: str, service: Service, need: Need
) -> Scenario:
    """The scenario as the need asks for it; where a need is of many forms, the most generous."""
    team, site, values = made.teams[team_id], made.sites[site_id], need.values
    match need.key:
        case "need.team":
            team = replace(
                team,
                skills=team.skills | values["skills"],
                makes_up_for=team.makes_up_for | (service.needs & site.lacks),
                vehicle=min(values["vehicles"] or {team.vehicle}),
            )
        case "need.offers":
            site = replace(site, lacks=site.lacks - set(values["offers"]))
        case "need.dates":
            site = replace(site, release=None, deadline=None)
        case "need.open" | "need.window":
            site = replace(site, hours=None)
        case "need.works":
            team = replace(team, dates=team.dates | set(values["dates"]))
        case "need.nights":
            team = replace(team, max_nights=values["nights"])
        case "need.lodging":
            team = replace(team, max_nights=values["nights"])
            site = replace(site, lodging=True)
        case "need.work":
            team = replace(team, max_work_minutes=values["minutes"])
        case "need.no_break":
            team = replace(team, pause=None)
        case "need.drive":
            team = replace(team, max_drive_minutes=values["minutes"])
        case _:
            shift = Window(values.get("start", team.shift.start_min), values.get("end", team.shift.end_min))
            team = replace(team, shift=shift)
    return replace(made, teams={**made.teams, team_id: team}, sites={**made.sites, site_id: site})
