"""Plans of random campaigns that break no rule and are far from the best; and promises that they keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from optimizer.domain.plan import Route
from optimizer.domain.scenario import EarlierPlan, Pin, Scenario, Team
from optimizer.review.check import check_routes
from optimizer.review.stays import DayWork, Stay
from optimizer.review.timing import timed_route
from optimizer.travel.matrix import TravelMatrix

_MOST_STAYS = 4
_MOSTLY = st.sampled_from([True, True, True, False])
_RARELY = st.sampled_from([False, False, False, True])


class Day(NamedTuple):
    """One team's date: where it wakes up and where it sleeps."""

    team: Team
    day: date
    ends: tuple[str, str]


@st.composite
def some_plans(draw: st.DrawFn, made: Scenario, travel: TravelMatrix) -> tuple[Route, ...]:
    """A plan to which one visit after the other was added, at home and elsewhere, if it broke no rule."""
    routes: list[Route] = []
    for team in made.teams.values():
        week = draw(_weeks(made, travel, team))
        for day, ends in week.items():
            work: DayWork = ()
            for _ in range(draw(st.integers(0, _MOST_STAYS))):
                longer = (*work, draw(_stays(made)))
                if _added(made, travel, routes, Day(team, day, ends), longer) is not None:
                    work = longer
            routes = _added(made, travel, routes, Day(team, day, ends), work) or routes
    return tuple(routes)


@st.composite
def with_kept_promises(draw: st.DrawFn, made: Scenario, routes: Sequence[Route]) -> Scenario:
    """Some visits of a plan are pinned and some of its routes frozen; a few of these do not stand."""
    pins = tuple(
        draw(_pin(route, number)) for route in routes for number in range(len(route.visits)) if draw(_RARELY)
    )
    if not routes or draw(_MOSTLY):
        return replace(made, pins=pins)
    last = draw(st.sampled_from([0, 0, 1, made.horizon.days - 1]))
    frozen_until = made.horizon.start + timedelta(days=last)
    handed_out = tuple(
        draw(_handed_out(route)) for route in routes if route.date <= frozen_until or draw(_MOSTLY)
    )
    return replace(made, pins=pins, earlier=EarlierPlan(handed_out, frozen_until))


@st.composite
def _pin(draw: st.DrawFn, route: Route, number: int) -> Pin:
    visit = route.visits[number]
    fewest = {service: draw(st.integers(0, cases)) for service, cases in visit.cases.items()}
    return Pin(
        route.team,
        route.date,
        visit.site,
        start_min=visit.start if draw(st.booleans()) else None,
        cases={service: cases for service, cases in fewest.items() if cases},
    )


@st.composite
def _handed_out(draw: st.DrawFn, route: Route) -> Route:
    """The route as it is; or it began earlier, at its first visit perhaps, so that it does not stand."""
    if not route.visits or draw(_MOSTLY):
        return route
    first = route.visits[0]
    start = max(0, first.start - draw(st.sampled_from([0, 1])))
    visits = (first.model_copy(update={"start": start}), *route.visits[1:])
    return route.model_copy(update={"visits": visits, "depart": max(0, route.depart - 1)})


@st.composite
def _weeks(draw: st.DrawFn, made: Scenario, travel: TravelMatrix, team: Team) -> dict[date, tuple[str, str]]:
    """Where a team wakes up and sleeps on each date on which it works."""
    away = [*made.sleeping_places] if team.max_nights or team.end_anywhere else []
    days = sorted(team.dates)
    slept = [draw(st.sampled_from([team.base, team.base, *away])) for _ in days]
    week = dict(zip(days, zip([team.base, *slept], slept, strict=False), strict=False))
    moves = [
        timed_route(made, travel, team, day, ends=ends, work=())
        for day, ends in week.items()
        if ends[0] != ends[1]
    ]
    known = [one for one in moves if one is not None]
    is_legal = len(known) == len(moves) and check_routes(made, travel, known) == ()
    return week if is_legal else dict.fromkeys(days, (team.base, team.base))


@st.composite
def _stays(draw: st.DrawFn, made: Scenario) -> Stay:
    """A visit to some site for a few cases of its own, or of others."""
    sites = sorted(made.sites)
    host = draw(st.sampled_from(sites))
    homes = st.sampled_from([host, host, *sites])
    services = st.sampled_from(sorted(one.id for one in made.services.values() if one.plannable))
    cells = draw(st.lists(st.tuples(homes, services), min_size=1, max_size=2, unique=True))
    return Stay(host, {cell: draw(st.sampled_from([6, 1, 3, 10, 40])) for cell in cells})


def _added(
    made: Scenario,
    travel: TravelMatrix,
    routes: Sequence[Route],
    at: Day,
    work: DayWork,
) -> list[Route] | None:
    """The routes with one more, or None if that breaks a rule, but for weeks of which days are missing."""
    if not work and at.ends[0] == at.ends[1]:
        return list(routes)
    route = timed_route(made, travel, at.team, at.day, ends=at.ends, work=work)
    if route is None:
        return None
    added = [*routes, route]
    is_broken = any(not one.key.startswith("R2.") for one in check_routes(made, travel, added))
    return None if is_broken else added
