"""Two campaigns whose variants can be counted by hand, and others for every rule of more."""

from __future__ import annotations

from dataclasses import replace

from optimizer.alternation import Crewed, search_with_crews
from optimizer.domain.crews import STATIONS, Crewing, CrewKind, Officer, Range
from optimizer.domain.forming import with_likely_teams
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from optimizer.whatif.changes import Asked, Change, What
from tests import build

LIMITED = Options(seconds=None, iterations=200)


def village() -> Scenario:
    """A team of two officers with a station, a village 10 km away, 100 cases of 12 minutes, one date.

    The shift is 630 minutes: less 2 x 10 of travel and 20 of set-up, 590 are left, in which one
    station serves 49 cases (588 minutes) and two serve 98.
    """
    return build.scenario(build.site("a", cases={"cccd": 100}))


def officers() -> Scenario:
    """The same village; the team is formed from an officer who operates and one who does not, of two kits."""
    able = {"o1": Officer("o1", "An", skills=frozenset({"thu_nhan"})), "o2": Officer("o2", "Bình")}
    kind = CrewKind(
        "to",
        "Tổ",
        "home",
        "car",
        frozenset({build.day(0)}),
        officers=Range(2, 2),
        stations=Range(1, 2),
        operator="thu_nhan",
    )
    return replace(village(), teams={}, crewing=Crewing(able, {"to": kind}, kits={STATIONS: 2}))


def ask(what: What, number: int = 1, *to: str, thing: str | None = None) -> Asked:
    """A change as if it had been typed."""
    return Asked(Change(what, number, thing, to), f"--{what}", "+1")


def planned(scenario: Scenario) -> tuple[TravelMatrix, Crewed]:
    """The travel of a scenario and what a short search finds for it."""
    travel = build_matrix(with_likely_teams(scenario))
    return travel, search_with_crews(scenario, travel, LIMITED)
