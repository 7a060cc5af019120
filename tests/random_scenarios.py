"""Random small campaigns that use everything a scenario may say, for property tests of every room.

`scenarios` draws what intake would accept, so that it can also be written and read back.  It
leans towards work that is possible but does not all fit: short shifts, narrow hours, far beds.
Every draw falls back to what is plainest (one team, one day, one site), so that a failing
example shrinks to something a person can follow.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise

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
from tests.build import START, day
from tests.random_additions import with_people, with_promises, with_weights

STEP = 0.015
"""Degrees between two neighbouring places: a mile."""

SKILLS = ("chữ-ký-số", "tiếng-mông")
NEEDS = ("power", "network")
THINGS = {"generator": frozenset({"power"}), "satellite": frozenset({"network"})}
SERVICES = ("cccd", "vneid2", "activate", "home")


@st.composite
def scenarios(
    draw: st.DrawFn,
    *,
    most_teams: int = 4,
    most_days: int = 5,
    most_sites: int = 10,
    legs: bool = True,
    people: bool = False,
    weights: bool = False,
    promises: bool = False,
) -> Scenario:
    """A campaign of up to `most_teams` teams, `most_days` days and `most_sites` sites.

    Parameters
    ----------
    legs
        Whether travel may be given as a table, with roads missing.
    people
        Whether there may be follow-ups, work recorded earlier, gathering and shuttles.
    weights
        Whether unevenness and changes may be charged, the latter against some earlier plan.
    promises
        Whether there may be pins, of which many cannot be kept.
    """
    days = draw(st.integers(1, most_days))
    dates = st.integers(0, days - 1).map(day)
    horizon = Horizon(START, days, draw(st.frozensets(dates, max_size=days - 1)))
    services = draw(_services())
    vehicles = draw(_vehicles())
    hours = {name: draw(_hours(name, days)) for name in ("office", "farmers")[: draw(st.integers(0, 2))]}
    spots = _spots(draw(st.sampled_from([1, 4])))
    bases = {name: draw(_place(name, spots)) for name in ("home", "town")[: draw(st.integers(1, 2))]}
    beds = {name: draw(_place(name, spots)) for name in ("inn", "hostel")[: draw(st.integers(0, 2))]}
    ids = [f"s{number}" for number in range(1, draw(st.integers(1, most_sites)) + 1)]
    site = partial(
        _site, spots=spots, services=tuple(services), hours=tuple(hours), vehicles=tuple(vehicles), days=days
    )
    sites = {site_id: draw(site(site_id)) for site_id in ids}
    names = [f"to-{number}" for number in range(1, draw(st.integers(1, most_teams)) + 1)]
    team = partial(_team, bases=tuple(bases), vehicles=tuple(vehicles), horizon=horizon)
    teams = {name: draw(team(name, busy=name == "to-1")) for name in names}
    places: dict[str, Place] = {**bases, **beds, **sites}
    made = Scenario(
        name="tình cờ",
        horizon=horizon,
        services=services,
        bases=bases,
        lodgings=beds,
        sites=sites,
        teams=teams,
        vehicles=vehicles,
        hours=hours,
        things=THINGS,
        objective=draw(_OBJECTIVES),
        legs=draw(st.none() | _leg_table(list(places.values()), len(vehicles))) if legs else None,
        links=tuple(draw(st.lists(_link(tuple(places), tuple(vehicles)), max_size=3))),
        closures=tuple(draw(st.lists(_closure(tuple(places), days), max_size=3))),
    )
    for is_drawn, add in ((people, with_people), (weights, with_weights), (promises, with_promises)):
        made = draw(add(made)) if is_drawn else made
    return made


_OBJECTIVES = st.builds(
    Objective,
    officer_minute_dong=st.sampled_from([500, 0, 7_001]),
    night_dong=st.sampled_from([500_000, 0, 20_000]),
)

_TAGS = st.frozensets(st.sampled_from(NEEDS), max_size=2)
_SKILLS = st.just(frozenset[str]()) | st.frozensets(st.sampled_from(SKILLS), max_size=2)


@st.composite
def _services(draw: st.DrawFn) -> Mapping[str, Service]:
    """One to four services that can be planned, and perhaps one that is only counted."""
    made = {
        name: Service(
            id=name,
            name=name.upper(),
            minutes=draw(st.sampled_from([12, 1, 5, 7, 12, 35])),
            value_dong=draw(st.sampled_from([300_000, 200_000, 900_000, 300_000, 33_333, 0])),
            needs=draw(_TAGS),
            requires=draw(_SKILLS) if name == "home" else frozenset(),
        )
        for name in SERVICES[: draw(st.integers(1, len(SERVICES)))]
    }
    if draw(st.booleans()):
        made["away"] = Service(id="away", name="Đi làm ăn xa", minutes=None, plannable=False)
    return made


@st.composite
def _vehicles(draw: st.DrawFn) -> Mapping[str, Vehicle]:
    return {
        name: Vehicle(
            id=name,
            speed_kmh=draw(st.sampled_from([28.0, 60.0, 15.5])),
            detour=draw(st.sampled_from([1.6, 1.0])),
            dong_per_km=draw(st.sampled_from([4000, 0, 50_000])),
        )
        for name in ("car", "moto")[: draw(st.integers(1, 2))]
    }


@st.composite
def _hours(draw: st.DrawFn, name: str, days: int) -> Hours:
    """One to three windows a day, some of them touching; no entry on closed days."""
    windows = {day(offset): draw(_WINDOWS) for offset in range(days) if draw(_MOSTLY)}
    return Hours(id=name, windows=windows)


_MOSTLY = st.sampled_from([True, True, True, False])
_RARELY = st.sampled_from([False, False, False, True])


@st.composite
def _windows(draw: st.DrawFn) -> tuple[Window, ...]:
    edges = sorted(draw(st.sets(st.integers(14, 44).map(lambda half: 30 * half + 5), min_size=2, max_size=6)))
    spans = [Window(start, end) for start, end in pairwise(edges)]
    return tuple(spans[:3] if draw(st.booleans()) else spans[::2])


_WINDOWS = st.just((Window(420, 1050),)) | _windows()


@st.composite
def _spots(draw: st.DrawFn, apart: int) -> tuple[float, float]:
    """Points of a grid `apart` steps wide, few enough for two places at one spot to be common."""
    north, east = draw(st.integers(0, 8)), draw(st.integers(0, 8))
    return 20.0 + STEP * apart * north, 105.0 + STEP * apart * east


def _place(place_id: str, spots: st.SearchStrategy[tuple[float, float]]) -> st.SearchStrategy[Place]:
    return spots.map(lambda at: Place(id=place_id, name=place_id, lat=at[0], lon=at[1]))


@st.composite
def _site(
    draw: st.DrawFn,
    site_id: str,
    *,
    spots: st.SearchStrategy[tuple[float, float]],
    services: Sequence[str],
    hours: Sequence[str],
    vehicles: Sequence[str],
    days: int,
) -> Site:
    lat, lon = draw(spots)
    cases = {service: draw(st.sampled_from([10, 0, 1, 3, 6, 100])) for service in services}
    release, deadline = draw(_span(-1, days)) if draw(_RARELY) else (None, None)
    return Site(
        id=site_id,
        name=f"Thôn {site_id}",
        lat=lat,
        lon=lon,
        cases={service: count for service, count in cases.items() if count > 0},
        hours=draw(st.sampled_from([None, *hours])),
        lacks=draw(_TAGS) if draw(_RARELY) else frozenset(),
        requires=draw(_SKILLS) if draw(_RARELY) else frozenset(),
        lodging=draw(st.booleans()),
        priority=draw(st.sampled_from([1.0, 1.5, 1.0, 0.1, 3.0, 0.0])),
        release=release,
        deadline=deadline,
        setup_minutes=draw(st.sampled_from([20, 0, 7, 20, 45])),
        vehicles=draw(st.frozensets(st.sampled_from(vehicles), max_size=1)) if draw(_RARELY) else frozenset(),
        max_teams=draw(st.sampled_from([1, 1, 2])) if draw(_RARELY) else None,
    )


@st.composite
def _span(draw: st.DrawFn, first: int, last: int) -> tuple[date, date]:
    """Two dates in order, `first` to `last` days after the start."""
    one, other = sorted((draw(st.integers(first, last)), draw(st.integers(first, last))))
    return day(one), day(other)


@st.composite
def _team(
    draw: st.DrawFn,
    team_id: str,
    *,
    bases: Sequence[str],
    vehicles: Sequence[str],
    horizon: Horizon,
    busy: bool,
) -> Team:
    """A team; a `busy` one works on at least one date."""
    dates = sorted(horizon.dates())
    off = draw(st.frozensets(st.sampled_from(dates), max_size=min(2, len(dates) - busy)))
    if not (busy or draw(st.booleans())):
        off |= horizon.holidays
    brings = draw(st.frozensets(st.sampled_from(sorted(THINGS)), max_size=2))
    start = draw(st.sampled_from([420, 390, 600]))
    shift = Window(start, start + draw(st.sampled_from([600, 840, 300, 600])))
    return Team(
        id=team_id,
        name=team_id,
        base=draw(st.sampled_from(bases)),
        vehicle=draw(st.sampled_from(vehicles)),
        dates=frozenset(dates) - off,
        officers=draw(st.integers(1, 4)),
        stations=draw(st.integers(1, 3)),
        skills=draw(_SKILLS),
        brings=brings,
        makes_up_for=frozenset().union(*(THINGS[thing] for thing in brings)),
        shift=shift,
        max_work_minutes=draw(st.sampled_from([None, None, 300, 480])),
        max_drive_minutes=draw(st.sampled_from([None, None, 60, 120])),
        max_nights=draw(st.sampled_from([0, 2, 3, 1])),
        pause=draw(_breaks(shift)) if draw(_RARELY) else None,
        end_anywhere=draw(_RARELY),
        home_when_off=draw(_RARELY),
    )


@st.composite
def _breaks(draw: st.DrawFn, shift: Window) -> Break:
    """A break that can be taken inside the shift; its window may reach beyond it."""
    minutes = draw(st.sampled_from([45, 30, 7, 120]))
    first = draw(st.integers(shift.start_min - 60, shift.end_min - minutes))
    last = draw(st.integers(max(first + 1, shift.start_min), min(first + 200, 1440)))
    return Break(minutes, Window(first, last))


@st.composite
def _leg_table(draw: st.DrawFn, places: Sequence[Place], vehicles: int) -> LegTable:
    """Legs along the grid of places, but for some that are missing and some that are odd."""
    numbers = st.integers(0, len(places) - 1)
    missing = draw(st.sets(st.tuples(numbers, numbers), max_size=8))
    cut_off = draw(st.none() | numbers)
    every_vehicle = {
        (origin, destination, -1): (_minutes(one, other), 800 * _minutes(one, other))
        for origin, one in enumerate(places)
        for destination, other in enumerate(places)
        if origin != destination
        and (origin, destination) not in missing
        and cut_off not in {origin, destination}
    }
    odd = st.dictionaries(
        st.tuples(numbers, numbers, st.integers(-1, vehicles - 1)).filter(lambda leg: leg[0] != leg[1]),
        st.tuples(st.integers(0, 60), st.integers(0, 40_000)),
        max_size=4,
    )
    legs = [
        (origin, destination, minutes, metres, vehicle)
        for (origin, destination, vehicle), (minutes, metres) in (every_vehicle | draw(odd)).items()
    ]
    columns = [array("i", column) for column in zip(*legs, strict=True)]
    return LegTable(*(columns or [array("i") for _ in range(5)]))


def _minutes(one: Place, other: Place) -> int:
    steps = abs(one.lat - other.lat) + abs(one.lon - other.lon)
    return round(7 * steps / STEP)


@st.composite
def _link(draw: st.DrawFn, places: Sequence[str], vehicles: Sequence[str]) -> Link:
    origin, destination = draw(_pair(places))
    return Link(
        origin=origin,
        destination=destination,
        minutes=draw(st.integers(0, 40)),
        metres=draw(st.integers(0, 50_000)),
        dong_per_officer=draw(st.sampled_from([0, 50_000, 2_000_001])),
        vehicle=draw(st.sampled_from([None, *vehicles])),
        one_way=draw(st.booleans()),
    )


@st.composite
def _closure(draw: st.DrawFn, places: Sequence[str], days: int) -> Closure:
    at = draw(_pair(places) | st.tuples(st.sampled_from(places)))
    return Closure(at, *draw(_span(0, days - 1)))


def _pair(places: Sequence[str]) -> st.SearchStrategy[tuple[str, str]]:
    """Two different places; there are always two, a base and a site."""
    return st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True).map(
        lambda pair: (pair[0], pair[1])
    )
