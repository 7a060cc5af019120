"""What an earlier plan promises now: which of its frozen routes still stand, and why the others do not."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.domain.plan import Conflict, Route
from optimizer.domain.scenario import Pin, Scenario, Team
from optimizer.review.breach import Breach, in_order
from optimizer.review.check import check_demand, check_route, check_sites
from optimizer.review.nights import in_time_order
from optimizer.review.promises import frozen_routes, pins_of
from optimizer.review.rules import r1_team_day, r2_continuity
from optimizer.travel.matrix import TravelMatrix


@dataclass(frozen=True, slots=True)
class Promises:
    """What a plan must keep.

    Parameters
    ----------
    frozen
        Routes of the earlier plan that stand as they were.
    pins
        The scenario's pins, then the visits of frozen routes that had to be released.
    conflicts
        Why these routes had to be released.
    """

    frozen: tuple[Route, ...] = ()
    pins: tuple[Pin, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def settle(scenario: Scenario, travel: TravelMatrix) -> Promises:
    """Release frozen routes, one at a time, until those that stand break no rule of the scenario now.

    Where several share in a breach the latest goes; a team whose routes leave it where it cannot
    come home in time loses its last one.
    """
    standing = list(frozen_routes(scenario))
    released: list[Route] = []
    conflicts: list[Conflict] = []
    while True:
        found = next(iter(_breaches(scenario, travel, standing, released)), None)
        if found is None:
            pins = (pin for route in released for pin in pins_of(route))
            return Promises(tuple(standing), (*scenario.pins, *pins), tuple(conflicts))
        route = max(_concerned(found, standing), key=lambda one: (one.date, one.depart, one.team))
        standing.remove(route)
        released.append(route)
        conflicts.append(
            Conflict(
                team=route.team,
                date=route.date,
                site=found.site if found.site in {visit.site for visit in route.visits} else "",
                reason=found.text(scenario.language),
            )
        )


def _concerned(found: Breach, standing: Sequence[Route]) -> list[Route]:
    """The routes that have a part in a breach; never none."""
    of_team = [one for one in standing if found.team in ("", one.team)]
    on_date = [one for one in of_team if found.date in (None, one.date)]
    at_site = [one for one in on_date if any(found.site in (v.site, *v.guests) for v in one.visits)]
    return (at_site if found.site else on_date) or on_date or of_team or list(standing)


def _breaches(
    scenario: Scenario, travel: TravelMatrix, standing: Sequence[Route], released: Sequence[Route]
) -> tuple[Breach, ...]:
    free = {(one.team, one.date) for one in released}
    by_team: dict[str, list[Route]] = {}
    for route in standing:
        by_team.setdefault(route.team, []).append(route)
    return in_order(
        (
            *(one for route in standing for one in check_route(scenario, travel, route)),
            *check_demand(scenario, standing),
            *check_sites(scenario, standing),
            *(
                one
                for team_id, routes in by_team.items()
                if team_id in scenario.teams
                for one in _weeks_breaches(scenario, scenario.teams[team_id], routes, free)
            ),
        )
    )


def _weeks_breaches(
    scenario: Scenario, team: Team, routes: Sequence[Route], free: Container[tuple[str, date]]
) -> Iterator[Breach]:
    """What one team's routes do against R1 and R2, if it then comes home as soon as it may.

    It may on dates after the last frozen one, and on those (team and date, in `free`) of released routes.
    """
    yield from r1_team_day.one_route_a_day(scenario, routes)
    yield from r2_continuity.starts_where_it_slept(scenario, team, routes)
    last = in_time_order(routes)[-1]
    until = scenario.earlier.frozen_until if scenario.earlier else None
    later = sorted(
        day
        for day in team.dates
        if day > last.date and (until is None or day > until or (team.id, day) in free)
    )
    homecoming = [_homecoming(last, later[0], team.base)] if later and last.end != team.base else []
    yield from r2_continuity.home_in_time(scenario, team, (*routes, *homecoming))


def _homecoming(last: Route, day: date, base: str) -> Route:
    """A route without visits, from where another ended to the base."""
    return last.model_copy(update={"date": day, "start": last.end, "end": base, "visits": ()})
