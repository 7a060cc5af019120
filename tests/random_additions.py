"""What a random campaign may have on top: people who move and come again, weights of a whole plan, promises.

Each takes a scenario and gives it something more, so that scenarios without it are drawn as ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import (
    EarlierPlan,
    FollowUp,
    Gathering,
    Pin,
    Scenario,
    Service,
    Shuttle,
    WorkDone,
)

_MOSTLY = st.sampled_from([True, True, False])
_TURNOUTS = st.sampled_from([0.6, 1.0, 0.29, 0.5, 0.1, 0.0])


@st.composite
def with_people(draw: st.DrawFn, made: Scenario) -> Scenario:
    """Follow-ups, work recorded in the week before, people who gather, and shuttles."""
    services = draw(_chains(made.services))
    plannable = [service.id for service in services.values() if service.plannable]
    ids = sorted(made.sites)
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    drivable = draw(st.lists(pairs, max_size=3, unique=True)) if len(ids) > 1 else []
    return replace(
        made,
        services=services,
        work_done=tuple(draw(st.lists(_work_done(made, plannable), max_size=4, unique_by=_occasion))),
        gathering=draw(_gathering(plannable)) if draw(_MOSTLY) else None,
        shuttles=tuple(draw(_shuttle(pair)) for pair in drivable),
    )


@st.composite
def with_weights(draw: st.DrawFn, made: Scenario) -> Scenario:
    """Charges for unevenness and for changes against an earlier plan, if there is one."""
    objective = replace(
        made.objective,
        unevenness_dong=draw(st.sampled_from([0, 1, 500, 20_001])),
        change_dong=draw(st.sampled_from([0, 1, 50_000, 400_000])),
    )
    return replace(made, objective=objective, earlier=draw(st.none() | _earlier(made)))


@st.composite
def with_promises(draw: st.DrawFn, made: Scenario) -> Scenario:
    """Up to four pins on dates of the horizon, without regard to whether they can be kept."""
    return replace(made, pins=tuple(draw(st.lists(_pin(made), max_size=4, unique_by=_promise))))


@st.composite
def _chains(draw: st.DrawFn, services: Mapping[str, Service]) -> Mapping[str, Service]:
    """Services of which some are followed by a later one: two may share one, and three make a chain."""
    plannable = [service.id for service in services.values() if service.plannable]
    linked = dict(services)
    for at, first in enumerate(plannable[:-1]):
        if draw(_MOSTLY):
            second = draw(st.sampled_from((plannable[-1], plannable[at + 1], plannable[-1])))
            follow_up = FollowUp(second, draw(st.sampled_from([1, 0, 2, 1, 4])))
            linked[first] = replace(services[first], then=follow_up)
    return linked


def _work_done(made: Scenario, plannable: list[str]) -> st.SearchStrategy[WorkDone]:
    before = st.integers(1, 6).map(lambda days: made.horizon.start - timedelta(days=days))
    return st.builds(
        WorkDone,
        before,
        st.sampled_from(sorted(made.sites)),
        st.sampled_from(plannable),
        st.sampled_from([3, 1, 8, 40]),
    )


def _occasion(done: WorkDone) -> tuple[date, str, str]:
    return done.date, done.site, done.service


def _gathering(plannable: list[str]) -> st.SearchStrategy[Gathering]:
    return st.builds(
        Gathering,
        # Places stand on a grid of 1.6 km or of 6.5 km: none of these is the distance of two of them.
        radius_km=st.sampled_from([2.0, 5.0, 0.5, 14.0]),
        turnout=_TURNOUTS,
        services=st.frozensets(st.sampled_from(plannable), max_size=2),
    )


def _shuttle(pair: tuple[str, str]) -> st.SearchStrategy[Shuttle]:
    return st.builds(
        Shuttle,
        st.just(pair[0]),
        st.just(pair[1]),
        _TURNOUTS,
        st.sampled_from([0, 20_000, 250_001]),
    )


@st.composite
def _earlier(draw: st.DrawFn, made: Scenario) -> EarlierPlan:
    """Visits of teams on dates at sites, one route a date at most; some teams and sites are gone by now."""
    teams, sites = (*made.teams, "gone"), (*made.sites, "gone")
    days = st.tuples(st.sampled_from(teams), st.sampled_from(sorted(made.horizon.dates())))
    return EarlierPlan(
        tuple(
            _handed_out(team, day, draw(st.lists(st.sampled_from(sites), min_size=1, max_size=3)))
            for team, day in draw(st.lists(days, max_size=5, unique=True))
        )
    )


def _handed_out(team: str, day: date, sites: list[str]) -> Route:
    """A route as it was handed out; only its team, its date and its sites mean anything."""
    return Route(
        team=team,
        date=day,
        start="home",
        depart=480,
        end="home",
        arrive=960,
        visits=tuple(
            Visit(site=site, arrive=540, start=540, finish=600, cases={"cccd": 1}) for site in sites
        ),
        km=0.0,
        travel_minutes=0,
    )


@st.composite
def _pin(draw: st.DrawFn, made: Scenario) -> Pin:
    """A promise of a team that may have the day off, at a site that may be closed, for cases there may be."""
    site = made.sites[draw(st.sampled_from(sorted(made.sites)))]
    wanted = sorted(service for service in site.cases if made.services[service].plannable)
    cases = st.dictionaries(st.sampled_from(wanted), st.sampled_from([1, 2, 30]), max_size=2)
    return Pin(
        team=draw(st.sampled_from(sorted(made.teams))),
        date=draw(st.sampled_from(sorted(made.horizon.dates()))),
        site=site.id,
        start_min=draw(st.none() | st.integers(14, 40).map(lambda half: 30 * half)),
        cases=draw(cases) if wanted else {},
    )


def _promise(pin: Pin) -> tuple[str, date, str, int | None]:
    return pin.team, pin.date, pin.site, pin.start_min
