"""R1 team-day: at most one day route per team and date, and only on dates on which the team is available."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.review.breach import Breach, breach, route_breach


def availability(scenario: Scenario, route: Route) -> Iterator[Breach]:
    """The team exists, the date is one of the horizon, and the team works on it."""
    team = scenario.teams.get(route.team)
    if team is None:
        yield route_breach(scenario, route, "R1.unknown_team")
    if route.date not in scenario.horizon:
        yield route_breach(
            scenario, route, "R1.outside_horizon", first=scenario.horizon.start, last=scenario.horizon.end
        )
    elif team is not None and route.date not in team.dates:
        yield route_breach(scenario, route, "R1.day_off")


def one_route_a_day(scenario: Scenario, routes: Iterable[Route]) -> Iterator[Breach]:
    """No team has two routes on one date."""
    for (team, day), number in Counter((route.team, route.date) for route in routes).items():
        if number > 1:
            yield breach(scenario, "R1.several_routes", team=team, day=day, number=number)
