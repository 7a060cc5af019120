"""R7 site: at no moment more teams at work at a site than it has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.domain.calendar import Window
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Site
from optimizer.review.breach import Breach, breach, listed, stretch


@dataclass(frozen=True, slots=True)
class Crowd:
    """A stretch of time in which too many teams are at work at one site.

    Parameters
    ----------
    teams
        Ids of the teams at work in all of it.
    """

    site: Site
    day: date
    span: Window
    teams: frozenset[str]


def room_for_every_team(scenario: Scenario, routes: Iterable[Route]) -> Iterator[Breach]:
    """No site has more than `max_teams` teams at work, set-up included, at any moment.

    A team that begins when another finishes does not meet it.
    """
    for crowd in crowds(scenario, routes):
        names = (scenario.teams[team].name if team in scenario.teams else team for team in crowd.teams)
        yield breach(
            scenario,
            "R7.crowded",
            day=crowd.day,
            site=crowd.site.id,
            number=len(crowd.teams),
            limit=crowd.site.max_teams,
            span=stretch(crowd.span),
            teams=listed(names),
        )


def crowds(scenario: Scenario, routes: Iterable[Route]) -> Iterator[Crowd]:
    """Every longest stretch in which the same teams are together at a site, and too many."""
    at_work: dict[tuple[str, date], list[tuple[Window, str]]] = {}
    for route in routes:
        for visit in route.visits:
            site = scenario.sites.get(visit.site)
            if site is not None and site.max_teams is not None and visit.start < visit.finish:
                spans = at_work.setdefault((visit.site, route.date), [])
                spans.append((Window(visit.start, visit.finish), route.team))
    for (site_id, day), spans in at_work.items():
        yield from _crowds_at(scenario.sites[site_id], day, spans)


def _crowds_at(site: Site, day: date, spans: list[tuple[Window, str]]) -> Iterator[Crowd]:
    limit = site.max_teams or 0
    edges = sorted({edge for span, _ in spans for edge in (span.start_min, span.end_min)})
    together: frozenset[str] = frozenset()
    since_min = 0
    for edge in edges:
        now = frozenset(team for span, team in spans if span.start_min <= edge < span.end_min)
        if now != together:
            if len(together) > limit:
                yield Crowd(site, day, Window(since_min, edge), together)
            together, since_min = now, edge
