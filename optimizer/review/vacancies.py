"""When a team may work at a site: its windows, but for the times at which it is full of other teams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from optimizer.domain.calendar import Window
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Site, Team


class Vacancies:
    """The windows of every site for every team, while the other teams keep their routes.

    A visit may lie in any of them and in no other time: within one window of the site, and at no
    moment with as many other teams as may work there.
    """

    def __init__(self, scenario: Scenario, routes: Iterable[Route] = ()) -> None:
        self.scenario = scenario
        self._at_work: dict[tuple[str, date], list[tuple[str, Window]]] = {}
        self._vacant: dict[tuple[str, str, date], tuple[Window, ...]] = {}
        for route in routes:
            for visit in route.visits:
                site = scenario.sites.get(visit.site)
                if site is not None and site.max_teams is not None and visit.start < visit.finish:
                    spans = self._at_work.setdefault((visit.site, route.date), [])
                    spans.append((route.team, Window(visit.start, visit.finish)))

    def windows(self, team: Team, site: Site, day: date) -> tuple[Window, ...]:
        """When `team` may work at a site on a date, in order."""
        windows = self.scenario.windows(site, day)
        spans = self._at_work.get((site.id, day))
        if site.max_teams is None or not spans:
            return windows
        key = team.id, site.id, day
        if key not in self._vacant:
            full = tuple(_full([one for one in spans if one[0] != team.id], site.max_teams))
            self._vacant[key] = tuple(part for window in windows for part in _parts(window, full))
        return self._vacant[key]


def _full(spans: Sequence[tuple[str, Window]], most_teams: int) -> Iterator[Window]:
    """The stretches in which at least `most_teams` teams are at work, in order; they may touch."""
    edges = sorted({edge for _, span in spans for edge in (span.start_min, span.end_min)})
    for start, end in pairwise(edges):
        present = {team for team, span in spans if span.start_min <= start and end <= span.end_min}
        if len(present) >= most_teams:
            yield Window(start, end)


def _parts(window: Window, full: Sequence[Window]) -> Iterator[Window]:
    """What is left of a window outside of the stretches in which a site is full."""
    at = window.start_min
    for stretch in full:
        if stretch.end_min <= at or stretch.start_min >= window.end_min:
            continue
        if stretch.start_min > at:
            yield Window(at, stretch.start_min)
        at = stretch.end_min
    if at < window.end_min:
        yield Window(at, window.end_min)
