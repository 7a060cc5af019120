"""A plan with crews and a roster whose every entry is worked out by hand, and legal.

Friday 28 April to Tuesday 2 May 2023; Monday is a holiday.  Base at km 0, Thôn a at km 10,
a lodging at Thôn b, km 30.

Officers   an    unit x, drive+print, level 2   in the crew to-1
           binh  unit x, print, level 1         in the crew to-1
           chi   unit y, drive, level 1, off on Saturday; the duty `watch` (Sunday 08:00–10:00)
           dung  unit y, no skill
Kind to    1 to 2 teams of 2, of unit x; an operator `print` a station; a driver; a leader of level 2;
           brings a generator, may bring a dish; works on every date but Tuesday; shift 07:00–17:30
Post gate  one driver or more from unit y, 07:00–22:00, on Friday and Monday
Rest       one date after nights away

to-1       Friday   home → b, sleeps at b (a night away: an evening)
           Saturday no route, stays at b (away: out, an evening)
           Sunday   b → home, 17:30 (back)
           Monday   rests; Tuesday the kind does not work: free
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from optimizer.domain.calendar import Horizon, Hours, Window
from optimizer.domain.crews import Crewing, CrewKind, Duty, Officer, Post, Range, Rest
from optimizer.domain.forming import formed
from optimizer.domain.plan import (
    Crew,
    Figures,
    MadeBy,
    Plan,
    RosterDay,
    RosterEntry,
    Route,
    ScenarioStamp,
    Terms,
)
from optimizer.domain.scenario import Scenario
from tests import build

DATES = FRI, SAT, SUN, MON, TUE = tuple(date(2023, 4, 28) + timedelta(days=offset) for offset in range(5))
OFFICERS = {
    "an": Officer("an", "An", "x", frozenset({"drive", "print"}), 2),
    "binh": Officer("binh", "Bình", "x", frozenset({"print"}), 1),
    "chi": Officer("chi", "Chi", "y", frozenset({"drive"}), 1, frozenset({SAT}), ("watch",)),
    "dung": Officer("dung", "Dũng", "y"),
}
KIND = CrewKind(
    id="to",
    name="Tổ",
    base="home",
    vehicle="car",
    dates=frozenset({FRI, SAT, SUN, MON}),
    teams=Range(1, 2),
    officers=Range(2, 2),
    stations=Range(1, 2),
    operator="print",
    roles={"drive": 1},
    leader=2,
    brings=frozenset({"generator"}),
    may_bring=frozenset({"dish"}),
    units=frozenset({"x"}),
    max_nights=2,
)
GATE = Post("gate", "Cổng", Window(420, 1320), frozenset({FRI, MON}), 1, {"drive": 1}, frozenset({"y"}))
CREWING = Crewing(
    officers=OFFICERS,
    kinds={"to": KIND},
    duties={"watch": Duty("watch", "Trực ban", Hours("watch", {SUN: (Window(480, 600),)}))},
    posts={"gate": GATE},
    kits={"stations": 2, "generator": 1, "car": 1},
    rest=Rest(after_nights=1),
)
CREW = Crew(
    team="to-1",
    officers=("an", "binh"),
    base="home",
    vehicle="car",
    stations=2,
    skills=("drive", "print"),
    brings=("generator",),
    dates=(FRI, SAT, SUN),
)
_OUT = ("team", "to-1")
_FREE = ("free", None)
DAYS: Mapping[str, tuple[tuple[str, str | None], ...]] = {
    "an": (_OUT, _OUT, _OUT, ("rest", None), _FREE),
    "binh": (_OUT, _OUT, _OUT, ("rest", None), _FREE),
    "chi": (("post", "gate"), ("off", None), ("duty", "watch"), ("post", "gate"), _FREE),
    "dung": (_FREE,) * 5,
}
TALLIES = {"an": (3, 2, 2), "binh": (3, 2, 2), "chi": (0, 2, 1), "dung": (0, 0, 0)}
"""Days away, evenings (the post ends at 22:00), and weekends: Saturday and Sunday, the holiday for Chi."""


def move(day: date, start: str, end: str, arrive: int) -> Route:
    """A day on which the team only drives thirty kilometres."""
    return Route.model_validate(
        {
            "team": "to-1",
            "date": day,
            "start": start,
            "depart": arrive - 30,
            "end": end,
            "arrive": arrive,
            "visits": (),
            "km": 30.0,
            "travel_minutes": 30,
        }
    )


ROUTES = (move(FRI, "home", "b", 720), move(SUN, "b", "home", 1050))


def entry(officer_id: str, **fields: Any) -> RosterEntry:
    """The roster of an officer as it should be, but for the fields given."""
    days = tuple(
        RosterDay.model_validate({"date": day, "does": does, "at": at})
        for day, (does, at) in zip(DATES, DAYS[officer_id], strict=True)
    )
    away, evenings, weekends = TALLIES[officer_id]
    right = {
        "officer": officer_id,
        "team": "to-1" if officer_id in CREW.officers else None,
        "days": days,
        "days_away": away,
        "evenings": evenings,
        "weekends": weekends,
    }
    return RosterEntry(**(right | fields))


def on(officer: str, day: date, does: str, at: str | None = None) -> tuple[RosterDay, ...]:
    """An officer's dates with another entry for one of them."""
    other = RosterDay.model_validate({"date": day, "does": does, "at": at})
    return tuple(other if one.date == day else one for one in entry(officer).days)


def plan(**fields: Any) -> Plan:
    """The legal plan, but for the fields given."""
    none = dict.fromkeys(("value", "km", "travel", "fares", "nights"), 0.0)
    right: dict[str, Any] = {
        "scenario": ScenarioStamp(name="thử", sha256=""),
        "made_by": MadeBy(version="0", seed=1, seconds=0, iterations=0),
        "routes": ROUTES,
        "crews": (CREW,),
        "roster": tuple(entry(officer) for officer in OFFICERS),
        "figures": Figures(
            cases=0, of=0, coverage=0, km=0, travel_minutes=0, nights=0, objective=0, terms=Terms(**none)
        ),
    }
    return Plan(**(right | fields))


def roster(**changed: RosterEntry) -> tuple[RosterEntry, ...]:
    """The roster with some officers' entries replaced."""
    return tuple(changed.get(officer, entry(officer)) for officer in OFFICERS)


def crewing(**fields: Any) -> Crewing:
    """The rules, but for the fields given."""
    return replace(CREWING, **fields)


def kind(**fields: Any) -> Crewing:
    """The rules with other fields for the kind of team."""
    return crewing(kinds={"to": replace(KIND, **fields)})


def gate(**fields: Any) -> Crewing:
    """The rules with other fields for the post."""
    return crewing(posts={"gate": replace(GATE, **fields)})


def officer(officer_id: str, **fields: Any) -> Crewing:
    """The rules with other fields for one officer."""
    return crewing(officers=OFFICERS | {officer_id: replace(OFFICERS[officer_id], **fields)})


def campaign(rules: Crewing, made: Plan) -> Scenario:
    """The scenario of some rules, with the teams of a plan."""
    villages = build.site("a"), build.site("b", km_north=30.0, lodging=True)
    bare = build.scenario(
        *villages,
        teams={},
        crewing=rules,
        horizon=Horizon(FRI, 5, frozenset({MON})),
        things={"generator": frozenset({"power"}), "dish": frozenset({"network"})},
    )
    return formed(bare, made.crews)
