"""What random scenarios may say of people who move, of promises, and of what was done or planned before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import strategies as st

from optimizer.domain.plan import Pause, Route, Visit
from optimizer.domain.scenario import (
    EarlierPlan,
    FollowUp,
    Gathering,
    Pin,
    Scenario,
    Shuttle,
    WorkDone,
)

_MINUTES = st.integers(0, 1440)
_CASES = st.integers(1, 10**6)


@st.composite
def with_promises(draw: st.DrawFn, made: Scenario) -> Scenario:
    """The scenario with follow-ups, gathering, shuttles, pins, recorded work and an earlier plan, or some."""
    plannable = [service.id for service in made.services.values() if service.plannable]
    services = dict(made.services)
    for first, second in pairwise(plannable):  # in order, so that none leads back
        if draw(st.booleans()):
            services[first] = replace(services[first], then=FollowUp(second, draw(st.integers(0, 366))))
    ids = list(made.sites)
    pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True).map(tuple)
    shuttles = draw(st.lists(pairs, max_size=2, unique=True)) if len(ids) > 1 else []
    return replace(
        made,
        services=services,
        gathering=draw(st.none() | _gatherings(list(services))),
        shuttles=tuple(
            Shuttle(origin, destination, draw(st.floats(0, 1)), draw(st.integers(0, 10**9)))
            for origin, destination in shuttles
        ),
        pins=tuple(draw(st.lists(_pins(made), max_size=3))),
        work_done=tuple(draw(st.lists(_work_done(made), max_size=3))),
        earlier=draw(st.none() | _earlier(made)),
    )


def _gatherings(services: list[str]) -> st.SearchStrategy[Gathering]:
    return st.builds(
        Gathering,
        radius_km=st.floats(0, 1000, exclude_min=True),
        turnout=st.floats(0, 1),
        services=st.frozensets(st.sampled_from(services)),
    )


def _cases(made: Scenario, least: int = 0) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(sorted(made.services)), _CASES, min_size=least, max_size=3)


def _pins(made: Scenario) -> st.SearchStrategy[Pin]:
    return st.builds(
        Pin,
        team=st.sampled_from(sorted(made.teams)),
        date=st.sampled_from(list(made.horizon.dates())),
        site=st.sampled_from(sorted(made.sites)),
        start_min=st.none() | _MINUTES,
        cases=_cases(made),
    )


def _work_done(made: Scenario) -> st.SearchStrategy[WorkDone]:
    return st.builds(
        WorkDone,
        date=st.integers(1, 400).map(lambda days: made.horizon.start - timedelta(days=days)),
        site=st.sampled_from(sorted(made.sites)),
        service=st.sampled_from(sorted(made.services)),
        cases=_CASES,
    )


def _earlier(made: Scenario) -> st.SearchStrategy[EarlierPlan]:
    dates = st.sampled_from(list(made.horizon.dates()))
    places = st.sampled_from([*made.places, "bỏ rồi"])
    visits = st.builds(
        Visit,
        site=places,
        arrive=_MINUTES,
        start=_MINUTES,
        finish=_MINUTES,
        cases=_cases(made),
        guests=st.dictionaries(places, _cases(made, least=1), max_size=2),
    )
    routes = st.builds(
        Route,
        team=st.sampled_from([*made.teams, "tổ cũ"]),
        date=dates,
        start=places,
        depart=_MINUTES,
        end=places,
        arrive=_MINUTES,
        visits=st.lists(visits, max_size=2).map(tuple),
        breaks=st.lists(st.builds(Pause, start=_MINUTES, minutes=st.integers(1, 90)), max_size=1).map(tuple),
        km=st.floats(0, 3000),
        travel_minutes=_MINUTES,
    )
    return st.builds(
        EarlierPlan, routes=st.lists(routes, max_size=3).map(tuple), frozen_until=st.none() | dates
    )
