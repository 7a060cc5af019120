"""What an earlier plan promises now: which of its frozen routes still stand, and why the others do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from optimizer.domain.plan import Conflict, Route
from optimizer.domain.scenario import Pin, Scenario, Team
from optimizer.language import say
from optimizer.review.breach import Breach, in_order
from optimizer.review.check import check_demand, check_route, check_sites
from optimizer.review.promise_week import PromiseWeek, could_be_due
from optimizer.review.promises import frozen_routes, pins_of
from optimizer.review.rules import r1_team_day, r2_continuity
from optimizer.review.served import Cell, served_by_cell
from optimizer.travel.matrix import TravelMatrix

_MOST_TOGETHER = 2
"""Routes that are released together if no fewer are enough; beyond that one goes at a time."""


@dataclass(frozen=True, slots=True)
class Promises:
    """What a plan must keep.

    Parameters
    ----------
    frozen
        Routes of the earlier plan that stand as they were.
    pins
        The scenario's pins, then the visits of frozen routes that had to be released, for as many
        cases as there still are.
    conflicts
        Why these routes had to be released, and which of their visits can no longer be for all the
        cases that they were for.
    """

    frozen: tuple[Route, ...] = ()
    pins: tuple[Pin, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def settle(scenario: Scenario, travel: TravelMatrix) -> Promises:
    """Release frozen routes until those that stand break no rule of the scenario now.

    First those go that break a rule by themselves.  Where several share in a breach, as few go as are
    enough, and of these the ones that serve fewest cases, the latest if they serve as many.  Dates of
    routes that are released, and those after the last frozen one, may be used to get from one place
    to the next and home.
    """
    standing = list(frozen_routes(scenario))
    released: list[Route] = []
    conflicts: list[Conflict] = []

    def release(route: Route, found: Breach) -> None:
        standing.remove(route)
        released.append(route)
        conflicts.append(_conflict(scenario, route, found))

    for route in tuple(standing):
        for found in check_route(scenario, travel, route)[:1]:
            release(route, found)
    while breaches := _shared(scenario, travel, standing):
        for route in _fewest(scenario, travel, standing, breaches):
            release(route, breaches[0])
    pins = tuple(_pins(scenario, released, standing))
    listed = {(one.team, one.date, one.site) for one in conflicts}
    conflicts += (
        one for one in _fewer(scenario, released, pins) if (one.team, one.date, one.site) not in listed
    )
    return Promises(tuple(standing), (*scenario.pins, *pins), tuple(conflicts))


def _conflict(scenario: Scenario, route: Route, found: Breach) -> Conflict:
    return Conflict(
        team=route.team,
        date=route.date,
        site=found.site if found.site in {visit.site for visit in route.visits} else "",
        reason=found.text(scenario.language),
    )


def _shared(scenario: Scenario, travel: TravelMatrix, standing: Sequence[Route]) -> tuple[Breach, ...]:
    """What routes do against the rules together, each being sound by itself."""
    by_team: dict[str, list[Route]] = {}
    for route in standing:
        by_team.setdefault(route.team, []).append(route)
    return in_order(
        (
            *check_demand(scenario, standing),
            *check_sites(scenario, standing),
            *(
                one
                for team_id, routes in by_team.items()
                for one in _week(scenario, travel, scenario.teams[team_id], routes)
            ),
        )
    )


def _week(scenario: Scenario, travel: TravelMatrix, team: Team, routes: Sequence[Route]) -> Iterator[Breach]:
    """What one team's routes do against R1 and R2, whatever it does on its other dates."""
    twice = tuple(r1_team_day.one_route_a_day(scenario, routes))
    yield from twice
    if twice or not PromiseWeek(scenario, travel, team, routes).cannot_keep(()):
        return
    starts = tuple(r2_continuity.starts_where_it_slept(scenario, team, routes))
    yield from starts or r2_continuity.home_in_time(scenario, team, routes)


def _fewest(
    scenario: Scenario, travel: TravelMatrix, standing: Sequence[Route], breaches: Sequence[Breach]
) -> Sequence[Route]:
    """The routes to release for the first of some breaches, so that no other comes up."""
    known = {_about(one) for one in breaches}
    concerned = _concerned(breaches[0], standing)
    for size in range(1, _MOST_TOGETHER + 1):
        enough = []
        for some in combinations(concerned, size):
            rest = [one for one in standing if one not in some]
            still = {_about(one) for one in _shared(scenario, travel, rest)}
            if still <= known and _about(breaches[0]) not in still:
                enough.append(some)
        if enough:
            return min(enough, key=_harm)
    return [max(concerned, key=lambda one: (one.date, one.depart, one.team))]


def _concerned(found: Breach, standing: Sequence[Route]) -> list[Route]:
    """The routes that have a part in a breach; never none."""
    of_team = [one for one in standing if found.team in ("", one.team)]
    at_site = [one for one in of_team if any(found.site in (v.site, *v.guests) for v in one.visits)]
    some = at_site if found.site else of_team
    if found.code == "R7":
        some = [one for one in some if one.date == found.date]
    return some or of_team or list(standing)


def _about(one: Breach) -> tuple[object, ...]:
    """What two breaches share that are about the same thing."""
    return one.key, one.team, one.site, one.values.get("service"), one.date if one.code == "R7" else None


def _harm(routes: Sequence[Route]) -> tuple[int, list[int], list[str]]:
    """Sorts what does least harm first: few cases, then late dates."""
    cases = sum(visit.number_of_cases for route in routes for visit in route.visits)
    return cases, [-route.date.toordinal() for route in routes], [route.team for route in routes]


def _pins(scenario: Scenario, released: Sequence[Route], standing: Sequence[Route]) -> Iterator[Pin]:
    """The visits of released routes, for as many cases as the routes that stand leave."""
    taken: Counter[Cell] = Counter(served_by_cell(standing))
    for route in released:
        for pin in pins_of(route):
            if pin.site not in scenario.sites:
                yield pin
                continue
            left = {
                service: could_be_due(scenario, pin.site, service, pin.date) - taken[pin.site, service]
                for service in pin.cases
                if service in scenario.services
            }
            cases = {service: min(count, left.get(service, 0)) for service, count in pin.cases.items()}
            cases = {service: count for service, count in cases.items() if count > 0}
            for service, count in cases.items():
                taken[pin.site, service] += count
            yield replace(pin, cases=cases)


def _fewer(scenario: Scenario, released: Sequence[Route], pins: Sequence[Pin]) -> Iterator[Conflict]:
    """The visits that can no longer be for all the cases that they were for."""
    promised = (pin for route in released for pin in pins_of(route))
    for before, now in zip(promised, pins, strict=True):
        if before.cases != now.cases:
            reason = say(
                "unkept.fewer",
                scenario.language,
                promised=sum(before.cases.values()),
                left=sum(now.cases.values()),
            )
            yield Conflict(team=now.team, date=now.date, site=now.site, reason=reason)
