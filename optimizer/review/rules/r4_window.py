"""R4 window: set-up and service of a visit take their exact time, inside one window of the site."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.calendar import Window
from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.breach import Breach, route_breach, stretch
from optimizer.review.work import length_min


def exact_length(scenario: Scenario, team: Team, route: Route) -> Iterator[Breach]:
    """A visit finishes exactly its length after it starts."""
    for visit in route.visits:
        needed_min = length_min(scenario, team, visit)
        if needed_min is not None and visit.finish != visit.start + needed_min:
            yield route_breach(
                scenario,
                route,
                "R4.length",
                visit.site,
                worked=_worked(visit),
                minutes=visit.finish - visit.start,
                needed=needed_min,
            )


def inside_one_window(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """A visit lies inside one window of its site on that date; windows that touch are not joined."""
    for visit in route.visits:
        site = scenario.sites.get(visit.site)
        if site is None:
            continue
        windows = scenario.windows(site, route.date)
        if not windows:
            yield route_breach(scenario, route, "R4.closed", site.id, worked=_worked(visit))
        elif not any(
            window.start_min <= visit.start and visit.finish <= window.end_min for window in windows
        ):
            hours = ", ".join(stretch(window) for window in windows)
            yield route_breach(scenario, route, "R4.window", site.id, worked=_worked(visit), hours=hours)


def _worked(visit: Visit) -> str:
    return stretch(Window(visit.start, visit.finish))
