"""Random scenarios as `read_scenario` would make them, for properties of what is written and read."""

from __future__ import annotations

from array import array
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.scenario import (
    Break,
    Closure,
    LegTable,
    Link,
    Objective,
    Place,
    Scenario,
    Service,
    Site,
    Team,
    Vehicle,
)
from optimizer.intake.cleaning import clean_text
from optimizer.intake.items import SiteForm
from optimizer.intake.persons import are_full_names, personal_number
from tests.intake.promise_strategies import with_promises

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặòỏõóọABCĐỐQ019 -_'\"#:{}[],&*!|>%@`~=+.?\\/<\u0301"


def _neutral(text: str) -> bool:
    return bool(text) and personal_number(text) is None and not are_full_names([text])


names = st.text(_LETTERS, min_size=1, max_size=12).map(lambda text: clean_text(text)[0]).filter(_neutral)
tags = st.text("abcđê01-_:.#{}\"'", min_size=1, max_size=6).filter(
    lambda tag: tag not in SiteForm.model_fields
)
tag_sets = st.frozensets(st.sampled_from(["power", "network", "no", "on", "1", "null", "11:00"]), max_size=3)
latitudes = st.floats(8, 23.5)
longitudes = st.floats(102.5, 117)


def windows(most: int = 3) -> st.SearchStrategy[tuple[Window, ...]]:
    """Windows of one day in order; some of them touch."""

    def pair_up(ends: list[int]) -> tuple[Window, ...]:
        return tuple(Window(*sorted(ends)[at : at + 2]) for at in range(0, len(ends) - 1, 2))

    return st.lists(st.integers(0, 1440), max_size=2 * most, unique=True).map(pair_up)


@st.composite
def scenarios(draw: st.DrawFn, *, with_legs: bool | None = None) -> Scenario:
    """A scenario in which nothing is wrong."""
    start = date(2023, 4, 24) + timedelta(days=draw(st.integers(0, 400)))
    horizon = Horizon(
        start,
        draw(st.integers(1, 9)),
        frozenset(draw(st.lists(st.dates(start, start + timedelta(9)), max_size=2))),
    )
    dates = list(horizon.dates())
    services = {
        one: draw(_services(one)) for one in draw(st.lists(tags, min_size=1, max_size=3, unique=True))
    }
    ids = draw(st.lists(names, min_size=3, max_size=7, unique=True))
    hours = {
        one: Hours(one, draw(st.dictionaries(st.sampled_from(dates), windows(), max_size=3)))
        for one in draw(st.lists(names, max_size=2, unique=True))
    }
    vehicles = {
        one: draw(_vehicles(one)) for one in draw(st.lists(tags, min_size=1, max_size=2, unique=True))
    }
    things = draw(st.dictionaries(tags, tag_sets, max_size=2))
    lodgings = ids[1:2] if len(ids) > 4 else []
    site_ids = ids[1 + len(lodgings) :]
    team_ids = draw(st.lists(names, min_size=1, max_size=2, unique=True))
    scenario = draw(
        with_promises(
            Scenario(
                name=draw(names),
                horizon=horizon,
                services=services,
                bases={ids[0]: draw(_places(ids[0]))},
                lodgings={one: draw(_places(one)) for one in lodgings},
                sites={
                    one: draw(_sites(one, list(services), list(hours), list(vehicles))) for one in site_ids
                },
                teams={
                    one: draw(
                        _teams(team=one, base=ids[0], vehicles=list(vehicles), things=things, dates=dates)
                    )
                    for one in team_ids
                },
                vehicles=vehicles,
                language=draw(st.sampled_from(["vi", "en"])),
                hours=hours,
                things=things,
                objective=Objective(
                    draw(st.integers(0, 10_000)),
                    draw(st.integers(0, 10**7)),
                    draw(st.integers(0, 10**7)),
                    draw(st.integers(0, 10**9)),
                ),
                links=tuple(draw(st.lists(_links(ids, list(vehicles)), max_size=2))),
                closures=tuple(draw(st.lists(_closures(ids, dates), max_size=2))),
                published=tuple(draw(st.lists(names, max_size=2))),
                assumed=tuple(draw(st.lists(names, max_size=2))),
                legs=draw(_legs(len(ids), len(vehicles)))
                if (draw(st.booleans()) if with_legs is None else with_legs)
                else None,
            )
        )
    )
    return scenario  # noqa: RET504 - so that a failing example can be looked at


def _services(service: str) -> st.SearchStrategy[Service]:
    plannable = st.booleans()
    return plannable.flatmap(
        lambda is_plannable: st.builds(
            Service,
            id=st.just(service),
            name=names,
            minutes=st.integers(1, 1440) if is_plannable else st.none() | st.integers(1, 90),
            value_dong=st.integers(0, 10**6),
            needs=tag_sets,
            requires=tag_sets,
            plannable=st.just(is_plannable),
        )
    )


