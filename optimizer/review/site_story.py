"""What there is to tell about one site in a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from optimizer.domain.plan import Conflict, Reason, Route, Visit
from optimizer.domain.scenario import Pin, Service, Site, Team, WorkDone
from optimizer.review.change import Change
from optimizer.review.fitness import lacks
from optimizer.review.impossible import Hindered
from optimizer.review.insertion import best_of
from optimizer.review.judge import Judge, Verdict
from optimizer.review.promises import is_kept
from optimizer.review.step_story import StepStory, step_stories


@dataclass(frozen=True, slots=True)
class TeamStory:
    """What one team could do for cases that are left.

    Parameters
    ----------
    hindered
        What stands against it, if it could not serve one case even with nothing else to do.
    since
        The date from which on that was looked at, if not all along.
    change
        The best change found that lets it serve more.
    is_broken
        Whether its routes break a rule, so that nothing was tried.
    """

    team: Team
    hindered: Hindered | None = None
    since: date | None = None
    change: Change | None = None
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class CellStory:
    """Cases of one service that are left: why, and what each team could do, the most promising first."""

    verdict: Verdict
    teams: tuple[TeamStory, ...]


@dataclass(frozen=True, slots=True)
class AwayStory:
    """People of the site who are served elsewhere.

    Parameters
    ----------
    is_driven
        Whether a shuttle brings them.
    """

    route: Route
    visit: Visit
    cases: Mapping[str, int]
    is_driven: bool


@dataclass(frozen=True, slots=True)
class PinStory:
    """A promise at the site, and whether the plan keeps it."""

    pin: Pin
    is_kept: bool


@dataclass(frozen=True, slots=True)
class SiteStory:
    """Who comes to a site and when, where else its people are served, and what is left.

    Parameters
    ----------
    outstanding
        Cases by service, and by the date from which they are outstanding whatever is planned.
    visits
        Visits to the site, guests of other sites included.
    record
        Work done before the horizon.
    steps
        Services followed by others, as far as they were or are served.
    frozen
        Visits to the site that stand as they were, by team and date.
    conflicts
        What the plan lists as not kept.
    """

    site: Site
    outstanding: Mapping[str, Mapping[date, int]]
    visits: tuple[tuple[Route, Visit], ...]
    away: tuple[AwayStory, ...]
    record: tuple[WorkDone, ...]
    steps: tuple[StepStory, ...]
    pins: tuple[PinStory, ...]
    frozen: tuple[Route, ...]
    conflicts: tuple[Conflict, ...]
    cells: tuple[CellStory, ...]


def site_story(judge: Judge, site: Site, conflicts: Iterable[Conflict] = ()) -> SiteStory:
    """The story of one site in the plan that `judge` judges."""
    standing = judge.standing
    scenario = standing.scenario
    due = {service: scenario.due(site, service) for service in (*site.cases, *scenario.services)}
    visits = [(route, visit) for route in standing.routes for visit in route.visits if visit.site == site.id]
    left = [scenario.services[service] for home, service in standing.left if home == site.id]
    return SiteStory(
        site=site,
        outstanding={service: dates for service, dates in due.items() if dates},
        visits=tuple(sorted(visits, key=_by_time)),
        away=tuple(sorted(_away(judge, site), key=lambda one: _by_time((one.route, one.visit)))),
        record=tuple(sorted((one for one in scenario.work_done if one.site == site.id), key=_by_date)),
        steps=tuple(step_stories(standing, site)),
        pins=tuple(
            PinStory(pin, is_kept(pin, standing.routes)) for pin in scenario.pins if pin.site == site.id
        ),
        frozen=tuple(
            route
            for route in standing.held.frozen
            if any(site.id in (visit.site, *visit.guests) for visit in route.visits)
        ),
        conflicts=tuple(one for one in conflicts if one.site == site.id),
        cells=tuple(cell for service in left for cell in _cells(judge, site, service)),
    )


def _away(judge: Judge, site: Site) -> Iterator[AwayStory]:
    """Visits to other sites that serve people of this one."""
    driven = {one.destination for one in judge.standing.scenario.shuttles if one.origin == site.id}
    for route in judge.standing.routes:
        for visit in route.visits:
            if site.id in visit.guests:
                yield AwayStory(route, visit, visit.guests[site.id], is_driven=visit.site in driven)


def _cells(judge: Judge, site: Site, service: Service) -> Iterator[CellStory]:
    """The cell's verdicts; what each team could do belongs to the last."""
    *limited, last = judge.verdicts(site, service)
    for verdict in limited:
        yield CellStory(verdict, ())
    if last.reason is Reason.NOT_PLANNABLE:
        yield CellStory(last, ())
        return
    teams = [_team(judge, site, service, team) for team in judge.standing.scenario.teams.values()]
    yield CellStory(last, tuple(sorted(teams, key=_promise)))


def _team(judge: Judge, site: Site, service: Service, team: Team) -> TeamStory:
    places = [
        place
        for place in judge.insertions.trials.places(site, service)
        if not lacks(team, place, service).count
    ]
    if not places:
        return TeamStory(team, hindered=Hindered(team, lacks(team, site, service), None))
    if team.id in judge.standing.broken:
        return TeamStory(team, is_broken=True)
    insertions, idle = judge.insertions, judge.weeks.idle
    best = best_of((insertions.straight(site, service, team), insertions.displacing(site, service, team)))
    if best is not None:
        return TeamStory(team, change=best)
    since = judge.prospects.since_now(site, service) or judge.standing.scenario.horizon.end
    for place in places:
        asked = judge.prospects.asked(site, since=since, host=None if place.id == site.id else place)
        trip = idle.trip(team, asked, service)
        wanted = judge.standing.wanted.cell(site, place, service)
        if trip is not None and wanted is not None:
            change = judge.weeks.with_new_nights(place, wanted, team, trip)
            return TeamStory(team, change=change)
    home = judge.prospects.asked(site, since=since)
    lacking = lacks(team, site, service)
    obstacle = None if lacking.count else idle.obstacle(team, home, service)
    is_later = home.release == since != site.release
    return TeamStory(team, hindered=Hindered(team, lacking, obstacle), since=since if is_later else None)


def _promise(story: TeamStory) -> tuple[int, int]:
    """Teams with a change first, the best change first; then those without, then those that cannot."""
    if story.change is not None:
        return 0, -story.change.delta_mdong
    return (2 if story.hindered else 1), 0


def _by_time(one: tuple[Route, Visit]) -> tuple[date, int, str]:
    return one[0].date, one[1].start, one[0].team


def _by_date(one: WorkDone) -> date:
    return one.date
