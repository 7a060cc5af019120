"""Small scenarios with officers, drawn at random, and estimates for them that need no travel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from optimizer.crews.estimate import Estimate, Share
from optimizer.crews.pools import Pool
from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.crews import (
    STATIONS,
    Crewing,
    CrewKind,
    Duty,
    Officer,
    Post,
    Range,
    Rest,
    Worked,
)
from optimizer.domain.scenario import Scenario
from tests import build

START = date(2023, 4, 28)  # a Friday
SKILLS = ("drive", "print", "thai")


def scenario_of(crewing: Crewing, days: int) -> Scenario:
    """A scenario with one village, formed from officers."""
    made = build.scenario(build.site("a"), days=days)
    return replace(
        made,
        horizon=Horizon(START, days),
        teams={},
        crewing=crewing,
        things={"dish": frozenset({"network"})},
    )


def dates_of(days: int) -> tuple[date, ...]:
    """The dates of so many days."""
    return tuple(START + timedelta(days=offset) for offset in range(days))


def draw(seed: int) -> tuple[Scenario, Estimate]:
    """A scenario of three or four officers and up to two teams, and what their time is worth."""
    chance = Random(seed)  # noqa: S311 - no secret
    days = chance.choice([2, 3])
    dates = dates_of(days)
    officers = [_officer(chance, f"o{number}", dates) for number in range(chance.choice([3, 4]))]
    kind = _kind(chance, dates)
    posts = {}
    if chance.random() < 0.6:
        post = Post("p", "p", Window(420, chance.choice([1020, 1320])), frozenset(dates))
        posts["p"] = replace(post, roles=chance.choice([{}, {}, {"print": 1}]))
    crewing = Crewing(
        officers={one.id: one for one in officers},
        kinds={kind.id: kind},
        duties={"watch": Duty("watch", "watch", Hours("watch", {dates[1]: (Window(480, 600),)}))},
        posts=posts,
        kits=chance.choice([{}, {STATIONS: 2}, {STATIONS: 3, "dish": 1}]),
        together=chance.choice([(), (), (("o0", "o1"),)]),
        apart=chance.choice([(), (), (("o0", "o2"),)]),
        rest=Rest(chance.choice([None, None, days - 1]), None, chance.choice([0, 0, 1])),
        history={one.id: _worked(chance) for one in officers if chance.random() < 0.5},
    )
    narrower = _narrower(crewing, Random(-1 - seed))  # noqa: S311 - no secret
    return scenario_of(narrower, days), _estimate(chance, kind, dates)


def _narrower(crewing: Crewing, chance: Random) -> Crewing:
    """The same with vehicles that are counted, or fewer days a week, now and then."""
    cars = chance.choice([{}, {}, {"car": 1}])
    a_week = chance.choice([None, None, 1, 2])
    return replace(crewing, kits={**crewing.kits, **cars}, rest=replace(crewing.rest, days_a_week=a_week))


def _officer(chance: Random, name: str, dates: tuple[date, ...]) -> Officer:
    return Officer(
        id=name,
        name=name,
        skills=frozenset(skill for skill in SKILLS if chance.random() < 0.55),
        level=chance.choice([1, 2]),
        days_off=frozenset(day for day in dates if chance.random() < 0.15),
        duties=("watch",) if chance.random() < 0.2 else (),
        max_days=chance.choice([None, None, len(dates) - 1]),
    )


def _worked(chance: Random) -> Worked:
    return Worked(*(chance.choice([0, 1, 3]) for _ in range(3)), in_a_row=chance.choice([0, 1, 2]))


def _kind(chance: Random, dates: tuple[date, ...]) -> CrewKind:
    teams = Range(1, chance.choice([1, 2, 2]))
    return CrewKind(
        id="to",
        name="to",
        base="home",
        vehicle="car",
        dates=frozenset(dates),
        teams=teams,
        officers=Range(1, chance.choice([1, 2, 2])),
        stations=chance.choice([Range(1, 1), Range(1, 2)]),
        operator=chance.choice([None, "print"]),
        roles=chance.choice([{}, {}, {"drive": 1}]),
        leader=chance.choice([None, None, 2]),
        may_bring=frozenset({"dish"}),
        shift=Window(420, chance.choice([1020, 1260])),
        max_nights=chance.choice([0, 0, 1]),
    )


def _estimate(chance: Random, kind: CrewKind, dates: tuple[date, ...]) -> Estimate:
    pools = [
        Pool(
            region=f"r{number}",
            requires=chance.choice([frozenset[str](), frozenset({"thai"})]),
            lacks=chance.choice([frozenset[str](), frozenset[str](), frozenset({"network"})]),
            vehicles=frozenset(),
            dates=frozenset(dates[: chance.choice([1, len(dates)])]),
            hours=None,
            station_min=100,
            mdong_per_min=1.0,
            sites=("a",),
            services=frozenset({"cccd"}),
        )
        for number in range(chance.choice([1, 2, 3]))
    ]
    shares = tuple(
        Share(number, chance.choice([50, 80, 120]), chance.choice([30, 100, 250]))
        for number in range(len(pools))
    )
    return Estimate(
        pools=tuple(pools),
        shares={kind.id: shares},
        day_min={kind.id: 100},
        spare_dong=1,
        setting_out_dong={kind.id: 700 if kind.max_nights else 0},
        officer_day_dong={kind.id: chance.choice([0, 300])},
    )
