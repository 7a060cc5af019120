"""R2 continuity: a team starts where it slept, sleeps where one may, and comes home in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario, Team
from optimizer.review.breach import Breach, breach, place_name, route_breach
from optimizer.review.nights import beds, in_time_order

_DAY = timedelta(days=1)


def place_to_sleep(scenario: Scenario, team: Team, route: Route) -> Iterator[Breach]:
    """A route ends at the team's own base or at a lodging."""
    if route.end != team.base and route.end not in scenario.sleeping_places:
        yield route_breach(scenario, route, "R2.no_bed", place=place_name(scenario, route.end))


def starts_where_it_slept(scenario: Scenario, team: Team, routes: Iterable[Route]) -> Iterator[Breach]:
    """The first route starts at the base, each later one where the route before it ended."""
    at = team.base
    for route in in_time_order(routes):
        if route.date not in scenario.horizon:
            continue
        if route.start != at:
            yield route_breach(
                scenario,
                route,
                "R2.start",
                place=place_name(scenario, route.start),
                slept=place_name(scenario, at),
            )
        at = route.end


def home_in_time(scenario: Scenario, team: Team, routes: Iterable[Route]) -> Iterator[Breach]:
    """Consecutive nights away, idle days included, keep to the limit; the last date ends at home.

    A team that is home when off spends the nights before and after each date on which it does not work there.

    A team that may end anywhere ends the last date at any lodging, and no night is counted after it.
    """
    last = scenario.horizon.end
    away = 0
    for day, place in beds(scenario.horizon, team, routes).items():
        away = 0 if place == team.base else away + 1
        if (
            away
            and team.home_when_off
            and (day not in team.dates or day + _DAY not in team.dates)
            and day != last
        ):
            off = day if day not in team.dates else day + _DAY
            yield breach(
                scenario, "R2.off", team=team.id, day=day, place=place_name(scenario, place), off=off
            )
        if not away or (day == last and team.end_anywhere):
            continue
        if day == last:
            yield breach(scenario, "R2.not_home", team=team.id, day=day, place=place_name(scenario, place))
        elif away == team.max_nights + 1:
            yield breach(scenario, "R2.nights", team=team.id, day=day, limit=team.max_nights)
