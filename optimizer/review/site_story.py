"""What there is to tell about one site in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.plan import Reason, Route, Visit
from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.change import Change
from optimizer.review.fitness import Lacks, lacks
from optimizer.review.impossible import Hindered
from optimizer.review.insertion import best_of
from optimizer.review.judge import Judge, Verdict


@dataclass(frozen=True, slots=True)
class TeamStory:
    """What one team could do for cases that are left.

    Parameters
    ----------
    hindered
        What stands against it, if it could not serve one case even with nothing else to do.
    change
        The best change found that lets it serve more.
    is_broken
        Whether its routes break a rule, so that nothing was tried.
    """

    team: Team
    hindered: Hindered | None = None
    change: Change | None = None
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class CellStory:
    """Cases of one service that are left: why, and what each team could do, the most promising first."""

    verdict: Verdict
    teams: tuple[TeamStory, ...]


@dataclass(frozen=True, slots=True)
class SiteStory:
    """Who comes to a site and when, and what is left there."""

    site: Site
    visits: tuple[tuple[Route, Visit], ...]
    cells: tuple[CellStory, ...]


def site_story(judge: Judge, site: Site) -> SiteStory:
    """The story of one site in the plan that `judge` judges."""
    standing = judge.standing
    visits = [(route, visit) for route in standing.routes for visit in route.visits if visit.site == site.id]
    services = [standing.scenario.services[service] for service in site.cases]
    return SiteStory(
        site=site,
        visits=tuple(sorted(visits, key=lambda one: (one[0].date, one[1].start, one[0].team))),
        cells=tuple(
            _cell(judge, site, service) for service in services if (site.id, service.id) in standing.left
        ),
    )


def _cell(judge: Judge, site: Site, service: Service) -> CellStory:
    verdict = judge.verdict(site, service)
    if verdict.reason is Reason.NOT_PLANNABLE:
        return CellStory(verdict, ())
    teams = [_team(judge, site, service, team) for team in judge.standing.scenario.teams.values()]
    return CellStory(verdict, tuple(sorted(teams, key=_promise)))


def _team(judge: Judge, site: Site, service: Service, team: Team) -> TeamStory:
    insertions = judge.insertions
    lacking = lacks(team, site, service)
    if lacking.count:
        return TeamStory(team, hindered=Hindered(team, lacking, None))
    if team.id in judge.standing.broken:
        return TeamStory(team, is_broken=True)
    best = best_of((insertions.straight(site, service, team), insertions.displacing(site, service, team)))
    if best is not None:
        return TeamStory(team, change=best)
    trip = insertions.idle.trip(team, site, service)
    if trip is not None:
        return TeamStory(team, change=insertions.with_new_nights(site, service, team, trip))
    return TeamStory(team, hindered=Hindered(team, Lacks(), insertions.idle.obstacle(team, site, service)))


def _promise(story: TeamStory) -> tuple[int, int]:
    """Teams with a change first, the best change first; then those without, then those that cannot."""
    if story.change is not None:
        return 0, -story.change.delta_mdong
    return (2 if story.hindered else 1), 0