def _places(place: str) -> st.SearchStrategy[Place]:
    return st.builds(Place, id=st.just(place), name=names, lat=latitudes, lon=longitudes)


def _vehicles(vehicle: str) -> st.SearchStrategy[Vehicle]:
    return st.builds(
        Vehicle,
        id=st.just(vehicle),
        speed_kmh=st.floats(0.5, 900),
        detour=st.floats(1, 20),
        dong_per_km=st.integers(0, 10**6),
    )


@st.composite
def _sites(draw: st.DrawFn, site: str, services: list[str], hours: list[str], vehicles: list[str]) -> Site:
    release = draw(st.none() | st.dates(date(2023, 1, 1), date(2024, 1, 1)))
    deadline = draw(st.none() | st.dates(release or date(2023, 1, 1), date(2025, 1, 1)))
    return Site(
        id=site,
        name=draw(names),
        lat=draw(latitudes),
        lon=draw(longitudes),
        commune=draw(st.just("") | names),
        cases=draw(st.dictionaries(st.sampled_from(services), st.integers(1, 5000))),
        hours=draw(st.none() | st.sampled_from(hours)) if hours else None,
        lacks=draw(tag_sets),
        requires=draw(tag_sets),
        lodging=draw(st.booleans()),
        priority=draw(st.floats(0, 100)),
        release=release,
        deadline=deadline,
        setup_minutes=draw(st.integers(0, 200)),
        vehicles=draw(st.frozensets(st.sampled_from(vehicles))),
        max_teams=draw(st.none() | st.integers(1, 100)),
    )


@st.composite
def _teams(
    draw: st.DrawFn,
    *,
    team: str,
    base: str,
    vehicles: list[str],
    things: dict[str, frozenset[str]],
    dates: list[date],
) -> Team:
    brings = draw(st.frozensets(st.sampled_from(sorted(things)))) if things else frozenset()
    ends = sorted(draw(st.lists(st.integers(0, 1440), min_size=2, max_size=2, unique=True)))
    limits: Any = st.none() | st.integers(0, 1440)
    return Team(
        id=team,
        name=draw(names),
        base=base,
        vehicle=draw(st.sampled_from(vehicles)),
        dates=draw(st.frozensets(st.sampled_from(dates), min_size=1)),
        officers=draw(st.integers(1, 9)),
        stations=draw(st.integers(1, 4)),
        skills=draw(tag_sets),
        brings=brings,
        makes_up_for=frozenset().union(*(things[thing] for thing in brings)),
        shift=Window(*ends),
        pause=draw(st.none() | _breaks(Window(*ends))),
        end_anywhere=draw(st.booleans()),
        max_work_minutes=draw(limits),
        max_drive_minutes=draw(limits),
        max_nights=draw(st.integers(0, 9)),
        home_when_off=draw(st.booleans()),
    )


@st.composite
def _breaks(draw: st.DrawFn, shift: Window) -> Break:
    """A break that can be taken inside the shift."""
    minutes = draw(st.integers(1, shift.end_min - shift.start_min))
    start = draw(st.integers(shift.start_min, shift.end_min - minutes))
    first = draw(st.integers(0, start))
    return Break(minutes, Window(first, draw(st.integers(max(first + 1, start), 1440))))


@st.composite
def _links(draw: st.DrawFn, places: list[str], vehicles: list[str]) -> Link:
    ends = draw(st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True))
    return Link(
        origin=ends[0],
        destination=ends[1],
        minutes=draw(st.integers(0, 900)),
        metres=draw(st.integers(0, 3_000_000)),
        dong_per_officer=draw(st.integers(0, 10**7)),
        vehicle=draw(st.none() | st.sampled_from(vehicles)),
        one_way=draw(st.booleans()),
    )


@st.composite
def _closures(draw: st.DrawFn, places: list[str], dates: list[date]) -> Closure:
    ends = draw(st.lists(st.sampled_from(places), min_size=1, max_size=2, unique=True))
    first = draw(st.sampled_from(dates))
    return Closure(places=tuple(ends), start=first, end=first + timedelta(days=draw(st.integers(0, 3))))  # type: ignore[arg-type]


@st.composite
def _legs(draw: st.DrawFn, places: int, vehicles: int) -> LegTable:
    pairs = st.tuples(st.integers(0, places - 1), st.integers(0, places - 1)).filter(
        lambda pair: pair[0] != pair[1]
    )
    keys = draw(st.lists(st.tuples(pairs, st.integers(-1, vehicles - 1)), max_size=12, unique=True))
    return LegTable(
        origin=array("i", [origin for (origin, _), _ in keys]),
        destination=array("i", [destination for (_, destination), _ in keys]),
        minutes=array("i", [draw(st.integers(0, 14_400)) for _ in keys]),
        metres=array("i", [draw(st.integers(0, 40_000_000)) for _ in keys]),
        vehicle=array("i", [vehicle for _, vehicle in keys]),
    )
